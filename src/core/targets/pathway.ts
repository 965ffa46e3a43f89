import type { Indicator } from '../catalogue/types';
import { noise } from './met';
import type { Pathway } from './types';

/** Where paths other than the straight one come from. Both may know nothing of an indicator. */
export interface PathwaySource {
  /** What an approved scenario expects by the end of a month, in the indicator's own measure. */
  readonly scenario?: (indicator: string, month: number) => number | null;
  /** Share of the year's total that is usually reached by the end of a month, 0 to 1 (`usualShare` of past years). */
  readonly share?: (indicator: string, month: number) => number | null;
}

/** What is expected by the end of a month. `share` is the part of the year's target (flows and cohorts). */
export interface Expectation {
  readonly pathway: Pathway;
  readonly expected: number | null;
  readonly share: number | null;
}

const NO_PATH: Expectation = { pathway: 'none', expected: null, share: null };
const MONTHS = 12;
const PAST_YEARS = 3;

/** The median share of the year's total over up to three past years, the latest first; null when there is none. */
export function usualShare(years: readonly { readonly toDate: number; readonly fullYear: number }[]): number | null {
  const shares = years.slice(0, PAST_YEARS).filter((year) => year.fullYear > 0).map((year) => year.toDate / year.fullYear).sort((a, b) => a - b);
  const [lower, upper] = [shares[(shares.length - 1) >> 1], shares[shares.length >> 1]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

/**
 * Expected to date of a year's target at month t (spec: "Expected to date"). Flows follow the first path that exists:
 * scenario, usual share, straight line; rates, growth and changes are never pro-rated.
 */
export function expectedAt(indicator: Indicator, target: number, month: number, source: PathwaySource = {}): Expectation {
  const planned = source.scenario?.(indicator.code, month) ?? null;
  switch (indicator.kind) {
    case 'flow': {
      if (planned !== null) return { pathway: 'scenario', expected: planned, share: target === 0 ? month / MONTHS : planned / target };
      const usual = source.share?.(indicator.code, month) ?? null;
      const share = usual ?? month / MONTHS;
      return { pathway: usual === null ? 'linear' : 'seasonal', expected: share * target, share };
    }
    case 'cohort':
      return { pathway: 'linear', expected: (target * month) / MONTHS, share: month / MONTHS };
    case 'stock':
      if (indicator.baseline === null || Math.abs(target - indicator.baseline) <= noise(target)) return NO_PATH;
      return { pathway: 'linear', expected: indicator.baseline + ((target - indicator.baseline) * month) / MONTHS, share: null };
    case 'rate':
    case 'growth':
    case 'change':
      return planned === null ? { pathway: 'target', expected: target, share: null } : { pathway: 'scenario', expected: planned, share: null };
    case 'milestone':
      return NO_PATH;
  }
}
