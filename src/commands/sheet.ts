import { clearHighlights } from '../excel/highlights';
import { goTo } from '../excel/goTo';
import { onSheetChanged } from '../excel/events';
import { readWorkbook } from '../excel/read';
import type { HostRefusal } from '../excel/types';
import type { Period } from '../core/period';
import { keptIn, ownSheetNames } from './own';
import { sheetReadings } from './books';

export type WorkbookState =
  | {
      readonly kind: 'state';
      readonly sheetName: string;
      /** Report sheets of the open workbook. */
      readonly reportSheets: number;
      readonly hasOwnSheets: boolean;
      readonly reportPeriod: Period | null;
    }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/** What the pane shows before anything was asked for. */
export async function workbookState(): Promise<WorkbookState> {
  const read = await readWorkbook('all');
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const { own, index } = keptIn(read.value);
  return {
    kind: 'state',
    sheetName: read.value.activeSheet,
    reportSheets: sheetReadings(read.value, index).length,
    hasOwnSheets: ownSheetNames(read.value).size > 0,
    reportPeriod: own.reportPeriod,
  };
}

/** Removes the add-in's own highlights from one sheet, or from all (null); the analyst's formats stay. */
export async function removeHighlights(sheet: string | null): Promise<{ readonly kind: 'removed'; readonly removed: number } | { readonly kind: 'refused'; readonly refusal: HostRefusal }> {
  const result = await clearHighlights(sheet);
  return result.ok ? { kind: 'removed', removed: result.value.removed } : { kind: 'refused', refusal: result.refusal };
}

/** Selects a cell; null when Excel did as asked. */
export async function goToCell(sheet: string, address: string): Promise<HostRefusal | null> {
  const result = await goTo(sheet, address);
  return result.ok ? null : result.refusal;
}

/** Tells when a sheet was edited since it was checked; the answer ends the subscription. */
export async function onSheetEdited(handler: (sheet: string) => void): Promise<() => void> {
  return onSheetChanged(handler);
}
