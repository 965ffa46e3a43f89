import type { CatalogueIndex } from '../catalogue/types';
import type { Finding, FindingParams } from '../checks/finding';
import { makeFinding } from '../checks/make';
import { samePeriod, type Period } from '../period';
import { factKey } from './fact-index';
import type { Fact, ProvinceFigure } from './types';

/**
 * C10: a second source (role `check`) that says otherwise than the lead, or than the parts together. Judged only where
 * both are whole and of one month: every part is there, all of one month, and the second source's own figure of that
 * month is used. What is missing or held is compared with nothing.
 */
export function secondSourceFindings(figures: readonly ProvinceFigure[], facts: readonly Fact[], index: CatalogueIndex, period: Period): readonly Finding[] {
  const second = new Map(facts.flatMap((fact) => (fact.role === 'check' && fact.used ? [[factKey(fact.unit, fact.indicator, fact.period), fact] as const] : [])));
  if (second.size === 0) return [];
  const byCode = new Map(figures.map((figure) => [figure.indicator, figure]));
  return index.catalogue.assignments.flatMap(({ indicator, unit, role }): Finding[] => {
    const figure = byCode.get(indicator);
    if (role !== 'check' || unit === null || !figure || figure.asOf === null || !isWhole(figure, figure.asOf)) return [];
    const other = second.get(factKey(unit, indicator, figure.asOf))?.cumulative ?? null;
    if (other === null || figure.cumulative === null) return [];
    const found = differenceOf(figure, figure.cumulative, unit, other);
    const noise = 1e-9;
    if (found.share <= index.catalogue.thresholds.crossCheckShare + noise) return [];
    return [makeFinding({ code: 'C10', params: found, indicator, found: other, expected: figure.cumulative, key: unit }, { file: '', sheet: '', unit: null, period })];
  });
}

function isWhole({ partsMissing, provisional, sources }: ProvinceFigure, month: Period): boolean {
  return partsMissing.length === 0 && !provisional && sources.length > 0 && sources.every((source) => samePeriod(source.period, month));
}

/** Of an indicator with a lead, the lead against the second source; of one with parts, the department that checks against the parts together. */
function differenceOf({ sources }: ProvinceFigure, value: number, unit: string, other: number): FindingParams['C10'] {
  const lead = sources.find((source) => source.role === 'lead');
  const pair = lead ? { lead: lead.unit, leadValue: value, others: [unit], otherValue: other } : { lead: unit, leadValue: other, others: sources.map((source) => source.unit), otherValue: value };
  return { ...pair, share: shareOf(pair.leadValue, pair.otherValue) };
}

/** Of nothing, anything is the whole difference. */
function shareOf(lead: number, other: number): number {
  if (lead === 0) return other === 0 ? 0 : 1;
  return Math.abs(lead - other) / Math.abs(lead);
}

/** C08: figures that the province counts and that no cell of a report stands behind: typed by hand, or their origin is gone. */
export function sourcelessFindings(figures: readonly ProvinceFigure[], facts: readonly Fact[]): readonly Finding[] {
  const counted = new Set(figures.flatMap(({ indicator, sources }) => sources.map((source) => factKey(source.unit, indicator, source.period))));
  return facts.flatMap((fact): Finding[] => {
    if (!fact.used || !counted.has(factKey(fact.unit, fact.indicator, fact.period))) return [];
    const hasSource = fact.method !== 'typed' && fact.file !== '' && Object.keys(fact.cells).length > 0;
    const shown = hasSource ? null : shownFigure(fact);
    if (!shown) return [];
    const { file, sheet, unit, period, indicator } = fact;
    return [makeFinding({ code: 'C08', params: shown, indicator, found: shown.value, key: shown.role }, { file, sheet, unit, period })];
  });
}

function shownFigure({ cumulative, month, numerator }: Fact): FindingParams['C08'] | null {
  if (cumulative !== null) return { role: 'cumulative', value: cumulative };
  if (month !== null) return { role: 'month', value: month };
  return numerator === null ? null : { role: 'numerator', value: numerator };
}
