import { factIndex } from '../../../src/core/consolidation/fact-index';
import type { Fact, FactValues } from '../../../src/core/consolidation/types';
import { emptyHistory, latestBefore, valuesBefore, type History } from '../../../src/core/checks/history';
import type { Finding, FindingCode } from '../../../src/core/checks/finding';
import type { Period } from '../../../src/core/period';
import type { Reading, Report, ReportRow } from '../../../src/core/report/types';
import { check, findingsOf, june, placeholder, reportOf, rowOf, type Figures } from './report-of';

type Stored = readonly [indicator: string, period: Period, values: Partial<FactValues>, more?: Partial<Fact>];

const month = (at: number, year = 2024): Period => ({ year, month: at });
const missing: Reading = { kind: 'placeholder', state: 'notAvailable', text: 'chưa có' };
const blank: Reading = { kind: 'blank' };

function facts(unit: string, stored: readonly Stored[]): Fact[] {
  return stored.map(([indicator, period, values, more]): Fact => ({
    unit, indicator, period, role: 'part', level: null, state: 'figure', used: true, reasons: [], marks: [], method: 'reported', file: 'b.xlsx', sheet: 'Biểu 01',
    cells: {}, hash: 'bb', recordedAt: '', month: null, cumulative: null, lastYear: null, numerator: null, denominator: null, ...values, ...more,
  }));
}

const known = (unit: string, stored: readonly Stored[]): History => factIndex(facts(unit, stored));
/** Months before June 2024, the latest last: six of them begin in December 2023. */
const months = (indicator: string, values: readonly number[], role: 'month' | 'cumulative' = 'month'): Stored[] =>
  values.map((value, at): Stored => {
    const back = values.length - at;
    return [indicator, back < 6 ? month(6 - back) : month(18 - back, 2023), { [role]: value }];
  });

const job = (figures: Figures): Report => reportOf('VN', [rowOf('XH02', figures)]);
const rate = (numerator: number, denominator: number): Figures => ({ cumulative: Math.round((numerator / denominator) * 10000) / 100, numerator, denominator });

type Case = readonly [what: string, report: Report, history: History, fires: boolean];

function judge(code: FindingCode, cases: readonly Case[]): void {
  describe(code, () => {
    test.each(cases)('%s', (_what, report, history, fires) => {
      expect(findingsOf('R02', report, history)).toEqual([]);
      expect(findingsOf(code, report, history)).toHaveLength(fires ? 1 : 0);
    });
  });
}

/** A row whose cumulative figure is a formula without a result. */
function uncalculated(code: string): ReportRow {
  const row = rowOf(code, { cumulative: blank });
  const { cumulative } = row.figures;
  return cumulative === undefined ? row : { ...row, figures: { ...row.figures, cumulative: { ...cumulative, cell: { content: null, text: '', formula: '=G12+500' } } } };
}

const inMay = (values: Partial<FactValues>, more: Partial<Fact> = {}): History => known('VN', [['XH02', month(5), values, more]]);
const traffic = (figures: Figures): Report => reportOf('CAT', [rowOf('NV08.2', figures)]);

