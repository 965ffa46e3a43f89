import { addressOf, areaAddress, columnName } from '../../address';
import { extentOf, type Area } from '../../grid';
import { isBlank } from '../../report/cell-text';
import type { ColumnRole, FigureRole, Report, ReportRow } from '../../report/types';
import { hasFigures, type Rule } from '../rule';

const FIGURE_COLUMNS: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'plan', 'previousMonth', 'previousCumulative', 'month', 'cumulative', 'lastYear', 'percentOfPlan', 'percentOfLastYear', 'numerator', 'denominator',
]);

const figureColumnsOf = (report: Report): { readonly role: ColumnRole; readonly column: number }[] => report.heading.columns.filter((each) => FIGURE_COLUMNS.has(each.role));

/** Columns whose heading says nothing known are not read; that is said once for all of them. */
const unknownColumn: Rule = {
  code: 'S06',
  needs: [],
  *run({ report: { heading } }) {
    const unknown = heading.unknown.filter((each) => each.heading.trim() !== '');
    if (unknown.length === 0) return;
    const headings = unknown.map((each) => each.heading.trim());
    yield { code: 'S06', params: { headings }, cells: unknown.map((each) => addressOf(heading.bottom, each.column)), found: headings.join(' · '), key: headings.join('|') };
  },
};

/** So many texts below a blank heading make a column; one number does. A single remark beside the table is none. */
const TEXTS_OF_A_COLUMN = 2;

/** Only rows that the table counts are looked at: group headings and repeated headings have no figures to lose. */
const blankHeading: Rule = {
  code: 'S08',
  needs: [],
  *run({ report }) {
    const found = blankHeaded(report);
    if (found.length === 0) return;
    const columns = found.map((each) => columnName(each.column));
    yield {
      code: 'S08',
      params: { columns, count: found.reduce((sum, each) => sum + each.cells.length, 0) },
      cells: found.flatMap((each) => each.cells),
      found: columns.join(', '),
      key: columns.join(),
    };
  },
};

interface HeldColumn {
  readonly column: number;
  /** A1 of what stands in it, from the top. */
  readonly cells: readonly string[];
}

/**
 * Columns right of the names that have no heading although the table's rows hold something there: between the headed
 * ones, and right beside the last of them up to the first empty column. Linear in the cells concerned.
 */
export function blankHeaded(report: Report): readonly HeldColumn[] {
  const { heading, grid, rows, area } = report;
  const headed = new Set([...heading.columns, ...heading.unknown].map((each) => each.column));
  for (const { columns } of heading.duplicates) for (const column of columns) headed.add(column);
  const named = heading.columns.find((each) => each.role === 'name') ?? heading.columns.find((each) => each.role === 'code');
  const under = drawnOver(report);
  const held = new Map<number, { readonly cells: string[]; numbers: number }>();
  for (const { row } of rows) {
    const cells = grid.cells[row - grid.origin.row] ?? [];
    for (let column = (named?.column ?? area.left) + 1; column < grid.origin.column + cells.length; column += 1) {
      if (headed.has(column)) continue;
      const cell = cells[column - grid.origin.column] ?? null;
      if (isBlank(cell)) continue;
      const isNumber = cell?.content?.kind === 'number';
      const over = under.get(column);
      if (over !== undefined && !(isNumber && FIGURE_COLUMNS.has(over))) continue;
      const known = held.get(column) ?? { cells: [], numbers: 0 };
      known.cells.push(addressOf(row, column));
      if (isNumber) known.numbers += 1;
      held.set(column, known);
    }
  }
  let beside = area.right;
  while (held.has(beside + 1)) beside += 1;
  return [...held]
    .filter(([column, { cells, numbers }]) => column <= beside && (numbers > 0 || cells.length >= TEXTS_OF_A_COLUMN))
    .map(([column, { cells }]) => ({ column, cells }))
    .sort((a, b) => a.column - b.column);
}

