import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openXlsx } from '../../src/workbench/io/open';
import { corrected, fileOf, rowsOf, summaryCell } from '../commands/office';

jest.setTimeout(180_000);

const BIN = join(__dirname, '../../bin/chitieu.mjs');
const SAMPLES = join(__dirname, '../../samples');
const month = (number: number): string => join(SAMPLES, `2024-0${number}`);

const fileOfMonth = (number: number, unit: string): string => join(month(number), `${unit}_2024-0${number}.xlsx`);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chitieu-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a user does, from a folder that is not the project's. */
function chitieu(...words: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
  return { code: status, out: stdout, err: stderr };
}

const at = (name: string): string => join(folder, name);

const finding = z.object({
  code: z.string(), severity: z.enum(['E', 'W', 'I']), sheet: z.string(), cells: z.array(z.string()), unit: z.string().nullable(), indicator: z.string().nullable(),
  period: z.string().nullable(), message: z.string().min(5), hint: z.string(), found: z.union([z.string(), z.number()]).nullable(), expected: z.union([z.string(), z.number()]).nullable(),
});
const checked = z.strictObject({
  files: z.array(
    z.strictObject({
      file: z.string(), status: z.enum(['read', 'rejected', 'skipped']), unit: z.string().nullable(), period: z.string().nullable(),
      checks: z.strictObject({ run: z.number(), skipped: z.number(), crashed: z.number() }), findings: z.array(finding),
    }),
  ),
});
const figure = z.number().nullable();
const consolidated = z.object({
  period: z.string(),
  units: z.strictObject({ expected: z.number(), received: z.number(), missing: z.array(z.string()), inWords: z.strictObject({ expected: z.number(), received: z.number() }) }),
  indicators: z.array(
    z.object({
      code: z.string(), month: figure, cumulative: figure, lastYear: figure, numerator: figure, denominator: figure, asOf: z.string().regex(/^\d{4}-\d{2}$/).nullable(),
      target: figure, percentOfPlan: figure, percentOfLastYear: figure, expected: figure, gap: figure, gapToDate: figure, pace: figure,
      state: z.enum(['met', 'notMet', 'onTrack', 'behind', 'farBehind', 'worsening', 'notDue', 'noData', 'cannotJudge']), coverage: figure, provisional: z.boolean(),
      sources: z.array(z.object({ unit: z.string(), period: z.string(), role: z.string(), file: z.string(), sheet: z.string(), cell: z.string(), value: figure, marks: z.array(z.string()) })),
    }),
  ),
  held: z.array(
    z.object({
      unit: z.string().nullable(), indicator: z.string().nullable(), period: z.string().nullable(), file: z.string(), sheet: z.string(), cell: z.string(),
      found: z.union([z.string(), z.number()]).nullable(), codes: z.array(z.string()).min(1),
    }),
  ),
  findings: z.array(finding),
  changes: z.array(z.object({ unit: z.string(), indicator: z.string(), period: z.string() })),
  excel: z.strictObject({ requests: z.number().int().positive(), requestBytes: z.number().int().positive(), actions: z.number().int().positive() }),
});

test('check of a clean folder: exit code 0, nothing but JSON of the stated shape', () => {
  const { code, out, err } = chitieu('check', month(5), '--json', '--as-of', '2024-05-17');
  expect([code, err]).toEqual([0, '']);
  const { files } = checked.parse(JSON.parse(out));
  expect(files).toHaveLength(readdirSync(month(5)).length);
  expect(files.every(({ status, period, checks }) => status === 'read' && period === '2024-05' && checks.crashed === 0)).toBe(true);
});

test('check of the faulty month: exit code 1, findings with cell, sentence and hint', () => {
  const { code, out } = chitieu('check', month(6), '--period', '2024-06', '--json');
  expect(code).toBe(1);
  const { files } = checked.parse(JSON.parse(out));
  const found = files.flatMap(({ findings }) => findings);
  expect(found).toContainEqual(expect.objectContaining({ code: 'V04', sheet: 'Biểu 01', cells: ['H12'], unit: 'SCT', indicator: 'KT03', period: '2024-06', found: '1.051' }));
  expect(found.filter(({ severity, hint }) => severity === 'E' && hint === '')).toEqual([]);
});

test('a report of a later month than asked for is K05 and fails', () => {
  const { code, out } = chitieu('check', join(month(6), 'STC_2024-06.xlsx'), '--period', '2024-05', '--json');
  expect(code).toBe(1);
  expect(checked.parse(JSON.parse(out)).files[0]?.findings.map((each) => each.code)).toContain('K05');
});

