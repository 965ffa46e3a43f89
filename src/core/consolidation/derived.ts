import type { CatalogueIndex, Derivation, Indicator } from '../catalogue/types';
import { lastDayOf } from '../catalogue/validity';
import type { Period } from '../period';
import type { ProvinceFigure } from './types';

/**
 * An indicator that nobody reports, from the figure that it follows from; in percent. Its month, its sources and its
 * being provisional are those of that figure.
 */
export function derivedFigure(indicator: Indicator, derivation: Derivation, base: ProvinceFigure | null, index: CatalogueIndex, period: Period, dueNow: boolean): ProvinceFigure {
  const value = base === null ? null : derivedValue(indicator, derivation, base, index, period);
  return {
    indicator: indicator.code,
    month: null,
    cumulative: value,
    lastYear: null,
    numerator: null,
    denominator: null,
    asOf: value === null ? null : (base?.asOf ?? null),
    coverage: null,
    partsExpected: 0,
    partsUsed: 0,
    partsMissing: [],
    provisional: value !== null && base !== null && base.provisional,
    dueNow,
    sources: value === null || base === null ? [] : base.sources,
  };
}

const FULL_YEAR = 12;

function derivedValue(indicator: Indicator, derivation: Derivation, base: ProvinceFigure, index: CatalogueIndex, period: Period): number | null {
  switch (derivation.method) {
    case 'growth': {
      // A part of the year is held against the same part of last year; only the full year against last year's total.
      const total = base.asOf?.month === FULL_YEAR ? indicator.baseline : null;
      const before = total ?? base.lastYear;
      return base.cumulative === null || before === null || before === 0 ? null : (base.cumulative / before - 1) * 100;
    }
    case 'share': {
      // A count that changes in the year is taken as it is at the end of the report month.
      const whole = index.denominator(derivation.denominator, lastDayOf(period));
      return base.cumulative === null || whole === null || whole === 0 ? null : (base.cumulative / whole) * 100;
    }
  }
}
