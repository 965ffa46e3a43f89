import type { CellModel, SheetModel } from '../model/types';
import { shownText, widthOf } from './look';

/** Points to CSS pixels. */
const PIXELS = 96 / 72;
/** A sheet's drawn size: enough to scroll past the data, not a million rows. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 12;

/** Where rows and columns stand, in CSS pixels from the sheet's corner. Hidden ones have no extent. */
export interface Geometry {
  readonly rows: number;
  readonly columns: number;
  /** One more than there are: the last is the far edge. */
  readonly tops: Float64Array;
  readonly lefts: Float64Array;
}

export function geometryOf(sheet: SheetModel): Geometry {
  let lastRow = 0;
  let lastColumn = 0;
  for (const [row, cells] of sheet.cells) {
    lastRow = Math.max(lastRow, row);
    for (const column of cells.keys()) lastColumn = Math.max(lastColumn, column);
  }
  const rows = lastRow + SPARE_ROWS;
  const columns = Math.max(lastColumn + SPARE_COLUMNS, 26);
  const tops = new Float64Array(rows + 1);
  const lefts = new Float64Array(columns + 1);
  for (let row = 0; row < rows; row += 1) {
    const model = sheet.rows.get(row);
    const height = model?.hidden === true || model?.filtered === true ? 0 : (model?.height ?? fittedHeight(sheet, row)) * PIXELS;
    tops[row + 1] = (tops[row] ?? 0) + Math.round(height);
  }
  for (let column = 0; column < columns; column += 1) {
    const model = sheet.columns.get(column);
    const width = model?.hidden === true ? 0 : (model?.width ?? sheet.standardWidth) * PIXELS;
    lefts[column + 1] = (lefts[column] ?? 0) + Math.round(width);
  }
  return { rows, columns, tops, lefts };
}

/** Points that a row without a height of its own takes: as high as its largest font and its wrapped texts need. */
function fittedHeight(sheet: SheetModel, row: number): number {
  let height = sheet.standardHeight;
  for (const [column, cell] of sheet.cells.get(row) ?? []) {
    if (cell.value === null) continue;
    height = Math.max(height, linesOf(sheet, cell, row, column) * cell.style.font.size * LINE + 2);
  }
  return height;
}

/** CSS pixels that padding and borders take of a column's width, and what the browser's own rounding may add. */
const EDGES = 12;
/** A line of text, as a multiple of its font's size. */
const LINE = 1.25;

function linesOf(sheet: SheetModel, cell: CellModel, row: number, column: number): number {
  if (!cell.style.wrap || typeof cell.value !== 'string' || sheet.merges.some((merge) => merge.row <= row && row <= merge.lastRow && merge.col <= column && column <= merge.lastCol)) return 1;
  const room = (sheet.columns.get(column)?.width ?? sheet.standardWidth) * PIXELS - EDGES - cell.style.indent * 9;
  return shownText(cell)
    .split('\n')
    .reduce((lines, paragraph) => lines + wrapped(paragraph, cell, room), 0);
}

/** Lines that a paragraph takes when its words are laid one after the other. */
function wrapped(paragraph: string, cell: CellModel, room: number): number {
  let lines = 1;
  let line = '';
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, cell.style) > room) {
      lines += 1;
      line = word;
    } else line = longer;
  }
  return lines;
}

/** The last line that begins at or before `position`. */
export function lineAt(edges: Float64Array, position: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
