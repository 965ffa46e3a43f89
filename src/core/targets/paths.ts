import type { Catalogue, PastCumulative, ScenarioPoint } from '../catalogue/types';
import type { PastYear, PathwaySource, ScenarioValue } from './pathway';

const LAST_MONTH = 12;
const YEARS_BACK = [1, 2, 3] as const;

/** The paths that the catalogue knows for a year: its scenarios, and the three years before it. */
export function pathwaysOf({ scenarios, pastCumulatives }: Pick<Catalogue, 'scenarios' | 'pastCumulatives'>, year: number): PathwaySource {
  const points = new Map<string, ScenarioPoint[]>();
  for (const point of scenarios) points.set(point.indicator, [...(points.get(point.indicator) ?? []), point]);
  for (const given of points.values()) given.sort((a, b) => a.month - b.month);
  const past = new Map<string, number>();
  for (const each of pastCumulatives) past.set(keyOf(each), each.cumulative);
  return {
    scenario: (indicator, month): ScenarioValue | null => {
      const last = points.get(indicator)?.findLast((point) => point.month <= month);
      return last ? { month: last.month, value: last.value } : null;
    },
    years: (indicator, month) =>
      YEARS_BACK.flatMap((back): PastYear[] => {
        const at = (of: number): number | undefined => past.get(keyOf({ indicator, year: year - back, month: of }));
        const [toDate, fullYear] = [at(month), at(LAST_MONTH)];
        return toDate === undefined || fullYear === undefined || fullYear <= 0 || toDate > fullYear ? [] : [{ toDate, fullYear }];
      }),
  };
}

/**
 * The paths of one unit's own share of a flow: it is expected to come in as the whole does. `part` is the unit's plan
 * as a part of the province's target.
 */
export function pathwaysOfPart(whole: PathwaySource, part: number): PathwaySource {
  return {
    ...whole,
    scenario: (indicator, month): ScenarioValue | null => {
      const planned = whole.scenario?.(indicator, month) ?? null;
      return planned && { month: planned.month, value: planned.value * part };
    },
  };
}

function keyOf({ indicator, year, month }: Pick<PastCumulative, 'indicator' | 'year' | 'month'>): string {
  return `${indicator} ${year} ${month}`;
}
