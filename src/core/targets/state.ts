import type { Indicator } from '../catalogue/types';
import { isInPoints, type Cut } from './cuts';
import { isCeiling, meets, noise } from './met';
import type { AssessmentState } from './types';

/** One figure that exists, with what it is judged against. */
export interface Judged {
  readonly indicator: Indicator;
  readonly value: number;
  readonly month: number;
  /** The target of the year; null where it is last year's figure and the year is not over. */
  readonly target: number | null;
  readonly pace: number | null;
  readonly gapToDate: number | null;
}

const MONTHS = 12;

/** The states in the order of the spec, for a figure that exists and can be judged. */
export function stateOf(judged: Judged, { onTrack, behind }: Cut): AssessmentState {
  const { indicator, value, target, month, pace, gapToDate } = judged;
  const yearIsOver = month === MONTHS;
  if (indicator.operator !== null && target !== null && (!isCeiling(indicator) || yearIsOver)) {
    if (meets(value, indicator.operator, target, indicator.better, indicator.tolerance)) return 'met';
    // A ceiling that was passed at the end of the year cannot be caught up with.
    if (isCeiling(indicator)) return 'notMet';
  }
  const inPoints = isInPoints(indicator);
  if (inPoints ? gapToDate === null : pace === null) return 'notMet';
  if (isWorsening(indicator, value)) return 'worsening';
  if (inPoints) return byCuts(gapToDate ?? 0, -onTrack, -behind);
  return byCuts(pace ?? 0, onTrack, behind);
}

/**
 * Where the year started from, for what can move away from its target; null for the rest. Flows start each year from
 * nothing. The baseline of a change is the rate that it is measured from, so that no change at all stands at zero.
 */
export function startOf({ kind, baseline }: Indicator): number | null {
  if (baseline === null || (kind !== 'stock' && kind !== 'rate' && kind !== 'change')) return null;
  return kind === 'change' ? 0 : baseline;
}

/** Away from the target, seen from the end of last year. */
function isWorsening(indicator: Indicator, value: number): boolean {
  const start = startOf(indicator);
  if (start === null) return false;
  return indicator.better === 'down' ? value > start + noise(start) : value < start - noise(start);
}

function byCuts(measure: number, onTrack: number, behind: number): AssessmentState {
  if (measure >= onTrack - noise(onTrack)) return 'onTrack';
  return measure >= behind - noise(behind) ? 'behind' : 'farBehind';
}
