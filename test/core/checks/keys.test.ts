import type { Catalogue, Denominator, Indicator } from '../../../src/core/catalogue/types';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { nameJudge } from '../../../src/core/report/name-fit';
import { formOf, look, said, sheetOf, type Put } from './form-of';
import { codesOf, findingsOf, index, june, placeholder, reportOf, rowOf } from './report-of';

const DONE: Readonly<Record<string, Put>> = { F12: 190, G12: 150, H12: 1051, I12: 829.5 };

describe('K06: a closed month', () => {
  const closed = (month: number): Partial<Catalogue> => ({ closedPeriods: [{ period: { year: 2024, month }, closedOn: '2024-07-20' }] });
  test.each([['this month', 6, 1], ['another month', 5, 0]])('%s', (_what, month, count) => {
    const found = look(formOf(DONE), { catalogue: closed(month) }).filter((finding) => finding.code === 'K06');
    expect(found).toHaveLength(count);
    for (const each of found) expect(each).toMatchObject({ params: { closedOn: '2024-07-20' }, severity: 'W', held: false, found: '2024-06' });
  });
  test('a sheet of the open workbook too', () => expect(look(formOf(DONE), { catalogue: closed(6), kind: 'sheet' }).map((finding) => finding.code)).toContain('K06'));
});

describe('K07: an indicator of another unit', () => {
  const of = (...args: Parameters<typeof findingsOf>): string[] => findingsOf(...args).map((finding) => `${finding.indicator} ${finding.cells.length}`);
  test.each([
    ['its own', reportOf('SCT', [rowOf('KT03', { month: 150, cumulative: 1050 })]), []],
    ['as a second source', reportOf('CHQ', [rowOf('KT03', { month: 150, cumulative: 1050 })]), []],
    ['another unit’s', reportOf('STC', [rowOf('KT03', { month: 150, cumulative: 1050 })]), ['KT03 2']],
    ['the row without figures', reportOf('STC', [rowOf('KT03', {})]), []],
    ['the plan alone', reportOf('STC', [rowOf('KT03', { plan: 1870 })]), []],
    ['signs for nothing', reportOf('STC', [rowOf('KT03', { month: placeholder, cumulative: placeholder })]), []],
    ['what is computed from another indicator: F11 says it', reportOf('CTK', [rowOf('KT05.1', { cumulative: 12 })]), []],
    ['a name that is only similar: K10 asks first', reportOf('STC', [rowOf('KT03', { cumulative: 1050 }, { match: { how: 'approximate', indicator: 'KT03', similarity: 0.9 } })]), []],
    ['a unit that nobody knows', reportOf(null, [rowOf('KT03', { cumulative: 1050 })]), []],
  ])('%s', (_what, report, expected) => expect(of('K07', report)).toEqual(expected));
});

describe('K08: code and name', () => {
  const judge = nameJudge(index);
  test.each([
    ['KT03', 'Tổng kim ngạch xuất khẩu', 'exactly'],
    ['KT03', '1.2- Tổng kim ngạch  XUẤT KHẨU', 'exactly'],
    ['KT03', 'Kim ngạch xuất khẩu', 'exactly'],
    ['KT03', 'Tổng kim ngạch xuất khẩu (triệu USD)', 'exactly'],
    ['KT03', 'Kim ngạch XK hàng hóa', 'roughly'],
    ['KT03', 'XK hàng hóa tỉnh', 'roughly'],
    ['KT03', 'Xuất khẩu hàng hóa trên địa bàn tỉnh Khánh Hòa', 'roughly'],
    ['XH02', 'Giải quyết việc làm mới', 'roughly'],
    ['XH02', 'Tạo việc làm', 'roughly'],
    ['XH07', 'Bao phủ BHYT toàn dân', 'roughly'],
    ['XH12.1', 'Trong đó: tăng thêm trong năm', 'roughly'],
    ['NV08.1', '- Số vụ', 'roughly'],
    ['XH07', 'Toång daân soá tham gia baûo hieåm y teá', 'roughly'],
    ['KT03', '', 'roughly'],
    ['KT03', '1', 'roughly'],
  ])('%s fits “%s” %s', (code, name, fits) => expect(judge(code, name)).toEqual({ fits }));

  test.each([
    ['KT03', 'Thu nội địa', 'KT04.2'],
    ['XH08', 'Tỷ lệ bao phủ BHYT', 'XH07'],
    ['XH12.3', '1.1. Số xã nông thôn mới kiểu mẫu', 'XH12.6'],
    ['KT03', 'Diện tích rừng trồng mới tập trung', null],
    ['XH07', 'Số doanh nghiệp thành lập mới', null],
  ])('%s does not go with “%s”', (code, name, named) => expect(judge(code, name)).toEqual({ fits: 'no', named }));

  test('no name or alias of the catalogue is far from its own code, and none fits another one', () => {
    for (const { code, name, aliases, short } of programme2024().indicators) {
      for (const each of [name, ...aliases]) expect([each, judge(code, each)]).toEqual([each, { fits: 'exactly' }]);
      expect(judge(code, short).fits).not.toBe('no');
    }
  });

  test.each([
    ['a row with figures', { cumulative: 1051, month: 150 }, 'Thu nội địa', 'K08'],
    ['a row without figures', {}, 'Thu nội địa', 'V01 V01'],
    ['a name in other words', { cumulative: 1051, month: 150 }, 'Kim ngạch XK', ''],
  ])('%s', (_what, figures, statedName, expected) => expect(codesOf(reportOf('SCT', [rowOf('KT03', figures, { statedName })]))).toBe(expected));

  test('a row matched by its name has no code to contradict', () => {
    expect(findingsOf('K08', reportOf('SCT', [rowOf('KT03', { cumulative: 1051 }, { match: { how: 'name', indicator: 'KT03' }, statedName: 'Thu nội địa', statedCode: '' })]))).toEqual([]);
  });

  test('names both cells and the indicator that is meant', () => {
    const [found] = look(formOf({ ...DONE, C12: 'Thu nội địa' })).filter((finding) => finding.code === 'K08');
    expect(found).toMatchObject({ params: { stated: 'KT03', name: 'Thu nội địa', named: 'KT04.2' }, cells: ['B12', 'C12'], severity: 'W', held: false, indicator: 'KT03' });
  });
});

