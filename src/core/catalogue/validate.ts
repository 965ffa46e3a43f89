import type { z } from 'zod';
import type { CatalogueProblem } from '../checks/finding';
import {
  assignmentSchema, denominatorSchema, identitySchema, indicatorSchema, isoDateSchema, unitPlanSchema, unitSchema,
} from './schemas';
import type { Catalogue, Indicator } from './types';

/** The tables in which the analysts edit the catalogue; RangBuoc holds the identities, which come with the programme. */
export type CatalogueTable = 'ChiTieu' | 'DonVi' | 'PhanCong' | 'KeHoachDonVi' | 'NgayNghi' | 'MauSo' | 'RangBuoc';

/** One thing that is wrong in the catalogue. */
export interface CatalogueFault {
  readonly table: CatalogueTable;
  /** Zero-based position in the catalogue's list. */
  readonly row: number;
  /** Field of the row's type ("code", "bounds"). */
  readonly column: string;
  readonly problem: CatalogueProblem;
  /** The value that is wrong, as text. */
  readonly detail: string;
}

/** Everything that is wrong in a catalogue, in the order of its tables and rows; empty for a sound one. */
export function validateCatalogue(catalogue: Catalogue): CatalogueFault[] {
  const known = {
    indicators: new Set(catalogue.indicators.map((each) => each.code)),
    units: new Set(catalogue.units.map((each) => each.code)),
    denominators: new Set(catalogue.denominators.map((each) => each.name)),
  };
  const faults: CatalogueFault[] = [
    ...valuesOf('ChiTieu', indicatorSchema, catalogue.indicators),
    ...valuesOf('DonVi', unitSchema, catalogue.units),
    ...valuesOf('PhanCong', assignmentSchema, catalogue.assignments),
    ...valuesOf('KeHoachDonVi', unitPlanSchema, catalogue.unitPlans),
    ...valuesOf('NgayNghi', isoDateSchema, catalogue.holidays),
    ...valuesOf('MauSo', denominatorSchema, catalogue.denominators),
    ...valuesOf('RangBuoc', identitySchema, catalogue.identities),
    ...duplicates('ChiTieu', 'code', catalogue.indicators.map((each) => each.code)),
    ...duplicates('DonVi', 'code', catalogue.units.map((each) => each.code)),
    ...duplicates('PhanCong', 'unit', catalogue.assignments.map((each) => `${each.indicator} ${each.unit ?? ''}`.trim())),
    ...duplicates('KeHoachDonVi', 'unit', catalogue.unitPlans.map((each) => `${each.indicator} ${each.unit}`)),
  ];
  const fault = (table: CatalogueTable, row: number, column: string, problem: CatalogueProblem, detail: string): void => {
    faults.push({ table, row, column, problem, detail });
  };
  const knownIndicator = (table: CatalogueTable, row: number, column: string, code: string): void => {
    if (!known.indicators.has(code)) fault(table, row, column, 'unknownIndicator', code);
  };

  catalogue.indicators.forEach((indicator, row) => {
    const { min, max } = indicator.bounds;
    if (min !== null && max !== null && min > max) fault('ChiTieu', row, 'bounds', 'minAboveMax', `${min} > ${max}`);
    if (indicator.parent !== null) knownIndicator('ChiTieu', row, 'parent', indicator.parent);
    if (indicator.derivation) knownIndicator('ChiTieu', row, 'derivation', indicator.derivation.of);
    if (indicator.derivation?.method === 'share' && !known.denominators.has(indicator.derivation.denominator)) {
      fault('ChiTieu', row, 'derivation', 'unknownDenominator', indicator.derivation.denominator);
    }
    if (indicator.validFrom !== null && indicator.validTo !== null && indicator.validFrom > indicator.validTo) {
      fault('ChiTieu', row, 'validTo', 'minAboveMax', `${indicator.validFrom} > ${indicator.validTo}`);
    }
  });
  for (const [row, chain] of circles(catalogue.indicators)) fault('ChiTieu', row, 'parent', 'circularParent', chain);

  const leads = new Map<string, number>();
  catalogue.assignments.forEach((assignment, row) => {
    knownIndicator('PhanCong', row, 'indicator', assignment.indicator);
    if (assignment.unit !== null && !known.units.has(assignment.unit)) fault('PhanCong', row, 'unit', 'unknownUnit', assignment.unit);
    if (assignment.unit === null && assignment.role !== 'derived') fault('PhanCong', row, 'unit', 'unknownUnit', '');
    if (assignment.role !== 'lead') return;
    if (leads.has(assignment.indicator)) fault('PhanCong', row, 'role', 'twoLeads', assignment.indicator);
    leads.set(assignment.indicator, row);
  });
  catalogue.unitPlans.forEach((plan, row) => {
    knownIndicator('KeHoachDonVi', row, 'indicator', plan.indicator);
    if (!known.units.has(plan.unit)) fault('KeHoachDonVi', row, 'unit', 'unknownUnit', plan.unit);
  });
  catalogue.identities.forEach((identity, row) => {
    const codes = identity.kind === 'sum' ? [identity.total, ...identity.parts] : [identity.smaller, identity.larger];
    for (const code of codes) knownIndicator('RangBuoc', row, identity.kind === 'sum' ? 'total' : 'smaller', code);
  });
  return faults;
}

function valuesOf<T>(table: CatalogueTable, schema: z.ZodType<T>, rows: readonly T[]): CatalogueFault[] {
  return rows.flatMap((row, position) => {
    const outcome = schema.safeParse(row);
    if (outcome.success) return [];
    return outcome.error.issues.map((issue): CatalogueFault => {
      const column = String(issue.path[0] ?? '');
      return { table, row: position, column, problem: 'badValue', detail: shown(row, column) };
    });
  });
}

/** The value under a field, as an analyst would recognise it. */
function shown(row: unknown, column: string): string {
  if (typeof row === 'string') return row;
  const found = typeof row === 'object' && row !== null ? Object.entries(row).find(([key]) => key === column) : undefined;
  const value: unknown = found?.[1];
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

function duplicates(table: CatalogueTable, column: string, keys: readonly string[]): CatalogueFault[] {
  const seen = new Set<string>();
  const faults: CatalogueFault[] = [];
  keys.forEach((key, row) => {
    if (seen.has(key)) faults.push({ table, row, column, problem: 'duplicateCode', detail: key });
    seen.add(key);
  });
  return faults;
}

/** Every indicator that is its own ancestor, with the chain that shows it. */
function circles(indicators: readonly Indicator[]): [row: number, chain: string][] {
  const parents = new Map(indicators.map((each) => [each.code, each.parent]));
  const found: [number, string][] = [];
  indicators.forEach((indicator, row) => {
    const chain = [indicator.code];
    for (let next = indicator.parent; next !== null; next = parents.get(next) ?? null) {
      chain.push(next);
      if (next === indicator.code) found.push([row, chain.join(' → ')]);
      if (chain.indexOf(next) < chain.length - 1) break;
    }
  });
  return found;
}
