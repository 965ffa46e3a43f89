import { checkBook } from '../../../src/core/checks/check-book';
import type { Finding, FindingCode } from '../../../src/core/checks/finding';
import { emptyHistory } from '../../../src/core/checks/history';
import type { Book, Cell, Grid } from '../../../src/core/grid';
import { readBook } from '../../../src/core/report/read-book';
import { cell as cellOf, type Raw } from '../report/grids';
import { findingsOf, index, june, numberReading, placeholder, reportOf, rowOf, type Figures, type Written } from './report-of';

type Given = Raw | Cell;

const formula = (written: string, value: number | null): Cell => ({ content: value === null ? null : { kind: 'number', value }, text: value === null ? '' : String(value), formula: written });
const shown = (value: number, format: string, text: string): Cell => ({ content: { kind: 'number', value }, text, format });
const text = (value: string, format?: string): Cell => ({ content: { kind: 'text', value }, text: value, ...(format === undefined ? {} : { format }) });

const HEADING = ['STT', 'Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm', 'Thực hiện tháng trước', 'Ước thực hiện tháng', 'Lũy kế từ đầu năm', 'Lũy kế cùng kỳ năm trước', 'So với kế hoạch (%)', 'So với cùng kỳ (%)', 'Tử số', 'Mẫu số', 'Tồn tại, nguyên nhân', 'Giải pháp, kiến nghị', 'Ghi chú'];
const PERIOD_LINE = 'Kỳ số liệu: 15/05/2024 – 14/06/2024; Mức độ: ước tính';

interface Sheet {
  readonly line?: Given;
  readonly rows?: readonly (readonly Given[])[];
  readonly foot?: readonly Given[];
  readonly book?: Partial<Book>;
  readonly title?: string;
}

/** Findings of one code on a sheet like the standard form: rows 1 to 6 are the header, 8 the heading, 9 on the data. */
function on(code: FindingCode, { line = PERIOD_LINE, rows = [], foot = [], book = {}, title = 'BÁO CÁO THÁNG 6 NĂM 2024' }: Sheet): Finding[] {
  const given: (readonly Given[])[] = [['SỞ CÔNG THƯƠNG'], [], [], [title], ['Đơn vị báo cáo: Sở Công Thương (SCT)'], [line], [], HEADING, ...rows, foot, [null, null, 'Người lập biểu']];
  const cells = given.map((row) => row.map((each) => (each !== null && typeof each === 'object' ? each : cellOf(each))));
  const grid: Grid = { name: 'Biểu 01', origin: { row: 0, column: 0 }, cells, merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false };
  const names = [{ name: 'CT_DonVi', scope: null, value: 'SCT' }, { name: 'CT_Ky', scope: null, value: '2024-06' }];
  const reading = readBook({ file: 'SCT_2024-06.xlsx', hash: '', modified: null, names, grids: [grid], date1904: false, ...book }, index, 'file');
  if (!reading.report) throw new Error('no report');
  return checkBook({ reading, index, reportPeriod: june, history: emptyHistory }).findings.filter((each) => each.code === code);
}

const said = (findings: readonly Finding[]): string => findings.map((each) => `${each.severity} ${each.cells.join('+')}`).join(', ');
/** A row of exports: what stands from column E (plan) on. */
const exports = (...figures: Given[]): readonly Given[] => [1, 'KT03', 'Tổng kim ngạch xuất khẩu', 'triệu USD', ...figures];
const figures = (month: Given, cumulative: Given): readonly Given[] => exports(1870, 140, month, cumulative, 800);

