import type { CatalogueIndex, Indicator } from '../catalogue/types';
import { lastDayOf } from '../catalogue/validity';
import { factKey } from '../consolidation/fact-index';
import type { Fact, FactFigure, ProvinceFigure } from '../consolidation/types';
import type { Grid } from '../grid';
import { comparePeriods, samePeriod, type Period } from '../period';
import { findSummaryLayout } from '../sheets/summary-columns';
import type { StoredTable } from '../sheets/table';
import type { Assessment } from '../targets/types';
import { factPlaces, operandKeys, shownIn, sourcePlaces, summaryCellOf } from './places';
import { provinceAt } from './province-at';
import type { Trace, TraceBeside, TracedKey, TracedNumber, TraceOperand, TraceRule, TraceSource } from './types';

export interface TraceInput {
  readonly index: CatalogueIndex;
  /** As SoLieu holds them. */
  readonly facts: readonly Fact[];
  readonly period: Period;
  readonly indicator: string;
  readonly key: TracedKey;
  /** Tổng hợp as it stands; null while there is none. */
  readonly summary: Grid | null;
  /** SoLieu as it stands. */
  readonly table: StoredTable | null;
  readonly sheetNames: readonly string[];
}

/** What makes a TraceSource of a fact. */
interface Reader {
  readonly figure: FactFigure;
  readonly facts: readonly Fact[];
  readonly placeOf: ReturnType<typeof factPlaces>;
  readonly sourceOf: ReturnType<typeof sourcePlaces>;
}

/**
 * "Từ đâu ra": units, months, files and cells behind one figure of Tổng hợp, what is held beside it and what is missing.
 * Everything comes from the workbook, so it works whenever it is opened again. null for an indicator that is not in the
 * catalogue.
 */
export function traceFigure(input: TraceInput): Trace | null {
  const { index, facts, period, key } = input;
  const indicator = index.indicator(input.indicator);
  if (!indicator) return null;
  const source = sourceIndicator(indicator, index);
  const at = provinceAt(index, facts, period);
  const figure = at.figures.get(indicator.code) ?? null;
  const own = facts.filter((fact) => fact.indicator === source.code && fact.period.year === period.year && comparePeriods(fact.period, period) <= 0);
  const reader: Reader = {
    figure: key === 'month' ? 'month' : key === 'lastYear' ? 'lastYear' : 'cumulative',
    facts: own, placeOf: factPlaces(input.table), sourceOf: sourcePlaces(input.sheetNames),
  };
  const byKey = new Map(own.map((fact) => [factKey(fact.unit, fact.indicator, fact.period), fact]));
  const used = (figure?.sources ?? []).flatMap((each) => byKey.get(factKey(each.unit, source.code, each.period)) ?? []);
  const base = at.figures.get(source.code) ?? null;
  const known = new Set(own.map((fact) => fact.unit));
  return {
    indicator: indicator.code, key, period,
    rule: ruleOf(indicator),
    of: source.code,
    value: computedOf(key, figure, at.assessments.get(indicator.code) ?? null),
    ...onSheet(input, indicator.code, key),
    asOf: figure?.asOf ?? null,
    provisional: figure?.provisional ?? false,
    numerator: base?.numerator ?? null,
    denominator: base?.denominator ?? null,
    whole: wholeOf(indicator, index, period),
    operands: operandsOf(input, indicator, source),
    sources: used.map((fact) => sourceOf(fact, reader)),
    beside: besideOf(used, own, reader),
    missing: (base?.partsMissing ?? []).filter((unit) => !known.has(unit)),
  };
}

/** Derived indicators may follow from derived ones; a faulty catalogue may go in a circle, which ends where it began. */
function sourceIndicator(indicator: Indicator, index: CatalogueIndex): Indicator {
  const seen = new Set<string>();
  let current = indicator;
  while (current.derivation && !seen.has(current.code)) {
    seen.add(current.code);
    current = index.indicator(current.derivation.of) ?? current;
  }
  return current;
}

function ruleOf(indicator: Indicator): TraceRule {
  if (indicator.derivation) return indicator.derivation.method;
  return indicator.aggregation === 'derived' ? 'lead' : indicator.aggregation;
}

function wholeOf({ derivation }: Indicator, index: CatalogueIndex, period: Period): Trace['whole'] {
  return derivation?.method === 'share' ? { name: derivation.denominator, value: index.denominator(derivation.denominator, lastDayOf(period)) } : null;
}