test('without --json a person reads sentences', () => {
  const { code, out } = chitieu('check', join(month(6), 'SCT_2024-06.xlsx'));
  expect(out).toContain('Cảnh báo V04 [Biểu 01!H12]');
  expect(out).not.toContain('{"');
  expect(code).toBe(0);
});

test('check --csv prints one table, ready for a spreadsheet', () => {
  const { code, out } = chitieu('check', month(6), '--period', '2024-06', '--csv');
  expect(code).toBe(1);
  const [head = '', ...rows] = out.trimEnd().split('\r\n');
  expect(head.startsWith('\uFEFFMức,')).toBe(true);
  expect(rows.some((row) => row.includes('V04') && row.includes('H12'))).toBe(true);
});

test('answer writes a workbook and a text for each unit that has something to mend', async () => {
  const { code, out, err } = chitieu('answer', month(6), month(5), '--out', 'phan hoi', '--send-back-by', '2024-06-25', '--as-of', '2024-06-20');
  expect([code, err]).toEqual([0, '']);
  const names = readdirSync(at('phan hoi'));
  expect(names).toEqual(expect.arrayContaining(['SCT_2024-06_phan-hoi.xlsx', 'SCT_2024-06_phan-hoi.txt']));
  expect(names.filter((name) => name.endsWith('.xlsx')).map((name) => name.replace('.xlsx', '.txt')).sort()).toEqual(names.filter((name) => name.endsWith('.txt')).sort());
  expect(out).toContain('Báo cáo đã đầy đủ: ');
  expect(out).toContain(`Đã ghi ${names.length / 2} phản hồi vào phan hoi`);
  expect(readFileSync(at('phan hoi/SCT_2024-06_phan-hoi.txt'), 'utf8')).toContain('trước ngày 25/06/2024');
  const book = await openXlsx(new Uint8Array(readFileSync(at('phan hoi/SCT_2024-06_phan-hoi.xlsx'))));
  expect(book.sheets.map(({ name }) => name)).toEqual(['Phản hồi SCT']);
});

test.each([
  ['no command', [], 0],
  ['an unknown command', ['lam'], 2],
  ['no path', ['check'], 2],
  ['a wrong month', ['check', 'x', '--period', '2024-6x'], 2],
  ['a path that is not there', ['check', 'khong-co', '--json'], 2],
  ['answer without --out', ['answer', 'x'], 2],
  ['answer of a path that is not there', ['answer', 'khong-co', '--out', 'y.xlsx'], 2],
  ['consolidate without --out', ['consolidate', 'x', '--period', '2024-06'], 2],
  ['consolidate of a path that is not there', ['consolidate', 'khong-co', '--period', '2024-06', '--out', 'y.xlsx', '--json'], 2],
] as const)('%s: exit code %#', (_, words, expected) => {
  const { code, out, err } = chitieu(...words);
  expect(code).toBe(expected);
  if (expected === 2) {
    expect(out).toBe('');
    expect(err.length).toBeGreaterThan(10);
  }
  expect(readdirSync(folder)).not.toContain('y.xlsx');
});

test('nothing readable: exit code 2, the refusals still in the JSON', () => {
  writeFileSync(at('hong.xlsx'), 'không phải sổ tính');
  const { code, out } = chitieu('check', 'hong.xlsx', '--json');
  expect(code).toBe(2);
  expect(checked.parse(JSON.parse(out)).files).toMatchObject([{ file: 'hong.xlsx', status: 'rejected', unit: null, period: null }]);
  expect(chitieu('consolidate', 'hong.xlsx', '--period', '2024-06', '--out', 'z.xlsx', '--json')).toMatchObject({ code: 2, out: '' });
  expect(readdirSync(folder)).not.toContain('z.xlsx');
});

