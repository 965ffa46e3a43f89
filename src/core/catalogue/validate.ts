import type { z } from 'zod';
import { CODES } from '../checks/codes';
import type { CatalogueProblem } from '../checks/finding';
import { periodKey } from '../period';
import { isInPoints } from '../targets/cuts';
import { pathFaults } from './validate-paths';
import {
  assignmentSchema, calendarDaySchema, closedPeriodSchema, denominatorSchema, identitySchema, indicatorSchema, pastCumulativeSchema, scenarioSchema,
  severitySchema, thresholdRowSchema, unitPlanSchema, unitSchema, type ThresholdRow,
} from './schemas';
import { thresholdRows } from './thresholds';
import type { CalendarDay, Catalogue, Identity, Indicator } from './types';
import type { Validity } from './validity';

/** The tables in which the analysts edit the catalogue. */
export type CatalogueTable = 'ChiTieu' | 'DonVi' | 'PhanCong' | 'KeHoachDonVi' | 'NgayNghi' | 'MauSo' | 'RangBuoc' | 'MucDo' | 'Nguong' | 'KyKhoa' | 'KichBan' | 'LichSuThang';

/** One thing that is wrong in the catalogue. */
export interface CatalogueFault {
  readonly table: CatalogueTable;
  /** Zero-based position in the catalogue's list; of thresholds, in their order. */
  readonly row: number;
  /** Field of the row's type ("code", "bounds", "period.month"). */
  readonly column: string;
  readonly problem: CatalogueProblem;
  /** The value that is wrong, as text. */
  readonly detail: string;
}

/** Everything that is wrong in a catalogue: values, what is said twice, what is out of order, names of nothing. Empty for a sound one. */
export function validateCatalogue(catalogue: Catalogue): CatalogueFault[] {
  return [...valueFaults(catalogue), ...fitFaults(catalogue)];
}

/** What is wrong between rows that are each believable by themselves. */
export function fitFaults(catalogue: Catalogue): CatalogueFault[] {
  return [...duplicateFaults(catalogue), ...rangeFaults(catalogue), ...referenceFaults(catalogue), ...pathFaults(catalogue)];
}

/** What a field that its schema refuses is called: a change without its reason has a name of its own. */
export function problemOf(table: CatalogueTable, column: string): CatalogueProblem {
  return table === 'MucDo' && column === 'reason' ? 'missingReason' : 'badValue';
}

/** The field that an issue speaks of ("bounds.min"); of a field too many, that field. */
export function fieldOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? issue.keys[0] ?? '' : issue.path.map(String).join('.');
}

/** Every code of an indicator that a rule names, with the field where it stands. */
export function namedIn(identity: Identity): readonly (readonly [field: string, code: string])[] {
  return identity.kind === 'sum'
    ? [['total', identity.total], ...identity.parts.map((part) => ['parts', part] as const)]
    : [['smaller', identity.smaller], ['larger', identity.larger]];
}

function valueFaults(catalogue: Catalogue): CatalogueFault[] {
  return [
    ...valuesOf('ChiTieu', indicatorSchema, catalogue.indicators),
    ...valuesOf('DonVi', unitSchema, catalogue.units),
    ...valuesOf('PhanCong', assignmentSchema, catalogue.assignments),
    ...valuesOf('KeHoachDonVi', unitPlanSchema, catalogue.unitPlans),
    ...valuesOf('NgayNghi', calendarDaySchema, catalogue.holidays),
    ...valuesOf('MauSo', denominatorSchema, catalogue.denominators),
    ...valuesOf('RangBuoc', identitySchema, catalogue.identities),
    ...valuesOf('MucDo', severitySchema, catalogue.severities),
    ...valuesOf<ThresholdRow>('Nguong', thresholdRowSchema, thresholdRows(catalogue.thresholds)),
    ...valuesOf('KyKhoa', closedPeriodSchema, catalogue.closedPeriods),
    ...valuesOf('KichBan', scenarioSchema, catalogue.scenarios),
    ...valuesOf('LichSuThang', pastCumulativeSchema, catalogue.pastCumulatives),
  ];
}

