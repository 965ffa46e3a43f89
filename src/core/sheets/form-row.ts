import { addressOf } from '../address';
import { isDue } from '../catalogue/due';
import type { Assignment, CatalogueIndex, Indicator } from '../catalogue/types';
import { isInForce, lastDayOf } from '../catalogue/validity';
import type { Period } from '../period';

/** Zero-based columns that the formulas of a row point to. */
export interface FormPlaces {
  readonly plan: number;
  readonly cumulative: number;
  readonly lastYear: number;
}

/** What stands locked in one row of Biểu 01. */
export interface FormRow {
  readonly code: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  /** The year's plan; null where the form leaves it blank. */
  readonly plan: number | null;
  /** Formulas in A1 notation with their "="; null where the form has none. */
  readonly percentOfPlan: string | null;
  readonly percentOfLastYear: string | null;
}

/**
 * The locked contents and the formulas of one indicator's row, as the form is made and as it is checked.
 *
 * `row`: zero-based sheet row. `planStated`: a plan stands on the form that the catalogue does not know (a part's own).
 */
export function formCells(indicator: Indicator, assignment: Assignment, row: number, index: CatalogueIndex, places: FormPlaces, planStated = false): FormRow {
  const target = indicator.target?.kind === 'number' ? indicator.target.value : null;
  // A part's plan is its own share, never the province's.
  const plan = assignment.role === 'part' ? (assignment.unit === null ? null : index.unitPlan(assignment.unit, indicator.code)) : target;
  const share = (of: number): string => `=IF(N(${addressOf(row, of)})=0,"",ROUND(${addressOf(row, places.cumulative)}/${addressOf(row, of)}*100,2))`;
  return {
    code: indicator.code,
    name: indicator.name,
    unitOfMeasure: indicator.unit,
    plan,
    percentOfPlan: indicator.kind === 'flow' && (plan !== null || planStated) ? share(places.plan) : null,
    percentOfLastYear: indicator.kind === 'flow' || indicator.kind === 'stock' ? share(places.lastYear) : null,
  };
}

/** Whether the unit's form of a month has a row for it. The annual report is a form of its own; what only it asks for is not in the monthly one. */
export function isOnForm(indicator: Indicator, { role, due }: Assignment, period: Period): boolean {
  if (role === 'derived' || due === 'A' || !isInForce(indicator, lastDayOf(period))) return false;
  return due === 'E' || due === null || isDue(due, period);
}