describe('V09: decimals', () => {
  const jobs = (given: Figures): Finding[] => findingsOf('V09', reportOf('VN', [rowOf('XH02', given)]));
  test.each<[string, Finding[], string]>([
    ['a whole number of persons', jobs({ month: 12, cumulative: 330 }), ''],
    ['half a person', jobs({ month: 12.5, cumulative: 330 }), 'W G12'],
    ['two cells', jobs({ month: 12.5, cumulative: 330.25 }), 'W G12, W H12'],
    ['binary noise', jobs({ month: 0.1 + 0.2 + 11.7, cumulative: 330 }), ''],
    ['half a person last year', jobs({ month: 12, cumulative: 330, lastYear: 280.5 }), 'W I12'],
    ['numerators may be tonnes', findingsOf('V09', reportOf('VN', [rowOf('MT03', { numerator: 12.345, denominator: 13.5 })])), ''],
    ['one decimal of a million', on('V09', { rows: [figures(150.5, 900.5)] }), ''],
    ['two decimals of a million', on('V09', { rows: [figures(150.55, 900.5)] }), 'W G9'],
    ['a formula keeps its decimals', on('V09', { rows: [figures(formula('=451.65/3', 150.55), 900.5)] }), ''],
    ['the plan is the province’s', on('V09', { rows: [exports(1870.25, 140, 150.5, 900.5, 800)] }), ''],
    ['half a person by formula', on('V09', { rows: [[1, 'XH02', 'Số lao động có việc làm tăng thêm', 'người', 660, 50, formula('=25/2', 12.5), 330, 280]] }), 'W G9'],
    ['a rate that its parts make', findingsOf('V09', reportOf('VN', [rowOf('XH07', { cumulative: 94.34567, numerator: 943, denominator: 1000 })])), ''],
    ['a rate typed too finely', findingsOf('V09', reportOf('VN', [rowOf('XH07', { cumulative: 94.345 })])), 'W H12'],
    ['a percentage as Excel stores it', findingsOf('V09', reportOf('VN', [rowOf('XH07', { cumulative: numberReading(94.34567, { percent: true }) })])), ''],
    ['a thousand times off is V15 alone', findingsOf('V09', reportOf('VN', [rowOf('XH02', { month: 0.055, cumulative: 0.3305, plan: 660, lastYear: 310 })])), ''],
  ])('%s', (_what, findings, expected) => expect(said(findings)).toBe(expected));
});

describe('V10: choices', () => {
  const level = (line: string): string => on('V10', { line, rows: [figures(150, 900)] }).map((each) => (each.code === 'V10' ? `${each.params.text}→${each.params.nearest}` : '')).join();
  test.each([
    [PERIOD_LINE, ''],
    ['Mức độ: Sơ bộ', ''],
    ['Mức độ: CHÍNH THỨC.', ''],
    ['Mức độ: so bo', ''],
    ['Mức độ: ', ''],
    ['Mức độ: ……', ''],
    ['Báo cáo mức độ hoàn thành', ''],
    ['Mức độ: ƯỚC', ''],
    ['Mức độ: ước tính tháng 6', ''],
    ['Mức độ: số liệu ước tính', ''],
    ['Mức độ: ước thực hiện', ''],
    ['Mức độ: sơ bộ (lần 2)', ''],
    ['Mức độ: uoc thinh', 'uoc thinh→ước tính'],
    ['Mức độ: ước lượng', 'ước lượng→'],
    ['Mức độ: chưa chính thức', 'chưa chính thức→'],
    ['Mức độ: ước tính, sơ bộ, chính thức', 'ước tính, sơ bộ, chính thức→'],
    ['Mức độ: ướt tính', 'ướt tính→ước tính'],
    ['Mức độ: sơ bô; lần 2', ''],
    ['Mức độ: xơ bộ', 'xơ bộ→sơ bộ'],
    ['Mức độ: quyết toán', 'quyết toán→'],
  ])('%s', (line, expected) => expect(level(line)).toBe(expected));

  test.each<[string, readonly Given[], string]>([
    ['empty', [null, null, 'Không phát sinh trong kỳ (đánh dấu x vào ô bên trái)'], ''],
    ['ticked', [null, 'x', 'Không phát sinh trong kỳ (đánh dấu x vào ô bên trái)'], ''],
    ['spaces', [null, ' ', 'Không phát sinh trong kỳ (đánh dấu x vào ô bên trái)'], ''],
    ['something else', [null, 'abc', 'Không phát sinh trong kỳ (đánh dấu x vào ô bên trái)'], 'E B10'],
    ['an empty box of signs', [null, null, 'Không phát sinh trong kỳ: ☐'], ''],
    ['brackets', [null, null, 'Không phát sinh trong kỳ: [ ]'], ''],
    ['a word behind the colon', [null, null, 'Không phát sinh trong kỳ: chưa rõ'], 'E C10'],
  ])('the box: %s', (_what, foot, expected) => expect(said(on('V10', { rows: [figures(150, 900)], foot }))).toBe(expected));
});

