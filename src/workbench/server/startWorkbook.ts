import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { consolidateFiles } from '../../cli/consolidate';
import type { PickedFile } from '../../files/types';
import { openXlsx } from '../io/open';
import { saveXlsx } from '../io/save';
import type { WorkbookModel } from '../model/types';
import { takeId } from '../model/workbook';
import { SAMPLES, START_WORKBOOK } from './folders';

const HISTORY = ['2024-02', '2024-03', '2024-04', '2024-05'];
const MONTH = '2024-06';
/** June reports that arrived as sheets of the workbook; the others wait as files. */
const AS_SHEETS = ['SCT', 'NT', 'VN', 'TTT'];

/** The workbook that the page opens on: February to May consolidated, four June reports as sheets. Made once, then kept. */
export async function prepareStartWorkbook(say: (text: string) => void): Promise<Uint8Array> {
  const stampFile = `${START_WORKBOOK}.made-by`;
  const stamp = sourceStamp();
  if (existsSync(START_WORKBOOK) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return new Uint8Array(readFileSync(START_WORKBOOK));
  say('Đang chuẩn bị sổ mẫu…');
  const outcome = await consolidateFiles({
    files: HISTORY.flatMap(filesOf),
    period: { year: 2024, month: 5 },
    asOf: '2024-05-20',
    now: '2024-05-20T08:00:00+07:00',
    into: null,
    name: 'Tong hop 2024.xlsx',
  });
  if (outcome.kind !== 'written') throw new Error(`Không tổng hợp được các tháng mẫu: ${JSON.stringify(outcome.write ?? outcome.preview).slice(0, 600)}`);
  const model = await openXlsx(outcome.workbook);
  // The blank sheet that every new workbook begins with.
  model.sheets = model.sheets.filter((sheet) => sheet.cells.size > 0);
  for (const unit of AS_SHEETS) addReport(model, await openXlsx(new Uint8Array(readFileSync(path.join(SAMPLES, MONTH, `${unit}_${MONTH}.xlsx`)))), unit);
  const bytes = await saveXlsx(model);
  mkdirSync(path.dirname(START_WORKBOOK), { recursive: true });
  writeFileSync(START_WORKBOOK, bytes);
  writeFileSync(stampFile, stamp);
  return bytes;
}

/** The unit's form as a sheet named by its code, with its names scoped to the sheet, as forms.md has it. */
function addReport(model: WorkbookModel, report: WorkbookModel, unit: string): void {
  const [sheet] = report.sheets;
  if (sheet === undefined) return;
  sheet.id = takeId(model).toString();
  sheet.name = unit;
  sheet.names.push(...report.names.filter(({ name }) => name.startsWith('CT_')));
  model.sheets.push(sheet);
}

export function filesOf(period: string): readonly PickedFile[] {
  const folder = path.join(SAMPLES, period);
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, name))), lastModified: null }));
}

/** Changes when the code that makes the workbook changes: the kept one is then made anew. */
function sourceStamp(): string {
  const hash = createHash('sha256');
  for (const room of ['core', 'commands', 'excel', 'files', 'cli', 'locales', 'workbench/io', 'workbench/model', 'workbench/server']) {
    const folder = path.resolve(__dirname, '../..', room);
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of entries.map((entry) => path.join(entry.parentPath, entry.name)).sort()) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}
