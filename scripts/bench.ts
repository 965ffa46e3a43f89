import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import * as sheetjs from '@e965/xlsx';
import { createCommands } from '../src/commands/create';
import { startExcel } from '../src/cli/excel';
import { readActiveSheet } from '../src/excel/read';
import { openFile } from '../src/files/open-file';
import type { PickedFile } from '../src/files/types';
import { ownTimes } from './bench-checks';
import { listTimes } from './bench-lists';
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
  row('rows', 'requests', 'request KB', 'response KB', 'findings', 'check ms', 'reading ms', 'check / reading');
  row('---', '---', '---', '---', '---', '---', '---', '---');
  for (const rows of [30, 10_000]) {
    const excel = await startExcel(await reportSheetOf(rows), 'bench.xlsx');
    const commands = createCommands({ readFiles: () => Promise.resolve([]) });
    await commands.checkSheet();
    excel.headless.host.resetCounters();
    const [outcome, whole] = await timed(() => commands.checkSheet());
    if (outcome.kind !== 'checked') throw new Error(`The check of ${rows} rows was ${outcome.kind}.`);
    const { requests, requestBytes, responseBytes } = { ...excel.headless.host.counters };
    // The same cells read and nothing more: what the host and the client library cost by themselves.
    const [, reading] = await timed(() => readActiveSheet());
    row(rows, requests, (requestBytes / 1024).toFixed(0), (responseBytes / 1024).toFixed(0), outcome.result.findings.length, milliseconds(whole), milliseconds(reading), (whole / reading).toFixed(2));
    excel.close();
  }
}

/** All sample reports, June first, then the months before it. */
function sampleFiles(): readonly PickedFile[] {
  return ['2024-06', '2024-05', '2024-04', '2024-03', '2024-02'].flatMap((month) =>
    readdirSync(path.join(SAMPLES, month)).map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(SAMPLES, month, name))), lastModified: null })),
  );
}

/** As many files as asked for; past the samples' own, the same reports under other names, as when a folder was picked twice. */
function manyFiles(count: number): readonly PickedFile[] {
  const own = sampleFiles();
  return Array.from({ length: count }, (_, n) => {
    const file = own[n % own.length];
    if (file === undefined) throw new Error('No sample files.');
    return n < own.length ? file : { ...file, name: `${Math.floor(n / own.length)}_${file.name}` };
  });
}

/** The library writes notes on number formats to the console; they are no part of the table. */
function bareLibrary(files: readonly PickedFile[]): void {
  const { error } = console;
  console.error = () => undefined;
  for (const { bytes } of files) sheetjs.read(bytes, { cellFormula: true, cellNF: true, cellStyles: true });
  console.error = error;
}

/** Ratios to the reading of the same cells; time per row should not grow with the rows. */
async function benchOwnTimes(): Promise<void> {
  process.stdout.write('\n## Thời gian riêng của các phép kiểm tra\n\n');
  row('what', 'reports', 'rows each', 'findings', 'reading ms', 'checks ms', 'checks / reading', 'µs a row');
  row('---', '---', '---', '---', '---', '---', '---', '---');
  for (const { what, reports, rows, findings, readMs, checkMs } of await ownTimes()) {
    row(what, reports, rows, findings, readMs.toFixed(1), checkMs.toFixed(1), (checkMs / readMs).toFixed(2), ((checkMs * 1000) / (reports * rows)).toFixed(1));
  }
}

/** Ratios to the reading of the same sheet; the last column should be near 1: four times the rows, four times the time. */
async function benchLists(): Promise<void> {
  process.stdout.write('\n## Trang tính dòng nào cũng sai\n\n');
  row('what', 'rows', 'items', 'ms', 'ms / reading', 'µs an item', 'growth');
  row('---', '---', '---', '---', '---', '---', '---');
  const smallest = new Map<string, number>();
  for (const { what, rows, items, ms, readMs } of await listTimes()) {
    const each = (ms * 1000) / Math.max(items, 1);
    const first = smallest.get(what) ?? each;
    smallest.set(what, first);
    row(what, rows, items, ms.toFixed(1), (ms / readMs).toFixed(2), each.toFixed(1), (each / first).toFixed(2));
  }
}

async function benchConsolidations(): Promise<void> {
  process.stdout.write('\n## Tổng hợp\n\n');
  row('files', 'requests', 'request KB', 'preview ms', 'write ms', 'files alone ms', 'bare library ms', 'preview / bare');
  row('---', '---', '---', '---', '---', '---', '---', '---');
  for (const count of QUICK ? [21, 60] : [21, 60, 300, 1000]) {
    const files = manyFiles(count);
    const [, bare] = await timed(() => bareLibrary(files));
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
  await benchOwnTimes();
  await benchLists();
  await benchChecks();
  await benchConsolidations();
}

void main();
