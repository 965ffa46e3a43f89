import type { FindingDraft } from '../finding';
import { referencesFor } from '../references';
import { atCells, madeRate, roleKey, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';

/** A share typed as a fraction is at most 1, or a little more for shares that may pass 100 %. */
const LARGEST_FRACTION = 1.5;
/** How near the other reading must come to a target or an earlier figure: between half of it and half as much again. */
const NEAR = 0.5;

/**
 * 0,945 typed for 94,5 %, or 9450 for 94,5 %. Only where the other reading fits what is known; differences in points
 * ("điểm %") are small by nature and never judged.
 */
export const percentRule: Rule = {
  code: 'V14',
  needs: [],
  *run(context) {
    for (const view of context.rows) {
      const { kind, unit } = view.indicator;
      if (unit !== '%' || (kind !== 'rate' && kind !== 'growth' && kind !== 'cohort')) continue;
      const draft = judge(context, view);
      if (draft) yield draft;
    }
  },
};

function judge(context: CheckContext, view: IndicatorRow): FindingDraft | null {
  const value = context.sound(view, 'cumulative');
  const reading = view.row.figures.cumulative?.reading;
  if (value === null || value === 0 || (reading?.kind === 'number' && reading.percent)) return null;
  const { max } = view.indicator.bounds;
  const other = Math.abs(value) <= LARGEST_FRACTION ? value * 100 : value > (max ?? 150) ? value / 100 : null;
  if (other === null) return null;
  const made = madeRate(context, view);
  const fits = made === null
    ? referencesFor(context, view, 'cumulative').some((reference) => near(other, reference.value) && !near(value, reference.value))
    : Math.abs(other - made) <= 1 + Math.abs(made) * 0.02 && Math.abs(other - made) < Math.abs(value - made);
  if (!fits) return null;
  const rounded = withoutNoise(other);
  return { code: 'V14', params: { role: 'cumulative', value, other: rounded }, ...atCells(view, ['cumulative']), found: value, expected: rounded, key: roleKey(view, 'cumulative') };
}

function near(value: number, reference: number): boolean {
  return Math.abs(value - reference) <= NEAR * Math.abs(reference);
}
