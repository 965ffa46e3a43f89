import type { Period } from '../period';

export type AssessmentState =
  | 'met' | 'notMet' | 'onTrack' | 'behind' | 'farBehind' | 'worsening' | 'notDue' | 'noData' | 'cannotJudge';

/** How "expected to date" came about; always shown beside it. */
export type Pathway = 'scenario' | 'seasonal' | 'linear' | 'target' | 'lastYear' | 'none';

/**
 * How the forecast came about; always shown beside it. Of flows the share of the year that was used; of stocks the slope
 * since the end of last year, or that of the last three months; rates are held as they are.
 */
export type ForecastMethod = 'scenario' | 'seasonal' | 'linear' | 'slope' | 'recentSlope' | 'held' | 'none';

/** How far one indicator is from its target. Rates and growth in percent, gaps of those in points. */
export interface Assessment {
  readonly indicator: string;
  readonly target: number | null;
  readonly percentOfPlan: number | null;
  readonly percentOfLastYear: number | null;
  /** Expected to date (E). */
  readonly expected: number | null;
  readonly pathway: Pathway;
  /** The month that the scenario's value was given for: the month that is judged, or the last given before it. */
  readonly scenarioMonth: number | null;
  /** The units that reported, as a part of the target (0 to 1), where only their part is expected; null: the whole is. */
  readonly part: number | null;
  /** A − T (T − A when lower is better); minus is a shortfall. */
  readonly gap: number | null;
  /** A − E likewise. */
  readonly gapToDate: number | null;
  /** 1 = on plan. */
  readonly pace: number | null;
  readonly forecast: number | null;
  readonly forecastMethod: ForecastMethod;
  /** Lowest and highest of the forecasts that all ways known for this indicator give; null where there is but one way. */
  readonly forecastRange: { readonly low: number; readonly high: number } | null;
  /** Forecast − T, signed like the gap. */
  readonly forecastGap: number | null;
  readonly neededPerMonth: number | null;
  /** What each month has brought so far, beside what is needed. */
  readonly broughtPerMonth: number | null;
  /** Needed ÷ brought: above 1 the rest of the year must go faster. */
  readonly effort: number | null;
  /** The rate that the rest of the year must have, where the year's denominator is known. */
  readonly rateNeeded: number | null;
  readonly state: AssessmentState;
  /** The month that was judged. */
  readonly judgedAt: Period | null;
}
