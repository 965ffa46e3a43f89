import { cellAt, extentOf, type Grid } from '../grid';
import type { Period } from '../period';
import { textOf } from './cell-text';
import { settleColumns, type MeantColumn } from './columns';
import { foldText } from './fold';
import { meaningOf } from './synonyms';
import type { Heading } from './types';

/** The heading stands within the first 40 rows and is at most three rows deep. */
const ROWS = 40;
const DEEPEST = 3;
/** Nobody's form is wider; keeps a sheet with stray cells far to the right from costing time. */
const COLUMNS = 200;

/** Heading texts by row and column, with merged cells and centred group headings spread over what they cover. */
type Texts = readonly (readonly string[])[];

/**
 * Finds the heading of a report table: the block of one to three rows whose columns say the most by the synonyms.
 * null when nothing in the first 40 rows looks like one. A row of column numbers below it is skipped.
 *
 * `period`: the report month when it is already known; it tells "Lũy kế 5 tháng" from "Ước 6 tháng".
 */
export function findHeading(grid: Grid, period: Period | null = null): Heading | null {
  const texts = textsOf(grid);
  const usable = texts.map((row, index) => isHeadingRow(row) && !holdsFigures(grid, index));
  let best: { readonly heading: Heading; readonly score: number } | null = null;
  for (let top = 0; top < ROWS && top < texts.length; top += 1) {
    for (let depth = 1; depth <= DEEPEST && usable[top + depth - 1]; depth += 1) {
      if (cutsMerge(grid, top) || cutsMerge(grid, top + depth)) continue;
      const candidate = candidateAt(grid, texts, top, depth, period);
      if (candidate !== null && candidate.score > (best?.score ?? 0)) best = candidate;
    }
  }
  if (best === null) return null;
  let dataTop = best.heading.bottom + 1;
  if (isNumberRow(texts[dataTop])) dataTop += 1;
  return { ...best.heading, dataTop };
}

function candidateAt(grid: Grid, texts: Texts, top: number, depth: number, period: Period | null): { readonly heading: Heading; readonly score: number } | null {
  const bottom = top + depth - 1;
  const block = texts.slice(top, bottom + 1);
  const width = Math.max(0, ...block.map((row) => row.length));
  const meant: MeantColumn[] = [];
  for (let column = 0; column < width; column += 1) {
    const parts = block.map((row) => row[column] ?? '').filter((part, index, all) => part !== '' && part !== all[index - 1]);
    const leaf = parts.at(-1);
    if (leaf === undefined || isCovered(grid, bottom, column)) continue;
    const joined = parts.join(' ');
    meant.push({ column, heading: joined, meaning: meaningOf(joined) ?? meaningOf(leaf) });
  }
  const settled = settleColumns(meant, period);
  const roles = new Set(settled.columns.map((each) => each.role));
  // A title or a list has a word or two in common with a heading; a table's heading says at least three things, or the two that matter.
  if (roles.size < 3 && settled.missing.length > 0) return null;
  if (roles.size < 2) return null;
  const score = roles.size * 10 - settled.unknown.length - settled.duplicates.length * 10 - depth * 0.5;
  return { heading: { top, bottom, dataTop: bottom + 1, ...settled }, score };
}

/** Whether the last heading row's cell is the right part of a merged one: one column drawn over two. */
function isCovered(grid: Grid, row: number, column: number): boolean {
  return grid.merges.some(({ top, left, bottom, right }) => top <= row && row <= bottom && left < column && column <= right);
}

/** Whether a merged cell lies across the line above a row: then a block that begins or ends there is only part of a heading. */
function cutsMerge(grid: Grid, row: number): boolean {
  return grid.merges.some(({ top, bottom }) => top < row && row <= bottom && bottom - top < DEEPEST);
}

/** Sheet rows 0 to 42 as cleaned texts in sheet columns. */
function textsOf(grid: Grid): Texts {
  const extent = extentOf(grid);
  const rows = Math.min(extent.rows, ROWS + DEEPEST);
  const columns = Math.min(extent.columns, COLUMNS);
  const texts = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => textOf(cellAt(grid, row, column))));
  for (const { top, left, bottom, right } of grid.merges) {
    if (top >= rows || bottom - top >= DEEPEST) continue;
    const text = texts[top]?.[left] ?? '';
    for (let row = top; row <= bottom && row < rows; row += 1) {
      for (let column = left; column <= right && column < columns; column += 1) {
        const line = texts[row];
        if (line) line[column] = text;
      }
    }
  }
  spreadGroups(texts, grid);
  return texts;
}

/** A group heading that is centred over its columns without a merge covers the blanks to its right that have a heading below. */
function spreadGroups(texts: string[][], grid: Grid): void {
  texts.forEach((row, index) => {
    const below = texts[index + 1];
    if (below === undefined || holdsFigures(grid, index + 1) || row.filter((text) => text !== '').length < 2) return;
    for (let column = 1; column < row.length; column += 1) {
      const left = row[column - 1] ?? '';
      const headed = (texts[index - 1]?.[column] ?? '') !== '';
      const ownHeadings = (below[column] ?? '') !== '' && (below[column - 1] ?? '') !== '' && below[column - 1] !== left;
      if (row[column] === '' && left !== '' && !headed && ownHeadings) row[column] = left;
    }
  });
}

/** Some text, and more than one column's worth: a title stands alone in its row. */
function isHeadingRow(row: readonly string[]): boolean {
  return new Set(row.filter((text) => text !== '')).size > 1 && !isNumberRow(row);
}

/** Whether numbers stand in the row, years apart: then it is data. */
function holdsFigures(grid: Grid, row: number): boolean {
  return (grid.cells[row - grid.origin.row] ?? []).some((cell) => {
    const content = cell?.content;
    return content?.kind === 'number' && !(Number.isInteger(content.value) && content.value >= 1990 && content.value <= 2100);
  });
}

/** "A B C 1 2 3", "(1) (2) (3)=(2)/(1)", "7=4/3*100", and the "-1 -2" that Excel makes of "(1) (2)": the numbers of the columns. */
export function isNumberRow(row: readonly string[] | undefined): boolean {
  const texts = (row ?? []).filter((text, column, all) => text !== '' && text !== all[column - 1]).map(foldText);
  if (texts.length < 3) return false;
  const isNumber = (text: string): boolean => /^(?:-[0-9]{1,2}|[([]?(?:[0-9]{1,2}|[a-z])[)\].]?)(\s*=[0-9a-z()[\]\s+\-*/.:%]*)?$/.test(text);
  return texts.every(isNumber) && new Set(texts).size === texts.length;
}
