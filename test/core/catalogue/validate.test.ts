import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { catalogueSchema, indicatorSchema } from '../../../src/core/catalogue/schemas';
import type { Catalogue, Indicator } from '../../../src/core/catalogue/types';
import { validateCatalogue } from '../../../src/core/catalogue/validate';

const sound = programme2024();
const at = (code: string): number => sound.indicators.findIndex((each) => each.code === code);
const changed = (code: string, change: Partial<Indicator>): Catalogue => ({ ...sound, indicators: sound.indicators.map((each) => (each.code === code ? { ...each, ...change } : each)) });
const [anyIndicator] = sound.indicators;
const [anyUnit] = sound.units;

test('the programme is sound', () => {
  expect(validateCatalogue(sound)).toEqual([]);
  expect(catalogueSchema.safeParse(sound).success).toBe(true);
});

test.each<[string, Catalogue, string, string, number, string]>([
  ['a code twice', { ...sound, indicators: anyIndicator ? [...sound.indicators, anyIndicator] : [] }, 'duplicateCode', 'ChiTieu', sound.indicators.length, 'code'],
  ['a unit twice', { ...sound, units: anyUnit ? [...sound.units, anyUnit] : [] }, 'duplicateCode', 'DonVi', sound.units.length, 'code'],
  ['minimum above maximum', changed('XH07', { bounds: { min: 100, max: 0, minExclusive: false, maxExclusive: false } }), 'minAboveMax', 'ChiTieu', at('XH07'), 'bounds'],
  ['valid to before valid from', changed('XH07', { validFrom: '2024-06-01', validTo: '2024-05-01' }), 'minAboveMax', 'ChiTieu', at('XH07'), 'validTo'],
  ['a parent that is its own child', changed('XH03', { parent: 'XH03.1' }), 'circularParent', 'ChiTieu', at('XH03'), 'parent'],
  ['a parent that is itself', changed('KT03', { parent: 'KT03' }), 'circularParent', 'ChiTieu', at('KT03'), 'parent'],
  ['an unknown parent', changed('KT03', { parent: 'KT99' }), 'unknownIndicator', 'ChiTieu', at('KT03'), 'parent'],
  ['derived from nothing known', changed('NV01', { derivation: { method: 'growth', of: 'KT99' } }), 'unknownIndicator', 'ChiTieu', at('NV01'), 'derivation'],
  ['an unknown denominator', changed('XH12.2', { derivation: { method: 'share', of: 'XH12', denominator: 'trees' } }), 'unknownDenominator', 'ChiTieu', at('XH12.2'), 'derivation'],
  ['an empty name', changed('KT03', { name: '  ' }), 'badValue', 'ChiTieu', at('KT03'), 'name'],
  ['a negative scale', changed('KT03', { scale: -1 }), 'badValue', 'ChiTieu', at('KT03'), 'scale'],
  ['a target without end', changed('KT03', { target: { kind: 'number', value: Infinity } }), 'badValue', 'ChiTieu', at('KT03'), 'target'],
  ['an unknown unit', { ...sound, assignments: [{ indicator: 'KT03', unit: 'ZZ', role: 'part', due: 'M', notes: '' }] }, 'unknownUnit', 'PhanCong', 0, 'unit'],
  ['an assignment without a unit', { ...sound, assignments: [{ indicator: 'KT03', unit: null, role: 'part', due: 'M', notes: '' }] }, 'unknownUnit', 'PhanCong', 0, 'unit'],
  ['an unknown indicator', { ...sound, assignments: [{ indicator: 'ZZ', unit: 'SCT', role: 'part', due: 'M', notes: '' }] }, 'unknownIndicator', 'PhanCong', 0, 'indicator'],
  ['two leads', { ...sound, assignments: [{ indicator: 'KT03', unit: 'SCT', role: 'lead', due: 'M', notes: '' }, { indicator: 'KT03', unit: 'CHQ', role: 'lead', due: 'M', notes: '' }] }, 'twoLeads', 'PhanCong', 1, 'role'],
  ['a plan of nobody', { ...sound, unitPlans: [{ unit: 'ZZ', indicator: 'KT03', plan: 1 }] }, 'unknownUnit', 'KeHoachDonVi', 0, 'unit'],
  ['a day that does not exist', { ...sound, holidays: [{ date: '2024-02-30', kind: 'off' }] }, 'badValue', 'NgayNghi', 0, 'date'],
  ['a day that is free and worked on', { ...sound, holidays: [{ date: '2024-05-04', kind: 'off' }, { date: '2024-05-04', kind: 'working' }] }, 'duplicateCode', 'NgayNghi', 1, 'date'],
  ['a denominator of nothing', { ...sound, denominators: [...sound.denominators, { name: 'x', value: 0, validFrom: null, validTo: null }] }, 'badValue', 'MauSo', sound.denominators.length, 'value'],
  ['an identity of unknown parts', { ...sound, identities: [{ kind: 'atMost', smaller: 'ZZ', larger: 'KT03', scope: 'both' }] }, 'unknownIndicator', 'RangBuoc', 0, 'smaller'],
  ['a sum of unknown parts', { ...sound, identities: [{ kind: 'sum', total: 'KT04', parts: ['KT04.1', 'ZZ'], offset: 0, tolerance: null, scope: 'both' }] }, 'unknownIndicator', 'RangBuoc', 0, 'parts'],
  ['a sum that is a part of itself', { ...sound, identities: [{ kind: 'sum', total: 'KT04', parts: ['KT04', 'KT03'], offset: 0, tolerance: null, scope: 'both' }] }, 'badValue', 'RangBuoc', 0, 'parts'],
  ['one rule twice in one place', { ...sound, identities: [...sound.identities, { kind: 'sum', total: 'KT04', parts: ['KT04.2', 'KT04.1'], offset: 0, tolerance: 0.1, scope: 'report' }] }, 'duplicateCode', 'RangBuoc', sound.identities.length, 'total'],
  ['a severity of no check', { ...sound, severities: [{ check: 'V99', severity: 'I', reason: 'x', validFrom: null, validTo: null }] }, 'unknownCheck', 'MucDo', 0, 'check'],
  ['a severity without a reason', { ...sound, severities: [{ check: 'V02', severity: 'I', reason: ' ', validFrom: null, validTo: null }] }, 'missingReason', 'MucDo', 0, 'reason'],
  ['two severities on one day', { ...sound, severities: [{ check: 'V02', severity: 'I', reason: 'x', validFrom: null, validTo: '2024-06-30' }, { check: 'V02', severity: 'W', reason: 'y', validFrom: '2024-06-30', validTo: null }] }, 'duplicateCode', 'MucDo', 1, 'check'],
  ['a threshold out of its range', { ...sound, thresholds: { ...sound.thresholds, lateMonths: 1 } }, 'badValue', 'Nguong', 10, 'value'],
  ['a month closed twice', { ...sound, closedPeriods: [{ period: { year: 2024, month: 1 }, closedOn: '2024-03-01' }, { period: { year: 2024, month: 1 }, closedOn: '2024-04-01' }] }, 'duplicateCode', 'KyKhoa', 1, 'period'],
  ['a band upside down', changed('XH07', { plausible: { min: 9, max: 1 } }), 'minAboveMax', 'ChiTieu', at('XH07'), 'plausible'],
  ['cuts of a pace the wrong way round', changed('KT03', { cuts: { onTrack: 0.5, behind: 0.9 } }), 'minAboveMax', 'ChiTieu', at('KT03'), 'cuts'],
  ['cuts in points the wrong way round', changed('KT01', { cuts: { onTrack: 2, behind: 0.5 } }), 'minAboveMax', 'ChiTieu', at('KT01'), 'cuts'],
  ['a denominator with two values on one day', { ...sound, denominators: [{ name: 'x', value: 1, validFrom: null, validTo: '2024-06-30' }, { name: 'x', value: 2, validFrom: '2024-06-30', validTo: null }, ...sound.denominators] }, 'duplicateCode', 'MauSo', 1, 'name'],
])('%s', (_name, catalogue, problem, table, row, column) => {
  expect(validateCatalogue(catalogue)).toContainEqual(expect.objectContaining({ problem, table, row, column }));
});

