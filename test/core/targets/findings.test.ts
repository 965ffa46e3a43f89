import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Assignment, Catalogue, Indicator, ReportingUnit } from '../../../src/core/catalogue/types';
import type { Consolidation, FigureSource, ProvinceFigure } from '../../../src/core/consolidation/types';
import { assess } from '../../../src/core/targets/assess';
import { targetFindings } from '../../../src/core/targets/findings';

const BASE: Catalogue = { ...programme2024(), indicators: [], units: [], assignments: [], unitPlans: [], denominators: [], identities: [] };
const UNITS = ['A', 'B', 'C'].map((code): ReportingUnit => ({ code, name: code, short: code, aliases: [], kind: 'district', validFrom: null, validTo: null, openErrors: 'take' }));
const PARTS = UNITS.map(({ code }): Assignment => ({ indicator: 'X', unit: code, role: 'part', due: 'M', notes: '' }));

function indicator(given: Partial<Indicator>): Indicator {
  return {
    code: 'X', name: 'X', short: 'X', aliases: [], unit: 'xã', scale: 100, decimals: 1, bounds: { min: null, max: null, minExclusive: false, maxExclusive: false },
    kind: 'flow', aggregation: 'lead', target: { kind: 'number', value: 100 }, operator: '>=', better: 'up', baseline: null, tolerance: null,
    plausible: null, cuts: null, taskGroup: null, group: 'A', parent: null, derivation: null, validFrom: null, validTo: null, ...given,
  };
}

interface Given {
  readonly indicator?: Partial<Indicator>;
  readonly value: number | null;
  readonly month: number;
  readonly figure?: Partial<ProvinceFigure>;
  readonly catalogue?: Partial<Catalogue>;
  /** Other indicators of the catalogue; each has a figure of 12. */
  readonly others?: readonly Indicator[];
}

function found({ indicator: given = {}, value, month, figure: more, catalogue, others = [] }: Given) {
  const one = indicator(given);
  const index = indexCatalogue({ ...BASE, indicators: [one, ...others], units: UNITS, assignments: PARTS, ...catalogue });
  const period = { year: 2024, month };
  const figureOf = (code: string, cumulative: number | null): ProvinceFigure => ({
    indicator: code, month: null, cumulative, lastYear: null, numerator: null, denominator: null, asOf: cumulative === null ? null : period,
    coverage: 1, partsExpected: 1, partsUsed: 1, partsMissing: [], provisional: false, dueNow: true, sources: [],
  });
  const all = [{ one, figure: { ...figureOf(one.code, value), ...more } }, ...others.map((other) => ({ one: other, figure: figureOf(other.code, 12) }))];
  const consolidation: Consolidation = { period, units: { expected: [], received: [], missing: [], inWords: { expected: [], received: [] } }, figures: all.map(({ figure }) => figure), held: [], facts: [], changes: [], findings: [] };
  const assessments = all.map(({ one: each, figure }) => assess({ indicator: each, figure, index, period }));
  return targetFindings({ assessments, consolidation, index }).filter((each) => each.indicator === one.code);
}

const RATE: Partial<Indicator> = { kind: 'rate', unit: '%', target: { kind: 'number', value: 90 } };
const STOCK: Partial<Indicator> = { kind: 'stock', baseline: 80, target: { kind: 'number', value: 92 } };
const CEILING: Partial<Indicator> = { operator: '<=', better: 'down', target: { kind: 'number', value: 120 } };
const LAST_YEAR: Partial<Indicator> = { operator: '<', better: 'down', target: { kind: 'lastYear' } };
const source = (unit: string): FigureSource => ({ unit, period: { year: 2024, month: 6 }, role: 'part', file: 'f', sheet: 's', cell: 'H1', value: 1, marks: [] });
const LACKING: Partial<ProvinceFigure> = { partsMissing: ['C'], provisional: true, sources: [source('A'), source('B')] };
const PLANS = [{ unit: 'A', indicator: 'X', plan: 30 }, { unit: 'B', indicator: 'X', plan: 30 }];
const SHARE: Partial<Indicator> = { ...RATE, aggregation: 'derived', derivation: { method: 'share', of: 'N', denominator: 'd' } };
const counted = (given: Partial<Indicator>): Indicator => indicator({ code: 'N', kind: 'stock', target: { kind: 'number', value: 14 }, ...given });

