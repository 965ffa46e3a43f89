import { comparePeriods, type Period } from '../period';
import type { Submission } from './types';

/** Late, or still missing after its deadline. */
export function isBehind({ owes, state }: Pick<Submission, 'owes' | 'state'>): boolean {
  return owes !== 'nothing' && (state === 'late' || state === 'missing');
}

/** Says nothing about punctuality: not due yet, or nothing owed. */
const isSilent = ({ owes, state }: Submission): boolean => owes === 'nothing' || state === 'notYetDue';

/**
 * The months running, the earliest first, for which a unit was late or missing up to a month. A month that came in time,
 * without a date, or that nobody followed ends the row; one that is not due yet is passed over.
 */
export function lateRun(submissions: readonly Submission[], unit: string, upTo: Period): readonly Period[] {
  const rows = submissions
    .filter((row) => row.unit === unit && comparePeriods(row.period, upTo) <= 0 && !isSilent(row))
    .sort((a, b) => comparePeriods(b.period, a.period));
  const end = rows.findIndex((row) => !isBehind(row));
  return (end === -1 ? rows : rows.slice(0, end)).map((row) => row.period).reverse();
}
