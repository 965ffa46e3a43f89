import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { runMonth, type MonthOutcome } from '../../../src/core/consolidation/pipeline';
import type { ProvinceFigure } from '../../../src/core/consolidation/types';
import { readBook } from '../../../src/core/report/read-book';
import type { BookReading } from '../../../src/core/report/types';
import { openFile } from '../../../src/files/open-file';

interface TruthFigure {
  readonly coverage?: number;
  readonly month?: number;
  readonly cum?: number;
  readonly last?: number;
  readonly num?: number;
  readonly den?: number;
  readonly asOf?: number;
}
interface Truth {
  readonly expected: Readonly<Record<string, readonly string[]>>;
  readonly absent: Readonly<Record<string, readonly string[]>>;
  readonly months: Readonly<Record<string, Readonly<Record<string, TruthFigure>>>>;
}

const SAMPLES = join(__dirname, '../../../samples');
const truth: Truth = JSON.parse(readFileSync(join(SAMPLES, 'truth.json'), 'utf8'));
const index = indexCatalogue(programme2024());
const MONTHS = [2, 3, 4, 5, 6] as const;
const NOW = '2024-06-17T08:00:00+07:00';

const readings = new Map<number, readonly BookReading[]>();
const outcomes = new Map<number, MonthOutcome>();

async function readMonth(month: number): Promise<readonly BookReading[]> {
  const folder = join(SAMPLES, `2024-0${month}`);
  const made: BookReading[] = [];
  for (const name of readdirSync(folder).sort()) {
    const outcome = await openFile(name, new Uint8Array(readFileSync(join(folder, name))));
    if (outcome.status === 'read') made.push(readBook(outcome.book, index, 'file'));
  }
  return made;
}

function run(month: number, files: readonly BookReading[], stored: MonthOutcome['consolidation']['facts'] = []): MonthOutcome {
  return runMonth({ period: { year: 2024, month }, asOf: '2024-12-31', index, readings: files, stored, decisions: [], chosenFiles: [], now: NOW });
}

function upTo(month: number): readonly BookReading[] {
  return MONTHS.filter((each) => each <= month).flatMap((each) => readings.get(each) ?? []);
}

function outcomeOf(month: number): MonthOutcome {
  const outcome = outcomes.get(month);
  if (!outcome) throw new Error(`month ${month} was not run`);
  return outcome;
}

function figureOf(outcome: MonthOutcome, code: string): ProvinceFigure {
  const figure = outcome.consolidation.figures.find((each) => each.indicator === code);
  if (!figure) throw new Error(`no figure for ${code}`);
  return figure;
}

/** Equal within 1e-9 relative; what the truth does not state is none. */
function expectFigure(actual: number | null, stated: number | undefined): void {
  if (stated === undefined) expect(actual).toBeNull();
  else if (actual === null) expect(actual).toBe(stated);
  else expect(Math.abs(actual - stated)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(stated), Number.MIN_VALUE));
}

beforeAll(async () => {
  for (const month of MONTHS) readings.set(month, await readMonth(month));
  for (const month of MONTHS) outcomes.set(month, run(month, upTo(month)));
}, 120_000);

const CASES = MONTHS.flatMap((month) => Object.keys(truth.months[month] ?? {}).map((code) => [month, code] as const));

test.each(CASES)('month %i: %s', (month, code) => {
  const figure = figureOf(outcomeOf(month), code);
  const stated = truth.months[month]?.[code] ?? {};
  expectFigure(figure.cumulative, stated.cum);
  expectFigure(figure.month, stated.month);
  expectFigure(figure.lastYear, stated.last);
  expectFigure(figure.numerator, stated.num);
  expectFigure(figure.denominator, stated.den);
  expectFigure(figure.coverage, stated.coverage);
  if (stated.asOf !== undefined) expect(figure.asOf).toEqual({ year: 2024, month: stated.asOf });
});

test.each(MONTHS)('month %i: nothing else has a figure', (month) => {
  const codes = outcomeOf(month).consolidation.figures.filter((figure) => figure.cumulative !== null).map((figure) => figure.indicator);
  const stated = Object.entries(truth.months[month] ?? {}).filter(([, figure]) => figure.cum !== undefined).map(([code]) => code);
  expect(codes.sort()).toEqual(stated.sort());
});

test.each(MONTHS)('month %i: who is expected and who is missing', (month) => {
  const { units } = outcomeOf(month).consolidation;
  expect(units.expected).toEqual(truth.expected[month]);
  expect(units.missing).toEqual(truth.absent[month] ?? []);
});

test('June holds the figures that its faulty cells make', () => {
  const { held } = outcomeOf(6).consolidation;
  expect(held.map((each) => `${each.unit} ${each.indicator} ${each.codes.join()}`)).toEqual(expect.arrayContaining([
    'SCT KT03 V04', 'CTH KT04.2 V04', 'VN XH02 V15', 'KV XH02 T09',
  ]));
  expect(new Set(held.map((each) => `${each.unit} ${each.indicator}`)).size).toBe(4);
});

test('June’s jobs are held against the plans of the districts that reported, May’s against the whole target', () => {
  const jobs = (month: number) => outcomeOf(month).assessments.find((each) => each.indicator === 'XH02');
  expect(jobs(5)?.expected).toBeCloseTo((11500 * 5) / 12, 9);
  expect(jobs(6)).toMatchObject({ expected: (988 + 1242 + 2127 + 1299 + 3967) / 2, target: 11500, gap: 4643 - 11500, state: 'onTrack' });
  expect(jobs(6)?.pace).toBeCloseTo(4643 / 4811.5, 9);
});

test('a single corrected file over the stored facts leaves the other held figures waiting', () => {
  const first = outcomeOf(6);
  const one = (readings.get(6) ?? []).filter((reading) => reading.report?.unit === 'NT');
  const again = run(6, one, first.consolidation.facts);
  expect(again.consolidation.held.map((each) => `${each.unit} ${each.indicator} ${each.codes.join()}`).sort()).toEqual(['CTH KT04.2 V04', 'KV XH02 T09', 'SCT KT03 V04', 'VN XH02 V15']);
});

test('every reading ends in a report that counts or in findings that say why not', () => {
  for (const input of outcomeOf(6).inputs) expect(input.use !== 'notUsed' || input.result.findings.length > 0).toBe(true);
});

test('consolidating the same files over the stored facts changes nothing', () => {
  const first = outcomeOf(6);
  const again = runMonth({ period: { year: 2024, month: 6 }, asOf: '2024-12-31', index, readings: upTo(6), stored: first.consolidation.facts, decisions: [], chosenFiles: [], now: '2025-01-01T00:00:00+07:00' });
  expect(again.consolidation.changes).toEqual([]);
  expect(again.consolidation.facts).toEqual(first.consolidation.facts);
  expect(again.consolidation.figures).toEqual(first.consolidation.figures);
});

test('month by month over stored facts gives what all files at once give', () => {
  let stored: MonthOutcome['consolidation']['facts'] = [];
  for (const month of MONTHS) {
    const outcome = run(month, readings.get(month) ?? [], stored);
    stored = outcome.consolidation.facts;
    expect(outcome.consolidation.figures).toEqual(outcomeOf(month).consolidation.figures);
  }
});
