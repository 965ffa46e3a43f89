import { lastDayOf } from '../catalogue/validity';
import type { CatalogueIndex, Indicator } from '../catalogue/types';
import type { ProvinceFigure } from '../consolidation/types';
import type { Period } from '../period';
import { cutOf, isInPoints, type Cut, type Cuts } from './cuts';
import { forecastOf, NO_FORECAST } from './forecast';
import { gapOf, isCeiling, meets, noise } from './met';
import { expectedAt, type Expectation, type PathwaySource } from './pathway';
import type { Assessment, AssessmentState } from './types';

export interface AssessInput {
  readonly indicator: Indicator;
  readonly figure: ProvinceFigure;
  readonly index: CatalogueIndex;
  /** The report month. */
  readonly period: Period;
  readonly pathways?: PathwaySource;
  /** For indicators without cuts of their own. */
  readonly cuts?: Cuts;
  /** Whether any unit reported it this year, even if it is held; by default whether there is a figure. */
  readonly reported?: boolean;
}

/** One figure that exists, with what it is judged against. */
interface Judged {
  readonly indicator: Indicator;
  readonly value: number;
  readonly month: number;
  /** The target of the year; null where it is last year's figure and the year is not over. */
  readonly target: number | null;
  readonly path: Expectation;
  readonly pace: number | null;
  readonly gapToDate: number | null;
}

const MONTHS = 12;

/** How far an indicator is from its target: to the year, and to what could be expected by the month of its figure. */
export function assess(input: AssessInput): Assessment {
  const { indicator, figure, period } = input;
  const value = figure.cumulative;
  const target = indicator.target?.kind === 'number' ? indicator.target.value : null;
  const bare: Assessment = {
    indicator: indicator.code,
    target,
    percentOfPlan: null,
    percentOfLastYear: null,
    expected: null,
    pathway: 'none',
    gap: null,
    gapToDate: null,
    pace: null,
    ...NO_FORECAST,
    state: 'noData',
    judgedAt: figure.asOf,
  };
  if (value === null) return { ...bare, state: isNotDue(input) ? 'notDue' : 'noData', ...expectationWithout(input, target) };
  const withRatio = { ...bare, percentOfLastYear: percentOfLastYear(indicator, figure) };
  const { better } = indicator;
  const month = figure.asOf?.month ?? period.month;
  if (better === null || indicator.operator === null) return { ...withRatio, state: 'cannotJudge' };
  const path = pathOf(input, target, month);
  if (target === null && path === null) return { ...withRatio, state: 'cannotJudge' };

  const known: Expectation = path ?? { pathway: 'none', expected: null, share: null };
  const gapToDate = known.expected === null ? null : gapOf(value, known.expected, better);
  const pace = paceOf(indicator, value, known);
  const judged: Judged = { indicator, value, month, target: target ?? (month === MONTHS ? known.expected : null), path: known, pace, gapToDate };
  return {
    ...withRatio,
    percentOfPlan: target === null ? null : percentOfPlan(indicator, value, target),
    expected: known.expected,
    pathway: known.pathway,
    gap: target === null ? null : gapOf(value, target, better),
    gapToDate,
    pace,
    ...forecastOf({ indicator, value, target, month, share: known.share }),
    state: stateOf(judged, cutOf(indicator, input.cuts)),
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
function expectationWithout(input: AssessInput, target: number | null): Pick<Assessment, 'expected' | 'pathway'> {
  if (target === null || isNotDue(input)) return { expected: null, pathway: 'none' };
  const { expected, pathway } = expectedAt(input.indicator, target, input.period.month, input.pathways);
  return { expected, pathway };
}

/** null: there is no target that a figure could be held against. */
function pathOf({ indicator, figure, index, pathways }: AssessInput, target: number | null, month: number): Expectation | null {
  switch (indicator.target?.kind) {
    case 'lastYear':
      // "Less than the same period last year": last year's figure at the same month, whatever its share of the year.
      return figure.lastYear === null ? null : { pathway: 'lastYear', expected: figure.lastYear, share: month / MONTHS };
    case 'number':
      return target === null ? null : likeWithLike(indicator, figure, index, expectedAt(indicator, target, month, pathways), target);
    case 'date':
    case undefined:
      return null;
  }
}

/**
 * While units are missing, the actual of those that reported is held against the expected of the same units, where
 * every one of them has a plan of its own (in the catalogue, else as its form states it). Without these plans the
 * whole target stands, and the figure is provisional. Share of the plan and gap to the year stay the province's.
 */
function likeWithLike(indicator: Indicator, figure: ProvinceFigure, index: CatalogueIndex, path: Expectation, target: number): Expectation {
  if (indicator.kind !== 'flow' || indicator.aggregation !== 'sum' || figure.partsMissing.length === 0 || path.expected === null || target === 0) return path;
  const plan = planOfSources(figure, index);
  return plan === null ? path : { ...path, expected: (path.expected / target) * plan };
}

/** Σ of the plans of the units whose figures are used; null where one of them has none. */
function planOfSources({ indicator, sources }: ProvinceFigure, index: CatalogueIndex): number | null {
  const plans = sources.map((source) => index.unitPlan(source.unit, indicator));
  const known = plans.filter((plan) => plan !== null);
  return known.length === 0 || known.length < plans.length ? null : known.reduce((sum, plan) => sum + plan, 0);
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

/** The states in the order of the spec, for a figure that exists and can be judged. */
function stateOf(judged: Judged, { onTrack, behind }: Cut): AssessmentState {
  const { indicator, value, target, month, pace, gapToDate } = judged;
  const yearIsOver = month === MONTHS;
  if (indicator.operator !== null && target !== null && (!isCeiling(indicator) || yearIsOver)) {
    if (meets(value, indicator.operator, target, indicator.better, indicator.tolerance)) return 'met';
    // A ceiling that was passed at the end of the year cannot be caught up with.
    if (isCeiling(indicator)) return 'notMet';
  }
  const inPoints = isInPoints(indicator);
  if (inPoints ? gapToDate === null : pace === null) return 'notMet';
  if (isWorsening(indicator, value)) return 'worsening';
  if (inPoints) return byCuts(gapToDate ?? 0, -onTrack, -behind);
  return byCuts(pace ?? 0, onTrack, behind);
}

/**
 * Where the year started from, for what can move away from its target; null for the rest. Flows start each year from
 * nothing. The baseline of a change is the rate that it is measured from, so that no change at all stands at zero.
 */
export function startOf({ kind, baseline }: Indicator): number | null {
  if (baseline === null || (kind !== 'stock' && kind !== 'rate' && kind !== 'change')) return null;
  return kind === 'change' ? 0 : baseline;
}

/** Away from the target, seen from the end of last year. */
function isWorsening(indicator: Indicator, value: number): boolean {
  const start = startOf(indicator);
  if (start === null) return false;
  return indicator.better === 'down' ? value > start + noise(start) : value < start - noise(start);
}

function byCuts(measure: number, onTrack: number, behind: number): AssessmentState {
  if (measure >= onTrack - noise(onTrack)) return 'onTrack';
  return measure >= behind - noise(behind) ? 'behind' : 'farBehind';
}
