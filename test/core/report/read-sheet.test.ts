import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { DefinedName, Grid } from '../../../src/core/grid';
import { periodKey } from '../../../src/core/period';
import { readBook } from '../../../src/core/report/read-book';
import { readSheet } from '../../../src/core/report/read-sheet';
import type { Report, SheetReading } from '../../../src/core/report/types';
import { bookOf, gridOf, merge, type Raw } from './grids';

const index = indexCatalogue(programme2024());
const HEAD: readonly Raw[] = ['TT', 'Mã', 'Chỉ tiêu', 'ĐVT', 'KH 2024', 'Ước TH tháng', 'Lũy kế', 'Cùng kỳ 2023', 'Tử số', 'Mẫu số', 'Nguyên nhân', 'Ghi chú'];
const table = (header: readonly (readonly Raw[])[], rows: readonly (readonly Raw[])[], options: Partial<Grid> = {}): Grid => gridOf([...header, HEAD, ...rows], options);
const read = (grid: Grid, file = 'x.xlsx', names: readonly DefinedName[] = [], kind: 'file' | 'sheet' = 'file'): SheetReading => readSheet(grid, bookOf(file, [grid], names), index, kind);
const report = (...input: Parameters<typeof read>): Report => {
  const reading = read(...input);
  if (reading.status === 'refused') throw new Error(reading.refusal.code);
  return reading.report;
};
const ROW: readonly Raw[] = [1, 'KT03', 'Tổng kim ngạch xuất khẩu', 'triệu USD', 1870, 150, '1.051', 829.5];

describe('refusals', () => {
  test.each<[string, Grid, string, boolean]>([
    ['no cell at all', gridOf([]), 'S17', false],
    ['only spaces', gridOf([[' ', null]]), 'S17', false],
    ['no heading', gridOf([['Bản nháp'], [1, 2]]), 'S04', false],
    ['a report in words', gridOf([['SỞ DU LỊCH'], ['BÁO CÁO THÁNG 6 NĂM 2024']]), 'S04', true],
    ['no figures asked', gridOf([['STT', 'Chỉ tiêu', 'ĐVT', 'Ghi chú']]), 'S05', true],
    ['no name and no code', gridOf([['STT', 'ĐVT', 'Ước TH tháng', 'Lũy kế']]), 'S05', true],
  ])('%s', (_name, grid, code, looksLikeReport) => expect(read(grid)).toMatchObject({ status: 'refused', refusal: { code }, looksLikeReport }));
});

