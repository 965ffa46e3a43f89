import type { CatalogueIndex } from '../catalogue/types';
import { comparePeriods, previousPeriod, type Period } from '../period';
import type { Fact, ProvinceFigure } from '../consolidation/types';
import { isInPoints } from '../targets/cuts';
import type { Assessment, AssessmentState } from '../targets/types';
import { provinceAt } from '../trace/province-at';

/** One indicator at one month, as far as a comparison needs it. */
export interface MonthStand {
  readonly cumulative: number | null;
  readonly month: number | null;
  readonly percentOfPlan: number | null;
  readonly gapToDate: number | null;
  readonly pace: number | null;
  readonly state: AssessmentState;
  readonly asOf: Period | null;
  readonly provisional: boolean;
}

/** What became of one indicator from one month to the next. */
export interface MonthChange {
  readonly indicator: string;
  readonly before: MonthStand;
  readonly after: MonthStand;
  /** Of pace; of rates and growth the gap to date in points, ten of them counting as a whole. Plus is nearer to the target; null where either month says nothing. */
  readonly movement: number | null;
  readonly stateChanged: boolean;
}

const NOTHING: MonthStand = { cumulative: null, month: null, percentOfPlan: null, gapToDate: null, pace: null, state: 'cannotJudge', asOf: null, provisional: false };

/** The cuts of pace lie 0,15 apart and those of points 1,5: one point weighs as a tenth of pace. */
const POINTS_OF_PACE = 10;

/**
 * "Thay đổi" between a month and the one before it, from stored facts alone. Every indicator with a figure in either
 * month, the biggest movers first; those that cannot be compared last, in the catalogue's order. January has no month
 * before it in its year.
 */
export function monthChanges(index: CatalogueIndex, facts: readonly Fact[], period: Period, before: Period = previousPeriod(period)): readonly MonthChange[] {
  if (before.year !== period.year || comparePeriods(before, period) >= 0) return [];
  const [then, now] = [provinceAt(index, facts, before), provinceAt(index, facts, period)];
  const changes = index.catalogue.indicators.flatMap((indicator): MonthChange[] => {
    const { code } = indicator;
    const [was, is] = [standOf(then.figures.get(code), then.assessments.get(code)), standOf(now.figures.get(code), now.assessments.get(code))];
    if (was.cumulative === null && is.cumulative === null) return [];
    return [{ indicator: code, before: was, after: is, movement: movementOf(was, is, isInPoints(indicator)), stateChanged: was.state !== is.state }];
  });
  return changes.map((change, at) => ({ change, at })).sort((a, b) => sizeOf(b.change) - sizeOf(a.change) || a.at - b.at).map(({ change }) => change);
}

function standOf(figure: ProvinceFigure | undefined, assessment: Assessment | undefined): MonthStand {
  if (!figure) return NOTHING;
  const { cumulative, month, asOf, provisional } = figure;
  const { percentOfPlan = null, gapToDate = null, pace = null, state = 'cannotJudge' } = assessment ?? {};
  return { cumulative, month, asOf, provisional, percentOfPlan, gapToDate, pace, state };
}

function movementOf(before: MonthStand, after: MonthStand, inPoints: boolean): number | null {
  const [was, is] = inPoints ? [before.gapToDate, after.gapToDate] : [before.pace, after.pace];
  if (was === null || is === null) return null;
  const moved = Number((is - was).toPrecision(12));
  return inPoints ? moved / POINTS_OF_PACE : moved;
}

/** A new state is news in itself, however small the step that led to it; what did not move comes after what did. */
function sizeOf({ movement, stateChanged }: MonthChange): number {
  return (stateChanged ? 1 : 0) + (movement === null ? 0 : Math.min(1, Math.abs(movement))) - (movement === null && !stateChanged ? 1 : 0);
}