/** Columns that a heading cell merged to the left of them is drawn over, with what that heading means: they have a heading, only not of their own. */
function drawnOver({ heading, grid }: Report): ReadonlyMap<number, ColumnRole> {
  const roles = new Map(heading.columns.map((each) => [each.column, each.role]));
  const over = new Map<number, ColumnRole>();
  for (const { top, left, bottom, right } of grid.merges) {
    if (top > heading.bottom || bottom < heading.bottom) continue;
    const role = roles.get(left);
    if (role === undefined) continue;
    for (let column = left + 1; column <= Math.min(right, extentOf(grid).columns - 1); column += 1) over.set(column, role);
  }
  return over;
}

/** Columns in which one cell drawn over several rows leaves all but the first without what they need. */
const ROW_BY_ROW: ReadonlySet<ColumnRole> = new Set<ColumnRole>([...FIGURE_COLUMNS, 'unitOfMeasure', 'cause', 'remedy', 'note']);

/**
 * A merged cell shows one content for several rows or columns, and only its first cell holds it. Group headings merged
 * across the table hold no figures and are normal; so are words side by side, and names drawn over their parts.
 */
const mergedData: Rule = {
  code: 'S10',
  needs: [],
  *run({ report }) {
    const { merges } = report.grid;
    if (merges.length === 0) return;
    const rows = report.rows.filter(hasFigures).map((row) => row.row);
    const figures = figureColumnsOf(report).map((each) => each.column);
    const rowByRow = report.heading.columns.flatMap((each) => (ROW_BY_ROW.has(each.role) ? [each.column] : []));
    const touched = merges.filter((merge) => merge.top >= report.heading.dataTop && touches(merge, rows, merge.bottom > merge.top ? rowByRow : figures));
    if (touched.length === 0) return;
    const areas = touched.map(({ top, left, bottom, right }) => areaAddress(top, left, bottom, right));
    yield { code: 'S10', params: { areas }, cells: touched.map(({ top, left }) => addressOf(top, left)), found: areas.length };
  },
};

/** Whether a merged area lies on one of the columns in one of the rows. `rows` ascend. */
function touches({ top, left, bottom, right }: Area, rows: readonly number[], columns: readonly number[]): boolean {
  if (!columns.some((column) => left <= column && column <= right)) return false;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < top) low = middle + 1;
    else high = middle;
  }
  const first = rows[low];
  return first !== undefined && first <= bottom;
}

/** What the unit itself writes; the plan and the percentages stand on the form anyway. */
const OWN_FIGURES: readonly FigureRole[] = ['previousMonth', 'previousCumulative', 'month', 'cumulative', 'lastYear', 'numerator', 'denominator'];

/** Hidden rows and columns are read like any other. Those without figures say nothing and are left alone. */
const hiddenFigures: Rule = {
  code: 'S15',
  needs: [],
  *run({ report }) {
    const rows = report.rows.filter((row) => row.hidden && row.match.how !== 'none' && OWN_FIGURES.some((role) => isFilled(row, role)));
    const hidden = new Set(report.hiddenColumns);
    const columns = hidden.size === 0 ? [] : figureColumnsOf(report).filter(({ role, column }) => hidden.has(column) && report.rows.some((row) => holdsNumber(row, role)));
    if (rows.length === 0 && columns.length === 0) return;
    yield {
      code: 'S15',
      params: { rows: rows.length, columns: columns.length },
      cells: [...rows.map((row) => row.address), ...columns.map(({ column }) => addressOf(report.heading.bottom, column))],
      key: [...rows.map((row) => (row.match.how === 'none' ? '' : row.match.indicator)), ...columns.map(({ role }) => role)].join(),
    };
  },
};

function isFilled(row: ReportRow, role: FigureRole): boolean {
  const kind = row.figures[role]?.reading.kind;
  return kind !== undefined && kind !== 'blank' && kind !== 'placeholder';
}

function holdsNumber({ figures }: ReportRow, role: ColumnRole): boolean {
  return Object.values(figures).some((figure) => figure.role === role && figure.reading.kind === 'number');
}

export const structureRules: readonly Rule[] = [unknownColumn, blankHeading, mergedData, hiddenFigures];