describe('who', () => {
  const unitOf = (header: readonly (readonly Raw[])[], file = 'x.xlsx', names: readonly DefinedName[] = [], kind: 'file' | 'sheet' = 'file'): string | null => report(table(header, [ROW]), file, names, kind).unit;
  test.each<[string, readonly (readonly Raw[])[], string, string | null]>([
    ['the line of the form', [['Đơn vị báo cáo: Sở Công Thương (SCT)']], 'x.xlsx', 'SCT'],
    ['the line without a code', [['Đơn vị báo cáo: sở công  thương']], 'x.xlsx', 'SCT'],
    ['a wrong name with a known code', [['Đơn vị báo cáo: Sở Thương mại (SCT)']], 'x.xlsx', 'SCT'],
    ['the upper left line', [['UBND TỈNH KHÁNH HÒA'], ['UBND HUYỆN CAM LÂM']], 'x.xlsx', 'CL'],
    ['written out', [['ỦY BAN NHÂN DÂN'], ['ỦY BAN NHÂN DÂN THỊ XÃ NINH HOÀ']], 'x.xlsx', 'NH'],
    ['with the province behind it', [['SỞ Y TẾ TỈNH KHÁNH HÒA']], 'x.xlsx', 'SYT'],
    ['decomposed', [['UBND HUYỆN VẠN NINH'.normalize('NFD')]], 'x.xlsx', 'VN'],
    ['the file name with a code', [['BÁO CÁO']], 'SCT_2024-06.xlsx', 'SCT'],
    ['the file name with a name', [['BÁO CÁO']], 'Bao cao thang 6 - H. Cam Lam.ods', 'CL'],
    ['the file name with a place only', [['BÁO CÁO']], 'bc ninh hoa t6.2024.xls', 'NH'],
    ['the longer name wins', [['BÁO CÁO']], 'BC Trường Cao đẳng Kỹ thuật Công nghệ Nha Trang.xlsx', 'CDKTCN'],
    ['a code inside a word is an accident', [['BÁO CÁO']], 'Bao cao gui cho NT va VN de biet.xlsx', null],
    ['an agency that nobody knows', [['SỞ VŨ TRỤ']], 'x.xlsx', null],
    ['nothing', [['BÁO CÁO']], 'x.xlsx', null],
    ['one cell of two lines', [['UBND TỈNH KHÁNH HÒA\nSỞ CÔNG THƯƠNG']], 'x.xlsx', 'SCT'],
    ['parent and unit in one line', [['UBND TỈNH KHÁNH HÒA - SỞ Y TẾ']], 'x.xlsx', 'SYT'],
    ['the label and the name in two cells', [['Đơn vị báo cáo:', 'Sở Công Thương']], 'x.xlsx', 'SCT'],
    ['a caption is no unit', [['SỞ TÀI CHÍNH', null, 'Đơn vị: Tỷ đồng']], 'x.xlsx', 'STC'],
    ['whoever receives it does not send it', [['Kính gửi:', 'Sở Kế hoạch và Đầu tư']], 'x.xlsx', null],
    ['nor in the line below', [['SỞ VŨ TRỤ'], ['Kính gửi:'], ['Sở Kế hoạch và Đầu tư']], 'x.xlsx', null],
    ['a provincial agency with the province behind it', [['CÔNG AN TỈNH KHÁNH HÒA']], 'x.xlsx', 'CAT'],
    ['another one', [['VĂN PHÒNG UBND TỈNH KHÁNH HOÀ']], 'x.xlsx', 'VPUB'],
    ['a branch', [['NGÂN HÀNG NHÀ NƯỚC CHI NHÁNH TỈNH KHÁNH HÒA']], 'x.xlsx', 'NHNN'],
    ['& for "và"', [['SỞ LAO ĐỘNG - THƯƠNG BINH & XÃ HỘI']], 'x.xlsx', 'SLDTBXH'],
    ['a dash for "và"', [['Sở Tài nguyên - Môi trường']], 'x.xlsx', 'STNMT'],
    ['abbreviated', [['SỞ NÔNG NGHIỆP VÀ PTNT']], 'x.xlsx', 'SNNPTNT'],
    ['the province itself is no unit', [['UBND TỈNH KHÁNH HÒA']], 'x.xlsx', null],
    ['a code in front beats a place behind it', [['BÁO CÁO']], 'SYT - bao cao Nha Trang.xlsx', 'SYT'],
    ['a code beats the receiver', [['BÁO CÁO']], 'SCT_2024-06 gui So Ke hoach va Dau tu.xlsx', 'SCT'],
    ['a code in small letters', [['BÁO CÁO']], 'stc_2024-06.xlsx', 'STC'],
    ['a long code inside', [['BÁO CÁO']], 'bc_thang6_SCT_final.xlsx', 'SCT'],
  ])('%s', (_name, header, file, unit) => expect(unitOf(header, file)).toBe(unit));
  test('defined names come first, and what disagrees is kept', () => {
    const names: DefinedName[] = [{ name: 'CT_DonVi', scope: null, value: 'STC' }, { name: 'ct_donvi', scope: 'Biểu 01', value: 'SCT' }];
    const read = report(table([['Đơn vị báo cáo: Cục Thuế (CTH)']], [ROW]), 'STC_2024-06.xlsx', names);
    expect(read.unit).toBe('SCT');
    expect(read.unitEvidence.map((each) => [each.from, each.value, each.address])).toEqual([['definedName', 'SCT', ''], ['header', 'CTH', 'A1'], ['fileName', 'STC', '']]);
  });
  test('a defined name that points to a cell is followed', () => {
    expect(unitOf([['SCT']], 'x.xlsx', [{ name: 'CT_DonVi', scope: null, value: "='Biểu 01'!$A$1" }])).toBe('SCT');
  });
  test('a unit that is stated but unknown leaves its text', () => {
    expect(report(table([['Đơn vị báo cáo: Sở Vũ trụ (SVT)']], [ROW])).unitEvidence).toEqual([{ from: 'header', value: null, text: 'Sở Vũ trụ (SVT)', address: 'A1' }]);
  });
  test('a sheet of the open workbook: its name speaks when nothing else does, the file name never', () => {
    const grid = table([['BÁO CÁO']], [ROW], { name: 'SCT' });
    expect(report(grid, 'STC_2024-05.xlsx', [], 'sheet')).toMatchObject({ unit: 'SCT', period: null });
  });
});

