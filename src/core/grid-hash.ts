import type { Cell, Grid } from './grid';
import { hashText } from './hash';

/** A fingerprint of what a sheet's cells hold, and where; formats do not count. */
export function hashOfGrid(grid: Grid): string {
  const lines = grid.cells.map((row) => row.map(held).join('\t'));
  return hashText([`${grid.name}|${grid.origin.row}|${grid.origin.column}`, ...lines].join('\n'));
}

/** JSON keeps apart what would look alike: a text with a tab in it, a number and its text. */
const held = (cell: Cell | null): string => (cell === null ? '' : JSON.stringify([cell.content, cell.formula ?? null]));
