import type { AppendixRow } from '../../core/monthly-report/document';
import type { AppendixCell, AppendixLine } from '../../core/monthly-report/appendix';
import { formatDate } from '../format';

/** The appendix as text: numbers in Vietnamese notation, states in words alone, as they print in black on paper. */
export function appendixRows(lines: readonly AppendixLine[]): readonly AppendixRow[] {
  return lines.map(({ kind, isChild, cells }) => ({ kind, isChild, cells: cells.map(cellText) }));
}

function cellText({ key, content }: AppendixCell): string {
  switch (content?.kind) {
    case undefined:
      return '';
    case 'number':
      return aligned(content.value, content.decimals);
    case 'date':
      return formatDate(content.date, 'vi');
    case 'text':
      return key === 'state' ? content.text.replace(/^[^\p{L}]+/u, '') : content.text;
  }
}

/** In a column the decimals stand below each other, noughts included. */
function aligned(value: number, decimals: number): string {
  return new Intl.NumberFormat('vi-VN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(Number(value.toPrecision(12)));
}