judge('V23', [
  ['a placeholder where last month had a figure', job({ month: 100, cumulative: missing }), inMay({ month: 90, cumulative: 500 }), true],
  ['"-" for a cumulative that cannot fall to nothing', job({ month: 100, cumulative: placeholder }), inMay({ month: 90, cumulative: 500 }), true],
  ['"-" in a month after many', job({ month: placeholder, cumulative: 500 }), inMay({ month: 90, cumulative: 500 }), true],
  ['"-" in a month after a small count', traffic({ month: placeholder, cumulative: 42 }), known('CAT', [['NV08.2', month(5), { month: 8, cumulative: 42 }]]), false],
  ['"chưa có" after a small count', traffic({ month: missing, cumulative: 42 }), known('CAT', [['NV08.2', month(5), { month: 8, cumulative: 42 }]]), true],
  ['"-" after a nought', job({ month: placeholder, cumulative: 500 }), inMay({ month: 0, cumulative: 500 }), false],
  ['a blank cell is V01 and nothing more', job({ month: 100 }), inMay({ month: 90, cumulative: 500 }), false],
  ['a placeholder where last month had none either', job({ month: 100, cumulative: missing }), inMay({ month: 90 }), false],
  ['nothing stored of last month', job({ month: 100, cumulative: missing }), known('VN', [['XH02', month(4), { month: 90, cumulative: 500 }]]), false],
  ['the figure stands there', job({ month: 100, cumulative: 600 }), inMay({ month: 90, cumulative: 500 }), false],
  ['a second source that fell silent', reportOf('BHXH', [rowOf('XH07', { cumulative: blank })]), known('BHXH', [['XH07', month(5), { cumulative: 94 }]]), true],
  ['a second source whose sum was never calculated is V20', reportOf('BHXH', [uncalculated('XH07')]), known('BHXH', [['XH07', month(5), { cumulative: 94 }]]), false],
  ['a quarterly figure, three months back', reportOf('CTK', [rowOf('KT05', { cumulative: missing })]), known('CTK', [['KT05', month(3), { cumulative: 14000 }]]), true],
  ['not due this month', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: missing })], { period: month(5) }), known('SLDTBXH', [['XH03', month(4), { cumulative: 83 }]]), false],
  ['due when something happens', reportOf('VN', [rowOf('XH12', { cumulative: missing })]), known('VN', [['XH12', month(5), { cumulative: 5 }]]), false],
  ['nothing occurred is declared for the whole sheet', { ...job({ month: placeholder, cumulative: placeholder }), declaredNothing: true }, inMay({ month: 90, cumulative: 500 }), false],
]);

const plain = job({ month: 100, cumulative: 600 });
const inMonths = (...at: readonly number[]): History => known('VN', at.map((each): Stored => ['XH02', month(each), { month: 10, cumulative: 10 * each }]));
judge('T03', [
  ['all months since February', plain, inMonths(2, 3, 4, 5), false],
  ['the last month is not there', plain, inMonths(2, 3, 4), true],
  ['one in the middle', plain, inMonths(2, 4, 5), true],
  ['the first of the year that is known is May', plain, inMonths(5), false],
  ['only last year is known', plain, known('VN', [['XH02', month(12, 2023), { month: 10, cumulative: 90 }]]), false],
  ['another indicator of that month is there', plain, known('VN', [['XH02', month(4), { month: 1 }], ['XH07', month(5), { cumulative: 94 }]]), false],
  ['a held month is there', plain, known('VN', [['XH02', month(4), { month: 1 }], ['XH02', month(5), { month: 1 }, { used: false }]]), false],
  ['a quarterly unit misses no month between', reportOf('CTK', [rowOf('KT05', { cumulative: 30000 })]), known('CTK', [['KT05', month(3), { cumulative: 14000 }]]), false],
  ['the report came with nothing in it', plain, factIndex(facts('VN', [['XH02', month(4), { month: 1 }]]), [], [{ unit: 'VN', period: month(5) }]), false],
  ['words came without figures', plain, factIndex(facts('VN', [['XH02', month(4), { month: 1 }]]), [{ unit: 'VN', indicator: 'XH02', months: ['2024-05'], cause: 'a', remedy: '' }]), false],
  ['the month itself and later ones are no history', plain, inMonths(5, 6, 8), false],
]);

test('T03 names all months that are missing, once', () => {
  expect(findingsOf('T03', plain, inMonths(2, 4))).toMatchObject([{ params: { missing: [month(3), month(5)] }, indicator: null, unit: 'VN' }]);
});

