import type { CatalogueIndex } from '../catalogue/types';
import type { Book, Grid } from '../grid';
import { isOwnSheet, NAMES } from '../sheets/names';
import { readerTools, readSheet, type ReaderTools } from './read-sheet';
import type { BookReading, Report, SheetReading } from './types';

type Unused = BookReading['unused'][number];

/**
 * Reads every sheet of a book and says which of them is the report. One sheet that reads as a report is it; a hidden
 * one gives way to a visible one. Several that could be it are candidates, and nobody chooses for the analyst (S02).
 * The add-in's own sheets are passed over.
 *
 * `tools`: made once where many books are read with one catalogue.
 */
export function readBook(book: Book, index: CatalogueIndex, kind: 'file' | 'sheet', tools: ReaderTools = readerTools(index)): BookReading {
  const unused: Unused[] = [];
  const sheets: SheetReading[] = [];
  const found: { readonly grid: Grid; readonly report: Report }[] = [];
  for (const grid of book.grids) {
    if (isOwnSheet(grid.name) || book.names.some(({ name, scope }) => name === NAMES.reportMark && scope === grid.name)) {
      unused.push({ sheet: grid.name, reason: 'ownSheet' });
      continue;
    }
    const reading = readSheet(grid, book, index, kind, tools);
    sheets.push(reading);
    if (reading.status === 'report') found.push({ grid, report: reading.report });
    else unused.push({ sheet: grid.name, reason: reasonOf(reading.refusal.code) });
  }
  const visible = found.filter(({ grid }) => grid.visibility === 'visible');
  const candidates = visible.length > 0 ? visible : found;
  for (const { grid } of found) if (!candidates.some((each) => each.grid === grid)) unused.push({ sheet: grid.name, reason: 'notReport' });
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return {
    file: book.file,
    hash: book.hash,
    modified: book.modified,
    sheets,
    report: only?.report ?? null,
    candidates: candidates.length > 1 ? candidates.map(({ grid }) => grid.name) : [],
    unused,
  };
}

function reasonOf(code: 'S04' | 'S05' | 'S17'): Unused['reason'] {
  switch (code) {
    case 'S17':
      return 'empty';
    case 'S04':
      return 'noHeading';
    case 'S05':
      return 'notReport';
  }
}
