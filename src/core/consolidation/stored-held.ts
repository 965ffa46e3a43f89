import { CODES } from '../checks/codes';
import { comparePeriods, periodKey, samePeriod, type Period } from '../period';
import type { ReadMonth } from './merge';
import { FACT_FIGURES } from './row-values';
import type { Decision, Fact, HeldFigure } from './types';

/**
 * Figures that an earlier run held and whose report is not among this run's inputs: they still wait, so they are
 * listed with the rest. Only what SoLieu keeps of them is known; a cell that held no number is found as null.
 *
 * @param decisions what the analyst decided: a figure left out on purpose waits for nobody
 * @param read the units' months that were read in this run; their held figures come from the reports themselves.
 */
export function storedHeld(facts: readonly Fact[], period: Period, read: readonly ReadMonth[], decisions: readonly Decision[] = []): readonly HeldFigure[] {
  const fresh = new Set(read.map((each) => `${each.unit}|${periodKey(each.period)}`));
  return facts.flatMap((fact): HeldFigure[] => {
    const { unit, indicator, file, sheet, cells, reasons } = fact;
    const codes = reasons.filter((code) => CODES[code].held);
    if (fact.used || codes.length === 0 || fact.period.year !== period.year || comparePeriods(fact.period, period) > 0) return [];
    if (fresh.has(`${unit}|${periodKey(fact.period)}`)) return [];
    if (decisions.some((each) => each.action === 'leaveOut' && each.unit === unit && each.indicator === indicator && samePeriod(each.period, fact.period))) return [];
    const figure = cells.cumulative === undefined ? (FACT_FIGURES.find((role) => cells[role] !== undefined) ?? 'cumulative') : 'cumulative';
    return [{ unit, indicator, period: fact.period, file, sheet, cell: cells[figure] ?? '', found: fact[figure], codes, figure }];
  });
}
