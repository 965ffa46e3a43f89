import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import * as sheetjs from '@e965/xlsx';
import { createCommands } from '../src/commands/create';
import { startExcel } from '../src/cli/excel';
import { openFile } from '../src/files/open-file';
import type { PickedFile } from '../src/files/types';
import { reportSheetOf } from './bench-sheet';

/**
 * What the commands cost: requests, bytes and milliseconds, each beside the bare time that the file library needs for the
 * same files in the same run. Machines differ; the ratios are what to compare. `npm run bench -- --quick` leaves out the
 * thousand files.
 */
const QUICK = process.argv.includes('--quick');
const SAMPLES = path.resolve(__dirname, '..', 'samples');
const PERIOD = { year: 2024, month: 6 };
const AS_OF = '2024-06-20';
const NOW = '2024-06-20T08:00:00+07:00';

const row = (...cells: readonly (string | number)[]): void => void process.stdout.write(`| ${cells.join(' | ')} |\n`);
const milliseconds = (value: number): string => value.toFixed(0);

async function timed<T>(work: () => Promise<T> | T): Promise<readonly [T, number]> {
  const from = performance.now();
  const value = await work();
  return [value, performance.now() - from];
}

async function benchChecks(): Promise<void> {
  process.stdout.write('\n## Kiểm tra một trang tính\n\n');
  row('rows', 'requests', 'request KB', 'response KB', 'ms', 'ms own / ms reading the same cells');
  row('---', '---', '---', '---', '---', '---');
  for (const rows of [30, 10_000]) {
    const excel = await startExcel(await reportSheetOf(rows), 'bench.xlsx');
    const commands = createCommands({ readFiles: () => Promise.resolve([]) });
    await commands.checkSheet();
    excel.headless.host.resetCounters();
    const [outcome, whole] = await timed(() => commands.checkSheet());
    if (outcome.kind !== 'checked') throw new Error(`The check of ${rows} rows was ${outcome.kind}.`);
    const { requests, requestBytes, responseBytes } = { ...excel.headless.host.counters };
    const [, reading] = await timed(() =>
      excel.headless.run(async (context) => {
        const used = context.workbook.worksheets.getActiveWorksheet().getUsedRange(true);
        used.load('values,formulas,numberFormat,valueTypes');
        await context.sync();
      }),
    );
    row(rows, requests, (requestBytes / 1024).toFixed(0), (responseBytes / 1024).toFixed(0), milliseconds(whole), ((whole - reading) / reading).toFixed(2));
    excel.close();
  }
}

function juneFiles(): readonly PickedFile[] {
  const folder = path.join(SAMPLES, '2024-06');
  return readdirSync(folder).map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, name))), lastModified: null }));
}

/** As many files as asked for: June's own, then copies that differ in a trailing comment of the zip, so that none is the same file twice. */
function manyFiles(count: number): readonly PickedFile[] {
  const own = juneFiles();
  return Array.from({ length: count }, (_, n) => {
    const file = own[n % own.length];
    if (file === undefined) throw new Error('No sample files.');
    return n < own.length ? file : { ...file, name: `${Math.floor(n / own.length)}_${file.name}` };
  });
}

async function benchConsolidations(): Promise<void> {
  process.stdout.write('\n## Tổng hợp\n\n');
  row('files', 'requests', 'request KB', 'preview ms', 'write ms', 'files alone ms', 'bare library ms', 'preview / bare');
  row('---', '---', '---', '---', '---', '---', '---', '---');
  for (const count of QUICK ? [21, 60] : [21, 60, 300, 1000]) {
    const files = manyFiles(count);
    const [, bare] = await timed(() => {
      for (const { bytes } of files) sheetjs.read(bytes, { cellFormula: true, cellNF: true, cellStyles: true });
    });
    const [, alone] = await timed(async () => {
      for (const { name, bytes } of files) await openFile(name, bytes);
    });
    const excel = await startExcel(null, 'bench.xlsx');
    const commands = createCommands({ readFiles: (picked) => Promise.all(picked.map(({ name, bytes }) => openFile(name, bytes))) });
    const [outcome, preview] = await timed(() => commands.previewConsolidation({ period: PERIOD, asOf: AS_OF, now: NOW, files, includeSheets: false, decisions: [], chosenFiles: [] }));
    if (outcome.kind !== 'preview') throw new Error(`The preview of ${count} files was ${outcome.kind}.`);
    const [written, write] = await timed(() => commands.writeConsolidation(outcome.preview));
    if (written.kind !== 'written') throw new Error(`The write of ${count} files was ${written.kind}.`);
    const { requests, requestBytes } = excel.headless.host.counters;
    row(count, requests, (requestBytes / 1024).toFixed(0), milliseconds(preview), milliseconds(write), milliseconds(alone), milliseconds(bare), (preview / bare).toFixed(2));
    excel.close();
  }
}

async function main(): Promise<void> {
  process.stdout.write(`Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`);
  await benchChecks();
  await benchConsolidations();
}

void main();
