import type { Cell } from '../grid';
import { cleanText, foldText } from './fold';
import { measureOf } from './measure';
import { readingsOf } from './notation';
import { placeholderState } from './placeholders';
import type { Reading } from './types';

/** What is known about the figure that a cell should hold. */
export interface NumberGrammar {
  /** Decimals of the indicator; 0 settles "1.589" as 1589; null when unknown. */
  readonly decimals: number | null;
  /** false: a percent format does not mean a percentage here (a count). */
  readonly isPercent?: boolean;
  /** Unit of measure; a text that names another one is no number ("1,87 tỷ USD" where million USD are asked). */
  readonly unit?: string;
  /** About what the figure should be (a plan, last year's figure): puts the likelier of two readings first. */
  readonly likely?: number | null;
}

/**
 * Reads one cell on its own grammar: Vietnamese or English notation, signs, qualifiers, placeholders, errors. What
 * cannot be read without loss stays a text, and what reads in two ways stays ambiguous: nothing is guessed.
 */
export function readNumber(cell: Cell | null, grammar: NumberGrammar): Reading {
  const content = cell?.content ?? null;
  if (cell === null || content === null) return { kind: 'blank' };
  switch (content.kind) {
    case 'number':
      return storedNumber(content.value, cell, grammar);
    case 'text':
      return storedText(content.value, grammar);
    case 'boolean':
      return { kind: 'text', text: content.value ? 'TRUE' : 'FALSE' };
    case 'error':
      return { kind: 'error', code: content.code };
  }
}

function storedNumber(value: number, cell: Cell, grammar: NumberGrammar): Reading {
  if (!Number.isFinite(value)) return { kind: 'text', text: cell.text || String(value) };
  if (cell.format === undefined) return number(value, 'number', '', false);
  // "1.5" typed under some locales becomes 1 May: a date is never a figure.
  if (isDateFormat(cell.format)) return { kind: 'text', text: cell.text || String(value) };
  const percent = isPercentFormat(cell.format) && grammar.isPercent !== false;
  return number(percent ? Number((value * 100).toPrecision(15)) : value, 'number', '', percent);
}

function isPercentFormat(format: string): boolean {
  return format.includes('%') && withoutLiterals(format).includes('%');
}

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string): boolean {
  if (!/[dmyhs]/i.test(format)) return false;
  return /[dmyhs]/i.test(withoutLiterals(format).replace(/general/gi, ''));
}

/** A format code without its quoted and escaped texts, colours, conditions and padding. */
function withoutLiterals(format: string): string {
  return format.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
}

function number(value: number, storedAs: 'number' | 'text', qualifier: string, percent: boolean): Reading {
  return { kind: 'number', value: value === 0 ? 0 : value, storedAs, qualifier, percent };
}

const ERROR_TEXT = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/i;

function storedText(raw: string, grammar: NumberGrammar): Reading {
  const text = normalise(raw);
  if (text === '') return { kind: 'blank' };
  if (ERROR_TEXT.test(text)) return { kind: 'error', code: text.toUpperCase() };
  // No placeholder begins with a digit, and most texts here do.
  const state = /^\d/.test(text) ? null : placeholderState(text);
  if (state !== null) return { kind: 'placeholder', state, text: cleanText(raw) };

  const prefix = PREFIX.exec(text)?.[0] ?? '';
  const parts = splitNumeral(text.slice(prefix.length));
  if (parts === null) return { kind: 'text', text: cleanText(raw) };
  const suffix = readSuffix(parts.suffix, grammar);
  const readings = readingsOf(parts.numeral).map((value) => (parts.negative ? -value : value));
  const first = readings[0];
  if (suffix === null || first === undefined) return { kind: 'text', text: cleanText(raw) };

  const qualifier = [prefix.trim(), suffix.words].filter((word) => word !== '').join(' ');
  const second = readings[1];
  if (second === undefined) return number(first, 'text', qualifier, suffix.percent);
  // A count has no decimals: only the whole reading can be meant.
  if (grammar.decimals === 0) return number(Number.isInteger(first) ? first : second, 'text', qualifier, suffix.percent);
  return { kind: 'ambiguous', readings: likelierFirst(first, second, grammar.likely ?? null), qualifier };
}

