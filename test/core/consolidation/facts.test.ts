import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Finding } from '../../../src/core/checks/finding';
import { emptyHistory } from '../../../src/core/checks/history';
import { factIndex } from '../../../src/core/consolidation/fact-index';
import { factsOf, type FactsOutput } from '../../../src/core/consolidation/facts';
import type { Decision, Fact } from '../../../src/core/consolidation/types';
import { checkedReport, finding, storedFact, type SaidRow } from './reports';

const index = indexCatalogue(programme2024());
const period = { year: 2024, month: 6 };
const may = { year: 2024, month: 5 };

interface Given {
  readonly unit?: string;
  readonly row: SaidRow;
  readonly findings?: readonly Finding[];
  readonly history?: readonly Fact[];
  readonly decisions?: readonly Decision[];
}

function factsFor({ unit = 'SCT', row, findings = [], history, decisions = [] }: Given): FactsOutput {
  return factsOf({ checked: checkedReport({ unit, period, rows: [row], findings }), index, history: history ? factIndex(history) : emptyHistory, decisions });
}

const mayExports = storedFact({ unit: 'SCT', indicator: 'KT03', period: may, month: 196.4, cumulative: 883.8 });
const months = [1, 2, 3, 4, 5].map((month) => storedFact({ unit: 'SCT', indicator: 'KT03', period: { year: 2024, month }, month: 0.1 }));

const CASES: readonly (readonly [string, Given, Partial<Fact> | null])[] = [
  ['figures as stated', { row: { code: 'KT03', month: 1.5, cumulative: 9.5, lastYear: 8 } }, { month: 1.5, cumulative: 9.5, lastYear: 8, used: true, method: 'reported', state: 'figure' }],
  ['a blank cumulative continues last month', { row: { code: 'KT03', month: 0.1 }, history: [mayExports] }, { cumulative: 883.9, method: 'computed', cells: { month: 'G12' } }],
  ['or is the sum of all months since January', { row: { code: 'KT03', month: 0.2 }, history: months }, { cumulative: 0.7, method: 'computed' }],
  ['with a month missing nothing is filled', { row: { code: 'KT03', month: 0.2 }, history: months.slice(1) }, { cumulative: null, used: false, method: 'reported' }],
  ['a held last month fills nothing', { row: { code: 'KT03', month: 0.2 }, history: [{ ...mayExports, used: false }] }, { cumulative: null, used: false }],
  ['a blank month is the difference', { row: { code: 'KT03', cumulative: 883.9 }, history: [mayExports] }, { month: 0.1, method: 'computed' }],
  ['a placeholder is not blank', { row: { code: 'KT03', month: 5, cumulative: '-' }, history: [mayExports] }, { cumulative: null, used: false, state: 'notOccurred', method: 'reported' }],
  ['a month is not asked of what is due quarterly', { unit: 'CTK', row: { code: 'KT05', cumulative: 5 }, history: [storedFact({ unit: 'CTK', indicator: 'KT05', period: may, cumulative: 4 })] }, { month: null, method: 'reported' }],
  ['a rate is its quotient, without last year', { unit: 'NT', row: { code: 'XH07', cumulative: 99, lastYear: 98, numerator: 1, denominator: 8 } }, { cumulative: 12.5, lastYear: null, used: true }],
  ['so is a lead’s', { unit: 'TTT', row: { code: 'NV03', cumulative: 99, numerator: 3, denominator: 4 } }, { cumulative: 75, role: 'lead' }],
  ['a lead’s bare rate is used', { unit: 'TTT', row: { code: 'NV03', cumulative: 99 } }, { cumulative: 99, used: true }],
  ['a part’s bare rate is not', { unit: 'NT', row: { code: 'XH07', cumulative: 99 }, findings: [finding('V01', { indicator: 'XH07' })] }, { cumulative: 99, used: false, reasons: ['V01'] }],
  ['a change is the cut from its baseline', { unit: 'NT', row: { code: 'XH01', numerator: 1, denominator: 100 } }, { cumulative: 2.11 - 1 }],
  ['a second source is kept apart', { unit: 'CHQ', row: { code: 'KT03', month: 1, cumulative: 2 } }, { role: 'check', used: true }],
  ['a blank row is no fact', { row: { code: 'KT03', plan: 1870, lastYear: 5 } }, null],
  ['nor is another unit’s indicator', { row: { code: 'KT04', month: 1, cumulative: 2 } }, null],
  ['a warning marks it', { row: { code: 'KT03', month: 1, cumulative: 2 }, findings: [finding('T02', { indicator: 'KT03' })] }, { used: true, marks: ['T02'] }],
];
test.each(CASES)('%s', (_name, given, wanted) => {
  const { facts } = factsFor(given);
  if (wanted === null) expect(facts).toEqual([]);
  else expect(facts).toEqual([expect.objectContaining(wanted)]);
});

const scale = finding('V15', { unit: 'SCT', indicator: 'KT03', cells: ['H12'] });
const tooLarge: SaidRow = { code: 'KT03', month: 218, cumulative: 660000 };
const decide = (given: Partial<Decision>): Decision => ({ unit: 'SCT', indicator: 'KT03', period, figure: 'cumulative', found: 660000, action: 'take', value: null, ...given });