const restated = (figures: Figures): Report => job({ month: 100, cumulative: 700, ...figures });
const stored = inMay({ month: 100, cumulative: 600 });
judge('T04', [
  ['11 % more', restated({ previousMonth: 111 }), stored, true],
  ['11 % less', restated({ previousMonth: 89 }), stored, true],
  ['10 % exactly', restated({ previousMonth: 110 }), stored, false],
  ['the same', restated({ previousMonth: 100 }), stored, false],
  ['the earlier cumulative', restated({ previousCumulative: 700 }), stored, true],
  ['month and cumulative are one revision', restated({ previousMonth: 150, previousCumulative: 700 }), stored, true],
  ['one person of eight', traffic({ previousMonth: 9, month: 8, cumulative: 50 }), known('CAT', [['NV08.2', month(5), { month: 8, cumulative: 42 }]]), false],
  ['two persons of eight', traffic({ previousMonth: 10, month: 8, cumulative: 50 }), known('CAT', [['NV08.2', month(5), { month: 8, cumulative: 42 }]]), true],
  ['there was nothing', restated({ previousMonth: 50 }), inMay({ month: 0, cumulative: 600 }), true],
  ['the stored figure was held', restated({ previousMonth: 150 }), inMay({ month: 100, cumulative: 600 }, { used: false }), false],
  ['of the month before last nothing is restated', restated({ previousMonth: 150 }), known('VN', [['XH02', month(4), { month: 100, cumulative: 600 }]]), false],
  ['the whole row a thousand times too large is V15', restated({ plan: 1000, previousMonth: 100_000, previousCumulative: 600_000, month: 100_000, cumulative: 700_000 }), stored, false],
  ['a revision beside a month in the wrong measure', restated({ plan: 1000, previousMonth: 150, month: 100_000, cumulative: 750 }), stored, true],
  ['a thousand times the stored figure beside sound ones', restated({ previousMonth: 100_000, cumulative: 700 }), stored, true],
  ['the value of a rate', reportOf('TTT', [rowOf('NV03', { previousMonth: 70, cumulative: 84 })]), known('TTT', [['NV03', month(5), { cumulative: 84 }]]), true],
  ['a rate within ten percent', reportOf('TTT', [rowOf('NV03', { previousMonth: 82, cumulative: 84 })]), known('TTT', [['NV03', month(5), { cumulative: 84 }]]), false],
]);

test('last month typed a thousand times too large is one finding, and nothing is concluded from it', () => {
  const codes = (figures: Figures): string => check(restated(figures), stored).findings.map((each) => each.code).filter((code) => /^[TV]/.test(code)).join(' ');
  expect(codes({ previousMonth: 100_000 })).toBe('T04');
  expect(codes({ previousCumulative: 600_000 })).toBe('T04');
});

test('T04 gives the share of what was stored', () => {
  expect(findingsOf('T04', restated({ previousMonth: 150 }), stored)).toMatchObject([{ params: { stored: 100, restated: 150, change: 0.5, previousPeriod: month(5) }, cells: ['F12'], severity: 'W', held: false }]);
});

const POLICE = ['NV08.1', 'NV08.2', 'NV08.3'] as const;
/** Last month as the report restates it: of 30, 31 and 32 in the month, of 100, 101 and 102 to its end. */
const again = (months: readonly number[], toDate: readonly number[] = []): Report =>
  reportOf('CAT', POLICE.slice(0, months.length).map((code, at) => {
    const before = toDate[at];
    return rowOf(code, { previousMonth: months[at] ?? 0, ...(before === undefined ? {} : { previousCumulative: before }), month: 20 + at, cumulative: (before ?? 100 + at + (months[at] ?? 0) - 30 - at) + 20 + at }, { at: 11 + at });
  }));
const police = known('CAT', POLICE.map((code, at): Stored => [code, month(5), { month: 30 + at, cumulative: 100 + at }]));
judge('T05', [
  ['two of three', again([31, 32, 32]), police, true],
  ['all three', again([31, 32, 34]), police, true],
  ['one of three', again([31, 31, 32]), police, false],
  ['one of three, its cumulative with it', again([31, 31, 32], [101, 101, 102]), police, false],
  ['one month and another cumulative', again([31, 31, 32], [101, 103, 102]), police, true],
  ['none', again([30, 31, 32]), police, false],
  ['two of two are too few to speak of', again([31, 32]), police, false],
  ['both figures of a single row', restated({ previousMonth: 101, previousCumulative: 601 }), stored, false],
  ['the whole report a thousand times too large is V15', reportOf('CAT', POLICE.map((code, at) => rowOf(code, { previousMonth: 1000 * (30 + at), month: 1000 * (30 + at), cumulative: 1000 * (130 + at) }, { at: 11 + at }))), police, false],
]);