describe('when', () => {
  const periodOf = (title: string, file = 'x.xlsx'): string | null => {
    const { period } = report(table([[title]], [ROW]), file);
    return period && periodKey(period);
  };
  test.each<[string, string, string | null]>([
    ['BÁO CÁO THÁNG 6 NĂM 2024', 'x.xlsx', '2024-06'], ['BIỂU TỔNG HỢP THÁNG 06/2024', 'x.xlsx', '2024-06'],
    ['Báo cáo tháng 5 và 5 tháng đầu năm 2024', 'x.xlsx', '2024-05'], ['TÌNH HÌNH 6 THÁNG ĐẦU NĂM 2024', 'x.xlsx', '2024-06'],
    ['Báo cáo quý II năm 2024', 'x.xlsx', '2024-06'], ['Báo cáo tháng 6, nhiệm vụ tháng 7 năm 2024', 'x.xlsx', '2024-06'],
    ['Kỳ số liệu: 15/05/2024 – 14/06/2024; Mức độ: ước tính', 'x.xlsx', '2024-06'],
    ['Khánh Hòa, ngày 15 tháng 6 năm 2024', 'x.xlsx', null], ['(Kèm theo Báo cáo số 126/BC-UBND ngày 15/06/2024)', 'x.xlsx', null],
    ['BÁO CÁO THÁNG 13 NĂM 2024', 'x.xlsx', null], ['BÁO CÁO THÁNG 6', 'x.xlsx', null], ['BÁO CÁO THÁNG 6', 'SCT_2024.xlsx', null],
    ['BÁO CÁO NĂM 2024', 'Bao cao thang 6.xlsx', '2024-06'], ['BÁO CÁO', 'Bao cao thang 6.xlsx', null],
    ['BÁO CÁO', 'SCT_2024-06.xlsx', '2024-06'], ['BÁO CÁO', 'BC_T6_2024.xlsx', '2024-06'], ['BÁO CÁO', 'SCT 06-2024.xlsx', '2024-06'], ['BÁO CÁO', 'bc T06.2024.xlsx', '2024-06'],
    ['BÁO CÁO', 'SCT_2024-13.xlsx', null],
    ['BÁO CÁO THÁNG SÁU NĂM 2024', 'x.xlsx', '2024-06'], ['Báo cáo tháng năm năm 2024', 'x.xlsx', '2024-05'], ['BÁO CÁO CHÍN THÁNG ĐẦU NĂM 2024', 'x.xlsx', '2024-09'],
    ['Tháng 6 và nhiệm vụ tháng 7 năm 2024', 'x.xlsx', '2024-06'], ['Phương hướng nhiệm vụ tháng 7 năm 2024', 'x.xlsx', null],
  ])('%j in %j → %s', (title, file, period) => expect(periodOf(title, file)).toBe(period));
  test('name, title and file name in this order, all of them kept', () => {
    const read = report(table([['THÁNG 5 NĂM 2024']], [ROW]), 'SCT_2024-04.xlsx', [{ name: 'CT_Ky', scope: null, value: '2024-06' }]);
    expect(read.period).toEqual({ year: 2024, month: 6 });
    expect(read.periodEvidence.map((each) => [each.from, each.value?.month])).toEqual([['definedName', 6], ['header', 5], ['fileName', 4]]);
  });
  test('an unreadable name gives way to the title and leaves its text', () => {
    const read = report(table([['THÁNG 5 NĂM 2024']], [ROW]), 'x.xlsx', [{ name: 'CT_Ky', scope: null, value: 'tháng sáu' }]);
    expect([read.period?.month, read.periodEvidence[0]?.text]).toEqual([5, 'tháng sáu']);
  });
  test.each([['ước tính', 'estimate'], ['sơ bộ', 'preliminary'], ['chính thức', 'official'], ['khác', null]])('level %s', (word, level) => expect(report(table([[`Kỳ số liệu: x; Mức độ: ${word}`]], [ROW])).level).toBe(level));
});

