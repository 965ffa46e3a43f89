import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Catalogue } from '../../../src/core/catalogue/types';
import { validateCatalogue } from '../../../src/core/catalogue/validate';

const point = { indicator: 'KT03', month: 3, value: 400 };
const past = { indicator: 'KT03', year: 2023, month: 6, cumulative: 800 };

test.each<[string, Partial<Catalogue>, readonly object[]]>([
  ['a sound scenario and history', { scenarios: [point, { ...point, month: 6 }], pastCumulatives: [past, { ...past, month: 12, cumulative: 1700 }, { ...past, year: 2022 }] }, []],
  ['a rate may follow a scenario', { scenarios: [{ ...point, indicator: 'XH07' }] }, []],
  ['a month twice', { scenarios: [point, { ...point, value: 1 }] }, [{ table: 'KichBan', row: 1, column: 'month', problem: 'duplicateCode', detail: 'KT03 3' }]],
  ['a past month twice', { pastCumulatives: [past, past] }, [{ table: 'LichSuThang', row: 1, problem: 'duplicateCode', detail: 'KT03 2023-6' }]],
  ['nobody’s scenario', { scenarios: [{ ...point, indicator: 'ZZ' }] }, [{ problem: 'unknownIndicator', detail: 'ZZ' }]],
  ['a stock climbs in a straight line', { scenarios: [{ ...point, indicator: 'XH12' }] }, [{ problem: 'wrongKind', detail: 'XH12' }]],
  ['a rate has no shares', { pastCumulatives: [{ ...past, indicator: 'XH07' }] }, [{ table: 'LichSuThang', problem: 'wrongKind' }]],
  ['a month above its year', { pastCumulatives: [past, { ...past, month: 12, cumulative: 700 }] }, [{ row: 0, column: 'cumulative', problem: 'minAboveMax', detail: '800 > 700' }]],
])('%s', (_name, given, wanted) => {
  const faults = validateCatalogue({ ...programme2024(), ...given });
  expect(faults).toMatchObject(wanted);
  expect(faults).toHaveLength(wanted.length);
});
