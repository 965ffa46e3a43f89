import type { CellValue } from '../model/types';

/** What Excel with US settings makes of a text that is typed into a cell. */
export type Entry =
  | { readonly kind: 'value'; readonly value: CellValue; /** For a cell that is General so far. */ readonly numberFormat?: string }
  | { readonly kind: 'formula'; readonly formula: string };

const ERRORS = new Set(['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!', '#SPILL!', '#CALC!']);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a text as a US Excel would: "1,234" is a number, "5%" is 0.05, "6/15/2024" a date's serial number, "'x" the
 * text x, and what begins with = + - @ and is no number is a formula. A cell formatted as text keeps its text.
 */
export function parseEntry(text: string, numberFormat: string, now: Date): Entry {
  if (text.startsWith("'")) return { kind: 'value', value: text.slice(1) };
  if (numberFormat === '@') return { kind: 'value', value: text === '' ? null : text };
  if (text === '') return { kind: 'value', value: null };
  const trimmed = text.trim();
  const number = parseNumber(trimmed) ?? parseDate(trimmed, now) ?? parseTime(trimmed);
  if (number !== null) return { kind: 'value', ...number };
  if (text.length > 1 && /^[=+\-@]/.test(text)) return { kind: 'formula', formula: text.startsWith('=') ? text : `=${text.replace(/^[+@]/, '')}` };
  const upper = trimmed.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'value', value: upper === 'TRUE' };
  if (ERRORS.has(upper)) return { kind: 'value', value: { error: upper } };
  return { kind: 'value', value: text };
}

interface NumberEntry {
  readonly value: number;
  readonly numberFormat?: string;
}

function parseNumber(text: string): NumberEntry | null {
  const match = /^(\()?([+-]?)(\$?)([+-]?)((?:\d+|\d+(?:,\d{3,})+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)?\s?(%?)(\))?$/i.exec(text);
  if (match === null) return null;
  const [, open, sign1, dollar, sign2, digits = '', exponent = '', percent, close] = match;
  if ((open === undefined) !== (close === undefined) || (sign1 !== '' && sign2 !== '')) return null;
  if (open !== undefined && (sign1 !== '' || sign2 !== '')) return null;
  const negative = open !== undefined || sign1 === '-' || sign2 === '-';
  const size = Number(`${digits.replace(/,/g, '')}${exponent}`);
  if (!Number.isFinite(size)) return null;
  const value = (negative ? -size : size) / (percent === '%' ? 100 : 1);
  const decimals = /\.\d/.test(digits);
  if (percent === '%') return { value, numberFormat: decimals ? '0.00%' : '0%' };
  if (dollar === '$') return { value, numberFormat: decimals ? '$#,##0.00_);[Red]($#,##0.00)' : '$#,##0_);[Red]($#,##0)' };
  if (exponent !== '') return { value, numberFormat: '0.00E+00' };
  if (digits.includes(',')) return { value, numberFormat: decimals ? '#,##0.00' : '#,##0' };
  const fraction = value === 0 ? 0 : value;
  return { value: fraction };
}

function parseDate(text: string, now: Date): NumberEntry | null {
  const [, datePart = '', timePart] = /^(.*?)(?:\s+(\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?))?$/i.exec(text) ?? [];
  const date = parseDay(datePart, now);
  if (date === null || timePart === undefined) return date;
  const time = parseTime(timePart);
  return time === null ? null : { value: date.value + time.value, numberFormat: 'm/d/yyyy h:mm' };
}

function parseDay(text: string, now: Date): NumberEntry | null {
  const numeric = /^(\d{1,4})([/-])(\d{1,2}|\d{4})(?:\2(\d{1,4}))?$/.exec(text);
  if (numeric) {
    const [, a = '', , b = '', c] = numeric;
    if (a.length === 4 && c !== undefined) return day(Number(a), Number(b), Number(c), 'm/d/yyyy');
    if (a.length > 2 || (b.length > 2 && c !== undefined)) return null;
    if (b.length === 4) return day(Number(b), Number(a), 1, 'mmm-yy');
    if (c !== undefined) return c.length === 3 ? null : day(fullYear(c), Number(a), Number(b), 'm/d/yyyy');
    // Month and day of this year, or month and year when the second part can be no day.
    return day(now.getFullYear(), Number(a), Number(b), 'd-mmm') ?? day(fullYear(b), Number(a), 1, 'mmm-yy');
  }
  const dayFirst = /^(\d{1,2})[- ]([a-z]{3,9})(?:[- ](\d{4}|\d{2}))?$/i.exec(text);
  if (dayFirst) {
    const year = dayFirst[3] === undefined ? now.getFullYear() : fullYear(dayFirst[3]);
    return day(year, monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]), dayFirst[3] === undefined ? 'd-mmm' : 'd-mmm-yy');
  }
  const monthFirst = /^([a-z]{3,9})[- ](\d{1,2})(?:,\s*(\d{4}))?$/i.exec(text);
  if (monthFirst && (monthFirst[3] !== undefined || Number(monthFirst[2]) <= 31)) {
    const year = monthFirst[3] === undefined ? now.getFullYear() : Number(monthFirst[3]);
    return day(year, monthOf(monthFirst[1] ?? ''), Number(monthFirst[2]), monthFirst[3] === undefined ? 'd-mmm' : 'd-mmm-yy');
  }
  const monthYear = /^([a-z]{3,9})[- ](\d{4})$/i.exec(text);
  return monthYear ? day(Number(monthYear[2]), monthOf(monthYear[1] ?? ''), 1, 'mmm-yy') : null;
}

const fullYear = (text: string): number => (text.length > 2 ? Number(text) : Number(text) + (Number(text) < 30 ? 2000 : 1900));

function monthOf(name: string): number {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  const full = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
  return index >= 0 && (name.length === 3 || full[index] === name.toLowerCase()) ? index + 1 : 0;
}

function day(year: number, month: number, date: number, numberFormat: string): NumberEntry | null {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || date < 1) return null;
  const time = Date.UTC(year, month - 1, date);
  if (new Date(time).getUTCDate() !== date) return null;
  const serial = Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000);
  // Excel counts a 29 February 1900 that never was.
  return { value: serial < 61 ? serial - 1 : serial, numberFormat };
}

function parseTime(text: string): NumberEntry | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?$/i.exec(text);
  if (match === null) return null;
  const [, h, m, s, half] = match;
  const hours = Number(h);
  if (Number(m) > 59 || Number(s ?? 0) > 59 || hours > 23 || (half !== undefined && (hours > 12 || hours === 0))) return null;
  const shift = half === undefined ? 0 : half.toLowerCase() === 'pm' ? (hours === 12 ? 0 : 12) : hours === 12 ? -12 : 0;
  const value = ((hours + shift) * 3600 + Number(m) * 60 + Number(s ?? 0)) / 86_400;
  const seconds = s === undefined ? 'h:mm' : 'h:mm:ss';
  return { value, numberFormat: half === undefined ? seconds : `${seconds} AM/PM` };
}