describe('rows', () => {
  const rowsOf = (...rows: readonly (readonly Raw[])[]): readonly string[] =>
    report(table([['x']], rows)).rows.map((row) => `${row.row + 1} ${row.match.how === 'none' ? `none ${row.statedName}` : row.match.indicator} ${row.address}`);
  test('group headings, blanks, totals and the signature block are no rows', () => {
    expect(rowsOf(['A. CHỈ TIÊU KINH TẾ'], ROW, [null], ['II', null, 'Trong đó:'], [null, null, 'Tổng cộng', null, null, 5], [2, 'KT04', 'Thu NSNN'], [null, null, 'Người lập biểu', null, null, null, null, null, 'Thủ trưởng đơn vị'], [3, 'KT05', 'Vốn', null, 5])).toEqual(['4 KT03 C4', '8 KT04 C8']);
  });
  test('a row that holds a figure and matches nothing is kept', () => {
    expect(rowsOf([null, null, 'Tỷ lệ hài lòng của người bệnh', null, null, null, 12.5])).toEqual(['3 none Tỷ lệ hài lòng của người bệnh C3']);
  });
  test('words without a figure are not', () => expect(rowsOf([null, null, 'Các chỉ tiêu khác'])).toEqual([]));
  test('a remark that begins like a signature does not end the table', () => {
    const said = [1, null, 'Tỷ lệ đô thị hóa', '%', null, null, '60,5', null, null, null, 'Giám đốc Sở đã báo cáo'];
    expect(rowsOf(said, ROW)).toEqual(['3 XH11 C3', '4 KT03 C4']);
  });
  test('the heading and the column numbers of a second printed page are no rows', () => {
    expect(rowsOf(ROW, HEAD, ['A', 'B', 'C', 'D', 1, 2, 3, 4, 5, 6, 7, 8], [2, null, 'Thu nội địa', 'tỷ đồng', 1, 2, 3])).toEqual(['3 KT03 C3', '6 KT04.2 C6']);
  });
  test('a heading that is called like its indicator is no second row of it', () => {
    expect(rowsOf(['I', null, 'Thu ngân sách nhà nước'], [1, null, 'Tổng thu ngân sách nhà nước', null, null, 2, 3])).toEqual(['4 KT04 C4']);
    expect(rowsOf(['I', null, 'Thu ngân sách nhà nước'])).toEqual(['3 KT04 C3']);
  });
  test('parts of a row that matches nothing are not those of the indicator above it', () => {
    expect(rowsOf([1, null, 'Số xã đạt chuẩn nông thôn mới', 'xã', null, null, 65], [2, null, 'Số phường đạt chuẩn văn minh', null, null, null, 9], [null, null, '- tăng thêm trong năm', null, null, null, 1])).toEqual(['3 XH12 C3', '4 none Số phường đạt chuẩn văn minh C4', '5 none - tăng thêm trong năm C5']);
  });
  test('parts are named together with their group heading, to be confirmed', () => {
    const group: readonly (readonly Raw[])[] = [[1, null, 'Tai nạn giao thông'], [null, null, '- Số vụ', 'vụ', null, 5, 9], [null, null, '- Số người chết', 'người', null, 1, 2], [null, null, '- Số lượt', null, null, 1, 2]];
    expect(report(table([['x']], group)).rows.map(({ match }) => (match.how === 'none' ? 'none' : `${match.how} ${match.indicator}`))).toEqual(['approximate NV08.1', 'approximate NV08.2', 'none']);
  });
  test('a name that is only similar does not compete with a row that is certain', () => {
    expect(rowsOf([1, null, 'Thu ngân sách nhà nước', null, 1, 2, 3], [2, null, 'Tổng thu ngân sách nhà nước trên địa bàn tỉnh', null, 1, 2, 4])).toEqual(['3 KT04 C3', '4 none Tổng thu ngân sách nhà nước trên địa bàn tỉnh C4']);
    expect(rowsOf([2, null, 'Tổng thu ngân sách nhà nước trên địa bàn tỉnh', null, 1, 2, 4])).toEqual(['3 KT04 C3']);
  });
  test('parts are named by the row above them', () => {
    expect(rowsOf([1, null, 'Số xã đạt chuẩn nông thôn mới', 'xã', null, null, 65], [null, null, '- tăng thêm trong năm', 'xã', null, null, 1], [null, null, '- không rõ', 'xã', null, null, 1])).toEqual(['3 XH12 C3', '4 XH12.1 C4', '5 none - không rõ C5']);
  });
  test('figures keep their cells, readings and raw contents', () => {
    const [row] = report(table([['x']], [ROW])).rows;
    expect(row?.figures.cumulative).toEqual({ role: 'cumulative', address: 'G3', cell: { content: { kind: 'text', value: '1.051' }, text: '1.051' }, reading: { kind: 'ambiguous', readings: [1051, 1.051], qualifier: '' } });
    expect(row?.figures.numerator).toMatchObject({ address: 'I3', cell: null, reading: { kind: 'blank' } });
    expect(row?.figures.previousMonth).toBeUndefined();
  });
  test('the unit of measure: its column, else the caption, else nobody', () => {
    const measures = (header: readonly (readonly Raw[])[]) => report(table(header, [ROW, [2, 'KT04', 'Thu']])).rows.map((row) => [row.unitOfMeasure, row.unitOfMeasureFrom]);
    expect(measures([['x', null, 'Đơn vị tính: tỷ đồng']])).toEqual([['triệu USD', 'row'], ['tỷ đồng', 'caption']]);
    expect(measures([['x', null, '(ĐVT: triệu đồng)']])[1]).toEqual(['triệu đồng', 'caption']);
    expect(measures([['x', 'ĐVT:', 'tỷ đồng']])[1]).toEqual(['tỷ đồng', 'caption']);
    expect(measures([['x', null, 'Đơn vị: Tỷ đồng']])[1]).toEqual(['Tỷ đồng', 'caption']);
    expect(measures([['Đơn vị: Sở Công Thương']])[1]).toEqual(['', 'none']);
    expect(measures([['x']])).toEqual([['triệu USD', 'row'], ['', 'none']]);
  });
  test('words and where they stand', () => {
    const [row] = report(table([['x']], [[...ROW, null, null, '- chậm', null]])).rows;
    expect([row?.words, row?.wordCells]).toEqual([{ cause: '- chậm', remedy: '', note: '' }, { cause: 'K3' }]);
  });
  test('hidden rows are read and told', () => {
    const hidden = report(table([['x']], [ROW, ROW], { hiddenRows: [3, 99] }));
    expect([hidden.rows.map((row) => row.hidden), hidden.hiddenRows]).toEqual([[false, true], [3]]);
  });
  test('texts that would become formulas, counted cells and the area', () => {
    const read = report(table([['=1+1']], [['-', 'KT03', '- Xuất khẩu', null, '-5', null, "=cmd|' /C calc'!A0", '@x']]));
    expect(read.formulaLikeTexts.map((each) => each.address)).toEqual(['C3', 'G3', 'H3']);
    expect([read.cellCount, read.area]).toEqual([HEAD.length + 6, { top: 1, left: 0, bottom: 2, right: 11 }]);
  });
  test('the sheet may begin anywhere', () => {
    const moved = report(gridOf([HEAD, ROW], { origin: { row: 10, column: 3 } }));
    expect(moved.rows[0]).toMatchObject({ row: 11, address: 'F12', figures: { month: { address: 'I12' } } });
  });
});