/** Full-width signs, spaces of every kind, dashes and leading apostrophes made plain; digits in superscript stay what they are. */
function normalise(raw: string): string {
  // Most texts are bare numerals, and a sheet may hold a hundred thousand of them.
  if (/^[0-9.,]+$/.test(raw)) return raw;
  return raw
    .normalize('NFC')
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .replace(/^['’‘`]\s*/, '');
}

/** Signs and words that qualify a number, before it. */
const PREFIX =
  /^(?:(?:≈|~|∼|≃|>=|<=|≥|≤|>|<|khoảng|gần|hơn|trên|dưới|ước tính|ước đạt|ước|đạt|xấp xỉ|chừng|tối thiểu|tối đa|ít nhất|không quá)\s*)+/iu;

/** The part of a reading's qualifier that qualifies ("gần", "ước", "(sơ bộ)"); '' for a mere unit of measure ("triệu USD") or a footnote sign. */
export function qualifyingWords(qualifier: string): string {
  if (qualifier === '') return '';
  const before = PREFIX.exec(qualifier)?.[0].trim() ?? '';
  const behind = foldText(before === '' ? qualifier : qualifier.slice(before.length));
  const remark = REMARKS.has(behind) && /[a-z]/.test(behind);
  return remark ? qualifier : before;
}

/** Sign, numeral and what follows it; parentheses around the whole make it negative. */
function splitNumeral(text: string): { readonly numeral: string; readonly negative: boolean; readonly suffix: string } | null {
  const bracketed = /^\(\s*(\d[\d.,'’ ]*?)\s*\)\s*(.*)$/u.exec(text);
  if (bracketed?.[1] !== undefined) return { numeral: bracketed[1], negative: true, suffix: bracketed[2] ?? '' };
  const plain = /^([+-]?)\s*(\d(?:[\d.,'’]|\s(?=\d))*)\s*(.*)$/u.exec(text);
  if (plain?.[2] === undefined) return null;
  return { numeral: plain[2], negative: plain[1] === '-', suffix: plain[3] ?? '' };
}

/** Units of measure that may stand behind a figure when the indicator's own is not known, folded. */
const UNITS = new Set([
  'ty dong', 'ty', 'trieu dong', 'trieu', 'trieu usd', 'nghin usd', 'usd', 'dong', 'nguoi', 'lao dong', 'ho', 'xa', 'vu', 'huyen',
  'truong', 'giuong', 'bac si', 'tan', 'm3', 'ha', 'km', 'km2', 'diem', 'nghin nguoi', 'nghin',
]);

const PERCENT = new Set(['%', 'phan tram', 'diem %', 'diem phan tram']);

const REMARKS = new Set(['*', '(*)', '(uoc)', '(uoc tinh)', '(so bo)', 'uoc', 'so bo']);

/** What stood behind the numeral: nothing, a percent sign, the unit of measure, a remark; null when it cannot be told. */
function readSuffix(suffix: string, grammar: NumberGrammar): { readonly words: string; readonly percent: boolean } | null {
  if (suffix === '') return { words: '', percent: false };
  const folded = foldText(suffix);
  if (PERCENT.has(folded)) {
    const fits = grammar.isPercent !== false;
    return fits ? { words: folded === '%' ? '' : suffix, percent: true } : null;
  }
  if (REMARKS.has(folded)) return { words: suffix, percent: false };
  const known = grammar.unit === undefined || grammar.unit === '' ? UNITS.has(folded) : isSameMeasure(suffix, grammar.unit);
  return known ? { words: suffix, percent: false } : null;
}

/** "tr.USD" for "triệu USD", "lao động" for "người"; never "tỷ USD" for "triệu USD". */
function isSameMeasure(stated: string, asked: string): boolean {
  const [a, b] = [measureOf(stated), measureOf(asked)];
  return a.base === b.base && a.scale === b.scale;
}

/** Nearer to the expected size in proportion; without one, as they come (Vietnamese notation first). */
function likelierFirst(first: number, second: number, likely: number | null): readonly [number, number] {
  if (likely === null || likely === 0 || first === 0 || second === 0) return [first, second];
  const distance = (value: number): number => Math.abs(Math.log(Math.abs(value / likely)));
  return distance(second) < distance(first) ? [second, first] : [first, second];
}
