import { positionOf } from '../core/address';
import type { Area } from '../core/grid';

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** Cells gathered into blocks that cover exactly them: runs in a row, then equal runs of rows one below the other. */
export function areasOf(cells: Iterable<Position>): Area[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Area[] = [];
  for (const { row, column } of sorted) {
    const open = runs.at(-1);
    if (open !== undefined && open.top === row && (open.right === column || open.right + 1 === column)) {
      runs[runs.length - 1] = { ...open, right: column };
    } else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const finished: Area[] = [];
  const growing = new Map<string, Area>();
  for (const area of runs) {
    const key = `${area.left}:${area.right}`;
    const above = growing.get(key);
    if (above !== undefined && above.bottom + 1 === area.top) growing.set(key, { ...above, bottom: area.bottom });
    else {
      if (above !== undefined) finished.push(above);
      growing.set(key, area);
    }
  }
  return [...finished, ...growing.values()].sort((a, b) => a.top - b.top || a.left - b.left);
}

/** "H12" or "A1:C9" → the block; null for anything else. */
export function areaOfAddress(address: string): Area | null {
  const [first = '', second = first] = address.split(':');
  const [start, end] = [positionOf(first), positionOf(second)];
  if (start === null || end === null) return null;
  return {
    top: Math.min(start.row, end.row), left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row), right: Math.max(start.column, end.column),
  };
}

export const rowsIn = (area: Area): number => area.bottom - area.top + 1;
export const columnsIn = (area: Area): number => area.right - area.left + 1;
export const cellsIn = (area: Area): number => rowsIn(area) * columnsIn(area);
export const sameArea = (a: Area, b: Area): boolean => a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

/** The smallest block round both. */
export function union(a: Area, b: Area): Area {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}

/** The smallest block round all of them; null for none. */
export function around(areas: readonly Area[]): Area | null {
  const [first, ...others] = areas;
  return first === undefined ? null : others.reduce(union, first);
}

export function areaOfRange(range: Pick<Excel.Range, 'rowIndex' | 'columnIndex' | 'rowCount' | 'columnCount'>): Area {
  return { top: range.rowIndex, left: range.columnIndex, bottom: range.rowIndex + range.rowCount - 1, right: range.columnIndex + range.columnCount - 1 };
}

/** The block on its sheet. */
export function rangeAt(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.top, area.left, rowsIn(area), columnsIn(area));
}
