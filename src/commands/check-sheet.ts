import { checkBook } from '../core/checks/check-book';
import type { CheckResult } from '../core/checks/finding';
import { factIndex } from '../core/consolidation/fact-index';
import { fixesOf } from '../core/fixes/fixes-of';
import type { Grid } from '../core/grid';
import { readBook } from '../core/report/read-book';
import { SHEETS } from '../core/sheets/names';
import { setHighlights } from '../excel/highlights';
import { readActiveSheet } from '../excel/read';
import { roundTrips } from '../excel/session';
import { sheetBook } from './books';
import { marksOf } from './marks';
import { keptIn, ownSheetNames } from './own';
import { rememberedSheets } from './remember';
import type { CheckOutcome } from './types';

/**
 * "Kiểm tra trang tính": the active sheet against the catalogue, with the facts of the workbook as history. Three round
 * trips at most: two to read, one to highlight; where highlights are refused the findings come all the same.
 */
export async function checkSheet(): Promise<CheckOutcome> {
  const before = roundTrips();
  const read = await readActiveSheet([SHEETS.facts, SHEETS.catalogue, SHEETS.summary, SHEETS.findings, SHEETS.obstacles]);
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const { book, activeSheet } = read.value;
  const grid = book.grids.find((candidate) => candidate.name === activeSheet);
  const kept = keptIn(read.value);
  const { own, index, faults } = kept;
  if (grid === undefined) return { kind: 'refused', refusal: { code: 'missingSheet', sheet: activeSheet, detail: '' } };
  // There is nothing to check in a sheet that the add-in keeps itself.
  const reading = ownSheetNames(read.value).has(grid.name) ? null : readBook(sheetBook(book, grid), index, 'sheet');
  const report = reading?.report ?? null;
  const checked: CheckResult = reading === null
    ? { findings: [], checks: { run: 0, skipped: 0, crashed: 0 }, cells: countCells(grid) }
    : // Nobody named a month here: the sheet is judged in its own.
      checkBook({ reading, index, reportPeriod: report?.period ?? null, history: factIndex(own.facts, own.obstacles, own.receipts) });
  const looked = reading === null ? [] : [{ file: book.file, sheet: activeSheet, unit: report?.unit ?? null, period: report?.period ?? null }];
  const { findings, memory } = rememberedSheets(kept, [...checked.findings, ...faults], looked);
  const highlights = await setHighlights(activeSheet, marksOf(findings, activeSheet));
  return {
    kind: 'checked',
    sheet: activeSheet,
    ownSheet: reading === null,
    report,
    result: { ...checked, findings },
    fixes: report === null ? new Map() : fixesOf(report, findings, index),
    memory,
    canRecord: own.hasLog,
    highlights: highlights.ok ? { set: highlights.value.set, refused: null } : { set: 0, refused: highlights.refusal },
    roundTrips: roundTrips() - before,
  };
}

function countCells(grid: Grid): number {
  let count = 0;
  for (const row of grid.cells) for (const cell of row) if (cell !== null) count += 1;
  return count;
}
