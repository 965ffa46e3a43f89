import type { CatalogueIndex } from '../catalogue/types';
import type { Consolidation } from '../consolidation/types';
import { comparePeriods } from '../period';
import { assess } from './assess';
import type { PathwaySource } from './pathway';
import type { Assessment } from './types';

/** An assessment for every figure of a consolidation whose indicator the catalogue knows, in the same order. */
export function assessAll(consolidation: Consolidation, index: CatalogueIndex, pathways: PathwaySource = {}): readonly Assessment[] {
  const { period, figures, facts } = consolidation;
  const reported = new Set(facts.filter((fact) => fact.period.year === period.year && comparePeriods(fact.period, period) <= 0 && fact.role !== 'check').map((fact) => fact.indicator));
  return figures.flatMap((figure) => {
    const indicator = index.indicator(figure.indicator);
    if (!indicator) return [];
    const source = indicator.derivation?.of ?? indicator.code;
    return [assess({ indicator, figure, index, period, pathways, reported: reported.has(source) })];
  });
}
