import fc from 'fast-check';
import { cellAt, type Grid } from '../../../src/core/grid';
import type { BookReading, Figure, Report } from '../../../src/core/report/types';
import { SHEETS, TABLES } from '../../../src/core/sheets/names';
import { findSummaryLayout } from '../../../src/core/sheets/summary-columns';
import type { CellValue } from '../../../src/workbench/model/types';
import { openDesk, type Desk } from './desk';
import { booksOf, ownOf, planMonth } from './month';

jest.setTimeout(120_000);

const NOW = '2024-03-20T08:00:00+07:00';
let desk: Desk;
let readings: readonly BookReading[];
beforeAll(async () => {
  desk = await openDesk();
  readings = await booksOf(2, ownOf(desk));
  desk.apply(planMonth(desk, 2, readings, NOW).plans);
});

function tableOf(name: string) {
  const table = desk.look().tables.find((each) => each.name === name);
  if (!table) throw new Error(name);
  return table;
}

function columnsOf(name: string, header: string): number {
  const table = tableOf(name);
  return table.area.left + table.headers.indexOf(header);
}

/** The cells that a plan would change, by sheet: "Số liệu!H12". */
function changedCells(plans: ReturnType<typeof planMonth>['plans']): string[] {
  return plans.flatMap((plan) => plan.blocks.flatMap((block) => block.rows.flatMap((row, r) => row.map((_, c) => `${plan.sheet}!${block.top + r},${block.left + c}`))));
}

function corrected(reading: BookReading, indicator: string, role: 'cumulative', value: number): BookReading {
  const { report } = reading;
  if (!report) return reading;
  const changed: Report = {
    ...report,
    rows: report.rows.map((row) => {
      const figure: Figure | undefined = row.figures[role];
      if (row.match.how === 'none' || row.match.indicator !== indicator || !figure) return row;
      return { ...row, figures: { ...row.figures, [role]: { ...figure, reading: { kind: 'number', value, storedAs: 'number', qualifier: '', percent: false }, cell: { content: { kind: 'number', value }, text: '' } } } };
    }),
  };
  return { ...reading, report: changed };
}

test('the same inputs plan nothing', () => {
  expect(planMonth(desk, 2, readings, '2024-03-25T08:00:00+07:00').plans).toEqual([]);
});

test('a corrected figure changes the row of its fact, and nothing else of the facts', () => {
  const fixed = readings.map((reading) => (reading.report?.unit === 'SCT' ? corrected(reading, 'KT03', 'cumulative', 263.1) : reading));
  const { plans, outcome } = planMonth(desk, 2, fixed, '2024-03-25T08:00:00+07:00');
  const row = outcome.consolidation.facts.findIndex((fact) => fact.unit === 'SCT' && fact.indicator === 'KT03') + 1;
  const cells = changedCells(plans).filter((cell) => cell.startsWith(SHEETS.facts));
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.every((cell) => cell.startsWith(`${SHEETS.facts}!${row},`))).toBe(true);
  expect(changedCells(plans).filter((cell) => cell.startsWith(SHEETS.summary))).toEqual([]);
  expect(plans[0]?.readBack.length).toBeGreaterThan(0);
});

test('a corrected file that is consolidated twice changes nothing the second time', async () => {
  const other = await openDesk();
  other.apply(planMonth(other, 2, readings, NOW).plans);
  const fixed = readings.map((reading) => (reading.report?.unit === 'SCT' ? corrected(reading, 'KT03', 'cumulative', 263.1) : reading));
  other.apply(planMonth(other, 2, fixed, NOW).plans);
  expect(changedCells(planMonth(other, 2, fixed, NOW).plans)).toEqual([]);
});

test('notes, receipts and explanations survive, and are read', () => {
  const summary = desk.look().grids.find((grid) => grid.name === SHEETS.summary);
  const layout = summary && findSummaryLayout(summary);
  desk.write(SHEETS.summary, layout?.rows.get('KT03') ?? 0, layout?.columns.get('note') ?? 0, 'Đã gọi Sở Công Thương');
  const received = tableOf(TABLES.submissions);
  desk.write(SHEETS.submissions, received.area.top + 1, columnsOf(TABLES.submissions, 'Ngày nhận'), 45367);
  const own = ownOf(desk);
  expect([...own.notes]).toEqual([['KT03', 'Đã gọi Sở Công Thương']]);
  expect(own.receipts.map((receipt) => receipt.receivedOn)).toEqual(['2024-03-16']);
  const again = planMonth(desk, 2, readings, NOW);
  expect(changedCells(again.plans).filter((cell) => cell.startsWith(SHEETS.summary))).toEqual([]);
  desk.apply(again.plans);
  expect([...ownOf(desk).notes]).toEqual([['KT03', 'Đã gọi Sở Công Thương']]);
  expect(planMonth(desk, 2, readings, NOW).plans).toEqual([]);
});

