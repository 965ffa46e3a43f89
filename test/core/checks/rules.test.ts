import type { History } from '../../../src/core/checks/history';
import type { Report } from '../../../src/core/report/types';
import { codesOf, historyOf, numberReading, placeholder, reportOf, rowOf, type Figures, type Written } from './report-of';

type Case = readonly [what: string, report: Report, expected: string, history?: History];

const job = (figures: Figures): Report => reportOf('VN', [rowOf('XH02', { month: 100, cumulative: 600, plan: 1242, lastYear: 563, ...figures })]);
const insured = (figures: Figures): Report => reportOf('VN', [rowOf('XH08', { cumulative: 33.97, numerator: 23764, denominator: 69951, ...figures })]);
const ratio = (code: string, cumulative: number, at: number) => rowOf(code, { cumulative, numerator: cumulative * 700, denominator: 70000 }, { at });
const text = (value: number): Written => numberReading(value, { storedAs: 'text' });
const ambiguous: Written = { kind: 'ambiguous', readings: [1051, 1.051], qualifier: '' };
const may = historyOf('VN', [['XH02', 5, 156, 500]]);

function run(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [what, report, expected, history] of cases) test(what, () => expect(codesOf(report, history)).toBe(expected));
  });
}

run('cells', [
  ['a clean flow', job({}), ''],
  ['a clean rate', insured({}), ''],
  ['a required cumulative left blank', insured({ cumulative: { kind: 'blank' } }), 'V01'],
  ['a whole due row left blank: each required cell', reportOf('VN', [rowOf('XH08', {})]), 'V01 V01 V01'],
  ['a row that is due only when something happens', reportOf('VN', [rowOf('XH12', {})]), ''],
  ['a row of another unit', reportOf('SCT', [rowOf('XH08', {})]), ''],
  ['a repeated blank row is asked once', reportOf('VN', [rowOf('XH08', { cumulative: 33.97 }), rowOf('XH08', { cumulative: 33.97 }, { at: 12 })]), 'S14 V01 V01'],
  ['a placeholder is no blank', job({ cumulative: placeholder }), 'V05'],
  ['text', job({ cumulative: { kind: 'text', text: 'nhiều' } }), 'V02'],
  ['an Excel error', job({ cumulative: { kind: 'error', code: '#REF!' } }), 'V06'],
  ['a number stored as text', job({ cumulative: text(600) }), 'V03'],
  ['two readings', reportOf('SCT', [rowOf('KT03', { month: 150, cumulative: ambiguous })]), 'V04'],
]);

run('bounds', [
  ['above the upper bound', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: 104 })]), 'V07'],
  ['at the upper bound', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: 100 })]), 'L13'],
  ['numerator ÷ denominator above the bound', insured({ cumulative: 103, numerator: 72049, denominator: 69951 }), 'V07'],
  ['health insurance may pass 100 %, with a warning', reportOf('VN', [rowOf('XH07', { cumulative: 103, numerator: 72049.53, denominator: 69951 })]), 'L08'],
  ['below a negative lower bound', reportOf('CTK', [rowOf('KT01', { cumulative: -31 })]), 'V07'],
  ['a growth may be negative', reportOf('CTK', [rowOf('KT01', { cumulative: -3 })]), ''],
  ['a negative count', job({ month: -5 }), 'V08'],
  ['a negative numerator', insured({ numerator: -1 }), 'V08'],
  ['zero', job({ month: 0 }), ''],
  ['nothing over which to divide', insured({ denominator: 0 }), 'V07'],
]);

run('fraction for percent', [
  ['beside numerator and denominator', insured({ cumulative: 0.3397 }), 'V14'],
  ['against the target', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: 0.834 })]), 'V14'],
  ['a percentage times 100', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: 8340 })]), 'V14'],
  ['a growth as a fraction', reportOf('CTK', [rowOf('KT01', { cumulative: 0.081 })]), 'V14'],
  ['a small growth', reportOf('CTK', [rowOf('KT01', { cumulative: 0.4 })]), ''],
  ['a percent format already says so', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: numberReading(0.834, { percent: true }) })]), ''],
  ['zero', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: 0 })]), ''],
  ['points are small by nature', reportOf('VN', [rowOf('XH01', { cumulative: 0.48 })]), ''],
]);

