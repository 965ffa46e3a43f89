import type { Finding } from '../checks/finding';

/** Where nothing stood; an empty cell would say that nobody noted it. */
const BLANK = '(trống)';
/** Twelve digits carry every figure; beyond them stands binary noise. */
const DIGITS = 12;

/** A value found, as the text to which an explanation is bound. The same value gives the same text however it was read. */
export function boundText(found: Finding['found']): string {
  if (typeof found === 'number') return String(Number(found.toPrecision(DIGITS)));
  const text = (found ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') return BLANK;
  // A number that the cell keeps as text, or the text of a number, binds as the number does.
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? String(Number(Number(text).toPrecision(DIGITS))) : text;
}
