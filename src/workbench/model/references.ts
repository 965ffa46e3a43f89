import { columnIndex, columnName, quoteSheet, splitAddress } from './addresses';
import { shiftRect, type Shift } from './rects';
import type { Rect } from './types';
import { LAST_COLUMN, LAST_ROW } from './workbook';

/** A reference as it stands in a formula. A whole row or column has no letters or no digits. */
export interface Reference {
  /** The sheet's name without quotes; null when the reference is to the formula's own sheet. */
  readonly sheet: string | null;
  readonly first: Corner;
  readonly last: Corner | null;
}

interface Corner {
  readonly row: number | null;
  readonly col: number | null;
  readonly rowFixed: boolean;
  readonly colFixed: boolean;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const AREA = String.raw`${CELL}(?::${CELL})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;
const REFERENCE = new RegExp(String.raw`(${SHEET})?(${AREA})(?![\p{L}\p{N}_.(!\[])`, 'uy');
const TEXT = /"(?:[^"]|"")*"/y;
const OTHER = /'(?:[^']|'')+'!?|[\p{L}_\\][\p{L}\p{N}_.\\]*[!(]?|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;

/**
 * Rewrites the references of a formula; `change` gives the new text of one, or null to leave it. Texts, names,
 * functions and structured references stay as they are.
 */
export function mapReferences(formula: string, change: (reference: Reference) => string | null): string {
  let out = '';
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(formula);
  };
  while (at < formula.length) {
    const skipped = formula[at] === '[' ? formula.slice(at, bracketEnd(formula, at)) : match(TEXT)?.[0];
    if (skipped !== undefined) {
      out += skipped;
      at += skipped.length;
      continue;
    }
    const found = match(REFERENCE);
    const reference = found === null ? null : parse(found[1], found[2] ?? '');
    const taken = found !== null && reference !== null ? found[0] : (match(OTHER)?.[0] ?? formula.charAt(at));
    out += (reference === null ? null : change(reference)) ?? taken;
    at += taken.length;
  }
  return out;
}

function bracketEnd(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    const char = formula[at];
    if (char === "'") at += 1;
    else if (char === '[') depth += 1;
    else if (char === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return formula.length;
}

function parse(sheetPart: string | undefined, area: string): Reference | null {
  const [firstText, lastText] = area.split(':');
  const first = corner(firstText ?? '');
  const last = lastText === undefined ? null : corner(lastText);
  if (first === null || (lastText !== undefined && last === null)) return null;
  const sheet = sheetPart === undefined ? null : splitAddress(`${sheetPart}A1`).sheet;
  return { sheet, first, last };
}

function corner(text: string): Corner | null {
  const parts = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  if (parts === null) return null;
  const letters = parts[2] ?? '';
  const digits = parts[4] ?? '';
  const col = letters === '' ? null : columnIndex(letters);
  const row = digits === '' ? null : Number(digits) - 1;
  if (col === -1 || (row !== null && (row < 0 || row > LAST_ROW))) return null;
  if (letters === '') return { row, col, rowFixed: parts[1] === '$' || parts[3] === '$', colFixed: false };
  return { row, col, rowFixed: parts[3] === '$', colFixed: parts[1] === '$' };
}

function write(reference: Reference): string {
  const one = (at: Corner): string =>
    (at.col === null ? '' : `${at.colFixed ? '$' : ''}${columnName(at.col)}`) +
    (at.row === null ? '' : `${at.rowFixed ? '$' : ''}${at.row + 1}`);
  const area = reference.last === null ? one(reference.first) : `${one(reference.first)}:${one(reference.last)}`;
  return reference.sheet === null ? area : `${quoteSheet(reference.sheet)}!${area}`;
}

function rectOf(reference: Reference): Rect {
  const { first } = reference;
  const last = reference.last ?? first;
  return {
    row: first.row ?? 0,
    col: first.col ?? 0,
    lastRow: last.row ?? LAST_ROW,
    lastCol: last.col ?? LAST_COLUMN,
  };
}

const sameName = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();

/** The formula after cells of `changedSheet` were inserted or deleted; what is gone becomes #REF!. */
export function shiftFormula(formula: string, ownSheet: string, changedSheet: string, shift: Shift): string {
  return mapReferences(formula, (reference) => {
    if (!sameName(reference.sheet ?? ownSheet, changedSheet)) return null;
    const moved = shiftRect(rectOf(reference), shift);
    if (moved === null) return '#REF!';
    const at = (from: Corner, row: number, col: number): Corner => ({
      ...from,
      row: from.row === null ? null : row,
      col: from.col === null ? null : col,
    });
    return write({
      sheet: reference.sheet,
      first: at(reference.first, moved.row, moved.col),
      last: reference.last === null ? null : at(reference.last, moved.lastRow, moved.lastCol),
    });
  });
}

/** The formula as it reads from a cell further down or right: relative references move along. */
export function moveFormula(formula: string, rows: number, cols: number): string {
  const move = (at: Corner): Corner => ({
    ...at,
    row: at.row === null || at.rowFixed ? at.row : at.row + rows,
    col: at.col === null || at.colFixed ? at.col : at.col + cols,
  });
  return mapReferences(formula, (reference) => {
    const moved = { ...reference, first: move(reference.first), last: reference.last === null ? null : move(reference.last) };
    const corners = moved.last === null ? [moved.first] : [moved.first, moved.last];
    const outside = corners.some((at) => (at.row ?? 0) < 0 || (at.col ?? 0) < 0 || (at.row ?? 0) > LAST_ROW || (at.col ?? 0) > LAST_COLUMN);
    return outside ? '#REF!' : write(moved);
  });
}

/** The formula as it reads from another sheet: references to its own sheet name that sheet. */
export function placeFormula(formula: string, ownSheet: string): string {
  return mapReferences(formula, (reference) => (reference.sheet === null ? write({ ...reference, sheet: ownSheet }) : null));
}

/** The formula after a sheet was renamed, or deleted (`to` is null). */
export function renameSheetInFormula(formula: string, from: string, to: string | null): string {
  return mapReferences(formula, (reference) => {
    if (reference.sheet === null || !sameName(reference.sheet, from)) return null;
    return to === null ? '#REF!' : write({ ...reference, sheet: to });
  });
}

/** The block a formula such as "='Số liệu'!$A$1:$B$2" names, or null when it is more than a reference. */
export function referenceOfFormula(formula: string): { readonly sheet: string | null; readonly rect: Rect } | null {
  let found: Reference | null = null;
  const rest = mapReferences(formula.replace(/^=/, '').trim(), (reference) => {
    found = reference;
    return '';
  });
  const reference = pick(found);
  return reference !== null && rest === '' ? { sheet: reference.sheet, rect: rectOf(reference) } : null;
}

// The compiler does not see assignments made inside the callback.
function pick(reference: Reference | null): Reference | null {
  return reference;
}
