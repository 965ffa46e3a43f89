import type { Cell, Grid } from '../../../src/core/grid';
import { formOf, look, said, sheetOf, type LookOptions, type Put } from './form-of';

const DONE: Readonly<Record<string, Put>> = { F12: 190, G12: 150, H12: 1051, I12: 829.5, J12: { formula: '=IF(N(E12)=0,"",ROUND(H12/E12*100,2))', result: 56.2 }, K12: { formula: '=IF(N(I12)=0,"",ROUND(H12/I12*100,2))', result: 126.7 } };
const form = (more: Readonly<Record<string, Put>> = {}, grid: Partial<Omit<Grid, 'cells'>> = {}) => formOf({ ...DONE, ...more }, { grid });
const plain = formOf({}).grid.merges;
const codes = (more: Readonly<Record<string, Put>>, grid?: Partial<Omit<Grid, 'cells'>>, options?: LookOptions): string =>
  look(form(more, grid), options).map((finding) => finding.code).filter((code) => /^(F08|F09|F10|S03|S06|S08|S10|S15|S16)$/.test(code)).join(' ');

describe('the file', () => {
  test('a filled form has nothing to say', () => expect(look(form()).filter((finding) => finding.code !== 'R01').map((finding) => finding.code)).toEqual([]));

  test.each([
    ['the current version', '2024.1', []],
    ['another version', '2023.2', ['2023.2']],
    ['no version', null, []],
  ])('F08: %s', (_what, version, expected) => {
    const { grid, names } = form();
    const stated = names.flatMap((each) => (each.name !== 'CT_PhienBan' ? [each] : version === null ? [] : [{ ...each, value: version }]));
    expect(said('F08', { grid, names: stated })).toEqual(expected);
  });

  test.each<[string, LookOptions, string]>([
    ['links of a file', { book: { links: ['T5.xlsx', 'T5.xlsx', 'a.xls'] } }, 'F09'],
    ['links of the open workbook', { book: { links: ['T5.xlsx'] }, kind: 'sheet' }, ''],
    ['no links', { book: { links: [] } }, ''],
    ['macros of a file', { book: { hasMacros: true } }, 'F10'],
    ['macros of the open workbook', { book: { hasMacros: true }, kind: 'sheet' }, ''],
  ])('F09, F10: %s', (_what, options, expected) => expect(codes({}, {}, options)).toBe(expected));

  test('F09 names each workbook once and stands on the file', () => {
    const [found] = look(form(), { book: { links: ['T5.xlsx', 'a.xls', 'T5.xlsx'] } }).filter((finding) => finding.code === 'F09');
    expect(found).toMatchObject({ params: { targets: ['T5.xlsx', 'a.xls'] }, sheet: '', severity: 'W', held: false });
  });

  test.each([['visible', ''], ['hidden', 'S03'], ['veryHidden', 'S03']] as const)('S03: a %s sheet', (visibility, expected) => expect(codes({}, { visibility })).toBe(expected));
});

const HEAD: readonly Put[] = ['TT', 'Chỉ tiêu', 'ĐVT', 'Ước TH tháng', 'Lũy kế', 'Cùng kỳ 2023', 'Tử số', 'Mẫu số'];
const ROWS: readonly (readonly Put[])[] = [
  [1, 'Số lao động có việc làm tăng thêm', 'người', 110, 660, 600, null, null],
  [2, 'Tỷ lệ dân số tham gia bảo hiểm y tế', '%', null, 93, 92, 93000, 100000],
  [3, 'Số xã đạt chuẩn nông thôn mới', 'xã', null, 7, 7, null, null],
];
const TITLE: readonly (readonly Put[])[] = [['UBND HUYỆN VẠN NINH'], ['BÁO CÁO THÁNG 6 NĂM 2024'], [null]];
const free = (rows: readonly (readonly Put[])[], head: readonly Put[] = HEAD, grid: Partial<Omit<Grid, 'cells'>> = {}) => sheetOf([...TITLE, head, ...rows], grid);
const beside = (...added: readonly (readonly Put[])[]) => ROWS.map((row, at) => [...row, ...(added[at] ?? [])]);
const date: Cell = { content: { kind: 'number', value: 45458 }, text: '15/06/2024', format: 'dd/mm/yyyy' };

describe('S06: unknown columns', () => {
  test.each<[string, readonly Put[], string[]]>([
    ['none', HEAD, []],
    ['one', [...HEAD, 'Xếp loại thi đua'], ['I4 Xếp loại thi đua']],
    ['two are said at once', [...HEAD, 'Xếp loại thi đua', 'Cán bộ theo dõi'], ['I4+J4 Xếp loại thi đua · Cán bộ theo dõi']],
    ['blanks only', [...HEAD, '  '], []],
  ])('%s', (_what, head, expected) => expect(said('S06', free(ROWS, head))).toEqual(expected));
});