test('consolidate five months, then --into with one corrected file', async () => {
  const first = chitieu('consolidate', ...[2, 3, 4, 5, 6].map(month), '--period', '2024-06', '--as-of', '2024-06-20', '--out', 'x.xlsx', '--json');
  expect([first.code, first.err]).toEqual([1, '']);
  const json = consolidated.parse(JSON.parse(first.out));
  expect(json).toMatchObject({ period: '2024-06', units: { expected: 18, received: 17, missing: ['KS'] } });
  expect(json.held.map(({ cell, codes }) => `${cell} ${codes.join()}`)).toContain('H12 V04');

  const sct = await corrected(fileOf(6, 'SCT'), { H12: 1051.3 });
  writeFileSync(at('SCT_2024-06.xlsx'), sct.bytes);
  const before = readFileSync(at('x.xlsx'));
  const second = chitieu('consolidate', 'SCT_2024-06.xlsx', '--period', '2024-06', '--as-of', '2024-06-20', '--into', 'x.xlsx', '--out', 'thu muc/y.xlsx', '--json');
  expect(second.err).toBe('');
  const again = consolidated.parse(JSON.parse(second.out));
  expect(again.changes.every(({ unit }) => unit === 'SCT')).toBe(true);
  expect(again.indicators.find(({ code }) => code === 'KT03')?.cumulative).toBe(1051.3);
  expect(again.units).toMatchObject({ received: 17, missing: ['KS'] });
  expect(readFileSync(at('x.xlsx')).equals(before)).toBe(true);
  const model = await openXlsx(new Uint8Array(readFileSync(at('thu muc/y.xlsx'))));
  expect(summaryCell(model, 'KT03', 'Lũy kế').value).toBe(1051.3);
  expect(rowsOf(model, 'SoLieu').length).toBe(rowsOf(await openXlsx(new Uint8Array(before)), 'SoLieu').length);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('--into a file that is no workbook, or is not there: exit code 2, nothing written', () => {
  writeFileSync(at('van-ban.xlsx'), 'không phải sổ tính');
  for (const into of ['van-ban.xlsx', 'khong-co.xlsx']) {
    const { code, out, err } = chitieu('consolidate', join(month(6), 'STC_2024-06.xlsx'), '--period', '2024-06', '--into', into, '--out', 'w.xlsx', '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(into);
    expect(err).not.toContain('    at ');
  }
  expect(readdirSync(folder)).not.toContain('w.xlsx');
});

test('an output that cannot be written is said in a sentence', () => {
  writeFileSync(at('tep'), '');
  const { code, out, err } = chitieu('consolidate', join(month(6), 'STC_2024-06.xlsx'), '--period', '2024-06', '--out', 'tep/x.xlsx', '--json');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('tep/x.xlsx');
  expect(err).not.toContain('    at ');
});

test('forms writes one workbook for each unit, and a person reads which', () => {
  const { code, out, err } = chitieu('forms', '--period', '2024-07', '--out', 'bieu mau', '--unit', 'SCT', '--unit', 'NT');
  expect([code, err]).toEqual([0, '']);
  expect(readdirSync(at('bieu mau')).sort()).toEqual(['NT_2024-07.xlsx', 'SCT_2024-07.xlsx']);
  expect(out).toContain('SCT · Sở Công Thương · SCT_2024-07.xlsx');
  expect(out).toContain('Đã ghi 2 biểu mẫu vào bieu mau');
});

test('forms --from takes last month from the workbook', async () => {
  expect(chitieu('consolidate', fileOfMonth(6, 'STC'), '--period', '2024-06', '--as-of', '2024-06-20', '--out', 'thang6.xlsx').code).toBeLessThan(2);
  expect(chitieu('forms', '--period', '2024-07', '--from', 'thang6.xlsx', '--out', 'tu so', '--unit', 'STC')).toMatchObject({ code: 0, err: '' });
  const [form] = (await openXlsx(new Uint8Array(readFileSync(at('tu so/STC_2024-07.xlsx'))))).sheets;
  const [june] = (await openXlsx(fileOf(6, 'STC').bytes)).sheets;
  const reported = june?.cells.get(11)?.get(6)?.value;
  expect(typeof reported).toBe('number');
  expect(form?.cells.get(11)?.get(5)?.value).toBe(reported);
});

test.each([
  ['a unit that nobody knows', ['--period', '2024-07', '--unit', 'ABC'], 'ABC'],
  ['another year', ['--period', '2025-01'], '2024'],
  ['a workbook that is not there', ['--period', '2024-07', '--from', 'khong-co.xlsx'], 'khong-co.xlsx'],
] as const)('forms for %s: exit code 2, nothing written', (_, words, said) => {
  const { code, out, err } = chitieu('forms', ...words, '--out', 'khong ghi');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(said);
  expect(readdirSync(folder)).not.toContain('khong ghi');
});

test('report: a text document from the workbook; another month than the workbook stands on is refused', () => {
  expect(chitieu('consolidate', month(5), '--period', '2024-05', '--as-of', '2024-05-20', '--out', 'bao-cao-nguon.xlsx').code).toBe(0);
  const made = chitieu('report', '--from', 'bao-cao-nguon.xlsx', '--period', '2024-05', '--out', 'bao-cao.docx', '--as-of', '2024-05-20');
  expect([made.code, made.err]).toEqual([0, '']);
  expect(readFileSync(at('bao-cao.docx')).subarray(0, 2).toString('latin1')).toBe('PK');
  const refused = chitieu('report', '--from', 'bao-cao-nguon.xlsx', '--period', '2024-04', '--out', 'khong-co.docx');
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('tháng 5/2024');
  expect(readdirSync(folder)).not.toContain('khong-co.docx');
});
