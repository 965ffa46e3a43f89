import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import type { Denominator, Indicator } from '../../../src/core/catalogue/types';
import type { ProvinceFigure } from '../../../src/core/consolidation/types';
import { assess } from '../../../src/core/targets/assess';
import type { PathwaySource } from '../../../src/core/targets/pathway';
import type { MonthlySeries } from '../../../src/core/targets/series';
import type { Assessment } from '../../../src/core/targets/types';

interface Given {
  readonly indicator?: Partial<Indicator>;
  readonly value: number;
  readonly month: number;
  /** Σ by month, over one unit, or as many as are said. */
  readonly months?: Readonly<Record<number, number | { readonly sum: number; readonly count: number }>>;
  readonly pathways?: PathwaySource;
  readonly figure?: Partial<ProvinceFigure>;
  readonly denominators?: readonly Denominator[];
}

function judge({ indicator: given, value, month, months = {}, pathways, figure: more, denominators = [] }: Given): Assessment {
  const indicator: Indicator = {
    code: 'X', name: 'X', short: 'X', aliases: [], unit: '', scale: 100, decimals: 1, bounds: { min: null, max: null, minExclusive: false, maxExclusive: false },
    kind: 'flow', aggregation: 'lead', target: { kind: 'number', value: 100 }, operator: '>=', better: 'up', baseline: null, tolerance: null,
    plausible: null, cuts: null, taskGroup: null, group: 'A', parent: null, derivation: null, validFrom: null, validTo: null, ...given,
  };
  const figure: ProvinceFigure = {
    indicator: 'X', month: null, cumulative: value, lastYear: null, numerator: null, denominator: null, asOf: { year: 2024, month },
    coverage: 1, partsExpected: 1, partsUsed: 1, partsMissing: [], provisional: false, dueNow: true, sources: [], ...more,
  };
  const series: MonthlySeries = new Map(Object.entries(months).map(([at, sum]) => [Number(at), typeof sum === 'number' ? { sum, count: 1 } : sum]));
  const index = indexCatalogue({ ...programme2024(), indicators: [indicator], assignments: [], denominators });
  return assess({ indicator, figure, index, period: { year: 2024, month }, pathways, series });
}

const STOCK: Partial<Indicator> = { kind: 'stock', baseline: 80, target: { kind: 'number', value: 92 } };
const RATE: Partial<Indicator> = { kind: 'rate', target: { kind: 'number', value: 90 } };
const NONE: Partial<Indicator> = { ...STOCK, baseline: null };
const LESS: Partial<Indicator> = { operator: '<', better: 'down', target: { kind: 'lastYear' } };
const TWO_YEARS: PathwaySource = { years: () => [{ toDate: 40, fullYear: 100 }, { toDate: 60, fullYear: 100 }] };
const scenario = (month: number, value: number): PathwaySource => ({ scenario: () => ({ month, value }) });
const denominators: readonly Denominator[] = [{ name: 'X', value: 200, validFrom: null, validTo: null }];
const ratio = { numerator: 80, denominator: 100 };

