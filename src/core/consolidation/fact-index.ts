import type { History } from '../checks/history';
import { periodKey, type Period } from '../period';
import type { Fact } from './types';

/** What identifies a fact: there is one row for a unit, an indicator and a month. */
export function factKey(unit: string, indicator: string, period: Period): string {
  return `${unit}|${indicator}|${periodKey(period)}`;
}

export interface FactIndex extends History {
  readonly all: readonly Fact[];
}

/** Facts by their key, for checks over time and fill-ins. Of two facts with one key the later in the list counts. */
export function factIndex(facts: readonly Fact[]): FactIndex {
  const byKey = new Map(facts.map((fact) => [factKey(fact.unit, fact.indicator, fact.period), fact]));
  return { all: facts, fact: (unit, indicator, period) => byKey.get(factKey(unit, indicator, period)) ?? null };
}
