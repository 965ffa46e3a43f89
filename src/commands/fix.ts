import { mergedEdits } from '../core/fixes/merged-edits';
import type { CellEdit } from '../core/fixes/types';
import { applyEdits } from '../excel/edits';
import type { FixOutcome } from './types';

/**
 * Mends cells of the open workbook: one fix, or any number of them at once. A cell that no longer holds what the check
 * saw is left alone and named. Two round trips; the receipt takes everything back.
 */
export async function applyFixes(edits: readonly CellEdit[]): Promise<FixOutcome> {
  const result = await applyEdits(mergedEdits(edits));
  if (!result.ok) return { kind: 'refused', refusal: result.refusal };
  const { receipt, left } = result.value;
  return { kind: 'fixed', receipt, fixed: receipt.cellsWritten, left };
}
