import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { SHEETS, TABLES } from '../../../src/core/sheets/names';
import { findSummaryLayout } from '../../../src/core/sheets/summary-columns';
import { STATE_WORDS } from '../../../src/core/sheets/words';
import { openDesk, type Desk } from './desk';
import { booksOf, ownOf, planMonth, type Written } from './month';

jest.setTimeout(120_000);

function summaryValue(desk: Desk, code: string, key: Parameters<typeof columnOf>[1]): unknown {
  return desk.value(SHEETS.summary, rowOf(desk, code), columnOf(desk, key));
}

function layoutOf(desk: Desk) {
  const layout = findSummaryLayout(desk.look().grids.find((grid) => grid.name === SHEETS.summary) ?? { name: '', origin: { row: 0, column: 0 }, cells: [], merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false });
  if (!layout) throw new Error('no layout');
  return layout;
}
const rowOf = (desk: Desk, code: string): number => layoutOf(desk).rows.get(code) ?? -1;
const columnOf = (desk: Desk, key: 'month' | 'cumulative' | 'state' | 'note' | 'remark' | 'asOf' | 'coverage'): number => layoutOf(desk).columns.get(key) ?? -1;

/** Every difference between what Excel computes and what was computed. */
function differences(desk: Desk, { plans }: Written): string[] {
  return plans.flatMap((plan) =>
    plan.readBack.flatMap(({ row, column, indicator, heading, computed }) => {
      const excel = desk.value(plan.sheet, row, column);
      const shown = excel === '' ? null : excel;
      const same = typeof shown === 'number' && computed !== null ? Math.abs(shown - computed) <= 1e-9 * Math.max(1e-3, Math.abs(computed)) : shown === computed;
      return same ? [] : [`${indicator} ${heading}: Excel ${JSON.stringify(excel)}, computed ${computed}`];
    }),
  );
}

function wrongStates(desk: Desk, { outcome }: Written): string[] {
  return outcome.assessments.flatMap(({ indicator, state }) => {
    const shown = summaryValue(desk, indicator, 'state');
    return shown === STATE_WORDS[state] ? [] : [`${indicator}: ${String(shown)}, computed ${state}`];
  });
}

describe('the written workbook computes what the add-in computed', () => {
  let desk: Desk;
  let written: Written;
  beforeAll(async () => {
    desk = await openDesk();
    const readings = [];
    for (const month of [2, 3, 4, 5, 6]) readings.push(...(await booksOf(month, ownOf(desk))));
    written = planMonth(desk, 6, readings);
    desk.apply(written.plans);
  });

  test('every figure of June, from the table of facts', () => {
    expect(written.plans[0]?.readBack.length).toBeGreaterThan(300);
    expect(differences(desk, written)).toEqual([]);
    expect(wrongStates(desk, written)).toEqual([]);
  });

  test('"tạm tính" and the heading follow the missing parts', () => {
    const provisional = written.outcome.consolidation.figures.filter((figure) => String(summaryValue(desk, figure.indicator, 'remark')).startsWith('tạm tính')).map((figure) => figure.indicator);
    expect(provisional).toEqual(written.outcome.consolidation.figures.filter((figure) => figure.provisional).map((figure) => figure.indicator));
    expect(provisional).toContain('XH07');
    expect(desk.value(SHEETS.summary, 5, 0)).toBe('Số liệu tạm tính');
    expect(desk.value(SHEETS.summary, 4, 0)).toBe('Kỳ báo cáo: tháng 6/2024');
  });

  test('facts, receipts and the month are read back as they were', () => {
    const own = ownOf(desk);
    expect(own.faults).toEqual([]);
    expect(own.reportPeriod).toEqual({ year: 2024, month: 6 });
    expect(own.facts).toEqual(written.outcome.consolidation.facts);
    expect(own.catalogue).toEqual(indexCatalogue(own.catalogue).catalogue);
  });

  test('the same inputs once more change nothing, even later', async () => {
    const readings = [];
    for (const month of [2, 3, 4, 5, 6]) readings.push(...(await booksOf(month, ownOf(desk))));
    expect(planMonth(desk, 6, readings, '2024-07-01T00:00:00+07:00').plans).toEqual([]);
  });

  test.each([5, 4, 3, 2])('moving the report month to %i moves every formula', async (month) => {
    const readings = await booksOf(month, ownOf(desk));
    const before = planMonth(desk, month, readings);
    desk.apply(before.plans);
    expect(differences(desk, before)).toEqual([]);
    expect(wrongStates(desk, before)).toEqual([]);
    expect(before.plans[0]?.blocks.map((block) => block.rows.flat().length).reduce((sum, cells) => sum + cells, 0)).toBeLessThanOrEqual(2);
  });

  test('a fact corrected by hand and one that is held move the sums', () => {
    desk.write(SHEETS.summary, 6, 3, 6);
    const facts = desk.look().tables.find((table) => table.name === TABLES.facts);
    const row = written.outcome.consolidation.facts.findIndex((fact) => fact.indicator === 'XH02' && fact.period.month === 6 && fact.role === 'part' && fact.used);
    const fact = written.outcome.consolidation.facts[row];
    if (!facts || !fact) throw new Error('no such fact');
    desk.recalculate();
    const before = Number(summaryValue(desk, 'XH02', 'cumulative'));
    const at = facts.area.top + 1 + row;
    desk.write(facts.sheet, at, facts.headers.indexOf('Lũy kế'), (fact.cumulative ?? 0) + 10);
    desk.recalculate();
    expect(summaryValue(desk, 'XH02', 'cumulative')).toBe(before + 10);
    desk.write(facts.sheet, at, facts.headers.indexOf('Dùng'), 0);
    desk.recalculate();
    expect(summaryValue(desk, 'XH02', 'cumulative')).toBe(before - (fact.cumulative ?? 0));
    desk.write(facts.sheet, at, facts.headers.indexOf('Dùng'), 1);
    desk.write(facts.sheet, at, facts.headers.indexOf('Lũy kế'), fact.cumulative);
  });
});
