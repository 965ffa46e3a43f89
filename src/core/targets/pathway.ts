import type { Indicator } from '../catalogue/types';
import { noise } from './met';
import type { Pathway } from './types';

/** What a scenario gives for a month: the value, and the month that it was given for. */
export interface ScenarioValue {
  readonly month: number;
  readonly value: number;
}

/** One past year of a flow: its cumulative at a month, and its total. */
export interface PastYear {
  readonly toDate: number;
  readonly fullYear: number;
}

/** Where paths other than the straight one come from. Both may know nothing of an indicator. */
export interface PathwaySource {
  /** The last value that an approved scenario gives up to a month, in the indicator's own measure. */
  readonly scenario?: (indicator: string, month: number) => ScenarioValue | null;
  /** Past years of which the month and the total are known, the latest first. */
  readonly years?: (indicator: string, month: number) => readonly PastYear[];
}

/** What is expected by the end of a month. */
export interface Expectation {
  readonly pathway: Pathway;
  readonly expected: number | null;
  /** Month that the scenario's value was given for; null without a scenario. */
  readonly scenarioMonth: number | null;
}

/** The part of the year that is expected by a month (flows and cohorts), and by which path. */
export interface ShareOfYear {
  readonly share: number;
  readonly by: 'scenario' | 'seasonal' | 'linear';
}

export const NO_PATH: Expectation = { pathway: 'none', expected: null, scenarioMonth: null };
const MONTHS = 12;
const PAST_YEARS = 3;

/** The shares of the year's total over up to three past years, the latest first. */
export function usualShares(years: readonly PastYear[]): readonly number[] {
  return years.slice(0, PAST_YEARS).filter((year) => year.fullYear > 0).map((year) => year.toDate / year.fullYear);
}

/** The median share of the year's total over up to three past years, the latest first; null when there is none. */
export function usualShare(years: readonly PastYear[]): number | null {
  const shares = [...usualShares(years)].sort((a, b) => a - b);
  const [lower, upper] = [shares[(shares.length - 1) >> 1], shares[shares.length >> 1]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

/**
 * Expected to date of a year's target at month t (spec: "Expected to date"). Flows follow the first path that exists:
 * scenario, usual share, straight line; rates, growth and changes are never pro-rated. Between the months that a
 * scenario gives, the last given value stands: nothing is made up between them.
 */
export function expectedAt(indicator: Indicator, target: number, month: number, source: PathwaySource = {}): Expectation {
  switch (indicator.kind) {
    case 'flow': {
      const planned = byScenario(indicator, month, source);
      if (planned) return planned;
      const usual = usualShare(source.years?.(indicator.code, month) ?? []);
      return { ...NO_PATH, pathway: usual === null ? 'linear' : 'seasonal', expected: (usual ?? month / MONTHS) * target };
    }
    case 'cohort':
      return { ...NO_PATH, pathway: 'linear', expected: (target * month) / MONTHS };
    case 'stock':
      if (indicator.baseline === null || Math.abs(target - indicator.baseline) <= noise(target)) return NO_PATH;
      return { ...NO_PATH, pathway: 'linear', expected: indicator.baseline + ((target - indicator.baseline) * month) / MONTHS };
    case 'rate':
    case 'growth':
    case 'change':
      return byScenario(indicator, month, source) ?? { ...NO_PATH, pathway: 'target', expected: target };
    case 'milestone':
      return NO_PATH;
  }
}

function byScenario({ code }: Indicator, month: number, { scenario }: PathwaySource): Expectation | null {
  const planned = scenario?.(code, month) ?? null;
  return planned && { pathway: 'scenario', expected: planned.value, scenarioMonth: planned.month };
}

/**
 * The share of the year that a forecast divides by (s_t); null for kinds that do not add up. A scenario counts only with
 * the value of this very month: the share of an earlier month would promise a year that nobody planned.
 *
 * @param target null where the year's target is not known yet (the same period last year)
 */
export function shareAt(indicator: Indicator, target: number | null, month: number, source: PathwaySource = {}): ShareOfYear | null {
  const linear: ShareOfYear = { share: month / MONTHS, by: 'linear' };
  if (indicator.kind === 'cohort') return linear;
  if (indicator.kind !== 'flow') return null;
  const planned = target === null || target === 0 ? null : source.scenario?.(indicator.code, month) ?? null;
  if (planned && target !== null && planned.month === month) return { share: planned.value / target, by: 'scenario' };
  const usual = usualShare(source.years?.(indicator.code, month) ?? []);
  return usual === null ? linear : { share: usual, by: 'seasonal' };
}
