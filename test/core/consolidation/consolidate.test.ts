import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { consolidate, type ConsolidateInput } from '../../../src/core/consolidation/consolidate';
import type { Consolidation, Fact, FactChange, ProvinceFigure } from '../../../src/core/consolidation/types';
import { targetFindings } from '../../../src/core/targets/findings';
import { assessAll } from '../../../src/core/targets/assess-all';
import { checkedReport, finding, storedFact } from './reports';

const index = indexCatalogue(programme2024());
const june = { year: 2024, month: 6 };
const at = (month: number) => ({ year: 2024, month });
const DISTRICTS = ['NT', 'CR', 'CL', 'VN', 'NH', 'KV', 'DK', 'KS'];

function run(facts: readonly Fact[], given: Partial<ConsolidateInput> = {}): Consolidation {
  return consolidate({ period: june, asOf: '2024-06-10', index, reports: [], facts, changes: [], held: [], ...given });
}
function figure(facts: readonly Fact[], code: string, given: Partial<ConsolidateInput> = {}): ProvinceFigure {
  const found = run(facts, given).figures.find((each) => each.indicator === code);
  if (!found) throw new Error(code);
  return found;
}
const fact = (unit: string, indicator: string, month: number, given: Partial<Fact> = {}): Fact => storedFact({ unit, indicator, period: at(month), role: 'part', ...given });
const jobs = (month: number, given: Partial<Fact> = {}): Fact[] => DISTRICTS.map((unit) => fact(unit, 'XH02', month, { month: 0.1, cumulative: 1.1, lastYear: 1, ...given }));

test('a sum over all parts, without noise', () => {
  expect(figure(jobs(6), 'XH02')).toMatchObject({ month: 0.8, cumulative: 8.8, lastYear: 8, coverage: 1, provisional: false, partsMissing: [], asOf: june });
});

test('a missing and a held part are left out, nothing is imputed', () => {
  const facts = [...jobs(6).slice(2), fact('NT', 'XH02', 5, { month: 1, cumulative: 5 }), fact('CR', 'XH02', 6, { cumulative: 9, used: false })];
  expect(figure(facts, 'XH02')).toMatchObject({ cumulative: 6.6, coverage: 0.75, provisional: true, partsMissing: ['NT', 'CR'] });
});

test('last year is over the same units as this year, or not at all', () => {
  const [first, ...rest] = jobs(6);
  expect(figure([...rest, ...(first ? [{ ...first, lastYear: null }] : [])], 'XH02')).toMatchObject({ cumulative: 8.8, lastYear: null });
  expect(figure(rest, 'XH02')).toMatchObject({ cumulative: 7.7, lastYear: 7 });
});

test('what a second source says is never added', () => {
  expect(figure([...jobs(6), fact('SLDTBXH', 'XH02', 6, { cumulative: 500, role: 'check' })], 'XH02').cumulative).toBe(8.8);
});

test('due monthly and not reported this month: no figure', () => {
  expect(figure([fact('SCT', 'KT03', 5, { role: 'lead', month: 1, cumulative: 2 })], 'KT03')).toMatchObject({ cumulative: null, coverage: 0, asOf: null, dueNow: true, provisional: false });
});

test('due quarterly: the latest up to the month, its month beside it, no figure for the month itself', () => {
  const facts = [fact('CTK', 'KT05', 3, { role: 'lead', month: 7, cumulative: 10, lastYear: 8 }), fact('CTK', 'KT05', 6, { role: 'lead', cumulative: 99 })];
  expect(figure(facts, 'KT05', { period: at(5) })).toMatchObject({ cumulative: 10, month: null, lastYear: 8, asOf: at(3), dueNow: false, provisional: false });
  expect(figure(facts, 'KT05.1', { period: at(5) })).toMatchObject({ cumulative: 25, coverage: null, asOf: at(3), dueNow: false });
});