describe('S08: data under a blank heading', () => {
  const gap = [...HEAD.slice(0, 5), null, ...HEAD.slice(5)];
  const within = (...values: readonly Put[]) => ROWS.map((row, at) => [...row.slice(0, 5), values[at] ?? null, ...row.slice(5)]);
  test.each<[string, ReturnType<typeof free>, string[]]>([
    ['between the columns', free(within(550, 92, 7), gap), ['F5+F6+F7 F']],
    ['one number is enough', free(within(null, 92), gap), ['F6 F']],
    ['one text is a remark', free(within(null, 'xem lại'), gap), []],
    ['two texts are a column', free(within('đạt', 'chưa đạt'), gap), ['F5+F6 F']],
    ['an empty column', free(within(), gap), []],
    ['spaces only', free(within(' ', ' ', ' '), gap), []],
    ['right beside the table', free(beside([1], [2], [3])), ['I5+I6+I7 I']],
    ['two columns beside the table', free(beside([1, 4])), ['I5+J5 I, J']],
    ['further right: that is outside the table', free(beside([null, 5])), []],
    ['left of the names: numbering', free(ROWS.map((row, at) => [row[0] ?? null, at + 1, ...row.slice(1)]), ['TT', null, ...HEAD.slice(1)]), []],
    ['a group heading with a number in no column', free([...ROWS.slice(0, 1), ['II. XÃ HỘI', null, null, null, null, null, null, null, 12], ...ROWS.slice(1)]), []],
    ['under a heading merged over two columns', free(within(550), gap, { merges: [{ top: 3, bottom: 3, left: 4, right: 5 }] }), ['F5 F']],
    ['words under a name column drawn over two', free(ROWS.map(([no, name, ...rest]) => [no ?? null, name ?? null, 'chi tiết', ...rest]), ['TT', 'Chỉ tiêu', null, ...HEAD.slice(2)], { merges: [{ top: 3, bottom: 3, left: 1, right: 2 }] }), []],
  ])('%s', (_what, sheet, expected) => expect(said('S08', sheet)).toEqual(expected));
});

describe('S10: merged cells in the data', () => {
  const merges = (...areas: readonly (readonly [number, number, number, number])[]) => ({ merges: [...plain, ...areas.map(([top, left, bottom, right]) => ({ top, left, bottom, right }))] });
  test.each<[string, Partial<Omit<Grid, 'cells'>>, string]>([
    ['the form as it is made', merges(), ''],
    ['month and cumulative in one', merges([11, 6, 11, 7]), 'S10'],
    ['one figure for two rows', merges([11, 7, 12, 7]), 'S10'],
    ['a group heading over the whole table', merges([10, 0, 10, 15]), ''],
    ['words side by side', merges([11, 13, 11, 14]), ''],
    ['one cause for two rows', merges([11, 13, 12, 13]), 'S10'],
    ['one unit of measure for two rows', merges([11, 3, 12, 3]), 'S10'],
    ['a name over its parts', merges([11, 2, 12, 2]), ''],
    ['name and unit of measure', merges([11, 2, 11, 3]), ''],
    ['below the table', merges([14, 2, 14, 7]), ''],
    ['far right of it', merges([11, 20, 12, 22]), ''],
  ])('%s', (_what, grid, expected) => expect(codes({}, grid)).toBe(expected));

  test('all of them in one finding, by their first cells', () => {
    const [found] = look(form({}, merges([11, 6, 11, 7], [11, 8, 12, 8]))).filter((finding) => finding.code === 'S10');
    expect(found).toMatchObject({ params: { areas: ['G12:H12', 'I12:I13'] }, cells: ['G12', 'I12'] });
  });
});

describe('S15: hidden figures', () => {
  test.each<[string, Readonly<Record<string, Put>>, Partial<Omit<Grid, 'cells'>>, string[]]>([
    ['nothing hidden', {}, {}, []],
    ['a row with figures', {}, { hiddenRows: [11] }, ['C12']],
    ['a row with the plan alone', { F12: null, G12: null, H12: null, I12: null }, { hiddenRows: [11] }, []],
    ['a row with signs for nothing', { F12: '-', G12: '-', H12: '-', I12: '-' }, { hiddenRows: [11] }, []],
    ['a group row', {}, { hiddenRows: [10] }, []],
    ['a row below the table', {}, { hiddenRows: [20] }, []],
    ['a column with figures', {}, { hiddenColumns: [8] }, ['I9']],
    ['a column of figures that holds none', {}, { hiddenColumns: [11, 12] }, []],
    ['a column of words', { P12: 'x' }, { hiddenColumns: [15] }, []],
    ['both', {}, { hiddenRows: [11], hiddenColumns: [6] }, ['C12+G9']],
  ])('%s', (_what, puts, grid, expected) => expect(said('S15', form(puts, grid))).toEqual(expected));

  test('how many', () => expect(look(form({}, { hiddenRows: [11], hiddenColumns: [6, 7] })).find((finding) => finding.code === 'S15')?.params).toEqual({ rows: 1, columns: 2 }));
});

