import type { Period } from '../period';
import type { FigureRole } from '../report/types';
import type { Assignment, CatalogueIndex, Due, Indicator } from './types';
import { isInForce, lastDayOf } from './validity';

/**
 * Whether a figure must stand in the monthly report of a month. The annual report is a report of its own, so A is
 * never due in a monthly one; E follows events and is never required; null is a milestone followed in words.
 */
export function isDue(due: Due | null, period: Period): boolean {
  switch (due) {
    case 'M':
      return true;
    case 'Q':
      return period.month % 3 === 0;
    case 'S':
      return period.month % 6 === 0;
    case 'A':
    case 'E':
    case null:
      return false;
  }
}

/** Whether this unit owes this figure in this month: lead or part, due, the indicator in force. */
function isOwed(indicator: Indicator, assignment: Assignment, period: Period): boolean {
  const contributes = assignment.role === 'lead' || assignment.role === 'part';
  return contributes && isDue(assignment.due, period) && isInForce(indicator, lastDayOf(period));
}

/**
 * The cells of a row that must be filled: the cumulative (or the value of a stock, rate or growth) always, the month
 * for flows due monthly, numerator and denominator for parts that aggregate by ratio. Empty when nothing is owed.
 */
export function requiredRoles(indicator: Indicator, assignment: Assignment | null, period: Period): FigureRole[] {
  if (assignment === null || !isOwed(indicator, assignment, period)) return [];
  const roles: FigureRole[] = [];
  if (indicator.kind === 'flow' && assignment.due === 'M') roles.push('month');
  roles.push('cumulative');
  if (assignment.role === 'part' && indicator.aggregation === 'ratio') roles.push('numerator', 'denominator');
  return roles;
}

/** What a unit owes in a month, in the catalogue's order. */
export function dueAssignments(index: CatalogueIndex, unit: string, period: Period): Assignment[] {
  return index.assignmentsOf(unit).filter((assignment) => {
    const indicator = index.indicator(assignment.indicator);
    return indicator !== null && isOwed(indicator, assignment, period);
  });
}

/** Codes of the units with a lead or part figure due in the month, sorted. */
export function expectedUnits(index: CatalogueIndex, period: Period): string[] {
  return unitsInForce(index, period).filter((unit) => dueAssignments(index, unit, period).length > 0);
}

/** Codes of the other units, sorted: they owe a monthly report in words. */
export function unitsInWords(index: CatalogueIndex, period: Period): string[] {
  return unitsInForce(index, period).filter((unit) => dueAssignments(index, unit, period).length === 0);
}

function unitsInForce(index: CatalogueIndex, period: Period): string[] {
  const on = lastDayOf(period);
  const codes = index.catalogue.units.filter((unit) => isInForce(unit, on)).map((unit) => unit.code);
  return [...new Set(codes)].sort();
}
