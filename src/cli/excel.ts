import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createCalculator } from '../workbench/calc/node';
import { startHeadless, type Headless } from '../workbench/host/headless';
import { openXlsx } from '../workbench/io/open';
import { saveXlsx } from '../workbench/io/save';
import { createWorkbook } from '../workbench/model/workbook';
import type { WorkbookModel } from '../workbench/model/types';

/** An Excel without a screen, with a workbook open; the commands find it as they find the real one. */
export interface OpenExcel {
  readonly headless: Headless;
  readonly model: WorkbookModel;
  save(): Promise<Uint8Array>;
  close(): void;
}

export async function startExcel(workbook: Uint8Array | null, name: string): Promise<OpenExcel> {
  const model = workbook === null ? createWorkbook(name) : await openXlsx(workbook);
  const headless = startHeadless({ model, calculator: await createCalculator() });
  headless.install();
  return { headless, model, save: () => saveXlsx(model), close: headless.dispose };
}

export async function readExisting(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(file));
}

/** Writes beside the target first, so that a full disk never leaves half a workbook under its name. */
export async function writeWorkbook(file: string, bytes: Uint8Array): Promise<void> {
  const { mkdir, rename } = await import('node:fs/promises');
  await mkdir(path.dirname(path.resolve(file)), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}
