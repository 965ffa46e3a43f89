import type { CellImage } from './types';

export type Scalar = string | number | boolean | null;

/** A value that came from Excel, as what a cell can hold. */
export function scalar(input: unknown): Scalar {
  return typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean' ? input : null;
}

/**
 * A cell as it stands. Constant text carries a leading apostrophe in the image, so that "=x" as text and "=x" as a
 * formula never look alike.
 *
 * @param type Excel's valueTypes
 */
export function imageOf(formula: Scalar, value: Scalar, type: Scalar, numberFormat: Scalar): CellImage {
  const format = typeof numberFormat === 'string' ? numberFormat : 'General';
  if (isConstantText(formula, value, type)) return { formula: `'${String(value)}`, numberFormat: format };
  return { formula: formula ?? '', numberFormat: format };
}

/** Text that was typed or written, not the result of a formula: what stands in the cell is the same as what it shows. */
export function isConstantText(formula: Scalar, value: Scalar, type: Scalar): boolean {
  return type === 'String' && typeof formula === 'string' && (formula === value || (formula.startsWith("'") && formula.slice(1) === value));
}

/** What to hand to Excel so that the image comes back: text goes bare where Excel cannot take it for anything else. */
export function inputOf(image: CellImage): string | number | boolean {
  if (typeof image.formula !== 'string' || !image.formula.startsWith("'")) return image.formula;
  const text = image.formula.slice(1);
  const isBare = staysText(text) || (image.numberFormat === '@' && !text.startsWith("'"));
  return isBare ? text : image.formula;
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg|tháng)/iu;

/**
 * Whether Excel takes the text for a text whatever the cell's format: it begins with a letter, is not true or false, and
 * has digits only as a code has ("KT01", "NV08.2"). Everything else is written under the format "@".
 */
export function staysText(text: string): boolean {
  if (text === '') return true;
  if (!/^\p{L}/u.test(text) || /^(?:true|false)$/iu.test(text)) return false;
  if (!/\p{N}/u.test(text)) return true;
  return /^\p{L}[\p{L}\p{M}\p{N}._-]*$/u.test(text) && !MONTH.test(text) && !/^\p{L}-\p{N}/u.test(text);
}
