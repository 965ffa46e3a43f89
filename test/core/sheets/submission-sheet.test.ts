import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { lateRun } from '../../../src/core/deadlines/runs';
import { monthCounts } from '../../../src/core/deadlines/month-counts';
import type { Submission } from '../../../src/core/deadlines/types';
import { SHEETS, TABLES } from '../../../src/core/sheets/names';
import { planReceipts } from '../../../src/core/sheets/plan-receipts';
import { serialOf } from '../../../src/core/sheets/serial';
import { MATRIX, MATRIX_HEAD, monthHeader } from '../../../src/core/sheets/submission-matrix';
import { RECEIVED_ON, SUBMISSION } from '../../../src/core/sheets/submission-table';
import { findStored, textOf, type StoredTable } from '../../../src/core/sheets/table';
import { TIMELINESS_MARKS, TIMELINESS_WORDS } from '../../../src/core/sheets/words';
import type { BookReading } from '../../../src/core/report/types';
import { openDesk, type Desk } from './desk';
import { booksOf, ownOf, planMonth, type Written } from './month';

jest.setTimeout(120_000);

function tableOf(desk: Desk, name: string): StoredTable {
  const { tables, grids } = desk.look();
  const table = findStored(name, tables, grids);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

const rowOf = (table: StoredTable, unit: string, month?: number) => table.rows.find((row) => textOf(row.at('Mã đơn vị')) === unit && (month === undefined || textOf(row.at('Tháng')) === String(month)));

/** Types a day of receipt, as the analyst does, and lets the sheet calculate. */
function type(desk: Desk, unit: string, month: number, day: string | number): void {
  const table = tableOf(desk, TABLES.submissions);
  desk.write(table.sheet, rowOf(table, unit, month)?.row ?? -1, table.columnOf(RECEIVED_ON) ?? -1, typeof day === 'number' || day.includes('/') ? day : serialOf(day));
  desk.recalculate();
}

const stateIn = (desk: Desk, unit: string, month: number): string => textOf(rowOf(tableOf(desk, TABLES.submissions), unit, month)?.at(SUBMISSION.state) ?? null);
const markIn = (desk: Desk, unit: string, month: number): string => textOf(rowOf(tableOf(desk, TABLES.submissionMatrix), unit)?.at(monthHeader(month)) ?? null);

/** What would be written into the sheet. */
const onSheet = ({ plans }: Written) => plans.filter((plan) => plan.sheet === SHEETS.submissions);

/** Everything in which the sheet says another thing than the add-in. */
function differences(desk: Desk, submissions: readonly Submission[], month: number): readonly string[] {
  const matrix = tableOf(desk, TABLES.submissionMatrix);
  const counts = monthCounts(submissions);
  const above = (at: number, line: number): unknown => desk.value(matrix.sheet, matrix.area.top - MATRIX_HEAD + 2 + line, matrix.columnOf(monthHeader(at)) ?? -1);
  return [
    ...submissions.flatMap(({ unit, period, state }) => {
      const shown = [stateIn(desk, unit, period.month), markIn(desk, unit, period.month)].join();
      return shown === [TIMELINESS_WORDS[state], TIMELINESS_MARKS[state]].join() ? [] : [`${unit} ${period.month}: ${shown}, computed ${state}`];
    }),
    ...matrix.rows.flatMap((row) => {
      const unit = textOf(row.at(MATRIX.unit));
      const run = lateRun(submissions, unit, { year: 2024, month }).length;
      return textOf(row.at(MATRIX.run)) === String(run) ? [] : [`${unit} running: ${textOf(row.at(MATRIX.run))}, computed ${run}`];
    }),
    ...counts.flatMap(({ period, expected, states }) => {
      const computed = [expected, states.onTimeClean, states.onTimeWithErrors, states.late, states.missing, states.receivedUnknownDate];
      const shown = computed.map((_, line) => above(period.month, line));
      return JSON.stringify(shown) === JSON.stringify(computed) ? [] : [`${period.month}: ${JSON.stringify(shown)}, computed ${JSON.stringify(computed)}`];
    }),
  ];
}

describe('months after each other in one workbook', () => {
  let desk: Desk;
  const readings = new Map<number, BookReading[]>();
  beforeAll(async () => {
    desk = await openDesk();
    for (const month of [2, 3, 4, 5, 6]) readings.set(month, await booksOf(month, ownOf(desk)));
    desk.apply(planMonth(desk, 4, [2, 3, 4].flatMap((month) => readings.get(month) ?? [])).plans);
  });

  test('every unit has a row for every month up to the report month, and a row of the matrix', () => {
    const { units } = programme2024();
    const table = tableOf(desk, TABLES.submissions);
    expect(table.rows).toHaveLength(units.length * 3);
    expect(tableOf(desk, TABLES.submissionMatrix).rows).toHaveLength(units.length);
    expect(table.sheet).toBe(SHEETS.submissions);
  });

  test('what Excel computes is what the add-in computed', () => {
    const { outcome } = planMonth(desk, 4, []);
    expect(differences(desk, outcome.submissions, 4)).toEqual([]);
    expect(onSheet(planMonth(desk, 4, []))).toEqual([]);
  });

  test('a date that is typed changes state, matrix and counts at once, and the next run agrees', () => {
    const [unit = ''] = ownOf(desk).facts.filter((fact) => fact.period.month === 4).map((fact) => fact.unit);
    expect(markIn(desk, unit, 4)).toBe('? đã nhận');
    type(desk, unit, 4, '2024-04-19');
    expect([stateIn(desk, unit, 4), markIn(desk, unit, 4)]).toEqual(['trễ', '▼ trễ']);
    type(desk, unit, 4, serialOf('2024-04-17') + 0.7);
    expect(markIn(desk, unit, 4)).toMatch(/^[✔●]/u);
    type(desk, unit, 3, '2024-03-19');
    const { outcome } = planMonth(desk, 4, []);
    expect(differences(desk, outcome.submissions, 4)).toEqual([]);
    type(desk, unit, 4, '19/04/2024');
    const written = planMonth(desk, 4, []);
    desk.apply(written.plans);
    expect(stateIn(desk, unit, 4)).toBe('trễ');
    expect(textOf(rowOf(tableOf(desk, TABLES.submissionMatrix), unit)?.at(MATRIX.run) ?? null)).toBe('2');
    expect(differences(desk, written.outcome.submissions, 4)).toEqual([]);
    expect(onSheet(planMonth(desk, 4, []))).toEqual([]);
  });

  test('the next months come below, and what was counted of a report stays when it is not read again', () => {
    const written = planMonth(desk, 6, [...(readings.get(5) ?? []), ...(readings.get(6) ?? [])]);
    desk.apply(written.plans);
    expect(differences(desk, written.outcome.submissions, 6)).toEqual([]);
    expect(tableOf(desk, TABLES.submissions).rows).toHaveLength(programme2024().units.length * 5);
    expect(onSheet(planMonth(desk, 6, readings.get(6) ?? []))).toEqual([]);
    const { outcome, ...again } = planMonth(desk, 6, []);
    expect(outcome.submissions).toEqual(written.outcome.submissions);
    expect(outcome.submissions.some((row) => row.period.month === 6 && row.errors > 0)).toBe(true);
    expect(onSheet({ outcome, ...again })).toEqual([]);
  });

  test('a date from the pane goes into its row; a month that is not there yet gets one', () => {
    const { outcome } = planMonth(desk, 6, []);
    const known = outcome.submissions.find((row) => row.period.month === 6 && row.receivedOn === null);
    if (!known) throw new Error('no row');
    const later: Submission = { ...known, period: { year: 2024, month: 7 }, deadline: '2024-07-17' };
    const { tables, grids } = desk.look();
    const index = indexCatalogue(programme2024());
    const plan = (receivedOn: string | null) => planReceipts({ index, existing: desk.look().grids, tables: desk.look().tables, entries: [{ submission: known, receivedOn }, { submission: later, receivedOn: '2024-07-16' }] });
    expect(planReceipts({ index, existing: grids, tables: tables.filter((table) => table.name !== TABLES.submissions), entries: [] })).toBeNull();
    const cells = plan('2024-06-14')?.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flat())) ?? [];
    expect(cells).toEqual(expect.arrayContaining([serialOf('2024-06-14'), serialOf('2024-07-16')]));
    desk.apply(plan('2024-06-14') ?? []);
    expect(ownOf(desk).receipts).toEqual(expect.arrayContaining([{ unit: known.unit, period: known.period, receivedOn: '2024-06-14' }, { unit: known.unit, period: later.period, receivedOn: '2024-07-16' }]));
    expect(plan('2024-06-14')).toEqual([]);
    desk.apply(plan(null) ?? []);
    expect(ownOf(desk).receipts.some((receipt) => receipt.unit === known.unit && receipt.period.month === 6)).toBe(false);
  });
});

