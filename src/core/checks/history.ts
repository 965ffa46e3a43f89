import type { Fact } from '../consolidation/types';
import { previousPeriod, type Period } from '../period';

/** The facts of earlier months, as far as anybody stored them. */
export interface History {
  fact(unit: string, indicator: string, period: Period): Fact | null;
}

/** Nothing is known: the checks over time are skipped, and say so. */
export const emptyHistory: History = { fact: () => null };

/** The latest usable fact before a month in the same year that satisfies `wanted`; null when there is none. Looks at eleven months at most. */
export function latestBefore(history: History, unit: string, indicator: string, period: Period, wanted: (fact: Fact) => boolean): Fact | null {
  for (let at = previousPeriod(period); at.year === period.year; at = previousPeriod(at)) {
    const fact = history.fact(unit, indicator, at);
    if (fact && wanted(fact)) return fact;
  }
  return null;
}
