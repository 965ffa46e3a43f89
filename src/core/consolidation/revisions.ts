import type { History } from '../checks/history';
import { previousPeriod } from '../period';
import { sameFigure } from './arithmetic';
import { numberIn } from './row-values';
import type { CheckedReport, Revision } from './types';

/** Figures of last month that a report restates otherwise than they were stored. They are offered, never applied here. */
export function revisionsOf({ report }: CheckedReport, history: History): readonly Revision[] {
  const { unit, period, source } = report;
  if (unit === null || period === null || period.month === 1) return [];
  const last = previousPeriod(period);
  return report.rows.flatMap((row): Revision[] => {
    if (row.match.how === 'none' || row.match.how === 'approximate') return [];
    const { indicator } = row.match;
    const fact = history.fact(unit, indicator, last);
    if (!fact) return [];
    return ([['previousMonth', 'month'], ['previousCumulative', 'cumulative']] as const).flatMap(([role, figure]): Revision[] => {
      const restated = numberIn(row, role);
      const stored = fact[figure];
      if (restated === null || stored === null || sameFigure(restated, stored)) return [];
      return [{ unit, indicator, period: last, figure, stored, restated, file: source.file, sheet: source.sheet, cell: row.figures[role]?.address ?? '' }];
    });
  });
}
