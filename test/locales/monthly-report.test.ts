import { textOfPieces } from '../../src/core/monthly-report/document';
import { asSentence } from '../../src/core/monthly-report/read';
import { folded } from '../../src/core/monthly-report/same-words';
import type { IndicatorParts, NumberPart, Sentence, TextPart } from '../../src/core/monthly-report/types';
import { checkOf, traceOf } from '../../src/core/monthly-report/trace';
import { indexCatalogue } from '../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../src/core/catalogue/programme2024';
import { renderSentence } from '../../src/locales/monthly-report/sentences';

const reference = { kind: 'cell', sheet: 'Tổng hợp', cell: 'G14', label: 'X' } as const;
const number = (value: number, decimals = 1): NumberPart => ({ kind: 'number', value, decimals, reference });
const text = (said: string): TextPart => ({ kind: 'text', text: said, reference });
const bare: IndicatorParts = {
  name: text('Thu ngân sách'), unit: text('tỷ đồng'), kind: 'flow', better: 'up', state: 'onTrack', value: number(9725), inMonth: null, olderMonth: null, plan: null,
  percentOfPlan: null, percentOfLastYear: null, gap: null, shortToDate: null, pace: null, path: null, forecastMethod: null, forecast: null, neededPerMonth: null, isProvisional: false,
};
const said = (sentence: Sentence): string => textOfPieces(renderSentence(sentence));

test.each<[Partial<IndicatorParts>, string]>([
  [{}, 'Thu ngân sách: lũy kế 9.725 tỷ đồng; đúng tiến độ.'],
  [{ inMonth: number(1562.9), plan: number(16_687), percentOfPlan: number(58.28, 2) }, 'Thu ngân sách: trong tháng 1.562,9 tỷ đồng; lũy kế 9.725 tỷ đồng, bằng 58,28% kế hoạch năm (16.687 tỷ đồng); đúng tiến độ.'],
  [{ percentOfLastYear: number(114.05, 2), isProvisional: true }, 'Thu ngân sách: lũy kế 9.725 tỷ đồng (tạm tính), bằng 114,05% so với cùng kỳ năm trước; đúng tiến độ.'],
  [{ olderMonth: number(5, 0), state: 'behind', pace: number(0.83, 2) }, 'Thu ngân sách: lũy kế 9.725 tỷ đồng (số liệu tháng 5); chậm (tiến độ 0,83).'],
  [{ state: 'farBehind', shortToDate: number(6690.8), path: text('tuyến tính'), forecast: number(67_187.4), forecastMethod: text('mùa vụ'), neededPerMonth: number(7829.2) },
    'Thu ngân sách: lũy kế 9.725 tỷ đồng; chậm nhiều; thấp hơn mức cần có đến nay (tuyến tính) 6.690,8 tỷ đồng; dự báo cả năm (mùa vụ) 67.187,4 tỷ đồng; mỗi tháng còn lại cần thêm 7.829,2 tỷ đồng.'],
  [{ better: 'down', state: 'behind', shortToDate: number(12) }, 'Thu ngân sách: lũy kế 9.725 tỷ đồng; chậm; cao hơn mức cần có đến nay 12 tỷ đồng.'],
  [{ kind: 'rate', unit: text('%'), value: number(94.54, 2), plan: number(94.5), gap: { ...number(0.04, 2), isShort: false }, state: 'met' }, 'Thu ngân sách: 94,54%, cao hơn kế hoạch năm (94,5%) 0,04 điểm %; đạt kế hoạch năm.'],
  [{ kind: 'rate', unit: text('%'), value: number(8.2), plan: number(8), gap: { ...number(0.2), isShort: true }, better: 'down', state: 'behind' }, 'Thu ngân sách: 8,2%, cao hơn kế hoạch năm (8%) 0,2 điểm %; chậm.'],
  [{ kind: 'stock', unit: text('xã'), value: number(68, 0), plan: number(68, 0), state: 'met' }, 'Thu ngân sách: 68 xã, bằng kế hoạch năm (68 xã); đạt kế hoạch năm.'],
])('an indicator %#', (more, expected) => {
  expect(said({ template: 'indicator', parts: { ...bare, ...more } })).toBe(expected);
});

