import type { Finding } from '../checks/finding';
import { makeFinding } from '../checks/make';
import type { Consolidation } from '../consolidation/types';
import type { Assessment } from './types';

/** G05: indicators that are behind, or far behind, what could be expected by now. */
export function targetFindings(assessments: readonly Assessment[], consolidation: Consolidation): readonly Finding[] {
  const figures = new Map(consolidation.figures.map((figure) => [figure.indicator, figure]));
  return assessments.flatMap(({ indicator, state, expected, pace }): Finding[] => {
    const value = figures.get(indicator)?.cumulative ?? null;
    if ((state !== 'behind' && state !== 'farBehind') || value === null || expected === null) return [];
    return [makeFinding({ code: 'G05', params: { value, expected, pace, far: state === 'farBehind' }, indicator, found: value, expected }, { file: '', sheet: '', unit: null, period: consolidation.period })];
  });
}
