import type { Area } from '../core/grid';
import type { PlanCell } from '../core/sheets/plan';
import { staysText, type Scalar } from './images';
import { rangeAt, union } from './regions';
import { cutByBytes, jsonBytes, type Step } from './steps';

/** A cell to write: null leaves it alone. `format` is set before the content, so that text stays text. */
export interface CellWrite {
  readonly input: Scalar;
  readonly format: string | null;
}

export interface BlockWrite {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly cells: readonly (readonly CellWrite[])[];
}

/**
 * What a plan's cell needs: text that Excel could take for something else gets the format "@" first, and a number never
 * goes into a cell that is formatted as text.
 *
 * @param format the number format the cell has now
 */
export function writeOf(cell: PlanCell, format: string): CellWrite {
  if (cell === null) return { input: '', format: null };
  if (typeof cell === 'string') {
    // A leading apostrophe is Excel's own sign for text and does not show: one that is to show needs another before it.
    return { input: cell.startsWith("'") ? `'${cell}` : cell, format: format !== '@' && !staysText(cell) ? '@' : null };
  }
  return { input: typeof cell === 'object' ? cell.formula : cell, format: format === '@' ? 'General' : null };
}

/** The number formats of a block, in the smallest rectangle that holds the ones to set; then its contents, cut to size. */
export function stepsOfBlock(block: BlockWrite, property: 'values' | 'formulas'): Step[] {
  const formats = part(block, (cell) => cell.format);
  const contents = part(block, (cell) => cell.input);
  return [
    ...(formats === null ? [] : stepsOfMatrix(block.sheet, formats, (range, matrix) => (range.numberFormat = matrix))),
    ...(contents === null ? [] : stepsOfMatrix(block.sheet, contents, (range, matrix) => (range[property] = matrix))),
  ];
}

interface Part {
  readonly area: Area;
  readonly matrix: Scalar[][];
}

function part({ top, left, cells }: BlockWrite, pick: (cell: CellWrite) => Scalar): Part | null {
  let area: Area | null = null;
  cells.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (pick(cell) === null) return;
      const here = { top: top + r, left: left + c, bottom: top + r, right: left + c };
      area = area === null ? here : union(area, here);
    });
  });
  return area === null ? null : { area, matrix: cut(cells, area, top, left, pick) };
}

function cut(cells: BlockWrite['cells'], area: Area, top: number, left: number, pick: (cell: CellWrite) => Scalar): Scalar[][] {
  return cells.slice(area.top - top, area.bottom - top + 1).map((row) => row.slice(area.left - left, area.right - left + 1).map(pick));
}
function stepsOfMatrix(sheet: string, { area, matrix }: Part, write: (range: Excel.Range, matrix: Scalar[][]) => void): Step[] {
  return cutByBytes(matrix, jsonBytes).map(({ from, to, bytes }) => ({
    bytes: bytes + 600,
    run: (sheetOf) => write(rangeAt(sheetOf(sheet), { ...area, top: area.top + from, bottom: area.top + to }), matrix.slice(from, to + 1)),
  }));
}

export function areaOfBlock({ top, left, cells }: BlockWrite): Area {
  return { top, left, bottom: top + cells.length - 1, right: left + (cells[0]?.length ?? 0) - 1 };
}

