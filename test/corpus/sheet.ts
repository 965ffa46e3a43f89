import { addressOf } from '../../src/core/address';
import type { Area, Book, Cell, CellContent, DefinedName, Grid } from '../../src/core/grid';
import type { ColumnRole } from '../../src/core/report/types';
import type { Typed } from './draft';

/** A sheet that is still being changed, with where everything stands. */
export interface Sheet {
  file: string;
  name: string;
  readonly layout: string;
  readonly isStandard: boolean;
  readonly cells: Map<number, Map<number, Cell>>;
  merges: Area[];
  hiddenRows: number[];
  hiddenColumns: number[];
  visibility: Grid['visibility'];
  names: DefinedName[];
  links: string[];
  hasMacros: boolean;
  date1904: boolean;
  /** Sheets beside the report. */
  others: Grid[];
  readonly columns: Map<ColumnRole, number>;
  /** Row of each indicator, by code. */
  readonly rows: Map<string, number>;
  readonly headingTop: number;
  readonly headingBottom: number;
  readonly dataTop: number;
  dataBottom: number;
}

export function contentOf(typed: Typed): CellContent | null {
  if (typed === null || typed === '') return null;
  if (typeof typed === 'number') return { kind: 'number', value: typed };
  return typeof typed === 'string' ? { kind: 'text', value: typed } : { kind: 'error', code: typed.error };
}

export type Place = Pick<Sheet, 'cells'>;

/** Sets a cell; what stood there before keeps its number format. */
export function put(sheet: Place, row: number, column: number, typed: Typed, more: Partial<Cell> = {}): void {
  const line = sheet.cells.get(row) ?? new Map<number, Cell>();
  sheet.cells.set(row, line);
  const content = contentOf(typed);
  const format = line.get(column)?.format;
  if (content === null && more.formula === undefined) line.delete(column);
  else line.set(column, { content, text: '', ...(format === undefined ? {} : { format }), ...more });
}

export function cell(sheet: Place, row: number, column: number): Cell | null {
  return sheet.cells.get(row)?.get(column) ?? null;
}

export function textIn(sheet: Place, row: number, column: number): string {
  const content = cell(sheet, row, column)?.content;
  return content?.kind === 'text' ? content.value : '';
}

/** Row and column of a figure or word; null where the form has no such column or row. */
export function placeOf(sheet: Sheet, indicator: string, role: ColumnRole): { readonly row: number; readonly column: number } | null {
  const row = sheet.rows.get(indicator);
  const column = sheet.columns.get(role);
  return row === undefined || column === undefined ? null : { row, column };
}

export function addressIn(sheet: Sheet, indicator: string, role: ColumnRole): string | null {
  const place = placeOf(sheet, indicator, role);
  return place === null ? null : addressOf(place.row, place.column);
}

/** A new row below another one; everything below moves down. */
export function insertRowAfter(sheet: Sheet, after: number): number {
  const moved = [...sheet.cells].filter(([row]) => row > after).sort((a, b) => b[0] - a[0]);
  for (const [row, line] of moved) {
    sheet.cells.delete(row);
    sheet.cells.set(row + 1, movedDown(line, after));
  }
  const down = (row: number): number => (row > after ? row + 1 : row);
  for (const [code, row] of sheet.rows) sheet.rows.set(code, down(row));
  sheet.merges = sheet.merges.map((area) => ({ ...area, top: down(area.top), bottom: down(area.bottom) }));
  sheet.dataBottom = down(sheet.dataBottom) + (after === sheet.dataBottom ? 1 : 0);
  return after + 1;
}

/** Formulas follow the rows that they name. */
export function movedDown(line: ReadonlyMap<number, Cell>, after: number): Map<number, Cell> {
  const shifted = (formula: string): string => formula.replace(/\b([A-Z]{1,2})(\d+)\b/g, (whole, column: string, row: string) => (Number(row) > after + 1 ? `${column}${Number(row) + 1}` : whole));
  return new Map([...line].map(([column, each]) => [column, each.formula === undefined ? each : { ...each, formula: shifted(each.formula) }]));
}

function gridOf(sheet: Sheet): Grid {
  const bottom = Math.max(-1, ...sheet.cells.keys());
  const right = Math.max(-1, ...[...sheet.cells.values()].flatMap((line) => [...line.keys()]));
  const cells = Array.from({ length: bottom + 1 }, (_, row) => {
    const line = sheet.cells.get(row);
    return Array.from({ length: right + 1 }, (__, column) => line?.get(column) ?? null);
  });
  const { name, merges, hiddenRows, hiddenColumns, visibility } = sheet;
  return { name, origin: { row: 0, column: 0 }, cells, merges, hiddenRows, hiddenColumns, visibility, isProtected: false };
}

/** The book as the file readers would hand it over. */
export function bookOf(sheet: Sheet): Book {
  return {
    file: sheet.file, hash: `hash of ${sheet.file}`, modified: null, names: sheet.names, grids: [gridOf(sheet), ...sheet.others],
    date1904: sheet.date1904, links: sheet.links, hasMacros: sheet.hasMacros,
  };
}

/** A small sheet of texts and numbers, for what stands beside a report. */
export function plainGrid(name: string, rows: readonly (readonly Typed[])[]): Grid {
  const cells = rows.map((row) => row.map((typed): Cell | null => {
    const content = contentOf(typed);
    return content === null ? null : { content, text: '' };
  }));
  return { name, origin: { row: 0, column: 0 }, cells, merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false };
}
