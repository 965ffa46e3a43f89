import type { Catalogue, CatalogueIndex, Identity, Indicator, PastCumulative } from '../catalogue/types';
import { namedIn } from '../catalogue/validate';
import type { Fact, ProvinceFigure } from '../consolidation/types';
import { provinceAt } from '../trace/province-at';

const DECEMBER = 12;
/** So many past years are looked at when a usual share is worked out. */
const PAST_YEARS = 3;

/** Next year's catalogue, and what a person still has to see to. */
export interface NewYear {
  readonly catalogue: Catalogue;
  /** Indicators whose end-of-year value became the baseline. */
  readonly baselines: readonly string[];
  /** Indicators that are judged against the end of last year, which nobody knows yet. */
  readonly withoutBaseline: readonly string[];
  /** Indicators and units that are no longer in force, by code. */
  readonly dropped: readonly string[];
  /** Totals of rules that began from a count that is not known yet: the rule is left out until somebody adds it. */
  readonly openRules: readonly string[];
}

/**
 * The catalogue of the year after `index`'s: the same indicators, units and assignments as far as they are in force;
 * targets blank, since a new decision sets them ("less than last year" names no number and stays); the end of this year
 * as the baseline where December is known; this year's months among the past years, whose shares foretell the next one;
 * units' own plans, scenarios, dated tasks and holidays blank, no month closed.
 */
export function newYearCatalogue(index: CatalogueIndex, facts: readonly Fact[]): NewYear {
  const { catalogue } = index;
  const year = catalogue.year + 1;
  const firstDay = `${year}-01-01`;
  const lasts = (entry: { readonly validTo: string | null }): boolean => entry.validTo === null || entry.validTo >= firstDay;
  const closing = closingValues(index, facts);
  const kept = keptIndicators(catalogue.indicators.filter(lasts));
  const codes = new Set(kept.map((indicator) => indicator.code));
  const units = catalogue.units.filter(lasts);
  const unitCodes = new Set(units.map((unit) => unit.code));
  const indicators = kept.map((indicator): Indicator => ({
    ...indicator,
    target: indicator.target?.kind === 'lastYear' ? indicator.target : null,
    baseline: needsBaseline(indicator) ? (closing.baselineOf(indicator) ?? null) : null,
    parent: indicator.parent !== null && codes.has(indicator.parent) ? indicator.parent : null,
  }));
  const { identities, openRules } = nextIdentities(catalogue.identities, codes, closing.valueOf);
  const judged = indicators.filter(needsBaseline);
  return {
    catalogue: {
      ...catalogue, year, indicators, units, identities,
      assignments: catalogue.assignments.filter((row) => codes.has(row.indicator) && (row.unit === null || unitCodes.has(row.unit))),
      // One that bears an indicator's code is what that rate will be taken of when its own year is full.
      denominators: catalogue.denominators.filter((row) => lasts(row) && !codes.has(row.name)),
      severities: catalogue.severities.filter(lasts),
      pastCumulatives: [...catalogue.pastCumulatives.filter((row) => codes.has(row.indicator) && row.year >= year - PAST_YEARS && row.year !== catalogue.year), ...monthsOfYear(index, facts, codes)],
      unitPlans: [], holidays: [], closedPeriods: [], scenarios: [], tasks: [],
    },
    baselines: judged.filter((indicator) => indicator.baseline !== null).map((indicator) => indicator.code),
    withoutBaseline: judged.filter((indicator) => indicator.baseline === null).map((indicator) => indicator.code),
    dropped: [
      ...catalogue.indicators.filter(({ code }) => !codes.has(code)).map(({ code }) => code),
      ...catalogue.units.filter(({ code }) => !unitCodes.has(code)).map(({ code }) => code),
    ],
    openRules,
  };
}

/** An indicator that follows from one that is gone cannot be computed any more, and goes with it. */
function keptIndicators(indicators: readonly Indicator[]): readonly Indicator[] {
  const codes = new Set(indicators.map((indicator) => indicator.code));
  const kept = indicators.filter(({ derivation }) => derivation === null || codes.has(derivation.of));
  return kept.length === indicators.length ? kept : keptIndicators(kept);
}

/** Stocks and changes start from where the last year ended, a growth from last year's total where it is derived. */
function needsBaseline({ kind, derivation, baseline, better }: Indicator): boolean {
  if (kind === 'stock' || kind === 'change') return better !== null;
  return derivation?.method === 'growth' ? true : baseline !== null;
}

/** What is known of the end of the year. Nothing is, as long as December was not reported. */
function closingValues(index: CatalogueIndex, facts: readonly Fact[]): { readonly valueOf: (code: string) => number | null; readonly baselineOf: (indicator: Indicator) => number | null } {
  const { year } = index.catalogue;
  const ended = facts.some((fact) => fact.used && fact.period.year === year && fact.period.month === DECEMBER);
  const { figures } = provinceAt(index, facts, { year, month: DECEMBER });
  const figureOf = (code: string): ProvinceFigure | null => (ended ? (figures.get(code) ?? null) : null);
  const valueOf = (code: string): number | null => figureOf(code)?.cumulative ?? null;
  /** Of what adds up over the months only a full year is a total. */
  const totalOf = (code: string): number | null => (figureOf(code)?.asOf?.month === DECEMBER ? valueOf(code) : null);
  return {
    valueOf,
    baselineOf: (indicator) => {
      if (indicator.derivation?.method === 'growth') return totalOf(indicator.derivation.of);
      const figure = figureOf(indicator.code);
      if (indicator.kind !== 'change') return indicator.kind === 'flow' || indicator.kind === 'cohort' ? totalOf(indicator.code) : (figure?.cumulative ?? null);
      // Of a change it is the rate itself that the next year is measured from.
      if (!figure || figure.numerator === null || figure.denominator === null || figure.denominator === 0) return null;
      return (figure.numerator / figure.denominator) * indicator.scale;
    },
  };
}

/** What each flow had reached by the end of every month that was reported in full. */
function monthsOfYear(index: CatalogueIndex, facts: readonly Fact[], codes: ReadonlySet<string>): readonly PastCumulative[] {
  const { year, indicators } = index.catalogue;
  const flows = indicators.filter(({ code, kind, derivation }) => codes.has(code) && kind === 'flow' && derivation === null);
  const at = Array.from({ length: DECEMBER }, (_, n) => provinceAt(index, facts, { year, month: n + 1 }));
  return flows.flatMap(({ code }) => at.flatMap(({ period: { month }, figures }): PastCumulative[] => {
    const figure = figures.get(code);
    const whole = figure && figure.cumulative !== null && figure.asOf?.month === month && figure.partsMissing.length === 0 && !figure.provisional;
    return whole && figure.cumulative !== null ? [{ indicator: code, year, month, cumulative: figure.cumulative }] : [];
  }));
}

/** A sum that starts from a count ("65 + what came this year") starts from the end of this year now. */
function nextIdentities(identities: readonly Identity[], codes: ReadonlySet<string>, valueOf: (code: string) => number | null): { readonly identities: readonly Identity[]; readonly openRules: readonly string[] } {
  const openRules: string[] = [];
  const next = identities.filter((identity) => namedIn(identity).every(([, code]) => codes.has(code))).flatMap((identity): Identity[] => {
    if (identity.kind !== 'sum' || identity.offset === 0) return [identity];
    const offset = valueOf(identity.total);
    if (offset !== null) return [{ ...identity, offset }];
    openRules.push(identity.total);
    return [];
  });
  return { identities: next, openRules };
}
