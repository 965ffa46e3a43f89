import { groupTitle } from '../catalogue/groups';
import type { Catalogue, CatalogueIndex } from '../catalogue/types';
import type { Finding } from '../checks/finding';
import type { CheckedReport, Consolidation } from '../consolidation/types';
import type { Submission } from '../deadlines/types';
import type { Grid, TableArea } from '../grid';
import type { Assessment } from '../targets/types';
import {
  ASSIGNMENT_COLUMNS, DENOMINATOR_COLUMNS, HOLIDAY_COLUMNS, INDICATOR_COLUMNS, UNIT_COLUMNS, UNIT_PLAN_COLUMNS, type CatalogueColumn,
} from './catalogue-columns';
import { factTable } from './fact-table';
import { findingRows, findingTable, type Render } from './finding-table';
import { SHEETS, TABLES } from './names';
import { obstaclesOf, obstacleTable } from './obstacle-table';
import type { SheetPlan } from './plan';
import { changesAnything, tableSheetPlan } from './plan-sheet';
import { summaryGrid, type OwnSheets } from './read-own';
import { submissionTable } from './submission-table';
import { planSummary } from './summary';
import { findStored, ours, planTable, textOf, type StoredTable, type TablePart, type TableSpec } from './table';

export interface PlanInput {
  readonly catalogue: Catalogue;
  readonly index: CatalogueIndex;
  readonly consolidation: Consolidation;
  readonly assessments: readonly Assessment[];
  readonly submissions: readonly Submission[];
  /** All findings of all inputs and of the consolidation. */
  readonly findings: readonly Finding[];
  /** Reports that were used, this month's and earlier ones. */
  readonly reports: readonly CheckedReport[];
  readonly own: OwnSheets;
  /** The sheets of the open workbook as they stand. */
  readonly existing: readonly Grid[];
  readonly tables: readonly TableArea[];
  /** ISO 8601 with zone; stamped into rows that are new. */
  readonly now: string;
  readonly render: Render;
}

/**
 * What the workbook should hold after this consolidation, as plans of just the cells that change; none when nothing
 * does. The province's table comes along whenever anything is written, so that its results can be compared.
 */
export function planSheets(input: PlanInput): SheetPlan[] {
  const { index, consolidation, now, existing } = input;
  const { period } = consolidation;
  const stored = (name: string): StoredTable | null => findStored(name, input.tables, existing);
  const facts = stored(TABLES.facts);
  const findings = stored(TABLES.findings);
  const obstacles = stored(TABLES.obstacles);
  const rows = findingRows(input.findings, findings, period, now, input.render);
  const single = <Row>(sheet: string, spec: TableSpec<Row>, items: readonly Row[], found: StoredTable | null, tabColor: string, frozenColumns: number): SheetPlan => {
    // A table of that name without our headings is somebody else's: ours is planned anew, and Excel refuses the taken name.
    const table = ours(found, spec.keyHeaders);
    const home = homeOf(sheet, table, existing);
    return tableSheetPlan(home.sheet, home.grid, [planTable(spec, items, table, { row: 0, column: 0 })], { tabColor, frozenColumns });
  };
  const plans = [
    planCatalogueSheet(input.catalogue, stored, existing),
    single(SHEETS.facts, factTable(index, period, now), consolidation.facts, facts, '#0F5A43', 6),
    single(SHEETS.submissions, submissionTable(index), input.submissions, stored(TABLES.submissions), '#6B4E00', 4),
    single(SHEETS.findings, findingTable(index, period, input.reports, rows), rows, findings, '#7A2E00', 3),
    single(SHEETS.obstacles, obstacleTable(index, groupTitle), obstaclesOf(input.reports, obstacles), obstacles, '#4F2469', 3),
  ];
  const grid = summaryGrid(existing);
  const sheet = grid?.name ?? freeName(SHEETS.summary, existing);
  const summary = planSummary({ sheet, grid, names: input.own.names, index, consolidation, assessments: input.assessments });
  const changed = plans.filter(changesAnything);
  return changed.length > 0 || changesAnything(summary) ? [summary, ...changed] : [];
}

