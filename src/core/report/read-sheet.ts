import { addressOf } from '../address';
import type { CatalogueIndex } from '../catalogue/types';
import { cellAt, extentOf, type Area, type Book, type Grid } from '../grid';
import { isBlank, textOf } from './cell-text';
import { decided, evidenceOf, type SheetEvidence } from './evidence';
import { findHeading } from './heading';
import { createMatcher, type Matcher } from './match';
import { readRows } from './read-rows';
import { isMeasure } from './measure';
import { readableGrid } from './legacy/readable-grid';
import { isTick, nothingBox } from './row-kinds';
import type { Heading, ReportSource, SheetReading, SheetRefusal, Statement } from './types';
import { createUnitNames, type UnitNames } from './unit-names';
import { foldText } from './fold';

/** What reading needs to know of the catalogue, made once for many sheets. */
export interface ReaderTools {
  readonly index: CatalogueIndex;
  readonly matcher: Matcher;
  readonly unitNames: UnitNames;
}

const made = new WeakMap<CatalogueIndex, ReaderTools>();

/** The tools for a catalogue; a thousand files share them. */
export function readerTools(index: CatalogueIndex): ReaderTools {
  const present = made.get(index);
  if (present) return present;
  const tools = { index, matcher: createMatcher(index), unitNames: createUnitNames(index) };
  made.set(index, tools);
  return tools;
}

/**
 * Reads one sheet as a report: heading, rows, figures with their cells, who and when. Refused with S17 (no cell at
 * all), S04 (no heading) or S05 (a required column is missing); it judges nothing else.
 */
export function readSheet(raw: Grid, book: Book, index: CatalogueIndex, kind: 'file' | 'sheet', tools: ReaderTools = readerTools(index)): SheetReading {
  const { grid, legacyTexts } = readableGrid(raw);
  const source: ReportSource = { file: book.file, sheet: grid.name, hash: book.hash, modified: book.modified, kind };
  const refused = (refusal: SheetRefusal, looksLikeReport: boolean): SheetReading => ({ status: 'refused', refusal, source, looksLikeReport });
  if (!grid.cells.some((row) => row.some((cell) => !isBlank(cell)))) return refused({ code: 'S17' }, false);

  const first = findHeading(grid);
  const evidence = evidenceOf(grid, book, first?.top ?? null, kind, tools.unitNames);
  const period = decided(evidence.period);
  if (first === null) return refused({ code: 'S04' }, saysWhoAndWhen(evidence));
  // With the month known, "Lũy kế 5 tháng" and "Ước 6 tháng" side by side are told apart.
  const heading = period === null ? first : (findHeading(grid, period) ?? first);
  if (heading.missing.length > 0) return refused({ code: 'S05', heading }, true);

  const { rows, bottom } = readRows(grid, heading, captionUnit(grid, heading), tools.index, tools.matcher);
  const area = areaOf(heading, bottom);
  const { cellCount, formulaLikeTexts } = look(grid, area);
  const nothing = nothingDeclared(grid, area, evidence.isStandardForm);
  return {
    status: 'report',
    report: {
      source,
      unit: decided(evidence.unit),
      unitEvidence: evidence.unit,
      period,
      periodEvidence: evidence.period,
      level: evidence.level,
      formVersion: evidence.formVersion,
      heading, rows,
      declaredNothing: nothing.declared,
      area, formulaLikeTexts, cellCount,
      hiddenRows: grid.hiddenRows.filter((row) => row >= area.top && row <= area.bottom),
      hiddenColumns: grid.hiddenColumns.filter((column) => column >= area.left && column <= area.right),
      isStandardForm: evidence.isStandardForm,
      grid,
      ...(legacyTexts.length === 0 ? {} : { legacyTexts }),
      levelText: evidence.levelText,
      nothingBox: nothing.box,
      book: { date1904: book.date1904, links: book.links ?? [], hasMacros: book.hasMacros ?? false },
    },
  };
}

/**
 * Whether a sheet without a heading was meant to be a report: unit and month are known, and the month stands on the sheet
 * itself. The file's name and the book's names speak of every sheet alike, notes and lists among them.
 */
function saysWhoAndWhen({ unit, period }: SheetEvidence): boolean {
  return decided(unit) !== null && period.some((each) => each.from === 'header' && each.value !== null);
}

