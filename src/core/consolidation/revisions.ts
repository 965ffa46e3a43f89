import type { CatalogueIndex, Indicator } from '../catalogue/types';
import type { History } from '../checks/history';
import { roundingTolerance } from '../checks/rule';
import { previousPeriod } from '../period';
import type { FigureRole, Report, ReportRow } from '../report/types';
import { rounded, sameFigure } from './arithmetic';
import { factIndex, factKey } from './fact-index';
import { numberIn } from './row-values';
import type { AcceptedRevision, Fact, FactChange, Revision } from './types';

/** What a row says of last month. */
interface Restated {
  readonly figure: Revision['figure'];
  readonly value: number;
  readonly role: FigureRole;
}

/**
 * Figures of last month that a report restates otherwise than they were stored: "Thực hiện tháng trước" is the month of
 * a flow and the value of anything else. They are offered, never applied here. A figure that was held was never in use,
 * and one that is made of numerator and denominator cannot be restated by its quotient alone.
 */
export function revisionsOf(report: Report, history: History, index: CatalogueIndex): readonly Revision[] {
  const { unit, period, source } = report;
  if (unit === null || period === null || period.month === 1) return [];
  const last = previousPeriod(period);
  return report.rows.flatMap((row): Revision[] => {
    if (row.match.how === 'none' || row.match.how === 'approximate') return [];
    const indicator = index.indicator(row.match.indicator);
    const fact = indicator && history.fact(unit, indicator.code, last);
    if (!indicator || !fact?.used || (fact.numerator !== null && fact.denominator !== null)) return [];
    return restatedIn(row, indicator, fact).flatMap(({ figure, value, role }): Revision[] => {
      const stored = fact[figure];
      if (stored === null || Math.abs(value - stored) <= roundingTolerance(0, indicator.decimals)) return [];
      return [{ unit, indicator: indicator.code, period: last, figure, stored, restated: value, file: source.file, sheet: source.sheet, cell: row.figures[role]?.address ?? '' }];
    });
  });
}

function restatedIn(row: ReportRow, indicator: Indicator, fact: Fact): readonly Restated[] {
  const said = (role: FigureRole, figure: Revision['figure']): readonly Restated[] => {
    const value = numberIn(row, role);
    return value === null ? [] : [{ figure, value, role }];
  };
  if (indicator.kind !== 'flow') return said('previousMonth', 'cumulative');
  const month = said('previousMonth', 'month');
  const cumulative = said('previousCumulative', 'cumulative');
  return [...month, ...(cumulative.length > 0 ? cumulative : impliedCumulative(row, indicator, fact))];
}

/**
 * A form without a column for the earlier cumulative says it all the same: this cumulative less this month. It counts
 * only where it moves by just what the month was corrected by; anything else is a sum that does not add up (T02).
 */
function impliedCumulative(row: ReportRow, { decimals }: Indicator, fact: Fact): readonly Restated[] {
  const [previous, month, cumulative] = [numberIn(row, 'previousMonth'), numberIn(row, 'month'), numberIn(row, 'cumulative')];
  if (previous === null || month === null || cumulative === null || fact.month === null || fact.cumulative === null) return [];
  const value = rounded(cumulative - month, decimals);
  const moved = value - fact.cumulative;
  return Math.abs(moved - (previous - fact.month)) <= roundingTolerance(2, decimals) ? [{ figure: 'cumulative', value, role: 'cumulative' }] : [];
}

export interface Revised {
  readonly facts: readonly Fact[];
  readonly changes: readonly FactChange[];
}

/**
 * The facts with the accepted ones among the revisions that these reports offer put in place; what they replace, by which
 * report and why, is written into the fact. A report that restates another number than the accepted one changes nothing.
 */
export function withAccepted(facts: readonly Fact[], reports: readonly Report[], accepted: readonly AcceptedRevision[], index: CatalogueIndex, now: string): Revised {
  if (accepted.length === 0) return { facts, changes: [] };
  const history = factIndex(facts);
  const taken = new Map<string, { readonly revision: Revision; readonly reason: string }[]>();
  for (const revision of reports.flatMap((report) => revisionsOf(report, history, index))) {
    const agreed = accepted.find((each) => sameRevision(each, revision));
    const key = factKey(revision.unit, revision.indicator, revision.period);
    const before = taken.get(key) ?? [];
    if (agreed && !before.some((each) => each.revision.figure === revision.figure)) taken.set(key, [...before, { revision, reason: agreed.reason.trim() }]);
  }
  const changes: FactChange[] = [];
  const revised = facts.map((fact): Fact => {
    const found = taken.get(factKey(fact.unit, fact.indicator, fact.period));
    if (!found) return fact;
    const { unit, indicator, period } = fact;
    changes.push(...found.map(({ revision: { figure, stored, restated } }): FactChange => ({ kind: 'changed', unit, indicator, period, figure, before: stored, after: restated })));
    const lines = found.map(({ revision, reason }) => revisionLine(revision, reason));
    return { ...fact, ...Object.fromEntries(found.map(({ revision }) => [revision.figure, revision.restated])), method: 'revised', recordedAt: now, revision: [fact.revision ?? '', ...lines].filter((line) => line !== '').join('\n') };
  });
  return { facts: revised, changes };
}

export function sameRevision(a: AcceptedRevision, b: Revision): boolean {
  return a.unit === b.unit && a.indicator === b.indicator && a.figure === b.figure && a.period.year === b.period.year && a.period.month === b.period.month && sameFigure(a.restated, b.restated);
}

const FIGURE_WORDS: Readonly<Record<Revision['figure'], string>> = { month: 'tháng', cumulative: 'lũy kế' };
const shown = (value: number): string => String(value).replace('.', ',');

/** "lũy kế: 882,8 → 880,8 | SCT_2024-06.xlsx › Biểu 01 › H12 | lý do": a record for the table, in its own words. */
function revisionLine({ figure, stored, restated, file, sheet, cell }: Revision, reason: string): string {
  return [`${FIGURE_WORDS[figure]}: ${shown(stored)} → ${shown(restated)}`, [file, sheet, cell].filter((part) => part !== '').join(' › '), reason].filter((part) => part !== '').join(' | ');
}
