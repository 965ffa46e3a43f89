import type { CellModel } from '../model/types';

const DATE_FORMAT = /[dy]/i;

/**
 * What a person types under Vietnamese regional settings, as the host takes it (US): "1.870,5" is 1870.5, "05/06/2024"
 * the fifth of June, and "1.5", which is no number there, stays a text.
 */
export function fromVietnamese(text: string): string {
  const trimmed = text.trim();
  const number = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d*))?(\s?%)?$/.exec(trimmed);
  if (number !== null) return `${number[1]}${(number[2] ?? '').replaceAll('.', '')}${number[3] ? `.${number[3]}` : ''}${number[4] ?? ''}`;
  const date = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(trimmed);
  if (date !== null) return `${date[2]}/${date[1]}${date[3] === undefined ? '' : `/${date[3]}`}`;
  // A US Excel would read these as numbers; here they are none.
  if (/^[+-]?[\d.,]*\d[\d.,]*\s?%?$/.test(trimmed)) return `'${text}`;
  return text;
}

/** What stands in the formula bar and in the editor for a cell: its formula, or its value in Vietnamese notation. */
export function toVietnamese(cell: CellModel | undefined): string {
  if (cell === undefined) return '';
  if (cell.formula !== null) return cell.formula;
  const { value } = cell;
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return cell.numberFormat !== '@' && needsQuote(value) ? `'${value}` : value;
  const format = cell.numberFormat.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (format !== 'General' && DATE_FORMAT.test(format) && Number.isInteger(value)) {
    return new Date(Date.UTC(1899, 11, 30) + value * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/');
  }
  if (format.includes('%')) return `${plain(value * 100)}%`;
  return plain(value);
}

const plain = (value: number): string => String(Number(value.toPrecision(15))).replace('.', ',');

/** A text that typing alone would turn into something else. */
const needsQuote = (text: string): boolean => /^[=+\-@]./.test(text) || /^[\d.,]+%?$/.test(text) || /^\d{1,2}[/-]\d{1,2}/.test(text);
