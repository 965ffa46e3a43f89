import { positionOf } from './address';

/** A quoted text, a sheet before "!", a cell, a name or function, a number, blanks, or any single sign. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_.]*!|(?<cell>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?![\p{L}\p{N}_.(!]))|[\p{L}_][\p{L}\p{N}_.]*|[0-9.]+(?:[eE][+-]?[0-9]+)?|\s+|./gsu;

/**
 * What a formula does, seen from its cell: references as distances (R1C1), so that a moved row's formula is the same;
 * blanks, case, "$", the list separator, "_xlfn." and the name of its own sheet make no difference. Texts inside it do.
 *
 * `row`, `column`: zero-based position of the cell; `sheet`: the sheet that it stands on. Linear in the formula.
 */
export function formulaShape(formula: string, row: number, column: number, sheet: string): string {
  const own = sheet.toLowerCase();
  let shape = '';
  for (const { 0: token, groups } of formula.replace(/^\s*=/, '').matchAll(TOKEN)) {
    if (token.startsWith('"')) shape += token;
    else if (token.endsWith('!') && token.length > 1) shape += sheetOf(token) === own ? '' : token.toLowerCase();
    else if (token === ';') shape += ',';
    else if (groups?.cell !== undefined) shape += distanceTo(token, row, column);
    else if (token !== '@' && token.trim() !== '') shape += token.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.)+/, '');
  }
  return shape;
}

function sheetOf(token: string): string {
  const name = token.slice(0, -1);
  return (name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name).toLowerCase();
}

function distanceTo(cell: string, row: number, column: number): string {
  const position = positionOf(cell);
  return position === null ? cell.toUpperCase() : `R[${position.row - row}]C[${position.column - column}]`;
}

/** Whether two formulas do the same in the cell at a zero-based position of a sheet. */
export function sameFormula(one: string, other: string, row: number, column: number, sheet: string): boolean {
  return one === other || formulaShape(one, row, column, sheet) === formulaShape(other, row, column, sheet);
}
