import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Catalogue } from '../../../src/core/catalogue/types';
import { validateCatalogue } from '../../../src/core/catalogue/validate';
import type { Fact } from '../../../src/core/consolidation/types';
import { newYearCatalogue } from '../../../src/core/year/new-year';
import { storedFact } from '../consolidation/reports';

const programme = programme2024();
const december = { year: 2024, month: 12 };
const next = (facts: readonly Fact[] = [], catalogue: Catalogue = programme) => newYearCatalogue(indexCatalogue(catalogue), facts);
const indicatorOf = (catalogue: Catalogue, code: string) => catalogue.indicators.find((each) => each.code === code);
const parts = (code: string): readonly string[] => indexCatalogue(programme).contributors(code).flatMap(({ unit }) => unit ?? []);

test('the same indicators, units and assignments; targets, plans, holidays and closed months blank; sound', () => {
  const { catalogue } = next();
  expect(catalogue.year).toBe(2025);
  expect(catalogue.indicators.map(({ code }) => code)).toEqual(programme.indicators.map(({ code }) => code));
  expect([catalogue.units, catalogue.assignments]).toEqual([programme.units, programme.assignments]);
  expect(new Set(catalogue.indicators.map(({ target }) => target?.kind ?? null))).toEqual(new Set([null, 'lastYear']));
  expect([catalogue.unitPlans, catalogue.holidays, catalogue.closedPeriods, catalogue.scenarios, catalogue.tasks]).toEqual([[], [], [], [], []]);
  expect(validateCatalogue(catalogue)).toEqual([]);
});

test('without December nobody knows how the year ended', () => {
  const { catalogue, baselines, withoutBaseline, openRules } = next([storedFact({ unit: 'SNNPTNT', indicator: 'XH12', period: { year: 2024, month: 6 }, cumulative: 66 })]);
  expect(catalogue.indicators.every(({ baseline }) => baseline === null)).toBe(true);
  expect(baselines).toEqual([]);
  expect(withoutBaseline).toEqual(expect.arrayContaining(['KT02', 'KT05.1', 'XH01', 'XH12']));
  // "65 + what came this year" must not be carried into a year that starts from another count.
  expect(openRules.length).toBe(programme.identities.filter((identity) => identity.kind === 'sum' && identity.offset !== 0).length);
});

test('with December: stocks from their level, growth from the total, a cut from the rate itself, rules from the new count', () => {
  const [lead] = parts('KT05');
  const districts = parts('XH12');
  const poor = parts('XH01');
  const facts = [
    storedFact({ unit: lead ?? '', indicator: 'KT05', period: december, cumulative: 81000 }),
    ...districts.map((unit) => storedFact({ unit, indicator: 'XH12', period: december, role: 'part', cumulative: 8.5 })),
    ...poor.map((unit) => storedFact({ unit, indicator: 'XH01', period: december, role: 'part', cumulative: 0.5, numerator: 150, denominator: 10000 })),
  ];
  const { catalogue, baselines, openRules } = next(facts);
  expect(indicatorOf(catalogue, 'KT05.1')?.baseline).toBe(81000);
  expect(indicatorOf(catalogue, 'XH12')?.baseline).toBe(8.5 * districts.length);
  expect(indicatorOf(catalogue, 'XH01')?.baseline).toBeCloseTo(1.5, 12);
  expect(baselines).toEqual(expect.arrayContaining(['KT05.1', 'XH12', 'XH01']));
  expect(catalogue.identities).toContainEqual(expect.objectContaining({ kind: 'sum', total: 'XH12', offset: 8.5 * districts.length }));
  expect(openRules).not.toContain('XH12');
});

test('this year’s whole months join the past years; what was provisional does not, and four years back is forgotten', () => {
  const facts = [6, 12].map((month) => storedFact({ unit: 'SCT', indicator: 'KT03', period: { year: 2024, month }, month: 100, cumulative: month * 150 }));
  const pastCumulatives = [2021, 2022].map((year) => ({ indicator: 'KT03', year, month: 12, cumulative: 1500 }));
  const { catalogue } = next([...facts, storedFact({ unit: parts('XH02')[0] ?? '', indicator: 'XH02', period: december, role: 'part', month: 1, cumulative: 9 })], { ...programme, pastCumulatives });
  expect(catalogue.pastCumulatives).toEqual([
    { indicator: 'KT03', year: 2022, month: 12, cumulative: 1500 },
    { indicator: 'KT03', year: 2024, month: 6, cumulative: 900 },
    { indicator: 'KT03', year: 2024, month: 12, cumulative: 1800 },
  ]);
});

test('what ends with the year is left behind, with everything that names it', () => {
  const ended = { validTo: '2024-12-31' };
  const { catalogue, dropped } = next([], {
    ...programme,
    units: programme.units.map((unit) => (unit.code === 'STC' ? { ...unit, ...ended } : unit)),
    indicators: programme.indicators.map((indicator) => (indicator.code === 'XH12' ? { ...indicator, ...ended } : indicator)),
  });
  expect(dropped).toEqual(expect.arrayContaining(['STC', 'XH12', 'XH12.2']));
  expect(catalogue.assignments.some(({ unit, indicator }) => unit === 'STC' || indicator === 'XH12')).toBe(false);
  expect(catalogue.denominators.map(({ value }) => value)).toEqual([90]);
  expect(validateCatalogue(catalogue)).toEqual([]);
});
