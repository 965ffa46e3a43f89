import type { Fact } from '../../consolidation/types';
import { previousPeriod, type Period } from '../../period';
import { latestBefore } from '../history';
import { atCells, nearlyEqual, numberOf, roundingTolerance, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';
import { isAnotherScale } from './scale';

/** The first monthly report of a year is February's, with January inside its cumulative. */
const FIRST_REPORT_MONTH = 2;

const flowsOf = (context: CheckContext): readonly IndicatorRow[] => context.rows.filter((row) => row.ordinal === 0 && row.indicator.kind === 'flow');

/**
 * The month typed again as the cumulative, or the reverse. In the year's first report the two are rightly equal; later
 * ones are told by an earlier cumulative above zero, or, where nothing earlier is known, by the month of the year.
 */
const monthIsCumulative: Rule = {
  code: 'T09',
  needs: ['period'],
  *run(context) {
    if (!context.period || context.period.month <= FIRST_REPORT_MONTH) return;
    for (const view of flowsOf(context)) {
      const month = context.sound(view, 'month');
      const cumulative = context.sound(view, 'cumulative');
      if (month === null || cumulative === null || cumulative === 0 || !nearlyEqual(month, cumulative)) continue;
      if (!hadFiguresBefore(context, view, context.period)) continue;
      yield { code: 'T09', params: { value: cumulative }, ...atCells(view, ['month', 'cumulative']), found: cumulative };
    }
  },
};

function hadFiguresBefore(context: CheckContext, view: IndicatorRow, period: Period): boolean {
  const { previousMonth, previousCumulative } = view.row.figures;
  const stated = [numberOf(previousMonth), numberOf(previousCumulative)].filter((value) => value !== null);
  if (stated.some((value) => value > 0)) return true;
  const earlier = context.unit === null ? null : latestBefore(context.history, context.unit, view.indicator.code, period, (fact) => fact.cumulative !== null);
  if (earlier) return (earlier.cumulative ?? 0) > 0;
  return stated.length === 0 && view.assignment?.due === 'M';
}

/** What stood at the end of an earlier month, as the report restates it, else as it was stored. */
interface Before {
  readonly cumulative: number;
  readonly period: Period;
  readonly isLastMonth: boolean;
}

function before(context: CheckContext, view: IndicatorRow): Before | null {
  const { unit, period } = context;
  if (unit === null || period === null || period.month === 1) return null;
  const last = previousPeriod(period);
  const restated = context.sound(view, 'previousCumulative');
  const stored = context.history.fact(unit, view.indicator.code, last);
  if (restated !== null && !isAnotherScale(restated, stored?.cumulative ?? restated)) return { cumulative: restated, period: last, isLastMonth: true };
  const fact = latestBefore(context.history, unit, view.indicator.code, period, (each) => each.used && each.cumulative !== null);
  if (!fact || fact.cumulative === null) return null;
  const isLastMonth = fact.period.month === last.month;
  const revision = isLastMonth ? revisionOf(context, view, fact) : 0;
  return { cumulative: fact.cumulative + revision, period: fact.period, isLastMonth };
}

/** Last month restated differs from last month as stored: the cumulative moves by as much. A thousand times as much is a slip (T04), and nothing follows from it. */
function revisionOf(context: CheckContext, view: IndicatorRow, fact: Fact): number {
  const restated = context.sound(view, 'previousMonth');
  return restated === null || fact.month === null || nearlyEqual(restated, fact.month) || isAnotherScale(restated, fact.month) ? 0 : restated - fact.month;
}

const fallingCumulative: Rule = {
  code: 'T01',
  needs: ['unit', 'period', 'history'],
  *run(context) {
    for (const view of flowsOf(context)) {
      const value = context.sound(view, 'cumulative');
      const earlier = value === null ? null : before(context, view);
      if (value === null || !earlier || value >= earlier.cumulative || nearlyEqual(value, earlier.cumulative)) continue;
      yield {
        code: 'T01',
        params: { previous: withoutNoise(earlier.cumulative), previousPeriod: earlier.period, value },
        ...atCells(view, ['cumulative']),
        found: value,
        expected: withoutNoise(earlier.cumulative),
      };
    }
  },
};

/** Judged only where last month's cumulative and this month's figure are both known; nothing is taken for zero. */
const brokenSum: Rule = {
  code: 'T02',
  needs: ['unit', 'period', 'history'],
  *run(context) {
    for (const view of flowsOf(context)) {
      const value = context.sound(view, 'cumulative');
      const month = context.sound(view, 'month');
      const earlier = value === null || month === null ? null : before(context, view);
      if (value === null || month === null || !earlier?.isLastMonth) continue;
      const difference = withoutNoise(value - earlier.cumulative - month);
      if (Math.abs(difference) <= roundingTolerance(2, view.indicator.decimals)) continue;
      yield {
        code: 'T02',
        params: { previous: withoutNoise(earlier.cumulative), previousPeriod: earlier.period, month, value, difference },
        ...atCells(view, ['month', 'cumulative']),
        found: value,
        expected: withoutNoise(earlier.cumulative + month),
      };
    }
  },
};

export const seriesRules: { readonly beforeIdentities: readonly Rule[]; readonly afterIdentities: readonly Rule[] } = {
  beforeIdentities: [monthIsCumulative],
  afterIdentities: [fallingCumulative, brokenSum],
};