describe('V11: dates', () => {
  const milestone = (value: Given, book: Partial<Book> = {}): string =>
    on('V11', { rows: [[1, 'NV09', 'Phê duyệt quy hoạch chung đô thị, quy hoạch phân khu, quy hoạch xây dựng vùng huyện', null, null, null, null, value]], book }).map((each) => (each.code === 'V11' ? `${each.params.reason} ${each.cells.join('+')}` : '')).join();
  test.each<[string, Given, string]>([
    ['a day of the year', shown(45444, 'dd/mm/yyyy', '01/06/2024'), ''],
    ['the last day of the month', '30/06/2024', ''],
    ['the day after', '1/7/2024', 'outsidePeriod H9'],
    ['a date of next year', shown(45809, 'dd/mm/yyyy', '01/06/2025'), 'outsidePeriod H9'],
    ['last year', '31/12/2023', 'outsidePeriod H9'],
    ['no such day', '31/06/2024', 'invalid H9'],
    ['29 February of a leap year', 'ngày 29/02/2024', ''],
    ['no such month', '12.13.2024', 'invalid H9'],
    ['words', 'Đang trình phê duyệt, dự kiến 31/12/2024', ''],
    ['a share', 75, ''],
    ['a share in percent', shown(0.75, '0%', '75%'), ''],
  ])('a milestone: %s', (_what, value, expected) => expect(milestone(value)).toBe(expected));

  const line = (given: string, title?: string): string => on('V11', { line: given, rows: [figures(150, 900)], ...(title === undefined ? {} : { title }) }).map((each) => (each.code === 'V11' ? `${each.params.reason} ${each.cells.join('+')}` : '')).join();
  test.each([
    [PERIOD_LINE, ''],
    ['Kỳ số liệu: 01/06/2024 - 30/06/2024', ''],
    ['Kỳ số liệu: từ ngày 15/05/2024 đến ngày 14/06/2024; Mức độ: sơ bộ', ''],
    ['Kỳ số liệu: 15/04/2024 – 14/05/2024', 'outsidePeriod A6'],
    ['Kỳ số liệu: 15/05/2023 – 14/06/2023', 'outsidePeriod A6'],
    ['Kỳ số liệu: 15/05/2024 – 31/06/2024', 'invalid A6'],
    ['Kỳ số liệu: 14/06/2024 – 15/05/2024', 'invalid A6'],
    ['Kỳ số liệu: tháng 6', ''],
    ['Ngày nhận: 15/04/2024 – 14/05/2024', ''],
  ])('%s', (given, expected) => expect(line(given)).toBe(expected));
  test('a header left over as a whole is K12’s', () => expect(line('Kỳ số liệu: 15/04/2024 – 14/05/2024', 'BÁO CÁO THÁNG 5 NĂM 2024')).toBe(''));

  test('a book that counts from 1904: one finding for its dates, none without any', () => {
    const dated = exports(1870, 140, 150, 900, 800, null, null, null, null, null, null, shown(43982, 'dd/mm/yyyy', '01/06/2024'));
    expect(on('V11', { rows: [dated], book: { date1904: true } }).map((each) => each.cells)).toEqual([['P9']]);
    expect(on('V11', { rows: [figures(150, 900)], book: { date1904: true } })).toEqual([]);
    expect(on('V11', { rows: [dated] })).toEqual([]);
    expect(milestone(shown(43982, 'dd/mm/yyyy', '01/06/2024'), { date1904: true })).toBe('date1904 H9');
  });
});

describe('V12: cut texts', () => {
  test.each([[254, ''], [255, 'W N9'], [256, ''], [32766, ''], [32767, 'W N9']])('%d characters', (length, expected) => {
    expect(said(on('V12', { rows: [exports(1870, 140, 150, 900, 800, null, null, null, null, 'a'.repeat(length))] }))).toBe(expected);
  });
});

describe('V19: other workbooks', () => {
  const links = { links: ['so lieu.xlsx'] };
  test.each<[string, string, Partial<Book>, string]>([
    ['by its number', '=[1]T6!H12', links, 'so lieu.xlsx G9'],
    ['by a number without a name', '=[2]T6!H12+1', links, '[2] G9'],
    ['by its path', "='C:\\bao cao\\[thang 6.xlsx]Biểu 01'!$H$12", {}, 'thang 6.xlsx G9'],
    ['by its name', '=SUM([thang5.xls]T5!A1:A3)', {}, 'thang5.xls G9'],
    ['in OpenDocument', "='file:///C:/bao%20cao/t6.ods'#$T6.H12", {}, 't6.ods G9'],
    ['another sheet', "='Tổng hợp'!H12", {}, ''],
    ['a table’s column', '=SUM(BangSoLieu[Luy ke])', {}, ''],
    ['this row of a table', '=BangSoLieu[[#This Row],[Thang]]', {}, ''],
    ['a text with brackets', '=IF(A1="[1]T6!",1,2)', {}, ''],
  ])('%s', (_what, written, book, expected) => {
    expect(on('V19', { rows: [figures(formula(written, 150), 900)], book }).map((each) => (each.code === 'V19' ? `${each.params.target} ${each.cells.join('+')}` : '')).join()).toBe(expected);
  });
  test('once for each file', () => {
    const rows = [exports(formula('=[1]T6!E9', 1870), 140, formula('=[1]T6!G9', 150), formula('=[2]T6!H9', 900), 800)];
    expect(said(on('V19', { rows, book: { links: ['a.xlsx', 'b.xlsx'] } }))).toBe('W E9+G9, W H9');
  });
});

