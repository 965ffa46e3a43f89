import { coverageOf } from '../consolidation/coverage';
import { factsByPart, provinceFigures } from '../consolidation/figure';
import type { Consolidation, Fact, ProvinceFigure } from '../consolidation/types';
import type { CatalogueIndex } from '../catalogue/types';
import type { Period } from '../period';
import { assessAll } from '../targets/assess-all';
import type { Assessment } from '../targets/types';

/** The province at one month, as the facts that are stored make it. */
export interface ProvinceAt {
  readonly period: Period;
  readonly figures: ReadonlyMap<string, ProvinceFigure>;
  readonly assessments: ReadonlyMap<string, Assessment>;
}

/**
 * Every figure and how far it is from its target at any month of the year, from stored facts alone: no report is read,
 * nothing is checked. The same rules as a consolidation of that month.
 */
export function provinceAt(index: CatalogueIndex, facts: readonly Fact[], period: Period): ProvinceAt {
  const figures = provinceFigures(index, period, factsByPart(facts, period));
  const { units } = coverageOf({ index, period, reports: [], facts, wordsReceived: [] });
  const consolidation: Consolidation = { period, units, figures, facts, held: [], changes: [], findings: [] };
  return {
    period,
    figures: new Map(figures.map((figure) => [figure.indicator, figure])),
    assessments: new Map(assessAll(consolidation, index).map((assessment) => [assessment.indicator, assessment])),
  };
}
