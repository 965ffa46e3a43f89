import { utils, write, type BookType, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { addressOf } from '../../src/core/address';
import type { Book, Cell, Grid } from '../../src/core/grid';
import { openFile } from '../../src/files/open-file';

/** A book written as a file and opened again, so that what is checked went the way of a real one. */
export async function throughFile(book: Book): Promise<Book> {
  const outcome = await openFile(book.file, bytesOf(book));
  if (outcome.status !== 'read') throw new Error(`${book.file} was not read: ${outcome.finding.code}.`);
  // Links, macros and fonts are no business of the writer used here; what the book says of them stands.
  return { ...outcome.book, links: book.links, hasMacros: book.hasMacros, grids: outcome.book.grids.map((grid, at) => withFonts(grid, book.grids[at])) };
}

export function bytesOf(book: Book, bookType: BookType = 'xlsx'): Uint8Array {
  const workbook: WorkBook = { SheetNames: [], Sheets: {}, Workbook: { WBProps: { date1904: book.date1904 }, Names: book.names.map(({ name, scope, value }) => ({ Name: name, Ref: `"${value}"`, ...(scope === null ? {} : { Sheet: book.grids.findIndex((grid) => grid.name === scope) }) })), Sheets: [] } };
  for (const grid of book.grids) {
    workbook.SheetNames.push(grid.name);
    workbook.Sheets[grid.name] = sheetOf(grid);
    workbook.Workbook?.Sheets?.push({ Hidden: grid.visibility === 'visible' ? 0 : grid.visibility === 'hidden' ? 1 : 2 });
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType, compression: true }));
}

function sheetOf(grid: Grid): WorkSheet {
  const sheet: WorkSheet = {};
  let right = 0;
  grid.cells.forEach((line, row) => line.forEach((cell, column) => {
    if (cell === null) return;
    sheet[addressOf(row, column)] = cellOf(cell);
    right = Math.max(right, column);
  }));
  sheet['!ref'] = grid.cells.length === 0 ? 'A1' : utils.encode_range({ s: { r: 0, c: 0 }, e: { r: grid.cells.length - 1, c: right } });
  sheet['!merges'] = grid.merges.map(({ top, left, bottom, right: end }) => ({ s: { r: top, c: left }, e: { r: bottom, c: end } }));
  sheet['!rows'] = Array.from({ length: Math.max(0, ...grid.hiddenRows.map((row) => row + 1)) }, (_, row) => ({ hidden: grid.hiddenRows.includes(row) }));
  sheet['!cols'] = Array.from({ length: Math.max(0, ...grid.hiddenColumns.map((column) => column + 1)) }, (_, column) => ({ hidden: grid.hiddenColumns.includes(column) }));
  return sheet;
}

const ERRORS: Readonly<Record<string, number>> = { '#NULL!': 0, '#DIV/0!': 7, '#VALUE!': 15, '#REF!': 23, '#NAME?': 29, '#NUM!': 36, '#N/A': 42 };

function cellOf({ content, formula, format }: Cell): CellObject {
  const more = { ...(formula === undefined ? {} : { f: formula.slice(1) }), ...(format === undefined ? {} : { z: format }) };
  switch (content?.kind) {
    case 'number':
      return { t: 'n', v: content.value, ...more };
    case 'text':
      return { t: 's', v: content.value, ...more };
    case 'boolean':
      return { t: 'b', v: content.value, ...more };
    case 'error':
      return { t: 'e', v: ERRORS[content.code] ?? 42, ...more };
    case undefined:
      return { t: 'z', ...more };
  }
}

function withFonts(grid: Grid, written: Grid | undefined): Grid {
  if (!written?.cells.some((line) => line.some((cell) => cell?.font !== undefined))) return grid;
  const { row: top, column: left } = grid.origin;
  return { ...grid, cells: grid.cells.map((line, row) => line.map((cell, column) => {
    const font = written.cells[row + top]?.[column + left]?.font;
    return cell === null || font === undefined ? cell : { ...cell, font };
  })) };
}
