import type { ThresholdRow } from './schemas';
import type { Thresholds } from './types';

/** Thresholds as rows of a table. The list of names is written out, so that the compiler misses none that is new. */
const NAMES: { readonly [K in keyof Thresholds]: K } = {
  revisionShare: 'revisionShare', revisedFigures: 'revisedFigures', outlierScore: 'outlierScore', outlierMonths: 'outlierMonths', outlierShare: 'outlierShare',
  identicalCells: 'identicalCells', crossCheckShare: 'crossCheckShare', overshootShare: 'overshootShare', unitPlanShare: 'unitPlanShare', remindDays: 'remindDays',
  lateMonths: 'lateMonths', freeDayGrace: 'freeDayGrace', percentPoints: 'percentPoints',
};

export function thresholdRows(thresholds: Thresholds): readonly ThresholdRow[] {
  return Object.values(NAMES).map((name) => ({ name, value: thresholds[name] }));
}

/** The thresholds that rows state; what none of them names stays as it is in `others`. */
export function thresholdsOf(rows: readonly ThresholdRow[], others: Thresholds): Thresholds {
  const values: { -readonly [K in keyof Thresholds]: number } = { ...others };
  for (const { name, value } of rows) values[name] = value;
  return values;
}
