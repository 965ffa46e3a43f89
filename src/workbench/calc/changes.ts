import type { Rect, SheetModel } from '../model/types';
import type { Area } from './structured';

interface ColumnChanges {
  first: number;
  last: number;
  readonly rows: Set<number>;
}

/** Cells that differ from what the engine had, asked for by block. */
export interface Changes {
  readonly add: (sheet: SheetModel, row: number, col: number) => void;
  readonly touches: (area: Area) => boolean;
}

/** An empty set of changed cells. */
export function createChanges(): Changes {
  const sheets = new Map<string, Map<number, ColumnChanges>>();
  return {
    add: (sheet, row, col) => {
      let columns = sheets.get(sheet.id);
      if (columns === undefined) sheets.set(sheet.id, (columns = new Map<number, ColumnChanges>()));
      const column = columns.get(col);
      if (column === undefined) {
        columns.set(col, { first: row, last: row, rows: new Set([row]) });
        return;
      }
      column.rows.add(row);
      column.first = Math.min(column.first, row);
      column.last = Math.max(column.last, row);
    },
    touches: ({ sheet, rect }) => {
      const columns = sheets.get(sheet.id);
      if (columns === undefined) return false;
      if (rect.lastCol - rect.col < columns.size) {
        for (let col = rect.col; col <= rect.lastCol; col += 1) if (columnTouches(columns.get(col), rect)) return true;
        return false;
      }
      for (const [col, column] of columns) if (col >= rect.col && col <= rect.lastCol && columnTouches(column, rect)) return true;
      return false;
    },
  };
}

function columnTouches(column: ColumnChanges | undefined, { row, lastRow }: Rect): boolean {
  if (column === undefined || column.first > lastRow || column.last < row) return false;
  if (column.first >= row || column.last <= lastRow) return true;
  if (lastRow - row < column.rows.size) {
    for (let each = row; each <= lastRow; each += 1) if (column.rows.has(each)) return true;
    return false;
  }
  for (const each of column.rows) if (each >= row && each <= lastRow) return true;
  return false;
}

/** The cells of one sheet that any formula reads: by column, spans of rows in order that do not overlap. */
export type Needed = ReadonlyMap<number, readonly (readonly [number, number])[]>;

/** What the formulas read of each sheet, by the sheet's id. Blocks of whole rows are cut at the sheet's last used column. */
export function neededCells(areas: Iterable<Area>): ReadonlyMap<string, Needed> {
  const spans = new Map<string, Map<number, Map<number, number>>>();
  const lastColumns = new Map<SheetModel, number>();
  for (const { sheet, rect } of areas) {
    let columns = spans.get(sheet.id);
    if (columns === undefined) spans.set(sheet.id, (columns = new Map<number, Map<number, number>>()));
    const last = rect.lastCol - rect.col > 200 ? Math.min(rect.lastCol, lastColumn(sheet, lastColumns)) : rect.lastCol;
    for (let col = rect.col; col <= last; col += 1) {
      let rows = columns.get(col);
      if (rows === undefined) columns.set(col, (rows = new Map<number, number>()));
      rows.set(rect.row, Math.max(rows.get(rect.row) ?? -1, rect.lastRow));
    }
  }
  return new Map([...spans].map(([id, columns]) => [id, new Map([...columns].map(([col, rows]) => [col, merged(rows)]))]));
}

function lastColumn(sheet: SheetModel, known: Map<SheetModel, number>): number {
  let last = known.get(sheet);
  if (last === undefined) {
    last = 0;
    for (const cells of sheet.cells.values()) for (const col of cells.keys()) last = Math.max(last, col);
    known.set(sheet, last);
  }
  return last;
}

function merged(rows: ReadonlyMap<number, number>): (readonly [number, number])[] {
  const result: [number, number][] = [];
  for (const [row, lastRow] of [...rows].sort(([a], [b]) => a - b)) {
    const previous = result.at(-1);
    if (previous !== undefined && row <= previous[1] + 1) previous[1] = Math.max(previous[1], lastRow);
    else result.push([row, lastRow]);
  }
  return result;
}

/** Whether any formula reads the cell. */
export function isNeeded(needed: Needed | undefined, row: number, col: number): boolean {
  const spans = needed?.get(col);
  if (spans === undefined) return false;
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined) return false;
    if (row < span[0]) high = middle - 1;
    else if (row > span[1]) low = middle + 1;
    else return true;
  }
  return false;
}
