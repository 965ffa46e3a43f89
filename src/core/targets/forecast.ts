import type { Indicator } from '../catalogue/types';
import { gapOf, isCeiling } from './met';
import type { ShareOfYear } from './pathway';
import { comparable, type MonthlySeries } from './series';
import type { Assessment } from './types';

export type Forecast = Pick<Assessment, 'forecast' | 'forecastMethod' | 'forecastRange' | 'forecastGap' | 'neededPerMonth' | 'broughtPerMonth' | 'effort' | 'rateNeeded'>;

export interface ForecastInput {
  readonly indicator: Indicator;
  readonly value: number;
  /** null where the year's target is not known yet (the same period last year). */
  readonly target: number | null;
  readonly month: number;
  /** Share of the year that is expected by now (flows and cohorts). */
  readonly share: ShareOfYear | null;
  /** Other shares that are known: of a seasonal path each year's, of a scenario the usual one. They make the range. */
  readonly otherShares?: readonly number[];
  /** The months before, and how many units make the value. */
  readonly series?: MonthlySeries | null;
  readonly units?: number;
  /** Of a rate: what it is made of, and the denominator of the full year. */
  readonly ratio?: { readonly numerator: number; readonly denominator: number; readonly yearDenominator: number } | null;
}

const MONTHS = 12;
/** Two months foretell no year. */
const FIRST_MONTH = 3;
const RECENT = 3;

export const NO_FORECAST: Forecast = {
  forecast: null, forecastMethod: 'none', forecastRange: null, forecastGap: null, neededPerMonth: null, broughtPerMonth: null, effort: null, rateNeeded: null,
};

/** Where the year ends if things go on as they do, and what the rest of it must bring (spec: "Forecast to 31/12"). */
export function forecastOf(input: ForecastInput): Forecast {
  const { indicator, target } = input;
  const made = byKind(input);
  const { better } = indicator;
  return { ...made, forecastGap: made.forecast === null || target === null || better === null ? null : gapOf(made.forecast, target, better) };
}

function byKind(input: ForecastInput): Forecast {
  switch (input.indicator.kind) {
    case 'flow':
    case 'cohort':
      return flowForecast(input);
    case 'stock':
      return stockForecast(input);
    case 'rate':
      return rateForecast(input);
    case 'growth':
    case 'change':
    case 'milestone':
      return NO_FORECAST;
  }
}

function flowForecast(input: ForecastInput): Forecast {
  const { indicator, value, target, month, share } = input;
  const forecast = share !== null && share.share > 0 && month >= FIRST_MONTH ? value / share.share : null;
  // A ceiling has nothing left to reach.
  const asks = target !== null && !isCeiling(indicator) && month < MONTHS;
  const missing = asks ? Math.max(0, target - value) : null;
  return {
    ...NO_FORECAST,
    forecast,
    forecastMethod: forecast === null || share === null ? 'none' : share.by,
    forecastRange: forecast === null ? null : rangeOf([forecast, ...otherFlowForecasts(input)]),
    neededPerMonth: missing === null ? null : missing / (MONTHS - month),
    broughtPerMonth: value / month,
    effort: missing === null || forecast === null || forecast <= 0 || share === null || share.share >= 1 ? null : missing / (1 - share.share) / forecast,
  };
}

/** What other ways say: the shares of other years; of a straight path, going on as in the last three months. */
function otherFlowForecasts({ indicator, value, month, share, otherShares, series, units }: ForecastInput): readonly number[] {
  const byShares = (otherShares ?? []).filter((other) => other > 0).map((other) => value / other);
  const before = share?.by === 'linear' && indicator.kind === 'flow' ? comparable(series ?? null, month - RECENT, units ?? 0) : null;
  return before === null ? byShares : [...byShares, value + ((MONTHS - month) * (value - before)) / RECENT];
}

/** The slope of the last three months where all of them are known, else that since the end of last year. */
function stockForecast(input: ForecastInput): Forecast {
  const { indicator: { baseline }, value, target, month } = input;
  const recent = recentSlope(input);
  const whole = baseline === null ? null : (value - baseline) / month;
  const slope = recent ?? whole;
  const late = month >= FIRST_MONTH && slope !== null;
  const at = (each: number): number => value + (MONTHS - month) * each;
  const neededPerMonth = baseline === null || target === null || month >= MONTHS ? null : (target - value) / (MONTHS - month);
  return {
    ...NO_FORECAST,
    forecast: late ? at(slope) : null,
    forecastMethod: !late ? 'none' : recent === null ? 'slope' : 'recentSlope',
    forecastRange: late && recent !== null && whole !== null ? rangeOf([at(recent), at(whole)]) : null,
    neededPerMonth,
    broughtPerMonth: slope,
    // Where nothing moves, or the wrong way, no multiple of it would do.
    effort: neededPerMonth === null || !late || neededPerMonth * slope <= 0 ? null : neededPerMonth / slope,
  };
}

/**
 * The mean step of the last three months, the later ones weighing more (3, 2, 1): (3·A_t − A_{t−1} − A_{t−2} − A_{t−3}) ÷ 6.
 * null unless all three months are known, over just the units that are counted now.
 */
function recentSlope({ indicator: { baseline }, value, month, series, units }: ForecastInput): number | null {
  if (month < FIRST_MONTH) return null;
  let sum = 0;
  for (let back = 1; back <= RECENT; back += 1) {
    const before = month === back ? baseline : comparable(series ?? null, month - back, units ?? 0);
    if (before === null) return null;
    sum += before;
  }
  return (RECENT * value - sum) / 6;
}

function rateForecast({ indicator, value, target, month, ratio }: ForecastInput): Forecast {
  const left = ratio ? ratio.yearDenominator - ratio.denominator : 0;
  const rateNeeded = ratio && target !== null && month < MONTHS && left > 0 ? (((target / indicator.scale) * ratio.yearDenominator - ratio.numerator) / left) * indicator.scale : null;
  return month < FIRST_MONTH ? { ...NO_FORECAST, rateNeeded } : { ...NO_FORECAST, rateNeeded, forecast: value, forecastMethod: 'held' };
}

/** null where all ways say the same. */
function rangeOf(forecasts: readonly number[]): Forecast['forecastRange'] {
  const [low, high] = [Math.min(...forecasts), Math.max(...forecasts)];
  return high - low <= 1e-9 * Math.max(1, Math.abs(high)) ? null : { low, high };
}
