import type { Indicator } from '../../catalogue/types';
import type { FindingDraft, FindingParams } from '../finding';
import { atCells, madeRate, nearlyEqual, roleKey, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';
import { isInside } from './bounds';

const WHOLE = 100;
/** Of a handful of zones or schools, all is nothing unusual. */
const FEW = 10;

/** A share of a whole; other rates (per 10,000) have no natural ceiling. */
function isShare({ unit, kind }: Indicator): boolean {
  return unit === '%' && (kind === 'rate' || kind === 'cohort');
}

/**
 * A value that can be, and hardly is: outside the catalogue's band, or a share over 100 % where the bounds leave room
 * for one (insured against resident). What is out of bounds or in doubt has been said already; blanks are not judged.
 */
const outsideBand: Rule = {
  code: 'L08',
  needs: [],
  *run(context) {
    for (const view of context.rows) {
      const { plausible, bounds } = view.indicator;
      const min = plausible?.min ?? null;
      const max = plausible?.max ?? (isShare(view.indicator) ? WHOLE : null);
      if (min === null && max === null) continue;
      const made = madeRate(context, view);
      const value = made ?? context.sound(view, 'cumulative');
      if (value === null || !isInside(value, bounds) || isInside(value, { min, max, minExclusive: false, maxExclusive: false })) continue;
      const rounded = withoutNoise(value);
      yield { code: 'L08', params: { value: rounded, min, max }, ...atCells(view, made === null ? ['cumulative'] : ['cumulative', 'numerator', 'denominator']), found: rounded, key: roleKey(view, '') };
    }
  },
};

/**
 * The plan copied into the actual, or a rate of exactly 100 %. Not for counts that stand at their target and stay
 * there (68 of 68 communes), nor for small numbers, where meeting the plan exactly is no coincidence to wonder at.
 * A rate that numerator and denominator make is judged by what they make, not by how it was rounded.
 */
const tooExact: Rule = {
  code: 'L13',
  needs: [],
  *run(context) {
    for (const view of context.rows) {
      const draft = judge(context, view);
      if (draft) yield draft;
    }
  },
};

function judge(context: CheckContext, view: IndicatorRow): FindingDraft | null {
  const { indicator } = view;
  const made = madeRate(context, view);
  const value = made ?? context.sound(view, 'cumulative');
  if (value === null || value === 0 || indicator.kind === 'milestone') return null;
  if (isShare(indicator) && nearlyEqual(value, WHOLE)) {
    const of = context.sound(view, 'denominator');
    return of !== null && of < FEW ? null : tooExactAt(view, value, 'fullRate', WHOLE);
  }
  const staysThere = indicator.kind === 'stock' && indicator.decimals === 0;
  const plan = plannedFor(context, view);
  if (plan === null || staysThere || !nearlyEqual(value, plan) || (indicator.decimals === 0 && plan < FEW)) return null;
  return tooExactAt(view, value, 'equalsPlan', withoutNoise(value));
}

function tooExactAt(view: IndicatorRow, found: number, reason: FindingParams['L13']['reason'], value: number): FindingDraft {
  return { code: 'L13', params: { reason, value }, ...atCells(view, ['cumulative']), found: withoutNoise(found), key: roleKey(view, '') };
}

/** What the form says, else the unit's own share, else the target of whoever answers for the province. */
function plannedFor(context: CheckContext, view: IndicatorRow): number | null {
  const stated = context.sound(view, 'plan');
  if (stated !== null) return stated;
  const own = context.unit === null ? null : context.index.unitPlan(context.unit, view.indicator.code);
  if (own !== null) return own;
  const { target } = view.indicator;
  return view.assignment?.role === 'lead' && target?.kind === 'number' ? target.value : null;
}

export const plausibleRules: readonly Rule[] = [outsideBand, tooExact];
