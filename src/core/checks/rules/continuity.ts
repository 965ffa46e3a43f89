import { dueAssignments, isDue, requiredRoles } from '../../catalogue/due';
import type { Fact } from '../../consolidation/types';
import { previousPeriod, type Period } from '../../period';
import type { FigureRole } from '../../report/types';
import { atCells, isUncalculated, nearlyEqual, roleKey, type CheckContext, type IndicatorRow, type Rule } from '../rule';
import { declaresNothing } from './sheet';

/** The five roles that are stored, as the facts name them. */
type StoredRole = 'month' | 'cumulative' | 'lastYear' | 'numerator' | 'denominator';

const isStored = (role: FigureRole): role is StoredRole => role === 'month' || role === 'cumulative' || role === 'lastYear' || role === 'numerator' || role === 'denominator';

/** Counts below this may well be none the month after. */
const SMALL_COUNT = 10;

/**
 * No figure where one is due and was there when it was due the last time: a placeholder, or a blank that nobody owes
 * (a second source's). A blank that is owed is V01, a formula without result V20. "-" in a month is an honest nought after a small count or a nought.
 */
const droppedFigure: Rule = {
  code: 'V23',
  needs: ['unit', 'period', 'storedHistory'],
  *run(context) {
    const { period } = context;
    if (period === null || declaresNothing(context)) return;
    for (const view of context.rows) {
      if (view.ordinal > 0 || view.assignment === null) continue;
      const owed = requiredRoles(view.indicator, view.assignment, period);
      const isSecondSource = view.assignment.role === 'check';
      const roles = isSecondSource ? requiredRoles(view.indicator, { ...view.assignment, role: 'lead' }, period) : owed;
      if (roles.length === 0) continue;
      const last = lastReported(context, view, period);
      if (last === null) continue;
      for (const role of roles) {
        const figure = view.row.figures[role];
        const previous = isStored(role) ? last[role] : null;
        if (!figure || previous === null) continue;
        const { reading } = figure;
        const isMissing = reading.kind === 'placeholder' || (reading.kind === 'blank' && isSecondSource && !isUncalculated(figure));
        if (!isMissing) continue;
        const mayBeNone = previous === 0 || (role === 'month' && view.indicator.decimals === 0 && previous < SMALL_COUNT);
        if (reading.kind === 'placeholder' && reading.state === 'notOccurred' && mayBeNone) continue;
        yield {
          code: 'V23',
          params: { role, previous, previousPeriod: last.period },
          ...atCells(view, [role]),
          found: reading.kind === 'placeholder' ? reading.text : null,
          expected: previous,
          key: roleKey(view, role),
        };
      }
    }
  },
};

/** The fact of the month in which the figure was due the last time; null where nothing is stored of that month. */
function lastReported({ unit, history }: CheckContext, view: IndicatorRow, period: Period): Fact | null {
  if (unit === null) return null;
  for (let at = previousPeriod(period); at.year === period.year; at = previousPeriod(at)) {
    if (isDue(view.assignment?.due ?? null, at)) return history.fact(unit, view.indicator.code, at);
  }
  return null;
}

/** Reports of which nothing is stored, between the first of the year that came and this one. Months without anything due are not missed. */
const missingMonth: Rule = {
  code: 'T03',
  needs: ['unit', 'period', 'storedHistory'],
  *run({ unit, period, history, index }) {
    if (unit === null || period === null) return;
    const missing: Period[] = [];
    let began = false;
    for (let month = 1; month < period.month; month += 1) {
      const at: Period = { year: period.year, month };
      if (history.wasSent(unit, at)) began = true;
      else if (began && dueAssignments(index, unit, at).length > 0) missing.push(at);
    }
    if (missing.length > 0) yield { code: 'T03', params: { missing } };
  },
};

/** Counts below this are often the same two months running; a cumulative that went on tells that they were counted anew. */
const OFTEN_THE_SAME = 100;

/**
 * Last month's sheet, or much of it, once more. Counted are cells that should have moved: a flow's month and, where it
 * is the same, its cumulative and last year's; numerator and denominator of a monthly rate where both are the same.
 * Noughts and stocks may stay as they are, and so may a denominator alone and what is not due each month.
 */
const sameAsLastMonth: Rule = {
  code: 'T08',
  needs: ['unit', 'period', 'storedHistory'],
  *run(context) {
    const { unit, period, history } = context;
    if (unit === null || period === null) return;
    const last = previousPeriod(period);
    let count = 0;
    const cells: string[] = [];
    for (const view of context.rows) {
      const fact = view.ordinal === 0 && view.assignment?.due === 'M' ? history.fact(unit, view.indicator.code, last) : null;
      const roles = fact === null ? [] : sameRoles(context, view, fact);
      if (roles.length === 0) continue;
      count += roles.length;
      cells.push(...atCells(view, roles).cells);
    }
    if (count >= Math.max(1, context.index.catalogue.thresholds.identicalCells)) yield { code: 'T08', params: { previousPeriod: last, count }, cells, found: count };
  },
};

function sameRoles(context: CheckContext, view: IndicatorRow, fact: Fact): readonly StoredRole[] {
  const isSame = (role: StoredRole): boolean => {
    const value = context.sound(view, role);
    const before = fact[role];
    return value !== null && before !== null && value !== 0 && nearlyEqual(value, before);
  };
  switch (view.indicator.kind) {
    case 'flow': {
      if (!isSame('month')) return [];
      const roles = (['month', 'cumulative', 'lastYear'] as const).filter(isSame);
      const isChance = view.indicator.decimals === 0 && (fact.month ?? 0) < OFTEN_THE_SAME && !roles.includes('cumulative');
      return isChance ? [] : roles;
    }
    case 'rate':
    case 'cohort':
    case 'change':
      return isSame('numerator') && isSame('denominator') ? ['numerator', 'denominator'] : [];
    case 'stock':
    case 'growth':
    case 'milestone':
      return [];
  }
}

export const continuityRules: { readonly cells: readonly Rule[]; readonly series: readonly Rule[] } = { cells: [droppedFigure], series: [missingMonth, sameAsLastMonth] };