describe('"Không phát sinh trong kỳ"', () => {
  test.each<[readonly Raw[], boolean]>([
    [['☒ Không phát sinh trong kỳ'], true], [['[x] Không phát sinh trong kỳ'], true], [['Không phát sinh trong kỳ: x'], true],
    [['Không phát sinh trong kỳ', 'x'], true], [['Không phát sinh trong kỳ', true], true], [['☑', 'Không phát sinh trong kỳ'], true],
    [['☐ Không phát sinh trong kỳ'], false], [['Không phát sinh trong kỳ', null], false], [['Không phát sinh trong kỳ', false], false], [['Không phát sinh gì'], false],
  ])('%j → %s', (line, ticked) => expect(report(table([line], [ROW])).declaredNothing).toBe(ticked));
});

describe('the box of the standard form, below the table', () => {
  const BOX = 'Không phát sinh trong kỳ (đánh dấu x vào ô bên trái)';
  test.each<[string, Raw, boolean]>([['x', 'x', true], ['nothing', null, false]])('%s in the cell to its left', (_name, tick, declared) => {
    const read = report(table([['x']], [[null], [null, tick, BOX], [null], [null, null, 'Người lập biểu']]));
    expect([read.declaredNothing, read.rows, read.area.bottom]).toEqual([declared, [], 1]);
  });
  test('the same words as a note beside a figure are a note, and the table goes on', () => {
    const read = report(table([['x']], [[1, null, 'Chỉ tiêu lạ', null, null, null, 5, null, null, null, null, 'Không phát sinh trong kỳ'], ROW]));
    expect([read.declaredNothing, read.rows.length]).toEqual([false, 2]);
  });
});

