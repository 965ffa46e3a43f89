import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseInvocation } from '../../src/cli/arguments';
import { openXlsx } from '../../src/workbench/io/open';
import { saveXlsx } from '../../src/workbench/io/save';
import { mayWorkbook, rowsOf } from '../commands/office';

jest.setTimeout(180_000);

const BIN = join(__dirname, '../../bin/chitieu.mjs');
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chitieu-nam-'));
  writeFileSync(join(folder, 'so.xlsx'), await saveXlsx(await mayWorkbook()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function chitieu(...words: readonly string[]): { readonly code: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
  return { code: status, out: stdout, err: stderr };
}

const bookAt = (name: string) => openXlsx(new Uint8Array(readFileSync(join(folder, name))), name);

test('close: the workbook that comes out holds the closed month, the one that went in stays as it was; twice is refused', async () => {
  const before = readFileSync(join(folder, 'so.xlsx'));
  const done = chitieu('close', '--from', 'so.xlsx', '--period', '2024-05', '--out', 'khoa.xlsx', '--by', 'Tổ tổng hợp', '--as-of', '2024-06-25');
  expect(done).toMatchObject({ code: 0, err: expect.not.stringContaining('Chưa ghi gì') });
  expect(done.out).toMatch(/^Đã khóa tháng 5\/2024: \d+ số liệu/);
  expect(readFileSync(join(folder, 'so.xlsx')).equals(before)).toBe(true);
  const model = await bookAt('khoa.xlsx');
  expect(rowsOf(model, 'KyKhoa').map((row) => [row.at('Năm'), row.at('Tháng')])).toEqual([[2024, 5]]);
  expect(new Set(rowsOf(model, 'DaKhoa').map((row) => row.at('Người khóa')))).toEqual(new Set(['Tổ tổng hợp']));
  const again = chitieu('close', '--from', 'khoa.xlsx', '--period', '2024-05', '--out', 'khoa2.xlsx');
  expect(again).toMatchObject({ code: 2, out: '' });
  expect(again.err).toContain('đã khóa từ 2024-06-25');
});

test('new-year: a workbook of the next year, and in words what is left to see to', async () => {
  const done = chitieu('new-year', '--from', 'so.xlsx', '--out', 'so-2025.xlsx', '--year', '2025');
  expect(done.code).toBe(0);
  expect(done.out).toContain('sổ năm 2025');
  expect(done.out).toContain('Chưa có số đầu năm');
  const model = await bookAt('so-2025.xlsx');
  expect(rowsOf(model, 'ChiTieu').length).toBeGreaterThan(40);
  const other = chitieu('new-year', '--from', 'so.xlsx', '--out', 'so-2027.xlsx', '--year', '2027');
  expect(other).toMatchObject({ code: 2, out: '' });
  expect(other.err).toContain('chỉ lập được sổ năm 2025');
});

test.each([
  ['close --period 2024-05 --out a.xlsx', 'close cần --from'],
  ['close --from a.xlsx --out b.xlsx', 'close cần --period'],
  ['close --from a.xlsx --period 2024-05', 'close cần --out'],
  ['close x.xlsx --from a.xlsx --period 2024-05 --out b.xlsx', 'không đọc báo cáo nào'],
  ['close --from a.xlsx --period 2024-05 --out b.xlsx --json', '--json không dùng'],
  ['new-year --out b.xlsx', 'new-year cần --from'],
  ['new-year --from a.xlsx', 'new-year cần --out'],
  ['new-year --from a.xlsx --out b.xlsx --year hai', '--year cần một năm'],
  ['new-year --from a.xlsx --out b.xlsx --period 2024-05', '--period không dùng'],
  ['check x.xlsx --year 2025', '--year chỉ với new-year'],
])('chitieu %s is refused with what is missing', (words, reason) => {
  const invocation = parseInvocation(words.split(' '), '2024-06-20');
  expect(invocation).toMatchObject({ command: 'wrong', message: expect.stringContaining(reason) });
});