test.each([
  ['a part of the year against the same part of last year', 9, 25],
  ['the full year against last year’s total', 12, (100_000 / 71_300 - 1) * 100],
])('investment’s growth: %s', (_name, month, growth) => {
  const facts = [fact('CTK', 'KT05', month, { role: 'lead', cumulative: 100_000, lastYear: 80_000 })];
  expect(figure(facts, 'KT05.1', { period: at(month) }).cumulative).toBeCloseTo(growth, 9);
});

test('the full year’s total does not stand in for a figure of September', () => {
  const facts = [fact('CTK', 'KT05', 9, { role: 'lead', cumulative: 100_000, lastYear: 80_000 })];
  expect(figure(facts, 'KT05.1', { period: at(12) })).toMatchObject({ cumulative: 25, asOf: at(9) });
});

test('a quarter’s figure that is due and older is provisional', () => {
  const facts = DISTRICTS.map((unit) => fact(unit, 'MT03', unit === 'KS' ? 3 : 6, { cumulative: 50, numerator: 1, denominator: 2 }));
  expect(figure(facts, 'MT03')).toMatchObject({ numerator: 8, denominator: 16, cumulative: 50, coverage: 1, provisional: true, asOf: june });
});

test('a ratio is Σ numerators ÷ Σ denominators, never a mean (V5)', () => {
  const facts = [fact('NT', 'XH07', 6, { cumulative: 10, numerator: 1, denominator: 10 }), fact('CR', 'XH07', 6, { cumulative: 90, numerator: 90, denominator: 100 })];
  expect(figure(facts, 'XH07').cumulative).toBeCloseTo(82.7273, 4);
});

test('a change is what the province’s rate is below last year’s', () => {
  expect(figure([fact('NT', 'XH01', 12, { numerator: 16, denominator: 1000 })], 'XH01', { period: at(12) }).cumulative).toBeCloseTo(0.51, 12);
});

test('a stock is the latest of each part, and its share is of the communes of the month', () => {
  const facts = [fact('NT', 'XH12', 2, { cumulative: 40 }), fact('NT', 'XH12', 4, { cumulative: 41 }), fact('CR', 'XH12', 2, { cumulative: 5 })];
  expect(figure(facts, 'XH12')).toMatchObject({ cumulative: 46, asOf: at(4), coverage: 0.25, provisional: false });
  expect(figure(facts, 'XH12.2').cumulative).toBeCloseTo(50, 12);
  expect(figure(facts, 'XH12.2', { period: at(11) }).cumulative).toBeCloseTo((46 / 90) * 100, 12);
});

test('later months and other years make no figure, and are not lost', () => {
  const facts = [fact('SCT', 'KT03', 7, { role: 'lead', cumulative: 9 }), storedFact({ unit: 'SCT', indicator: 'KT03', period: { year: 2023, month: 6 }, cumulative: 8 })];
  expect(figure(facts, 'KT03').cumulative).toBeNull();
  expect(run(facts).facts).toHaveLength(2);
});

test('an indicator that is derived from itself has no figure', () => {
  const catalogue = programme2024();
  const circular = indexCatalogue({ ...catalogue, indicators: catalogue.indicators.map((each) => (each.code === 'NV01' ? { ...each, derivation: { method: 'growth' as const, of: 'NV01' } } : each)) });
  expect(figure([], 'NV01', { index: circular }).cumulative).toBeNull();
});

const codes = (consolidation: Consolidation, unit: string): string[] => consolidation.findings.filter((each) => each.unit === unit).map((each) => each.code);

test('who is absent is said by C01 up to the deadline and by D01 after it; words only after it', () => {
  const before = run([], { asOf: '2024-06-17' });
  const after = run([], { asOf: '2024-06-20' });
  expect([codes(before, 'KS'), codes(after, 'KS')]).toEqual([['C01'], ['D01']]);
  expect([codes(before, 'SDL'), codes(after, 'SDL')]).toEqual([[], ['C03']]);
  expect(after.findings.find((each) => each.code === 'D01')?.params).toEqual({ deadline: '2024-06-17', daysLate: 3 });
  expect(codes(run([], { asOf: '2024-06-20', wordsReceived: ['SDL'] }), 'SDL')).toEqual([]);
});

