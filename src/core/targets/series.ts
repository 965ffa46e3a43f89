import type { Fact } from '../consolidation/types';
import type { Period } from '../period';

/** Σ of the cumulatives (values, of stocks) that were used of one month, and how many units they are. */
export interface MonthSum {
  readonly sum: number;
  readonly count: number;
}

/** The months of one indicator's year. */
export type MonthlySeries = ReadonlyMap<number, MonthSum>;

/**
 * The months of the year up to the report month, by indicator, over the figures that count in them. A month is only
 * comparable with a later one when as many units stand in it: `comparable` asks for that.
 */
export function monthlySeries(facts: readonly Fact[], period: Period): ReadonlyMap<string, MonthlySeries> {
  const all = new Map<string, Map<number, { sum: number; count: number }>>();
  for (const { indicator, period: at, used, role, cumulative } of facts) {
    if (!used || role === 'check' || cumulative === null || at.year !== period.year || at.month > period.month) continue;
    const months = all.get(indicator) ?? new Map<number, { sum: number; count: number }>();
    const { sum, count } = months.get(at.month) ?? { sum: 0, count: 0 };
    months.set(at.month, { sum: sum + cumulative, count: count + 1 });
    all.set(indicator, months);
  }
  return all;
}

/** Σ of a month over just as many units as are counted now; null where other units, or nobody, stand in it. */
export function comparable(series: MonthlySeries | null, month: number, units: number): number | null {
  const found = series?.get(month);
  return found !== undefined && found.count === units ? found.sum : null;
}
