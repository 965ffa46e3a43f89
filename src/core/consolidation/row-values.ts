import type { Assignment, Indicator } from '../catalogue/types';
import type { History } from '../checks/history';
import { previousPeriod, type Period } from '../period';
import type { FigureRole, MissingState, Reading, ReportRow } from '../report/types';
import { rounded } from './arithmetic';
import type { Fact, FactFigure, FactValues } from './types';

export const FACT_FIGURES: readonly FactFigure[] = ['month', 'cumulative', 'lastYear', 'numerator', 'denominator'];

/** What one row says, after the rules for made and filled-in figures. */
export interface RowValues {
  readonly values: FactValues;
  readonly state: 'figure' | MissingState;
  readonly computed: boolean;
  readonly cells: Fact['cells'];
}

export interface RowPlace {
  readonly unit: string;
  readonly period: Period;
  readonly indicator: Indicator;
  readonly assignment: Assignment;
  readonly history: History;
}

/** Numbers that the analyst decided on, in place of what the cells say. */
export type Replacements = Readonly<Partial<Record<FactFigure, number>>>;

const BLANK: Reading = { kind: 'blank' };

function readingOf(row: ReportRow, role: FigureRole): Reading {
  return row.figures[role]?.reading ?? BLANK;
}

export function numberIn(row: ReportRow, role: FigureRole): number | null {
  const reading = readingOf(row, role);
  return reading.kind === 'number' ? reading.value : null;
}

/** Nothing stands where this month's figures go; what last year was does not make a figure of this year. */
export function isBlankRow(row: ReportRow): boolean {
  return (['month', 'cumulative', 'numerator', 'denominator'] as const).every((role) => readingOf(row, role).kind === 'blank');
}

/**
 * The five figures of a row. A rate with numerator and denominator is their quotient × scale, and has no last year. A
 * blank cumulative of a flow is filled from the months before, a blank month by the difference; a placeholder is not
 * blank, so nothing is filled in for it (spec: "Facts").
 */
export function rowValues(row: ReportRow, place: RowPlace, replaced: Replacements = {}): RowValues {
  const { indicator } = place;
  const stated = (role: FactFigure): number | null => replaced[role] ?? numberIn(row, role);
  const isBlank = (role: FactFigure): boolean => replaced[role] === undefined && readingOf(row, role).kind === 'blank';
  const cells: Partial<Record<FactFigure, string>> = {};
  for (const role of FACT_FIGURES) {
    const figure = row.figures[role];
    if (figure && figure.reading.kind !== 'blank') cells[role] = figure.address;
  }
  const numerator = stated('numerator');
  const denominator = stated('denominator');
  const made = madeValue(indicator, numerator, denominator);
  if (made !== null) {
    delete cells.lastYear;
    return { values: { month: stated('month'), cumulative: made, lastYear: null, numerator, denominator }, state: 'figure', computed: false, cells };
  }
  let month = stated('month');
  let cumulative = stated('cumulative');
  let computed = false;
  if (indicator.kind === 'flow' && cumulative === null && month !== null && isBlank('cumulative')) {
    cumulative = filledCumulative(row, place, month);
    computed = cumulative !== null;
  } else if (indicator.kind === 'flow' && place.assignment.due === 'M' && month === null && cumulative !== null && isBlank('month')) {
    month = filledMonth(row, place, cumulative);
    computed = month !== null;
  }
  return { values: { month, cumulative, lastYear: stated('lastYear'), numerator, denominator }, state: stateOf(row, cumulative), computed, cells };
}

/** A change is the cut from the rate at the end of last year, so it needs that rate as its baseline. */
function madeValue(indicator: Indicator, numerator: number | null, denominator: number | null): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  const rate = (numerator / denominator) * indicator.scale;
  switch (indicator.kind) {
    case 'rate':
    case 'cohort':
      return rate;
    case 'change':
      return indicator.baseline === null ? null : indicator.baseline - rate;
    case 'flow':
    case 'stock':
    case 'growth':
    case 'milestone':
      return null;
  }
}

/** What a placeholder says counts only where no number stands; the value's cell speaks before the month's. */
function stateOf(row: ReportRow, cumulative: number | null): 'figure' | MissingState {
  if (cumulative !== null) return 'figure';
  for (const role of ['cumulative', 'month'] as const) {
    const reading = readingOf(row, role);
    if (reading.kind === 'placeholder') return reading.state;
    if (reading.kind !== 'blank') return 'figure';
  }
  return 'figure';
}

/** Cumulative at the end of last month: as stored, else as the form restates it. January starts from nothing. */
function cumulativeBefore(row: ReportRow, place: RowPlace): number | null {
  if (place.period.month === 1) return 0;
  const stored = usable(place.history.fact(place.unit, place.indicator.code, previousPeriod(place.period)));
  return stored?.cumulative ?? numberIn(row, 'previousCumulative');
}

function filledCumulative(row: ReportRow, place: RowPlace, month: number): number | null {
  const before = cumulativeBefore(row, place) ?? sumOfMonths(place);
  return before === null ? null : rounded(before + month, place.indicator.decimals);
}

function filledMonth(row: ReportRow, place: RowPlace, cumulative: number): number | null {
  const before = cumulativeBefore(row, place);
  return before === null ? null : rounded(cumulative - before, place.indicator.decimals);
}

/** Σ of all months from January to the one before; null when one of them is not known. */
function sumOfMonths(place: RowPlace): number | null {
  let sum = 0;
  for (let month = 1; month < place.period.month; month += 1) {
    const fact = usable(place.history.fact(place.unit, place.indicator.code, { year: place.period.year, month }));
    if (!fact || fact.month === null) return null;
    sum += fact.month;
  }
  return sum;
}

function usable(fact: Fact | null): Fact | null {
  return fact?.used ? fact : null;
}
