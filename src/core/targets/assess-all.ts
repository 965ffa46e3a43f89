import type { CatalogueIndex } from '../catalogue/types';
import type { Consolidation } from '../consolidation/types';
import { comparePeriods } from '../period';
import { assess } from './assess';
import { pathwaysOf } from './paths';
import { monthlySeries } from './series';
import type { Assessment } from './types';

/**
 * An assessment for every figure of a consolidation whose indicator the catalogue knows, in the same order. Paths are
 * the catalogue's own: its scenarios and past years.
 */
export function assessAll(consolidation: Consolidation, index: CatalogueIndex): readonly Assessment[] {
  const { period, figures, facts } = consolidation;
  const reported = new Set(facts.filter((fact) => fact.period.year === period.year && comparePeriods(fact.period, period) <= 0 && fact.role !== 'check').map((fact) => fact.indicator));
  const pathways = pathwaysOf(index.catalogue, period.year);
  const series = monthlySeries(facts, period);
  return figures.flatMap((figure) => {
    const indicator = index.indicator(figure.indicator);
    if (!indicator) return [];
    const source = indicator.derivation?.of ?? indicator.code;
    return [assess({ indicator, figure, index, period, pathways, series: series.get(indicator.code) ?? null, reported: reported.has(source) })];
  });
}
