import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { makeFinding } from '../../../src/core/checks/make';
import { emptyHistory } from '../../../src/core/checks/history';
import { factIndex } from '../../../src/core/consolidation/fact-index';
import { factsOf } from '../../../src/core/consolidation/facts';
import { withMeasures } from '../../../src/core/consolidation/measures';
import { runMonth } from '../../../src/core/consolidation/pipeline';
import { storedHeld } from '../../../src/core/consolidation/stored-held';
import type { CheckedReport } from '../../../src/core/consolidation/types';
import type { Period } from '../../../src/core/period';
import type { BookReading, Report, ReportRow } from '../../../src/core/report/types';
import { checkedReport, finding, storedFact, type SaidRow } from './reports';

const catalogue = programme2024();
/** An indicator that the analysts added without a unit of measure. */
const index = indexCatalogue({ ...catalogue, indicators: catalogue.indicators.map((each) => (each.code === 'XH02' ? { ...each, unit: '' } : each)) });
const june: Period = { year: 2024, month: 6 };
const UNITS = ['NT', 'CR', 'CL', 'VN'] as const;

type From = ReportRow['unitOfMeasureFrom'];
interface Sketch {
  readonly measure: string;
  readonly from?: From;
  readonly row?: SaidRow;
  readonly findings?: CheckedReport['result']['findings'];
  readonly unit?: string;
}

function reportOf({ measure, from = 'row', row = { code: 'XH02', month: 10, cumulative: 60 }, findings = [], unit = 'NT' }: Sketch): CheckedReport {
  const checked = checkedReport({ unit, period: june, rows: [row], findings, hash: `hash ${unit}` });
  const heading: Report['heading'] = { ...checked.report.heading, columns: [{ role: 'unitOfMeasure', column: 3, heading: 'ĐVT' }] };
  const rows = checked.report.rows.map((each) => ({ ...each, unitOfMeasure: measure, unitOfMeasureFrom: from }));
  return { ...checked, report: { ...checked.report, heading, rows } };
}

const reports = (...sketches: readonly Sketch[]): readonly CheckedReport[] => sketches.map((sketch, at) => reportOf({ unit: UNITS[at], ...sketch }));
const said = (...measures: readonly string[]): readonly CheckedReport[] => reports(...measures.map((measure) => ({ measure })));
const suspects = (given: readonly CheckedReport[]): string[] =>
  withMeasures(given, index, emptyHistory).flatMap(({ report, result }) => result.findings.flatMap((each) => (each.code === 'C07' ? [String(report.unit)] : [])));

test.each<readonly [string, readonly CheckedReport[], readonly string[]]>([
  ['all the same', said('người', 'người', 'người'), []],
  ['the same in other spellings', said('người', 'Lao động', 'số người'), []],
  ['one in thousands', said('người', 'người', 'nghìn người'), ['CL']],
  ['one in households', said('người', 'hộ', 'người'), ['CR']],
  ['two against two: nobody knows who is right', said('người', 'hộ', 'người', 'hộ'), ['NT', 'CR', 'CL', 'VN']],
  ['two alone', said('người', 'nghìn người'), ['NT', 'CR']],
  ['a unit alone', said('nghìn người'), []],
  ['words that are no known measure', said('người', 'xem ghi chú', 'người'), []],
  ['nothing stated', said('người', '', 'người'), []],
  ['a caption speaks of other rows', reports({ measure: 'người' }, { measure: 'tỷ đồng', from: 'caption' }, { measure: 'người' }), []],
  ['captions of another scale', reports({ measure: 'tỷ đồng', from: 'caption' }, { measure: 'tỷ đồng', from: 'caption' }, { measure: 'triệu đồng', from: 'caption' }), ['CL']],
  ['a row without figures', reports({ measure: 'người' }, { measure: 'nghìn người', row: { code: 'XH02' } }, { measure: 'người' }), []],
  ['K09 said it already', reports({ measure: 'người' }, { measure: 'nghìn người', findings: [makeFinding({ code: 'K09', params: { stated: 'nghìn người' }, indicator: 'XH02' }, { file: '', sheet: '', unit: 'CR', period: june })] }, { measure: 'người' }), []],
  ['a report that is held as a whole', reports({ measure: 'người' }, { measure: 'nghìn người', findings: [finding('K03', { unit: 'CR' })] }, { measure: 'người' }), []],
  ['an indicator that one lead gives', reports({ measure: 'triệu USD', row: { code: 'KT03', cumulative: 5 }, unit: 'SCT' }, { measure: 'tỷ đồng', row: { code: 'KT03', cumulative: 5 }, unit: 'CHQ' }), []],
])('%s', (_name, given, units) => expect(suspects(given)).toEqual(units));

