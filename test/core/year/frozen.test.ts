import fc from 'fast-check';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { closedMonths, currentlyFrozen, freeze, frozenHash, type FrozenFigure, type StoredFrozen } from '../../../src/core/year/frozen';
import { storedFact } from '../consolidation/reports';

const june = { year: 2024, month: 6 };
const closing = { closedAt: '2024-06-25T09:30:00+07:00', by: 'A' };
const closedPeriods = [{ period: june, closedOn: '2024-06-25' }];
const index = indexCatalogue({ ...programme2024(), closedPeriods });
const revenue = (cumulative: number) => [storedFact({ unit: 'STC', indicator: 'KT04', period: june, month: 1000, cumulative, lastYear: 9000 })];
const stored = (rows: readonly FrozenFigure[]): StoredFrozen[] => rows.map((row) => ({ ...row, hash: frozenHash(row) }));

test('what is due and missing is frozen as missing; what is not due is left out', () => {
  const rows = freeze(index, revenue(9500), june, closing);
  expect(rows.find(({ indicator }) => indicator === 'KT04')).toMatchObject({ cumulative: 9500, month: 1000, plan: 16687, state: 'onTrack', coverage: 1, provisional: false, by: 'A' });
  expect(rows.find(({ indicator }) => indicator === 'KT03')).toMatchObject({ cumulative: null, state: 'noData' });
  expect(rows.some(({ state, cumulative }) => state === 'notDue' && cumulative === null)).toBe(false);
});

test('unchanged facts give no difference; a changed one is told figure by figure, with what follows from it', () => {
  const rows = stored(freeze(index, revenue(9500), june, closing));
  expect(closedMonths(index, revenue(9500), rows)[0]).toMatchObject({ period: june, differences: [], altered: [], by: 'A' });
  const [month] = closedMonths(index, revenue(9600), rows);
  expect(month?.differences.map(({ indicator, figure }) => `${indicator} ${figure}`)).toEqual(['KT04 cumulative', 'NV01 cumulative']);
  expect(closedMonths(index, [], rows)[0]?.differences).toContainEqual({ indicator: 'KT04', figure: 'cumulative', frozen: 9500, now: null });
});

test('a month that was typed into KyKhoa has nothing frozen', () => expect(closedMonths(index, revenue(1), [])).toEqual([{ period: june, closedOn: '2024-06-25', closedAt: '', by: '', figures: 0, differences: [], altered: [] }]));

test('of two closings of a month the later one counts, whatever its zone; of an opened month none', () => {
  const first = freeze(index, revenue(9500), june, closing);
  const second = freeze(index, revenue(9600), june, { closedAt: '2024-06-25T03:00:00Z', by: 'B' });
  expect(new Set(currentlyFrozen([...first, ...second], closedPeriods).map(({ by }) => by))).toEqual(new Set(['B']));
  expect(currentlyFrozen([...first, ...second], [])).toEqual([]);
});

test('the fingerprint sees every change of a figure that twelve digits show, and no other program’s rounding', () => {
  const [base] = freeze(index, revenue(9500), june, closing).filter(({ indicator }) => indicator === 'KT04');
  if (!base) throw new Error('there is a figure');
  fc.assert(
    fc.property(fc.constantFrom('month', 'cumulative', 'lastYear', 'plan', 'pace'), fc.double({ min: 0.001, max: 1e6, noNaN: true }), (field, value) => {
      const altered = { ...base, [field]: value };
      const same = Number(value.toPrecision(12)) === Number((base[field] ?? NaN).toPrecision(12));
      expect(frozenHash(altered) === frozenHash(base)).toBe(same);
      expect(frozenHash({ ...altered, [field]: Number(value.toPrecision(15)) })).toBe(frozenHash(altered));
    }),
  );
  expect(frozenHash({ ...base, state: 'behind' })).not.toBe(frozenHash(base));
  expect(frozenHash({ ...base, by: 'Ai đó' })).not.toBe(frozenHash(base));
});