run('wrong order of magnitude', [
  ['×1000 against plan and last year', job({ cumulative: 660_000 }), 'V15'],
  ['×1000 against history', job({ cumulative: 660_000, plan: { kind: 'blank' }, lastYear: { kind: 'blank' } }), 'V15', may],
  ['×10⁶', reportOf('CTK', [rowOf('KT05', { cumulative: 33_593_700_000 })]), 'V15'],
  ['a thousandth', reportOf('STC', [rowOf('KT04', { month: 1562.9, cumulative: 9.725 })]), 'V15'],
  ['the month alone', job({ month: 138_000 }), 'V15'],
  ['the whole form in another unit', reportOf('STC', [rowOf('KT04', { plan: 16.687, month: 1.5, cumulative: 9, lastYear: 8 })]), 'V15 V15'],
  ['thousands of persons over persons', insured({ numerator: 23.764 }), 'V15'],
  ['persons over thousands of persons', insured({ denominator: 69.951 }), 'V15'],
  ['a low rate is no wrong unit', insured({ cumulative: 3.4, numerator: 2376 }), ''],
  ['a ten-fold figure is no wrong unit', job({ cumulative: 6_600 }), ''],
  ['last year alone in another unit', job({ lastYear: 563_000 }), ''],
  ['small counts jump', reportOf('VN', [rowOf('XH12.1', { cumulative: 20, plan: 0.05 })]), ''],
  ['history that was held says nothing', job({ cumulative: 600 }), '', historyOf('VN', [['XH02', 5, 156, 500_000]], { used: false })],
]);

run('units of measure', [
  ...(
    [
      ['KT04', 'STC', 'triệu đồng', 'K09'], ['KT04', 'STC', 'tỉ đồng', ''], ['KT04', 'STC', 'Tỷ  Đồng', ''], ['KT04', 'STC', 'tỷ VNĐ', ''], ['KT04', 'STC', 'ty\u0309 \u0111\u00f4\u0300ng', ''],
      ['KT04', 'STC', 'tỷ', ''], ['KT04', 'STC', 'Tỷ đ.', ''], ['KT04', 'STC', 'triệu', 'K09'], ['KT03', 'SCT', 'tr. USD', ''], ['KT03', 'SCT', 'triệu đô', ''], ['KT03', 'SCT', 'Triệu đô la Mỹ', ''], ['KT03', 'SCT', 'nghìn USD', 'K09'], ['KT03', 'SCT', 'tỷ USD', 'K09'], ['KT03', 'SCT', '', ''],
    ] as const
  ).map(([code, unit, stated, expected]): Case => [`${code} in "${stated}"`, reportOf(unit, [rowOf(code, { month: 150, cumulative: 1050 }, { unitOfMeasure: stated })]), expected]),
  ['"điểm %" for "%"', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: 83 }, { unitOfMeasure: 'điểm %' })]), 'K09'],
  ['"Tỷ lệ" for "%"', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: 83 }, { unitOfMeasure: 'Tỷ lệ' })]), ''],
  ['"phần trăm" for "%"', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: 83 }, { unitOfMeasure: 'phần trăm' })]), ''],
  ['"Bác sỹ/vạn dân"', reportOf('SYT', [rowOf('XH05', { cumulative: 11 }, { unitOfMeasure: 'Bác sỹ/vạn dân' })]), ''],
  ['a caption of another scale', reportOf('STC', [rowOf('KT04', { month: 1500, cumulative: 9000 }, { unitOfMeasure: 'triệu đồng', unitOfMeasureFrom: 'caption' })]), 'K09'],
  ['a caption that speaks of other rows', reportOf('SLDTBXH', [rowOf('XH03', { cumulative: 83 }, { unitOfMeasure: 'tỷ đồng', unitOfMeasureFrom: 'caption' })]), ''],
  ['a row without figures', reportOf('STC', [rowOf('KT04.1', {}, { unitOfMeasure: 'triệu đồng' })]), ''],
  ['one cause, one finding', reportOf('STC', [rowOf('KT04', { month: 1_562_900, cumulative: 9_725_000 }, { unitOfMeasure: 'triệu đồng' })]), 'K09'],
]);

run('rows', [
  ['a row that matches nothing', reportOf('SYT', [rowOf('', { cumulative: 12.5 }, { match: { how: 'none' }, statedName: 'Tỷ lệ hài lòng' })]), 'S13'],
  ['an unmatched row without figures', reportOf('SYT', [rowOf('', {}, { match: { how: 'none' }, statedName: 'Ghi chú' })]), ''],
  ['two identical rows', reportOf('VN', [rowOf('XH02', { month: 1, cumulative: 2 }), rowOf('XH02', { month: 1, cumulative: 2 }, { at: 12 })]), 'S14'],
  ['two rows that differ', reportOf('VN', [rowOf('XH02', { month: 1, cumulative: 2 }), rowOf('XH02', { month: 1, cumulative: 3 }, { at: 12 })]), 'S14'],
  ['an approximate match', reportOf('STC', [rowOf('KT04', { month: 1500, cumulative: 9000 }, { match: { how: 'approximate', indicator: 'KT04', similarity: 0.9 } })]), 'K10'],
]);

