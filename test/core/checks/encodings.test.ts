import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBook } from '../../../src/core/checks/check-book';
import type { Finding } from '../../../src/core/checks/finding';
import { emptyHistory } from '../../../src/core/checks/history';
import type { Book, Cell, Grid } from '../../../src/core/grid';
import { readBook } from '../../../src/core/report/read-book';
import type { Report } from '../../../src/core/report/types';
import { openFile } from '../../../src/files/open-file';
import { toCp1258, toTcvn3, toVni } from '../report/encode-legacy';
import { gridOf, type Raw } from '../report/grids';
import { findingsOf, index, reportOf, rowOf } from './report-of';

const SAMPLES = join(__dirname, '..', '..', '..', 'samples');

function withTexts(book: Book, change: (text: string, cell: Cell) => Cell): Book {
  const grids = book.grids.map((grid): Grid => ({ ...grid, cells: grid.cells.map((row) => row.map((cell) => (cell?.content?.kind === 'text' ? change(cell.content.value, cell) : cell))) }));
  return { ...book, grids };
}

function encoded(encode: (text: string) => string, font?: string): (text: string, cell: Cell) => Cell {
  return (text, cell) => ({ ...cell, content: { kind: 'text', value: encode(text) }, ...(font === undefined ? {} : { font }) });
}

const said = (finding: Finding): string => [finding.code, finding.indicator ?? '', finding.cells.join('+')].join(' ');

function look(book: Book): { readonly report: Report; readonly others: string[]; readonly encodings: readonly Finding[] } {
  const reading = readBook(book, index, 'file');
  if (!reading.report) throw new Error('no report');
  const { findings } = checkBook({ reading, index, reportPeriod: reading.report.period, history: emptyHistory });
  return { report: reading.report, others: findings.filter((each) => each.code !== 'V16').map(said), encodings: findings.filter((each) => each.code === 'V16') };
}

const open = async (path: string): Promise<Book> => {
  const outcome = await openFile(path.split('/').at(-1) ?? path, new Uint8Array(readFileSync(join(SAMPLES, path))));
  if (outcome.status !== 'read') throw new Error(`${path} was not read`);
  return outcome.book;
};

describe.each(['2024-05/NT_2024-05.xlsx', '2024-03/SYT_2024-03.xlsx', '2024-06/STC_2024-06.xlsx'])('%s in another encoding is the same report', (path) => {
  test.each<[string, string, (text: string) => string, string | undefined]>([
    ['TCVN3 with its font', 'tcvn3', toTcvn3, '.VnTime'],
    ['TCVN3 by its characters', 'tcvn3', toTcvn3, undefined],
    ['VNI with its font', 'vni', toVni, 'VNI-Times'],
    ['VNI by its characters', 'vni', toVni, undefined],
    ['decomposed', 'decomposed', (text) => text.normalize('NFD'), undefined],
    ['code page 1258', 'cp1258', toCp1258, undefined],
  ])('%s', async (_what, reason, encode, font) => {
    const book = await open(path);
    const plain = look(book);
    const legacy = look(withTexts(book, encoded(encode, font)));
    expect([legacy.report.unit, legacy.report.period, legacy.report.level]).toEqual([plain.report.unit, plain.report.period, plain.report.level]);
    expect(legacy.report.rows.map((row) => row.match)).toEqual(plain.report.rows.map((row) => row.match));
    expect(legacy.others).toEqual(plain.others);
    // cp1258 and NFD write plain vowels with a tone alike; the names of one sheet may hold both.
    expect(plain.encodings).toEqual([]);
    expect(legacy.encodings.map((each) => each.code === 'V16' && each.params.reason)).toContain(reason);
    expect(legacy.encodings.length).toBeLessThanOrEqual(reason === 'cp1258' ? 2 : 1);
  });
});

test('without a code, a sheet in TCVN3 is read by its names', () => {
  const rows: Raw[][] = [
    ['SỞ CÔNG THƯƠNG', null, null, null],
    ['BÁO CÁO THÁNG 6 NĂM 2024', null, null, null],
    ['Chỉ tiêu', 'Đơn vị tính', 'Thực hiện tháng', 'Lũy kế'],
    ['Tổng kim ngạch xuất khẩu', 'triệu USD', 150, 900.5],
  ];
  const grid = gridOf(rows.map((row) => row.map((raw) => (typeof raw === 'string' ? toTcvn3(raw) : raw))));
  const { report, encodings } = look({ file: 'a.xlsx', hash: '', modified: null, names: [], grids: [grid], date1904: false });
  expect([report.unit, report.period, report.rows[0]?.match, report.rows[0]?.unitOfMeasure]).toEqual(['SCT', { year: 2024, month: 6 }, { how: 'name', indicator: 'KT03' }, 'triệu USD']);
  expect(encodings).toHaveLength(1);
  expect(encodings[0]).toMatchObject({ severity: 'I', fix: 'safe', held: false, params: { reason: 'tcvn3' } });
  expect(encodings[0]?.cells).toEqual(expect.arrayContaining(['A1', 'A4', 'B4']));
});

describe('V16 in the rows', () => {
  const report = (name: string, code = 'KT03', measure = 'triệu USD', note: string | null = null): Report =>
    reportOf('SCT', [rowOf('KT03', { month: 1, cumulative: 2.5 }, { at: 0 })], {
      grid: gridOf([[code, name, measure, note]]),
      heading: { top: 0, bottom: -1, dataTop: 0, columns: [{ role: 'code', column: 0, heading: '' }, { role: 'name', column: 1, heading: '' }, { role: 'unitOfMeasure', column: 2, heading: '' }, { role: 'note', column: 3, heading: '' }], unknown: [], duplicates: [], missing: [] },
    });
  test.each<[string, Report, string]>([
    ['nothing', report('Tổng kim ngạch xuất khẩu'), ''],
    ['indented by spaces', report('   - Tổng kim ngạch'), ''],
    ['a line break in the name', report('Tổng kim ngạch\nxuất khẩu'), ''],
    ['a remark with odd spaces', report('Tổng', 'KT03', 'triệu USD', 'chậm  tiến độ '), ''],
    ['indented by non-breaking spaces', report('\u00A0\u00A0Tổng kim ngạch'), 'spaces B1'],
    ['a space behind the code', report('Tổng', 'KT03 '), 'spaces A1'],
    ['a space before the code', report('Tổng', ' KT03'), 'spaces A1'],
    ['two spaces in the unit of measure', report('Tổng', 'KT03', 'triệu  USD'), 'spaces C1'],
    ['two reasons in two cells', report('Tổng'.normalize('NFD'), 'KT03 '), 'spaces A1, decomposed B1'],
    ['two reasons in one cell: the worse', report(`${'Tổng'.normalize('NFD')} `), 'decomposed B1'],
    ['one reason in two cells', report('Tổng ', 'KT03 '), 'spaces A1+B1'],
  ])('%s', (_what, given, expected) => {
    expect(findingsOf('V16', given).map((each) => `${each.code === 'V16' ? each.params.reason : ''} ${each.cells.join('+')}`).join(', ')).toBe(expected);
  });
});