function valuesOf<T>(table: CatalogueTable, schema: z.ZodType<T>, rows: readonly T[]): CatalogueFault[] {
  return rows.flatMap((row, position) => {
    const outcome = schema.safeParse(row);
    if (outcome.success) return [];
    return outcome.error.issues.map((issue): CatalogueFault => {
      const [column = ''] = fieldOf(issue).split('.');
      return { table, row: position, column, problem: problemOf(table, column), detail: shown(row, column) };
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

function duplicateFaults(catalogue: Catalogue): CatalogueFault[] {
  return [
    ...duplicates('ChiTieu', 'code', catalogue.indicators.map((each) => each.code)),
    ...duplicates('DonVi', 'code', catalogue.units.map((each) => each.code)),
    ...duplicates('PhanCong', 'unit', catalogue.assignments.map((each) => `${each.indicator} ${each.unit ?? ''}`.trim())),
    ...duplicates('KeHoachDonVi', 'unit', catalogue.unitPlans.map((each) => `${each.indicator} ${each.unit}`)),
    ...contradictions(catalogue.holidays),
    ...overlaps('MauSo', 'name', catalogue.denominators, (each) => each.name),
    ...identityDuplicates(catalogue.identities),
    ...overlaps('MucDo', 'check', catalogue.severities, (each) => each.check),
    ...duplicates('KyKhoa', 'period', catalogue.closedPeriods.map((each) => periodKey(each.period))),
    ...duplicates('KichBan', 'month', catalogue.scenarios.map((each) => `${each.indicator} ${each.month}`)),
    ...duplicates('LichSuThang', 'month', catalogue.pastCumulatives.map((each) => `${each.indicator} ${each.year}-${each.month}`)),
  ];
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

/** A day that is said to be free and to be worked on; said twice alike it does no harm. */
function contradictions(days: readonly CalendarDay[]): CatalogueFault[] {
  const kinds = new Map<string, CalendarDay['kind']>();
  return days.flatMap(({ date, kind }, row): CatalogueFault[] => {
    const known = kinds.get(date) ?? kind;
    kinds.set(date, known);
    return known === kind ? [] : [{ table: 'NgayNghi', row, column: 'date', problem: 'duplicateCode', detail: date }];
  });
}

/** Two rows for one thing whose days overlap: nobody could tell which one holds. */
function overlaps<T extends Validity>(table: CatalogueTable, column: string, rows: readonly T[], keyOf: (row: T) => string): CatalogueFault[] {
  const earlier = new Map<string, T[]>();
  const faults: CatalogueFault[] = [];
  rows.forEach((row, position) => {
    const key = keyOf(row);
    const same = earlier.get(key) ?? [];
    if (same.some((each) => startsBeforeEnd(each, row) && startsBeforeEnd(row, each))) faults.push({ table, row: position, column, problem: 'duplicateCode', detail: key });
    earlier.set(key, [...same, row]);
  });
  return faults;
}

const startsBeforeEnd = (one: Validity, other: Validity): boolean => one.validFrom === null || other.validTo === null || one.validFrom <= other.validTo;

/** One rule said twice for the same place would be found broken twice. */
function identityDuplicates(identities: readonly Identity[]): CatalogueFault[] {
  const seen = new Set<string>();
  const faults: CatalogueFault[] = [];
  identities.forEach((identity, row) => {
    const [left, ...right] = namedIn(identity).map(([, code]) => code);
    const scopes = identity.scope === 'both' ? ['report', 'province'] : [identity.scope];
    const keys = scopes.map((scope) => `${identity.kind} ${left ?? ''} ${[...right].sort().join(' ')} ${scope}`);
    if (keys.some((key) => seen.has(key))) faults.push({ table: 'RangBuoc', row, column: namedIn(identity)[0]?.[0] ?? 'kind', problem: 'duplicateCode', detail: `${left ?? ''} – ${right.join('; ')}` });
    for (const key of keys) seen.add(key);
  });
  return faults;
}

function rangeFaults(catalogue: Catalogue): CatalogueFault[] {
  const faults: CatalogueFault[] = [];
  const inOrder = (table: CatalogueTable, row: number, column: string, low: number | string | null, high: number | string | null): void => {
    if (low !== null && high !== null && low > high) faults.push({ table, row, column, problem: 'minAboveMax', detail: `${low} > ${high}` });
  };
  const days = (table: CatalogueTable, rows: readonly Validity[]): void => {
    rows.forEach(({ validFrom, validTo }, row) => { inOrder(table, row, 'validTo', validFrom, validTo); });
  };
  catalogue.indicators.forEach((indicator, row) => {
    const { bounds, plausible, cuts } = indicator;
    inOrder('ChiTieu', row, 'bounds', bounds.min, bounds.max);
    if (plausible) inOrder('ChiTieu', row, 'plausible', plausible.min, plausible.max);
    if (!cuts) return;
    // Of a pace more is better; in points it is how far behind, and less is better.
    if (isInPoints(indicator)) inOrder('ChiTieu', row, 'cuts', cuts.onTrack, cuts.behind);
    else inOrder('ChiTieu', row, 'cuts', cuts.behind, cuts.onTrack);
  });
  days('ChiTieu', catalogue.indicators);
  days('DonVi', catalogue.units);
  days('MauSo', catalogue.denominators);
  days('MucDo', catalogue.severities);
  return faults;
}

/** Names that nothing answers to. */
function referenceFaults(catalogue: Catalogue): CatalogueFault[] {
  const indicators = new Set(catalogue.indicators.map((each) => each.code));
  const units = new Set(catalogue.units.map((each) => each.code));
  const denominators = new Set(catalogue.denominators.map((each) => each.name));
  const faults: CatalogueFault[] = [];
  const fault = (table: CatalogueTable, row: number, column: string, problem: CatalogueProblem, detail: string): void => {
    faults.push({ table, row, column, problem, detail });
  };
  const knownIndicator = (table: CatalogueTable, row: number, column: string, code: string): void => {
    if (!indicators.has(code)) fault(table, row, column, 'unknownIndicator', code);
  };

  catalogue.indicators.forEach((indicator, row) => {
    if (indicator.parent !== null) knownIndicator('ChiTieu', row, 'parent', indicator.parent);
    if (indicator.derivation) knownIndicator('ChiTieu', row, 'derivation', indicator.derivation.of);
    if (indicator.derivation?.method === 'share' && !denominators.has(indicator.derivation.denominator)) {
      fault('ChiTieu', row, 'derivation', 'unknownDenominator', indicator.derivation.denominator);
    }
  });
  for (const [row, chain] of circles(catalogue.indicators)) fault('ChiTieu', row, 'parent', 'circularParent', chain);

  const leads = new Map<string, number>();
  catalogue.assignments.forEach((assignment, row) => {
    knownIndicator('PhanCong', row, 'indicator', assignment.indicator);
    if (assignment.unit !== null && !units.has(assignment.unit)) fault('PhanCong', row, 'unit', 'unknownUnit', assignment.unit);
    if (assignment.unit === null && assignment.role !== 'derived') fault('PhanCong', row, 'unit', 'unknownUnit', '');
    if (assignment.role !== 'lead') return;
    if (leads.has(assignment.indicator)) fault('PhanCong', row, 'role', 'twoLeads', assignment.indicator);
    leads.set(assignment.indicator, row);
  });
  catalogue.unitPlans.forEach((plan, row) => {
    knownIndicator('KeHoachDonVi', row, 'indicator', plan.indicator);
    if (!units.has(plan.unit)) fault('KeHoachDonVi', row, 'unit', 'unknownUnit', plan.unit);
  });
  catalogue.identities.forEach((identity, row) => {
    for (const [column, code] of namedIn(identity)) knownIndicator('RangBuoc', row, column, code);
  });
  catalogue.severities.forEach(({ check }, row) => {
    if (!Object.hasOwn(CODES, check)) fault('MucDo', row, 'check', 'unknownCheck', check);
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