describe('S16: figures outside the table', () => {
  const foot = (...rows: readonly (readonly Put[])[]) => free([...ROWS, [null], ['Người lập biểu', null, null, null, 'Thủ trưởng đơn vị'], ...rows]);
  test.each<[string, ReturnType<typeof free>, string[]]>([
    ['nothing', foot(), []],
    ['a sum below the signatures', foot([null, 'Kiểm tra', null, null, 1052.5]), ['E10 1']],
    ['two of them', foot([null, null, null, 12.5, 1052]), ['D10+E10 2']],
    ['right of the table, past an empty column', free(beside([null, 5])), ['J5 1']],
    ['right beside it: S08 says it', free(beside([5])), []],
    ['a date below', foot([null, null, null, null, date]), []],
    ['a date in pieces', foot([null, 'Vạn Ninh, ngày', 15, 'tháng', 6, 'năm', 2024]), []],
    ['a page number', foot([null, null, null, 2]), []],
    ['numbered remarks', foot([1, 'Số liệu ước tính'], [2, 'Nguồn: phòng LĐTBXH']), []],
    ['a telephone', foot(['Điện thoại:', 2583822222]), []],
    ['texts', foot([null, 'Nơi nhận: 12 đơn vị']), []],
    ['a second column of one meaning: S07 says it', free(beside([661], [94], [8]), [...HEAD, 'Cộng dồn từ đầu năm']), []],
    ['beyond a second column of one meaning', free(beside([661, null, 5], [94], [8]), [...HEAD, 'Cộng dồn từ đầu năm']), ['K5 1']],
    ['under a heading that is not known: S06 says it', free(beside([661], [94], [8]), [...HEAD, 'Điểm thi đua']), []],
    ['the number of the letter above', sheetOf([['UBND HUYỆN VẠN NINH', null, 'Số:', 125], ...TITLE.slice(1), HEAD, ...ROWS]), []],
  ])('%s', (_what, sheet, expected) => expect(said('S16', sheet)).toEqual(expected));
});

describe('S01, S04: which sheet was meant to be the report', () => {
  const memo = sheetOf([['Việc cần làm'], ['Gọi điện cho các xã']], { name: 'Ghi nhớ' }).grid;
  const letter = sheetOf([['Kính gửi các phòng']], { name: 'T6' }).grid;
  const broken = sheetOf([...TITLE, ...ROWS]).grid;
  const untitled = sheetOf([['BÁO CÁO THÁNG 6 NĂM 2024'], [null], ...ROWS]).grid;
  const units = sheetOf([['Danh mục'], ['UBND huyện Vạn Ninh'], ['Sở Công Thương']], { name: 'DM' }).grid;
  const found = (grids: readonly Grid[], file = 'VN_2024-06.xlsx'): string =>
    look(free(ROWS), { file, book: { grids } }).filter((each) => each.code.startsWith('S')).map((each) => `${each.code}${each.sheet === '' ? '' : `@${each.sheet}`}`).join(' ');
  test.each<[string, readonly Grid[], string]>([
    ['unit and month stand in the file name alone', [letter, memo], 'S01'],
    ['a report without its heading beside notes', [broken, memo], 'S04@T6'],
    ['its month in the title, its unit in the file name', [untitled, memo], 'S04@T6'],
    ['a list of units beside notes', [units, memo], 'S01'],
    ['the only sheet of the book', [letter], 'S04@T6'],
  ])('%s', (_what, grids, expected) => expect(found(grids)).toBe(expected));
});

test('a sheet of 10,000 rows costs little', () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => [at + 1, `Chỉ tiêu riêng số ${at}`, 'người', 1, 2, 3, null, null, null, at]);
  const sheet = free(rows, HEAD, { merges: rows.map((_, at) => ({ top: at + 4, bottom: at + 4, left: 3, right: 4 })) });
  const start = performance.now();
  const found = look(sheet);
  expect(found.find((finding) => finding.code === 'S16')?.cells).toHaveLength(10_000);
  expect(performance.now() - start).toBeLessThan(3000);
});
