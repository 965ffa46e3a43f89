import type { Rect, SheetModel, TableModel, WorkbookModel } from '../model/types';
import { findTable } from '../model/workbook';

/** Cells of one sheet that a formula reads. */
export interface Area {
  readonly sheet: SheetModel;
  readonly rect: Rect;
}

export type Resolved =
  | { readonly kind: 'area'; readonly area: Area }
  /** What Excel itself answers: a lost column is #REF!, a "this row" outside of the table's rows #VALUE!. */
  | { readonly kind: 'error'; readonly error: '#REF!' | '#VALUE!' }
  | { readonly kind: 'refused'; readonly reason: string };

/** Where the formula stands. */
export interface Place {
  readonly model: WorkbookModel;
  readonly sheet: SheetModel;
  readonly row: number;
  readonly col: number;
}

type Part = 'All' | 'Data' | 'Headers' | 'Totals' | 'ThisRow';

interface Specifier {
  readonly parts: readonly Part[];
  /** First and last column of a span; none for all columns. */
  readonly columns: readonly string[];
}

const PARTS: Readonly<Record<string, Part>> = {
  '#all': 'All', '#data': 'Data', '#headers': 'Headers', '#totals': 'Totals', '#this row': 'ThisRow',
};

/** The cells that `table[inside]` names; an empty table name is the table the formula stands in. */
export function resolveStructured(table: string, inside: string, place: Place): Resolved {
  const found = table === '' ? tableAround(place) : findTable(place.model, table);
  if (found === undefined) {
    return table === ''
      ? { kind: 'refused', reason: `[${inside}] stands outside of any table` }
      : { kind: 'error', error: '#REF!' };
  }
  const specifier = parseSpecifier(inside);
  if (specifier === undefined) return { kind: 'refused', reason: `the structured reference [${inside}] is not understood` };
  const columns = spanOf(found.table, specifier.columns);
  const rows = rowsOf(found.table, found.sheet, specifier.parts, place);
  if (columns === undefined) return { kind: 'error', error: '#REF!' };
  if (typeof rows === 'string') return { kind: 'error', error: rows };
  return { kind: 'area', area: { sheet: found.sheet, rect: { ...rows, ...columns } } };
}

function tableAround({ sheet, row, col }: Place): { readonly sheet: SheetModel; readonly table: TableModel } | undefined {
  const table = sheet.tables.find(
    ({ range }) => row >= range.row && row <= range.lastRow && col >= range.col && col <= range.lastCol,
  );
  return table === undefined ? undefined : { sheet, table };
}

function parseSpecifier(inside: string): Specifier | undefined {
  const text = inside.trim();
  if (text === '') return { parts: ['Data'], columns: [] };
  if (text.startsWith('@')) {
    const rest = text.slice(1).trim();
    if (rest === '') return { parts: ['ThisRow'], columns: [] };
    const columns = rest.startsWith('[') ? bracketed(rest) : [unescape(rest)];
    return columns === undefined ? undefined : { parts: ['ThisRow'], columns };
  }
  if (!text.startsWith('[')) {
    const part = PARTS[text.toLowerCase()];
    return part === undefined ? { parts: ['Data'], columns: [unescape(inside)] } : { parts: [part], columns: [] };
  }
  const items = bracketed(text);
  if (items === undefined) return undefined;
  const parts: Part[] = [];
  const columns: string[] = [];
  for (const item of items) {
    const part = PARTS[item.toLowerCase()];
    if (part === undefined) columns.push(item);
    else parts.push(part);
  }
  return columns.length > 2 ? undefined : { parts: parts.length === 0 ? ['Data'] : parts, columns };
}

/** The contents of "[a],[b]:[c]" in order; undefined when it is anything else. */
function bracketed(text: string): string[] | undefined {
  const item = /\s*\[((?:'.|[^'[\]])*)\]\s*(,|:|$)/suy;
  const items: string[] = [];
  while (item.lastIndex < text.length) {
    const match = item.exec(text);
    if (match === null) return undefined;
    items.push(unescape(match[1] ?? ''));
  }
  return items;
}

const unescape = (name: string): string => name.replace(/'(.)/gsu, '$1');

const folded = (name: string): string => name.normalize('NFC').toLocaleLowerCase();

function spanOf(table: TableModel, columns: readonly string[]): { readonly col: number; readonly lastCol: number } | undefined {
  if (columns.length === 0) return { col: table.range.col, lastCol: table.range.lastCol };
  const at = columns.map((name) => table.columns.findIndex((column) => folded(column.name) === folded(name)));
  if (at.includes(-1)) return undefined;
  return { col: table.range.col + Math.min(...at), lastCol: table.range.col + Math.max(...at) };
}

function rowsOf(
  table: TableModel, sheet: SheetModel, parts: readonly Part[], place: Place,
): { readonly row: number; readonly lastRow: number } | '#REF!' | '#VALUE!' {
  const first = table.range.row + (table.showHeaders ? 1 : 0);
  const last = table.range.lastRow - (table.showTotals ? 1 : 0);
  let row = Infinity;
  let lastRow = -1;
  for (const part of parts) {
    const span = spanOfPart(part, table, first, last, place.row);
    if (part === 'ThisRow' && (sheet !== place.sheet || place.row < first || place.row > last)) return '#VALUE!';
    if (span === undefined) return '#REF!';
    row = Math.min(row, span[0]);
    lastRow = Math.max(lastRow, span[1]);
  }
  return { row, lastRow };
}

function spanOfPart(part: Part, table: TableModel, first: number, last: number, row: number): readonly [number, number] | undefined {
  switch (part) {
    case 'All':
      return [table.range.row, table.range.lastRow];
    case 'Data':
      return [first, last];
    case 'Headers':
      return table.showHeaders ? [table.range.row, table.range.row] : undefined;
    case 'Totals':
      return table.showTotals ? [table.range.lastRow, table.range.lastRow] : undefined;
    case 'ThisRow':
      return [row, row];
  }
}
