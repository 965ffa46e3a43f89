import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCommands, type Commands } from '../../src/commands/create';
import type { Preview, PreviewRequest, WriteOutcome } from '../../src/commands/types';
import type { WriteReceipt } from '../../src/excel/types';
import { openFile } from '../../src/files/open-file';
import { readInWorkers, type WorkerPort } from '../../src/files/pool';
import type { PickedFile } from '../../src/files/types';
import type { Headless } from '../../src/workbench/host/headless';
import type { HostOptions } from '../../src/workbench/host/host';
import { openXlsx } from '../../src/workbench/io/open';
import { saveXlsx } from '../../src/workbench/io/save';
import type { CellValue, SheetModel, TableModel, WorkbookModel } from '../../src/workbench/model/types';
import { addSheet, cellAt, createWorkbook, findSheet, findTable, setValue } from '../../src/workbench/model/workbook';
import { inExcel, openExcel } from '../excel/world';

const SAMPLES = join(__dirname, '../../samples');
export const AS_OF = '2024-06-20';
export const NOW = '2024-06-20T08:00:00+07:00';
export const LATER = '2024-06-25T09:30:00+07:00';

/** The commands over a workbook that is open in Excel's stand-in. */
export interface Office {
  readonly excel: Headless;
  readonly model: WorkbookModel;
  readonly commands: Commands;
  /** A preview that must come about. */
  readonly preview: (month: number, files: readonly PickedFile[], more?: Partial<PreviewRequest>) => Promise<Preview>;
  /** Preview and write, which must both succeed. */
  readonly consolidate: (month: number, files: readonly PickedFile[], more?: Partial<PreviewRequest>) => Promise<Extract<WriteOutcome, { kind: 'written' }>>;
}

/** A worker that is none: the pool with all its rules, the reading on this very thread. */
function inProcess(): WorkerPort {
  let tell: (data: unknown) => void = () => undefined;
  return {
    send: ({ id, name, bytes, hash }) => void openFile(name, bytes, hash).then((outcome) => tell({ kind: 'done', id, outcome })),
    onMessage: (listener) => {
      tell = listener;
      setTimeout(() => listener({ kind: 'ready' }), 0);
    },
    onFailure: () => undefined,
    end: () => undefined,
  };
}

export async function openOffice(model: WorkbookModel = createWorkbook('Sổ.xlsx', ['Trang1']), options: Partial<HostOptions> = {}): Promise<Office> {
  const excel = await openExcel(model, options);
  const commands = createCommands({ readFiles: (files, more) => readInWorkers(inProcess, 1, files, more) });
  const preview: Office['preview'] = async (month, files, more = {}) => {
    const outcome = await commands.previewConsolidation({ ...request(month, files), ...more });
    if (outcome.kind !== 'preview') throw new Error(`no preview: ${JSON.stringify(outcome)}`);
    return outcome.preview;
  };
  const consolidate: Office['consolidate'] = async (month, files, more) => {
    const outcome = await commands.writeConsolidation(await preview(month, files, more));
    if (outcome.kind !== 'written') throw new Error(`not written: ${JSON.stringify(outcome)}`);
    return outcome;
  };
  return { excel, model, commands, preview, consolidate };
}

export function request(month: number, files: readonly PickedFile[]): PreviewRequest {
  return { period: { year: 2024, month }, asOf: AS_OF, now: NOW, files, includeSheets: true, decisions: [], chosenFiles: [] };
}

/** The sample reports of one month. */
export function filesOf(...months: readonly number[]): PickedFile[] {
  return months.flatMap((month) => {
    const folder = join(SAMPLES, folderOf(month));
    return readdirSync(folder).sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))), lastModified: null }));
  });
}

const folderOf = (month: number): string => `2024-${String(month).padStart(2, '0')}`;

/** One unit's report of a month, by the beginning of its file name. */
export function fileOf(month: number, unit: string): PickedFile {
  const file = filesOf(month).find((each) => each.name.startsWith(`${unit}_`));
  if (file === undefined) throw new Error(`no report of ${unit} for ${month}`);
  return file;
}

