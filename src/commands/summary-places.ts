import { addressOf } from '../core/address';
import type { Grid } from '../core/grid';
import type { SheetPlan } from '../core/sheets/plan';
import { summaryGrid } from '../core/sheets/read-own';
import { findSummaryLayout } from '../core/sheets/summary-columns';

export interface SummaryPlace {
  readonly sheet: string;
  readonly address: string;
}

/** Where each indicator's row stands in the summary sheet, by code: as the sheet is, else as the plan will make it. */
export function summaryPlaces(grids: readonly Grid[], plans: readonly SheetPlan[]): ReadonlyMap<string, SummaryPlace> {
  const places = new Map<string, SummaryPlace>();
  for (const plan of plans) {
    for (const { indicator, row } of plan.readBack) places.set(indicator, { sheet: plan.sheet, address: addressOf(row, 0) });
  }
  const grid = summaryGrid(grids);
  const layout = grid && findSummaryLayout(grid);
  if (!grid || !layout) return places;
  for (const [code, row] of layout.rows) places.set(code, { sheet: grid.name, address: addressOf(row, layout.columns.get('code') ?? 0) });
  return places;
}
