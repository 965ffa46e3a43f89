import { drawCharts } from '../../src/commands/charts';
import { takeBackWrite } from '../../src/commands/take-back-write';
import { SHEETS } from '../../src/core/sheets/names';
import { applyPlans } from '../../src/excel/apply';
import type { Headless } from '../../src/workbench/host/headless';
import { createWorkbook } from '../../src/workbench/model/workbook';
import { openDesk } from '../core/sheets/desk';
import { booksOf, ownOf, planMonth } from '../core/sheets/month';
import { inExcel, openExcel, sheetOf } from '../excel/world';

jest.setTimeout(120_000);

let excel: Headless;
beforeAll(async () => {
  excel = await openExcel(createWorkbook('Sổ.xlsx', ['Trang1']));
  const desk = await openDesk();
  const own = ownOf(desk);
  const { plans } = planMonth(desk, 6, [...(await booksOf(5, own)), ...(await booksOf(6, own))]);
  const written = await applyPlans(plans);
  if (!written.ok) throw new Error(JSON.stringify(written.refusal));
  expect(written.value.roundTrips).toBe(3);
});
afterAll(() => excel.dispose());

const chartNames = (): string[] => sheetOf(excel, SHEETS.charts).charts.map((chart) => chart.name);

test('the first consolidation makes the charts: titles follow cells, series their ranges', async () => {
  expect(chartNames()).toEqual(['CT_SoVoiKeHoach', 'CT_DienBien', 'CT_NopDungHan']);
  await excel.run(async (context) => {
    const chart = context.workbook.worksheets.getItem(SHEETS.charts).charts.getItem('CT_DienBien');
    chart.load('name,title/text,left,top,width,height');
    chart.series.load('items/name,items/markerStyle');
    const values = chart.series.getItemAt(1).getDimensionValues('Values');
    const months = chart.series.getItemAt(1).getDimensionValues('Categories');
    await context.sync();
    expect(chart.title.text).toMatch(/năm 2024$/);
    expect(chart.width).toBeGreaterThan(300);
    expect(chart.series.items.map(({ name }) => name)).toContain('Kế hoạch theo tháng');
    expect(months.value).toEqual(Array.from({ length: 12 }, (_, n) => `T${n + 1}`));
    expect(values.value.filter((value) => typeof value === 'number')).not.toEqual([]);
  });
});

test('asked again, nothing is written', async () => {
  expect(await drawCharts()).toEqual({ kind: 'there', sheet: SHEETS.charts });
});

test('a chart that was deleted comes back when asked, and goes again when that is taken back', async () => {
  await inExcel(excel, (workbook) => workbook.worksheets.getItem(SHEETS.charts).charts.getItem('CT_DienBien').delete());
  const outcome = await drawCharts();
  expect(outcome).toMatchObject({ kind: 'drawn', sheet: SHEETS.charts, charts: 1 });
  expect(chartNames().sort()).toEqual(['CT_DienBien', 'CT_NopDungHan', 'CT_SoVoiKeHoach']);
  if (outcome.kind !== 'drawn') return;
  expect(outcome.receipt.createdCharts).toEqual([{ sheet: SHEETS.charts, name: 'CT_DienBien' }]);
  expect(await takeBackWrite(outcome.receipt)).toMatchObject({ kind: 'takenBack' });
  expect(chartNames().sort()).toEqual(['CT_NopDungHan', 'CT_SoVoiKeHoach']);
});

test('where the cells behind a chart were moved, the charts come on a sheet of their own', async () => {
  await inExcel(excel, (workbook) => workbook.worksheets.getItem(SHEETS.charts).getRange('5:5').insert('Down'));
  expect(await drawCharts()).toMatchObject({ kind: 'drawn', sheet: `${SHEETS.charts} (2)`, charts: 3 });
});

test('a deleted sheet is made anew when asked', async () => {
  await inExcel(excel, (workbook) => workbook.worksheets.getItem(SHEETS.charts).delete());
  expect(await drawCharts()).toMatchObject({ kind: 'drawn', sheet: SHEETS.charts, charts: 3 });
  expect(chartNames()).toHaveLength(3);
});

test('a workbook without a consolidation has nothing to draw', async () => {
  const model = excel.host.model;
  const { sheets } = model;
  model.sheets = sheets.filter(({ name }) => name !== SHEETS.summary);
  expect(await drawCharts()).toEqual({ kind: 'noTables' });
  model.sheets = sheets;
});