describe('books', () => {
  const sheet = (name: string, options: Partial<Grid> = {}): Grid => table([['Sở Công Thương']], [ROW], { name, ...options });
  const booked = (...grids: readonly Grid[]) => {
    const { report: chosen, candidates, unused } = readBook(bookOf('x.xlsx', grids), index, 'file');
    return { chosen: chosen?.source.sheet ?? null, candidates, unused: unused.map((each) => `${each.sheet} ${each.reason}`) };
  };
  test('one report sheet among others', () => {
    expect(booked(gridOf([['Ghi chú']], { name: 'nháp' }), sheet('T6'), gridOf([], { name: 'Sheet3' }))).toEqual({ chosen: 'T6', candidates: [], unused: ['nháp noHeading', 'Sheet3 empty'] });
  });
  test('a hidden draft gives way', () => expect(booked(sheet('cũ', { visibility: 'hidden' }), sheet('T6'))).toEqual({ chosen: 'T6', candidates: [], unused: ['cũ notReport'] }));
  test('a hidden sheet that is the only one is read', () => expect(booked(sheet('T6', { visibility: 'veryHidden' })).chosen).toBe('T6'));
  test('two visible ones: nobody chooses', () => expect(booked(sheet('T5'), sheet('T6'))).toEqual({ chosen: null, candidates: ['T5', 'T6'], unused: [] }));
  test("the add-in's own sheets are passed over", () => expect(booked(sheet('Tổng hợp'), sheet('SỐ LIỆU'), sheet('T6'))).toMatchObject({ chosen: 'T6', unused: ['Tổng hợp ownSheet', 'SỐ LIỆU ownSheet'] }));
  test('a wrong heading is told', () => expect(booked(gridOf([['STT', 'Chỉ tiêu', 'ĐVT', 'Ghi chú']], { name: 'T6' }))).toMatchObject({ chosen: null, unused: ['T6 notReport'] }));
});

test('merged title cells are no columns', () => {
  const read = report(table([['BÁO CÁO THÁNG 6 NĂM 2024']], [ROW], { merges: [merge(0, 0, 0, 11)] }));
  expect(read.heading).toMatchObject({ top: 1, bottom: 1, dataTop: 2, unknown: [], duplicates: [], missing: [] });
});
