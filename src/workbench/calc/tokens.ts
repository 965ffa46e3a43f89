/**
 * The pieces of a formula in US English, as far as rewriting needs them. Putting the `text` of all pieces together
 * gives the formula back, letter for letter.
 */
export type Token =
  | { readonly kind: 'space'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'error'; readonly text: string }
  /** A sheet with its "!", e.g. `'Số liệu'!`; `sheet` is the bare name. */
  | { readonly kind: 'sheet'; readonly text: string; readonly sheet: string }
  /** A function's name without its parenthesis. */
  | { readonly kind: 'function'; readonly text: string }
  /** `SoLieu[…]` or, inside a table, `[…]`; `table` is "" then; `inside` is the text between the outer brackets. */
  | { readonly kind: 'structured'; readonly text: string; readonly table: string; readonly inside: string }
  /** A cell, the side of a range, a name, TRUE or FALSE. */
  | { readonly kind: 'word'; readonly text: string }
  /** Operators, parentheses, commas, braces: one sign each, but "<>", "<=", ">=". */
  | { readonly kind: 'sign'; readonly text: string };

const SPACE = /\s+/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const ERROR = /#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)/uy;
const WORD = /\$?[\p{L}\p{M}_\\$][\p{L}\p{M}\p{N}_.\\?$]*/uy;
const ROWS = /\$?\d+:\$?\d+/uy;
const SIGN = /<>|<=|>=|[-+*/^&=<>%(),;:{}@#!]/uy;

/** Splits a formula (with or without its leading "="); undefined when a text, sheet name or bracket is left open or a sign is unknown. */
export function tokenize(formula: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(formula)?.[0];
  };
  while (at < formula.length) {
    const token = read(formula, at, take);
    if (token === undefined) return undefined;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function read(formula: string, at: number, take: (pattern: RegExp) => string | undefined): Token | undefined {
  const space = take(SPACE);
  if (space !== undefined) return { kind: 'space', text: space };
  const first = formula[at];
  if (first === '"') {
    const text = quoted(formula, at, '"');
    return text === undefined ? undefined : { kind: 'text', text };
  }
  if (first === "'") {
    const name = quoted(formula, at, "'");
    if (name === undefined || formula[at + name.length] !== '!') return undefined;
    return { kind: 'sheet', text: `${name}!`, sheet: name.slice(1, -1).replaceAll("''", "'") };
  }
  if (first === '[') return structured(formula, at, '');
  const rows = take(ROWS);
  if (rows !== undefined) return { kind: 'word', text: rows };
  const number = take(NUMBER);
  if (number !== undefined) return { kind: 'number', text: number };
  const error = take(ERROR);
  if (error !== undefined) return { kind: 'error', text: error };
  const word = take(WORD);
  if (word !== undefined) {
    const next = formula[at + word.length];
    if (next === '(') return { kind: 'function', text: word };
    if (next === '!') return { kind: 'sheet', text: `${word}!`, sheet: word };
    if (next === '[') return structured(formula, at, word);
    return { kind: 'word', text: word };
  }
  const sign = take(SIGN);
  return sign === undefined ? undefined : { kind: 'sign', text: sign };
}

/** The quoted piece that begins at a quotation mark, both marks with it; a doubled mark stands for itself. */
function quoted(formula: string, start: number, mark: string): string | undefined {
  for (let end = start + 1; end < formula.length; end += 1) {
    if (formula[end] !== mark) continue;
    if (formula[end + 1] === mark) end += 1;
    else return formula.slice(start, end + 1);
  }
  return undefined;
}

/** A bracketed piece; inside it an apostrophe takes the next sign as it is. */
function structured(formula: string, start: number, table: string): Token | undefined {
  let depth = 0;
  for (let end = start + table.length; end < formula.length; end += 1) {
    const sign = formula[end];
    if (sign === "'") end += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']') {
      depth -= 1;
      if (depth === 0) {
        const text = formula.slice(start, end + 1);
        return { kind: 'structured', text, table, inside: text.slice(table.length + 1, -1) };
      }
    }
  }
  return undefined;
}
