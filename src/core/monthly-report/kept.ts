import { extentOf, type DefinedName, type Grid } from '../grid';
import { hashText } from '../hash';
import { heldBy, settled, type CellWrite } from '../sheets/diff';
import { freeName } from '../sheets/home';
import { NAMES } from '../sheets/names';
import type { NamePlan } from '../sheets/plan';

/** The sheet to write: one that is still as it was made, or a new one under a free name. */
export interface ReportHome {
  readonly sheet: string;
  /** null: a new sheet. */
  readonly grid: Grid | null;
}

/**
 * A report that nobody has touched is made again in its place. One that the analyst edited (be it the number of the
 * letter) is a document of its own: it stays, and the new one is numbered.
 *
 * @param columns printed columns; what stands to the right of them is not the report
 */
export function reportHome(sheet: string, columns: number, grids: readonly Grid[], names: readonly DefinedName[]): ReportHome {
  const untouched = grids.find((grid) => {
    const mark = names.find(({ name, scope }) => name === NAMES.reportMark && scope === grid.name)?.value;
    const isNamed = grid.name === sheet || (grid.name.startsWith(`${sheet} (`) && grid.name.endsWith(')'));
    return isNamed && typeof mark === 'string' && mark === printOfGrid(grid, columns);
  });
  return untouched ? { sheet: untouched.name, grid: untouched } : { sheet: freeName(sheet, grids), grid: null };
}

/** The mark of what is written; none when the sheet bears it already. */
export function markOf(writes: readonly CellWrite[], columns: number, home: ReportHome): readonly NamePlan[] {
  const mark = printOf(writes.map(({ row, column, value }) => [row, column, settled(value)] as const), columns);
  return home.grid !== null && printOfGrid(home.grid, columns) === mark ? [] : [{ name: NAMES.reportMark, formula: `="${mark}"`, scope: 'sheet' }];
}

/** What an earlier, longer report left below and beside: to be cleared. */
export function leftovers(writes: readonly CellWrite[], columns: number, { grid }: ReportHome): CellWrite[] {
  if (grid === null) return [];
  const written = new Set(writes.map(({ row, column }) => `${row},${column}`));
  const { rows } = extentOf(grid);
  const cleared: CellWrite[] = [];
  for (let row = 0; row < rows; row += 1) for (let column = 0; column < columns; column += 1) if (!written.has(`${row},${column}`)) cleared.push({ row, column, value: null });
  return cleared;
}

function printOfGrid(grid: Grid, columns: number): string {
  return printOf(grid.cells.flatMap((cells, r) => cells.map((cell, c) => [grid.origin.row + r, grid.origin.column + c, heldBy(cell) ?? null] as const)), columns);
}

/** Formulas follow the rows that they speak of, so that only their being there counts. */
function printOf(cells: readonly (readonly [row: number, column: number, held: unknown])[], columns: number): string {
  const lines = cells.flatMap(([row, column, held]) => {
    const content = typeof held === 'string' ? settled(held) : held;
    if (content === null || column >= columns) return [];
    return [`${String(row).padStart(5, '0')},${String(column).padStart(3, '0')}:${typeof content === 'object' ? '=' : JSON.stringify(content)}`];
  });
  return hashText(lines.sort().join('\n'));
}
