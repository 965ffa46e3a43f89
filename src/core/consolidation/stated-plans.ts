import type { CatalogueIndex, UnitPlan } from '../catalogue/types';
import { numberIn } from './row-values';
import type { CheckedReport } from './types';

/**
 * The units' own shares of a target as their forms state them in "Kế hoạch năm", for the indicators that are summed
 * and for which the catalogue has no plan of that unit. The catalogue's own table stays the authority; where it is
 * silent, this is the only thing that lets the figures of the units that reported be held against what was expected of
 * the same units, without imputing anything. The latest month's form counts.
 *
 * A plan as large as the province's target is not a share, whatever the form says, and is left out; so are forms that
 * are held as a whole.
 */
export function statedPlans(reports: readonly CheckedReport[], index: CatalogueIndex): readonly UnitPlan[] {
  const plans = new Map<string, UnitPlan>();
  for (const { report, result } of reports) {
    const { unit } = report;
    if (unit === null || result.findings.some((finding) => finding.held && (finding.scope === 'file' || finding.scope === 'sheet'))) continue;
    for (const row of report.rows) {
      if (row.match.how === 'none' || row.match.how === 'approximate') continue;
      const indicator = index.indicator(row.match.indicator);
      if (indicator?.aggregation !== 'sum' || index.assignment(unit, indicator.code)?.role !== 'part' || index.unitPlan(unit, indicator.code) !== null) continue;
      const plan = numberIn(row, 'plan');
      const whole = indicator.target?.kind === 'number' ? indicator.target.value : null;
      if (plan === null || plan <= 0 || whole === null || plan >= whole) continue;
      plans.set(`${unit}|${indicator.code}`, { unit, indicator: indicator.code, plan });
    }
  }
  return [...plans.values()];
}
