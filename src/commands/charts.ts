import { chartsToDraw } from '../core/sheets/charts-again';
import { SHEETS, TABLES } from '../core/sheets/names';
import { readChartNames } from '../excel/chartNames';
import { readThenWrite } from '../excel/record';
import type { HostRefusal, WriteReceipt } from '../excel/types';
import { keptIn } from './own';

export type DrawChartsOutcome =
  | { readonly kind: 'drawn'; readonly sheet: string; readonly charts: number; readonly receipt: WriteReceipt }
  /** All of them are there already. */
  | { readonly kind: 'there'; readonly sheet: string }
  /** The tables that they follow are not all there: a consolidation makes them. */
  | { readonly kind: 'noTables' }
  | { readonly kind: 'stale'; readonly sheet: string }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

const SOURCES = {
  sheets: [SHEETS.summary, SHEETS.charts],
  tables: [TABLES.facts, TABLES.submissions, TABLES.indicators, TABLES.assignments, TABLES.denominators, TABLES.scenarios, TABLES.pastCumulatives],
};

/** Makes the charts that are missing: the sheet anew, or what was deleted from it. Four round trips; the receipt takes it back. */
export async function drawCharts(): Promise<DrawChartsOutcome> {
  const names = await readChartNames(SHEETS.charts);
  if (!names.ok) return { kind: 'refused', refusal: names.refusal };
  const made: { plan: ReturnType<typeof chartsToDraw> } = { plan: null };
  const result = await readThenWrite(SOURCES, (snapshot) => {
    const { own, index } = keptIn(snapshot);
    made.plan = chartsToDraw({ index, period: own.reportPeriod, facts: own.facts, existing: snapshot.book.grids, sheetNames: snapshot.sheetNames, tables: snapshot.tables, drawn: names.value });
    return made.plan?.charts?.length ? [made.plan] : [];
  });
  if (!result.ok) return result.refusal.code === 'changedSince' ? { kind: 'stale', sheet: result.refusal.sheet } : { kind: 'refused', refusal: result.refusal };
  const { plan } = made;
  if (plan === null) return { kind: 'noTables' };
  return result.value === null ? { kind: 'there', sheet: plan.sheet } : { kind: 'drawn', sheet: plan.sheet, charts: plan.charts?.length ?? 0, receipt: result.value };
}
