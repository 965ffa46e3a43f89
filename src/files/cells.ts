import { format, isDateFormat } from 'numfmt';
import type { CellObject } from '@e965/xlsx';
import type { Cell, CellContent, ExcelError } from '../core/grid';

const ERRORS: Readonly<Record<number, ExcelError>> = {
  0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A', 0x2b: '#GETTING_DATA',
};
const WRITTEN_ERRORS: readonly ExcelError[] = [
  '#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!', '#FIELD!', '#BLOCKED!', '#CONNECT!', '#BUSY!', '#UNKNOWN!',
];

function errorOf(value: unknown, text: string): ExcelError {
  const byNumber = typeof value === 'number' ? ERRORS[value] : undefined;
  return byNumber ?? WRITTEN_ERRORS.find((error) => error === text || error === value) ?? '#UNKNOWN!';
}

const DAY = 86_400_000;
/** Serial number of 1970-01-01. */
const UNIX_EPOCH = 25_569;
/** Days between the 1900 and the 1904 date systems. */
const SHIFT_1904 = 1462;

function contentOf(cell: CellObject, isFormula: boolean): CellContent | null {
  const { v: value, t: type } = cell;
  if (type === 'e') return { kind: 'error', code: errorOf(value, cell.w ?? '') };
  if (type === 'z' || value === undefined || value === null) return null;
  if (value instanceof Date) return { kind: 'number', value: value.getTime() / DAY + UNIX_EPOCH };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  // 1e999 and the like: what stood there is kept as a text, and no number is made of it.
  if (typeof value === 'number') return Number.isFinite(value) ? { kind: 'number', value } : { kind: 'text', value: cell.w ?? String(value) };
  if (value === '' && !isFormula) return null;
  // OpenDocument stores the errors of formulas as texts.
  const error = isFormula ? WRITTEN_ERRORS.find((each) => each === value) : undefined;
  return error === undefined ? { kind: 'text', value } : { kind: 'error', code: error };
}

const dateFormats = new Map<string, boolean>();

function showsDate(pattern: string): boolean {
  let known = dateFormats.get(pattern);
  if (known === undefined) {
    try {
      known = isDateFormat(pattern);
    } catch {
      known = false;
    }
    if (dateFormats.size > 1000) dateFormats.clear();
    dateFormats.set(pattern, known);
  }
  return known;
}

/** What Excel shows. The file library fails at some date formats (dd.mm.yyyy) and knows no date of the 1904 system. */
function textOf(cell: CellObject, content: CellContent | null, pattern: string | undefined, date1904: boolean): string {
  if (content === null) return '';
  switch (content.kind) {
    case 'text':
      return content.value;
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'error':
      return content.code;
    case 'number': {
      const isDate = pattern !== undefined && showsDate(pattern);
      if (!isDate && cell.w !== undefined) return cell.w;
      try {
        return pattern === undefined ? String(content.value) : format(pattern, isDate && date1904 ? content.value + SHIFT_1904 : content.value);
      } catch {
        return cell.w ?? String(content.value);
      }
    }
  }
}

/** What toCell must know of the cell's workbook. */
export interface CellSetting {
  readonly date1904: boolean;
  /** The pattern that says nothing: OpenDocument's everyday number style comes out as "0". */
  readonly general: 'General' | '0';
}

/** One cell of the file library as a cell of ours; null when it is blank. */
export function toCell(cell: CellObject, font: string | undefined, { date1904, general }: CellSetting): Cell | null {
  const formula = typeof cell.f === 'string' && cell.f !== '' ? `=${cell.f}` : undefined;
  const content = contentOf(cell, formula !== undefined);
  if (content === null && formula === undefined) return null;
  const pattern = typeof cell.z === 'string' && cell.z !== '' && cell.z !== 'General' && cell.z !== general ? cell.z : undefined;
  return {
    content,
    text: textOf(cell, content, pattern, date1904),
    ...(formula === undefined ? {} : { formula }),
    ...(pattern === undefined ? {} : { format: pattern }),
    ...(font === undefined ? {} : { font }),
  };
}
