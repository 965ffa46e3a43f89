import { z } from 'zod';
import type { Assignment, Catalogue, Denominator, Identity, Indicator, ReportingUnit, UnitPlan } from './types';

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
  group: z.enum(['A', 'B', 'C', 'D']),
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

const scope = z.enum(['report', 'province', 'both']);

export const identitySchema: z.ZodType<Identity> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sum'), total: code, parts: z.array(code).min(1).readonly(), offset: finite,
    tolerance: finite.min(0).nullable(), scope,
  }),
  z.object({ kind: z.literal('atMost'), smaller: code, larger: code, scope }),
]);

export const catalogueSchema: z.ZodType<Catalogue> = z.object({
  year: z.number().int().min(2000).max(2100),
  indicators: z.array(indicatorSchema).readonly(),
  units: z.array(unitSchema).readonly(),
  assignments: z.array(assignmentSchema).readonly(),
  unitPlans: z.array(unitPlanSchema).readonly(),
  denominators: z.array(denominatorSchema).readonly(),
  identities: z.array(identitySchema).readonly(),
  holidays: z.array(isoDateSchema).readonly(),
});

function isCalendarDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === day;
}
