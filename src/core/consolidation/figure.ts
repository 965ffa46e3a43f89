import { isDue } from '../catalogue/due';
import type { Assignment, CatalogueIndex, Indicator } from '../catalogue/types';
import { isInForce, lastDayOf } from '../catalogue/validity';
import { comparePeriods, type Period } from '../period';
import { sumOf, sumOfAll } from './arithmetic';
import { derivedFigure } from './derived';
import type { Fact, FigureSource, ProvinceFigure } from './types';

/** The facts of the year up to the report month, by indicator and unit, in the order of their months. */
export type FactsByPart = (indicator: string, unit: string) => readonly Fact[];

/** One contributor, and the fact of it that makes the province's figure; null when there is none. */
interface Part {
  readonly assignment: Assignment;
  readonly unit: string;
  readonly fact: Fact | null;
  /** Due at the report month, and no usable figure of that month. */
  readonly lacking: boolean;
  /** Due monthly: the figure of the month itself belongs to the cumulative. */
  readonly monthly: boolean;
}

/** Prepares the look-up once for all figures. Facts of other years, of later months and of nobody's are left out. */
export function factsByPart(facts: readonly Fact[], period: Period): FactsByPart {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.period.year !== period.year || comparePeriods(fact.period, period) > 0) continue;
    const key = `${fact.indicator}|${fact.unit}`;
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  for (const group of groups.values()) group.sort((a, b) => comparePeriods(a.period, b.period));
  const none: readonly Fact[] = [];
  return (indicator, unit) => groups.get(`${indicator}|${unit}`) ?? none;
}

/** The province's figures of every indicator of the catalogue at a month, in its order (spec: "The province at report month M"). */
export function provinceFigures(index: CatalogueIndex, period: Period, facts: FactsByPart): readonly ProvinceFigure[] {
  const made = new Map<string, ProvinceFigure>();
  const dues = new Map(index.catalogue.assignments.filter((each) => each.unit === null).map((each) => [each.indicator, each.due]));
  const figureOf = (indicator: Indicator, pending: readonly string[]): ProvinceFigure => {
    const known = made.get(indicator.code);
    if (known) return known;
    let figure: ProvinceFigure;
    if (indicator.derivation === null) figure = reportedFigure(indicator, index, period, facts);
    else {
      const base = index.indicator(indicator.derivation.of);
      // A faulty catalogue may derive an indicator from itself; then there is nothing to derive it from.
      const from = base && !pending.includes(base.code) ? figureOf(base, [...pending, indicator.code]) : null;
      figure = derivedFigure(indicator, indicator.derivation, from, index, period, isDue(dues.get(indicator.code) ?? null, period));
    }
    made.set(indicator.code, figure);
    return figure;
  };
  return index.catalogue.indicators.map((indicator) => figureOf(indicator, []));
}

function reportedFigure(indicator: Indicator, index: CatalogueIndex, period: Period, facts: FactsByPart): ProvinceFigure {
  const on = lastDayOf(period);
  const parts = index.contributors(indicator.code).flatMap((assignment): Part[] => {
    const unit = assignment.unit === null ? null : index.unit(assignment.unit);
    return unit && isInForce(unit, on) ? [partOf(indicator, assignment, unit.code, period, facts)] : [];
  });
  const used = parts.filter((part) => part.fact !== null);
  const latest = used.reduce<Period | null>((max, { fact }) => (fact && (max === null || comparePeriods(fact.period, max) > 0) ? fact.period : max), null);
  const inWords = parts.every((part) => part.assignment.due === null);
  return {
    indicator: indicator.code,
    ...combined(indicator, used),
    asOf: latest,
    coverage: inWords ? null : used.length / parts.length,
    partsExpected: parts.length,
    partsUsed: used.length,
    partsMissing: parts.filter((part) => part.fact === null).map((part) => part.unit),
    provisional: used.length > 0 && parts.some((part) => part.lacking),
    dueNow: parts.some((part) => isDue(part.assignment.due, period)),
    sources: used.flatMap((part) => (part.fact ? [sourceOf(part.fact)] : [])),
  };
}

/** Due monthly: the figure of the very month. Otherwise, and for the parts of a stock, the latest up to it. */
function partOf(indicator: Indicator, assignment: Assignment, unit: string, period: Period, facts: FactsByPart): Part {
  const usable = facts(indicator.code, unit).filter((fact) => fact.used && fact.role !== 'check');
  const atMonth = usable.find((fact) => comparePeriods(fact.period, period) === 0) ?? null;
  const latest = usable.at(-1) ?? null;
  const stays = indicator.kind === 'stock' && indicator.aggregation === 'sum';
  const monthly = assignment.due === 'M';
  return {
    assignment,
    unit,
    fact: monthly && !stays ? atMonth : latest,
    lacking: isDue(assignment.due, period) && (atMonth === null || (monthly && indicator.kind === 'flow' && atMonth.month === null)),
    monthly,
  };
}

type Values = Pick<ProvinceFigure, 'month' | 'cumulative' | 'lastYear' | 'numerator' | 'denominator'>;

const NO_VALUES: Values = { month: null, cumulative: null, lastYear: null, numerator: null, denominator: null };

function combined(indicator: Indicator, used: readonly Part[]): Values {
  const facts = used.flatMap((part) => (part.fact ? [part.fact] : []));
  const [first] = facts;
  if (!first) return NO_VALUES;
  // The month belongs beside a cumulative that is due monthly; a quarter's report has no figure for the month itself.
  const months = used.map((part) => (part.monthly && indicator.kind === 'flow' ? (part.fact?.month ?? null) : null));
  switch (indicator.aggregation) {
    case 'lead':
      return { month: months[0] ?? null, cumulative: first.cumulative, lastYear: first.lastYear, numerator: first.numerator, denominator: first.denominator };
    case 'sum':
      return {
        ...NO_VALUES,
        month: sumOf(months, indicator.decimals),
        cumulative: sumOf(facts.map((fact) => fact.cumulative), indicator.decimals),
        lastYear: sumOfAll(facts.map((fact) => fact.lastYear), indicator.decimals),
      };
    case 'ratio':
      return ratioOf(indicator, facts);
    case 'derived':
      return NO_VALUES;
  }
}

/** Σ numerators ÷ Σ denominators × scale; of a change, what that is below the rate at the end of last year. Never a mean of rates. */
function ratioOf(indicator: Indicator, facts: readonly Fact[]): Values {
  const numerator = sumOf(facts.map((fact) => fact.numerator), indicator.decimals);
  const denominator = sumOf(facts.map((fact) => fact.denominator), indicator.decimals);
  if (numerator === null || denominator === null || denominator === 0) return { ...NO_VALUES, numerator, denominator };
  const rate = (numerator / denominator) * indicator.scale;
  if (indicator.kind !== 'change') return { ...NO_VALUES, cumulative: rate, numerator, denominator };
  return { ...NO_VALUES, cumulative: indicator.baseline === null ? null : indicator.baseline - rate, numerator, denominator };
}

function sourceOf(fact: Fact): FigureSource {
  const { unit, period, role, file, sheet, cells, marks, cumulative } = fact;
  return { unit, period, role, file, sheet, cell: cells.cumulative ?? cells.month ?? cells.numerator ?? '', value: cumulative, marks };
}
