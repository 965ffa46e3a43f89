import type { Assignment, CatalogueIndex, Indicator } from '../catalogue/types';
import type { Period } from '../period';
import type { Figure, FigureRole, Report, ReportRow } from '../report/types';
import type { FindingCode, FindingDraft } from './finding';
import type { History } from './history';

/** What a rule cannot do without. A rule whose need is not met is skipped, and the reason is said. */
export type Need = 'unit' | 'period' | 'reportPeriod' | 'history' | 'storedHistory';

/** A row whose indicator is known, with what the catalogue says of it. */
export interface IndicatorRow {
  readonly row: ReportRow;
  readonly indicator: Indicator;
  /** null when the unit is unknown or the indicator is not this unit's. */
  readonly assignment: Assignment | null;
  /** 0 for the indicator's first row, 1 for its first repetition, … */
  readonly ordinal: number;
}

/** Everything that a rule may look at. */
export interface CheckContext {
  readonly report: Report;
  readonly index: CatalogueIndex;
  /** A unit that the catalogue knows, else null. */
  readonly unit: string | null;
  readonly period: Period | null;
  readonly reportPeriod: Period | null;
  readonly history: History;
  readonly rows: readonly IndicatorRow[];
  /** Every figure cell that holds something, of indicators counted in numbers; dated milestones are followed in words. */
  readonly filled: readonly { readonly view: IndicatorRow; readonly figure: Figure }[];
  /** All rows of one indicator, by its code, in the order of the sheet. */
  readonly byIndicator: ReadonlyMap<string, readonly IndicatorRow[]>;
  /**
   * The number in a cell that no earlier rule has doubted; null for anything else. One cause gives one finding:
   * a figure whose scale or separator is in doubt takes no part in sums and series.
   */
  sound(row: IndicatorRow, role: FigureRole): number | null;
}

/** One check. Rules are run in their order of the list; later ones build on what earlier ones found. */
export interface Rule {
  readonly code: FindingCode;
  readonly needs: readonly Need[];
  run(context: CheckContext): Iterable<FindingDraft>;
}

/** Roles whose cells are judged as figures; the percentages beside them follow from these. */
export const FIGURE_ROLES: readonly FigureRole[] = [
  'plan', 'previousMonth', 'previousCumulative', 'month', 'cumulative', 'lastYear', 'numerator', 'denominator',
];

/** Roles that become facts: a doubt on one of them holds it. The others are shown and compared only. */
export const FACT_ROLES: ReadonlySet<FigureRole> = new Set<FigureRole>(['month', 'cumulative', 'lastYear', 'numerator', 'denominator']);

/** The number that a figure states, null when it states none. */
export function numberOf(figure: Figure | undefined): number | null {
  return figure?.reading.kind === 'number' ? figure.reading.value : null;
}

/** A key that tells a repeated row's finding from the first row's. */
export function roleKey(row: IndicatorRow, role: FigureRole | ''): string {
  return row.ordinal === 0 ? role : `${role}#${row.ordinal}`;
}

/** The parts of a draft that every finding on figures of one row shares. */
export function atCells(row: IndicatorRow, roles: readonly FigureRole[]): { readonly indicator: string; readonly cells: string[] } {
  const cells = roles.flatMap((role) => row.row.figures[role]?.address ?? []);
  return { indicator: row.indicator.code, cells: cells.length > 0 ? cells : [row.row.address] };
}

/** Whether the reporter put anything at all into the row's figures. */
export function hasFigures(row: ReportRow): boolean {
  return Object.values(row.figures).some((figure) => figure.reading.kind !== 'blank');
}

/** Numerator ÷ denominator makes the figure of these kinds (spec: "Facts"). */
export function isMadeOfParts(row: IndicatorRow): boolean {
  const { kind } = row.indicator;
  if (kind !== 'rate' && kind !== 'cohort' && kind !== 'change') return false;
  const denominator = numberOf(row.row.figures.denominator);
  return numberOf(row.row.figures.numerator) !== null && denominator !== null && denominator !== 0;
}

/** A formula that was never calculated, or whose result was not stored: nobody knows what stands there. */
export function isUncalculated(figure: Figure): boolean {
  return figure.cell !== null && figure.cell.content === null && figure.cell.formula !== undefined;
}

/** Whether this role is the blank half of a numerator and denominator of which the other half is a number. */
export function saysPairIsBroken(row: IndicatorRow, role: FigureRole): boolean {
  const { kind } = row.indicator;
  if ((role !== 'numerator' && role !== 'denominator') || (kind !== 'rate' && kind !== 'cohort' && kind !== 'change')) return false;
  const [own, other] = [row.row.figures[role], row.row.figures[role === 'numerator' ? 'denominator' : 'numerator']];
  return own?.reading.kind === 'blank' && !isUncalculated(own) && other?.reading.kind === 'number';
}

/** numerator ÷ denominator × scale of a rate or cohort, from cells that nobody doubts; null otherwise. */
export function madeRate(context: CheckContext, row: IndicatorRow): number | null {
  if (row.indicator.kind !== 'rate' && row.indicator.kind !== 'cohort') return null;
  const numerator = context.sound(row, 'numerator');
  const denominator = context.sound(row, 'denominator');
  return numerator === null || denominator === null || denominator <= 0 ? null : (numerator / denominator) * row.indicator.scale;
}

/** Equal but for binary noise: 1e-9 relative. */
export function nearlyEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** The largest difference that rounding each of n parts and the total to d decimals can make: (n + 1) · ½ · 10⁻ᵈ. */
export function roundingTolerance(parts: number, decimals: number): number {
  return ((parts + 1) / 2) * 10 ** -decimals + 1e-9;
}

const MILLION = 1e6;

/** A computed number without binary noise (12 significant digits), for people to read. */
export function withoutNoise(value: number): number {
  // Most figures are whole, or below a million with six decimals at most: they have no more than twelve digits anyway.
  if (Number.isSafeInteger(value) || (Math.abs(value) < MILLION && Math.round(value * MILLION) / MILLION === value)) return value;
  return Number(value.toPrecision(12));
}
