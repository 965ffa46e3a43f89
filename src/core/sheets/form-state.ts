import type { FigureRole, Report } from '../report/types';

/** What only the unit can have written: plan and last month's figures are printed on the form, percentages are computed. */
const OWN: readonly FigureRole[] = ['month', 'cumulative', 'lastYear', 'numerator', 'denominator'];

/**
 * Whether a report is a standard form that nobody has written into yet. As a sheet of the workbook such a form waits to
 * be filled and reports nothing; as a file that a unit sent it is a report, with everything missing.
 */
export function isUntouchedForm({ isStandardForm, declaredNothing, rows }: Report): boolean {
  if (!isStandardForm || declaredNothing) return false;
  return rows.every(({ match, figures, words }) => match.how === 'code' && OWN.every((role) => (figures[role]?.reading.kind ?? 'blank') === 'blank') && words.cause === '' && words.remedy === '' && words.note === '');
}
