import { z } from 'zod';
import type {
  Assignment, CalendarDay, Catalogue, ClosedPeriod, Denominator, Identity, Indicator, PastCumulative, ProgrammeTask, ReportingUnit, ScenarioPoint, SeverityChange,
  Thresholds, UnitPlan,
} from './types';

/**
 * What a catalogue row must be before it is believed. Texts from cells are trimmed and put into NFC, so that codes and
 * names compare alike whoever typed them.
 */
const text = z.string().transform((value) => value.normalize('NFC').trim());
const code = text.refine((value) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value), 'code');
const name = text.refine((value) => value.length > 0, 'empty');
const aliases = z.array(text).transform((values) => values.filter((value) => value.length > 0)).readonly();
const finite = z.number().finite();

/** A calendar day that exists, yyyy-mm-dd. */
export const isoDateSchema = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/).refine(isCalendarDay, 'date');
const validity = { validFrom: isoDateSchema.nullable(), validTo: isoDateSchema.nullable() };

const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), value: finite }).readonly(),
  z.object({ kind: z.literal('date'), date: isoDateSchema }).readonly(),
  z.object({ kind: z.literal('lastYear') }).readonly(),
]);

const derivationSchema = z.discriminatedUnion('method', [
  z.object({ method: z.literal('growth'), of: code }).readonly(),
  z.object({ method: z.literal('share'), of: code, denominator: name }).readonly(),
]);

const boundsSchema = z
  .object({ min: finite.nullable(), max: finite.nullable(), minExclusive: z.boolean(), maxExclusive: z.boolean() })
  .readonly();

export const indicatorSchema: z.ZodType<Indicator> = z.object({
  code, name, short: name, aliases, unit: text,
  scale: finite.positive(),
  decimals: z.number().int().min(0).max(10),
  bounds: boundsSchema,
  kind: z.enum(['flow', 'stock', 'rate', 'growth', 'change', 'cohort', 'milestone']),
  aggregation: z.enum(['lead', 'sum', 'ratio', 'derived']),
  target: targetSchema.nullable(),
  operator: z.enum(['>=', '>', '<=', '<', '=', '~']).nullable(),
  better: z.enum(['up', 'down']).nullable(),
  baseline: finite.nullable(),
  tolerance: finite.min(0).nullable(),
  plausible: z.object({ min: finite.nullable(), max: finite.nullable() }).readonly().nullable(),
  cuts: z.object({ onTrack: finite.min(0), behind: finite.min(0) }).readonly().nullable(),
  group: z.enum(['A', 'B', 'C', 'D']),
  taskGroup: z.number().int().min(1).max(12).nullable(),
  parent: code.nullable(),
  derivation: derivationSchema.nullable(),
  ...validity,
});

export const unitSchema: z.ZodType<ReportingUnit> = z.object({
  code, name, short: name, aliases,
  kind: z.enum(['department', 'central', 'district', 'service', 'enterprise']),
  openErrors: z.enum(['take', 'leaveOut']),
  ...validity,
});

export const assignmentSchema: z.ZodType<Assignment> = z.object({
  indicator: code,
  unit: code.nullable(),
  role: z.enum(['lead', 'part', 'check', 'derived']),
  due: z.enum(['M', 'Q', 'S', 'A', 'E']).nullable(),
  notes: text,
});

export const unitPlanSchema: z.ZodType<UnitPlan> = z.object({ unit: code, indicator: code, plan: finite });

export const denominatorSchema: z.ZodType<Denominator> = z.object({ name, value: finite.positive(), ...validity });

export const calendarDaySchema: z.ZodType<CalendarDay> = z.object({ date: isoDateSchema, kind: z.enum(['off', 'working']) });

const scope = z.enum(['report', 'province', 'both']);

export const identitySchema: z.ZodType<Identity> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sum'), total: code, parts: z.array(code).min(1).refine(areDistinct, 'twice').readonly(), offset: finite,
    tolerance: finite.min(0).nullable(), scope,
  }).refine((row) => !row.parts.includes(row.total), { path: ['parts'], message: 'itself' }),
  // An offset or a tolerance would be passed over in silence, hence strict.
  z.strictObject({ kind: z.literal('atMost'), smaller: code, larger: code, scope }).refine((row) => row.smaller !== row.larger, { path: ['larger'], message: 'itself' }),
]);

const share = finite.min(0);

const thresholdShape = {
  revisionShare: share, revisedFigures: share, outlierScore: finite.positive(), outlierMonths: z.number().int().min(3).max(12), outlierShare: share,
  identicalCells: z.number().int().min(2), crossCheckShare: share, overshootShare: finite.positive(), unitPlanShare: share,
  remindDays: z.number().int().min(0).max(30), lateMonths: z.number().int().min(2).max(12), freeDayGrace: z.number().int().min(0).max(1), percentPoints: share,
} satisfies { readonly [K in keyof Thresholds]: z.ZodType<number> };

export const thresholdsSchema: z.ZodType<Thresholds> = z.object(thresholdShape);

/** One threshold, as a row of a table. */
export interface ThresholdRow {
  readonly name: keyof Thresholds;
  readonly value: number;
}

export const thresholdRowSchema: z.ZodType<ThresholdRow> = z
  .object({ name: z.keyof(z.object(thresholdShape)), value: finite })
  .refine(({ name: of, value }) => thresholdShape[of].safeParse(value).success, { path: ['value'], message: 'threshold' });

/** Whether such a check exists is judged where the checks are known. */
export const severitySchema: z.ZodType<SeverityChange> = z.object({ check: code, severity: z.enum(['E', 'W', 'I']), reason: name, ...validity });

const year = z.number().int().min(2000).max(2100);
const month = z.number().int().min(1).max(12);

export const closedPeriodSchema: z.ZodType<ClosedPeriod> = z.object({ period: z.object({ year, month }).readonly(), closedOn: isoDateSchema });

export const scenarioSchema: z.ZodType<ScenarioPoint> = z.object({ indicator: code, month, value: finite });

export const pastCumulativeSchema: z.ZodType<PastCumulative> = z.object({ indicator: code, year, month, cumulative: finite.min(0) });

export const taskSchema: z.ZodType<ProgrammeTask> = z.object({
  code, name, group: z.number().int().min(1).max(12).nullable(), units: text, due: isoDateSchema, indicator: code.nullable(), source: text,
});

export const catalogueSchema: z.ZodType<Catalogue> = z.object({
  year,
  indicators: z.array(indicatorSchema).readonly(),
  units: z.array(unitSchema).readonly(),
  assignments: z.array(assignmentSchema).readonly(),
  unitPlans: z.array(unitPlanSchema).readonly(),
  denominators: z.array(denominatorSchema).readonly(),
  identities: z.array(identitySchema).readonly(),
  holidays: z.array(calendarDaySchema).readonly(),
  thresholds: thresholdsSchema,
  severities: z.array(severitySchema).readonly(),
  closedPeriods: z.array(closedPeriodSchema).readonly(),
  tasks: z.array(taskSchema).readonly(),
  scenarios: z.array(scenarioSchema).readonly(),
  pastCumulatives: z.array(pastCumulativeSchema).readonly(),
});

function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

function isCalendarDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === day;
}
