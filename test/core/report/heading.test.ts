import { findHeading } from '../../../src/core/report/heading';
import { meaningOf } from '../../../src/core/report/synonyms';
import type { Period } from '../../../src/core/period';
import type { Heading } from '../../../src/core/report/types';
import { gridOf, merge, type Raw } from './grids';

describe('what a heading means', () => {
  test.each([
    ['STT', 'ordinal'], ['TT', 'ordinal'], ['Mã', 'code'], ['Mã số', 'code'],
    ['Chỉ tiêu', 'name'], ['Chỉ tiêu chủ yếu', 'name'], ['CÁC CHỈ TIÊU', 'name'], ['Nội dung', 'name'],
    ['ĐVT', 'unitOfMeasure'], ['Đơn vị tính', 'unitOfMeasure'], ['Đơn vị', 'unitOfMeasure'],
    ['Kế hoạch năm', 'plan'], ['KH 2024', 'plan'], ['Chỉ tiêu năm 2024', 'plan'], ['Dự toán 2024', 'plan'], ['Kế hoạch\nnăm 2024', 'plan'],
    ['Thực hiện tháng trước', 'previousMonth'], ['Chính thức tháng trước', 'previousMonth'],
    ['Lũy kế đến hết tháng trước', 'previousCumulative'], ['Luỹ kế tháng trước', 'previousCumulative'],
    ['Ước thực hiện tháng', 'month'], ['ƯTH\ntháng 6', 'month'], ['Ước TH tháng báo cáo', 'month'], ['UTH', 'month'], ['Dự tính tháng 6', 'month'], ['Thực hiện trong tháng', 'month'],
    ['Lũy kế từ đầu năm', 'cumulative'], ['Luỹ kế 6 tháng', 'cumulative'], ['Cộng dồn', 'cumulative'], ['Cộng dồn từ đầu năm', 'cumulative'],
    ['Thực hiện 6 tháng', 'cumulative'], ['6 tháng đầu năm', 'cumulative'], ['Ước 6 tháng', 'cumulative'], ['Thực hiện năm 2024 Lũy kế từ đầu năm', 'cumulative'],
    ['Lũy kế cùng kỳ năm trước', 'lastYear'], ['Cùng kỳ 2023', 'lastYear'], ['Cùng kì năm trước', 'lastYear'], ['6 tháng năm trước', 'lastYear'],
    ['So với kế hoạch (%)', 'percentOfPlan'], ['% KH', 'percentOfPlan'], ['Tỷ lệ % so với KH năm', 'percentOfPlan'], ['TH/KH (%)', 'percentOfPlan'],
    ['So với cùng kỳ (%)', 'percentOfLastYear'], ['% so cùng kỳ', 'percentOfLastYear'], ['Tăng/giảm so cùng kỳ', 'percentOfLastYear'], ['So sánh (%) Cùng kỳ', 'percentOfLastYear'],
    ['Thực hiện tháng liền trước', 'previousMonth'], ['Sáu tháng đầu năm', 'cumulative'], ['LK 6T/2024', 'cumulative'], ['Thực hiện đến 14/6/2024', 'cumulative'], ['Tháng sáu', 'month'],
    ['TH/KH', 'percentOfPlan'], ['Chỉ tiêu 2024', 'plan'], ['Chỉ tiêu UBND tỉnh giao năm 2024', 'plan'], ['Chỉ tiêu (theo QĐ 173/QĐ-UBND)', 'name'], ['Đơn vị đo', 'unitOfMeasure'],
    ['Thực hiện', 'month'], ['TH', 'month'],
    ['Tử số', 'numerator'], ['Mẫu số', 'denominator'],
    ['Tồn tại, nguyên nhân', 'cause'], ['Giải pháp, kiến nghị', 'remedy'], ['Ghi chú', 'note'],
    // Not what they look like.
    ['Ước thực hiện tháng sau', null], ['Dự kiến tháng tới', null], ['Ước cả năm', null], ['Kế hoạch tháng', null], ['Thực hiện năm 2023', null], ['Tháng cùng kỳ năm trước', null], ['Quý II', null],
    ['UBND TỈNH KHÁNH HÒA', null], ['Cơ quan chủ trì', null], ['', null],
  ])('%j → %s', (heading, role) => expect(meaningOf(heading)?.role ?? null).toBe(role));
});

