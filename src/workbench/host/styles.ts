import { isWholeColumns, isWholeRows, intersect } from '../model/rects';
import type { CellModel, CellStyle, Rect, SheetModel } from '../model/types';
import { DEFAULT_STYLE, ensureCell, numberFormatAt, styleAt } from '../model/workbook';
import { requireFormatting } from './access';
import { redraw, type Place } from './session';

/** Changes the style of every cell of a place; whole rows and columns also get it for the cells not stored. */
export function changeStyle(place: Place, change: (style: CellStyle) => CellStyle, location: string): void {
  requireFormatting(place, location);
  const cache = new Map<CellStyle, CellStyle>();
  const changed = (style: CellStyle): CellStyle => {
    let next = cache.get(style);
    if (next === undefined) {
      next = change(style);
      cache.set(style, next);
    }
    return next;
  };
  for (const rect of place.rects) eachFormatted(place.sheet, rect, (holder) => {
    holder.style = changed(holder.style ?? DEFAULT_STYLE);
  });
  redraw(place.session);
}

/** Visits what holds the format of a block: its cells, and its columns or rows when it runs through the sheet. */
export function eachFormatted(
  sheet: SheetModel,
  rect: Rect,
  visit: (holder: { style?: CellStyle; numberFormat?: string }) => void,
): void {
  if (isWholeColumns(rect)) {
    for (let col = rect.col; col <= rect.lastCol; col += 1) visit(entry(sheet.columns, col));
    for (const cells of sheet.cells.values()) for (const [col, cell] of cells) if (col >= rect.col && col <= rect.lastCol) visit(cell);
    return;
  }
  if (isWholeRows(rect)) {
    for (let row = rect.row; row <= rect.lastRow; row += 1) {
      visit(entry(sheet.rows, row));
      for (const cell of sheet.cells.get(row)?.values() ?? []) visit(cell);
    }
    return;
  }
  for (let row = rect.row; row <= rect.lastRow; row += 1) {
    for (let col = rect.col; col <= rect.lastCol; col += 1) visit(ensureCell(sheet, row, col));
  }
}

function entry<T extends object>(map: Map<number, Partial<T>>, key: number): Partial<T> {
  let model = map.get(key);
  if (model === undefined) {
    model = {};
    map.set(key, model);
  }
  return model;
}

/** The value all cells of a place have in common, or null when they differ: what Excel answers for a mixed format. */
export function common<T extends string | number | boolean | null>(
  place: Place,
  pick: (style: CellStyle, numberFormat: string) => T,
): T | null {
  let first: T | undefined;
  for (const rect of place.rects) {
    for (const style of stylesIn(place.sheet, rect)) {
      const value = pick(style.style, style.numberFormat);
      if (first === undefined) first = value;
      else if (first !== value) return null;
    }
  }
  return first ?? null;
}

function* stylesIn(sheet: SheetModel, rect: Rect): Generator<{ readonly style: CellStyle; readonly numberFormat: string }> {
  if (isWholeColumns(rect) || isWholeRows(rect)) {
    for (let col = rect.col; col <= rect.lastCol && isWholeColumns(rect); col += 1) {
      const column = sheet.columns.get(col);
      yield { style: column?.style ?? DEFAULT_STYLE, numberFormat: column?.numberFormat ?? 'General' };
    }
    for (let row = rect.row; row <= rect.lastRow && !isWholeColumns(rect); row += 1) {
      const model = sheet.rows.get(row);
      yield { style: model?.style ?? DEFAULT_STYLE, numberFormat: model?.numberFormat ?? 'General' };
    }
    for (const [row, cells] of sheet.cells) {
      if (row < rect.row || row > rect.lastRow) continue;
      for (const [col, cell] of cells) if (col >= rect.col && col <= rect.lastCol) yield cell;
    }
    return;
  }
  for (let row = rect.row; row <= rect.lastRow; row += 1) {
    const cells = sheet.cells.get(row);
    for (let col = rect.col; col <= rect.lastCol; col += 1) {
      yield cells?.get(col) ?? { style: styleAt(sheet, row, col), numberFormat: numberFormatAt(sheet, row, col) };
    }
  }
}

/** The stored cells of a block, row by row as they are stored. */
export function* storedCells(sheet: SheetModel, rect: Rect): Generator<readonly [row: number, col: number, cell: CellModel]> {
  const visit = function* (row: number, cells: Map<number, CellModel>): Generator<readonly [number, number, CellModel]> {
    for (const [col, cell] of cells) if (col >= rect.col && col <= rect.lastCol) yield [row, col, cell];
  };
  if (rect.lastRow - rect.row < sheet.cells.size) {
    for (let row = rect.row; row <= rect.lastRow; row += 1) {
      const cells = sheet.cells.get(row);
      if (cells !== undefined) yield* visit(row, cells);
    }
    return;
  }
  for (const [row, cells] of sheet.cells) if (row >= rect.row && row <= rect.lastRow) yield* visit(row, cells);
}

/** Whether any area of a list meets a block. */
export function meets(areas: readonly Rect[], rect: Rect): boolean {
  return areas.some((area) => intersect(area, rect) !== null);
}
