import type { ExcelError } from '../../src/core/grid';
import { isDue } from '../../src/core/catalogue/due';
import type { Indicator } from '../../src/core/catalogue/types';
import type { FigureRole } from '../../src/core/report/types';
import type { Period } from '../../src/core/period';
import { rounded } from './series';
import { YEAR, type World } from './world';

/** What is typed into a cell. */
export type Typed = number | string | { readonly error: ExcelError } | null;

/** Figures that a unit types; the percentages follow from them. */
export type TypedRole = Exclude<FigureRole, 'percentOfPlan' | 'percentOfLastYear' | 'previousCumulative'>;

/** One row as its reporter fills it in. Faults change it before the sheet is drawn. */
export interface Entry {
  readonly indicator: Indicator;
  code: string;
  name: string;
  measure: string;
  figures: Partial<Record<TypedRole, Typed>>;
  cause: string;
  remedy: string;
  note: string;
  /** Percentages that the reporter typed by hand instead of what follows from the figures. */
  typed: Partial<Record<'percentOfPlan' | 'percentOfLastYear', number>>;
}

/** One report before it is drawn into a sheet. */
export interface Draft {
  readonly world: World;
  readonly unit: string;
  readonly month: number;
  readonly period: Period;
  entries: Entry[];
}

/** The true report of one unit and month: its rows, filled. */
export function draftOf(world: World, unit: string, month: number): Draft {
  const entries = world.catalogue.indicators.flatMap((indicator): Entry[] => {
    const assignment = world.index.assignment(unit, indicator.code);
    if (assignment === null || assignment.role === 'derived' || assignment.due === 'A') return [];
    if (assignment.due !== 'E' && assignment.due !== null && !isDue(assignment.due, { year: YEAR, month })) return [];
    return [entryOf(world, unit, month, indicator)];
  });
  return { world, unit, month, period: { year: YEAR, month }, entries };
}

/** A row for an indicator, filled with what is true for the unit (nothing, where it is not the unit's). */
export function entryOf(world: World, unit: string, month: number, indicator: Indicator): Entry {
  const point = world.point(unit, indicator.code, month);
  const isFlow = indicator.kind === 'flow';
  const earlier = isFlow && point !== null && point.month !== null ? (world.point(unit, indicator.code, month - 1)?.month ?? null) : null;
  return {
    indicator,
    code: indicator.code,
    name: indicator.name,
    measure: indicator.unit,
    figures: {
      plan: world.plan(unit, indicator.code),
      previousMonth: earlier,
      month: isFlow ? (point?.month ?? null) : null,
      cumulative: point?.cumulative ?? null,
      lastYear: point?.lastYear ?? null,
      numerator: point?.numerator ?? null,
      denominator: point?.denominator ?? null,
    },
    ...world.words(unit, indicator.code, month),
    note: '',
    typed: {},
  };
}

/** What a formula of the form would show: a number, nothing, or #VALUE! over a text that is no number. */
export function percentOf(value: Typed | undefined, base: Typed | undefined): number | '' | { readonly error: ExcelError } {
  // N() of a text is 0, so that a base typed as text gives nothing.
  if (typeof base !== 'number' || base === 0) return '';
  if (value === null || value === undefined) return 0;
  if (typeof value === 'object') return value;
  const number = typeof value === 'number' ? value : asExcelReads(value);
  return number === null ? { error: '#VALUE!' } : rounded((number / base) * 100, 2);
}

/** A text in arithmetic, as an Excel under a Vietnamese locale takes it: dots group, the comma parts the decimals. */
function asExcelReads(text: string): number | null {
  const plain = text.replace(/^(\d{1,3})((?:\.\d{3})+)(?=,|$)/, (_, first: string, rest: string) => first + rest.replaceAll('.', ''));
  return /^\d+(,\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

export function entry(draft: Draft, code: string): Entry {
  const found = draft.entries.find((each) => each.indicator.code === code);
  if (found === undefined) throw new Error(`${draft.unit} has no row ${code}.`);
  return found;
}

/** The number in a figure; null for anything else. */
export function numberIn(row: Entry, role: TypedRole): number | null {
  const value = row.figures[role];
  return typeof value === 'number' ? value : null;
}