const roles = (heading: Heading | null): string => (heading?.columns ?? []).map((each) => `${each.column}:${each.role}`).join(' ');
const TITLE: readonly (readonly Raw[])[] = [
  ['UBND TỈNH KHÁNH HÒA', null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['SỞ CÔNG THƯƠNG', null, null, 'Độc lập - Tự do - Hạnh phúc'],
  ['BÁO CÁO CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI THÁNG 6 NĂM 2024'],
  ['(Kèm theo Báo cáo số 12/BC-SCT)'],
];

describe('where the heading stands', () => {
  test('one row below the title; the data begins below it', () => {
    const heading = findHeading(gridOf([...TITLE, ['TT', 'Chỉ tiêu', 'ĐVT', 'ƯTH tháng 6', 'Lũy kế 6 tháng'], [1, 'Thu nội địa', 'tỷ đồng', 5, 9]]));
    expect([heading?.top, heading?.bottom, heading?.dataTop]).toEqual([4, 4, 5]);
    expect(roles(heading)).toBe('0:ordinal 1:name 2:unitOfMeasure 3:month 4:cumulative');
  });
  test('two rows, merged down and across, with a row of column numbers', () => {
    const rows: Raw[][] = [...TITLE.map((row) => [...row]),
      ['STT', 'Chỉ tiêu', 'Thực hiện năm 2024', null, 'So với (%)', null],
      [null, null, 'Ước thực hiện tháng', 'Lũy kế từ đầu năm', 'Kế hoạch', 'Cùng kỳ'],
      ['A', 'B', 1, 2, 3, 4],
      [1, 'Thu nội địa', 5, 9, 50, 110]];
    const merges = [merge(4, 0, 5, 0), merge(4, 1, 5, 1), merge(4, 2, 4, 3), merge(4, 4, 4, 5), merge(2, 0, 2, 5)];
    const heading = findHeading(gridOf(rows, { merges }));
    expect([heading?.top, heading?.bottom, heading?.dataTop]).toEqual([4, 5, 7]);
    expect(roles(heading)).toBe('0:ordinal 1:name 2:month 3:cumulative 4:percentOfPlan 5:percentOfLastYear');
  });
  test('two rows, centred without a merge', () => {
    const heading = findHeading(gridOf([['STT', 'Chỉ tiêu', 'So với (%)', null, 'Lũy kế'], [null, null, 'Kế hoạch', 'Cùng kỳ', null], [1, 'Thu nội địa', 5, 9, 50]]));
    expect(roles(heading)).toBe('0:ordinal 1:name 2:percentOfPlan 3:percentOfLastYear 4:cumulative');
  });
  test('column numbers with formulas are skipped too', () => {
    const heading = findHeading(gridOf([['TT', 'Chỉ tiêu', 'KH', 'Lũy kế', '% KH'], ['(1)', '(2)', '(3)', '(4)', '(5)=(4)/(3)*100'], [1, 'x', 1, 2, 3]]));
    expect(heading?.dataTop).toBe(2);
  });
  test('a table that begins in row 40 is found, one in row 41 is not', () => {
    const at = (row: number): Heading | null => findHeading(gridOf([...Array.from({ length: row }, () => [null]), ['TT', 'Chỉ tiêu', 'Lũy kế']]));
    expect(at(39)?.top).toBe(39);
    expect(at(40)).toBeNull();
  });
  test('titles and notes are no heading', () => {
    expect(findHeading(gridOf(TITLE))).toBeNull();
    expect(findHeading(gridOf([['Bản nháp, không gửi'], [null, 123]]))).toBeNull();
  });
  test('the sheet may begin anywhere', () => {
    const heading = findHeading(gridOf([['TT', 'Chỉ tiêu', 'Lũy kế']], { origin: { row: 5, column: 2 } }));
    expect([heading?.top, roles(heading)]).toEqual([5, '2:ordinal 3:name 4:cumulative']);
  });
});

describe('columns that say the same', () => {
  const headed = (texts: readonly string[], period: Period | null = null): Heading | null => findHeading(gridOf([texts]), period);
  test('two of one meaning are duplicates', () => {
    expect(headed(['TT', 'Chỉ tiêu', 'Lũy kế', 'Cộng dồn'])?.duplicates).toEqual([{ role: 'cumulative', columns: [2, 3], headings: ['Lũy kế', 'Cộng dồn'] }]);
  });
  test('a second note is not', () => {
    expect(headed(['Chỉ tiêu', 'Lũy kế', 'Ghi chú', 'Ghi chú'])?.duplicates).toEqual([]);
  });
  test('last month beside this month', () => {
    expect(roles(headed(['Chỉ tiêu', 'Thực hiện tháng 5', 'Ước thực hiện tháng 6', 'Lũy kế 5 tháng', 'Lũy kế 6 tháng']))).toBe('0:name 1:previousMonth 2:month 3:previousCumulative 4:cumulative');
  });
  test("May's sheet with a forecast of six months: the report month decides", () => {
    expect(roles(headed(['Chỉ tiêu', 'Lũy kế 5 tháng', 'Ước 6 tháng'], { year: 2024, month: 5 }))).toBe('0:name 1:cumulative');
  });
  test('last year told by its year', () => {
    expect(roles(headed(['Chỉ tiêu', '6 tháng 2023', '6 tháng 2024']))).toBe('0:name 1:lastYear 2:cumulative');
  });
  const june: Period = { year: 2024, month: 6 };
  test.each<[string, readonly string[], string]>([
    ["a lone figure of last month is never this month's", ['Chỉ tiêu', 'Ước TH tháng 6', 'Lũy kế 5 tháng'], '0:name 1:month 2:previousCumulative'],
    ['the same for the month', ['Chỉ tiêu', 'Thực hiện tháng 5', 'Lũy kế 6 tháng'], '0:name 1:previousMonth 2:cumulative'],
    ["a lone figure of last year is never this year's", ['Chỉ tiêu', 'ƯTH tháng 6', '6 tháng 2023'], '0:name 1:month 2:lastYear'],
    ['last year beside a column without a year', ['Chỉ tiêu', 'Thực hiện 6 tháng năm 2023', 'Lũy kế 6 tháng'], '0:name 1:lastYear 2:cumulative'],
    ['the month of last year is not asked', ['Chỉ tiêu', 'Tháng 6/2023', 'Tháng 6/2024', 'Lũy kế'], '0:name 2:month 3:cumulative'],
    ['a forecast alone', ['Chỉ tiêu', 'ƯTH tháng 6', 'Ước 9 tháng'], '0:name 1:month'],
    ['from January to June', ['Chỉ tiêu', 'Lũy kế từ tháng 1 đến tháng 6'], '0:name 1:cumulative'],
    ['a heading of later months only is believed', ['Chỉ tiêu', 'ƯTH tháng 7', 'Lũy kế 7 tháng'], '0:name 1:month 2:cumulative'],
    ['"Thực hiện" beside a cumulative column', ['Chỉ tiêu', 'Thực hiện', 'Lũy kế'], '0:name 1:month 2:cumulative'],
    ['"Thực hiện" beside an estimate of the month', ['Chỉ tiêu', 'Thực hiện', 'Ước TH tháng', 'Lũy kế'], '0:name 2:month 3:cumulative'],
    ['"Thực hiện" alone may be either', ['STT', 'Chỉ tiêu', 'KH năm', 'Thực hiện'], '0:ordinal 1:name 2:plan'],
  ])('%s', (_what, texts, expected) => expect(roles(headed(texts, june))).toBe(expected));
  test('one column drawn over two is one', () => {
    const heading = findHeading(gridOf([['TT', 'Chỉ tiêu', null, 'Lũy kế'], ['A', 'B', null, '1'], [1, 'x', null, 5]], { merges: [merge(0, 1, 0, 2), merge(1, 1, 1, 2)] }));
    expect([roles(heading), heading?.duplicates, heading?.dataTop]).toEqual(['0:ordinal 1:name 3:cumulative', [], 2]);
  });
  test.each<[readonly Raw[]]>([[[-1, -2, -3]], [['[1]', '[2]', '[3]']], [['A', 'B', 'I']], [['1.', '2.', '3.']], [['(A)', '(B)', '(1)']], [['A', 'B', '1=2+3']]])('column numbers %j are skipped', (numbers) => {
    expect(findHeading(gridOf([['TT', 'Chỉ tiêu', 'Lũy kế'], numbers, [1, 'Thu nội địa', 5]]))?.dataTop).toBe(2);
  });
  test('unknown columns are named, missing ones too', () => {
    const heading = headed(['STT', 'Chỉ tiêu', 'ĐVT', 'Cơ quan chủ trì']);
    expect(heading?.unknown).toEqual([{ column: 3, heading: 'Cơ quan chủ trì' }]);
    expect(heading?.missing).toEqual(['monthOrCumulative']);
  });
});
