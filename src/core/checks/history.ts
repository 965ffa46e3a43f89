import type { Fact } from '../consolidation/types';
import type { Period } from '../period';

/** What a unit wrote beside an indicator in a month; both as written, '' where nothing stood. */
export interface SaidWords {
  readonly cause: string;
  readonly remedy: string;
}

/** The facts and words of earlier months, as far as anybody stored them. Every look-up is O(1). */
export interface History {
  fact(unit: string, indicator: string, period: Period): Fact | null;
  /** All stored months of one unit and indicator, of any year, the earliest first; the report's own month may be among them. */
  series(unit: string, indicator: string): readonly Fact[];
  /** Whether the unit sent anything for a month: facts, words, or a receipt. */
  wasSent(unit: string, period: Period): boolean;
  words(unit: string, indicator: string, period: Period): SaidWords | null;
}

/** Nothing is known: the checks over time are skipped, and say so. */
export const emptyHistory: History = { fact: () => null, series: () => [], wasSent: () => false, words: () => null };

/** A month as a number that grows by one a month. */
export function monthNumber(period: Period): number {
  return period.year * 12 + period.month;
}

/** The latest usable fact before a month in the same year that satisfies `wanted`; null when there is none. */
export function latestBefore(history: History, unit: string, indicator: string, period: Period, wanted: (fact: Fact) => boolean): Fact | null {
  const facts = history.series(unit, indicator);
  const until = monthNumber(period);
  for (let at = facts.length - 1; at >= 0; at -= 1) {
    const fact = facts[at];
    if (!fact || monthNumber(fact.period) >= until) continue;
    if (fact.period.year !== period.year) return null;
    if (wanted(fact)) return fact;
  }
  return null;
}

/** A number of every earlier month for which `pick` gives one, of any year, the earliest first. Held facts are left out. */
export function valuesBefore(history: History, unit: string, indicator: string, period: Period, pick: (fact: Fact) => number | null): readonly { readonly period: Period; readonly value: number }[] {
  const until = monthNumber(period);
  const values: { readonly period: Period; readonly value: number }[] = [];
  for (const fact of history.series(unit, indicator)) {
    if (monthNumber(fact.period) >= until) break;
    const value = fact.used ? pick(fact) : null;
    if (value !== null) values.push({ period: fact.period, value });
  }
  return values;
}
