import { storedHeld } from '../../../src/core/consolidation/stored-held';
import type { Fact } from '../../../src/core/consolidation/types';
import { storedFact } from './reports';

const june = { year: 2024, month: 6 };
const held = (given: Partial<Fact> = {}): Fact =>
  storedFact({ unit: 'VN', indicator: 'XH02', period: june, cumulative: 660000, used: false, reasons: ['V15'], cells: { month: 'G12', cumulative: 'H12' }, ...given });

test.each([
  ['a figure held earlier still waits', held(), [], ['H12 660000 V15']],
  ['where nothing but the month stood, its cell', held({ cumulative: null, month: 7, cells: { month: 'G12' } }), [], ['G12 7 V15']],
  ['a text that was no number is not known any more', held({ cumulative: null, reasons: ['V04'] }), [], ['H12 null V04']],
  ['an earlier month waits too', held({ period: { year: 2024, month: 5 } }), [], ['H12 660000 V15']],
  ['a later month does not concern this one', held({ period: { year: 2024, month: 7 } }), [], []],
  ['nor does another year', held({ period: { year: 2023, month: 6 } }), [], []],
  ['what is used is not held', held({ used: true }), [], []],
  ['a blank figure is no held one', held({ reasons: ['V01'] }), [], []],
  ['a unit left out for its errors is said by C05', held({ reasons: ['C05'] }), [], []],
  ['a report read now speaks for itself', held(), [{ unit: 'VN', period: june }], []],
  ['another month read now does not', held(), [{ unit: 'VN', period: { year: 2024, month: 5 } }], ['H12 660000 V15']],
])('%s', (_name, fact, read, wanted) => {
  expect(storedHeld([fact], june, read).map(({ cell, found, codes }) => `${cell} ${found} ${codes.join()}`)).toEqual(wanted);
});
