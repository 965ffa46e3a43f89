import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { monthChanges } from '../../../src/core/changes/months';
import { storedFact } from '../consolidation/reports';

const index = indexCatalogue(programme2024());
const at = (month: number) => ({ year: 2024, month });
const exportsAt = (month: number, cumulative: number, used = true) => storedFact({ unit: 'SCT', indicator: 'KT03', period: at(month), month: 100, cumulative, used });
const revenueAt = (month: number, cumulative: number) => storedFact({ unit: 'STC', indicator: 'KT04', period: at(month), month: 1000, cumulative });
const growthAt = (month: number, cumulative: number) => storedFact({ unit: 'CTK', indicator: 'KT01', period: at(month), cumulative });
const changesOf = (facts: Parameters<typeof monthChanges>[1], month: number) => monthChanges(index, facts, at(month));

test('each indicator at both months, with what its pace moved', () => {
  // On plan in May (1870 × 5 ÷ 12), a tenth behind in June.
  const [change] = changesOf([exportsAt(5, 1870 * 5 / 12), exportsAt(6, 1870 * 6 / 12 * 0.9)], 6);
  expect(change).toMatchObject({ indicator: 'KT03', stateChanged: true, before: { state: 'onTrack', cumulative: 1870 * 5 / 12 }, after: { state: 'behind' } });
  expect(change?.before.pace).toBeCloseTo(1, 12);
  expect(change?.movement).toBeCloseTo(-0.1, 12);
});

test('a new state first, then the biggest step of pace; points weigh a tenth', () => {
  const facts = [
    exportsAt(5, 1870 * 5 / 12), exportsAt(6, 1870 * 6 / 12 * 0.94),
    revenueAt(5, 16687 * 5 / 12 * 1.2), revenueAt(6, 16687 * 6 / 12 * 1.5),
    growthAt(3, 8.5), growthAt(6, 9.5),
  ];
  const order = changesOf(facts, 6).filter(({ indicator }) => ['KT01', 'KT03', 'KT04'].includes(indicator));
  expect(order.map(({ indicator }) => indicator)).toEqual(['KT03', 'KT04', 'KT01']);
  // One point nearer counts as a tenth of pace.
  expect(order[2]?.movement).toBeCloseTo(0.1, 9);
});

test('a figure that is gone, or held, stands as none', () => {
  const [change] = changesOf([exportsAt(5, 700), exportsAt(6, 800, false)], 6);
  expect(change).toMatchObject({ indicator: 'KT03', movement: null, before: { cumulative: 700 }, after: { cumulative: null, state: 'noData' } });
});

test('January has no month before it in its year, and nothing said is nothing to compare', () => {
  expect(changesOf([exportsAt(1, 100)], 1)).toEqual([]);
  expect(changesOf([], 6)).toEqual([]);
});
