import type { Rect } from './types';
import { isWholeColumns, isWholeRows } from './rects';
import { LAST_COLUMN, LAST_ROW } from './workbook';

/** "A" for 0, "AA" for 26. */
export function columnName(col: number): string {
  let name = '';
  for (let rest = col; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

/** 0 for "A"; −1 when it is beyond the last column or no column. */
export function columnIndex(name: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(name)) return -1;
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1 <= LAST_COLUMN ? index - 1 : -1;
}

export const cellName = (row: number, col: number): string => `${columnName(col)}${row + 1}`;

/** "A1:B2", "A1", "A:C" for whole columns, "1:3" for whole rows; with `$` signs when absolute. */
export function rectName(rect: Rect, absolute = false): string {
  const mark = absolute ? '$' : '';
  if (isWholeRows(rect)) return `${mark}${rect.row + 1}:${mark}${rect.lastRow + 1}`;
  if (isWholeColumns(rect)) return `${mark}${columnName(rect.col)}:${mark}${columnName(rect.lastCol)}`;
  const first = `${mark}${columnName(rect.col)}${mark}${rect.row + 1}`;
  if (rect.row === rect.lastRow && rect.col === rect.lastCol) return first;
  return `${first}:${mark}${columnName(rect.lastCol)}${mark}${rect.lastRow + 1}`;
}

/** The sheet's name as a formula needs it: quoted where it must be. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[rc]\d*(?:c\d*)?$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

/** "'Số liệu'!A1:B2". */
export function fullName(sheetName: string, rect: Rect, absolute = false): string {
  return `${quoteSheet(sheetName)}!${rectName(rect, absolute)}`;
}

/** The sheet (unquoted, or null) and the rest of an address. */
export function splitAddress(address: string): { readonly sheet: string | null; readonly local: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/su.exec(address);
  if (quoted) return { sheet: (quoted[1] ?? '').replace(/''/g, "'"), local: quoted[2] ?? '' };
  const plain = /^([^'!]+)!(.*)$/su.exec(address);
  if (plain) return { sheet: plain[1] ?? '', local: plain[2] ?? '' };
  return { sheet: null, local: address };
}

/** The block an address without a sheet names, or null when it is none: "A1", "$A$1:B2", "A:C", "1:3". */
export function parseRect(local: string): Rect | null {
  const text = local.trim().replace(/\$/g, '');
  const cells = /^([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?$/.exec(text);
  if (cells) {
    const row = Number(cells[2]) - 1;
    const col = columnIndex(cells[1] ?? '');
    const row2 = cells[4] === undefined ? row : Number(cells[4]) - 1;
    const col2 = cells[3] === undefined ? col : columnIndex(cells[3]);
    return ordered(row, col, row2, col2);
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(text);
  if (columns) return ordered(0, columnIndex(columns[1] ?? ''), LAST_ROW, columnIndex(columns[2] ?? ''));
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(text);
  if (rows) return ordered(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, LAST_COLUMN);
  return null;
}

function ordered(row: number, col: number, row2: number, col2: number): Rect | null {
  if (row < 0 || row2 < 0 || col < 0 || col2 < 0 || row > LAST_ROW || row2 > LAST_ROW) return null;
  return {
    row: Math.min(row, row2),
    col: Math.min(col, col2),
    lastRow: Math.max(row, row2),
    lastCol: Math.max(col, col2),
  };
}
