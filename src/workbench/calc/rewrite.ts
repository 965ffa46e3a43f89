import { parseRect, rectName } from '../model/addresses';
import type { NameModel, SheetModel } from '../model/types';
import { findSheet, findTable } from '../model/workbook';
import { KNOWN_FUNCTIONS, REDUCING_FUNCTIONS, isBlockByCriteria, isCriterion, plainFunction } from './functions';
import { resolveStructured, type Area, type Place } from './structured';
import { tokenize, type Token } from './tokens';

/** A formula as the engine takes it, and the cells it reads. */
export interface EngineFormula {
  readonly kind: 'formula';
  /** With "="; every reference names the engine's own sheet. */
  readonly text: string;
  readonly areas: readonly Area[];
  /** It reads the clock. */
  readonly volatile: boolean;
}

export interface Refusal {
  readonly kind: 'refused';
  readonly reason: string;
}

export interface RewriteContext {
  /** The name that a sheet has in the engine. */
  readonly engineSheet: (sheet: SheetModel) => string;
  /** The moment as a serial number, for TODAY and NOW. */
  readonly now: number;
}

interface Frame {
  readonly name: string;
  argument: number;
}

interface Rewriting {
  readonly place: Place;
  readonly context: RewriteContext;
  readonly areas: Area[];
  readonly frames: Frame[];
  volatile: boolean;
  /** Names that are being expanded, so that one that means itself is found. */
  readonly expanding: readonly NameModel[];
}

type Piece = { readonly kind: 'piece'; readonly text: string; readonly tokens: number } | Refusal;

const refused = (reason: string): Refusal => ({ kind: 'refused', reason });
const piece = (text: string, tokens = 1): Piece => ({ kind: 'piece', text, tokens });

/**
 * Turns a formula of the workbook into one of the engine: structured references and names become plain blocks, sheets
 * get the engine's names, and what the engine is known to get wrong is refused with the reason.
 */
export function rewriteFormula(formula: string, place: Place, context: RewriteContext): EngineFormula | Refusal {
  const state: Rewriting = { place, context, areas: [], frames: [], volatile: false, expanding: [] };
  const body = rewriteBody(formula.replace(/^=/, ''), state);
  if (typeof body !== 'string') return body;
  return { kind: 'formula', text: `=${body}`, areas: state.areas, volatile: state.volatile };
}

function rewriteBody(formula: string, state: Rewriting): string | Refusal {
  const tokens = tokenize(formula);
  if (tokens === undefined) return refused('the formula cannot be taken apart');
  let out = '';
  for (let at = 0; at < tokens.length; ) {
    const next = rewriteAt(tokens, at, state);
    if (next.kind === 'refused') return next;
    out += next.text;
    at += next.tokens;
  }
  return out;
}

function rewriteAt(tokens: readonly Token[], at: number, state: Rewriting): Piece {
  const token = tokens[at];
  if (token === undefined) return piece('');
  switch (token.kind) {
    case 'text':
      return rewriteLiteral(token.text, state);
    case 'number':
    case 'error':
      return piece(token.text);
    case 'space':
      return endsOperand(tokens[at - 1]) && beginsOperand(tokens[at + 1])
        ? refused('the intersection of blocks (a space between references) is not calculated')
        : piece('');
    case 'function':
      return rewriteFunction(token.text, tokens, at, state);
    case 'structured': {
      const resolved = resolveStructured(token.table, token.inside, state.place);
      if (resolved.kind === 'refused') return resolved;
      return resolved.kind === 'error' ? piece(resolved.error) : emitArea(resolved.area, 1, state);
    }
    case 'sheet': {
      const sheet = findSheet(state.place.model, token.sheet);
      if (/[[\]]/.test(token.sheet)) return refused('a reference to another workbook is not calculated');
      return rewriteReference(tokens, at + 1, sheet ?? null, 1, state);
    }
    case 'word':
      return rewriteReference(tokens, at, undefined, 0, state);
    case 'sign':
      return rewriteSign(token.text, tokens, at, state);
  }
}

