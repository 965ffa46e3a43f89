import type { Rect, SheetModel } from '../model/types';
import { holds } from '../model/rects';

const FORMAT = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

/** Average, count and sum of what is selected, as Excel's status bar has them; "" for a single cell. */
export function sumsOf(sheet: SheetModel): string {
  const cells = cellsIn(sheet, sheet.selection);
  if (cells.count < 2) return '';
  const { numbers, count } = cells;
  if (numbers.length === 0) return `Số ô: ${count}`;
  const sum = numbers.reduce((total, each) => total + each, 0);
  return `Trung bình: ${FORMAT.format(sum / numbers.length)}   Số ô: ${count}   Tổng: ${FORMAT.format(sum)}`;
}

function cellsIn(sheet: SheetModel, rects: readonly Rect[]): { readonly count: number; readonly numbers: readonly number[] } {
  const numbers: number[] = [];
  let count = 0;
  for (const [row, line] of sheet.cells) {
    for (const [col, { value }] of line) {
      if (value === null || !rects.some((rect) => holds(rect, row, col))) continue;
      count += 1;
      if (typeof value === 'number') numbers.push(value);
    }
  }
  return { count, numbers };
}