const CASES: readonly (readonly [string, Given, readonly string[]])[] = [
  // G01
  ['no target', { indicator: { target: null }, value: 5, month: 6 }, ['G01']],
  ['no target and no figure', { indicator: { target: null }, value: null, month: 6 }, []],
  ['a "trong đó" without a target', { indicator: { target: null, parent: 'P' }, value: 5, month: 6 }, []],
  ['what another is derived from', { indicator: { target: null }, value: 5, month: 6, others: [indicator({ code: 'D', derivation: { method: 'growth', of: 'X' } })] }, []],
  ['last year is a target', { indicator: LAST_YEAR, value: 5, month: 6 }, []],
  ['a date is a target', { indicator: { kind: 'milestone', target: { kind: 'date', date: '2024-06-30' } }, value: 1, month: 6 }, []],
  // G05 and G06: the pace
  ['on track', { value: 50, month: 6 }, []],
  ['just on track', { value: 47.5, month: 6 }, []],
  ['behind', { value: 45, month: 6 }, ['G05']],
  ['far behind', { value: 39, month: 6 }, ['G06']],
  ['behind before a forecast exists', { value: 15, month: 2 }, ['G05']],
  ['far behind before a forecast exists', { value: 5, month: 2 }, ['G06']],
  ['behind and late: the rest would need 1.44 times the pace', { value: 67.5, month: 9 }, ['G06']],
  ['on track, but a month is left for what two bring', { value: 88, month: 11 }, ['G06']],
  ['on track and nearly there', { value: 91, month: 11 }, []],
  ['met', { value: 100, month: 9 }, []],
  ['a rate behind has no forecast to miss', { indicator: RATE, value: 88.5, month: 9 }, ['G05']],
  ['a rate far behind', { indicator: RATE, value: 80, month: 9 }, ['G06']],
  ['a rate within half a point', { indicator: RATE, value: 89.6, month: 9 }, []],
  ['a stock far behind', { indicator: STOCK, value: 82, month: 6 }, ['G06']],
  ['a stock that would need 1.4 times its pace', { indicator: STOCK, value: 85, month: 6 }, ['G06']],
  ['a ceiling a little above its path', { indicator: CEILING, value: 66, month: 6 }, ['G05']],
  ['a ceiling passed in November', { indicator: CEILING, value: 121, month: 11 }, ['G06']],
  ['a ceiling passed at the year’s end', { indicator: CEILING, value: 121, month: 12 }, ['G06']],
  ['a ceiling kept', { indicator: CEILING, value: 110, month: 12 }, []],
  ['more than last year', { indicator: LAST_YEAR, value: 110, month: 6, figure: { lastYear: 100 } }, ['G05']],
  ['own cuts: 0.9 is on track', { indicator: { cuts: { onTrack: 0.85, behind: 0.6 } }, value: 45, month: 6 }, []],
  ['own cuts: 0.78 is behind', { indicator: { cuts: { onTrack: 0.85, behind: 0.6 } }, value: 39, month: 6 }, ['G05']],
  ['own cuts of a rate: three points short', { indicator: { ...RATE, cuts: { onTrack: 1, behind: 5 } }, value: 87, month: 6 }, ['G05']],
  ['a sum without one unit’s figure', { indicator: { aggregation: 'sum' }, value: 20, month: 6, figure: LACKING }, []],
  ['the same, with plans of those that reported', { indicator: { aggregation: 'sum' }, value: 20, month: 6, figure: LACKING, catalogue: { unitPlans: PLANS } }, ['G06']],
  ['a sum where nothing that is due lacks', { indicator: { aggregation: 'sum' }, value: 20, month: 6, figure: { partsMissing: ['C'], provisional: false } }, ['G06']],
  ['a share whose count has a path of its own', { indicator: SHARE, value: 70, month: 6, others: [counted({ baseline: 10 })] }, []],
  ['a share whose count has none', { indicator: SHARE, value: 70, month: 6, others: [counted({ baseline: null })] }, ['G06']],
  // G07
  ['a stock below where the year began', { indicator: STOCK, value: 79, month: 6 }, ['G07']],
  ['a stock where the year began', { indicator: STOCK, value: 80, month: 2 }, ['G06']],
  ['a rate that must fall and rose', { indicator: { ...RATE, operator: '<=', better: 'down', baseline: 5, target: { kind: 'number', value: 3 } }, value: 5.2, month: 6 }, ['G07']],
  ['a stock that lacks a unit', { indicator: { ...STOCK, aggregation: 'sum' }, value: 70, month: 6, figure: { partsMissing: ['C'] } }, []],
  // G08
  ['beyond 150 % in June', { value: 151, month: 6 }, ['G08']],
  ['exactly 150 %', { value: 150, month: 6 }, []],
  ['beyond 150 % in July', { value: 160, month: 7 }, []],
  ['a stock of 150 % and more', { indicator: STOCK, value: 139, month: 5 }, ['G08']],
  ['a rate is no count', { indicator: { ...RATE, target: { kind: 'number', value: 10 } }, value: 20, month: 5 }, []],
  ['less is better', { indicator: CEILING, value: 200, month: 5 }, ['G06']],
  // G11
  ['exactly at a strict bound', { indicator: { ...RATE, operator: '>' }, value: 90, month: 6 }, ['G11']],
  ['binary noise away from it', { indicator: { ...RATE, operator: '>', target: { kind: 'number', value: 0.3 } }, value: 0.1 + 0.2, month: 6 }, ['G11']],
  ['a hundredth above it', { indicator: { ...RATE, operator: '>' }, value: 90.01, month: 6 }, []],
  ['exactly at a bound that counts', { indicator: RATE, value: 90, month: 6 }, []],
  ['strictly below, at the bound', { indicator: { ...RATE, operator: '<', better: 'down', target: { kind: 'number', value: 8 } }, value: 8, month: 6 }, ['G11']],
  ['as many as last year, at its end', { indicator: LAST_YEAR, value: 100, month: 12, figure: { lastYear: 100 } }, ['G11']],
  ['as many as last year so far', { indicator: LAST_YEAR, value: 100, month: 6, figure: { lastYear: 100 } }, []],
];
test.each(CASES)('%s', (_name, given, codes) => expect(found(given).map((each) => each.code)).toEqual(codes));