/** Excel counts a text or truth value that is written out in MAX or MIN as a number; the engine leaves it out. */
function rewriteLiteral(text: string, { frames }: Rewriting): Piece {
  const name = frames.at(-1)?.name;
  return name === 'MAX' || name === 'MIN' ? refused(`${name} over a written ${text} is not calculated`) : piece(text);
}

function rewriteFunction(text: string, tokens: readonly Token[], at: number, state: Rewriting): Piece {
  const name = plainFunction(text);
  if (!KNOWN_FUNCTIONS.has(name)) return refused(`the function ${name} is not calculated`);
  if (name === 'TODAY' || name === 'NOW') {
    const rest = tokens.slice(at + 1).filter(({ kind }) => kind !== 'space');
    if (rest[1]?.text !== ')') return refused(`the function ${name} takes no argument`);
    state.volatile = true;
    const moment = name === 'TODAY' ? Math.floor(state.context.now) : state.context.now;
    return piece(`${moment}`, tokens.findIndex((each, index) => index > at && each.text === ')') - at + 1);
  }
  state.frames.push({ name, argument: 0 });
  // The parenthesis goes with the name, so that a bare one can be told from it.
  return piece(`${name}(`, 2);
}

function rewriteSign(sign: string, tokens: readonly Token[], at: number, state: Rewriting): Piece {
  switch (sign) {
    case '(':
      state.frames.push({ name: '', argument: 0 });
      return piece(sign);
    case ')':
      state.frames.pop();
      return piece(sign);
    case ',': {
      const frame = state.frames.at(-1);
      if (frame === undefined || frame.name === '') return refused('the union of blocks is not calculated');
      if (frame.name !== '{') frame.argument += 1;
      return piece(sign);
    }
    case '{':
      if (arrayInCriterion(state)) return refused(criterionReason(state));
      state.frames.push({ name: '{', argument: 0 });
      return piece(sign);
    case '}':
      state.frames.pop();
      return piece(sign);
    case ';':
      return state.frames.at(-1)?.name === '{' ? piece(sign) : refused('";" is no separator of arguments');
    case '@':
    case '#':
    case '!':
    case ':':
      return refused(`the sign "${sign}" is not calculated here`);
    case '-':
      return rewriteMinus(tokens, at);
    default:
      return piece(sign);
  }
}

/** The engine drops "--" before truth values; "1*" says the same wherever no "/" or "^" stands before it. */
function rewriteMinus(tokens: readonly Token[], at: number): Piece {
  const before = tokens.slice(0, at).findLast(({ kind }) => kind !== 'space');
  const next = tokens.slice(at + 1).findIndex(({ kind }) => kind !== 'space');
  const second = tokens[at + 1 + next];
  if (endsOperand(before) || second?.kind !== 'sign' || second.text !== '-') return piece('-');
  if (before?.text === '/' || before?.text === '^') return refused('"--" after "/" or "^" is not calculated');
  return piece('1*', next + 2);
}

function endsOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'sign') return token.text === ')' || token.text === '}' || token.text === '%';
  return token.kind !== 'space' && token.kind !== 'function' && token.kind !== 'sheet';
}

function beginsOperand(token: Token | undefined): boolean {
  if (token === undefined) return false;
  return token.kind === 'sign' ? token.text === '(' || token.text === '{' : token.kind !== 'space';
}

/** A cell, block, name or truth value; `sheet` is undefined when none was written, null when it does not exist. */
function rewriteReference(
  tokens: readonly Token[], at: number, sheet: SheetModel | null | undefined, before: number, state: Rewriting,
): Piece {
  const first = tokens[at];
  if (first?.kind === 'error' && sheet !== undefined) return piece(first.text, before + 1);
  if (first?.kind !== 'word') return refused('the reference to a sheet is not understood');
  const colon = tokens[at + 1];
  if (colon?.kind === 'sign' && colon.text === ':') {
    const last = tokens[at + 2];
    const rect = last?.kind === 'word' ? parseRect(`${first.text}:${last.text}`) : null;
    if (rect === null) return refused(`the block "${first.text}:${last?.text ?? ''}" is not calculated`);
    return sheet === null ? piece('#REF!', before + 3) : emitCells(rect, `${first.text}:${last?.text ?? ''}`, sheet, before + 3, state);
  }
  const rect = parseRect(first.text);
  if (rect !== null) return sheet === null ? piece('#REF!', before + 1) : emitCells(rect, first.text, sheet, before + 1, state);
  if (sheet === null) return piece('#REF!', before + 1);
  const word = first.text.toUpperCase();
  if (sheet === undefined && (word === 'TRUE' || word === 'FALSE')) return rewriteLiteral(word, state);
  return rewriteName(first.text, sheet, before + 1, state);
}