/** The add-in's own number for a column. */
export function computedOf(key: TracedKey, figure: ProvinceFigure | null, assessment: Assessment | null): number | null {
  switch (key) {
    case 'plan':
      return assessment?.target ?? null;
    case 'month':
    case 'cumulative':
    case 'lastYear':
    case 'coverage':
      return figure?.[key] ?? null;
    case 'asOf':
      return figure?.asOf?.month ?? null;
    case 'used':
      return figure?.partsUsed ?? null;
    case 'contributors':
      return figure?.partsExpected ?? null;
    case 'needed':
      return assessment?.neededPerMonth ?? null;
    case 'percentOfPlan':
    case 'percentOfLastYear':
    case 'expected':
    case 'gap':
    case 'gapToDate':
    case 'pace':
    case 'forecast':
      return assessment?.[key] ?? null;
    // Columns of words.
    default:
      return null;
  }
}

function onSheet({ summary }: TraceInput, indicator: string, key: TracedKey): Pick<Trace, 'shown' | 'formula' | 'overwritten' | 'place'> {
  const layout = summary && findSummaryLayout(summary);
  const found = summary && layout ? summaryCellOf(summary, layout, indicator, key) : null;
  if (!found) return { shown: null, formula: null, overwritten: false, place: null };
  const formula = found.cell?.formula ?? null;
  const shown = shownIn(found.cell);
  return { shown, formula, overwritten: key !== 'plan' && formula === null && shown !== null, place: found.place };
}

/** The cells beside it that the formula reads; of a derived figure also the figure that it follows from. */
function operandsOf({ summary, key, indicator: code }: TraceInput, indicator: Indicator, source: Indicator): readonly TraceOperand[] {
  const layout = summary && findSummaryLayout(summary);
  if (!summary || !layout) return [];
  const operand = (of: string, each: TracedKey): readonly TraceOperand[] => {
    const found = summaryCellOf(summary, layout, of, each);
    return found ? [{ indicator: of, key: each, value: shownIn(found.cell), place: found.place }] : [];
  };
  const own = summaryCellOf(summary, layout, code, key);
  const beside = own?.cell?.formula === undefined ? [] : operandKeys(own.cell.formula, layout, own.row).filter((each) => each !== key);
  const base = source.code === code || key !== 'cumulative' ? [] : indicator.derivation?.method === 'growth' ? (['cumulative', 'lastYear'] as const) : (['cumulative'] as const);
  return [...beside.flatMap((each) => operand(code, each)), ...base.flatMap((each) => operand(source.code, each))];
}

function sourceOf(fact: Fact, { figure, facts, placeOf, sourceOf: sourcePlace }: Reader): TraceSource {
  const { unit, indicator, period, role, level, state, method, file, sheet, recordedAt, reasons, marks } = fact;
  const isRatio = figure === 'cumulative' && fact.numerator !== null && fact.denominator !== null;
  const figures: readonly FactFigure[] = isRatio ? ['numerator', 'denominator'] : [figure];
  return {
    unit, indicator, period, role, level, state, method, file, sheet, recordedAt, reasons, marks,
    revision: fact.revision ?? '',
    numbers: figures.map((each): TracedNumber => {
      const cell = fact.cells[each] ?? '';
      return { figure: each, value: fact[each], cell, fact: placeOf(fact, each), source: sourcePlace(fact, cell) };
    }),
    months: facts
      .filter((each) => each.unit === unit && comparePeriods(each.period, period) <= 0)
      .sort((a, b) => comparePeriods(a.period, b.period))
      .map((each) => ({ period: each.period, month: each.month, cumulative: each.cumulative, used: each.used })),
  };
}

/** The newest fact of each unit that is not in the figure, as long as it is not older than the one that is. */
function besideOf(used: readonly Fact[], own: readonly Fact[], reader: Reader): readonly TraceBeside[] {
  const inside = new Map(used.map((fact) => [fact.unit, fact]));
  const newest = new Map<string, Fact>();
  for (const fact of own) {
    const known = newest.get(fact.unit);
    if (used.includes(fact)) continue;
    const counted = inside.get(fact.unit);
    if (counted && comparePeriods(fact.period, counted.period) <= 0 && !samePeriod(fact.period, counted.period)) continue;
    if (!known || comparePeriods(fact.period, known.period) > 0) newest.set(fact.unit, fact);
  }
  return [...newest.values()].map((fact) => ({ ...sourceOf(fact, reader), why: whyBeside(fact) }));
}

function whyBeside(fact: Fact): TraceBeside['why'] {
  if (fact.role === 'check') return 'secondSource';
  if (fact.used) return 'older';
  return fact.reasons.length > 0 ? 'held' : 'leftOut';
}