test.each<[Sentence, string]>([
  [{ template: 'opening', parts: { month: number(6, 0), year: { ...number(2024, 0), isYear: true } } }, 'Quyết định số 173/QĐ-UBND ngày 19/01/2024 của Ủy ban nhân dân tỉnh về việc ban hành Chương trình hành động năm 2024'],
  [{ template: 'opening', parts: { month: number(6, 0), year: { ...number(2025, 0), isYear: true } } }, 'Thực hiện Chương trình hành động của Ủy ban nhân dân tỉnh năm 2025, Sở'],
  [{ template: 'noCause', parts: { units: [] } }, 'Các đơn vị báo cáo chưa nêu nguyên nhân.'],
  [{ template: 'noCause', parts: { units: [text('Thanh tra tỉnh')] } }, 'Thanh tra tỉnh chưa nêu nguyên nhân.'],
  [{ template: 'pushBehind', parts: { units: [], names: [text('A'), text('B')] } }, 'chỉ đạo các đơn vị, địa phương được giao tập trung thực hiện chỉ tiêu: A; B.'],
  [{ template: 'milestone', parts: { name: text('Quy hoạch'), date: { kind: 'date', date: '2024-06-30', reference }, hasPassed: true } }, 'Quy hoạch: thời hạn 30/06/2024 đã qua, chưa có thông tin hoàn thành.'],
  [{ template: 'states', parts: { counts: [{ state: 'met', count: number(6, 0) }, { state: 'farBehind', count: number(2, 0) }] } }, 'Theo trạng thái: 6 chỉ tiêu đạt kế hoạch năm; 2 chỉ tiêu chậm nhiều.'],
])('a sentence %#', (sentence, expected) => {
  expect(said(sentence)).toContain(expected);
});

test.each([
  ['- Tiến độ chậm.', 'Tiến độ chậm'],
  ['- Một;\n+ Hai.\n\n• Ba ', 'Một; Hai; Ba'],
  ["=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
  ['  ', ''],
  ['-', ''],
])('words of a unit: %j', (written, expected) => {
  expect(asSentence(written)).toBe(expected);
});

test('units that wrote the same are named together, whatever the spelling of the tone marks', () => {
  const index = indexCatalogue(programme2024());
  const [indicator] = index.catalogue.indicators;
  if (indicator === undefined) throw new Error('the programme has indicators');
  const obstacle = (unit: string, cause: string | null) => ({ unit: text(unit), indicator, indicatorName: text('KT'), cause: cause === null ? null : text(cause), remedy: null });
  const groups = folded([obstacle('A', 'Chậm hòa vốn'), obstacle('B', 'chậm  hoà vốn'), obstacle('C', null), obstacle('D', 'khác')], ({ cause }) => cause);
  expect(groups.map(({ units, said: { text: words } }) => [units.map((unit) => unit.text).join(), words])).toEqual([['A,B', 'Chậm hòa vốn'], ['D', 'khác']]);
});

test('where a paragraph comes from, and the formula that watches it', () => {
  const pieces = ['đạt ', { text: '5', part: { ...number(5), unsigned: true } }, { text: '2', part: { kind: 'number', value: 2, decimals: 0, reference: { kind: 'count', sheet: "S'1", cells: ['Q1', 'Q2'], label: 'Trạng thái', within: 'Q1:Q9', word: '✔ Đạt' } } }] as const;
  expect(traceOf(pieces)).toBe("X: Tổng hợp!G14 · Trạng thái: S'1!Q1, Q2");
  expect(checkOf(pieces)).toEqual({ formula: `=IF(IFERROR(AND(ABS(ABS('Tổng hợp'!$G$14)-5)<=5E-9,COUNTIF('S''1'!$Q$1:$Q$9,"✔ Đạt")=2),FALSE),"khớp","số liệu đã đổi")` });
  expect(checkOf(['nothing to watch'])).toBeNull();
});
