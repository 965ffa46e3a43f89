import { serialOf } from '../sheets/serial';
import type { IsoDate } from '../period';
import type { Operator } from '../catalogue/types';
import type { AssessmentState } from './types';

/** 1 January 2000 as Excel counts days: a smaller number is a count or a share, and no day. */
export const EARLIEST_DAY = 36_526;

/**
 * A milestone with a date, of which a figure exists: the day on which it was reached, as Excel counts days. What is no
 * day says nothing about one.
 */
export function milestoneState(value: number, operator: Operator | null, by: IsoDate): AssessmentState {
  if (value < EARLIEST_DAY) return 'cannotJudge';
  const [day, last] = [Math.floor(value), serialOf(by)];
  return (operator === '<' ? day < last : day <= last) ? 'met' : 'notMet';
}
