import { readBook } from '../core/report/read-book';
import { readerTools } from '../core/report/read-sheet';
import type { BookReading } from '../core/report/types';
import type { CatalogueIndex } from '../core/catalogue/types';
import type { Book, Grid } from '../core/grid';
import { hashText } from '../core/hash';
import type { FileOutcome } from '../files/types';
import type { WorkbookSnapshot } from '../excel/types';
import { ownSheetNames } from './own';

/** Every sheet of the open workbook that is not our own, read as a book of its own: one sheet, one unit. */
export function sheetReadings(snapshot: WorkbookSnapshot, index: CatalogueIndex): readonly BookReading[] {
  const tools = readerTools(index);
  const own = ownSheetNames(snapshot);
  return snapshot.book.grids
    .filter((grid) => !own.has(grid.name) && grid.visibility === 'visible')
    .map((grid) => readBook(sheetBook(snapshot.book, grid), index, 'sheet', tools))
    // A sheet of the open workbook that is no report is the analyst's own business and needs no finding.
    .filter((reading) => reading.report !== null || reading.sheets.some((sheet) => sheet.status === 'refused' && sheet.looksLikeReport));
}

/** One sheet of a workbook as a book: its own hash, its own names; the workbook's names speak for no single sheet. */
export function sheetBook(book: Book, grid: Grid): Book {
  const own = book.names.filter((name) => name.scope === grid.name);
  const shared = book.grids.length === 1 ? book.names.filter((name) => name.scope === null) : [];
  return { ...book, hash: hashOf(grid), modified: null, names: [...own, ...shared], grids: [grid] };
}

function hashOf(grid: Grid): string {
  const parts: string[] = [grid.name, `${grid.origin.row},${grid.origin.column}`];
  for (const row of grid.cells) {
    for (const cell of row) parts.push(cell === null ? '' : `${cell.formula ?? ''}\u0001${cell.content === null ? '' : cell.content.kind === 'error' ? cell.content.code : `${cell.content.kind}${cell.content.value}`}`);
    parts.push('\u0002');
  }
  return hashText(parts.join('\u0003'));
}

export function fileReadings(outcomes: readonly FileOutcome[], index: CatalogueIndex): readonly BookReading[] {
  const tools = readerTools(index);
  return outcomes.flatMap((outcome) => (outcome.status === 'read' ? [readBook(outcome.book, index, 'file', tools)] : []));
}