function emitCells(rect: Area['rect'], text: string, sheet: SheetModel | undefined, tokens: number, state: Rewriting): Piece {
  if (state.expanding.length > 0 && /(?:^|:)(?:\$?[A-Za-z]+\d|[A-Za-z]|\d)/.test(text)) {
    return refused(`a name with the relative reference "${text}" is not calculated`);
  }
  if (state.expanding.length > 0 && sheet === undefined) return refused(`a name whose reference "${text}" has no sheet is not calculated`);
  return emitArea({ sheet: sheet ?? state.place.sheet, rect }, tokens, state);
}

function emitArea(area: Area, tokens: number, state: Rewriting): Piece {
  const { rect, sheet } = area;
  const many = rect.row !== rect.lastRow || rect.col !== rect.lastCol;
  if (many && arrayInCriterion(state)) return refused(criterionReason(state));
  const subtotal = state.frames.some(({ name }) => name === 'SUBTOTAL');
  if (subtotal && hasHiddenRow(area)) return refused('SUBTOTAL over hidden or filtered rows is not calculated');
  state.areas.push(area);
  const text = `${state.context.engineSheet(sheet)}!${rectName(rect, true)}`;
  const frame = state.frames.at(-1);
  // The engine takes a block of one cell (a table of one row) for a value and answers #VALUE!; OFFSET keeps it a block.
  return piece(!many && frame && isBlockByCriteria(frame.name, frame.argument) ? `OFFSET(${text},0,0,1,1)` : text, tokens);
}

function hasHiddenRow({ sheet, rect }: Area): boolean {
  for (const [row, { hidden, filtered }] of sheet.rows) {
    if (row >= rect.row && row <= rect.lastRow && (hidden === true || filtered === true)) return true;
  }
  return false;
}

/** Whether an array at this place would be a criterion of SUMIFS and the like. */
function arrayInCriterion(state: Rewriting): boolean {
  return criterionFrame(state) !== undefined;
}

function criterionFrame({ frames }: Rewriting): Frame | undefined {
  for (const frame of frames.toReversed()) {
    if (isCriterion(frame.name, frame.argument)) return frame;
    if (REDUCING_FUNCTIONS.has(frame.name)) return undefined;
  }
  return undefined;
}

function criterionReason(state: Rewriting): string {
  return `${criterionFrame(state)?.name ?? ''} with a block or array as criterion is not calculated`;
}

function rewriteName(name: string, sheet: SheetModel | undefined, tokens: number, state: Rewriting): Piece {
  const key = name.toLocaleLowerCase();
  const same = (each: NameModel): boolean => each.name.toLocaleLowerCase() === key;
  const { model } = state.place;
  const own = (sheet ?? state.place.sheet).names.find(same);
  const found = own ?? model.names.find(same);
  if (found === undefined) {
    const table = sheet === undefined ? findTable(model, name) : undefined;
    if (table === undefined) return piece('#NAME?', tokens);
    const resolved = resolveStructured(name, '', state.place);
    return resolved.kind === 'area' ? emitArea(resolved.area, tokens, state) : piece('#REF!', tokens);
  }
  if (state.expanding.includes(found)) return refused(`the name ${name} means itself`);
  const inner: Rewriting = { ...state, expanding: [...state.expanding, found], frames: state.frames.map((frame) => ({ ...frame })) };
  const body = rewriteBody(found.formula.replace(/^=/, ''), inner);
  if (typeof body !== 'string') return body;
  state.volatile ||= inner.volatile;
  const single = /^(?:"(?:[^"]|"")*"|[\w.]+![$A-Z0-9:]+|[0-9.]+|#[A-Z0-9/?!]+)$/.test(body);
  return piece(single ? body : `(${body})`, tokens);
}
