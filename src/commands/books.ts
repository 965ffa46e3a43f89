import { readBook } from '../core/report/read-book';
import { readerTools } from '../core/report/read-sheet';
import type { BookReading } from '../core/report/types';
import type { CatalogueIndex } from '../core/catalogue/types';
import type { Book, Grid } from '../core/grid';
import { hashOfGrid } from '../core/grid-hash';
import type { FileOutcome } from '../files/types';
import type { WorkbookSnapshot } from '../excel/types';
import { isUntouchedForm } from '../core/sheets/form-state';
import { ownSheetNames } from './own';

/** Every sheet of the open workbook that is not our own, read as a book of its own: one sheet, one unit. */
export function sheetReadings(snapshot: WorkbookSnapshot, index: CatalogueIndex): readonly BookReading[] {
  const tools = readerTools(index);
  const own = ownSheetNames(snapshot);
  return snapshot.book.grids
    .filter((grid) => !own.has(grid.name) && grid.visibility === 'visible')
    .map((grid) => readBook(sheetBook(snapshot.book, grid), index, 'sheet', tools))
    // A sheet of the open workbook that is no report is the analyst's own business and needs no finding.
    .filter((reading) => reading.report !== null || reading.sheets.some((sheet) => sheet.status === 'refused' && sheet.looksLikeReport))
    // A form that was made here and waits to be filled is no report that came in.
    .filter((reading) => reading.report === null || !isUntouchedForm(reading.report));
}

/** One sheet of a workbook as a book: its own hash, its own names; the workbook's names speak for no single sheet. */
export function sheetBook(book: Book, grid: Grid): Book {
  const own = book.names.filter((name) => name.scope === grid.name);
  const shared = book.grids.length === 1 ? book.names.filter((name) => name.scope === null) : [];
  return { ...book, hash: hashOfGrid(grid), modified: null, names: [...own, ...shared], grids: [grid] };
}

export function fileReadings(outcomes: readonly FileOutcome[], index: CatalogueIndex): readonly BookReading[] {
  const tools = readerTools(index);
  return outcomes.flatMap((outcome) => (outcome.status === 'read' ? [readBook(outcome.book, index, 'file', tools)] : []));
}