test('a held figure keeps its row out and is listed with its cell', () => {
  const { facts, held } = factsFor({ row: tooLarge, findings: [scale] });
  expect(facts[0]).toMatchObject({ used: false, reasons: ['V15'], month: 218, cumulative: 660000 });
  expect(held).toEqual([{ unit: 'SCT', indicator: 'KT03', period, file: 'SCT.xlsx', sheet: 'Biểu 01', cell: 'H12', found: 660000, codes: ['V15'], figure: 'cumulative' }]);
});

test.each([
  ['take', decide({}), { used: true, cumulative: 660000 }],
  ['take the other reading', decide({ action: 'takeOther' }), { used: true, cumulative: 660 }],
  ['take a number of one’s own', decide({ action: 'takeOther', value: 661 }), { used: true, cumulative: 661 }],
  ['leave out', decide({ action: 'leaveOut' }), { used: false }],
] as const)('decided: %s', (_name, decision, wanted) => {
  const { facts, held } = factsFor({ row: tooLarge, findings: [scale], decisions: [decision] });
  expect(facts[0]).toMatchObject({ ...wanted, reasons: ['V15'] });
  expect(held).toEqual([]);
});

test.each([
  ['another value was found', decide({ found: 660001 })],
  ['another figure', decide({ figure: 'month', found: 218 })],
  ['another month', decide({ period: may })],
  ['another unit', decide({ unit: 'CHQ' })],
])('a decision does not count: %s', (_name, decision) => {
  expect(factsFor({ row: tooLarge, findings: [scale], decisions: [decision] }).facts[0]?.used).toBe(false);
});

test('of two readings the likelier is taken, or the other', () => {
  const given = { row: { code: 'KT03', month: 1, cumulative: [1051, 1.051] } as const, findings: [finding('V04', { indicator: 'KT03', cells: ['H12'] })] };
  const take = (action: Decision['action']) => factsFor({ ...given, decisions: [decide({ found: 'two readings', action })] }).facts[0]?.cumulative;
  expect(factsFor(given).facts[0]).toMatchObject({ used: false, cumulative: null });
  expect([take('take'), take('takeOther')]).toEqual([1051, 1.051]);
});

test('a decision of an earlier run stands while the file is the same', () => {
  const taken = storedFact({ unit: 'SCT', indicator: 'KT03', period, month: 218, cumulative: 660, reasons: ['V15'], hash: 'h1' });
  expect(factsFor({ row: tooLarge, findings: [scale], history: [taken] })).toMatchObject({ facts: [{ used: true, cumulative: 660 }], held: [] });
  expect(factsFor({ row: tooLarge, findings: [scale], history: [{ ...taken, hash: 'h0' }] }).facts[0]?.used).toBe(false);
  expect(factsFor({ row: tooLarge, findings: [scale], history: [{ ...taken, reasons: [] }] }).facts[0]?.used).toBe(false);
});

test('a finding on the sheet holds all of its figures', () => {
  const checked = checkedReport({ unit: 'CAT', period, rows: [{ code: 'NV08.1', month: 1, cumulative: 2 }, { code: 'NV08.3', month: 3, cumulative: 4 }], findings: [finding('K03')] });
  const { facts, held } = factsOf({ checked, index, history: emptyHistory, decisions: [] });
  expect(facts.map((fact) => fact.used)).toEqual([false, false]);
  expect(held.map((each) => each.cell)).toEqual(['H12', 'H13']);
});

test('a report of nobody gives no facts; its figures wait', () => {
  const { facts, held } = factsOf({ checked: checkedReport({ unit: null, period, rows: [tooLarge], findings: [{ ...finding('K03') }] }), index, history: emptyHistory, decisions: [] });
  expect(facts).toEqual([]);
  expect(held).toMatchObject([{ unit: null, indicator: 'KT03', cell: 'H12', codes: ['K03'] }]);
});

test('of differing duplicate rows the decided one counts', () => {
  const rows = [{ code: 'KT03', month: 1, cumulative: 10 }, { code: 'KT03', month: 1, cumulative: 20 }];
  const checked = checkedReport({ unit: 'SCT', period, rows, findings: [finding('S14', { indicator: 'KT03', cells: ['C12', 'C13'] })] });
  const make = (decisions: readonly Decision[]) => factsOf({ checked, index, history: emptyHistory, decisions });
  expect(make([]).held.map((each) => each.found)).toEqual([10, 20]);
  expect(make([decide({ found: 20 })]).facts).toMatchObject([{ used: true, cumulative: 20 }]);
});

test('a unit whose open errors are to be left out gives nothing to the province', () => {
  const catalogue = programme2024();
  const strict = indexCatalogue({ ...catalogue, units: catalogue.units.map((unit) => ({ ...unit, openErrors: 'leaveOut' as const })) });
  const checked = checkedReport({ unit: 'SCT', period, rows: [{ code: 'KT03', month: 1, cumulative: 2 }], findings: [finding('V01', { indicator: 'KT04' })] });
  expect(factsOf({ checked, index: strict, history: emptyHistory, decisions: [] }).facts).toMatchObject([{ used: false, reasons: ['C05'] }]);
  expect(factsOf({ checked, index, history: emptyHistory, decisions: [] }).facts).toMatchObject([{ used: true, marks: ['C05'] }]);
});
