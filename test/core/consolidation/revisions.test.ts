import fc from 'fast-check';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { emptyHistory } from '../../../src/core/checks/history';
import { factIndex } from '../../../src/core/consolidation/fact-index';
import { mergeFacts } from '../../../src/core/consolidation/merge';
import { revisionsOf, withAccepted } from '../../../src/core/consolidation/revisions';
import type { Fact } from '../../../src/core/consolidation/types';
import { checkedReport, storedFact, type SaidRow } from './reports';

const index = indexCatalogue(programme2024());
const june = { year: 2024, month: 6 };
const may = { year: 2024, month: 5 };
const NOW = '2024-06-20T08:00:00+07:00';

const reportOf = (row: SaidRow, period = june) => checkedReport({ unit: 'SCT', period, rows: [row] }).report;
const stored = (rest: Partial<Fact> = {}): Fact => storedFact({ unit: 'SCT', indicator: 'KT03', period: may, month: 100, cumulative: 500, ...rest });
const offered = (row: SaidRow, fact: Fact = stored()): readonly string[] =>
  revisionsOf(reportOf(row), factIndex([fact]), index).map(({ figure, stored: was, restated, cell }) => `${figure} ${was} → ${restated} ${cell}`);

test.each<[string, SaidRow, Fact, readonly string[]]>([
  ['the month restated alone', { code: 'KT03', previousMonth: 110 }, stored(), ['month 100 → 110 F12']],
  ['restated alike', { code: 'KT03', previousMonth: 100 }, stored(), []],
  ['a rounding is no revision', { code: 'KT03', previousMonth: 100.04 }, stored(), []],
  ['the cumulative moves with the month', { code: 'KT03', previousMonth: 110, month: 90, cumulative: 600 }, stored(), ['month 100 → 110 F12', 'cumulative 500 → 510 H12']],
  ['a sum that does not add up is no revision of the cumulative', { code: 'KT03', previousMonth: 110, month: 90, cumulative: 700 }, stored(), ['month 100 → 110 F12']],
  ['a month between others that leaves the sum as it was', { code: 'KT03', previousMonth: 110, month: 90, cumulative: 590 }, stored(), ['month 100 → 110 F12']],
  ['nothing restated though the sums differ', { code: 'KT03', previousMonth: 100, month: 90, cumulative: 700 }, stored(), []],
  ['a held figure was never in use', { code: 'KT03', previousMonth: 110 }, stored({ used: false }), []],
  ['the value of what is no flow', { code: 'KT01', previousMonth: 7.5 }, storedFact({ unit: 'SCT', indicator: 'KT01', period: may, cumulative: 7.1 }), ['cumulative 7.1 → 7.5 F12']],
  ['a quotient cannot be restated without its parts', { code: 'XH07', previousMonth: 95 }, storedFact({ unit: 'SCT', indicator: 'XH07', period: may, cumulative: 94, numerator: 94, denominator: 100 }), []],
])('%s', (_name, row, fact, expected) => expect(offered(row, fact)).toEqual(expected));

test('January restates nothing of its year, and what was never stored cannot differ', () => {
  expect(revisionsOf(reportOf({ code: 'KT03', previousMonth: 1 }, { year: 2024, month: 1 }), factIndex([stored()]), index)).toEqual([]);
  expect(revisionsOf(reportOf({ code: 'KT03', previousMonth: 1 }), emptyHistory, index)).toEqual([]);
});

describe('accepted', () => {
  const report = reportOf({ code: 'KT03', previousMonth: 110, month: 90, cumulative: 600 });
  const accepted = [
    { unit: 'SCT', indicator: 'KT03', period: may, figure: 'month', restated: 110, reason: ' Hải quan ' },
    { unit: 'SCT', indicator: 'KT03', period: may, figure: 'cumulative', restated: 510, reason: 'Hải quan' },
  ] as const;

  test('the fact takes the figures, says what they replaced and why, and keeps its own origin', () => {
    const { facts: [fact], changes } = withAccepted([stored({ cells: { month: 'G12' } })], [report], accepted, index, NOW);
    expect(fact).toMatchObject({ month: 110, cumulative: 510, method: 'revised', recordedAt: NOW, file: 'old.xlsx', hash: 'h0', cells: { month: 'G12' } });
    expect(fact?.revision).toBe('tháng: 100 → 110 | SCT.xlsx › Biểu 01 › F12 | Hải quan\nlũy kế: 500 → 510 | SCT.xlsx › Biểu 01 › H12 | Hải quan');
    expect(changes).toEqual([
      { kind: 'changed', unit: 'SCT', indicator: 'KT03', period: may, figure: 'month', before: 100, after: 110 },
      { kind: 'changed', unit: 'SCT', indicator: 'KT03', period: may, figure: 'cumulative', before: 500, after: 510 },
    ]);
  });

  test('a second revision is written below the first', () => {
    const { facts } = withAccepted([stored({ revision: 'tháng: 90 → 100' })], [report], accepted.slice(0, 1), index, NOW);
    expect(facts[0]?.revision).toBe('tháng: 90 → 100\ntháng: 100 → 110 | SCT.xlsx › Biểu 01 › F12 | Hải quan');
  });

  test.each([
    ['nothing is accepted', []],
    ['another number was accepted', [{ ...accepted[0], restated: 111 }]],
    ['another unit’s was accepted', [{ ...accepted[0], unit: 'STC' }]],
    ['another month’s was accepted', [{ ...accepted[0], period: { year: 2024, month: 4 } }]],
  ])('%s: every fact stays the very same', (_name, given) => {
    const facts = [stored()];
    const outcome = withAccepted(facts, [report], given, index, NOW);
    expect(outcome.facts).toEqual(facts);
    expect(outcome.changes).toEqual([]);
  });

  test('its own file read again leaves it; a corrected file replaces it, old → new told', () => {
    const { facts } = withAccepted([stored()], [report], accepted, index, NOW);
    const again = mergeFacts(facts, [stored()], NOW);
    expect(again).toEqual({ facts, changes: [] });
    const other = mergeFacts(facts, [stored({ hash: 'h9', month: 105, cumulative: 505 })], NOW);
    expect(other.changes.map(({ figure, before, after }) => [figure, before, after])).toEqual([['month', 110, 105], ['cumulative', 510, 505]]);
  });

  test('accepting what is offered leaves nothing to offer, whatever the numbers', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(amount, amount, amount, amount, (month, before, restated, now) => {
        const fact = stored({ month, cumulative: before + month });
        const said = reportOf({ code: 'KT03', previousMonth: restated, month: now, cumulative: before + restated + now });
        const revisions = revisionsOf(said, factIndex([fact]), index);
        const { facts } = withAccepted([fact], [said], revisions.map((revision) => ({ ...revision, reason: '' })), index, NOW);
        expect(revisionsOf(said, factIndex(facts), index)).toEqual([]);
        expect(withAccepted(facts, [said], revisions.map((revision) => ({ ...revision, reason: '' })), index, NOW).changes).toEqual([]);
        if (revisions.length > 0) expect(facts[0]).toMatchObject({ month: restated, method: 'revised' });
      }),
    );
  });
});
