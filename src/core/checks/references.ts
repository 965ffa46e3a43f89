import type { FigureRole } from '../report/types';
import { latestBefore } from './history';
import { numberOf, type CheckContext, type IndicatorRow } from './rule';

/** Something that a figure should be of the same order as. */
export interface Reference {
  readonly against: 'target' | 'history' | 'lastYear';
  readonly value: number;
  /** Stands in the form itself, where everything may be in one wrong unit. */
  readonly fromForm: boolean;
}

/** Half the year, where nobody says which month it is. */
const SOME_MONTH = 6;

/**
 * What a figure can be held against, by role: the unit's own earlier figures, its plan for the year (its own share, or
 * the province's target for a lead) and last year's figure in the same row. Flows are scaled to the month. Only orders
 * of magnitude are meant, so zero and negative references are left out.
 */
export function referencesFor(context: CheckContext, view: IndicatorRow, role: FigureRole): readonly Reference[] {
  const { kind } = view.indicator;
  const month = context.period?.month ?? SOME_MONTH;
  const plan = plannedFor(context, view);
  const year = plan?.value ?? null;
  const lastYear = numberOf(view.row.figures.lastYear);
  const references: { against: Reference['against']; value: number | null | undefined }[] = [];
  const climbs = kind === 'flow' || kind === 'cohort';
  switch (role) {
    case 'cumulative': {
      const before = earlier(context, view, 'cumulative');
      references.push(
        { against: 'history', value: before && (climbs ? (before.value * month) / before.month : before.value) },
        { against: 'target', value: year !== null && climbs ? (year * month) / 12 : year },
        { against: 'lastYear', value: lastYear },
      );
      break;
    }
    case 'month':
      references.push(
        { against: 'history', value: earlier(context, view, 'month')?.value },
        { against: 'target', value: year === null ? null : year / 12 },
        { against: 'lastYear', value: lastYear === null ? null : lastYear / month },
      );
      break;
    case 'lastYear': {
      const before = earlier(context, view, 'lastYear');
      references.push(
        { against: 'history', value: before && (climbs ? (before.value * month) / before.month : before.value) },
        { against: 'target', value: year !== null && climbs ? (year * month) / 12 : year },
      );
      break;
    }
    case 'numerator':
    case 'denominator':
      references.push({ against: 'history', value: earlier(context, view, role)?.value });
      break;
    case 'plan':
    case 'previousMonth':
    case 'previousCumulative':
    case 'percentOfPlan':
    case 'percentOfLastYear':
      break;
  }
  return references.flatMap(({ against, value }) => (typeof value === 'number' && value > 0 ? [{ against, value, fromForm: against === 'lastYear' || (against === 'target' && plan?.fromForm === true) }] : []));
}

/** The unit's latest earlier figure of the year. */
function earlier(context: CheckContext, view: IndicatorRow, pick: 'month' | 'cumulative' | 'lastYear' | 'numerator' | 'denominator'): { readonly value: number; readonly month: number } | null {
  if (context.unit === null || context.period === null) return null;
  const fact = latestBefore(context.history, context.unit, view.indicator.code, context.period, (each) => each.used && each[pick] !== null);
  const value = fact?.[pick];
  return fact && typeof value === 'number' ? { value, month: fact.period.month } : null;
}

/** The unit's own plan for the year: its share, else the target where the unit answers for the province, else the form's. */
function plannedFor(context: CheckContext, view: IndicatorRow): { readonly value: number; readonly fromForm: boolean } | null {
  const { target, code } = view.indicator;
  const own = context.unit === null ? null : context.index.unitPlan(context.unit, code);
  if (own !== null) return { value: own, fromForm: false };
  const perUnit = view.indicator.kind === 'flow' || view.indicator.kind === 'stock';
  const answersForProvince = view.assignment !== null && view.assignment.role !== 'part';
  if (target?.kind === 'number' && (answersForProvince || !perUnit)) return { value: target.value, fromForm: false };
  const stated = numberOf(view.row.figures.plan);
  return stated === null ? null : { value: stated, fromForm: true };
}
