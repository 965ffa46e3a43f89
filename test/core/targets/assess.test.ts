import fc from 'fast-check';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Catalogue, Indicator } from '../../../src/core/catalogue/types';
import type { ProvinceFigure } from '../../../src/core/consolidation/types';
import { assess } from '../../../src/core/targets/assess';
import { meets } from '../../../src/core/targets/met';
import { usualShare, type PathwaySource } from '../../../src/core/targets/pathway';
import type { MonthlySeries } from '../../../src/core/targets/series';
import type { Assessment } from '../../../src/core/targets/types';

const EMPTY: Catalogue = { ...programme2024(), indicators: [], units: [], assignments: [], unitPlans: [], denominators: [], identities: [], holidays: [] };

function indicator(given: Partial<Indicator>): Indicator {
  return {
    code: 'X', name: 'X', short: 'X', aliases: [], unit: '', scale: 100, decimals: 1, bounds: { min: null, max: null, minExclusive: false, maxExclusive: false },
    kind: 'flow', aggregation: 'lead', target: { kind: 'number', value: 100 }, operator: '>=', better: 'up', baseline: null, tolerance: null,
    plausible: null, cuts: null, taskGroup: null, group: 'A', parent: null, derivation: null, validFrom: null, validTo: null, ...given,
  };
}

const toReach = (value: number): Indicator['target'] => ({ kind: 'number', value });

function figure(cumulative: number | null, month: number, given: Partial<ProvinceFigure> = {}): ProvinceFigure {
  return {
    indicator: 'X', month: null, cumulative, lastYear: null, numerator: null, denominator: null, asOf: cumulative === null ? null : { year: 2024, month },
    coverage: 1, partsExpected: 1, partsUsed: 1, partsMissing: [], provisional: false, dueNow: true, sources: [], ...given,
  };
}

interface Given {
  readonly indicator: Partial<Indicator>;
  readonly value: number | null;
  readonly month: number;
  readonly figure?: Partial<ProvinceFigure>;
  readonly pathways?: PathwaySource;
  readonly catalogue?: Partial<Catalogue>;
  readonly reported?: boolean;
  readonly series?: MonthlySeries;
}

function judge({ indicator: given, value, month, figure: more, pathways, catalogue, reported, series }: Given): Assessment {
  return assess({ indicator: indicator(given), figure: figure(value, month, more), index: indexCatalogue({ ...EMPTY, ...catalogue }), period: { year: 2024, month }, pathways, reported, series });
}

function expectClose(actual: Assessment, wanted: Partial<Assessment>, digits = 2): void {
  for (const [key, value] of Object.entries(wanted)) {
    const found = Object.entries(actual).find(([name]) => name === key)?.[1];
    if (typeof value === 'number') expect(found).toBeCloseTo(value, digits);
    else expect(found).toEqual(value);
  }
}

const LAST_YEAR_HALF: PathwaySource = { years: () => [{ toDate: 500, fullYear: 1000 }] };
const CEILING: Partial<Indicator> = { operator: '<=', better: 'down', target: toReach(120) };
const STOCK: Partial<Indicator> = { kind: 'stock', baseline: 80, target: toReach(92) };

