import type { CatalogueIndex } from '../catalogue/types';
import { factsByPart, provinceFigures } from '../consolidation/figure';
import type { Consolidation, ProvinceFigure } from '../consolidation/types';
import type { Period } from '../period';
import { expectedAt } from './pathway';
import { pathwaysOf } from './paths';

/** One month of an indicator's year; null: nobody reported, nothing was planned, last year is not known. */
export interface PathPoint {
  readonly month: number;
  readonly actual: number | null;
  /** Some unit that reports the indicator has no figure of this month. */
  readonly partial: boolean;
  readonly planned: number | null;
  readonly lastYear: number | null;
}

const MONTHS = 12;

/**
 * The year of every indicator, month by month, by code: twelve points each. A month is made of that month's own figures
 * alone, so that no older figure passes for it; the month of the report's figure shows that figure itself. The sheet
 * Biểu đồ computes the same by formulas.
 */
export function monthlyPaths(index: CatalogueIndex, { period, facts, figures }: Pick<Consolidation, 'period' | 'facts' | 'figures'>): ReadonlyMap<string, readonly PathPoint[]> {
  const months = Array.from({ length: MONTHS }, (_, at) => at + 1);
  const own = new Map(months.filter((month) => month <= period.month).map((month) => [month, ofMonth(index, { year: period.year, month }, facts)]));
  const now = new Map(figures.map((figure) => [figure.indicator, figure]));
  const pathways = pathwaysOf(index.catalogue, period.year);
  return new Map(
    index.catalogue.indicators.filter((indicator) => indicator.kind !== 'milestone').map((indicator) => {
      const current = now.get(indicator.code);
      const source = indicator.derivation?.of ?? indicator.code;
      const points = months.map((month): PathPoint => {
        const figure = own.get(month)?.get(indicator.code);
        const base = own.get(month)?.get(source);
        const isNow = current?.asOf?.month === month && base !== undefined && base.partsUsed > 0;
        const { target } = indicator;
        return {
          month,
          actual: (isNow ? current.cumulative : figure?.cumulative) ?? null,
          partial: base !== undefined && base.partsUsed > 0 && base.partsUsed < index.contributors(source).length,
          planned: target?.kind === 'number' ? expectedAt(indicator, target.value, month, pathways).expected : null,
          lastYear: indicator.derivation === null ? (figure?.lastYear ?? null) : null,
        };
      });
      return [indicator.code, points];
    }),
  );
}

function ofMonth(index: CatalogueIndex, at: Period, facts: Consolidation['facts']): ReadonlyMap<string, ProvinceFigure> {
  const those = facts.filter(({ period }) => period.year === at.year && period.month === at.month);
  return new Map(provinceFigures(index, at, factsByPart(those, at)).map((figure) => [figure.indicator, figure]));
}