test('rows that the analyst sorted are found by their keys', () => {
  const { grids, tables, names } = desk.look();
  const area = tableOf(TABLES.facts).area;
  const count = area.bottom - area.top;
  fc.assert(
    fc.property(fc.shuffledSubarray(Array.from({ length: count }, (_, row) => row), { minLength: count, maxLength: count }), (order) => {
      const shuffled = grids.map((grid) => (grid.name === SHEETS.facts ? reordered(grid, area.top + 1, order) : grid));
      const seen: Desk = { ...desk, look: () => ({ grids: shuffled, tables, names }) };
      expect(planMonth(seen, 2, readings, NOW).plans).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

function reordered(grid: Grid, top: number, order: readonly number[]): Grid {
  const first = top - grid.origin.row;
  return { ...grid, cells: grid.cells.map((row, at) => (at < first || at >= first + order.length ? row : grid.cells[first + (order[at - first] ?? 0)] ?? row)) };
}

test('a figure that is gone from its report is kept, unused, and says so; it does not come up again', async () => {
  const gone = readings.map((reading) => (reading.report?.unit === 'SCT' ? { ...reading, report: { ...reading.report, rows: [] } } : reading));
  const other = await openDesk();
  other.apply(planMonth(other, 2, readings, NOW).plans);
  const { plans } = planMonth(other, 2, gone, NOW);
  const written = plans.find((plan) => plan.sheet === SHEETS.facts)?.blocks.flatMap((block) => block.rows.flat());
  expect(written).toEqual(expect.arrayContaining([0, 'không còn trong báo cáo']));
  other.apply(plans);
  expect(ownOf(other).facts.some((fact) => fact.unit === 'SCT' && fact.indicator === 'KT03')).toBe(false);
  expect(changedCells(planMonth(other, 2, gone, NOW).plans)).toEqual([]);
});

describe('a faulty edit in Danh mục is a fault with its cell, and the programme stays in force', () => {
  const cases: readonly (readonly [table: string, header: string, row: number, value: CellValue, problem: string])[] = [
    [TABLES.indicators, 'Mục tiêu', 3, 'nhiều', 'badValue'],
    [TABLES.indicators, 'Loại', 2, 'gì đó', 'badValue'],
    [TABLES.indicators, 'Mã', 2, 'KT01', 'duplicateCode'],
    [TABLES.indicators, 'Thuộc', 1, 'KT01', 'circularParent'],
    [TABLES.indicators, 'Cận dưới', 1, 99, 'minAboveMax'],
    [TABLES.assignments, 'Mã đơn vị', 3, 'KHONGCO', 'unknownUnit'],
    [TABLES.assignments, 'Kỳ hạn', 3, 'tuần', 'badValue'],
    [TABLES.holidays, 'Ngày nghỉ', 1, 'mai', 'badValue'],
    [TABLES.denominators, 'Giá trị', 1, -4, 'badValue'],
  ];
  test.each(cases)('%s %s row %i = %s', (table, header, offset, value, problem) => {
    const at = tableOf(table);
    const row = at.area.top + offset;
    const column = columnsOf(table, header);
    const before = desk.value(at.sheet, row, column);
    desk.write(at.sheet, row, column, value);
    const { faults, catalogue } = ownOf(desk);
    desk.write(at.sheet, row, column, before);
    expect(faults.map((fault) => fault.problem)).toContain(problem);
    const fault = faults.find((each) => each.problem === problem);
    expect(fault?.cell).toMatch(/^[A-Z]+\d+$/);
    expect(catalogue.indicators.find((indicator) => indicator.code === 'KT03')?.target).toEqual({ kind: 'number', value: 1870 });
    expect(ownOf(desk).faults).toEqual([]);
  });

  test('a good edit is in force at once', () => {
    const row = tableOf(TABLES.indicators).area.top + 3;
    const column = columnsOf(TABLES.indicators, 'Mục tiêu');
    desk.write(SHEETS.catalogue, row, column, 2000);
    expect(ownOf(desk).catalogue.indicators[2]?.target).toEqual({ kind: 'number', value: 2000 });
    desk.write(SHEETS.catalogue, row, column, 1870);
  });
});

test('text from files is planned as text and never as a formula', async () => {
  const june = await booksOf(6, ownOf(desk));
  const other = await openDesk();
  const { plans } = planMonth(other, 6, june, NOW);
  const texts = plans.flatMap((plan) => plan.blocks.flatMap((block) => block.rows.flat()));
  const formulas = texts.flatMap((cell) => (cell !== null && typeof cell === 'object' ? [cell.formula] : []));
  expect(texts).toContain("=cmd|' /C calc'!A0");
  expect(formulas.some((formula) => formula.includes('cmd'))).toBe(false);
});

test('a sheet that is called Tổng hợp and is the analyst\'s own is left alone', async () => {
  const other = await openDesk();
  const sheet = other.model.sheets[0];
  if (sheet) sheet.name = SHEETS.summary;
  other.write(SHEETS.summary, 0, 0, 'Của tôi');
  other.apply(planMonth(other, 2, readings, NOW).plans);
  expect(other.value(SHEETS.summary, 0, 0)).toBe('Của tôi');
  expect(cellAt(other.look().grids.find((grid) => grid.name === 'Tổng hợp (2)') ?? { name: '', origin: { row: 0, column: 0 }, cells: [], merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false }, 0, 0)?.content).toEqual({ kind: 'text', value: 'UBND TỈNH KHÁNH HÒA' });
  expect(planMonth(other, 2, readings, NOW).plans).toEqual([]);
});
