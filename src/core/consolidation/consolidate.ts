import type { CatalogueIndex } from '../catalogue/types';
import { timelyDayOf, type FreeDayRule } from '../deadlines/deadline';
import { comparePeriods, type IsoDate, type Period } from '../period';
import { coverageOf } from './coverage';
import { secondSourceFindings, sourcelessFindings } from './cross-checks';
import { factsByPart, provinceFigures } from './figure';
import { changeFindings, coverageFindings, identityFindings, openErrorFindings } from './findings';
import type { CheckedReport, Consolidation, Fact, FactChange, HeldFigure } from './types';

export interface ConsolidateInput {
  readonly period: Period;
  /** Today, for deadlines. */
  readonly asOf: IsoDate;
  readonly index: CatalogueIndex;
  /** The month's reports and history that count. */
  readonly reports: readonly CheckedReport[];
  /** Stored and new, merged. */
  readonly facts: readonly Fact[];
  readonly changes: readonly FactChange[];
  readonly held: readonly HeldFigure[];
  /** Units whose report in words came in. */
  readonly wordsReceived?: readonly string[];
  readonly freeDay?: FreeDayRule;
}

/** The province at a month: who is in, every indicator's figure, and what is to be said about it. Findings on targets come from targets/. */
export function consolidate(input: ConsolidateInput): Consolidation {
  const { period, asOf, index, reports, changes, held } = input;
  const facts = sorted(input.facts, index);
  const { units, unexpected } = coverageOf({ index, period, reports, facts, wordsReceived: input.wordsReceived ?? [] });
  const figures = provinceFigures(index, period, factsByPart(facts, period));
  const findings = [
    ...coverageFindings({ units, unexpected, period, asOf, timely: timelyDayOf(period, index.catalogue, input.freeDay) }),
    ...openErrorFindings(reports, held, index),
    ...identityFindings(figures, index, period),
    ...secondSourceFindings(figures, facts, index, period),
    ...sourcelessFindings(figures, facts),
    ...changeFindings(changes, facts),
  ];
  return { period, units, figures, held, facts, changes, findings };
}

/** By indicator in the catalogue's order (unknown ones last), unit and month. */
function sorted(facts: readonly Fact[], index: CatalogueIndex): readonly Fact[] {
  const place = new Map(index.catalogue.indicators.map((indicator, at) => [indicator.code, at]));
  const placeOf = (fact: Fact): number => place.get(fact.indicator) ?? place.size;
  const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return [...facts].sort((a, b) => placeOf(a) - placeOf(b) || byText(a.indicator, b.indicator) || byText(a.unit, b.unit) || comparePeriods(a.period, b.period));
}
