import { cellsOf, columnsOf, intersect, rowsOf } from '../model/rects';
import { rectName } from '../model/addresses';
import type { CellModel, Rect, SheetModel } from '../model/types';
import { ensureCell } from '../model/workbook';
import { requireUnlocked } from './access';
import { parseEntry } from './entry';
import { refuse } from './errors';
import { emit } from './events';
import { hidesRows } from './filters';
import { eachFormatted } from './styles';
import { requireFormatting } from './access';
import { rectOf, redraw, restructure, touch, type Place, type Session } from './session';

/** Excel's own limits. */
const MOST_CELLS = 5_000_000;
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;

/** The location of what a person does: events tell it from what an add-in writes. */
export const USER = 'user';

/** Reads a block of values: two-dimensional and of the range's shape, or one value for all cells. */
export function gridOf(input: unknown, rect: Rect, location: string): (row: number, col: number) => unknown {
  if (!Array.isArray(input)) return () => input;
  const rows: readonly unknown[] = input;
  const width = columnsOf(rect);
  const shaped = rows.length === rowsOf(rect) && rows.every((row) => Array.isArray(row) && row.length === width);
  if (!shaped) {
    return refuse('InvalidArgument', location, `The number of rows or columns in the input array doesn't match the range ${rectName(rect)}.`);
  }
  return (row, col) => {
    const line = rows[row];
    return Array.isArray(line) ? line[col] : undefined;
  };
}

/**
 * Writes values or formulas as Excel does: texts are parsed as if typed into a US Excel, null leaves a cell alone, ""
 * empties it. Under a filter only the rows that show take what is written, one after the other, and the rest is lost.
 */
export function writeCells(place: Place, input: unknown, location: string): void {
  const { session, sheet } = place;
  const rect = rectOf(place);
  if (cellsOf(rect) > MOST_CELLS) refuse('OperationCellsExceedLimit', location);
  const at = gridOf(input, rect, location);
  const broadcast = !Array.isArray(input);
  const height = rowsOf(rect);
  const width = columnsOf(rect);
  for (let row = 0; row < (broadcast ? 1 : height); row += 1) {
    for (let col = 0; col < (broadcast ? 1 : width); col += 1) checkInput(at(row, col), location);
  }
  requireUnlocked(sheet, rect, location);
  const targets = targetRows(sheet, rect);
  const merged = sheet.merges.filter((merge) => intersect(merge, rect) !== null);
  targets.forEach((row, index) => {
    for (let col = 0; col < width; col += 1) {
      const content = at(index, col);
      if (content === null || content === undefined) continue;
      if (merged.length > 0 && isCovered(merged, row, rect.col + col)) continue;
      writeOne(session, sheet, row, rect.col + col, content);
    }
  });
  syncHeaders(session, sheet, rect);
  touch(session, sheet, rect);
  emit(session.events, 'changed', sheet, {
    address: rectName(rect), changeType: 'RangeEdited', triggerSource: location === USER ? 'Unknown' : 'ThisLocalAddin', shiftDirection: 'None',
  });
}

function checkInput(content: unknown, location: string): void {
  switch (typeof content) {
    case 'string':
      if (content.startsWith('=') && content.length > LONGEST_FORMULA) refuse('FormulaLengthExceedsLimit', location);
      if (content.length > LONGEST_TEXT) refuse('InvalidArgument', location, 'A cell holds at most 32,767 characters.');
      if (content.startsWith('=') && !isBalanced(content)) refuse('InvalidArgument', location, `Excel cannot read the formula ${content.slice(0, 80)}.`);
      return;
    case 'number':
    case 'boolean':
    case 'undefined':
      return;
    default:
      if (content !== null) refuse('InvalidArgument', location, 'A cell takes a number, a text or true and false.');
  }
}

/** Brackets and quotation marks close; more the stand-in leaves to the engine. */
function isBalanced(formula: string): boolean {
  let depth = 0;
  let quote = '';
  for (const char of formula) {
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '(' || char === '{') depth += 1;
    else if (char === ')' || char === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && (quote === '' || /\[[^\]]*'/.test(formula));
}

function targetRows(sheet: SheetModel, rect: Rect): number[] {
  const filtered = hidesRows(sheet, rect);
  const rows: number[] = [];
  for (let row = rect.row; row <= rect.lastRow; row += 1) {
    if (!filtered || sheet.rows.get(row)?.filtered !== true) rows.push(row);
  }
  return rows;
}

function isCovered(merges: readonly Rect[], row: number, col: number): boolean {
  return merges.some(
    (merge) =>
      row >= merge.row && row <= merge.lastRow && col >= merge.col && col <= merge.lastCol && (row !== merge.row || col !== merge.col),
  );
}

function writeOne(session: Session, sheet: SheetModel, row: number, col: number, content: unknown): void {
  const cell = ensureCell(sheet, row, col);
  if (typeof content === 'string') {
    const entry = parseEntry(content, cell.numberFormat, session.now());
    if (entry.kind === 'formula') {
      put(cell, null, entry.formula);
      return;
    }
    put(cell, entry.value, null);
    if (entry.numberFormat !== undefined && cell.numberFormat === 'General') cell.numberFormat = entry.numberFormat;
  } else if (typeof content === 'number' || typeof content === 'boolean') put(cell, content, null);
}

function put(cell: CellModel, value: CellModel['value'], formula: string | null): void {
  cell.value = value;
  cell.formula = formula;
  if (cell.richText !== undefined) delete cell.richText;
  if (cell.arrayRange !== undefined) delete cell.arrayRange;
}

/** Headers of a table are its columns' names: texts, none twice, none empty. */
export function syncHeaders(session: Session, sheet: SheetModel, rect: Rect): void {
  for (const table of sheet.tables) {
    if (!table.showHeaders || intersect({ ...table.range, lastRow: table.range.row }, rect) === null) continue;
    const taken = new Set<string>();
    table.columns.forEach((column, index) => {
      const cell = ensureCell(sheet, table.range.row, table.range.col + index);
      const wanted = cell.value === null ? `Column${index + 1}` : typeof cell.value === 'object' ? cell.value.error : String(cell.value);
      let name = wanted;
      for (let n = 2; taken.has(name.toLocaleLowerCase()); n += 1) name = `${wanted}${n}`;
      taken.add(name.toLocaleLowerCase());
      if (cell.value !== name || cell.formula !== null) put(cell, name, null);
      if (column.name !== name) {
        column.name = name;
        restructure(session);
      }
    });
  }
}

/** Sets number formats: a block of the range's shape, or one format for all cells. */
export function writeNumberFormats(place: Place, input: unknown, location: string): void {
  const rect = rectOf(place);
  requireFormatting(place, location);
  if (typeof input === 'string') {
    eachFormatted(place.sheet, rect, (holder) => {
      holder.numberFormat = input;
    });
    redraw(place.session);
    return;
  }
  const at = gridOf(input, rect, location);
  for (let row = 0; row < rowsOf(rect); row += 1) {
    for (let col = 0; col < columnsOf(rect); col += 1) {
      const format = at(row, col);
      if (format === null || format === undefined) continue;
      if (typeof format !== 'string') refuse('InvalidArgument', location, 'A number format is a text.');
      ensureCell(place.sheet, rect.row + row, rect.col + col).numberFormat = format === '' ? 'General' : format;
    }
  }
  redraw(place.session);
}