const VECTORS: readonly (readonly [string, Given, Partial<Assessment>])[] = [
  ['V1 flow, linear', { indicator: { target: toReach(1200) }, value: 600, month: 7 }, { expected: 700, gap: -600, gapToDate: -100, percentOfPlan: 50, pace: 0.857, forecast: 1028.57, neededPerMonth: 120, effort: 1.4, pathway: 'linear', forecastMethod: 'linear', forecastRange: null, forecastGap: -171.43 }],
  ['V2 flow, last year’s share', { indicator: { target: toReach(1200) }, value: 600, month: 7, pathways: LAST_YEAR_HALF }, { expected: 600, pace: 1, forecast: 1200, effort: 1, pathway: 'seasonal', forecastMethod: 'seasonal', forecastGap: 0 }],
  ['V3 ceiling', { indicator: CEILING, value: 66, month: 6 }, { expected: 60, pace: 0.909, forecast: 132, forecastGap: -12, state: 'behind', neededPerMonth: null }],
  ['V4 stock', { indicator: STOCK, value: 85, month: 6 }, { expected: 86, pace: 0.833, neededPerMonth: 1.167, broughtPerMonth: 0.833, effort: 1.4, forecast: 90, forecastMethod: 'slope', forecastGap: -2 }],
  ['V5 the rate of 1/10 and 90/100, held', { indicator: { kind: 'rate', target: toReach(90) }, value: (91 / 110) * 100, month: 6 }, { forecast: 82.73, forecastMethod: 'held', forecastGap: -7.27 }],
  ['V6 reduction', { indicator: { kind: 'rate', operator: '<=', better: 'down', baseline: 5, target: toReach(3.5) }, value: 4.4, month: 6 }, { percentOfPlan: 40 }],
  ['V7 strictly below', { indicator: { kind: 'rate', operator: '<', better: 'down', target: toReach(8) }, value: 8, month: 6 }, { gap: 0, state: 'onTrack' }],
  ['V8 target 0, reached', { indicator: { kind: 'stock', operator: '=', better: 'down', target: toReach(0) }, value: 0, month: 6 }, { state: 'met', percentOfPlan: null }],
  ['V8 target 0, not reached', { indicator: { kind: 'stock', operator: '=', better: 'down', target: toReach(0) }, value: 1, month: 6 }, { gap: -1, state: 'notMet', percentOfPlan: null, expected: null, pace: null }],
  ['V9 revenue', { indicator: { target: toReach(16687) }, value: 9522.8, month: 6 }, { percentOfPlan: 57.07, expected: 8343.5, pace: 1.141, state: 'onTrack' }],
  ['V10 domestic revenue', { indicator: { target: toReach(14600) }, value: 6415.9, month: 5 }, { percentOfPlan: 43.94, expected: 6083.33, pace: 1.055 }],
];
test.each(VECTORS)('%s', (_name, given, wanted) => expectClose(judge(given), wanted));

