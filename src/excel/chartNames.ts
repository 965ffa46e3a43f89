import type { HostResult } from './types';
import { done } from './refusals';
import { run } from './session';

/** The names of the charts on a sheet; null when there is no such sheet. One round trip. */
export function readChartNames(sheet: string): Promise<HostResult<readonly string[] | null>> {
  return run(async (session) => {
    const found = session.context.workbook.worksheets.getItemOrNullObject(sheet);
    const { charts } = found;
    found.load('isNullObject');
    charts.load('items/name');
    await session.sync();
    return done(found.isNullObject ? null : charts.items.map((chart) => chart.name));
  });
}

interface NamedChart {
  readonly sheet: string;
  readonly name: string;
}

/** Asks for charts by name; what is there is known after the next round trip. */
export function queueCharts(worksheets: Excel.WorksheetCollection, charts: readonly NamedChart[]): readonly { readonly chart: NamedChart; readonly found: Excel.Chart }[] {
  return charts.map((chart) => {
    const found = worksheets.getItemOrNullObject(chart.sheet).charts.getItemOrNullObject(chart.name);
    found.load('name');
    return { chart, found };
  });
}

export const chartsThere = (queued: ReturnType<typeof queueCharts>): readonly NamedChart[] => queued.filter(({ found }) => !found.isNullObject).map(({ chart }) => chart);