/** Where a table lives: its own sheet wherever that is, else a new one, under another name where the name is taken. */
function homeOf(sheet: string, table: StoredTable | null, existing: readonly Grid[]): { readonly sheet: string; readonly grid: Grid | null } {
  return table ? { sheet: table.sheet, grid: table.grid } : { sheet: freeName(sheet, existing), grid: null };
}

function freeName(sheet: string, existing: readonly Grid[]): string {
  const taken = (name: string): boolean => existing.some((grid) => grid.name.toLowerCase() === name.toLowerCase());
  let name = sheet;
  for (let number = 2; taken(name); number += 1) name = `${sheet} (${number})`;
  return name;
}

/**
 * Danh mục belongs to the analysts: it is filled once, and later only what formulas need is added to rows of theirs.
 * A table that is missing is made again beside the others.
 */
function planCatalogueSheet(catalogue: Catalogue, stored: (name: string) => StoredTable | null, existing: readonly Grid[]): SheetPlan {
  let left = 0;
  const parts: TablePart[] = [];
  const anchor = Object.values(TABLES).slice(4).map(stored).find((table) => table !== null) ?? null;
  const add = <Row>(name: string, columns: readonly CatalogueColumn<Row>[], rows: readonly Row[]): void => {
    const table = stored(name);
    const spec: TableSpec<Row> = { name, columns, keyHeaders: [], keyOf: (row) => JSON.stringify(row), keyOfStored: () => null };
    const part = table ? formulasOnly(columns, table) : planTable(spec, rows, null, { row: 1, column: left });
    parts.push(part);
    if (!table || table.sheet === anchor?.sheet) left = Math.max(left, part.area.right + 2);
  };
  const tables = Object.values(TABLES).slice(4).map(stored);
  for (const table of tables) if (table && table.sheet === anchor?.sheet) left = Math.max(left, table.area.right + 2);
  add(TABLES.indicators, INDICATOR_COLUMNS, catalogue.indicators);
  add(TABLES.units, UNIT_COLUMNS, catalogue.units);
  add(TABLES.assignments, ASSIGNMENT_COLUMNS, catalogue.assignments);
  add(TABLES.unitPlans, UNIT_PLAN_COLUMNS, catalogue.unitPlans);
  add(TABLES.holidays, HOLIDAY_COLUMNS, catalogue.holidays);
  add(TABLES.denominators, DENOMINATOR_COLUMNS, catalogue.denominators);
  const home = homeOf(SHEETS.catalogue, anchor, existing);
  const own = parts.filter((_, position) => tables[position] === null || tables[position]?.sheet === home.sheet);
  const plan = tableSheetPlan(home.sheet, home.grid, own, { tabColor: '#555555', frozenColumns: 0 });
  if (home.grid) return plan;
  const titles = ['Chỉ tiêu', 'Đơn vị', 'Phân công: ai báo cáo chỉ tiêu nào', 'Kế hoạch giao cho đơn vị', 'Ngày nghỉ', 'Mẫu số có thời hạn'];
  return {
    ...plan,
    blocks: [...parts.map((part, position) => ({ top: 0, left: part.area.left, rows: [[titles[position] ?? null]] })), ...plan.blocks],
    styles: [...parts.map((part) => ({ area: { top: 0, bottom: 0, left: part.area.left, right: part.area.left }, style: { bold: true, fontSize: 13 } })), ...plan.styles],
  };
}

/** The helper formulas of a table that the analysts keep; nothing else in it is touched. */
function formulasOnly<Row>(columns: readonly CatalogueColumn<Row>[], table: StoredTable): TablePart {
  const writes = table.rows.flatMap((row) =>
    columns.flatMap((column) => {
      const position = table.columnOf(column.header);
      const value = helperFormula(column);
      const filled = columns.some((each) => helperFormula(each) === null && textOf(row.at(each.header)) !== '');
      return position !== null && value !== null && filled ? [{ row: row.row, column: position, value }] : [];
    }),
  );
  const codes = columns.filter((column) => column.required).flatMap((column) => table.columnOf(column.header) ?? []);
  return { writes, table: null, styles: [], validations: [], widths: {}, area: table.area, keyColumns: codes.slice(0, 2) };
}

/** A helper's formula is the same in every row, so it needs none to be asked for. */
function helperFormula<Row>(column: CatalogueColumn<Row>): { readonly formula: string } | null {
  return column.helper === undefined ? null : { formula: column.helper };
}
