/**
 * Lets LibreOffice calculate a written workbook anew and compares the sheet "Tổng hợp" with the figures of
 * `chitieu consolidate --json`.
 *
 *   npm run check:libreoffice                      makes the June workbook of samples/ first
 *   npm run check:libreoffice -- out.xlsx out.json
 *
 * Every stored result of a formula is replaced by a wrong number before, so that only a true calculation can pass.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import { openXlsx } from '../src/workbench/io/open';
import { cellName } from '../src/workbench/model/addresses';
import type { CellModel, SheetModel } from '../src/workbench/model/types';
import { cellAt, findSheet, usedRect } from '../src/workbench/model/workbook';

const SHEET = 'Tổng hợp';
const PLANTED = -987_654_321;
const TOLERANCE = 1e-9;

const figure = z.number().nullable();
const indicator = z.object({
  code: z.string(), month: figure, cumulative: figure, lastYear: figure, target: figure, percentOfPlan: figure, percentOfLastYear: figure,
  expected: figure, gap: figure, gapToDate: figure, pace: figure, forecast: figure.optional(), neededPerMonth: figure.optional(),
});
const outcome = z.object({ period: z.string(), indicators: z.array(indicator) });
type Indicator = z.infer<typeof indicator>;
type Key = Exclude<keyof Indicator, 'code'>;

/** What stands under which heading; a bare "Chênh lệch" may be either gap, the whole column the same. */
const COLUMNS: readonly (readonly [RegExp, readonly Key[]])[] = [
  [/^kế hoạch năm/, ['target']],
  [/^thực hiện tháng/, ['month']],
  [/^lũy kế/, ['cumulative']],
  [/^cùng kỳ năm trước/, ['lastYear']],
  [/^so với kh/, ['percentOfPlan']],
  [/^so với cùng kỳ/, ['percentOfLastYear']],
  [/^kỳ vọng đến nay/, ['expected']],
  [/^chênh lệch.*đến nay/, ['gapToDate']],
  [/^chênh lệch.*năm/, ['gap']],
  [/^chênh lệch/, ['gapToDate', 'gap']],
  [/^tiến độ/, ['pace']],
  [/^dự báo/, ['forecast']],
  [/^cần thêm/, ['neededPerMonth']],
];

function findOffice(): string | undefined {
  return ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
}

/** The June workbook of the samples and its figures, made by the command line. */
function makeJune(folder: string): { readonly workbook: string; readonly json: string } {
  const workbook = join(folder, 'thang-6.xlsx');
  const json = join(folder, 'thang-6.json');
  const months = ['02', '03', '04', '05', '06'].map((month) => `samples/2024-${month}`);
  const words = ['src/cli/main.ts', 'consolidate', ...months, '--period', '2024-06', '--as-of', '2024-06-20', '--out', workbook, '--json'];
  const run = spawnSync(join('node_modules', '.bin', 'tsx'), words, { encoding: 'utf8', maxBuffer: 1 << 28 });
  // Exit code 1 says that the samples hold errors, as they do.
  if (run.status !== 0 && run.status !== 1) throw new Error(`Không tạo được tệp tổng hợp tháng 6:\n${run.stderr}`);
  writeFileSync(json, run.stdout);
  return { workbook, json };
}

/** The workbook with a wrong number as the result of every formula; gives the number of formulas. */
function plantWrongResults(source: string, target: string): number {
  const files = unzipSync(new Uint8Array(readFileSync(source)));
  let formulas = 0;
  for (const [path, bytes] of Object.entries(files)) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(path)) continue;
    const xml = strFromU8(bytes).replace(/<c\b([^>]*)(?<!\/)>([\s\S]*?)<\/c>/g, (cell: string, attributes: string, content: string) => {
      const formula = /<f\b[^>]*?(?:\/>|>[\s\S]*?<\/f>)/.exec(content)?.[0];
      if (formula === undefined) return cell;
      formulas += 1;
      return `<c${attributes.replace(/\st="[^"]*"/, '')}>${formula}<v>${PLANTED}</v></c>`;
    });
    files[path] = strToU8(xml);
  }
  writeFileSync(target, zipSync(files));
  return formulas;
}

