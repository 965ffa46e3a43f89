import type { FindingDraft, FindingParams } from '../finding';
import { atCells, madeRate, numberOf, roleKey, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';
import type { FigureRole } from '../../report/types';

/** Percentages far above 100 are rounded more coarsely, whatever the points that the catalogue allows. */
const SHARE = 0.001;

/** What is stated beside the figures, recomputed: the rate, the share of the plan, the comparison with last year. */
export const statedRule: Rule = {
  code: 'L07',
  needs: [],
  *run(context) {
    for (const view of context.rows) {
      if (view.ordinal > 0) continue;
      const made = madeRate(context, view);
      const stated = context.sound(view, 'cumulative');
      if (made !== null && stated !== null) yield* compare(context, view, 'rate', ['cumulative', 'numerator', 'denominator'], stated, [made]);
      yield* percentages(context, view);
    }
  },
};

/** Only flows and stocks are shares of a plan; a percentage whose base is blank or in doubt cannot be judged. */
function* percentages(context: CheckContext, view: IndicatorRow): Generator<FindingDraft> {
  const { kind } = view.indicator;
  const value = context.sound(view, 'cumulative');
  if (value === null || (kind !== 'flow' && kind !== 'stock')) return;
  const plan = context.sound(view, 'plan');
  const ofPlan = numberOf(view.row.figures.percentOfPlan);
  if (plan !== null && plan !== 0 && ofPlan !== null) yield* compare(context, view, 'percentOfPlan', ['percentOfPlan', 'cumulative', 'plan'], ofPlan, [(value / plan) * 100]);
  const lastYear = context.sound(view, 'lastYear');
  const ofLastYear = numberOf(view.row.figures.percentOfLastYear);
  if (lastYear !== null && lastYear !== 0 && ofLastYear !== null) {
    // "So với cùng kỳ" is an index (110,5) in some forms and a growth (10,5) in others.
    const index = (value / lastYear) * 100;
    yield* compare(context, view, 'percentOfLastYear', ['percentOfLastYear', 'cumulative', 'lastYear'], ofLastYear, [index, index - 100]);
  }
}

function* compare(context: CheckContext, view: IndicatorRow, what: FindingParams['L07']['what'], roles: readonly FigureRole[], stated: number, meanings: readonly [number, ...number[]]): Generator<FindingDraft> {
  // Rounding and truncation in print: 64 of 92 appears as 69,5.
  const { percentPoints } = context.index.catalogue.thresholds;
  const tolerance = (computed: number): number => Math.max(percentPoints, Math.abs(computed) * SHARE) + 1e-9;
  if (meanings.some((computed) => Math.abs(stated - computed) <= tolerance(computed))) return;
  const computed = withoutNoise(meanings[0]);
  yield { code: 'L07', params: { what, stated, computed }, ...atCells(view, roles), found: stated, expected: computed, key: roleKey(view, '') + what };
}