const RATE: Partial<Indicator> = { kind: 'rate', target: toReach(90) };
const STATES: readonly (readonly [string, Given, Assessment['state']])[] = [
  ['not due, never reported', { indicator: {}, value: null, month: 6, figure: { dueNow: false } }, 'notDue'],
  ['not due, but reported and held', { indicator: {}, value: null, month: 6, figure: { dueNow: false }, reported: true }, 'noData'],
  ['due and missing', { indicator: {}, value: null, month: 6 }, 'noData'],
  ['no target', { indicator: { target: null }, value: 5, month: 6 }, 'cannotJudge'],
  ['no direction', { indicator: { better: null }, value: 5, month: 6 }, 'cannotJudge'],
  ['a flow reaches the year early', { indicator: {}, value: 100, month: 5 }, 'met'],
  ['a ceiling is not met before the year ends', { indicator: CEILING, value: 10, month: 11 }, 'onTrack'],
  ['a ceiling is met when the year ends', { indicator: CEILING, value: 119, month: 12 }, 'met'],
  ['a ceiling is passed when the year ends', { indicator: CEILING, value: 121, month: 12 }, 'notMet'],
  ['a ceiling without any case', { indicator: CEILING, value: 0, month: 6 }, 'onTrack'],
  ['about: within the tolerance', { indicator: { operator: '~', tolerance: 0.02 }, value: 98, month: 12 }, 'met'],
  ['about: outside the tolerance', { indicator: { operator: '~', tolerance: 0.02 }, value: 97.9, month: 12 }, 'onTrack'],
  ['pace 0.95', { indicator: {}, value: 47.5, month: 6 }, 'onTrack'],
  ['pace below 0.95', { indicator: {}, value: 47.4, month: 6 }, 'behind'],
  ['pace 0.80', { indicator: {}, value: 40, month: 6 }, 'behind'],
  ['pace below 0.80', { indicator: {}, value: 39.9, month: 6 }, 'farBehind'],
  ['own cuts: pace 0.90', { indicator: { cuts: { onTrack: 0.9, behind: 0.5 } }, value: 45, month: 6 }, 'onTrack'],
  ['own cuts: pace 0.50', { indicator: { cuts: { onTrack: 0.9, behind: 0.5 } }, value: 25, month: 6 }, 'behind'],
  ['own cuts: pace below 0.50', { indicator: { cuts: { onTrack: 0.9, behind: 0.5 } }, value: 24.9, month: 6 }, 'farBehind'],
  ['own cuts of a rate are points: 3 short', { indicator: { ...RATE, cuts: { onTrack: 3, behind: 5 } }, value: 87, month: 6 }, 'onTrack'],
  ['own cuts of a rate are points: 5.1 short', { indicator: { ...RATE, cuts: { onTrack: 3, behind: 5 } }, value: 84.9, month: 6 }, 'farBehind'],
  ['rate half a point short', { indicator: RATE, value: 89.5, month: 6 }, 'onTrack'],
  ['rate two points short', { indicator: RATE, value: 88, month: 6 }, 'behind'],
  ['rate further short', { indicator: RATE, value: 87.99, month: 6 }, 'farBehind'],
  ['stock below its baseline', { indicator: STOCK, value: 79, month: 6 }, 'worsening'],
  ['stock whose target is its baseline', { indicator: { ...STOCK, target: toReach(80) }, value: 79, month: 6 }, 'notMet'],
  ['a change is measured from its baseline, so it starts at zero', { indicator: { kind: 'change', baseline: 2.11, target: toReach(0.48) }, value: 0.3, month: 12 }, 'onTrack'],
  ['a change the wrong way', { indicator: { kind: 'change', baseline: 2.11, target: toReach(0.48) }, value: -0.1, month: 12 }, 'worsening'],
  ['fewer than last year', { indicator: { operator: '<', better: 'down', target: { kind: 'lastYear' } }, value: 154, month: 6, figure: { lastYear: 167 } }, 'onTrack'],
  ['a tenth more than last year', { indicator: { operator: '<', better: 'down', target: { kind: 'lastYear' } }, value: 110, month: 6, figure: { lastYear: 100 } }, 'behind'],
  ['as many as last year, at its end', { indicator: { operator: '<', better: 'down', target: { kind: 'lastYear' } }, value: 100, month: 12, figure: { lastYear: 100 } }, 'notMet'],
  ['last year unknown', { indicator: { operator: '<', better: 'down', target: { kind: 'lastYear' } }, value: 154, month: 6 }, 'cannotJudge'],
  ['dated milestone, before its date', { indicator: { kind: 'milestone', target: { kind: 'date', date: '2024-06-30' } }, value: null, month: 6, figure: { dueNow: false } }, 'notDue'],
  ['dated milestone, after its date', { indicator: { kind: 'milestone', target: { kind: 'date', date: '2024-06-30' } }, value: null, month: 7, figure: { dueNow: false } }, 'noData'],
  ['dated milestone, reached on its day', { indicator: { kind: 'milestone', better: null, operator: '<=', target: { kind: 'date', date: '2024-06-30' } }, value: 45473, month: 7 }, 'met'],
  ['dated milestone, reached a day late', { indicator: { kind: 'milestone', better: null, operator: '<=', target: { kind: 'date', date: '2024-06-30' } }, value: 45474, month: 7 }, 'notMet'],
  ['dated milestone, reached on the day before which it had to be', { indicator: { kind: 'milestone', better: null, operator: '<', target: { kind: 'date', date: '2024-06-30' } }, value: 45473, month: 7 }, 'notMet'],
  ['dated milestone, a share instead of a day', { indicator: { kind: 'milestone', better: null, operator: '<=', target: { kind: 'date', date: '2024-06-30' } }, value: 100, month: 7 }, 'cannotJudge'],
  ['counted milestone, short', { indicator: { kind: 'milestone', target: toReach(2) }, value: 1, month: 6 }, 'notMet'],
  ['counted milestone, reached', { indicator: { kind: 'milestone', target: toReach(2) }, value: 2, month: 6 }, 'met'],
];
test.each(STATES)('state: %s', (_name, given, state) => expect(judge(given).state).toBe(state));

