import { chanceOf } from './chance';
import { draftOf, numberIn } from './draft';
import { FAULTS } from './faults';
import { fileCases } from './files';
import { makeCorpus, type Case } from './make';
import { NEAR_MISSES } from './near';
import { judgeAll, overall, scoresOf, type Judged } from './score';
import { isBehind, outlyingness } from './series';
import { pairCases } from './twice';
import { MONTHS, worldOf } from './world';

const world = worldOf('jest');

describe('the true year', () => {
  const codes = ['KT03', 'KT04', 'KT04.1', 'KT04.2', 'NV08.1', 'NV08.2', 'NV08.3'] as const;
  const leads = codes.map((code) => [code, world.index.contributors(code)[0]?.unit ?? ''] as const);

  test.each(leads)('%s adds up month by month', (code, unit) => {
    for (const month of MONTHS) {
      const [before, now] = [world.point(unit, code, month - 1), world.point(unit, code, month)];
      expect((now?.cumulative ?? NaN) - (before?.cumulative ?? NaN)).toBeCloseTo(now?.month ?? NaN, 6);
    }
  });

  test.each(leads)('%s has no outlier by itself', (code, unit) => {
    const months = MONTHS.map((month) => world.point(unit, code, month)?.month ?? NaN);
    months.forEach((value, at) => expect(outlyingness(months.slice(0, at), value)).toBeLessThan(3.5));
  });

  test('the plans of the units make the target of the province', () => {
    const sum = world.catalogue.unitPlans.filter((plan) => plan.indicator === 'XH02').reduce((total, { plan }) => total + plan, 0);
    expect(sum).toBe(11_500);
  });

  test('what is behind has words, and something is', () => {
    const behind = MONTHS.flatMap((month) => world.catalogue.units.flatMap(({ code }) => draftOf(world, code, month).entries.filter((row) => {
      const point = world.point(code, row.indicator.code, month);
      return point !== null && numberIn(row, 'cumulative') !== null && isBehind(row.indicator, point, world.plan(code, row.indicator.code), month, 'surely');
    })));
    expect(behind.length).toBeGreaterThan(20);
    expect(behind.filter((row) => row.cause === '' || row.remedy === '')).toEqual([]);
  });
});

test('the same seed makes the same corpus, another one another', () => {
  const made = (seed: string): unknown => makeCorpus(worldOf(seed), chanceOf(seed), FAULTS.slice(0, 30), [], { each: 1, near: 0, clean: 0 }).cases.map(({ unit, month, layout, labels }) => [unit, month, layout, labels]);
  expect(made('a')).toEqual(made('a'));
  expect(made('a')).not.toEqual(made('b'));
});

describe('a small corpus', () => {
  const corpus = makeCorpus(world, chanceOf('jest corpus'), FAULTS, NEAR_MISSES, { each: 2, near: 1, clean: 0.1 });

  test('true reports are clean', async () => {
    const judged = await judgeAll(corpus.cases.filter((each) => each.kind === 'clean'));
    expect(judged.length).toBeGreaterThan(15);
    expect(judged.flatMap(({ case: one, wrong }) => wrong.map((finding) => `${one.unit} ${one.month} ${one.layout} ${finding.code}`))).toEqual([]);
  });

  const where = ({ unit, month, layout, code, way }: Case): string => `${unit} ${month} ${layout} · ${code} ${way}`;
  const notFound = (judged: readonly Judged[]): string[] => judged.flatMap(({ case: one, missed }) => missed.map((label) => `${label.code} · ${where(one)}`));
  const falseAlarms = (judged: readonly Judged[]): string[] => judged.flatMap(({ case: one, wrong }) => wrong.map((finding) => `${finding.code} · ${where(one)}`));

  test('what was seeded is found, and nothing else', async () => {
    const judged = await judgeAll(corpus.cases.filter((each) => each.kind === 'fault'));
    expect(overall(scoresOf(judged)).seeded).toBeGreaterThan(150);
    expect(notFound(judged)).toEqual([]);
    expect(falseAlarms(judged)).toEqual([]);
  });

  test('near misses, files, pairs of files', async () => {
    const judged = await judgeAll([...corpus.cases.filter((each) => each.kind === 'near'), ...fileCases(world, chanceOf('jest files'), 1), ...pairCases(world, chanceOf('jest pairs'), 4)]);
    expect(judged.length).toBeGreaterThan(60);
    expect(notFound(judged)).toEqual([]);
    expect(falseAlarms(judged)).toEqual([]);
  });
});
