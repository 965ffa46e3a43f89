import type { InputItem } from '../../commands/types';
import { comparePeriods, periodKey, samePeriod, type Period } from '../../core/period';

export interface OtherMonth {
  readonly period: Period;
  readonly reports: number;
}

/** The later month that most of the unused reports speak of, so that the pane can offer to go there; null when there is none. */
export function otherMonthOf(inputs: readonly InputItem[], period: Period): OtherMonth | null {
  const counts = new Map<string, OtherMonth>();
  for (const input of inputs) {
    if (input.status !== 'read' || input.use !== 'notUsed' || !input.period) continue;
    if (samePeriod(input.period, period) || comparePeriods(input.period, period) < 0) continue;
    const key = periodKey(input.period);
    counts.set(key, { period: input.period, reports: (counts.get(key)?.reports ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.reports - a.reports || comparePeriods(b.period, a.period))[0] ?? null;
}