run('inside one report', [
  ['a total that is the sum of its parts', reportOf(null, [rowOf('KT04', { cumulative: 9500 }), rowOf('KT04.1', { cumulative: 1500 }, { at: 12 }), rowOf('KT04.2', { cumulative: 8000 }, { at: 13 })]), 'K02'],
  ['within the declared half percent', reportOf(null, [rowOf('KT04', { cumulative: 9540 }), rowOf('KT04.1', { cumulative: 1500 }, { at: 12 }), rowOf('KT04.2', { cumulative: 8000 }, { at: 13 })]), 'K02'],
  ['beyond it', reportOf(null, [rowOf('KT04', { cumulative: 9600 }), rowOf('KT04.1', { cumulative: 1500 }, { at: 12 }), rowOf('KT04.2', { cumulative: 8000 }, { at: 13 })]), 'K02 L01'],
  ['a blank part is no zero', reportOf(null, [rowOf('KT04', { cumulative: 9600 }), rowOf('KT04.1', {}, { at: 12 }), rowOf('KT04.2', { cumulative: 8000 }, { at: 13 })]), 'K02'],
  ['a part above its whole', reportOf('VN', [ratio('XH08', 30, 11), ratio('XH09', 31, 12)]), 'L02'],
  ['a part equal to its whole', reportOf('VN', [ratio('XH08', 30, 11), ratio('XH09', 30, 12)]), ''],
  ['nested counts', reportOf('VN', [rowOf('XH12', { cumulative: 8 }), rowOf('XH12.3', { cumulative: 9 }, { at: 12 })]), 'L02'],
  ['a rate that numerator and denominator do not give', insured({ cumulative: 34.5 }), 'L07'],
  ['a rate that was truncated in print', insured({ cumulative: 33.9 }), ''],
  ['a share of the plan typed over', job({ percentOfPlan: 60 }), 'L07'],
  ['a share of the plan as computed', job({ percentOfPlan: 48.31 }), ''],
  ['last year as an index', job({ percentOfLastYear: 106.57 }), ''],
  ['last year as a growth', job({ percentOfLastYear: 6.57 }), ''],
  ['last year typed over', job({ percentOfLastYear: 112 }), 'L07'],
  ['a percentage on a doubtful base is left alone', reportOf('SCT', [rowOf('KT03', { month: 150, cumulative: ambiguous, plan: 1870, percentOfPlan: 0.06 })]), 'V04'],
]);

run('over time', [
  ['last month plus this month', job({ cumulative: 600 }), '', may],
  ['a cumulative that does not add up', job({ cumulative: 620 }), 'T02', may],
  ['a cumulative that falls', job({ cumulative: 480 }), 'T01', may],
  ['last month restated in the form', job({ cumulative: 620, previousMonth: 176 }), 'T04', may],
  ['last cumulative restated in the form', job({ cumulative: 620, previousCumulative: 520 }), ''],
  ['a month missing between: only a fall is told', job({ cumulative: 700 }), 'T03', historyOf('VN', [['XH02', 4, 156, 500]])],
  ['a fall over a missing month', job({ cumulative: 480 }), 'T03 T01', historyOf('VN', [['XH02', 4, 156, 500]])],
  ['rounding of one decimal', reportOf('SCT', [rowOf('KT03', { month: 150, cumulative: 1033.9 })]), '', historyOf('SCT', [['KT03', 5, 196.4, 883.8]])],
  ['month equal to cumulative', job({ month: 208, cumulative: 208 }), 'T09', historyOf('VN', [['XH02', 5, 50, 183]])],
  ['month equal to cumulative, nothing known before', job({ month: 208, cumulative: 208 }), 'T09'],
  ['month equal to cumulative, zero before', job({ month: 208, cumulative: 208 }), '', historyOf('VN', [['XH02', 5, 0, 0]])],
  ['the first report of the year', { ...job({ month: 208, cumulative: 208 }), period: { year: 2024, month: 2 }, periodEvidence: [] }, ''],
  ['both zero', reportOf('CAT', [rowOf('NV08.2', { month: 0, cumulative: 0 })]), ''],
]);
