import { lastDayOf } from '../catalogue/validity';
import type { CatalogueIndex, Indicator } from '../catalogue/types';
import type { ProvinceFigure } from '../consolidation/types';
import type { Period } from '../period';
import { cutOf, type Cuts } from './cuts';
import { forecastOf, NO_FORECAST, type Forecast } from './forecast';
import { partReported } from './like-with-like';
import { gapOf, isCeiling } from './met';
import { milestoneState } from './milestone';
import { expectedAt, NO_PATH, shareAt, usualShare, usualShares, type Expectation, type PathwaySource } from './pathway';
import type { MonthlySeries } from './series';
import { stateOf } from './state';
import type { Assessment } from './types';

export interface AssessInput {
  readonly indicator: Indicator;
  readonly figure: ProvinceFigure;
  readonly index: CatalogueIndex;
  /** The report month. */
  readonly period: Period;
  readonly pathways?: PathwaySource;
  /** The indicator's months up to the report month, for slopes. */
  readonly series?: MonthlySeries | null;
  /** For indicators without cuts of their own. */
  readonly cuts?: Cuts;
  /** Whether any unit reported it this year, even if it is held; by default whether there is a figure. */
  readonly reported?: boolean;
}

const MONTHS = 12;

/** How far an indicator is from its target: to the year, and to what could be expected by the month of its figure. */
export function assess(input: AssessInput): Assessment {
  const { indicator, figure, index, period } = input;
  const value = figure.cumulative;
  const target = indicator.target?.kind === 'number' ? indicator.target.value : null;
  const bare: Assessment = {
    indicator: indicator.code,
    target,
    percentOfPlan: null,
    percentOfLastYear: null,
    ...NO_PATH,
    part: null,
    gap: null,
    gapToDate: null,
    pace: null,
    ...NO_FORECAST,
    state: 'noData',
    judgedAt: figure.asOf,
  };
  if (value === null) return { ...bare, state: isNotDue(input) ? 'notDue' : 'noData', ...expectationWithout(input, target) };
  if (indicator.target?.kind === 'date') return { ...bare, state: milestoneState(value, indicator.operator, indicator.target.date) };
  const withRatio = { ...bare, percentOfLastYear: percentOfLastYear(indicator, figure) };
  const { better } = indicator;
  const month = figure.asOf?.month ?? period.month;
  if (better === null || indicator.operator === null) return { ...withRatio, state: 'cannotJudge' };
  const whole = pathOf(input, target, month);
  if (target === null && whole === null) return { ...withRatio, state: 'cannotJudge' };

  const part = target === null ? null : partReported(indicator, figure, index, target);
  const path = whole === null || whole.expected === null ? NO_PATH : { ...whole, expected: whole.expected * (part ?? 1) };
  const gapToDate = path.expected === null ? null : gapOf(value, path.expected, better);
  const pace = paceOf(indicator, value, path);
  const yearTarget = target ?? (month === MONTHS ? path.expected : null);
  return {
    ...withRatio,
    percentOfPlan: target === null ? null : percentOfPlan(indicator, value, target),
    ...path,
    part,
    gap: target === null ? null : gapOf(value, target, better),
    gapToDate,
    pace,
    ...forecastFor(input, value, target, month),
    state: stateOf({ indicator, value, month, target: yearTarget, pace, gapToDate }, cutOf(indicator, input.cuts)),
  };
}

/**
 * Not due and never reported. A milestone with a date is due on that date, though no figure is asked of it: until then
 * it is not due; once the date has passed, "no data" says that nobody can tell here whether it was reached.
 */
function isNotDue({ indicator, figure, period, reported }: AssessInput): boolean {
  if (indicator.target?.kind === 'date') return lastDayOf(period) <= indicator.target.date;
  return !figure.dueNow && !(reported ?? false);
}

/** What would be expected by the report month is worth showing beside a missing figure that is due. */
function expectationWithout(input: AssessInput, target: number | null): Expectation {
  if (target === null || isNotDue(input)) return NO_PATH;
  return expectedAt(input.indicator, target, input.period.month, input.pathways);
}

/** null: there is no target that a figure could be held against. */
function pathOf({ indicator, figure, pathways }: AssessInput, target: number | null, month: number): Expectation | null {
  switch (indicator.target?.kind) {
    case 'lastYear':
      // "Less than the same period last year": last year's figure at the same month, whatever its share of the year.
      return figure.lastYear === null ? null : { ...NO_PATH, pathway: 'lastYear', expected: figure.lastYear };
    case 'number':
      return target === null ? null : expectedAt(indicator, target, month, pathways);
    case 'date':
    case undefined:
      return null;
  }
}

function forecastFor({ indicator, figure, index, period, pathways, series }: AssessInput, value: number, target: number | null, month: number): Forecast {
  const share = shareAt(indicator, target, month, pathways);
  const years = pathways?.years?.(indicator.code, month) ?? [];
  const usual = usualShare(years);
  const otherShares = share?.by === 'seasonal' ? usualShares(years) : share?.by === 'scenario' && usual !== null ? [usual] : [];
  const { numerator, denominator } = figure;
  const yearDenominator = figure.partsMissing.length > 0 ? null : index.denominator(indicator.code, lastDayOf({ year: period.year, month: MONTHS }));
  const ratio = numerator === null || denominator === null || yearDenominator === null ? null : { numerator, denominator, yearDenominator };
  // The parts of a flow may be others each month: only the full number of them is surely the same.
  const units = indicator.kind === 'flow' && figure.partsMissing.length > 0 ? 0 : figure.partsUsed;
  return forecastOf({ indicator, value, target, month, share, otherShares, series, units, ratio });
}

/** 1 = on plan; null where nothing sets a pace. */
function paceOf(indicator: Indicator, value: number, { expected }: Expectation): number | null {
  if (expected === null) return null;
  switch (indicator.kind) {
    case 'flow':
      if (isCeiling(indicator)) return value === 0 ? 1 : expected / value;
      return expected === 0 ? null : value / expected;
    case 'cohort':
      return expected === 0 ? null : value / expected;
    case 'stock': {
      const baseline = indicator.baseline ?? expected;
      return expected === baseline ? null : (value - baseline) / (expected - baseline);
    }
    case 'rate':
    case 'growth':
    case 'change':
    case 'milestone':
      return null;
  }
}

/** A flow's share of the year's target; of a reduction from a baseline, how much of the way is done. */
function percentOfPlan(indicator: Indicator, value: number, target: number): number | null {
  if (indicator.kind === 'flow') return target === 0 ? null : (value / target) * 100;
  const { baseline } = indicator;
  if (indicator.better !== 'down' || baseline === null || baseline === target) return null;
  return ((baseline - value) / (baseline - target)) * 100;
}

function percentOfLastYear(indicator: Indicator, { cumulative, lastYear }: ProvinceFigure): number | null {
  if (indicator.kind !== 'flow' && indicator.kind !== 'stock') return null;
  return cumulative === null || lastYear === null || lastYear === 0 ? null : (cumulative / lastYear) * 100;
}