/** Every column with a heading belongs to the table, unknown ones and second ones of one meaning too. */
function areaOf(heading: Heading, bottom: number): Area {
  const columns = [...heading.columns, ...heading.unknown].map((each) => each.column).concat(heading.duplicates.flatMap((each) => each.columns));
  return { top: heading.top, left: Math.min(...columns), bottom: Math.max(bottom, heading.dataTop - 1), right: Math.max(...columns) };
}

/** Rows above the heading in which the table's caption may stand. */
const CAPTION_ROWS = 5;

/** "Đơn vị tính: tỷ đồng" above the table, in one cell or two; '' when nobody says. */
function captionUnit(grid: Grid, heading: Heading): string {
  const right = extentOf(grid).columns;
  for (let row = heading.top - 1; row >= Math.max(0, heading.top - CAPTION_ROWS); row -= 1) {
    for (let column = 0; column < right; column += 1) {
      const text = textOf(cellAt(grid, row, column));
      const caption = /^\(?\s*(đơn vị tính|đvt|đơn vị)\s*:\s*(.*?)\s*\)?$/iu.exec(text);
      if (caption === null) continue;
      const stated = caption[2] || textOf(cellAt(grid, row, column + 1));
      // "Đơn vị: Sở Công Thương" says who reports.
      if (stated !== '' && (foldText(caption[1] ?? '') !== 'don vi' || isMeasure(stated))) return stated;
    }
  }
  return '';
}

/** Counts the cells of the area that hold something and finds the texts that would become formulas when written. */
function look(grid: Grid, area: Area): { readonly cellCount: number; readonly formulaLikeTexts: readonly { readonly address: string; readonly text: string }[] } {
  let cellCount = 0;
  const formulaLikeTexts: { address: string; text: string }[] = [];
  grid.cells.forEach((cells, index) => {
    const row = index + grid.origin.row;
    if (row < area.top || row > area.bottom) return;
    cells.forEach((cell, offset) => {
      if (isBlank(cell)) return;
      cellCount += 1;
      const content = cell?.content;
      if (content?.kind !== 'text' || cell?.formula !== undefined || !isFormulaLike(content.value)) return;
      formulaLikeTexts.push({ address: addressOf(row, offset + grid.origin.column), text: content.value });
    });
  });
  return { cellCount, formulaLikeTexts };
}

/** = + - @ at the start; a dash alone is a placeholder, and a signed number says what it says. */
function isFormulaLike(text: string): boolean {
  return /^[\t\r\n ]*[=+\-@]/.test(text) && !/^[\s-]+$/.test(text) && !/^\s*[+-]\s*[\d.,\s]+%?\s*$/.test(text);
}

/** Rows below the table in which the box may stand. */
const FOOTER_ROWS = 15;

/** Whether "Không phát sinh trong kỳ" is ticked, above or below the table: in its own cell or in the next one on either side; and what stands in the box. */
function nothingDeclared(grid: Grid, area: Area, isStandardForm: boolean): { readonly declared: boolean; readonly box: Statement | null } {
  let box: Statement | null = null;
  for (const [index, cells] of grid.cells.entries()) {
    const row = index + grid.origin.row;
    if ((row >= area.top && row <= area.bottom) || row > area.bottom + FOOTER_ROWS) continue;
    for (const [offset, cell] of cells.entries()) {
      if (cell?.content?.kind !== 'text') continue;
      const text = textOf(cell);
      if (!foldText(text).includes('khong phat sinh')) continue;
      const at = (column: number): Statement => ({ text: textOf(cells[column] ?? null), address: addressOf(row, column + grid.origin.column) });
      const { isBox, ticked, side, stated } = nothingBox(text);
      const beside = [at(offset - 1), at(offset + 1)];
      const own: Statement = { ...at(offset), text: stated };
      if (ticked || (isBox && beside.some((each) => isTick(each.text)))) return { declared: true, box: box ?? own };
      // Without a word about the side, only the standard form is known to keep the box beside the text.
      const [left, right] = beside;
      const meant = side === 'left' ? left : side === 'right' ? right : isStandardForm ? beside.find((each) => each.text !== '') : undefined;
      if (isBox) box ??= stated === '' && meant !== undefined ? meant : own;
    }
  }
  return { declared: false, box };
}
