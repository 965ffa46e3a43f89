import type { Assignment, Catalogue, CatalogueIndex } from './types';
import { isInForce } from './validity';

const NONE: readonly Assignment[] = [];

/**
 * Look-ups over a catalogue, in O(1) each. Where a faulty catalogue says a thing twice the first row counts;
 * `validateCatalogue` tells of the second.
 */
export function indexCatalogue(catalogue: Catalogue): CatalogueIndex {
  const indicators = firstBy(catalogue.indicators, (indicator) => indicator.code);
  const units = firstBy(catalogue.units, (unit) => unit.code);
  const plans = firstBy(catalogue.unitPlans, (plan) => pair(plan.unit, plan.indicator));
  const assignments = firstBy(catalogue.assignments, (row) => pair(row.unit ?? '', row.indicator));
  const byUnit = groupBy(catalogue.assignments, (row) => row.unit);
  const contributing = groupBy(
    catalogue.assignments.filter((row) => row.unit !== null && (row.role === 'lead' || row.role === 'part')),
    (row) => row.indicator,
  );
  const denominators = groupBy(catalogue.denominators, (row) => row.name);
  return {
    catalogue,
    indicator: (code) => indicators.get(code) ?? null,
    unit: (code) => units.get(code) ?? null,
    assignment: (unit, indicator) => assignments.get(pair(unit, indicator)) ?? null,
    assignmentsOf: (unit) => byUnit.get(unit) ?? NONE,
    contributors: (indicator) => contributing.get(indicator) ?? NONE,
    unitPlan: (unit, indicator) => plans.get(pair(unit, indicator))?.plan ?? null,
    denominator: (name, on) => denominators.get(name)?.find((row) => isInForce(row, on))?.value ?? null,
  };
}

/** Codes hold no line break, so the pair cannot be read in two ways. */
function pair(unit: string, indicator: string): string {
  return `${unit}\n${indicator}`;
}

function firstBy<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const row of rows) if (!map.has(key(row))) map.set(key(row), row);
  return map;
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) {
    const value = key(row);
    if (value === null) continue;
    const group = map.get(value);
    if (group) group.push(row);
    else map.set(value, [row]);
  }
  return map;
}