/** The same report with cells changed, as the unit would send it again. */
export async function corrected(file: PickedFile, cells: Readonly<Record<string, CellValue>>, name = file.name): Promise<PickedFile> {
  const model = await openXlsx(file.bytes);
  const [sheet] = model.sheets;
  if (sheet === undefined) throw new Error('a report has a sheet');
  for (const [address, value] of Object.entries(cells)) {
    const { row, col } = placeOf(address);
    setValue(sheet, row, col, value);
  }
  return { name, bytes: await saveXlsx(model), lastModified: null };
}

export function placeOf(address: string): { readonly row: number; readonly col: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  return { row: Number(digits) - 1, col: [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1 };
}

/** A report as a sheet of the open workbook, as analysts paste them in. */
export async function addReportSheet(model: WorkbookModel, file: PickedFile, name: string): Promise<SheetModel> {
  const [source] = (await openXlsx(file.bytes)).sheets;
  if (source === undefined) throw new Error('a report has a sheet');
  const sheet = addSheet(model, name);
  const { id } = sheet;
  return Object.assign(sheet, source, { id, name, names: [] });
}

let kept: Promise<Uint8Array> | null = null;

/** A workbook into which February to May were consolidated; a copy of its own for every caller. */
export async function mayWorkbook(): Promise<WorkbookModel> {
  kept ??= (async () => {
    const office = await openOffice();
    try {
      await office.consolidate(5, filesOf(2, 3, 4, 5));
      return await saveXlsx(office.model);
    } finally {
      office.excel.dispose();
    }
  })();
  return openXlsx(await kept, 'Sổ.xlsx');
}

let keptJune: Promise<Uint8Array> | null = null;

/** The same with June on top. */
export async function juneWorkbook(): Promise<WorkbookModel> {
  keptJune ??= (async () => {
    const office = await openOffice(await mayWorkbook());
    try {
      await office.consolidate(6, filesOf(6));
      return await saveXlsx(office.model);
    } finally {
      office.excel.dispose();
    }
  })();
  return openXlsx(await keptJune, 'Sổ.xlsx');
}

export function sheetNamed(model: WorkbookModel, name: string): SheetModel {
  const sheet = findSheet(model, name);
  if (sheet === undefined) throw new Error(`there is no sheet ${name}: ${model.sheets.map((each) => each.name).join(', ')}`);
  return sheet;
}

export function tableNamed(model: WorkbookModel, name: string): { readonly sheet: SheetModel; readonly table: TableModel } {
  const found = findTable(model, name);
  if (found === undefined) throw new Error(`there is no table ${name}`);
  return found;
}

/** The cells of a table's column by heading. */
export function columnOf(model: WorkbookModel, table: string, header: string): number {
  const found = tableNamed(model, table);
  const at = found.table.columns.findIndex((column) => column.name === header);
  if (at < 0) throw new Error(`${table} has no column ${header}`);
  return found.table.range.col + at;
}

/** Rows of a table as objects by heading, with the sheet row. */
export function rowsOf(model: WorkbookModel, name: string): { readonly row: number; readonly at: (header: string) => CellValue }[] {
  const { sheet, table } = tableNamed(model, name);
  const rows: { row: number; at: (header: string) => CellValue }[] = [];
  for (let row = table.range.row + 1; row <= table.range.lastRow; row += 1) rows.push({ row, at: (header) => cellAt(sheet, row, columnOf(model, name, header))?.value ?? null });
  return rows;
}

/** The row of SoLieu that holds a unit's fact. */
export function factRow(model: WorkbookModel, unit: string, indicator: string, month: number) {
  const row = rowsOf(model, 'SoLieu').find((each) => each.at('Mã đơn vị') === unit && each.at('Mã chỉ tiêu') === indicator && each.at('Tháng') === month);
  if (row === undefined) throw new Error(`no fact ${unit} ${indicator} ${month}`);
  return row;
}

const HEADING_ROW = 8;

/** A figure of Tổng hợp by indicator and heading, with its place. */
export function summaryCell(model: WorkbookModel, indicator: string, header: string): { readonly value: CellValue; readonly row: number; readonly col: number } {
  const sheet = sheetNamed(model, 'Tổng hợp');
  const headings = sheet.cells.get(HEADING_ROW);
  const col = [...(headings ?? [])].find(([, cell]) => cell.value === header)?.[0];
  const code = [...(headings ?? [])].find(([, cell]) => cell.value === 'Mã')?.[0];
  const row = [...sheet.cells].find(([at, cells]) => at > HEADING_ROW && code !== undefined && cells.get(code)?.value === indicator)?.[0];
  if (col === undefined || row === undefined) throw new Error(`Tổng hợp has no ${indicator} × ${header}`);
  return { value: cellAt(sheet, row, col)?.value ?? null, row, col };
}

/** Everything that cells hold, by sheet and place: what "nothing changed" means. */
export function contentsOf(model: WorkbookModel, except: readonly string[] = []): Record<string, string> {
  const contents: Record<string, string> = {};
  for (const sheet of model.sheets) {
    if (except.includes(sheet.name)) continue;
    for (const [row, cells] of sheet.cells) {
      for (const [col, cell] of cells) {
        if (cell.value === null && cell.formula === null) continue;
        // A file keeps a formula's empty text and no result alike.
        const value = cell.formula !== null && cell.value === '' ? null : cell.value;
        contents[`${sheet.name}!${row},${col}`] = `${cell.formula ?? ''}⇒${JSON.stringify(value)} ${cell.numberFormat}`;
      }
    }
  }
  return contents;
}

/** The places at which two contents differ. */
export function differing(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((place) => before[place] !== after[place]).sort();
}

/** All that is not a cell: sheets, tables, names, conditional formats, validations, protection. */
export function frameOf(model: WorkbookModel) {
  return {
    sheets: model.sheets.map(({ name, visibility, tables, conditionalFormats, dataValidations, protection, merges }) => ({
      name, visibility, merges, isProtected: protection.protected, formats: conditionalFormats.length, validations: dataValidations.length,
      tables: tables.map((table) => ({ name: table.name, range: table.range, columns: table.columns.map((column) => column.name) })),
    })),
    names: model.names.map(({ name, formula }) => `${name}${formula}`),
  };
}

export function receiptOf(outcome: WriteOutcome): WriteReceipt {
  if (outcome.kind !== 'written') throw new Error(`not written: ${JSON.stringify(outcome)}`);
  return outcome.receipt;
}

export interface TruthFigure {
  readonly coverage?: number;
  readonly month?: number;
  readonly cum?: number;
  readonly last?: number;
  readonly num?: number;
  readonly den?: number;
  readonly asOf?: number;
}

export interface Truth {
  readonly expected: Readonly<Record<string, readonly string[]>>;
  readonly absent: Readonly<Record<string, readonly string[]>>;
  readonly months: Readonly<Record<string, Readonly<Record<string, TruthFigure>>>>;
}

export const truth: Truth = JSON.parse(readFileSync(join(SAMPLES, 'truth.json'), 'utf8'));

/** Equal within 1e-9 relative; what is not stated is no figure. */
export function agrees(actual: CellValue, stated: number | undefined): boolean {
  if (stated === undefined) return actual === null || actual === '';
  return typeof actual === 'number' && Math.abs(actual - stated) <= 1e-9 * Math.max(Math.abs(stated), Number.MIN_VALUE);
}

/** What Excel's own sort of a table does: whole rows change places, the largest of a column first. */
export async function sortTable({ excel, model }: Office, name: string, header: string): Promise<void> {
  const { sheet, table: { range } } = tableNamed(model, name);
  const col = columnOf(model, name, header);
  const rows = Array.from({ length: range.lastRow - range.row }, (_, n) => sheet.cells.get(range.row + 1 + n));
  const weight = (cells: (typeof rows)[number]): number => {
    const value = cells?.get(col)?.value;
    return typeof value === 'number' ? value : -Infinity;
  };
  [...rows].sort((a, b) => weight(b) - weight(a) || 0).forEach((cells, n) => {
    if (cells === undefined) sheet.cells.delete(range.row + 1 + n);
    else sheet.cells.set(range.row + 1 + n, cells);
  });
  await inExcel(excel, (workbook) => workbook.application.calculate('Full'));
}
