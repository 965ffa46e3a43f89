import { renderFinding, formatDate, formatNumber, formatPeriod } from '../../src/locales';
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
  F11: (['hiddenSheet', 'notReport', 'emptySheet', 'notChosen', 'otherPeriod', 'cancelled', 'brokenSheet', 'notAssigned', 'derived'] as const).flatMap((reason) => [{ reason, part: longText }, { reason, part: '' }]),
  S01: [{}],
  S02: [{ sheets: ['T6', 'T6 (2)', 'Biểu', longText, 'Khác'] }],
  S04: [{}],
  S05: [{ missing: ['nameOrCode', 'monthOrCumulative'] }],
  S07: [{ headings: ['Lũy kế', 'Cộng dồn'] }, { headings: [] }],
  S12: [{}],
  S13: [{ name: longText }],
  S14: [{ identical: true }, { identical: false }],
  S17: [{}],
  K01: [{ text: longText }],
  K02: [{}],
  K03: [{ form: 'SCT', fileName: 'STC' }, { form: 'SLDTBXH', fileName: 'SNNPTNT', other: 'header' }],
  K04: [{ text: '' }, { text: longText }],
  K05: [{ reason: 'later', reportMonth: june }, { reason: 'otherYear', reportMonth: june }],
  K09: [{ stated: 'triệu đồng' }],
  K10: [{ name: longText, similarity: 0.9 }],
  K12: [{ used: june, statements: [{ from: 'definedName', period: june }, { from: 'header', period: { year: 2024, month: 5 } }, { from: 'fileName', period: june }] }],
  V01: [{ role: 'lastYear' }, { role: 'cumulative', noColumn: true }],
  V02: [{ role: 'previousCumulative', text: longText }],
  V03: [{ role: 'cumulative', text: '1.589', value: 1589 }],
  V04: [{ role: 'cumulative', text: '1.051', readings: [1051, 1.051] }],
  V05: (['notOccurred', 'notAvailable', 'notApplicable'] as const).map((state) => ({ role: 'cumulative', text: '-', state })),
  V06: [{ role: 'cumulative', error: '#DIV/0!' }],
  V07: [{ role: 'cumulative', value: 104.5, min: 0, max: 100 }, { role: 'cumulative', value: -1, min: 0, max: null }, { role: 'cumulative', value: 4, min: null, max: 2 }, { role: 'cumulative', value: 4, min: null, max: null }, { role: 'denominator', value: 0, min: 0, max: null, minExclusive: true }, { role: 'cumulative', value: 4, min: 0, max: 4, maxExclusive: true }],
  V08: [{ role: 'numerator', value: -12 }],
  V14: [{ role: 'cumulative', value: 0.3397, other: 33.97 }, { role: 'cumulative', value: 3397, other: 33.97 }],
  V15: [{ role: 'cumulative', value: 660000, other: 660, factor: 1000, against: 'target' }, { role: 'previousCumulative', value: 9.725, other: 9725, factor: 0.001, against: 'history' }],
  V21: [{ text: "=cmd|' /C calc'!A0" }],
  L01: [{ total: 9600, sum: 9500, imbalance: 100, tolerance: 48, parts: ['KT04.1', 'KT04.2'] }],
  L02: [{ smaller: 'XH09', larger: 'XH08', smallerValue: 31.25, largerValue: 30 }],
  L07: (['rate', 'percentOfPlan', 'percentOfLastYear'] as const).map((what) => ({ what, stated: 60, computed: 48.309178743961 })),
  T01: [{ previous: 500.5, previousPeriod: june, value: 480.1 }],
  T02: [{ previous: 12500.5, previousPeriod: june, month: 1100.3, value: 16620.7, difference: 3020 }],
  T09: [{ value: 208 }],
  C01: [{ deadline: '2024-06-17' }],
  C02: [{}],
  C03: [{}],
  C04: [{ what: 'KT04 lũy kế', computed: 9725, excel: '#REF!' }, { what: 'KT04', computed: null, excel: null }],
  C05: [{ errors: 3, held: 1, leftOut: false }, { errors: 3, held: 1, leftOut: true }],
  C06: [{ role: 'cumulative', before: 100, after: null }],
  C09: [{ total: 'KT04', parts: ['KT04.1', 'KT04.2'], totalValue: 9725, sum: 9600, imbalance: 125, tolerance: 48 }],
  G05: [{ value: 39.5, expected: 50, pace: 0.79, far: true }, { value: 45, expected: 50, pace: 0.9, far: false }],
  D01: [{ deadline: '2024-06-17', daysLate: 3 }],
  R01: (['noHistory', 'noTarget', 'noUnit', 'noPeriod', 'noReport', 'cancelled'] as const).flatMap((reason) => [{ check: 'S12, V01, T01, T02', reason }, { check: '', reason }]),
  R02: [{ check: 'T01', message: longText }, { check: 'V15', message: 'x' }],
  R04: (['duplicateCode', 'minAboveMax', 'circularParent', 'unknownUnit', 'unknownIndicator', 'badValue', 'missingColumn', 'unknownDenominator', 'twoLeads'] as const).map((problem) => ({ table: 'ChiTieu', problem, detail: longText })),
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
