import { checkName, renderFinding, formatDate, formatNumber, formatPeriod } from '../../src/locales';
import { CODES } from '../../src/core/checks/codes';
import type { FindingCode, FindingDraft, FindingParams } from '../../src/core/checks/finding';
import { makeFinding } from '../../src/core/checks/make';
import { programme2024 } from '../../src/core/catalogue/programme2024';

const june = { year: 2024, month: 6 };
const longText = 'Một nội dung rất dài do đơn vị tự ghi vào ô số liệu, dài hơn mọi câu bình thường';

/** Every code with its longest plausible content, and every variant that is said differently. */
const SAMPLES: { readonly [C in FindingCode]: readonly FindingParams[C][] } = {
  F01: (['damaged', 'notWorkbook', 'mislabelled', 'unsupported'] as const).flatMap((reason) => [{ reason, looksLike: 'HTML' }, { reason, looksLike: '' }]),
  F02: [{}],
  F03: (['expands', 'tooManyCells', 'tooLarge', 'timeLimit', 'tooManySheets'] as const).map((reason) => ({ reason, limit: 209_715_200 })),
  F04: [{ reason: 'lockFile' }, { reason: 'empty' }],
  F06: [{ sameAs: 'SCT_2024-06.xlsx' }],
  F07: [{ files: ['a.xlsx', 'b.xlsx'], proposed: 'b.xlsx' }],
  F08: [{ stated: '2023.1', current: '2024.1' }, { stated: '', current: '2024.1' }],
  F09: [{ targets: ['Số liệu cũ.xlsx', 'b.xlsx', 'c.xlsx', 'd.xlsx'] }],
  F10: [{}],
  F11: (['hiddenSheet', 'notReport', 'emptySheet', 'notChosen', 'otherPeriod', 'cancelled', 'brokenSheet', 'notAssigned', 'derived'] as const).flatMap((reason) => [{ reason, part: longText }, { reason, part: '' }]),
  S01: [{}],
  S02: [{ sheets: ['T6', 'T6 (2)', 'Biểu', longText, 'Khác'] }],
  S03: [{ visibility: 'hidden' }, { visibility: 'veryHidden' }],
  S04: [{}],
  S05: [{ missing: ['nameOrCode', 'monthOrCumulative'] }],
  S06: [{ headings: ['Ghi chú nội bộ', longText] }],
  S07: [{ headings: ['Lũy kế', 'Cộng dồn'] }, { headings: [] }],
  S08: [{ columns: ['P', 'R'], count: 12 }],
  S10: [{ areas: ['H12:H14', 'I12:I14', 'K2:K3', 'L2:L3'] }],
  S12: [{}],
  S13: [{ name: longText }],
  S14: [{ identical: true }, { identical: false }],
  S15: [{ rows: 3, columns: 1 }, { rows: 3, columns: 0 }, { rows: 0, columns: 2 }],
  S16: [{ count: 4 }],
  S17: [{}],
  K01: [{ text: longText }],
  K02: [{}],
  K03: [{ form: 'SCT', fileName: 'STC' }, { form: 'SLDTBXH', fileName: 'SNNPTNT', other: 'header' }],
  K04: [{ text: '' }, { text: longText }],
  K05: [{ reason: 'later', reportMonth: june }, { reason: 'otherYear', reportMonth: june }],
  K06: [{ closedOn: '2024-07-01' }],
  K07: [{}],
  K08: [{ stated: 'KT 04', name: longText, named: 'XH12.4' }, { stated: 'KT 04', name: longText, named: null }],
  K09: [{ stated: 'triệu đồng' }],
  K10: [{ name: longText, similarity: 0.9 }],
  K11: [{ what: 'unit', validFrom: '2024-11-01', validTo: null, stated: null, valid: null }, { what: 'indicator', validFrom: null, validTo: '2024-05-31', stated: null, valid: null }, { what: 'denominator', validFrom: '2024-01-01', validTo: '2024-10-31', stated: 90, valid: 92 }, { what: 'denominator', validFrom: null, validTo: null, stated: 90, valid: null }],
  K12: [{ used: june, statements: [{ from: 'definedName', period: june }, { from: 'header', period: { year: 2024, month: 5 } }, { from: 'fileName', period: june }] }],
  V01: [{ role: 'lastYear' }, { role: 'cumulative', noColumn: true }],
  V02: [{ role: 'previousCumulative', text: longText }],
  V03: [{ role: 'cumulative', text: '1.589', value: 1589 }],
  V04: [{ role: 'cumulative', text: '1.051', readings: [1051, 1.051] }],
  V05: (['notOccurred', 'notAvailable', 'notApplicable'] as const).map((state) => ({ role: 'cumulative', text: '-', state })),
  V06: [{ role: 'cumulative', error: '#DIV/0!' }],
  V07: [{ role: 'cumulative', value: 104.5, min: 0, max: 100 }, { role: 'cumulative', value: -1, min: 0, max: null }, { role: 'cumulative', value: 4, min: null, max: 2 }, { role: 'cumulative', value: 4, min: null, max: null }, { role: 'denominator', value: 0, min: 0, max: null, minExclusive: true }, { role: 'cumulative', value: 4, min: 0, max: 4, maxExclusive: true }],
  V08: [{ role: 'numerator', value: -12 }],
  V09: [{ role: 'month', value: 12.5, decimals: 0 }, { role: 'cumulative', value: 48.3091, decimals: 2 }],
  V10: [{ what: 'level', text: 'uoc tinh', allowed: ['ước tính', 'sơ bộ', 'chính thức'], nearest: 'ước tính' }, { what: 'nothing', text: longText, allowed: ['x'], nearest: '' }],
  V11: (['invalid', 'outsidePeriod', 'date1904'] as const).flatMap((reason) => [{ reason, text: '31/02/2024' }, { reason, text: '' }]),
  V12: [{ length: 255 }, { length: 32767 }],
  V14: [{ role: 'cumulative', value: 0.3397, other: 33.97 }, { role: 'cumulative', value: 3397, other: 33.97 }],
  V15: [{ role: 'cumulative', value: 660000, other: 660, factor: 1000, against: 'target' }, { role: 'previousCumulative', value: 9.725, other: 9725, factor: 0.001, against: 'history' }],
  V16: (['spaces', 'decomposed', 'cp1258', 'tcvn3', 'vni'] as const).map((reason) => ({ reason, text: 'V¨n hãa, ThÓ thao', converted: 'Văn hóa, Thể thao' })),
  V17: [{ role: 'percentOfPlan', value: 45.2, formula: '=IF(N(E14)=0,"",ROUND(H14/E14*100,2))' }, { role: 'percentOfPlan', value: longText, formula: '=A1' }],
  V18: [{ role: 'percentOfLastYear', stated: '=ROUND(H14/I14,2)', formula: '=IF(N(I14)=0,"",ROUND(H14/I14*100,2))' }],
  V19: [{ formula: "='[Số cũ.xlsx]T5'!H14", target: 'Số cũ.xlsx' }],
  V20: [{ formula: '=H14/E14*100' }],
  V21: [{ text: "=cmd|' /C calc'!A0" }],
  V22: (['code', 'name', 'unitOfMeasure', 'plan'] as const).flatMap((what) => [{ what, stated: longText, locked: longText }, { what, stated: null, locked: 2000 }]),
  V23: [{ role: 'cumulative', previous: 9725.5, previousPeriod: june }],
  V24: [{ role: 'cumulative', value: 108.1, other: 8.1 }],
  V25: [{ role: 'cumulative', text: 'gần 4.000', qualifier: 'gần', value: 4000 }],
  L01: [{ total: 9600, sum: 9500, imbalance: 100, tolerance: 48, parts: ['KT04.1', 'KT04.2'] }],
  L02: [{ smaller: 'XH09', larger: 'XH08', smallerValue: 31.25, largerValue: 30 }],
  L04: [{ missing: 'numerator' }, { missing: 'denominator' }],
  L07: (['rate', 'percentOfPlan', 'percentOfLastYear'] as const).map((what) => ({ what, stated: 60, computed: 48.309178743961 })),
  L08: [{ value: 104.5, min: 50, max: 100 }, { value: 104.5, min: null, max: 100 }, { value: 4.5, min: 50, max: null }],
  L10: [{ value: 39.5, expected: 50, pace: 0.79, far: true }, { value: 45, expected: 50, pace: null, far: false }],
  L11: (['cause', 'remedy'] as const).flatMap((what) => (['empty', 'sameAsLastMonth'] as const).map((reason) => ({ what, reason, text: longText }))),
  L12: [{ declared: true }, { declared: false }],
  L13: [{ reason: 'equalsPlan', value: 80569 }, { reason: 'fullRate', value: 100 }],
  T01: [{ previous: 500.5, previousPeriod: june, value: 480.1 }],
  T02: [{ previous: 12500.5, previousPeriod: june, month: 1100.3, value: 16620.7, difference: 3020 }],
  T03: [{ missing: [{ year: 2024, month: 3 }, { year: 2024, month: 4 }, june, june, june] }],
  T04: [{ previousPeriod: june, stored: 9725, restated: 8200, change: -0.1568123 }],
  T05: [{ previousPeriod: june, revised: 5, compared: 18 }],
  T06: [{ role: 'month', value: 3020.5, median: 1100, score: 7.25, months: 8 }, { role: 'month', value: 3020.5, median: 1100, score: null, months: 8 }],
  T08: [{ previousPeriod: june, count: 9 }],
  T09: [{ value: 208 }],
  T10: [{ kind: 'zero', role: 'month', previous: 1200, previousPeriod: june, value: 0 }, { kind: 'appeared', role: 'month', previous: 0, previousPeriod: june, value: 1200 }],
  C01: [{ deadline: '2024-06-17' }],
  C02: [{}],
  C03: [{}],
  C04: [{ what: 'KT04 lũy kế', computed: 9725, excel: '#REF!' }, { what: 'KT04', computed: null, excel: null }],
  C05: [{ errors: 3, held: 1, leftOut: false }, { errors: 3, held: 1, leftOut: true }],
  C06: [{ role: 'cumulative', before: 100, after: null }],
  C07: [{ measures: [{ unit: 'SCT', measure: 'tỷ đồng' }, { unit: 'STC', measure: 'triệu đồng' }] }],
  C08: [{ role: 'cumulative', value: 9725 }],
  C09: [{ total: 'KT04', parts: ['KT04.1', 'KT04.2'], totalValue: 9725, sum: 9600, imbalance: 125, tolerance: 48 }],
  C10: [{ lead: 'SLDTBXH', leadValue: 12500, others: ['SCT', 'STC'], otherValue: 11200, share: 0.104 }],
  G01: [{}],
  G05: [{ value: 39.5, expected: 50, pace: 0.79, far: true }, { value: 45, expected: 50, pace: 0.9, far: false }],
  G06: [{ reason: 'farBehind', value: 39.5, expected: 50, pace: 0.79, forecast: null, target: 100 }, { reason: 'farBehind', value: 39.5, expected: null, pace: null, forecast: null, target: null }, { reason: 'forecastMisses', value: 39.5, expected: 50, pace: 0.79, forecast: 81.25, target: 100 }],
  G07: [{ value: 3.1, start: 2.9 }],
  G08: [{ value: 3100, target: 2000, share: 1.55 }],
  G10: [{ sum: 4100, target: 4000, units: 9 }],
  G11: [{ value: 2, bound: 2 }],
  D01: [{ deadline: '2024-06-17', daysLate: 3 }],
  D02: [{ deadline: '2024-06-17', receivedOn: '2024-06-20', daysLate: 3 }],
  D03: [{ errors: 2 }],
  D05: [{ modified: '2024-06-15' }, { modified: null }],
  D06: [{ deadline: '2024-06-17', workingDays: 2 }, { deadline: '2024-06-17', workingDays: 0 }],
  D08: [{ periods: [{ year: 2024, month: 4 }, { year: 2024, month: 5 }, june] }],
  R01: (['noHistory', 'noTarget', 'noUnit', 'noPeriod', 'noReport', 'cancelled'] as const).flatMap((reason) => [{ check: 'S12, V01, T01, T02', reason }, { check: '', reason }]),
  R02: [{ check: 'T01', message: longText }, { check: 'V15', message: 'x' }],
  R03: [{ table: 'RangBuoc', code: 'KT99' }],
  R04: (['duplicateCode', 'minAboveMax', 'circularParent', 'unknownUnit', 'unknownIndicator', 'badValue', 'missingColumn', 'unknownDenominator', 'twoLeads', 'unknownCheck', 'missingReason', 'wrongKind'] as const).map((problem) => ({ table: 'ChiTieu', problem, detail: longText })),
  R05: [{ code: 'T06', reason: longText, by: 'Nguyễn Thị Minh Nguyệt', was: longText, now: '12,5' }, { code: 'V10', reason: 'Đã hỏi đơn vị', by: 'Lan', was: '', now: '' }],
  R06: [{}],
};