test('a workbook that begins with June calls nobody missing in the months before', async () => {
  const desk = await openDesk();
  const { plans, outcome } = planMonth(desk, 6, await booksOf(6, ownOf(desk)));
  desk.apply(plans);
  expect(new Set(outcome.submissions.filter((row) => row.period.month < 6).map((row) => row.state))).toEqual(new Set(['notTracked']));
  expect(differences(desk, outcome.submissions, 6)).toEqual([]);
});

test('beside a table that stood alone the matrix comes to its right', async () => {
  const desk = await openDesk();
  const readings = await booksOf(2, ownOf(desk));
  const { plans } = planMonth(desk, 2, readings);
  const sheet = plans.find((plan) => plan.sheet === SHEETS.submissions);
  const table = sheet?.tables.find(({ name }) => name === TABLES.submissions);
  if (!sheet || !table) throw new Error('no plan');
  const moved = table.area.left;
  const alone = {
    ...sheet, tables: [{ ...table, area: { ...table.area, left: 0, right: table.area.right - moved, top: 0, bottom: table.area.bottom - table.area.top } }],
    blocks: sheet.blocks.filter((block) => block.left >= moved).map((block) => ({ ...block, left: block.left - moved, top: block.top - table.area.top })),
  };
  desk.apply(plans.map((plan) => (plan === sheet ? alone : plan)));
  const again = planMonth(desk, 2, readings);
  desk.apply(again.plans);
  const matrix = tableOf(desk, TABLES.submissionMatrix);
  expect([matrix.area.left > tableOf(desk, TABLES.submissions).area.right, matrix.area.top]).toEqual([true, MATRIX_HEAD]);
  expect(differences(desk, again.outcome.submissions, 2)).toEqual([]);
  expect(planMonth(desk, 2, readings).plans).toEqual([]);
});