const CASES: readonly (readonly [string, Given, Partial<Assessment>])[] = [
  // Flows
  ['before March there is none', { value: 20, month: 2 }, { forecast: null, forecastMethod: 'none', forecastRange: null, neededPerMonth: 8 }],
  ['in March there is', { value: 20, month: 3 }, { forecast: 80, forecastMethod: 'linear' }],
  ['a straight path ranges to the pace of the last three months', { value: 50, month: 6, months: { 3: 20 } }, { forecast: 100, forecastRange: { low: 100, high: 110 } }],
  ['nobody’s month gives no range', { value: 50, month: 6, months: { 4: 20 } }, { forecastRange: null }],
  ['a month of fewer units gives no range', { value: 50, month: 6, months: { 3: { sum: 20, count: 1 } }, figure: { partsUsed: 2 } }, { forecastRange: null }],
  ['other units may stand in it while one is missing', { value: 50, month: 6, months: { 3: 20 }, figure: { partsMissing: ['C'] } }, { forecastRange: null }],
  ['past years range from the one to the other', { value: 30, month: 6, pathways: TWO_YEARS }, { forecast: 60, forecastMethod: 'seasonal', forecastRange: { low: 50, high: 75 } }],
  ['a scenario of the month', { value: 30, month: 6, pathways: scenario(6, 40) }, { expected: 40, pace: 0.75, forecast: 75, forecastMethod: 'scenario' }],
  ['a scenario of an earlier month sets the expected, not the share of the year', { value: 30, month: 5, pathways: scenario(3, 25) }, { expected: 25, pathway: 'scenario', scenarioMonth: 3, pace: 1.2, forecast: 72, forecastMethod: 'linear' }],
  ['a ceiling needs nothing', { indicator: { operator: '<=', better: 'down' }, value: 60, month: 6 }, { forecast: 120, forecastGap: -20, neededPerMonth: null, effort: null }],
  ['fewer than last year: by the months', { indicator: LESS, value: 60, month: 6, figure: { lastYear: 70 } }, { forecast: 120, forecastMethod: 'linear', forecastGap: null, expected: 70, pathway: 'lastYear' }],
  ['fewer than last year: by past years', { indicator: LESS, value: 60, month: 6, figure: { lastYear: 70 }, pathways: TWO_YEARS }, { forecast: 120, forecastMethod: 'seasonal', pathway: 'lastYear' }],
  ['a year that is full needs nothing more', { value: 90, month: 12 }, { forecast: 90, neededPerMonth: null, effort: null }],
  // Stocks
  ['three months, the later weighing more', { indicator: STOCK, value: 85, month: 6, months: { 3: 81, 4: 82, 5: 83 } }, { forecast: 94, forecastMethod: 'recentSlope', forecastRange: { low: 90, high: 94 }, broughtPerMonth: 1.5, effort: 0.778 }],
  ['the same steps earlier weigh less', { indicator: STOCK, value: 85, month: 6, months: { 3: 81, 4: 83, 5: 84 } }, { forecast: 92, broughtPerMonth: 1.1667 }],
  ['a month that is missing: since the end of last year', { indicator: STOCK, value: 85, month: 6, months: { 3: 81, 5: 84 } }, { forecast: 90, forecastMethod: 'slope', forecastRange: null }],
  ['a month of fewer units: since the end of last year', { indicator: STOCK, value: 85, month: 6, figure: { partsUsed: 2 }, months: { 3: { sum: 81, count: 2 }, 4: { sum: 30, count: 1 }, 5: { sum: 84, count: 2 } } }, { forecast: 90, forecastMethod: 'slope' }],
  ['in March the third month back is December', { indicator: STOCK, value: 83, month: 3, months: { 1: 81, 2: 82 } }, { forecast: 92, forecastMethod: 'recentSlope' }],
  ['without a baseline the months say it', { indicator: NONE, value: 85, month: 6, months: { 3: 81, 4: 82, 5: 83 } }, { forecast: 94, forecastMethod: 'recentSlope', forecastRange: null, neededPerMonth: null, expected: null, state: 'notMet' }],
  ['without baseline and months nothing does', { indicator: NONE, value: 85, month: 6 }, { forecast: null, forecastMethod: 'none' }],
  ['what stands still takes no multiple', { indicator: STOCK, value: 85, month: 6, months: { 3: 85, 4: 85, 5: 85 } }, { forecast: 85, broughtPerMonth: 0, effort: null }],
  ['before March a stock has no forecast', { indicator: STOCK, value: 81, month: 2 }, { forecast: null, forecastMethod: 'none', neededPerMonth: 1.1, effort: null }],
  // Rates
  ['held as it is', { indicator: RATE, value: 80, month: 6 }, { forecast: 80, forecastMethod: 'held', rateNeeded: null }],
  ['what the rest must have, where the year’s denominator is known', { indicator: RATE, value: 80, month: 6, figure: ratio, denominators }, { rateNeeded: 100, forecast: 80 }],
  ['more than everything: out of reach, and shown', { indicator: { ...RATE, target: { kind: 'number', value: 95 } }, value: 80, month: 6, figure: ratio, denominators }, { rateNeeded: 110 }],
  ['a scale of ten thousand', { indicator: { ...RATE, scale: 10_000, target: { kind: 'number', value: 36 } }, value: 30, month: 6, figure: { numerator: 300, denominator: 100_000 }, denominators: [{ name: 'X', value: 125_000, validFrom: null, validTo: null }] }, { rateNeeded: 60 }],
  ['no denominator of its name', { indicator: RATE, value: 80, month: 6, figure: ratio, denominators: [{ name: 'Y', value: 200, validFrom: null, validTo: null }] }, { rateNeeded: null }],
  ['nothing is left of the year', { indicator: RATE, value: 80, month: 6, figure: { numerator: 160, denominator: 200 }, denominators }, { rateNeeded: null }],
  ['units are missing in it', { indicator: RATE, value: 80, month: 6, figure: { ...ratio, partsMissing: ['C'] }, denominators }, { rateNeeded: null }],
  ['a growth has none', { indicator: { kind: 'growth' }, value: 5, month: 6 }, { forecast: null, forecastMethod: 'none' }],
];
test.each(CASES)('%s', (_name, given, wanted) => {
  const found: Readonly<Record<string, unknown>> = { ...judge(given) };
  for (const [key, value] of Object.entries(wanted)) {
    const at = found[key];
    if (typeof value === 'number') expect(at).toBeCloseTo(value, 3);
    else if (key === 'forecastRange' && value !== null) expect(at).toEqual({ low: expect.closeTo(Number(Object.values(value)[0]), 6), high: expect.closeTo(Number(Object.values(value)[1]), 6) });
    else expect([key, at]).toEqual([key, value]);
  }
});