test('what they say', () => {
  expect(found({ value: 39, month: 6 })).toMatchObject([{ severity: 'W', scope: 'province', unit: null, indicator: 'X', params: { reason: 'farBehind', value: 39, expected: 50, pace: 0.78, target: 100 } }]);
  expect(found({ value: 67.5, month: 9 })).toMatchObject([{ params: { reason: 'forecastMisses', forecast: 90, target: 100 } }]);
  expect(found({ indicator: STOCK, value: 79, month: 6 })).toMatchObject([{ params: { value: 79, start: 80 } }]);
  expect(found({ indicator: { kind: 'change', baseline: 2.11, target: { kind: 'number', value: 0.48 } }, value: -0.1, month: 12 })).toMatchObject([{ code: 'G07', params: { value: -0.1, start: 0 } }]);
  expect(found({ value: 160, month: 6 })).toMatchObject([{ params: { value: 160, target: 100, share: 1.6 } }]);
});

const plan = (...plans: readonly number[]): Partial<Catalogue> => ({ unitPlans: plans.map((each, at) => ({ unit: UNITS[at]?.code ?? '', indicator: 'X', plan: each })) });
const SUMMED: Partial<Indicator> = { aggregation: 'sum', target: { kind: 'number', value: 1000 } };
const PLAN_CASES: readonly (readonly [string, Partial<Indicator>, Partial<Catalogue>, readonly object[]])[] = [
  ['less than the target', SUMMED, plan(300, 300, 394), [{ code: 'G10', severity: 'W', params: { sum: 994, target: 1000, units: 3 } }]],
  ['more than the target', SUMMED, plan(300, 300, 410), [{ code: 'G10' }]],
  ['within half a percent', SUMMED, plan(300, 300, 395), []],
  ['the target', SUMMED, plan(300, 300, 400), []],
  ['a unit without a plan', SUMMED, plan(300, 300), []],
  ['no plan at all', SUMMED, {}, []],
  ['about the target, within its tolerance', { ...SUMMED, operator: '~', tolerance: 0.02 }, plan(300, 300, 385), []],
  ['about the target, beyond it', { ...SUMMED, operator: '~', tolerance: 0.02 }, plan(300, 300, 379), [{ code: 'G10' }]],
  ['a rate has no sum', { ...RATE, aggregation: 'ratio' }, plan(30, 30, 20), []],
  ['a unit that is out of force owes no plan', SUMMED, { ...plan(500, 500), units: UNITS.map((unit) => (unit.code === 'C' ? { ...unit, validTo: '2024-03-31' } : unit)) }, []],
];
test.each(PLAN_CASES)('the units’ plans together: %s', (_name, given, catalogue, wanted) => {
  expect(found({ indicator: given, value: null, month: 6, catalogue })).toMatchObject(wanted);
  expect(found({ indicator: given, value: null, month: 6, catalogue })).toHaveLength(wanted.length);
});

test('the programme itself asks for nothing: every indicator has a target, and no plans are known', () => {
  const index = indexCatalogue(programme2024());
  const figures = index.catalogue.indicators.map(({ code }): ProvinceFigure => ({ indicator: code, month: null, cumulative: 1, lastYear: null, numerator: null, denominator: null, asOf: { year: 2024, month: 6 }, coverage: 1, partsExpected: 1, partsUsed: 1, partsMissing: [], provisional: false, dueNow: true, sources: [] }));
  const consolidation: Consolidation = { period: { year: 2024, month: 6 }, units: { expected: [], received: [], missing: [], inWords: { expected: [], received: [] } }, figures, held: [], facts: [], changes: [], findings: [] };
  const assessments = figures.flatMap((figure) => {
    const one = index.indicator(figure.indicator);
    return one ? [assess({ indicator: one, figure, index, period: consolidation.period })] : [];
  });
  expect(targetFindings({ assessments, consolidation, index }).filter(({ code }) => code === 'G01' || code === 'G10')).toEqual([]);
});
