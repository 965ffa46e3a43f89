import { indexCatalogue } from '../src/core/catalogue/index-catalogue';
import { programme2024 } from '../src/core/catalogue/programme2024';
import { checkBook } from '../src/core/checks/check-book';
import { factIndex } from '../src/core/consolidation/fact-index';
import type { Fact } from '../src/core/consolidation/types';
import type { Book } from '../src/core/grid';
import { readBook } from '../src/core/report/read-book';
import type { BookReading } from '../src/core/report/types';
import { openFile } from '../src/files/open-file';
import { reportSheetOf } from './bench-sheet';

/** What the checks themselves cost, apart from files and Excel, beside the reading of the same cells. */
export interface OwnTime {
  readonly what: string;
  readonly reports: number;
  readonly rows: number;
  readonly findings: number;
  readonly readMs: number;
  readonly checkMs: number;
}

const PERIOD = { year: 2024, month: 6 };
const REPORTS = 60;
const INDICATOR_ROWS = 32;
const SHEETS = [2_500, 5_000, 10_000] as const;
/** The quickest of so many runs. */
const RUNS = 10;
const MICROSECONDS = 1000;
const YEAR_OF_MONTHS = 12;

/** 60 reports of 32 indicators with a year of history behind them, then one sheet of growing length. */
export async function ownTimes(): Promise<readonly OwnTime[]> {
  const index = indexCatalogue(programme2024());
  const history = factIndex(pastYear());
  const measure = (what: string, book: Book, rows: number, reports: number): OwnTime => {
    const books = Array.from({ length: reports }, () => book);
    const [readings, readMs] = quickest(() => books.map((each) => readBook(each, index, 'file')));
    const check = (reading: BookReading) => checkBook({ reading, index, reportPeriod: PERIOD, history });
    const [results, checkMs] = quickest(() => readings.map(check));
    return { what, reports, rows, readMs, checkMs, findings: results.reduce((sum, { findings }) => sum + findings.length, 0) };
  };
  const small = await bookOf(INDICATOR_ROWS);
  const times = [measure('báo cáo', small, INDICATOR_ROWS, REPORTS)];
  for (const rows of SHEETS) times.push(measure('một trang tính', await bookOf(rows), rows, 1));
  return times;
}

/** In milliseconds of processor time, so that the machine's other work is no part of it. */
export function quickest<T>(work: () => T): readonly [T, number] {
  let best = Infinity;
  let value = work();
  for (let run = 0; run < RUNS; run += 1) {
    const from = process.cpuUsage();
    value = work();
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / MICROSECONDS);
  }
  return [value, best];
}

export async function bookOf(rows: number): Promise<Book> {
  const outcome = await openFile('bench.xlsx', await reportSheetOf(rows));
  if (outcome.status !== 'read') throw new Error(`The bench sheet of ${rows} rows was not read.`);
  return outcome.book;
}

/** Twelve earlier months of every indicator of the bench's unit. */
function pastYear(): readonly Fact[] {
  return programme2024().indicators.flatMap(({ code }) =>
    Array.from({ length: YEAR_OF_MONTHS }, (_, at): Fact => ({
      unit: 'NT', indicator: code, period: at < 7 ? { year: 2023, month: at + 6 } : { year: 2024, month: at - 6 }, role: 'part', level: null, state: 'figure', used: true, reasons: [], marks: [],
      method: 'reported', file: '', sheet: '', cells: {}, hash: '', recordedAt: '', month: 10 + (at % 5), cumulative: 50 + at, lastYear: 40 + at, numerator: 50 + at, denominator: 100,
    })));
}
