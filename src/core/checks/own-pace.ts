import { requiredRoles } from '../catalogue/due';
import type { Indicator } from '../catalogue/types';
import type { ProvinceFigure } from '../consolidation/types';
import { assess } from '../targets/assess';
import type { PathwaySource } from '../targets/pathway';
import { pathwaysOf, pathwaysOfPart } from '../targets/paths';
import { madeRate, numberOf, type CheckContext, type IndicatorRow } from './rule';

/** A unit's own figure that is behind what could be expected of it by now. */
export interface Behind {
  readonly value: number;
  readonly expected: number;
  readonly pace: number | null;
  readonly far: boolean;
}

/**
 * Whether a unit is "chậm" or "chậm nhiều" with its own figure of a flow, rate or stock; null when it is not, or when
 * that cannot be judged: the figure is not due or in doubt, or nobody set the unit a plan. The unit's own plan counts:
 * its row in the table of unit plans, else the province's target where the unit answers for the whole of it, else the
 * plan on its form.
 */
export function behindOf(context: CheckContext, view: IndicatorRow): Behind | null {
  const { period, index } = context;
  const { assignment, indicator } = view;
  if (period === null || assignment === null || view.ordinal > 0) return null;
  if (indicator.kind !== 'flow' && indicator.kind !== 'rate' && indicator.kind !== 'stock') return null;
  if (requiredRoles(indicator, assignment, period).length === 0) return null;
  const value = madeRate(context, view) ?? context.sound(view, 'cumulative');
  const own = value === null ? null : withOwnTarget(context, view);
  if (value === null || own === null) return null;
  const figure: ProvinceFigure = {
    indicator: indicator.code, month: null, cumulative: value, lastYear: context.sound(view, 'lastYear'), numerator: null, denominator: null,
    asOf: period, coverage: 1, partsExpected: 1, partsUsed: 1, partsMissing: [], provisional: false, dueNow: true, sources: [],
  };
  const { state, expected, pace } = assess({ indicator: own, figure, index, period, pathways: pathwaysFor(context, indicator, own) });
  if ((state !== 'behind' && state !== 'farBehind') || expected === null) return null;
  return { value: shown(value, indicator), expected: shown(expected, indicator), pace, far: state === 'farBehind' };
}

/** As people write it: a rate of 83.9285714… is 83.93. */
function shown(value: number, { decimals }: Indicator): number {
  return Number(value.toFixed(Math.max(decimals, 2)));
}

/** What the unit leads follows the province's paths; its own share of a flow comes in as the whole is expected to. Other rates follow no scenario. */
function pathwaysFor({ index, period }: CheckContext, whole: Indicator, own: Indicator): PathwaySource {
  const source = period === null ? {} : pathwaysOf(index.catalogue, period.year);
  const [target, plan] = [whole.target, own.target];
  if (target?.kind !== 'number' || plan?.kind !== 'number' || target.value === plan.value) return source;
  if (whole.kind !== 'flow' || target.value === 0) return { years: source.years };
  return pathwaysOfPart(source, plan.value / target.value);
}

/** The indicator as it stands for this unit alone; where the year began is known for the province only. */
function withOwnTarget(context: CheckContext, { row, indicator, assignment }: IndicatorRow): Indicator | null {
  if (indicator.target?.kind === 'lastYear') return indicator;
  const leads = assignment?.role === 'lead';
  const plan = context.unit === null ? null : context.index.unitPlan(context.unit, indicator.code);
  if (plan === null && leads && indicator.target?.kind === 'number') return indicator;
  const stated = numberOf(row.figures.plan);
  // A rate is not shared out among districts: the province's own target on a part's form sets the part no plan.
  const provinces = !leads && indicator.target?.kind === 'number' && stated === indicator.target.value;
  const value = plan ?? (provinces ? null : stated);
  return value === null ? null : { ...indicator, target: { kind: 'number', value }, baseline: leads ? indicator.baseline : null };
}
