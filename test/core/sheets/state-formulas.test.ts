import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Indicator } from '../../../src/core/catalogue/types';
import type { ProvinceFigure } from '../../../src/core/consolidation/types';
import { stateOf } from '../../../src/core/sheets/state-formulas';
import { cellsOfRow, SUMMARY_COLUMNS, type SummaryKey } from '../../../src/core/sheets/summary-columns';
import { STATE_WORDS } from '../../../src/core/sheets/words';
import { assess } from '../../../src/core/targets/assess';
import { createCalculator } from '../../../src/workbench/calc/node';
import type { CellValue } from '../../../src/workbench/model/types';
import { cellAt, createWorkbook, setFormula, setValue } from '../../../src/workbench/model/workbook';

const index = indexCatalogue({ ...programme2024(), unitPlans: [] });
const columns = new Map(SUMMARY_COLUMNS.map(({ key }, position) => [key, position]));

function indicator(given: Partial<Indicator>): Indicator {
  return {
    code: 'X', name: 'X', short: 'X', aliases: [], unit: 'tỷ đồng', scale: 100, decimals: 1, bounds: { min: null, max: null, minExclusive: false, maxExclusive: false },
    kind: 'flow', aggregation: 'lead', target: { kind: 'number', value: 100 }, operator: '>=', better: 'up', baseline: null, tolerance: null,
    plausible: null, cuts: null, taskGroup: null, group: 'A', parent: null, derivation: null, validFrom: null, validTo: null, ...given,
  };
}

const KINDS: readonly (readonly [string, Partial<Indicator>])[] = [
  ['a flow', {}],
  ['a flow with cuts of its own', { cuts: { onTrack: 0.9, behind: 0.5 } }],
  ['a ceiling', { operator: '<=', better: 'down' }],
  ['a ceiling with cuts of its own', { operator: '<=', better: 'down', cuts: { onTrack: 0.7, behind: 0.6 } }],
  ['a stock', { kind: 'stock', baseline: 40 }],
  ['a stock with cuts of its own', { kind: 'stock', baseline: 40, cuts: { onTrack: 0.6, behind: 0.3 } }],
  ['a rate', { kind: 'rate' }],
  ['a rate with cuts of its own', { kind: 'rate', cuts: { onTrack: 5, behind: 12 } }],
  ['a rate with a baseline', { kind: 'rate', baseline: 45 }],
  ['a growth with cuts of its own', { kind: 'growth', cuts: { onTrack: 1.5, behind: 60 } }],
  ['a change', { kind: 'change', baseline: 2.11, target: { kind: 'number', value: 48 } }],
];
const VALUES = [0, 20, 24.9, 25, 30, 39.9, 40, 44, 45, 47.5, 50, 55, 58, 63, 66, 70, 80, 88, 95, 98, 98.5, 99.5, 100, 104] as const;

/** What Excel answers for a figure of June, and what the add-in says. */
async function states(given: Partial<Indicator>): Promise<readonly { readonly excel: CellValue; readonly computed: string }[]> {
  const one = indicator(given);
  const calculator = await createCalculator();
  const model = createWorkbook('t.xlsx', ['Tổng hợp']);
  const sheet = model.sheets[0];
  if (!sheet) throw new Error('no sheet');
  const computed = VALUES.map((value, row) => {
    const figure: ProvinceFigure = {
      indicator: 'X', month: null, cumulative: value, lastYear: null, numerator: null, denominator: null, asOf: { year: 2024, month: 6 },
      coverage: 1, partsExpected: 1, partsUsed: 1, partsMissing: [], provisional: false, dueNow: true, sources: [],
    };
    const assessment = assess({ indicator: one, figure, index, period: { year: 2024, month: 6 } });
    const put = (key: SummaryKey, content: CellValue): void => setValue(sheet, row, columns.get(key) ?? 0, content);
    put('cumulative', value);
    put('plan', assessment.target);
    put('asOf', 6);
    put('gapToDate', assessment.gapToDate);
    put('pace', assessment.pace);
    const cell = cellsOfRow(columns, row);
    setFormula(sheet, row, columns.get('state') ?? 0, `=${stateOf({ indicator: one, cell, goal: cell('plan'), owed: 'TRUE' })}`);
    return STATE_WORDS[assessment.state];
  });
  expect(calculator.recalculate(model).refused).toEqual([]);
  return computed.map((state, row) => ({ excel: cellAt(sheet, row, columns.get('state') ?? 0)?.value ?? null, computed: state }));
}

test.each(KINDS)('Excel and the add-in give %s the same states', async (_name, given) => {
  const found = await states(given);
  expect(found.map(({ excel }) => excel)).toEqual(found.map(({ computed }) => computed));
  expect(new Set(found.map(({ computed }) => computed)).size).toBeGreaterThan(2);
});

test('cuts of its own move the state of a flow', async () => {
  const at = VALUES.indexOf(45);
  const [plain, own] = await Promise.all([states({}), states({ cuts: { onTrack: 0.9, behind: 0.5 } })]);
  expect([plain[at]?.excel, own[at]?.excel]).toEqual([STATE_WORDS.behind, STATE_WORDS.onTrack]);
});
