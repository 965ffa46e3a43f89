import type { Preview } from '../../commands/types';
import type { Group, Indicator } from '../../core/catalogue/types';
import type { ProvinceFigure } from '../../core/consolidation/types';
import { foldText } from '../../core/report/fold';
import type { Assessment, AssessmentState } from '../../core/targets/types';

/** One line of the scoreboard. */
export interface Score {
  readonly indicator: Indicator;
  readonly assessment: Assessment;
  readonly figure: ProvinceFigure;
  /** Other targets that the same figures are judged by: what is derived from them, and what they are derived from. */
  readonly twins: readonly Score[];
}

export interface ScoreFilter {
  readonly group: Group | 'all';
  readonly state: AssessmentState | 'all';
  readonly query: string;
}

export const ALL_SCORES: ScoreFilter = { group: 'all', state: 'all', query: '' };

/** The order of the scoreboard, and of the states in its filter: the worst first, what cannot be judged last. */
export const WORST_FIRST: readonly AssessmentState[] = ['farBehind', 'worsening', 'behind', 'notMet', 'noData', 'onTrack', 'met', 'cannotJudge', 'notDue'];

export function scoresOf(preview: Preview): readonly Score[] {
  const indicators = new Map(preview.catalogue.indicators.map((indicator) => [indicator.code, indicator]));
  const figures = new Map(preview.consolidation.figures.map((figure) => [figure.indicator, figure]));
  const scores = preview.assessments.flatMap((assessment): readonly Score[] => {
    const indicator = indicators.get(assessment.indicator);
    const figure = figures.get(assessment.indicator);
    return indicator && figure ? [{ indicator, assessment, figure, twins: [] }] : [];
  });
  const paired = scores.map((score) => ({ ...score, twins: scores.filter((other) => areTwins(score.indicator, other.indicator)) }));
  return paired.sort((a, b) => rank(a) - rank(b) || shortfall(b) - shortfall(a));
}

/** One is the growth of the other, in a row of its own: revenue against its plan, and against last year. */
function areTwins(one: Indicator, other: Indicator): boolean {
  return isGrowthOf(one, other) || isGrowthOf(other, one);
}

const isGrowthOf = ({ derivation }: Indicator, { code }: Indicator): boolean => derivation?.method === 'growth' && derivation.of === code;

const rank = (score: Score): number => WORST_FIRST.indexOf(score.assessment.state);

/** How far below the expected, as a share of it, so that unlike indicators compare; 0 when nobody can say. */
function shortfall({ assessment }: Score): number {
  if (assessment.pace !== null) return 1 - assessment.pace;
  if (assessment.gapToDate === null) return 0;
  const scale = Math.abs(assessment.expected ?? assessment.target ?? 0);
  return -assessment.gapToDate / (scale > 0 ? scale : 1);
}

export function matchingScores(scores: readonly Score[], filter: ScoreFilter): readonly Score[] {
  const words = foldText(filter.query).split(' ').filter((word) => word !== '');
  return scores.filter(({ indicator, assessment }) => {
    if (filter.group !== 'all' && indicator.group !== filter.group) return false;
    if (filter.state !== 'all' && assessment.state !== filter.state) return false;
    const searched = foldText(`${indicator.code} ${indicator.name} ${indicator.short}`);
    return words.every((word) => searched.includes(word));
  });
}

export function countByState(scores: readonly Score[]): ReadonlyMap<AssessmentState, number> {
  const counts = new Map<AssessmentState, number>();
  for (const { assessment } of scores) counts.set(assessment.state, (counts.get(assessment.state) ?? 0) + 1);
  return counts;
}

/** Places shown for a value: one more than the catalogue's where rounding would make it look like the target. */
export function shownDecimals(value: number | null, target: number | null, decimals: number): number {
  if (value === null || target === null || value === target) return decimals;
  return value.toFixed(decimals) === target.toFixed(decimals) ? decimals + 1 : decimals;
}

export interface BarShape {
  /** All in percent of the bar's length. */
  readonly from: number;
  readonly length: number;
  readonly target: number | null;
  readonly expected: number | null;
}

/** Where fill and marks of a bar stand; zero is always on it, so that lengths compare honestly. */
export function barShape(value: number | null, target: number | null, expected: number | null): BarShape {
  const points = [0, value, target, expected].filter((point) => point !== null);
  const low = Math.min(...points);
  // A little room at the end, so that a mark at the far end is seen.
  const high = Math.max(...points) + (Math.max(...points) - low) * 0.03;
  const span = high > low ? high - low : 1;
  const at = (point: number): number => ((point - low) / span) * 100;
  const start = Math.min(at(0), at(value ?? 0));
  return {
    from: start,
    length: Math.abs(at(value ?? 0) - at(0)),
    target: target === null ? null : at(target),
    expected: expected === null ? null : at(expected),
  };
}