/** Converts with a profile of its own that always calculates anew on loading. */
function recalculate(office: string, source: string, folder: string): string {
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  const item = (path: string, name: string, value: string): string =>
    `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" ' +
      'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `${item('/org.openoffice.Office.Calc/Formula/Load', 'OOXMLRecalcMode', '0')}${item('/org.openoffice.Office.Calc/Formula/Load', 'ODFRecalcMode', '0')}</oor:items>`,
  );
  const out = join(folder, 'calculated');
  execFileSync(office, [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, source], {
    stdio: 'ignore', timeout: 300_000,
  });
  return join(out, 'planted.xlsx');
}

const words = (cell: CellModel | undefined): string =>
  typeof cell?.value === 'string' ? cell.value.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi') : '';

interface Layout {
  readonly code: number;
  readonly columns: readonly { readonly col: number; readonly heading: string; readonly keys: readonly Key[] }[];
  readonly firstRow: number;
  readonly lastRow: number;
}

/** The row of headings is the one that has "Mã" and "Lũy kế"; the columns are found by their words. */
function findLayout(sheet: SheetModel): Layout {
  const used = usedRect(sheet, true);
  if (used === null) throw new Error(`Trang «${SHEET}» trống.`);
  for (let row = used.row; row <= used.lastRow; row += 1) {
    const headings = Array.from({ length: used.lastCol + 1 }, (_, col) => words(cellAt(sheet, row, col)));
    const code = headings.findIndex((text) => text === 'mã' || text === 'mã chỉ tiêu');
    if (code < 0 || !headings.some((text) => text.startsWith('lũy kế'))) continue;
    const columns = headings.flatMap((heading, col) => {
      const keys = COLUMNS.find(([pattern]) => pattern.test(heading))?.[1];
      return keys === undefined ? [] : [{ col, heading, keys }];
    });
    return { code, columns, firstRow: row + 1, lastRow: used.lastRow };
  }
  throw new Error(`Không thấy hàng tiêu đề («Mã», «Lũy kế») trên trang «${SHEET}».`);
}

interface Difference {
  readonly cell: string;
  readonly code: string;
  readonly heading: string;
  readonly sheet: string;
  readonly json: string;
}

function differs(cell: CellModel | undefined, expected: number | null, scale: number): boolean {
  const value = cell?.value ?? null;
  if (typeof value !== 'number') return expected !== null || typeof value === 'object' && value !== null;
  // A target that is a day has no number in the JSON.
  if (expected === null) return !/d+.*m+.*y+/i.test(cell?.numberFormat ?? '');
  const shown = cell?.numberFormat.includes('%') === true ? value * 100 : value;
  return Math.abs(shown - expected) > TOLERANCE * Math.max(1, Math.abs(shown), Math.abs(expected), scale);
}

/** Every figure of the sheet that is not the JSON's, and the number compared. */
function compare(sheet: SheetModel, indicators: readonly Indicator[]): { readonly compared: number; readonly differences: readonly Difference[] } {
  const layout = findLayout(sheet);
  const rows = new Map<string, number>();
  for (let row = layout.firstRow; row <= layout.lastRow; row += 1) {
    const code = cellAt(sheet, row, layout.code)?.value;
    if (typeof code === 'string' && code.trim() !== '') rows.set(code.trim(), row);
  }
  const differences: Difference[] = indicators
    .filter(({ code }) => !rows.has(code))
    .map(({ code }) => ({ cell: '–', code, heading: 'mã', sheet: 'không có hàng', json: code }));
  let compared = 0;
  for (const { col, heading, keys } of layout.columns) {
    const tries = keys.map((key) =>
      indicators.flatMap((each): Difference[] => {
        const row = rows.get(each.code);
        const expected = each[key] ?? null;
        const cell = row === undefined ? undefined : cellAt(sheet, row, col);
        if (row === undefined || !differs(cell, expected, Math.abs(each.cumulative ?? 0))) return [];
        return [{ cell: cellName(row, col), code: each.code, heading, sheet: JSON.stringify(cell?.value ?? null), json: JSON.stringify(expected) }];
      }),
    );
    differences.push(...(tries.sort((a, b) => a.length - b.length)[0] ?? []));
    compared += indicators.length;
  }
  return { compared, differences };
}

async function main(): Promise<number> {
  const office = findOffice();
  if (office === undefined) {
    process.stdout.write('LibreOffice không có trên máy này: bỏ qua phép đối chiếu (skipped).\n');
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'chitieu-libreoffice-'));
  try {
    const [file, json] = process.argv.slice(2);
    const made = file === undefined || json === undefined ? makeJune(folder) : { workbook: file, json };
    const { period, indicators } = outcome.parse(JSON.parse(readFileSync(made.json, 'utf8')));
    const planted = join(folder, 'planted.xlsx');
    const formulas = plantWrongResults(made.workbook, planted);
    const calculated = await openXlsx(new Uint8Array(readFileSync(recalculate(office, planted, folder))));
    const sheet = findSheet(calculated, SHEET);
    if (sheet === undefined) throw new Error(`Tệp LibreOffice ghi ra không có trang «${SHEET}».`);
    const { compared, differences } = compare(sheet, indicators);
    for (const { cell, code, heading, sheet: shown, json: expected } of differences) {
      process.stdout.write(`${SHEET}!${cell} · ${code} · ${heading}: LibreOffice ${shown}, JSON ${expected}\n`);
    }
    process.stdout.write(`Kỳ ${period}: LibreOffice tính lại ${formulas} công thức (kết quả lưu đã bị làm sai), so ${compared} số liệu, lệch ${differences.length}.\n`);
    if (formulas === 0) process.stdout.write('Tệp không có công thức nào để tính lại.\n');
    return differences.length === 0 && formulas > 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
