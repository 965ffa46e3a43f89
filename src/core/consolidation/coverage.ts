import { expectedUnits, unitsInWords } from '../catalogue/due';
import type { CatalogueIndex } from '../catalogue/types';
import { samePeriod, type Period } from '../period';
import { isBlankRow } from './row-values';
import type { CheckedReport, Fact, UnitCoverage } from './types';

export interface CoverageInput {
  readonly index: CatalogueIndex;
  readonly period: Period;
  readonly reports: readonly CheckedReport[];
  readonly facts: readonly Fact[];
  /** Units whose report in words came in, as the analyst ticked them. */
  readonly wordsReceived: readonly string[];
}

/**
 * Who is expected and who is in, for figures and for words. A unit is in when its report was read now, or when facts
 * of it for this month are stored from an earlier run. `unexpected`: gave figures and owed none.
 */
export function coverageOf({ index, period, reports, facts, wordsReceived }: CoverageInput): { readonly units: UnitCoverage; readonly unexpected: readonly string[] } {
  const expected = expectedUnits(index, period);
  const inWords = unitsInWords(index, period);
  const ofMonth = reports.filter(({ report }) => report.period !== null && samePeriod(report.period, period));
  const withFacts = facts.flatMap((fact) => (samePeriod(fact.period, period) ? [fact.unit] : []));
  const present = new Set([...ofMonth.flatMap(({ report }) => report.unit ?? []), ...withFacts]);
  const gaveFigures = new Set([...ofMonth.flatMap(({ report }) => (report.unit !== null && report.rows.some((row) => row.match.how !== 'none' && !isBlankRow(row)) ? [report.unit] : [])), ...withFacts]);
  const words = new Set([...present, ...wordsReceived]);
  return {
    units: {
      expected,
      received: expected.filter((unit) => present.has(unit)),
      missing: expected.filter((unit) => !present.has(unit)),
      inWords: { expected: inWords, received: inWords.filter((unit) => words.has(unit)) },
    },
    unexpected: [...gaveFigures].filter((unit) => !expected.includes(unit)).sort(),
  };
}
