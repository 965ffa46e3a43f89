import type { DefinedName } from '../../src/core/grid';
import type { ColumnRole } from '../../src/core/report/types';
import { formPlan } from '../../src/core/sheets/form';
import type { SheetPlan } from '../../src/core/sheets/plan';
import { percentOf, type Draft, type Entry } from './draft';
import { cell, put, type Sheet } from './sheet';
import { YEAR } from './world';

/** The form's columns, as its specification lays them out. */
const ROLES: readonly ColumnRole[] = [
  'ordinal', 'code', 'name', 'unitOfMeasure', 'plan', 'previousMonth', 'month', 'cumulative', 'lastYear', 'percentOfPlan', 'percentOfLastYear', 'numerator', 'denominator', 'cause', 'remedy', 'note',
];
const FIRST_ROW = 10;

const plans = new WeakMap<object, Map<string, SheetPlan>>();

function planOf({ world, unit, month }: Draft): SheetPlan {
  const known = plans.get(world) ?? new Map<string, SheetPlan>();
  plans.set(world, known);
  const plan = known.get(`${unit}|${month}`) ?? formPlan({ unit, period: { year: YEAR, month }, index: world.index });
  known.set(`${unit}|${month}`, plan);
  return plan;
}

/** The standard form as the add-in makes it, filled in. Rows that the draft lacks are deleted from it. */
export function drawStandard(draft: Draft): Sheet {
  const plan = planOf(draft);
  const sheet: Sheet = {
    file: `${draft.unit}_${YEAR}-${String(draft.month).padStart(2, '0')}.xlsx`, name: plan.sheet, layout: 'standard', isStandard: true, cells: new Map(), merges: [...plan.merges],
    hiddenRows: [], hiddenColumns: [], visibility: 'visible', names: namesOf(plan), links: [], hasMacros: false, date1904: false, others: [],
    columns: new Map(ROLES.map((role, at) => [role, at])), rows: new Map(), headingTop: 7, headingBottom: 8, dataTop: FIRST_ROW, dataBottom: FIRST_ROW,
  };
  for (const { top, left, rows } of plan.blocks) {
    rows.forEach((line, down) => line.forEach((value, right) => {
      if (value === null || typeof value === 'boolean') return;
      if (typeof value === 'object') put(sheet, top + down, left + right, null, { formula: value.formula });
      else put(sheet, top + down, left + right, value);
    }));
  }
  for (const { area, style } of plan.styles) {
    if (style.numberFormat === undefined) continue;
    const present = cell(sheet, area.top, area.left);
    if (present !== null) sheet.cells.get(area.top)?.set(area.left, { ...present, format: style.numberFormat });
  }
  fill(sheet, draft);
  return sheet;
}

function namesOf(plan: SheetPlan): DefinedName[] {
  return plan.names.map(({ name, formula }) => ({ name, scope: null, value: formula.replace(/^="(.*)"$/, '$1') }));
}

function fill(sheet: Sheet, draft: Draft): void {
  const formRows = new Map<string, number>();
  for (const [row, line] of sheet.cells) {
    const code = line.get(1)?.content;
    if (row >= FIRST_ROW && code?.kind === 'text' && draft.world.index.indicator(code.value) !== null) formRows.set(code.value, row);
  }
  for (const row of draft.entries) {
    const at = formRows.get(row.indicator.code);
    if (at === undefined) throw new Error(`The form of ${draft.unit} has no row ${row.indicator.code}.`);
    fillRow(sheet, at, row);
    sheet.rows.set(row.indicator.code, at);
    sheet.dataBottom = Math.max(sheet.dataBottom, at);
  }
  const kept = new Set(draft.entries.map((each) => each.indicator.code));
  for (const [code, row] of formRows) if (!kept.has(code)) sheet.cells.delete(row);
}

/** Fills one row of the form; its formulas show what they would compute. */
export function fillRow(sheet: Sheet, at: number, row: Entry): void {
  const column = (role: ColumnRole): number => sheet.columns.get(role) ?? 0;
  put(sheet, at, column('code'), row.code);
  put(sheet, at, column('name'), row.name);
  put(sheet, at, column('unitOfMeasure'), row.measure);
  for (const role of ['plan', 'previousMonth', 'month', 'cumulative', 'lastYear', 'numerator', 'denominator'] as const) put(sheet, at, column(role), row.figures[role] ?? null);
  for (const role of ['cause', 'remedy', 'note'] as const) put(sheet, at, column(role), row[role]);
  for (const [role, base] of [['percentOfPlan', 'plan'], ['percentOfLastYear', 'lastYear']] as const) {
    const formula = cell(sheet, at, column(role))?.formula;
    const shown = percentOf(row.figures.cumulative, row.figures[base]);
    // A formula that shows nothing still has a result: the empty text.
    if (formula !== undefined) put(sheet, at, column(role), shown, { formula, ...(shown === '' ? { content: { kind: 'text', value: '' } } : {}) });
  }
}
