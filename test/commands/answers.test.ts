import { strFromU8, unzipSync } from 'fflate';
import { programme2024 } from '../../src/core/catalogue/programme2024';
import type { Finding } from '../../src/core/checks/finding';
import { makeFinding } from '../../src/core/checks/make';
import { indexCatalogue } from '../../src/core/catalogue/index-catalogue';
import { readBook } from '../../src/core/report/read-book';
import { openFile } from '../../src/files/open-file';
import type { AnswersRequest } from '../../src/commands/answers';
import { findSheet } from '../../src/workbench/model/workbook';
import { openOffice, type Office } from './office';

const catalogue = programme2024();
const june = { year: 2024, month: 6 };
const point = (unit: string, cell: string, text = '=HYPERLINK("x")'): Finding =>
  makeFinding({ code: 'V02', params: { role: 'month', text }, cells: [cell], indicator: 'KT03', found: text, key: cell }, { file: `${unit}.xlsx`, sheet: 'Biểu 01', unit, period: june });
const request: AnswersRequest = { findings: [point('SCT', 'G12'), point('SCT', 'G13'), point('STC', 'H5')], catalogue, period: june };

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.excel.dispose());

/** All texts of a written workbook, formulas apart. */
async function contentsOf(bytes: Uint8Array): Promise<{ readonly texts: readonly string[]; readonly formulas: number; readonly sheets: readonly string[] }> {
  const outcome = await openFile('a.xlsx', bytes);
  if (outcome.status !== 'read') throw new Error('not read');
  const cells = outcome.book.grids.flatMap((grid) => grid.cells.flat()).flatMap((cell) => (cell === null ? [] : [cell]));
  return { texts: cells.flatMap(({ content }) => (content?.kind === 'text' ? [content.value] : [])), formulas: cells.filter(({ formula }) => formula !== undefined).length, sheets: outcome.book.grids.map(({ name }) => name) };
}

test('one workbook per unit, in one zip, with no formula in any', async () => {
  const files = await office.commands.answerFiles(request);
  expect(files.map(({ unit, points, fileName }) => [unit, points, fileName])).toEqual([['SCT', 2, 'SCT_2024-06_phan-hoi.xlsx'], ['STC', 1, 'STC_2024-06_phan-hoi.xlsx']]);
  const parts = unzipSync(await office.commands.zipFiles(files));
  expect(Object.keys(parts)).toEqual(files.map(({ fileName }) => fileName));
  const sct = await contentsOf(parts['SCT_2024-06_phan-hoi.xlsx'] ?? new Uint8Array());
  expect(sct.sheets).toEqual(['Phản hồi SCT']);
  expect(sct.formulas).toBe(0);
  expect(sct.texts).toEqual(expect.arrayContaining(['Kính gửi: Sở Công Thương', '=HYPERLINK("x")', 'Biểu 01, ô G12', 'Phải sửa']));
  expect(files[0]?.text).toContain('Kính gửi: Sở Công Thương');
});

test('an answer is never taken for a report', async () => {
  const [file] = await office.commands.answerFiles(request);
  const outcome = await openFile('SCT_2024-06_phan-hoi.xlsx', file?.bytes ?? new Uint8Array());
  if (outcome.status !== 'read') throw new Error('not read');
  const reading = readBook(outcome.book, indexCatalogue(catalogue), 'file');
  expect(reading.report).toBeNull();
});

test('in the open workbook, under a name that is free; taken back by its receipt', async () => {
  const first = await office.commands.answerSheet(request, 'STC');
  const second = await office.commands.answerSheet(request, 'STC');
  expect([first, second]).toMatchObject([{ kind: 'written', sheet: 'Phản hồi STC' }, { kind: 'written', sheet: 'Phản hồi STC (2)' }]);
  const sheet = findSheet(office.model, 'Phản hồi STC (2)');
  const cells = [...(sheet?.cells.values() ?? [])].flatMap((row) => [...row.values()]);
  expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
  expect(cells.map(({ value }) => value)).toContain('=HYPERLINK("x")');
  if (second.kind !== 'written') throw new Error('not written');
  expect(second.receipt.roundTrips).toBeLessThanOrEqual(3);
  await office.commands.takeBackWrite(second.receipt);
  expect(office.model.sheets.map(({ name }) => name)).toEqual(['Trang1', 'Phản hồi STC']);
});

test('a unit without a point gets no sheet', async () => {
  expect(await office.commands.answerSheet(request, 'SYT')).toEqual({ kind: 'nothingToAnswer' });
  expect(await office.commands.answerFiles({ ...request, findings: [] })).toEqual([]);
});

test('a protected workbook refuses in words of its own and stays as it was', async () => {
  office.model.structureProtected = true;
  expect(await office.commands.answerSheet(request)).toMatchObject({ kind: 'refused', refusal: { code: 'protectedWorkbook' } });
  expect(office.model.sheets).toHaveLength(1);
});

test('explained points ask for nothing more', async () => {
  const [explained] = request.findings;
  if (!explained) throw new Error('no finding');
  const explanation = { reason: 'Đã chốt', by: 'Lan', on: '2024-06-20', boundTo: 'x' };
  const memory = { hasLastRun: true, resolved: [], settled: 1, byFingerprint: new Map([[explained.fingerprint, { state: 'still' as const, firstSeen: '', explanation }]]) };
  expect(await office.commands.answers({ ...request, findings: [explained], memory })).toEqual([]);
  const [sct] = await office.commands.answerTexts({ ...request, memory });
  expect(sct?.text).toContain('Đã ghi nhận giải trình ngày 20/06/2024 (Lan): Đã chốt');
});

test('all findings as CSV and as JSON', async () => {
  const csv = await office.commands.exportFindings(request, 'csv');
  expect(csv.fileName).toBe('phat-hien_2024-06.csv');
  expect([...csv.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(strFromU8(csv.bytes).split('\r\n')).toHaveLength(request.findings.length + 2);
  const json = await office.commands.exportFindings(request, 'json');
  expect(JSON.parse(strFromU8(json.bytes))).toMatchObject({ findings: [{ code: 'V02', unit: 'SCT', period: '2024-06' }, {}, {}] });
});

test('an Excel that cannot open a new workbook refuses and does not throw', async () => {
  const refusal = await office.commands.openMadeFile({ fileName: 'a.xlsx', bytes: new Uint8Array([80, 75]) });
  expect(refusal).toMatchObject({ code: 'apiBelowFloor', detail: expect.stringContaining('createAndOpenWorkbook') });
});
