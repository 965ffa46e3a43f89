import { checkBook } from '../core/checks/check-book';
import type { CheckResult, Finding, Severity } from '../core/checks/finding';
import { factIndex } from '../core/consolidation/fact-index';
import type { Grid } from '../core/grid';
import { readBook } from '../core/report/read-book';
import { SHEETS } from '../core/sheets/names';
import { setHighlights } from '../excel/highlights';
import { readActiveSheet } from '../excel/read';
import { roundTrips } from '../excel/session';
import { sheetBook } from './books';
import { inOrder, RANK } from './order';
import { keptIn, ownSheetNames } from './own';
import type { CheckOutcome } from './types';

/**
 * "Kiểm tra trang tính": the active sheet against the catalogue, with the facts of the workbook as history. Three round
 * trips at most: two to read, one to highlight; where highlights are refused the findings come all the same.
 */
export async function checkSheet(): Promise<CheckOutcome> {
  const before = roundTrips();
  const read = await readActiveSheet([SHEETS.facts, SHEETS.catalogue, SHEETS.summary]);
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const { book, activeSheet } = read.value;
  const grid = book.grids.find((candidate) => candidate.name === activeSheet);
  const { own, index, faults } = keptIn(read.value);
  if (grid === undefined) return { kind: 'refused', refusal: { code: 'missingSheet', sheet: activeSheet, detail: '' } };
  // There is nothing to check in a sheet that the add-in keeps itself.
  const reading = ownSheetNames(read.value).has(grid.name) ? null : readBook(sheetBook(book, grid), index, 'sheet');
  const checked: CheckResult = reading === null
    ? { findings: [], checks: { run: 0, skipped: 0, crashed: 0 }, cells: countCells(grid) }
    : // Nobody named a month here: the sheet is judged in its own.
      checkBook({ reading, index, reportPeriod: reading.report?.period ?? null, history: factIndex(own.facts) });
  const result = { ...checked, findings: inOrder([...checked.findings, ...faults]) };
  const highlights = await setHighlights(activeSheet, marksOf(result.findings, activeSheet));
  return {
    kind: 'checked',
    sheet: activeSheet,
    ownSheet: reading === null,
    report: reading?.report ?? null,
    result,
    highlights: highlights.ok ? { set: highlights.value.set, refused: null } : { set: 0, refused: highlights.refusal },
    roundTrips: roundTrips() - before,
  };
}

/** One mark a cell, the gravest finding's. */
function marksOf(findings: readonly Finding[], sheet: string): { address: string; severity: Severity }[] {
  const gravest = new Map<string, Severity>();
  for (const finding of findings) {
    if (finding.sheet !== sheet) continue;
    for (const address of finding.cells) {
      const known = gravest.get(address);
      if (known === undefined || RANK[finding.severity] < RANK[known]) gravest.set(address, finding.severity);
    }
  }
  return [...gravest].map(([address, severity]) => ({ address, severity }));
}

function countCells(grid: Grid): number {
  let count = 0;
  for (const row of grid.cells) for (const cell of row) if (cell !== null) count += 1;
  return count;
}
