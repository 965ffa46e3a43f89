import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { consolidate } from '../../../src/core/consolidation/consolidate';
import type { Fact } from '../../../src/core/consolidation/types';
import type { Period } from '../../../src/core/period';
import { storedFact } from './reports';

const index = indexCatalogue(programme2024());
const june: Period = { year: 2024, month: 6 };
const districts = ['NT', 'CR', 'CL', 'VN', 'NH', 'KV', 'DK', 'KS'] as const;

type Given = Partial<Fact> & { readonly at?: number };
function fact(unit: string, indicator: string, { at = 6, ...given }: Given): Fact {
  return storedFact({ unit, indicator, period: { year: 2024, month: at }, cells: { cumulative: 'H12' }, ...given });
}
const findings = (facts: readonly Fact[], code: string, period = june) =>
  consolidate({ period, asOf: '2024-06-17', index, reports: [], facts, changes: [], held: [] }).findings.filter((each) => each.code === code);

const exportsOf = (value: number, given: Given = {}) => fact('SCT', 'KT03', { month: 1, cumulative: value, ...given });
const customs = (value: number | null, given: Given = {}) => fact('CHQ', 'KT03', { role: 'check', cumulative: value, ...given });
const jobs = (each: number, given: Given = {}) => districts.map((unit) => fact(unit, 'XH02', { role: 'part', month: 1, cumulative: each, ...given }));
const labour = (value: number, given: Given = {}) => fact('SLDTBXH', 'XH02', { role: 'check', cumulative: value, ...given });
const insured = (numerator: number) => districts.map((unit) => fact(unit, 'XH07', { role: 'part', cumulative: numerator, numerator, denominator: 100 }));

test.each<readonly [string, readonly Fact[], number]>([
  ['the same', [exportsOf(1000), customs(1000)], 0],
  ['half a percent away', [exportsOf(1000), customs(1005)], 0],
  ['more than half a percent away', [exportsOf(1000), customs(1006)], 1],
  ['less, by more than half a percent', [exportsOf(1000), customs(994)], 1],
  ['no second source', [exportsOf(1000)], 0],
  ['no lead', [customs(900)], 0],
  ['the second source is of another month', [exportsOf(1000), customs(900, { at: 5 })], 0],
  ['the lead is of another month', [exportsOf(1000, { at: 5 }), customs(900)], 0],
  ['the second source is held', [exportsOf(1000), customs(900, { used: false })], 0],
  ['the lead is held', [exportsOf(1000, { used: false }), customs(900)], 0],
  ['the second source says nothing', [exportsOf(1000), customs(null)], 0],
  ['nothing on both sides', [exportsOf(0), customs(0)], 0],
  ['nothing of the lead', [exportsOf(0), customs(3)], 1],
  ['districts together the same', [...jobs(100), labour(800)], 0],
  ['districts together otherwise', [...jobs(100), labour(806)], 1],
  ['a district is missing', [...jobs(100).slice(1), labour(900)], 0],
  ['a district is held', [...jobs(100).slice(1), fact('NT', 'XH02', { role: 'part', month: 1, cumulative: 100, used: false }), labour(900)], 0],
  ['rates: Σ ÷ Σ within half a percent', [...insured(94), fact('BHXH', 'XH07', { role: 'check', cumulative: 94.4 })], 0],
  ['rates: Σ ÷ Σ beyond it', [...insured(94), fact('BHXH', 'XH07', { role: 'check', cumulative: 95 })], 1],
])('a second source: %s', (_name, facts, count) => expect(findings(facts, 'C10')).toHaveLength(count));

test('who says what: the lead first, or the department that checks', () => {
  expect(findings([exportsOf(1000), customs(900)], 'C10')).toMatchObject([
    { severity: 'W', indicator: 'KT03', unit: null, period: june, params: { lead: 'SCT', leadValue: 1000, others: ['CHQ'], otherValue: 900, share: 0.1 } },
  ]);
  expect(findings([...jobs(100), labour(1000)], 'C10')).toMatchObject([{ params: { lead: 'SLDTBXH', leadValue: 1000, otherValue: 800, share: 0.2 } }]);
});

test('the threshold is the catalogue’s', () => {
  const catalogue = programme2024();
  const wide = indexCatalogue({ ...catalogue, thresholds: { ...catalogue.thresholds, crossCheckShare: 0.2 } });
  const found = consolidate({ period: june, asOf: '2024-06-17', index: wide, reports: [], facts: [exportsOf(1000), customs(900)], changes: [], held: [] }).findings;
  expect(found.filter((each) => each.code === 'C10')).toEqual([]);
});

test('the second source is never added', () => {
  const { figures } = consolidate({ period: june, asOf: '2024-06-17', index, reports: [], facts: [...jobs(100), labour(1000)], changes: [], held: [] });
  expect(figures.find((each) => each.indicator === 'XH02')).toMatchObject({ cumulative: 800, partsUsed: 8 });
});

test.each<readonly [string, readonly Fact[], readonly string[]]>([
  ['a reported figure', [exportsOf(1)], []],
  ['typed by hand', [exportsOf(1, { method: 'typed', file: '', cells: {} })], ['cumulative 1']],
  ['typed into a reported row', [exportsOf(1, { method: 'typed' })], ['cumulative 1']],
  ['without a file', [exportsOf(1, { file: '' })], ['cumulative 1']],
  ['without a cell', [exportsOf(1, { cells: {} })], ['cumulative 1']],
  ['computed from a cell that is known', [exportsOf(1, { method: 'computed', cells: { month: 'G12' } })], []],
  ['typed, but held', [exportsOf(1, { method: 'typed', used: false })], []],
  ['typed, but only compared', [exportsOf(1000), customs(1000, { method: 'typed' })], []],
  ['typed for a month that does not count any more', [exportsOf(1, { at: 5, method: 'typed' }), exportsOf(2)], []],
  ['typed for a quarter that still counts', [fact('CTK', 'KT01', { at: 3, cumulative: 8.2, method: 'typed' })], ['cumulative 8.2']],
])('a figure without a source: %s', (_name, facts, said) => {
  expect(findings(facts, 'C08').map((each) => (each.code === 'C08' ? `${each.params.role} ${each.params.value}` : ''))).toEqual(said);
});

test('a figure without a source names its unit and month', () => {
  expect(findings([fact('CTK', 'KT01', { at: 3, cumulative: 8.2, method: 'typed', file: '', sheet: '' })], 'C08')).toMatchObject([{ severity: 'W', unit: 'CTK', indicator: 'KT01', period: { year: 2024, month: 3 } }]);
});
