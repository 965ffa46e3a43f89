import type { SheetPlan } from '../core/sheets/plan';

/**
 * Sheets as an .xlsx file, each plan a new sheet of it in the given order. The library that writes files is loaded with
 * the first call, never with the pane.
 *
 * @param plans at least one, under names that differ
 */
export async function writeWorkbook(plans: readonly SheetPlan[]): Promise<Uint8Array> {
  const { workbookOf } = await import('./write/workbook');
  return workbookOf(plans);
}