test('T05 counts rows and names the figures that were restated', () => {
  expect(findingsOf('T05', again([31, 32, 32], [101, 102, 102]), police)).toMatchObject([{ params: { revised: 2, compared: 3 }, cells: ['F12', 'N12', 'F13', 'N13'], found: 2 }]);
});

const usual = [100, 110, 90, 105, 95, 100];
judge('T06', [
  ['three times the usual', job({ month: 300, cumulative: 900 }), known('VN', months('XH02', usual)), true],
  ['a little more', job({ month: 120, cumulative: 900 }), known('VN', months('XH02', usual)), false],
  ['just inside 3.5', job({ month: 125, cumulative: 900 }), known('VN', months('XH02', usual)), false],
  ['just beyond 3.5', job({ month: 126, cumulative: 900 }), known('VN', months('XH02', usual)), true],
  ['five months are too few', job({ month: 300, cumulative: 900 }), known('VN', months('XH02', usual.slice(1))), false],
  ['held months do not count', job({ month: 300, cumulative: 900 }), factIndex(facts('VN', months('XH02', usual)).map((fact, at) => (at === 0 ? { ...fact, used: false } : fact))), false],
  ['the month itself does not count', job({ month: 300, cumulative: 900 }), factIndex([...facts('VN', months('XH02', usual.slice(1))), ...facts('VN', [['XH02', june, { month: 300 }]])]), false],
  ['no spread at all, 11 % more', job({ month: 111, cumulative: 900 }), known('VN', months('XH02', [100, 100, 100, 100, 100, 100])), true],
  ['no spread at all, 10 % more', job({ month: 110, cumulative: 900 }), known('VN', months('XH02', [100, 100, 100, 100, 100, 100])), false],
  ['no spread at all, one unit of few', job({ month: 3, cumulative: 900 }), known('VN', months('XH02', [2, 2, 2, 2, 2, 2])), false],
  ['a rate that hardly moves', reportOf('TTT', [rowOf('NV03', rate(945, 1000))]), known('TTT', months('NV03', [94, 94.01, 94.02, 94, 94.01, 94], 'cumulative')), false],
  ['a rate that jumps', reportOf('TTT', [rowOf('NV03', rate(700, 1000))]), known('TTT', months('NV03', [94, 94.5, 93.8, 94, 94.2, 94], 'cumulative')), true],
  ['a cohort climbs', reportOf('SYT', [rowOf('NV02', { cumulative: 60 })]), known('SYT', months('NV02', [7, 15, 23, 31, 38, 44], 'cumulative')), false],
  ['a stock with a steady course', reportOf('SLDTBXH', [rowOf('NV05', { cumulative: 40 })]), known('SLDTBXH', months('NV05', [100, 90, 80, 70, 60, 50], 'cumulative')), false],
  ['the last of zeros is a sudden nought, not an outlier', job({ month: 0, cumulative: 900 }), known('VN', months('XH02', usual)), false],
]);

test('T06 gives its score, and none where nothing spreads', () => {
  expect(findingsOf('T06', job({ month: 300, cumulative: 900 }), known('VN', months('XH02', usual)))).toMatchObject([{ params: { role: 'month', median: 100, months: 6, score: expect.closeTo(26.98, 2) }, cells: ['G12'] }]);
  expect(findingsOf('T06', job({ month: 300, cumulative: 900 }), known('VN', months('XH02', [100, 100, 100, 100, 100, 100])))).toMatchObject([{ params: { score: null } }]);
});

const district = (figures: Figures, rates: readonly (readonly [number, number])[]): Report =>
  reportOf('VN', [rowOf('XH02', figures), ...(['XH07', 'XH08', 'XH09'] as const).map((code, at) => { const [numerator = 0, denominator = 1] = rates[at] ?? []; return rowOf(code, rate(numerator, denominator), { at: 12 + at }); })]);
