import type { CatalogueIndex, Indicator } from '../catalogue/types';
import { isInForce, lastDayOf } from '../catalogue/validity';
import type { FindingDraft } from '../checks/finding';
import type { Period } from '../period';

/**
 * G10: the units' plans together against the province's target, of what is added up. Judged only where every part in
 * force has a plan; rates have no sum. Of "≈" the declared tolerance holds where it is the wider.
 */
export function planFindings(index: CatalogueIndex, period: Period): readonly FindingDraft[] {
  const { indicators, thresholds } = index.catalogue;
  return indicators.flatMap((indicator): FindingDraft[] => {
    if (indicator.aggregation !== 'sum' || indicator.target?.kind !== 'number' || !isInForce(indicator, lastDayOf(period))) return [];
    const target = indicator.target.value;
    const plans = plansOf(indicator, index, period);
    if (plans === null) return [];
    const sum = Number(plans.reduce((so, plan) => so + plan, 0).toPrecision(12));
    const share = indicator.operator === '~' ? Math.max(thresholds.unitPlanShare, indicator.tolerance ?? 0) : thresholds.unitPlanShare;
    if (Math.abs(sum - target) <= share * Math.abs(target) + 1e-9) return [];
    return [{ code: 'G10', params: { sum, target, units: plans.length }, indicator: indicator.code, found: sum, expected: target }];
  });
}

/** The plan of every part in force; null when one of them has none. */
function plansOf(indicator: Indicator, index: CatalogueIndex, period: Period): readonly number[] | null {
  const plans: number[] = [];
  for (const { unit, role } of index.contributors(indicator.code)) {
    const reporting = unit === null ? null : index.unit(unit);
    if (role !== 'part' || !reporting || !isInForce(reporting, lastDayOf(period))) continue;
    const plan = index.unitPlan(reporting.code, indicator.code);
    if (plan === null) return null;
    plans.push(plan);
  }
  return plans.length === 0 ? null : plans;
}
