import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SHEETS } from '../core/sheets/names';
import { createCalculator } from '../workbench/calc/node';
import { startHeadless, type Headless } from '../workbench/host/headless';
import { openXlsx } from '../workbench/io/open';
import { saveXlsx } from '../workbench/io/save';
import type { SheetModel, WorkbookModel } from '../workbench/model/types';
import { createWorkbook, findSheet, usedRect } from '../workbench/model/workbook';

/** An Excel without a screen, with a workbook open; the commands find it as they find the real one. */
export interface OpenExcel {
  readonly headless: Headless;
  readonly model: WorkbookModel;
  /** In a workbook that was started here the province's table comes first and is open, and the sheet that Excel begins with is gone. */
  save(): Promise<Uint8Array>;
  close(): void;
}

/** @param existing the workbook to open, or the bytes of its file; null starts a new one */
export async function startExcel(existing: WorkbookModel | Uint8Array | null, name: string): Promise<OpenExcel> {
  const model = existing instanceof Uint8Array ? await openXlsx(existing, name) : existing ?? createWorkbook(name);
  const start = existing === null ? model.sheets[0] : undefined;
  const headless = startHeadless({ model, calculator: await createCalculator() });
  headless.install();
  const save = (): Promise<Uint8Array> => {
    if (start !== undefined) arrange(model, start);
    return saveXlsx(model);
  };
  return { headless, model, save, close: headless.dispose };
}

function arrange(model: WorkbookModel, start: SheetModel): void {
  const summary = findSheet(model, SHEETS.summary);
  if (summary === undefined) return;
  const others = model.sheets.filter((sheet) => sheet !== summary && (sheet !== start || usedRect(sheet, true) !== null));
  model.sheets = [summary, ...others];
  model.activeSheetId = summary.id;
}

/** The workbook of an .xlsx file; null when the file is not there or is none. */
export async function openExisting(file: string): Promise<WorkbookModel | null> {
  try {
    return await openXlsx(new Uint8Array(await readFile(file)), path.basename(file));
  } catch {
    return null;
  }
}

/**
 * Writes beside the target first, so that a full disk never leaves half a workbook under its name.
 *
 * @returns false when the file cannot be written there
 */
export async function writeWorkbook(file: string, bytes: Uint8Array): Promise<boolean> {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(path.dirname(path.resolve(file)), { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, file);
    return true;
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
    return false;
  }
}
