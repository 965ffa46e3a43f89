import { comparePeriods, periodKey, type Period } from '../period';
import type { Submission, Timeliness } from './types';

/** How one month's reports came in, over the units that owe one. */
export interface MonthCounts {
  readonly period: Period;
  readonly expected: number;
  readonly received: number;
  readonly states: { readonly [S in Timeliness]: number };
}

const ARRIVED: ReadonlySet<Timeliness> = new Set<Timeliness>(['onTimeClean', 'onTimeWithErrors', 'late', 'receivedUnknownDate']);

export const hasCome = ({ state }: Pick<Submission, 'state'>): boolean => ARRIVED.has(state);

/** One row a month, in their order. */
export function monthCounts(submissions: readonly Submission[]): readonly MonthCounts[] {
  const months = new Map<string, Submission[]>();
  for (const row of submissions) if (row.owes !== 'nothing') months.set(periodKey(row.period), [...(months.get(periodKey(row.period)) ?? []), row]);
  return [...months.values()].flatMap((rows): MonthCounts[] => {
    const [first] = rows;
    if (!first) return [];
    const count = (state: Timeliness): number => rows.filter((row) => row.state === state).length;
    const states = {
      onTimeClean: count('onTimeClean'), onTimeWithErrors: count('onTimeWithErrors'), late: count('late'), missing: count('missing'),
      notYetDue: count('notYetDue'), receivedUnknownDate: count('receivedUnknownDate'), notTracked: count('notTracked'),
    };
    return [{ period: first.period, expected: rows.length, received: rows.filter(hasCome).length, states }];
  }).sort((a, b) => comparePeriods(a.period, b.period));
}
