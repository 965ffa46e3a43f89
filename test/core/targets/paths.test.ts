import { pathwaysOf, pathwaysOfPart } from '../../../src/core/targets/paths';
import { usualShare } from '../../../src/core/targets/pathway';

const year = (of: number, toDate: number | null, fullYear: number | null) => [
  ...(toDate === null ? [] : [{ indicator: 'X', year: of, month: 6, cumulative: toDate }]),
  ...(fullYear === null ? [] : [{ indicator: 'X', year: of, month: 12, cumulative: fullYear }]),
];
const quarters = [3, 6, 9].map((month) => ({ indicator: 'X', month, value: month * 100 }));
const paths = pathwaysOf({ scenarios: [...quarters].reverse(), pastCumulatives: [...year(2023, 40, 100), ...year(2022, 30, 100), ...year(2021, 70, 100), ...year(2020, 1, 100)] }, 2024);

test.each([
  [1, null], [2, null], [3, { month: 3, value: 300 }], [5, { month: 3, value: 300 }], [6, { month: 6, value: 600 }], [12, { month: 9, value: 900 }],
])('a scenario by quarters at month %i: the last given value, and nothing before the first', (month, wanted) => {
  expect(paths.scenario?.('X', month)).toEqual(wanted);
  expect(paths.scenario?.('Y', month)).toBeNull();
});

test.each<[string, ReturnType<typeof year>, number | null]>([
  ['none', [], null],
  ['the three years before, the fourth left out', [...year(2023, 40, 100), ...year(2022, 30, 100), ...year(2021, 70, 100), ...year(2020, 1, 100)], 0.4],
  ['a year without its total', [...year(2023, 40, null), ...year(2022, 30, 100)], 0.3],
  ['a year without the month', [...year(2023, null, 100), ...year(2022, 30, 100)], 0.3],
  ['a year of nothing', [...year(2023, 0, 0), ...year(2022, 30, 100)], 0.3],
  ['a month above its year', [...year(2023, 130, 100), ...year(2022, 30, 100)], 0.3],
  ['this year itself', year(2024, 40, 100), null],
])('past years: %s', (_name, pastCumulatives, share) => {
  const found = usualShare(pathwaysOf({ scenarios: [], pastCumulatives }, 2024).years?.('X', 6) ?? []);
  expect(found === null ? null : Number(found.toFixed(12))).toBe(share);
});

test('a part of the whole comes in as the whole does', () => {
  const part = pathwaysOfPart(paths, 0.25);
  expect(part.scenario?.('X', 6)).toEqual({ month: 6, value: 150 });
  expect(part.scenario?.('X', 1)).toBeNull();
  expect(part.years?.('X', 6)).toEqual(paths.years?.('X', 6));
});
