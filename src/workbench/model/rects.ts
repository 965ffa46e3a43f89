import type { Rect } from './types';
import { LAST_COLUMN, LAST_ROW } from './workbook';

export const WHOLE_SHEET: Rect = { row: 0, col: 0, lastRow: LAST_ROW, lastCol: LAST_COLUMN };

export const rowsOf = (rect: Rect): number => rect.lastRow - rect.row + 1;
export const columnsOf = (rect: Rect): number => rect.lastCol - rect.col + 1;
export const cellsOf = (rect: Rect): number => rowsOf(rect) * columnsOf(rect);

/** Whether the block runs from the first row to the last: whole columns. */
export const isWholeColumns = (rect: Rect): boolean => rect.row === 0 && rect.lastRow === LAST_ROW;
/** Whether the block runs from the first column to the last: whole rows. */
export const isWholeRows = (rect: Rect): boolean => rect.col === 0 && rect.lastCol === LAST_COLUMN;

export function isOnSheet(rect: Rect): boolean {
  return (
    rect.row >= 0 && rect.col >= 0 && rect.lastRow <= LAST_ROW && rect.lastCol <= LAST_COLUMN &&
    rect.row <= rect.lastRow && rect.col <= rect.lastCol
  );
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.col === b.col && a.lastRow === b.lastRow && a.lastCol === b.lastCol;
}

export function intersect(a: Rect, b: Rect): Rect | null {
  const rect = {
    row: Math.max(a.row, b.row),
    col: Math.max(a.col, b.col),
    lastRow: Math.min(a.lastRow, b.lastRow),
    lastCol: Math.min(a.lastCol, b.lastCol),
  };
  return rect.row <= rect.lastRow && rect.col <= rect.lastCol ? rect : null;
}

export function bounding(a: Rect, b: Rect): Rect {
  return {
    row: Math.min(a.row, b.row),
    col: Math.min(a.col, b.col),
    lastRow: Math.max(a.lastRow, b.lastRow),
    lastCol: Math.max(a.lastCol, b.lastCol),
  };
}

export function contains(outer: Rect, inner: Rect): boolean {
  return (
    outer.row <= inner.row && outer.col <= inner.col && outer.lastRow >= inner.lastRow && outer.lastCol >= inner.lastCol
  );
}

export function holds(rect: Rect, row: number, col: number): boolean {
  return row >= rect.row && row <= rect.lastRow && col >= rect.col && col <= rect.lastCol;
}

/** What is left of a block when another is taken out of it: at most four blocks, from the top. */
export function subtract(rect: Rect, hole: Rect): Rect[] {
  const cut = intersect(rect, hole);
  if (cut === null) return [rect];
  const parts: Rect[] = [];
  if (cut.row > rect.row) parts.push({ ...rect, lastRow: cut.row - 1 });
  if (cut.col > rect.col) parts.push({ row: cut.row, lastRow: cut.lastRow, col: rect.col, lastCol: cut.col - 1 });
  if (cut.lastCol < rect.lastCol) {
    parts.push({ row: cut.row, lastRow: cut.lastRow, col: cut.lastCol + 1, lastCol: rect.lastCol });
  }
  if (cut.lastRow < rect.lastRow) parts.push({ ...rect, row: cut.lastRow + 1 });
  return parts;
}

/** Cells inserted into or taken out of a sheet; the rest of the lane moves. */
export interface Shift {
  /** The inserted or deleted block. */
  readonly block: Rect;
  readonly kind: 'insert' | 'delete';
  /** "row": cells below move up or down; "col": cells to the right move. */
  readonly axis: 'row' | 'col';
}

function shiftSpan(first: number, last: number, at: number, count: number, kind: Shift['kind'], limit: number): [number, number] | null {
  if (kind === 'insert') {
    if (first >= at) return first + count > limit ? null : [first + count, Math.min(limit, last + count)];
    return [first, last >= at && last < limit ? Math.min(limit, last + count) : last];
  }
  const end = at + count;
  const newFirst = first < at ? first : first < end ? at : first - count;
  const newLast = last === limit && first < at ? last : last < at ? last : last < end ? at - 1 : last - count;
  return newLast < newFirst ? null : [newFirst, newLast];
}

/**
 * Where a block stands after cells were inserted or deleted; null when it is gone. A block that reaches beyond the
 * lane that moves stays where it is.
 */
export function shiftRect(rect: Rect, shift: Shift): Rect | null {
  const { block, axis, kind } = shift;
  if (axis === 'row') {
    if (rect.col < block.col || rect.lastCol > block.lastCol) return rect;
    if (isWholeColumns(rect)) return rect;
    const span = shiftSpan(rect.row, rect.lastRow, block.row, rowsOf(block), kind, LAST_ROW);
    return span === null ? null : { ...rect, row: span[0], lastRow: span[1] };
  }
  if (rect.row < block.row || rect.lastRow > block.lastRow) return rect;
  if (isWholeRows(rect)) return rect;
  const span = shiftSpan(rect.col, rect.lastCol, block.col, columnsOf(block), kind, LAST_COLUMN);
  return span === null ? null : { ...rect, col: span[0], lastCol: span[1] };
}
