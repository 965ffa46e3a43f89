import { indexCatalogue } from '../src/core/catalogue/index-catalogue';
import { programme2024 } from '../src/core/catalogue/programme2024';
import { checkBook } from '../src/core/checks/check-book';
import type { Finding } from '../src/core/checks/finding';
import { emptyHistory } from '../src/core/checks/history';
import { fixesOf } from '../src/core/fixes/fixes-of';
import { mergedEdits } from '../src/core/fixes/merged-edits';
import type { Book, Cell, Grid } from '../src/core/grid';
import { memoryOf } from '../src/core/memory/memory-of';
import { readBook } from '../src/core/report/read-book';
import type { BookReading } from '../src/core/report/types';
import { findingRows, findingTable, loggedFinding } from '../src/core/sheets/finding-table';
import type { PlanCell } from '../src/core/sheets/plan';
import { findStored, planTable, type StoredTable } from '../src/core/sheets/table';
import { bookOf, quickest } from './bench-checks';

/** What becomes of a sheet in which every row is wrong: read and checked for the first time, mended, put on record. */
export interface ListTime {
  readonly what: string;
  readonly rows: number;
  /** Findings, mended cells or rows on record. */
  readonly items: number;
  readonly ms: number;
  /** How long the same sheet takes to be read anew. */
  readonly readMs: number;
}

const PERIOD = { year: 2024, month: 6 };
const NOW = '2024-06-20T08:00:00+07:00';
const SHEETS = [2_500, 10_000] as const;
/** First data row and columns of the bench's sheet. */
const FIRST_ROW = 8;
const COLUMN = { code: 1, name: 2, month: 6, cumulative: 7, lastYear: 8 } as const;

/** Each with a catalogue that was never used, so that nothing is known by heart. */
export async function listTimes(): Promise<readonly ListTime[]> {
  const times: ListTime[] = [];
  for (const rows of SHEETS) {
    const plain = await bookOf(rows);
    times.push(...firstTimes(plain, rows), ...mendingTimes(withRows(plain, mendable), rows));
  }
  return times;
}

/** Reading names that nobody has seen, and judging them beside codes (K08). */
function firstTimes(plain: Book, rows: number): readonly ListTime[] {
  const book = withRows(plain, miscoded);
  const indexes = newIndexes();
  const [reading, readMs] = quickest(() => readBook(book, indexes.next(), 'file'));
  const [found, ms] = quickest(() => check(reading, indexes.next()));
  return [{ what: 'tên lạ cạnh mã, lần đầu', rows, items: found.length, ms, readMs }];
}

function mendingTimes(book: Book, rows: number): readonly ListTime[] {
  const index = newIndexes().next();
  const [reading, readMs] = quickest(() => readBook(book, index, 'sheet'));
  const { report } = reading;
  if (report === null) throw new Error('The sheet was not read as a report.');
  const [findings, checkMs] = quickest(() => check(reading, index));
  const [fixes, fixMs] = quickest(() => fixesOf(report, findings, index));
  const firstOptions = [...fixes.values()].flatMap(({ options }) => options.slice(0, 1));
  const [edits, mergeMs] = quickest(() => mergedEdits(firstOptions.flatMap((option) => option.edits)));
  // Twice as many findings as rows, as a province's KiemTra may keep them.
  const kept = findings.slice(0, 2 * rows);
  const spec = findingTable(index, () => null);
  const record = (stored: StoredTable | null) => findingRows({ findings: kept, stored, covers: () => true, now: NOW, render: ({ code }) => ({ message: `Nội dung ${code}`, hint: '' }) }).rows;
  const [made, newMs] = quickest(() => record(null));
  const stored = storedTable(spec.name, spec.columns.map(({ header }) => header), made.map((row) => spec.columns.map(({ cell }) => cell?.(row) ?? null)));
  const [again, againMs] = quickest(() => record(stored));
  const [, planMs] = quickest(() => planTable(spec, again, stored, { row: 0, column: 0 }));
  const [log, logMs] = quickest(() => stored.rows.flatMap((row) => loggedFinding(row) ?? []));
  const [{ memory }, memoryMs] = quickest(() => memoryOf({ findings: kept, log, covers: () => true }));
  const common = { rows, readMs };
  return [
    { ...common, what: 'kiểm tra, dòng nào cũng sai', items: findings.length, ms: checkMs },
    { ...common, what: 'cách sửa', items: fixes.size, ms: fixMs },
    { ...common, what: 'gộp ô sửa', items: edits.length, ms: mergeMs },
    { ...common, what: 'dòng KiemTra, lần đầu', items: made.length, ms: newMs },
    { ...common, what: 'dòng KiemTra, lần sau', items: again.length, ms: againMs },
    { ...common, what: 'bảng KiemTra, lần sau', items: again.length, ms: planMs },
    { ...common, what: 'đọc lại KiemTra', items: log.length, ms: logMs },
    { ...common, what: 'đối chiếu với lần trước', items: memory.byFingerprint.size, ms: memoryMs },
  ];
}