const lastRates = [[94000, 100000], [19000, 50000], [16000, 50000]] as const;
const lastMonth = known('VN', [
  ['XH02', month(5), { month: 90, cumulative: 500, lastYear: 480 }],
  ...(['XH07', 'XH08', 'XH09'] as const).map((code, at): Stored => [code, month(5), { numerator: lastRates[at]?.[0] ?? 0, denominator: lastRates[at]?.[1] ?? 1 }]),
]);
judge('T08', [
  ['the whole sheet again', district({ month: 90, cumulative: 500, lastYear: 480 }, lastRates), lastMonth, true],
  ['one flow, all three figures', job({ month: 90, cumulative: 500, lastYear: 480 }), lastMonth, true],
  ['one flow, its month alone', job({ month: 90, cumulative: 590, lastYear: 570 }), lastMonth, false],
  ['two rates stay, four cells', district({ month: 91, cumulative: 591 }, [[94000, 100000], [19000, 50000], [16001, 50000]]), lastMonth, true],
  ['one rate stays, two cells', district({ month: 91, cumulative: 591 }, [[94000, 100000], [19001, 50000], [16001, 50000]]), lastMonth, false],
  ['the only rates of a unit', reportOf('TTT', [rowOf('NV03', rate(50, 60)), rowOf('NV04', rate(9, 10), { at: 12 })]), known('TTT', [['NV03', month(5), { numerator: 50, denominator: 60 }], ['NV04', month(5), { numerator: 9, denominator: 10 }]]), true],
  ['one of them moved', reportOf('TTT', [rowOf('NV03', rate(50, 60)), rowOf('NV04', rate(10, 11), { at: 12 })]), known('TTT', [['NV03', month(5), { numerator: 50, denominator: 60 }], ['NV04', month(5), { numerator: 9, denominator: 10 }]]), false],
  ['small counts that happen to be the same, each carried on', reportOf('CAT', POLICE.map((code, at) => rowOf(code, { month: 20 + at, cumulative: 120 + at }, { at: 11 + at }))), known('CAT', POLICE.map((code, at): Stored => [code, month(5), { month: 20 + at, cumulative: 100 }])), false],
  ['small counts with the same cumulative', reportOf('CAT', POLICE.map((code, at) => rowOf(code, { month: 20 + at, cumulative: 100 }, { at: 11 + at }))), known('CAT', POLICE.map((code, at): Stored => [code, month(5), { month: 20 + at, cumulative: 100 }])), true],
  ['large counts that are the same though carried on', reportOf('CAT', POLICE.map((code, at) => rowOf(code, { month: 120 + at, cumulative: 1120 + at }, { at: 11 + at }))), known('CAT', POLICE.map((code, at): Stored => [code, month(5), { month: 120 + at, cumulative: 1000 }])), true],
  ['denominators stay for a year', district({ month: 91, cumulative: 591 }, [[94010, 100000], [19010, 50000], [16010, 50000]]), lastMonth, false],
  ['three rates stay', district({ month: 91, cumulative: 591 }, lastRates), lastMonth, true],
  ['all numerators move', district({ month: 91, cumulative: 591 }, [[94001, 100000], [19001, 50000], [16001, 50000]]), lastMonth, false],
  ['nothing happened in either month', reportOf('CAT', (['NV08.1', 'NV08.2', 'NV08.3'] as const).map((code, at) => rowOf(code, { month: 0, cumulative: 7 }, { at: 11 + at }))), known('CAT', (['NV08.1', 'NV08.2', 'NV08.3'] as const).map((code): Stored => [code, month(5), { month: 0, cumulative: 7 }])), false],
  ['stocks and what is due now and then stay', reportOf('VN', (['XH10', 'XH12', 'XH12.3', 'XH12.6'] as const).map((code, at) => rowOf(code, { cumulative: 5, numerator: 9, denominator: 17 }, { at: 11 + at }))), known('VN', (['XH10', 'XH12', 'XH12.3', 'XH12.6'] as const).map((code): Stored => [code, month(5), { cumulative: 5, numerator: 9, denominator: 17 }])), false],
]);