const catalogue = programme2024();
const names = {
  unit: (code: string) => catalogue.units.find((unit) => unit.code === code)?.short ?? code,
  indicator: (code: string) => catalogue.indicators.find((indicator) => indicator.code === code)?.short ?? code,
};

function draftOf<C extends FindingCode>(code: C, params: FindingParams[C]): FindingDraft<C> {
  const draft: FindingDraft<C>[] = [];
  draft.push({ code, params, indicator: 'XH12.4', expected: 'tỷ đồng' });
  const [first] = draft;
  if (!first) throw new Error(code);
  return first;
}

const isCode = (code: string): code is FindingCode => code in CODES;
const codes = Object.keys(SAMPLES).filter(isCode);

describe.each(['vi', 'en'] as const)('sentences (%s)', (locale) => {
  test.each(codes)('%s', (code) => {
    for (const params of SAMPLES[code]) {
      for (const unit of ['SLDTBXH', null]) {
        const finding = makeFinding(draftOf(code, params), { file: 'a.xlsx', sheet: 'Biểu 01', unit, period: june });
        const { message, hint } = renderFinding(finding, locale, names);
        for (const text of [message, hint]) {
          expect(text).toMatch(/^\P{Ll}.*\.$/su);
          expect(text).not.toMatch(/undefined|null|NaN|\[object|\b[FSKVLTCGDR]\d\d\b| {2}/);
          expect([...text].length).toBeLessThanOrEqual(220);
        }
      }
    }
  });
});

describe.each(['vi', 'en'] as const)('names of the checks (%s)', (locale) => {
  test('each code has its own', () => expect(new Set(codes.map((code) => checkName(code, locale))).size).toBe(codes.length));
  test('a long list of checks is cut', () => {
    const all = makeFinding(draftOf('R01', { check: codes.join(', '), reason: 'noHistory' }), { file: '', sheet: '', unit: null, period: june });
    expect(renderFinding(all, locale, names).message.length).toBeLessThan(220);
  });
});

test('every code has a sample', () => expect(codes.sort()).toEqual(Object.keys(CODES).sort()));

describe('numbers, months and dates', () => {
  test.each([
    [1870.5, '1.870,5', '1,870.5'],
    [0.1 + 0.2, '0,3', '0.3'],
    [33.97000000000001, '33,97', '33.97'],
    [-0, '0', '0'],
    [-1234567.891, '-1.234.567,891', '-1,234,567.891'],
    [1051, '1.051', '1,051'],
    [1.051, '1,051', '1.051'],
  ])('%d', (value, vi, en) => expect([formatNumber(value, 'vi'), formatNumber(value, 'en')]).toEqual([vi, en]));
  test('decimals are cut where asked', () => expect(formatNumber(48.309178, 'vi', 2)).toBe('48,31'));
  test('months', () => expect([formatPeriod(june, 'vi'), formatPeriod(june, 'en')]).toEqual(['tháng 6/2024', 'June 2024']));
  test('dates', () => expect(formatDate('2024-06-17', 'vi')).toBe('17/06/2024'));
});

test('a sentence reads as an analyst would write it', () => {
  const finding = makeFinding(draftOf('V04', { role: 'cumulative', text: '1.051', readings: [1051, 1.051] }), { file: '', sheet: '', unit: 'SCT', period: june });
  expect(renderFinding({ ...finding, indicator: 'KT03' }, 'vi', names).message).toBe('Xuất khẩu: lũy kế từ đầu năm “1.051” có thể là 1.051 hoặc 1,051.');
});
