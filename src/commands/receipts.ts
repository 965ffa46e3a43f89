import { SHEETS, TABLES } from '../core/sheets/names';
import { planReceipts, type ReceiptEntry } from '../core/sheets/plan-receipts';
import { readThenWrite } from '../excel/record';
import type { HostRefusal, WriteReceipt } from '../excel/types';
import { keptIn } from './own';

export type { ReceiptEntry } from '../core/sheets/plan-receipts';

export type ReceiptsOutcome =
  /** receipt null: the dates stood there already. */
  | { readonly kind: 'recorded'; readonly receipt: WriteReceipt | null }
  /** The workbook has no table of submissions yet: a month has to be consolidated first. */
  | { readonly kind: 'noTable' }
  | { readonly kind: 'stale'; readonly sheet: string }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/** Units and free days come from the catalogue. */
const SOURCES = { sheets: [SHEETS.submissions, SHEETS.catalogue], tables: [TABLES.submissions] };

/** Writes dates of receipt into TheoDoiNop, where the analyst may type them too. Three round trips. */
export async function setReceipts(entries: readonly ReceiptEntry[]): Promise<ReceiptsOutcome> {
  let hasTable = true;
  const result = await readThenWrite(SOURCES, (snapshot) => {
    const plans = planReceipts({ index: keptIn(snapshot).index, existing: snapshot.book.grids, tables: snapshot.tables, entries });
    hasTable = plans !== null;
    return plans ?? [];
  });
  if (result.ok) return hasTable ? { kind: 'recorded', receipt: result.value } : { kind: 'noTable' };
  return result.refusal.code === 'changedSince' ? { kind: 'stale', sheet: result.refusal.sheet } : { kind: 'refused', refusal: result.refusal };
}