test('T08 is one finding with all cells, and the sums of those cells are not judged again', () => {
  const { findings } = check(district({ month: 90, cumulative: 500, lastYear: 480 }, lastRates), lastMonth);
  expect(findings.filter((finding) => finding.code.startsWith('T')).map((finding): [FindingCode, Finding['cells']] => [finding.code, finding.cells])).toEqual([
    ['T08', ['G12', 'H12', 'I12', 'L13', 'M13', 'L14', 'M14', 'L15', 'M15']],
  ]);
});

judge('T10', [
  ['always there, now nought', job({ month: 0, cumulative: 500 }), known('VN', months('XH02', [90, 100, 95])), true],
  ['always there, now "-"', job({ month: placeholder, cumulative: 500 }), known('VN', months('XH02', [90, 100, 95])), true],
  ['two months are no habit', job({ month: 0, cumulative: 500 }), known('VN', months('XH02', [90, 100])), false],
  ['it was nought before now and then', job({ month: 0, cumulative: 500 }), known('VN', months('XH02', [90, 0, 95])), false],
  ['small counts come and go', traffic({ month: 0, cumulative: 42 }), known('CAT', months('NV08.2', [8, 9, 8])), false],
  ['never there, now many', job({ month: 60, cumulative: 60 }), known('VN', months('XH02', [0, 0, 0]).map(([code, period]): Stored => [code, period, { month: 0, cumulative: 0 }])), true],
  ['never there, now few', job({ month: 6, cumulative: 6 }), known('VN', months('XH02', [0, 0, 0])), false],
  ['once there before', job({ month: 60, cumulative: 160 }), known('VN', months('XH02', [0, 100, 0])), false],
  ['what follows events', reportOf('VN', [rowOf('XH12', { cumulative: 20 })]), known('VN', months('XH12', [0, 0, 0], 'cumulative')), false],
  ['a stock that came down to its goal', reportOf('SLDTBXH', [rowOf('NV05', { cumulative: 0 })]), known('SLDTBXH', months('NV05', [60, 40, 20], 'cumulative')), false],
  ['a blank is no nought', job({ cumulative: 500 }), known('VN', months('XH02', [90, 100, 95])), false],
]);

describe('history', () => {
  const at = (year: number, each: number, cumulative: number, more: Partial<Fact> = {}): Fact => ({ ...(facts('VN', [['XH02', month(each, year), { cumulative }]])[0] ?? fail()), ...more });
  const index = factIndex(
    [at(2024, 5, 50), at(2023, 11, 20), at(2024, 3, 30), at(2024, 3, 31), at(2024, 4, 40, { used: false })],
    [{ unit: 'VN', indicator: 'XH02', months: ['2024-03', '2024-05'], cause: 'thiếu vốn', remedy: '' }],
    [{ unit: 'KS', period: month(5) }],
  );
  test('a series is in the order of its months, the later of two entries for one month counts', () => {
    expect(index.series('VN', 'XH02').map((fact) => fact.cumulative)).toEqual([20, 31, 40, 50]);
    expect(index.series('VN', 'XH07')).toEqual([]);
    expect(index.fact('VN', 'XH02', month(3))?.cumulative).toBe(31);
    expect(index.fact('VN', 'XH02', month(2))).toBeNull();
  });
  test('only earlier months that are in use give values', () => {
    expect(valuesBefore(index, 'VN', 'XH02', month(5), (fact) => fact.cumulative)).toEqual([{ period: month(11, 2023), value: 20 }, { period: month(3), value: 31 }]);
    expect(latestBefore(index, 'VN', 'XH02', month(5), (fact) => fact.used)?.cumulative).toBe(31);
    expect(latestBefore(index, 'VN', 'XH02', month(3), () => true)).toBeNull();
  });
  test('words are known of the last month in which something was written', () => {
    expect(index.words('VN', 'XH02', month(5))).toEqual({ cause: 'thiếu vốn', remedy: '' });
    expect(index.words('VN', 'XH02', month(3))).toBeNull();
  });
  test('facts, words and receipts all tell that a report came', () => {
    expect([index.wasSent('VN', month(3)), index.wasSent('VN', month(2)), index.wasSent('KS', month(5)), emptyHistory.wasSent('VN', month(3))]).toEqual([true, false, true, false]);
  });
});

function fail(): never {
  throw new Error('no fact');
}
