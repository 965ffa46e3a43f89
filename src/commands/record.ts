import { planExplanation, planRecord, type LogInput } from '../core/sheets/plan-findings';
import { SHEETS, TABLES } from '../core/sheets/names';
import type { SheetPlan } from '../core/sheets/plan';
import { canBeExplained } from '../core/memory/memory-of';
import { readThenWrite } from '../excel/record';
import type { WorkbookSnapshot } from '../excel/types';
import { sayIn } from '../locales/say';
import { keptIn } from './own';
import type { ExplainRequest, RecordOutcome, RecordRequest } from './types';

/** Names of units and the wording need the catalogue as well as the table itself. */
const SOURCES = { sheets: [SHEETS.findings, SHEETS.catalogue], tables: [TABLES.findings] };

/**
 * Puts a check of report sheets on record in KiemTra: new findings come in, what is gone where the check looked is
 * marked so. Three round trips; nothing is written into a workbook that has no such table.
 */
export function recordCheck(request: RecordRequest): Promise<RecordOutcome> {
  return write(request.now, (log) => planRecord(log, request.findings, request.checked));
}

/**
 * Puts on record why a warning is right as it is; the sheet and the table are made where they are missing. Three round
 * trips. An error is corrected and not explained: it is refused.
 */
export async function explain({ finding, reason, by, on, now }: ExplainRequest): Promise<RecordOutcome> {
  const said = { reason: reason.trim(), by: by.trim(), on };
  if (!canBeExplained(finding) || said.reason === '') return { kind: 'refused', refusal: { code: 'unknown', sheet: finding.sheet, detail: `${finding.code} · ${finding.severity}: chỉ giải trình được cảnh báo, và phải nêu lý do` } };
  return write(now, (log) => planExplanation(log, finding, said));
}

async function write(now: string, plan: (log: LogInput) => readonly SheetPlan[]): Promise<RecordOutcome> {
  const result = await readThenWrite(SOURCES, (snapshot) => plan(logIn(snapshot, now)));
  if (result.ok) return { kind: 'recorded', receipt: result.value, rows: result.value === null ? 0 : rowsIn(result.value) };
  return result.refusal.code === 'changedSince' ? { kind: 'stale', sheet: result.refusal.sheet } : { kind: 'refused', refusal: result.refusal };
}

function logIn(snapshot: WorkbookSnapshot, now: string): LogInput {
  const { index } = keptIn(snapshot);
  return { index, existing: snapshot.book.grids, tables: snapshot.tables, now, render: sayIn('vi', index.catalogue) };
}

/** Rows of the table that are another now, or new. */
function rowsIn({ changes, createdContents = [] }: NonNullable<Extract<RecordOutcome, { kind: 'recorded' }>['receipt']>): number {
  const changed = new Set(changes.map((change) => change.row));
  return changed.size + createdContents.reduce((sum, { formulas }) => sum + Math.max(0, formulas.length - 1), 0);
}
