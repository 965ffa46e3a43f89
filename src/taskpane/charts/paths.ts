import { indexCatalogue } from '../../core/catalogue/index-catalogue';
import type { Preview } from '../../commands/types';
import { monthlyPaths, type PathPoint } from '../../core/targets/monthly-paths';
import type { Score } from '../targets/scores';
import { withUnit } from '../targets/words';
import type { Text } from '../text';

/** One small picture: an indicator and its year. */
export interface Picture {
  readonly score: Score;
  readonly points: readonly PathPoint[];
}

/** The pictures of the scores shown, in their order; an indicator without any month of its own has none. */
export function picturesOf(preview: Preview, scores: readonly Score[]): readonly Picture[] {
  const paths = monthlyPaths(indexCatalogue(preview.catalogue), preview.consolidation);
  return scores.flatMap((score) => {
    const points = paths.get(score.indicator.code) ?? [];
    return points.some((point) => point.actual !== null) ? [{ score, points }] : [];
  });
}

/** Everything that the picture shows, in words. */
export function pictureWords({ score, points }: Picture, text: Text): string {
  const { t } = text;
  const { indicator, assessment } = score;
  const value = (number: number): string => withUnit(number, indicator.decimals, '', text);
  const reported = points.filter((point) => point.actual !== null);
  const words = reported.map(({ month, actual, partial, planned, lastYear }) =>
    t('charts.point', {
      month, value: value(actual ?? 0), partial: partial ? t('charts.pointPartial') : '',
      planned: planned === null ? '' : t('charts.pointPlanned', { value: value(planned) }),
      lastYear: lastYear === null ? '' : t('charts.pointLastYear', { value: value(lastYear) }),
    }),
  );
  return t('charts.of', { name: indicator.short, unit: indicator.unit, points: words.join('; '), state: t(`state.${assessment.state}`) });
}

/** Steps of an axis that people read at a glance. */
const ROUND = [1, 2, 2.5, 5, 10];

/** The axis of a picture: two round steps that hold every value; a flow stands on zero. */
export function spanOf({ score, points }: Picture): { readonly low: number; readonly high: number } {
  const values = points.flatMap(({ actual, planned, lastYear }) => [actual, planned, lastYear]).filter((value) => value !== null);
  const least = Math.min(...values, ...(score.indicator.kind === 'flow' || score.indicator.kind === 'cohort' ? [0] : []));
  const most = Math.max(...values);
  const rough = (most - least || Math.abs(most) * 0.1 || 1) / 2;
  const power = 10 ** Math.floor(Math.log10(rough));
  for (const times of [...ROUND, ...ROUND.map((each) => each * 10)]) {
    const step = power * times;
    const low = Math.floor(least / step + 1e-9) * step;
    if (low + 2 * step >= most - step * 1e-9) return { low, high: low + 2 * step };
  }
  return { low: least, high: most };
}
