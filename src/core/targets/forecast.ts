import type { Indicator } from '../catalogue/types';
import { isCeiling } from './met';
import type { Assessment } from './types';

export type Forecast = Pick<Assessment, 'forecast' | 'forecastMethod' | 'neededPerMonth' | 'effort'>;

export interface ForecastInput {
  readonly indicator: Indicator;
  readonly value: number;
  /** null where the year's target is not known yet (the same period last year). */
  readonly target: number | null;
  readonly month: number;
  /** Share of the year that is expected by now (flows and cohorts). */
  readonly share: number | null;
}

const MONTHS = 12;
/** Two months foretell no year. */
const FIRST_MONTH = 3;

export const NO_FORECAST: Forecast = { forecast: null, forecastMethod: 'none', neededPerMonth: null, effort: null };

/**
 * Where the year ends if things go on as they do, and what each remaining month must bring (spec: "Forecast to 31/12").
 * A stock's slope is taken from the end of last year to now, which from March on is at least three months.
 */
export function forecastOf(input: ForecastInput): Forecast {
  const { indicator, value, month } = input;
  switch (indicator.kind) {
    case 'flow':
    case 'cohort':
      return flowForecast(input);
    case 'stock':
      return stockForecast(input);
    case 'rate':
      return month < FIRST_MONTH ? NO_FORECAST : { ...NO_FORECAST, forecast: value, forecastMethod: 'held' };
    case 'growth':
    case 'change':
    case 'milestone':
      return NO_FORECAST;
  }
}

function flowForecast({ indicator, value, target, month, share }: ForecastInput): Forecast {
  const known = share !== null && share > 0;
  const forecast = known && month >= FIRST_MONTH ? value / share : null;
  // A ceiling has nothing left to reach.
  const asks = target !== null && !isCeiling(indicator) && month < MONTHS;
  const missing = asks ? Math.max(0, target - value) : null;
  return {
    forecast,
    forecastMethod: forecast === null ? 'none' : 'share',
    neededPerMonth: missing === null ? null : missing / (MONTHS - month),
    effort: missing === null || forecast === null || forecast <= 0 || share === null || share >= 1 ? null : missing / (1 - share) / forecast,
  };
}

function stockForecast({ indicator, value, target, month }: ForecastInput): Forecast {
  if (indicator.baseline === null) return NO_FORECAST;
  const slope = (value - indicator.baseline) / month;
  const forecast = month < FIRST_MONTH ? null : value + (MONTHS - month) * slope;
  const neededPerMonth = target === null || month >= MONTHS ? null : (target - value) / (MONTHS - month);
  return {
    forecast,
    forecastMethod: forecast === null ? 'none' : 'slope',
    neededPerMonth,
    effort: neededPerMonth === null || slope === 0 || month < FIRST_MONTH ? null : neededPerMonth / slope,
  };
}