test('facts stored earlier say that a unit was in; figures from one that owed none are noted', () => {
  const { units, findings } = run([fact('KS', 'XH02', 6, { cumulative: 1 }), fact('SGDDT', 'XH10', 6, { numerator: 1, denominator: 2 })]);
  expect(units.received).toEqual(['KS']);
  expect(findings.filter((each) => each.code === 'C02').map((each) => each.unit)).toEqual(['SGDDT']);
});

test('open errors are never silent', () => {
  const report = checkedReport({ unit: 'SCT', period: june, rows: [], findings: [finding('V01', { unit: 'SCT' })] });
  expect(run([], { reports: [report] }).findings.find((each) => each.code === 'C05')).toMatchObject({ unit: 'SCT', params: { errors: 1, held: 0, leftOut: false } });
});

const revenue = (total: number): Fact[] => [
  fact('STC', 'KT04', 6, { role: 'lead', month: 1, cumulative: total }),
  fact('CHQ', 'KT04.1', 6, { role: 'lead', month: 1, cumulative: 400 }),
  fact('CTH', 'KT04.2', 6, { role: 'lead', month: 1, cumulative: 600 }),
];
test.each([
  ['within half a percent', revenue(1004), 0],
  ['beyond it', revenue(1006), 1],
  ['with a part missing it is not judged', revenue(2000).slice(0, 2), 0],
])('revenue and its parts: %s', (_name, facts, count) => {
  const found = run(facts).findings.filter((each) => each.code === 'C09');
  expect(found).toHaveLength(count);
  if (count > 0) expect(found[0]).toMatchObject({ indicator: 'KT04', params: { totalValue: 1006, sum: 1000, imbalance: -6 } });
});

test('a changed figure is told old → new; an added one is not', () => {
  const now = fact('SCT', 'KT03', 6, { role: 'lead', cumulative: 11, cells: { cumulative: 'H12' } });
  const where = { unit: 'SCT', indicator: 'KT03', period: june };
  const changes: readonly FactChange[] = [
    { ...where, kind: 'changed', figure: 'cumulative', before: 10, after: 11 },
    { ...where, kind: 'changed', figure: 'used', before: false, after: true },
    { ...where, indicator: 'KT04', kind: 'added', figure: 'cumulative', before: null, after: 3 },
    { ...where, indicator: 'KT01', kind: 'removed', figure: 'cumulative', before: 5, after: null },
  ];
  const found = run([now], { changes }).findings.filter((each) => each.code === 'C06');
  expect(found.map((each) => [each.indicator, each.params])).toEqual([
    ['KT03', { role: 'cumulative', before: 10, after: 11 }],
    ['KT01', { role: 'cumulative', before: 5, after: null }],
  ]);
  expect(found[0]?.cells).toEqual(['H12']);
});

test('what is behind is said once for each indicator, and a held report is no "not due"', () => {
  const made = run([fact('SCT', 'KT03', 6, { role: 'lead', month: 1, cumulative: 100 }), fact('SLDTBXH', 'XH03', 5, { role: 'lead', cumulative: 9, used: false })], { period: at(5) });
  const behind = run([fact('SCT', 'KT03', 6, { role: 'lead', month: 1, cumulative: 100 })]);
  expect(assessAll(made, index).find((each) => each.indicator === 'XH03')?.state).toBe('noData');
  expect(targetFindings({ assessments: assessAll(behind, index), consolidation: behind, index })).toMatchObject([{ code: 'G06', indicator: 'KT03', params: { reason: 'farBehind', value: 100, expected: 935 } }]);
});
