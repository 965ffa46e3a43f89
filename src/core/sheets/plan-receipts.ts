import type { CatalogueIndex } from '../catalogue/types';
import type { Submission } from '../deadlines/types';
import type { Grid, TableArea } from '../grid';
import { periodKey, type IsoDate } from '../period';
import type { CellWrite } from './diff';
import { TABLES } from './names';
import type { SheetPlan } from './plan';
import { changesAnything, tableSheetPlan } from './plan-sheet';
import { serialOf } from './serial';
import { RECEIVED_ON, submissionKey, submissionTable } from './submission-table';
import { findStored, ours, planTable } from './table';

/** A date of receipt as somebody typed it in the pane; null takes the date away. */
export interface ReceiptEntry {
  readonly submission: Submission;
  readonly receivedOn: IsoDate | null;
}

export interface ReceiptPlanInput {
  readonly index: CatalogueIndex;
  readonly existing: readonly Grid[];
  readonly tables: readonly TableArea[];
  readonly entries: readonly ReceiptEntry[];
}

/**
 * Dates of receipt into TheoDoiNop: a row that stands gets its date and nothing else; a unit's month that is not there
 * yet gets a row. null: the workbook has no such table.
 */
export function planReceipts({ index, existing, tables, entries }: ReceiptPlanInput): readonly SheetPlan[] | null {
  const spec = submissionTable(index);
  const table = ours(findStored(TABLES.submissions, tables, existing), spec.keyHeaders);
  const column = table?.columnOf(RECEIVED_ON) ?? null;
  if (table === null || column === null) return null;
  const rows = new Map(table.rows.map((row) => [submissionKey(row), row.row]));
  const dates = new Map(entries.map(({ submission, receivedOn }) => [keyOf(submission), receivedOn === null ? null : serialOf(receivedOn)]));
  const writes = [...dates].flatMap(([key, value]): CellWrite[] => {
    const row = rows.get(key);
    return row === undefined ? [] : [{ row, column, value }];
  });
  const missing = entries.map(({ submission }) => submission).filter((submission) => !rows.has(keyOf(submission)));
  const dated = { ...spec, columns: spec.columns.map((each) => (each.header === RECEIVED_ON ? { ...each, cell: (row: Submission) => dates.get(keyOf(row)) ?? null } : each)) };
  const part = planTable(dated, missing, table, { row: 0, column: 0 });
  const plan = tableSheetPlan(table.sheet, table.grid, [{ ...part, writes: [...writes, ...part.writes] }], { tabColor: '', frozenColumns: 0 });
  return changesAnything(plan) ? [plan] : [];
}

const keyOf = ({ unit, period }: Submission): string => `${unit}|${periodKey(period)}`;