describe('K11: not in force', () => {
  const { units, indicators, denominators } = programme2024();
  const unitUntil = (validTo: string): Partial<Catalogue> => ({ units: units.map((unit) => (unit.code === 'SCT' ? { ...unit, validTo } : unit)) });
  const indicatorFrom = (validFrom: string): Partial<Catalogue> => ({ indicators: indicators.map((each): Indicator => (each.code === 'KT03' ? { ...each, validFrom } : each)) });
  const what = (catalogue: Partial<Catalogue>, puts: Readonly<Record<string, Put>> = DONE) => look(formOf(puts), { catalogue }).flatMap((finding) => (finding.code === 'K11' ? [`${finding.params.what} ${finding.cells.join('+')}`] : []));

  test.each<[string, Partial<Catalogue>, string[]]>([
    ['everything in force', {}, []],
    ['a unit that ended before', unitUntil('2024-05-31'), ['unit A5']],
    ['a unit that ends with the month', unitUntil('2024-06-30'), []],
    ['an indicator that begins later', indicatorFrom('2024-07-01'), ['indicator G12+H12']],
    ['an indicator that begins within the month', indicatorFrom('2024-06-30'), []],
  ])('%s', (_what, catalogue, expected) => expect(what(catalogue)).toEqual(expected));

  test('an indicator out of force without figures uses nothing', () => expect(what(indicatorFrom('2024-07-01'), {})).toEqual([]));

  const share = (unit: string, month: number, denominator: Put, more: readonly Denominator[] = denominators) =>
    said('K11', sheetOf([
      [unit], [`BÁO CÁO THÁNG ${month} NĂM 2024`], ['Mã', 'Chỉ tiêu', 'ĐVT', 'Lũy kế', 'Tử số', 'Mẫu số'], ['XH12.2', 'Tỷ lệ xã đạt chuẩn nông thôn mới', '%', 77.2, 71, denominator],
    ]), { file: 'x.xlsx', period: { year: 2024, month }, catalogue: { denominators: more } });
  const SNN = 'SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN';
  test.each<[string, string, number, Put, string[]]>([
    ['92 communes in June', SNN, 6, 92, []],
    ['90 communes in June', SNN, 6, 90, ['F4 90']],
    ['92 communes in November', SNN, 11, 92, ['F4 92']],
    ['90 communes in November', SNN, 11, 90, []],
    ['a number of no time', SNN, 6, 91, ['F4 91']],
    ['no denominator stated', SNN, 6, null, []],
    ['a district’s own communes', 'UBND HUYỆN VẠN NINH', 6, 12, []],
    ['the province’s old count from a district', 'UBND HUYỆN VẠN NINH', 11, 92, ['F4 92']],
  ])('the denominator: %s', (_what, unit, month, denominator, expected) => expect(share(unit, month, denominator)).toEqual(expected));

  test('a denominator that the catalogue does not have is not judged', () => expect(share(SNN, 6, 91, [])).toEqual([]));

  test('says what is valid', () => {
    const [found] = findingsOf('K11', reportOf('SNNPTNT', [rowOf('XH12.2', { cumulative: 77.2, numerator: 71, denominator: 90 })], { period: june }));
    expect(found).toMatchObject({ params: { what: 'denominator', stated: 90, valid: 92, validFrom: '2024-11-01', validTo: null }, expected: 92, severity: 'W' });
  });
});
