import type { CatalogueIndex, ClosedPeriod } from '../catalogue/types';
import { sameFigure } from '../consolidation/arithmetic';
import type { Fact } from '../consolidation/types';
import { hashText } from '../hash';
import { periodKey, samePeriod, type Period } from '../period';
import type { AssessmentState } from '../targets/types';
import { provinceAt } from '../trace/province-at';

/** What was reported of one indicator when its month was closed: one row of DaKhoa. Rates in percent. */
export interface FrozenFigure {
  readonly period: Period;
  readonly indicator: string;
  readonly plan: number | null;
  readonly month: number | null;
  readonly cumulative: number | null;
  readonly lastYear: number | null;
  readonly percentOfPlan: number | null;
  readonly percentOfLastYear: number | null;
  readonly expected: number | null;
  readonly gapToDate: number | null;
  readonly pace: number | null;
  readonly forecast: number | null;
  readonly state: AssessmentState | null;
  readonly coverage: number | null;
  readonly provisional: boolean;
  /** ISO 8601 with zone. */
  readonly closedAt: string;
  readonly by: string;
}

/** A frozen figure as it stands in the workbook, with the fingerprint that was written beside it. */
export interface StoredFrozen extends FrozenFigure {
  readonly hash: string;
}

/** The province at a month as it is reported now: every indicator that has a figure or is judged, in the catalogue's order. */
export function freeze(index: CatalogueIndex, facts: readonly Fact[], period: Period, closing: { readonly closedAt: string; readonly by: string }): readonly FrozenFigure[] {
  const at = provinceAt(index, facts, period);
  return index.catalogue.indicators.flatMap(({ code }): FrozenFigure[] => {
    const figure = at.figures.get(code);
    const assessment = at.assessments.get(code);
    if (!figure || !assessment || (figure.cumulative === null && assessment.state === 'notDue')) return [];
    const { month, cumulative, lastYear, coverage, provisional } = figure;
    const { target, percentOfPlan, percentOfLastYear, expected, gapToDate, pace, forecast, state } = assessment;
    return [{ period, indicator: code, plan: target, month, cumulative, lastYear, percentOfPlan, percentOfLastYear, expected, gapToDate, pace, forecast, state, coverage, provisional, ...closing }];
  });
}

/** The fingerprint of a frozen figure: with it a change by hand is seen. Twelve digits, as other programs may keep no more. */
export function frozenHash(frozen: FrozenFigure): string {
  const { period, indicator, plan, month, cumulative, lastYear, percentOfPlan, percentOfLastYear, expected, gapToDate, pace, forecast, state, coverage, provisional, closedAt, by } = frozen;
  const numbers = [plan, month, cumulative, lastYear, percentOfPlan, percentOfLastYear, expected, gapToDate, pace, forecast, coverage].map((value) => (value === null ? '' : String(Number(value.toPrecision(12)))));
  return hashText([periodKey(period), indicator, ...numbers, state ?? '', provisional ? '1' : '0', closedAt, by].join('|')).slice(0, 16);
}

/** The rows that count: of every month that is closed now, those of its latest closing. A month that was opened again has none. */
export function currentlyFrozen<Row extends FrozenFigure>(rows: readonly Row[], closed: readonly ClosedPeriod[]): readonly Row[] {
  return closed.flatMap(({ period }) => {
    const own = rows.filter((row) => samePeriod(row.period, period));
    const latest = own.reduce((max, row) => (instantOf(row.closedAt) > instantOf(max) ? row.closedAt : max), own[0]?.closedAt ?? '');
    return own.filter((row) => row.closedAt === latest);
  });
}

const instantOf = (at: string): number => Date.parse(at) || 0;

export type FrozenKey = 'month' | 'cumulative' | 'lastYear';
const COMPARED: readonly FrozenKey[] = ['month', 'cumulative', 'lastYear'];

/** A figure that the facts make otherwise now than when the month was closed. */
export interface FrozenDifference {
  readonly indicator: string;
  readonly figure: FrozenKey;
  readonly frozen: number | null;
  readonly now: number | null;
}

/** A closed month beside what the facts say of it today. */
export interface ClosedMonth {
  readonly period: Period;
  /** '' where nothing was frozen: somebody typed the month into KyKhoa. */
  readonly closedAt: string;
  readonly closedOn: string;
  readonly by: string;
  readonly figures: number;
  readonly differences: readonly FrozenDifference[];
  /** Indicators whose frozen row was changed by hand. */
  readonly altered: readonly string[];
}

/** "Khác số đã khóa": every closed month with what was revised since, the latest month first. */
export function closedMonths(index: CatalogueIndex, facts: readonly Fact[], rows: readonly StoredFrozen[]): readonly ClosedMonth[] {
  const { closedPeriods } = index.catalogue;
  return closedPeriods
    .map((closed): ClosedMonth => {
      const frozen = currentlyFrozen(rows, [closed]);
      const { figures } = provinceAt(index, facts, closed.period);
      return {
        period: closed.period, closedOn: closed.closedOn, closedAt: frozen[0]?.closedAt ?? '', by: frozen[0]?.by ?? '', figures: frozen.length,
        differences: frozen.flatMap((row) => COMPARED.flatMap((figure): FrozenDifference[] => {
          const now = figures.get(row.indicator)?.[figure] ?? null;
          return sameFigure(row[figure], now) ? [] : [{ indicator: row.indicator, figure, frozen: row[figure], now }];
        })),
        altered: frozen.filter((row) => frozenHash(row) !== row.hash).map((row) => row.indicator),
      };
    })
    .sort((a, b) => (periodKey(a.period) < periodKey(b.period) ? 1 : -1));
}
