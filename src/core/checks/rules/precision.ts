import type { FigureRole } from '../../report/types';
import { atCells, isMadeOfParts, nearlyEqual, roleKey, type IndicatorRow, type Rule } from '../rule';

/** The plan is the province's; numerator and denominator have no declared decimals. */
const JUDGED: readonly FigureRole[] = ['month', 'cumulative', 'previousMonth', 'previousCumulative', 'lastYear'];

/**
 * Persons and communes have no fractions, however they came about. Elsewhere only a typed number is judged: a formula
 * keeps every decimal it computes, and so does a cell formatted as a percentage. A rate that numerator and denominator
 * make is taken from them.
 */
export const precisionRule: Rule = {
  code: 'V09',
  needs: [],
  *run(context) {
    for (const view of context.rows) {
      const { decimals } = view.indicator;
      if (view.indicator.unit === '') continue;
      for (const role of JUDGED) {
        const value = context.sound(view, role);
        if (value === null || Number.isInteger(value) || hasAtMost(value, decimals) || !(isCount(view) || isTyped(view, role))) continue;
        yield { code: 'V09', params: { role, value, decimals }, ...atCells(view, [role]), found: value, key: roleKey(view, role) };
      }
    }
  },
};

function isCount({ indicator }: IndicatorRow): boolean {
  return indicator.decimals === 0 && (indicator.kind === 'flow' || indicator.kind === 'stock' || indicator.kind === 'milestone');
}

function isTyped(view: IndicatorRow, role: FigureRole): boolean {
  const figure = view.row.figures[role];
  if (figure?.reading.kind !== 'number' || figure.cell?.formula !== undefined) return false;
  if (figure.reading.percent && figure.reading.storedAs === 'number') return false;
  return !(role === 'cumulative' && isMadeOfParts(view));
}

/** Binary noise (0.1 + 0.2) is no decimal. */
function hasAtMost(value: number, decimals: number): boolean {
  const scaled = value * 10 ** decimals;
  return nearlyEqual(scaled, Math.round(scaled));
}
