import type { CatalogueIndex, Identity } from '../catalogue/types';
import type { Finding, FindingDraft } from '../checks/finding';
import { makeFinding } from '../checks/make';
import { daysBetween } from '../deadlines/calendar';
import { deadlineOf } from '../deadlines/deadline';
import { periodKey, samePeriod, type IsoDate, type Period } from '../period';
import { FACT_FIGURES } from './row-values';
import type { CheckedReport, Fact, FactChange, FactFigure, HeldFigure, ProvinceFigure, UnitCoverage } from './types';

export interface CoverageFindingsInput {
  readonly units: UnitCoverage;
  readonly unexpected: readonly string[];
  readonly period: Period;
  /** Today. */
  readonly asOf: IsoDate;
  /** The last day on which a report is on time. */
  readonly timely: IsoDate;
}

/**
 * Who is absent (C01 while a report would still be on time, D01 afterwards), who came unexpectedly (C02), who sent no
 * words (C03).
 */
export function coverageFindings({ units, unexpected, period, asOf, timely }: CoverageFindingsInput): readonly Finding[] {
  const deadline = deadlineOf(period);
  const late = asOf > timely;
  const daysLate = daysBetween(deadline, asOf);
  const ofUnit = (unit: string, draft: FindingDraft): Finding => makeFinding(draft, { file: '', sheet: '', unit, period });
  const wordless = units.inWords.expected.filter((unit) => !units.inWords.received.includes(unit));
  return [
    ...units.missing.map((unit) => ofUnit(unit, late ? { code: 'D01', params: { deadline, daysLate } } : { code: 'C01', params: { deadline } })),
    ...unexpected.map((unit) => ofUnit(unit, { code: 'C02', params: {} })),
    // Until the deadline nobody is late with words either; a warning then would be about nothing.
    ...(late ? wordless.map((unit) => ofUnit(unit, { code: 'C03', params: {} })) : []),
  ];
}

/** C05: units whose report has errors open, with what became of their figures. One for each unit and month. */
export function openErrorFindings(reports: readonly CheckedReport[], held: readonly HeldFigure[], index: CatalogueIndex): readonly Finding[] {
  const groups = new Map<string, CheckedReport[]>();
  for (const one of reports) {
    const { unit, period } = one.report;
    if (unit === null || period === null || !one.result.findings.some((finding) => finding.severity === 'E')) continue;
    const key = `${unit}|${periodKey(period)}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group): Finding[] => {
    const report = group[0]?.report;
    if (!report || report.period === null) return [];
    const { unit, period, source } = report;
    const errors = group.reduce((sum, each) => sum + each.result.findings.filter((finding) => finding.severity === 'E').length, 0);
    const waiting = new Set(held.filter((each) => each.unit === unit && each.period !== null && samePeriod(each.period, period)).map((each) => each.indicator));
    const leftOut = unit !== null && index.unit(unit)?.openErrors === 'leaveOut';
    return [makeFinding({ code: 'C05', params: { errors, held: waiting.size, leftOut } }, { file: source.file, sheet: source.sheet, unit, period })];
  });
}

/**
 * C06: what a stored figure was and becomes. Each change is a record of its own, told apart by its two values, so that a
 * second correction of the same figure does not write over the first.
 * A figure that comes into use or goes out of it appears or disappears.
 */
export function changeFindings(changes: readonly FactChange[], facts: readonly Fact[]): readonly Finding[] {
  const figures = new Set<string>();
  for (const change of changes) if (change.kind === 'changed' && isFigure(change.figure)) figures.add(seriesOf(change));
  const byKey = new Map(facts.map((fact) => [seriesOf(fact), fact]));
  return changes.flatMap((change): Finding[] => {
    if (change.kind === 'added') return [];
    const fact = byKey.get(seriesOf(change));
    const place = { file: fact?.file ?? '', sheet: fact?.sheet ?? '', unit: change.unit, period: change.period };
    const say = (role: FactFigure, before: number | null, after: number | null): Finding =>
      makeFinding({ code: 'C06', params: { role, before, after }, indicator: change.indicator, cells: fact?.cells[role] ? [fact.cells[role]] : [], found: after, expected: before, key: `${role}|${before ?? ''}|${after ?? ''}` }, place);
    if (isFigure(change.figure)) return [say(change.figure, numberOf(change.before), numberOf(change.after))];
    if (change.figure !== 'used' || figures.has(seriesOf(change)) || !fact) return [];
    return [say('cumulative', change.before === true ? fact.cumulative : null, change.after === true ? fact.cumulative : null)];
  });
}

function isFigure(figure: FactChange['figure']): figure is FactFigure {
  return FACT_FIGURES.some((each) => each === figure);
}

function seriesOf({ unit, indicator, period }: { readonly unit: string; readonly indicator: string; readonly period: Period }): string {
  return `${unit}|${indicator}|${period.year}|${period.month}`;
}

function numberOf(value: FactChange['before']): number | null {
  return typeof value === 'number' ? value : null;
}

/**
 * C09: identities over the province's figures. Judged only where every figure is there and nobody's part is missing:
 * a gap in the figures is not an imbalance.
 */
export function identityFindings(figures: readonly ProvinceFigure[], index: CatalogueIndex, period: Period): readonly Finding[] {
  const byCode = new Map(figures.map((figure) => [figure.indicator, figure]));
  const valueOf = (code: string): number | null => {
    const figure = byCode.get(code);
    return figure && figure.partsMissing.length === 0 && !figure.provisional ? figure.cumulative : null;
  };
  return index.catalogue.identities.flatMap((identity): Finding[] => {
    if (identity.scope === 'report') return [];
    const found = judged(identity, valueOf, index);
    if (!found || Math.abs(found.imbalance) <= found.tolerance) return [];
    if (identity.kind === 'atMost' && found.imbalance <= 0) return [];
    return [makeFinding({ code: 'C09', params: found, indicator: found.total, found: found.totalValue, expected: found.sum, key: found.parts.join('+') }, { file: '', sheet: '', unit: null, period })];
  });
}

type Judged = Extract<Finding, { readonly code: 'C09' }>['params'];

function judged(identity: Identity, valueOf: (code: string) => number | null, index: CatalogueIndex): Judged | null {
  const total = identity.kind === 'sum' ? identity.total : identity.larger;
  const parts = identity.kind === 'sum' ? identity.parts : [identity.smaller];
  const totalValue = valueOf(total);
  const values = parts.map(valueOf).filter((value) => value !== null);
  if (totalValue === null || values.length < parts.length) return null;
  const sum = values.reduce((so, value) => so + value, identity.kind === 'sum' ? identity.offset : 0);
  const noise = 1e-9 * Math.max(1, Math.abs(totalValue));
  return { total, parts, totalValue, sum: Number(sum.toPrecision(12)), imbalance: Number((sum - totalValue).toPrecision(12)), tolerance: toleranceOf(identity, totalValue, index) + noise };
}

/** A declared share of the total; where none is declared, what rounding each figure can make: (n + 1) · ½ · 10⁻ᵈ. */
function toleranceOf(identity: Identity, totalValue: number, index: CatalogueIndex): number {
  if (identity.kind === 'atMost') return 0;
  if (identity.tolerance !== null) return identity.tolerance * Math.abs(totalValue);
  return ((identity.parts.length + 1) / 2) * 10 ** -(index.indicator(identity.total)?.decimals ?? 0);
}
