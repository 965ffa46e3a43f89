import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { indexCatalogue } from '../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../src/core/catalogue/programme2024';
import { CODES } from '../../src/core/checks/codes';
import type { FindingCode } from '../../src/core/checks/finding';
import { runMonth, type ReadingOutcome } from '../../src/core/consolidation/pipeline';
import { readBook } from '../../src/core/report/read-book';
import type { BookReading } from '../../src/core/report/types';
import { openFile } from '../../src/files/open-file';
import type { Case } from './make';

const FOLDER = path.resolve(__dirname, '..', '..', 'samples');
const MONTHS = ['2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];

const isCode = (code: string): code is FindingCode => Object.hasOwn(CODES, code);
const codeSchema = z.string().refine(isCode);
const labelSchema = z.object({ code: codeSchema, indicator: z.string().optional(), cell: z.string().optional() });
const schema = z.object({
  note: z.string(),
  alsoTrue: z.record(codeSchema, z.string()),
  files: z.record(z.string(), z.array(labelSchema)),
  province: z.array(z.object({ code: codeSchema, unit: z.string() })),
});

/** The sample reports as cases: all months in one run, June as the report month, labelled by samples.json. */
export async function sampleCases(): Promise<readonly Case[]> {
  const labels = schema.parse(JSON.parse(readFileSync(path.join(__dirname, 'samples.json'), 'utf8')));
  const alsoTrue = Object.keys(labels.alsoTrue).filter(isCode);
  const index = indexCatalogue(programme2024());
  const readings: { readonly reading: BookReading; readonly month: number }[] = [];
  for (const folder of MONTHS) {
    for (const name of readdirSync(path.join(FOLDER, folder)).sort()) {
      const outcome = await openFile(name, new Uint8Array(readFileSync(path.join(FOLDER, folder, name))));
      if (outcome.status !== 'read') throw new Error(`${name} was not read.`);
      readings.push({ reading: readBook(outcome.book, index, 'file'), month: Number(folder.slice(-2)) });
    }
  }
  const run = runMonth({
    period: { year: 2024, month: 6 }, asOf: '2024-06-20', index, readings: readings.map((each) => each.reading), stored: [], decisions: [], chosenFiles: [], now: '2024-06-20T08:00:00+07:00',
  });
  const outcomes = new Map(run.inputs.map((outcome): [BookReading, ReadingOutcome] => [outcome.reading, outcome]));
  const common = { way: 'sample', layout: 'sample', kind: 'fault' as const, alsoTrue };
  const cases = readings.map(({ reading, month }): Case => ({
    ...common, code: '', unit: reading.file, month, labels: labels.files[reading.file] ?? [], findings: () => Promise.resolve(outcomes.get(reading)?.result.findings ?? []),
  }));
  // Of the province's own findings only who is absent was planted; the others follow from the year's figures.
  const planted = new Set(labels.province.map(({ code }) => code));
  const province = labels.province.map(({ code, unit }): Case => ({
    ...common, code: '', unit, month: 6, labels: [{ code }], findings: () => Promise.resolve(run.consolidation.findings.filter((finding) => planted.has(finding.code) && finding.unit === unit)),
  }));
  return [...cases, ...province];
}
