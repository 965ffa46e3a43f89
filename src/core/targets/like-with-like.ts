import type { CatalogueIndex, Indicator } from '../catalogue/types';
import type { ProvinceFigure } from '../consolidation/types';

/**
 * While units are missing, the actual of those that reported is held against the expected of the same units, where
 * every one of them has a plan of its own (in the catalogue, else as its form states it). Gives their plans as a part
 * of the target. null: nobody is missing or a plan is unknown; then the whole target stands, and the figure is
 * provisional. Share of the plan and gap to the year stay the province's.
 */
export function partReported(indicator: Indicator, figure: ProvinceFigure, index: CatalogueIndex, target: number): number | null {
  if (indicator.kind !== 'flow' || indicator.aggregation !== 'sum' || figure.partsMissing.length === 0 || target === 0) return null;
  const plan = planOfSources(figure, index);
  return plan === null ? null : plan / target;
}

/**
 * Whether a sum that lacks parts is held against a target that does not: being behind then says nothing but that
 * somebody is missing. A stock lacks a part that never said how many there are; of a flow only what is due can lack.
 */
export function isUnlike(indicator: Indicator, figure: ProvinceFigure, index: CatalogueIndex): boolean {
  if (indicator.aggregation !== 'sum') return false;
  if (indicator.kind !== 'flow') return figure.partsMissing.length > 0;
  return figure.provisional && figure.partsMissing.length > 0 && planOfSources(figure, index) === null;
}

/** Σ of the plans of the units whose figures are used; null where one of them has none. */
function planOfSources({ indicator, sources }: ProvinceFigure, index: CatalogueIndex): number | null {
  const plans = sources.map((source) => index.unitPlan(source.unit, indicator));
  const known = plans.filter((plan) => plan !== null);
  return known.length === 0 || known.length < plans.length ? null : known.reduce((sum, plan) => sum + plan, 0);
}