test('texts from cells come out composed and trimmed', () => {
  const parsed = indicatorSchema.parse({ ...sound.indicators[0], name: ` ${'Tỷ lệ đô thị hóa'.normalize('NFD')} ` });
  expect(parsed.name).toBe('Tỷ lệ đô thị hóa');
});

test('near misses: severities one after the other, cuts in the right order, one rule in two places', () => {
  const severities = [{ check: 'V02', severity: 'I' as const, reason: 'x', validFrom: null, validTo: '2024-06-29' }, { check: 'V02', severity: 'W' as const, reason: 'y', validFrom: '2024-06-30', validTo: null }];
  const identities: Catalogue['identities'] = [
    { kind: 'sum', total: 'KT04', parts: ['KT04.1', 'KT04.2'], offset: 0, tolerance: 0, scope: 'report' },
    { kind: 'sum', total: 'KT04', parts: ['KT04.1', 'KT04.2'], offset: 0, tolerance: 0.005, scope: 'province' },
  ];
  expect(validateCatalogue({ ...sound, severities, identities })).toEqual([]);
  expect(validateCatalogue(changed('KT03', { cuts: { onTrack: 0.9, behind: 0.5 } }))).toEqual([]);
  expect(validateCatalogue(changed('KT01', { cuts: { onTrack: 0.5, behind: 2 } }))).toEqual([]);
});