function check(reading: BookReading, index: ReturnType<typeof indexCatalogue>): readonly Finding[] {
  return checkBook({ reading, index, reportPeriod: PERIOD, history: emptyHistory }).findings;
}

function newIndexes(): { next(): ReturnType<typeof indexCatalogue> } {
  return { next: () => indexCatalogue(programme2024()) };
}

type CellChange = (at: number) => Readonly<Record<number, Cell>>;

const text = (value: string): Cell => ({ content: { kind: 'text', value }, text: value });
const { indicators } = programme2024();
const THINGS = ['đường liên xã', 'kênh mương', 'trường mầm non', 'trạm y tế', 'cấp nước sạch', 'khu tái định cư', 'chợ trung tâm', 'bến cá', 'hồ chứa', 'cầu dân sinh', 'nhà văn hóa'];

/** A code of the programme beside a name that has nothing to do with it; no name comes twice. */
const miscoded: CellChange = (at) => ({
  [COLUMN.code]: text(indicators[at % indicators.length]?.code ?? ''),
  [COLUMN.name]: text(`Công trình ${THINGS[at % THINGS.length] ?? ''} và ${THINGS[(at * 7 + 3) % THINGS.length] ?? ''} số ${at} của địa phương`),
});

/** A number typed as a text, one with a word before it, a sign that is not the form's, a name with a stray space. */
const mendable: CellChange = (at) => ({
  [COLUMN.code]: text(indicators[at % indicators.length]?.code ?? ''),
  [COLUMN.name]: text(`${indicators[at % indicators.length]?.name ?? ''} `),
  [COLUMN.month]: text(`${1000 + at},5`),
  [COLUMN.cumulative]: text(`gần ${3000 + at}`),
  [COLUMN.lastYear]: text('..'),
});

function withRows(book: Book, change: CellChange): Book {
  const changed = (grid: Grid): Grid => ({
    ...grid,
    cells: grid.cells.map((cells, index) => {
      const at = index + grid.origin.row - FIRST_ROW;
      if (at < 0) return cells;
      const wanted = change(at);
      return cells.map((cell, offset) => wanted[offset + grid.origin.column] ?? cell);
    }),
  });
  return { ...book, grids: book.grids.map(changed) };
}

function storedTable(name: string, headers: readonly string[], rows: readonly (readonly PlanCell[])[]): StoredTable {
  const held = (value: PlanCell): Cell | null => (typeof value === 'number' ? { content: { kind: 'number', value }, text: '' } : typeof value === 'string' ? text(value) : null);
  const grid: Grid = { name, origin: { row: 0, column: 0 }, cells: [headers.map(text), ...rows.map((row) => row.map(held))], merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false };
  const stored = findStored(name, [{ name, sheet: name, headers, area: { top: 0, left: 0, bottom: rows.length, right: headers.length - 1 } }], [grid]);
  if (stored === null) throw new Error('The table was not found.');
  return stored;
}
