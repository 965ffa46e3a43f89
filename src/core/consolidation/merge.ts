import { periodKey, type Period } from '../period';
import { sameFigure } from './arithmetic';
import { factKey } from './fact-index';
import { FACT_FIGURES } from './row-values';
import type { Fact, FactChange } from './types';

export interface Merged {
  readonly facts: readonly Fact[];
  readonly changes: readonly FactChange[];
}

/** A report that was read: its unit and month. */
export interface ReadMonth {
  readonly unit: string;
  readonly period: Period;
}

/**
 * Stored facts with a run's facts put in their place. A unit's month that was read again is replaced as a whole, so
 * that a figure which is gone from the report goes from the facts too; facts typed by hand stay unless the report has
 * the same figure. A figure that was revised by a later report stays too, as long as its own file is the same one. A
 * fact that says the same as before keeps its time of recording.
 *
 * @param now ISO 8601 with zone, stamped into new and changed facts.
 * @param read the reports that were read; needed only where one gave no facts at all.
 */
export function mergeFacts(stored: readonly Fact[], incoming: readonly Fact[], now: string, read: readonly ReadMonth[] = []): Merged {
  const months = new Set([...incoming, ...read].map((each) => `${each.unit}|${periodKey(each.period)}`));
  const fresh = new Map(incoming.map((fact) => [factKey(fact.unit, fact.indicator, fact.period), fact]));
  const facts: Fact[] = [];
  const changes: FactChange[] = [];
  for (const fact of stored) {
    const key = factKey(fact.unit, fact.indicator, fact.period);
    const next = fresh.get(key);
    if (next && isRevised(fact, next)) {
      facts.push(fact);
      fresh.delete(key);
    } else if (next) {
      const differences = differencesOf(fact, next);
      changes.push(...differences);
      facts.push(differences.length > 0 ? { ...next, recordedAt: now } : keptFact(fact, next));
      fresh.delete(key);
    } else if (fact.method === 'typed' || !months.has(`${fact.unit}|${periodKey(fact.period)}`)) {
      facts.push(fact);
    } else {
      changes.push({ ...whereOf(fact), kind: 'removed', figure: 'cumulative', before: fact.cumulative, after: null });
    }
  }
  for (const fact of fresh.values()) {
    facts.push({ ...fact, recordedAt: now });
    changes.push({ ...whereOf(fact), kind: 'added', figure: 'cumulative', before: null, after: fact.cumulative });
  }
  return { facts, changes };
}

/** The file says what it said when a later report corrected it: the correction that the analyst took stands. */
const isRevised = (stored: Fact, read: Fact): boolean => stored.method === 'revised' && stored.hash === read.hash;

function whereOf(fact: Fact): Pick<FactChange, 'unit' | 'indicator' | 'period'> {
  return { unit: fact.unit, indicator: fact.indicator, period: fact.period };
}

function differencesOf(before: Fact, after: Fact): FactChange[] {
  const changes: FactChange[] = [];
  for (const figure of FACT_FIGURES) {
    if (!sameFigure(before[figure], after[figure])) changes.push({ ...whereOf(after), kind: 'changed', figure, before: before[figure], after: after[figure] });
  }
  if (before.state !== after.state) changes.push({ ...whereOf(after), kind: 'changed', figure: 'state', before: before.state, after: after.state });
  if (before.used !== after.used) changes.push({ ...whereOf(after), kind: 'changed', figure: 'used', before: before.used, after: after.used });
  return changes;
}

/** The same figures: the row was recorded when they first came, wherever they stand now; its numbers stay to the last bit. */
function keptFact(before: Fact, after: Fact): Fact {
  const { month, cumulative, lastYear, numerator, denominator, recordedAt } = before;
  return { ...after, month, cumulative, lastYear, numerator, denominator, recordedAt };
}
