import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { runMonth, type MonthOutcome } from '../../../src/core/consolidation/pipeline';
import type { Period } from '../../../src/core/period';
import { readBook } from '../../../src/core/report/read-book';
import type { BookReading } from '../../../src/core/report/types';
import type { SheetPlan } from '../../../src/core/sheets/plan';
import { planSheets } from '../../../src/core/sheets/plan-sheets';
import { readOwnSheets, type OwnSheets } from '../../../src/core/sheets/read-own';
import { openFile } from '../../../src/files/open-file';
import { sayIn } from '../../../src/locales/say';
import type { Desk } from './desk';

const SAMPLES = join(__dirname, '../../../samples');

/** The books of a month's sample reports. */
export async function booksOf(month: number, own: OwnSheets): Promise<BookReading[]> {
  const folder = join(SAMPLES, `2024-${String(month).padStart(2, '0')}`);
  const index = indexCatalogue(own.catalogue);
  const readings: BookReading[] = [];
  for (const file of readdirSync(folder).sort()) {
    const outcome = await openFile(file, new Uint8Array(readFileSync(join(folder, file))));
    if (outcome.status === 'read') readings.push(readBook(outcome.book, index, 'file'));
  }
  return readings;
}

export function ownOf(desk: Desk): OwnSheets {
  return readOwnSheets(desk.look());
}

export interface Written {
  readonly plans: readonly SheetPlan[];
  readonly outcome: MonthOutcome;
}

/** What a consolidation of these books would write into the workbook on the desk. */
export function planMonth(desk: Desk, month: number, readings: readonly BookReading[], now = '2024-06-20T08:00:00+07:00'): Written {
  const seen = desk.look();
  const own = readOwnSheets(seen);
  const index = indexCatalogue(own.catalogue);
  const period: Period = { year: 2024, month };
  const outcome = runMonth({ period, asOf: '2024-06-20', index, readings, stored: own.facts, decisions: [], chosenFiles: [], now, receipts: own.receipts, submitted: own.submitted });
  const plans = planSheets({
    catalogue: own.catalogue, index, consolidation: outcome.consolidation, assessments: outcome.assessments, submissions: outcome.submissions,
    findings: [...outcome.inputs.flatMap((input) => input.result.findings), ...outcome.consolidation.findings], reports: outcome.checked, own, existing: seen.grids, tables: seen.tables, now, render: sayIn('vi', own.catalogue),
  });
  return { plans, outcome };
}
