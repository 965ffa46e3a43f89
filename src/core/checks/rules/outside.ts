import { addressOf } from '../../address';
import type { Cell } from '../../grid';
import { textOf } from '../../report/cell-text';
import { foldText } from '../../report/fold';
import { isDateFormat } from '../../report/numbers';
import { opensSignature } from '../../report/row-kinds';
import type { Report } from '../../report/types';
import type { Rule } from '../rule';
import { blankHeaded } from './structure';

/** "Khánh Hòa, ngày | 15 | tháng | 6": a date in pieces, a telephone number, a page number. */
const NO_FIGURE_BESIDE = /(?:^|[ ,])ngay$|^thang$|^(?:dien thoai|dt|sdt|tel|fax|trang|page)\b/;
/** A number that stands alone in its row is a page number up to here; a number before a text counts the remarks. */
const MOST_PAGES = 20;

/** Figures below the table or right of it: nobody reads them. The block above the heading holds numbers of letters, so it is not looked at. */
export const outsideRule: Rule = {
  code: 'S16',
  needs: [],
  *run({ report }) {
    const cells = figuresOutside(report);
    if (cells.length > 0) yield { code: 'S16', params: { count: cells.length }, cells, found: cells.length };
  },
};

function figuresOutside(report: Report): string[] {
  const { grid, area, heading } = report;
  const found: string[] = [];
  // What stands under a blank heading beside the table was named as that.
  let beside: number | null = null;
  for (let row = heading.dataTop; row < grid.origin.row + grid.cells.length; row += 1) {
    const cells = grid.cells[row - grid.origin.row] ?? [];
    if (row > area.bottom) {
      for (const offset of figuresBelow(cells)) found.push(addressOf(row, offset + grid.origin.column));
      continue;
    }
    if (grid.origin.column + cells.length <= area.right + 1) continue;
    beside ??= Math.max(area.right, ...blankHeaded(report).map((each) => each.column));
    for (let column = beside + 1; column < grid.origin.column + cells.length; column += 1) {
      if (isFigure(cells[column - grid.origin.column] ?? null)) found.push(addressOf(row, column));
    }
  }
  return found;
}

function isFigure(cell: Cell | null): boolean {
  return cell?.content?.kind === 'number' && (cell.format === undefined || !isDateFormat(cell.format));
}

/** Positions in one row below the table. */
function figuresBelow(cells: readonly (Cell | null)[]): readonly number[] {
  const figures: number[] = [];
  cells.forEach((cell, offset) => {
    if (isFigure(cell)) figures.push(offset);
  });
  if (figures.length === 0) return figures;
  const texts = cells.flatMap((cell, offset) => (cell?.content?.kind === 'text' && cell.content.value.trim() !== '' ? [{ offset, text: textOf(cell) }] : []));
  if (texts.some(({ text }) => NO_FIGURE_BESIDE.test(foldText(text)) || (text.length <= 80 && opensSignature(text)))) return [];
  const [first] = figures;
  const content = first === undefined ? null : (cells[first]?.content ?? null);
  const counts = figures.length === 1 && content?.kind === 'number' && Number.isInteger(content.value) && content.value > 0 && content.value <= MOST_PAGES;
  if (counts && texts.every(({ offset }) => first !== undefined && offset > first)) return [];
  return figures;
}
