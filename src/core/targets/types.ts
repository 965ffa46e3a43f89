import type { Period } from '../period';

export type AssessmentState =
  | 'met' | 'notMet' | 'onTrack' | 'behind' | 'farBehind' | 'worsening' | 'notDue' | 'noData' | 'cannotJudge';

/** How "expected to date" came about; always shown beside it. */
export type Pathway = 'scenario' | 'seasonal' | 'linear' | 'target' | 'lastYear' | 'none';

/** How far one indicator is from its target. Rates and growth in percent, gaps of those in points. */
export interface Assessment {
  readonly indicator: string;
  readonly target: number | null;
  readonly percentOfPlan: number | null;
  readonly percentOfLastYear: number | null;
  /** Expected to date (E). */
  readonly expected: number | null;
  readonly pathway: Pathway;
  /** A − T (T − A when lower is better); minus is a shortfall. */
  readonly gap: number | null;
  /** A − E likewise. */
  readonly gapToDate: number | null;
  /** 1 = on plan. */
  readonly pace: number | null;
  readonly forecast: number | null;
  readonly forecastMethod: 'share' | 'slope' | 'held' | 'none';
  readonly neededPerMonth: number | null;
  readonly effort: number | null;
  readonly state: AssessmentState;
  /** The month that was judged. */
  readonly judgedAt: Period | null;
}