test('the finding stands in the report that it doubts, at the cell of the measure, and names everybody', () => {
  const [, , doubted] = withMeasures(said('người', 'người', 'nghìn người'), index, emptyHistory);
  expect(doubted?.result.findings).toMatchObject([{
    code: 'C07', severity: 'E', held: true, unit: 'CL', indicator: 'XH02', period: june, cells: ['D12'], found: 'nghìn người',
    params: { measures: [{ unit: 'NT', measure: 'người' }, { unit: 'CR', measure: 'người' }, { unit: 'CL', measure: 'nghìn người' }] },
  }]);
});

test('what it doubts is held, and the analyst’s decision lets it in', () => {
  const [, , doubted] = withMeasures(said('người', 'người', 'nghìn người'), index, emptyHistory);
  if (!doubted) throw new Error('no report');
  const given = { checked: doubted, index, history: emptyHistory };
  const { facts, held } = factsOf({ ...given, decisions: [] });
  expect(facts).toMatchObject([{ unit: 'CL', indicator: 'XH02', used: false, reasons: ['C07'] }]);
  expect(held).toMatchObject([{ unit: 'CL', indicator: 'XH02', cell: 'H12', found: 60, codes: ['C07'], figure: 'cumulative' }]);
  expect(storedHeld(facts, june, [])).toMatchObject([{ codes: ['C07'] }]);
  const decided = factsOf({ ...given, decisions: [{ unit: 'CL', indicator: 'XH02', period: june, figure: 'cumulative', found: 60, action: 'takeOther', value: 60000 }] });
  expect(decided).toMatchObject({ facts: [{ used: true, cumulative: 60000 }], held: [] });
});

test('the whole month: the sum leaves it out', () => {
  const readings = said('người', 'người', 'nghìn người').map(({ report }): BookReading => ({
    file: report.source.file, hash: report.source.hash, modified: null, sheets: [{ status: 'report', report }], report, candidates: [], unused: [],
  }));
  const outcome = runMonth({ period: june, asOf: '2024-06-17', index, readings, stored: [], decisions: [], chosenFiles: [], now: '2024-06-17T08:00:00+07:00' });
  expect(outcome.consolidation.figures.find((each) => each.indicator === 'XH02')).toMatchObject({ cumulative: 120, partsUsed: 2, provisional: true });
  expect(outcome.consolidation.held.map((each) => `${each.unit} ${each.indicator} ${each.codes.join()}`)).toContain('CL XH02 C07');
  expect(outcome.inputs.flatMap((input) => input.result.findings).filter((each) => each.code === 'C07').map((each) => each.unit)).toEqual(['CL']);
});

test('the same file alone in a later run stays held; a new file of it does not', () => {
  const before = storedFact({ unit: 'NT', indicator: 'XH02', period: june, used: false, reasons: ['C07'], hash: 'hash NT', cumulative: 60 });
  const alone = said('nghìn người');
  const codesAfter = (hash: string) => withMeasures(alone, index, factIndex([{ ...before, hash }])).flatMap(({ result }) => result.findings.map((each) => each.code));
  expect(codesAfter('hash NT')).toEqual(['C07']);
  expect(codesAfter('an older file')).toEqual([]);
  expect(withMeasures(alone, index, factIndex([{ ...before, used: true }]))).toBe(alone);
});