describe('V20: formulas without a result', () => {
  const rest = (j: Given, k: Given): readonly (readonly Given[])[] => [exports(1870, 140, 150, 900, 800, j, k)];
  test.each<[string, readonly (readonly Given[])[], string]>([
    ['a required figure', [figures(formula('=A1', null), 900)], 'E G9'],
    ['another figure', [exports(1870, formula('=A1', null), 150, 900, 800)], 'W F9'],
    ['percentages together', rest(formula('=H9/E9', null), formula('=H9/I9', null)), 'W J9+K9'],
    ['a result of nought', [figures(formula('=A1', 0), 900)], ''],
    ['a result of no text', rest({ content: { kind: 'text', value: '' }, text: '', formula: '=IF(1,"")' }, 112.5), ''],
    ['blank', [figures(null, 900)], ''],
  ])('%s', (_what, rows, expected) => expect(said(on('V20', { rows }))).toBe(expected));
  test('is not called blank as well', () => expect(on('V01', { rows: [figures(formula('=A1', null), 900)] })).toEqual([]));
});

describe('V21: texts that would become formulas', () => {
  const notes = (cause: Given, remedy: Given = null, note: Given = null): string => said(on('V21', { rows: [exports(1870, 140, 150, 900, 800, null, null, null, null, cause, remedy, note)] }));
  test.each<[string, Given, Given, Given, string]>([
    ['points', '- Tiến độ chậm', '+ Đôn đốc', '-Sẽ bổ sung', 'I N9+O9+P9'],
    ['a formula among points', '- Tiến độ chậm', "=cmd|' /C calc'!A0", null, 'I O9, I N9'],
    ['a mention', '@so cong thuong', null, null, 'I N9'],
    ['sums and references', '+A1*2', '-(1+2)', '+SUM(A1)', 'I N9, I O9, I P9'],
    ['a subtraction', '-1+2', null, null, 'I N9'],
    ['a cell of text keeps its points', text('- Tiến độ chậm', '@'), null, null, ''],
    ['a cell of text with a formula', text('=1+1', '@'), null, null, 'I N9'],
    ['a share in words', '- 5% so với kế hoạch', null, null, 'I N9'],
    ['words', 'Tiến độ chậm', '5 - 7 ngày', 'a=b', ''],
  ])('%s', (_what, cause, remedy, note, expected) => expect(notes(cause, remedy, note)).toBe(expected));
});

describe('V25: words of qualification', () => {
  const qualified = (value: string): string => {
    const rows = [figures(150, text(value))];
    const all = (['V25', 'V03', 'V04', 'V02'] as const).flatMap((code) => on(code, { rows }));
    return all.map((each) => `${each.code}${each.code === 'V25' ? ` ${each.params.qualifier}=${each.params.value}` : ''}`).join();
  };
  test.each([
    ['gần 900,5', 'V25 gần=900.5'],
    ['≈900,5', 'V25 ≈=900.5'],
    ['ước đạt 900,5 triệu USD', 'V25 ước đạt=900.5'],
    ['> 900', 'V25 >=900'],
    ['900,5 (ước)', 'V25 (ước)=900.5'],
    ['900,5', 'V03'],
    ['900,5 triệu USD', 'V03'],
    ['900,5*', 'V03'],
    ['≈1.870', 'V04'],
    ['gần bằng năm trước', 'V02'],
  ])('%s', (value, expected) => expect(qualified(value)).toBe(expected));
  test('a placeholder and a number say no such word', () => {
    const figuresOf = (cumulative: Written): Finding[] => findingsOf('V25', reportOf('SCT', [rowOf('KT03', { cumulative })]));
    expect([figuresOf(placeholder), figuresOf(900.5)]).toEqual([[], []]);
  });
});