test('the month of an older figure sets what is expected', () => {
  const older = judge({ indicator: { target: toReach(1200) }, value: 300, month: 6, figure: { asOf: { year: 2024, month: 3 } } });
  expectClose(older, { expected: 300, pace: 1, judgedAt: { year: 2024, month: 3 } });
});

test('a scenario comes before the usual share', () => {
  expectClose(judge({ indicator: { target: toReach(1200) }, value: 600, month: 7, pathways: { ...LAST_YEAR_HALF, scenario: () => ({ month: 7, value: 900 }) } }), { expected: 900, pathway: 'scenario', scenarioMonth: 7, forecast: 800, forecastMethod: 'scenario', forecastRange: { low: 800, high: 1200 } });
});

test('while units are missing, those that reported are held against their own plans', () => {
  const source = (unit: string) => ({ unit, period: { year: 2024, month: 6 }, role: 'part' as const, file: '', sheet: '', cell: '', value: 25, marks: [] });
  const missing = { partsMissing: ['C'], sources: [source('A'), source('B')] };
  const plans = [{ unit: 'A', indicator: 'X', plan: 60 }, { unit: 'B', indicator: 'X', plan: 40 }];
  expectClose(judge({ indicator: { aggregation: 'sum', target: toReach(200) }, value: 50, month: 6, figure: missing, catalogue: { unitPlans: plans } }), { expected: 50, part: 0.5, pace: 1, gap: -150, state: 'onTrack' });
  expectClose(judge({ indicator: { aggregation: 'sum', target: toReach(200) }, value: 50, month: 6, figure: missing }), { expected: 100, pace: 0.5 });
});

test.each([
  ['none', [], null],
  ['one', [{ toDate: 30, fullYear: 100 }], 0.3],
  ['two: between them', [{ toDate: 30, fullYear: 100 }, { toDate: 50, fullYear: 100 }], 0.4],
  ['a fourth year back does not count', [10, 20, 30, 90].map((toDate) => ({ toDate, fullYear: 100 })), 0.2],
  ['an empty year does not count', [{ toDate: 0, fullYear: 0 }, { toDate: 40, fullYear: 100 }], 0.4],
])('usual share of past years: %s', (_name, years, share) => {
  const found = usualShare(years);
  if (share === null) expect(found).toBeNull();
  else expect(found).toBeCloseTo(share, 12);
});

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });

test('strict and weak comparison differ only within the noise, and one always holds', () => {
  fc.assert(fc.property(number, number, (value, target) => {
    expect(meets(value, '>=', target, 'up', null)).toBe(!meets(value, '<', target, 'up', null));
    expect(meets(value, '<=', target, 'up', null)).toBe(!meets(value, '>', target, 'up', null));
    expect(meets(value, '=', target, 'up', null)).toBe(meets(value, '>=', target, 'up', null) && meets(value, '<=', target, 'up', null));
  }));
});

test('more of a flow never makes its state worse, nor its gaps', () => {
  const rank = ['farBehind', 'behind', 'onTrack', 'met'];
  fc.assert(fc.property(fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }), fc.integer({ min: 1, max: 12 }), (value, more, month) => {
    const [less, great] = [judge({ indicator: {}, value, month }), judge({ indicator: {}, value: value + more, month })];
    expect(rank.indexOf(great.state)).toBeGreaterThanOrEqual(rank.indexOf(less.state));
    expect(great.gap ?? 0).toBeGreaterThanOrEqual((less.gap ?? 0) - 1e-6);
    expect(great.pace ?? 0).toBeGreaterThanOrEqual(less.pace ?? 0);
  }));
});
