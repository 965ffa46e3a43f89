import type { WorkSheet } from '@e965/xlsx';
import { addressOf } from '../core/address';
import type { Area, Cell, Grid } from '../core/grid';
import { toCell, type CellSetting } from './cells';
import { LIMITS } from './limits';
import type { SheetFacts } from './prepared';
import { abnormal, accept, type Result } from './refusal';

interface Placed {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

function placedCells(sheet: WorkSheet, facts: SheetFacts, setting: CellSetting): Placed[] {
  const placed: Placed[] = [];
  // forEach passes over the holes of rows and columns that no cell stands in.
  sheet['!data']?.forEach((cells, row) => {
    cells?.forEach((each, column) => {
      if (!each) return;
      const font = facts.fonts.size === 0 ? undefined : facts.fonts.get(addressOf(row, column));
      const cell = toCell(each, font, setting);
      if (cell) placed.push({ row, column, cell });
    });
  });
  return placed;
}

function hiddenOf(list: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): number[] {
  const hidden: number[] = [];
  list?.forEach((each, index) => {
    if (each?.hidden) hidden.push(index);
  });
  return hidden;
}

/**
 * A sheet of the file library as a Grid, trimmed to the cells that hold something. `cellsBefore` are those of the
 * sheets before it: the limit is for the file. Refuses with F03 when so many blanks stand between the cells that
 * the rectangle exceeds it.
 */
export function toGrid(input: {
  readonly name: string;
  readonly sheet: WorkSheet;
  readonly facts: SheetFacts;
  readonly visibility: Grid['visibility'];
  readonly setting: CellSetting;
  readonly cellsBefore: number;
}): Result<{ readonly grid: Grid; readonly cells: number }> {
  const { sheet, facts } = input;
  const placed = placedCells(sheet, facts, input.setting);
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  const widths = new Map<number, number>();
  for (const { row, column } of placed) {
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    widths.set(row, Math.max(widths.get(row) ?? 0, column + 1));
  }
  let cells = bottom < 0 ? 0 : bottom - top + 1;
  for (const width of widths.values()) cells += width - left;
  if (input.cellsBefore + cells > LIMITS.cells) return abnormal('tooManyCells', LIMITS.cells);
  const merged = sheet['!merges'] ?? [];
  if (merged.length > LIMITS.merges) return abnormal('tooManyCells', LIMITS.merges);

  const rows: (Cell | null)[][] = [];
  for (let row = top; row <= bottom; row += 1) rows.push(new Array<Cell | null>(Math.max(0, (widths.get(row) ?? 0) - left)).fill(null));
  for (const { row, column, cell } of placed) {
    const target = rows[row - top];
    if (target) target[column - left] = cell;
  }
  const merges: Area[] = merged.map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return accept({
    cells,
    grid: {
      name: input.name,
      origin: placed.length === 0 ? { row: 0, column: 0 } : { row: top, column: left },
      cells: rows,
      merges,
      hiddenRows: facts.shown?.hiddenRows ?? hiddenOf(sheet['!rows']),
      hiddenColumns: facts.shown?.hiddenColumns ?? hiddenOf(sheet['!cols']),
      visibility: facts.shown?.visibility ?? input.visibility,
      isProtected: facts.isProtected,
    },
  });
}
