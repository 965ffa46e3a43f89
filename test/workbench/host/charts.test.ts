import { createWorkbook, setValue, addSheet } from '../../../src/workbench/model/workbook';
import type { WorkbookModel } from '../../../src/workbench/model/types';
import { openExcel } from '../../excel/world';
import type { Headless } from '../../../src/workbench/host/headless';

let excel: Headless;
let model: WorkbookModel;
beforeEach(async () => {
  model = createWorkbook('Sổ.xlsx', ['Hình', 'Số liệu']);
  const [sheet] = model.sheets;
  if (sheet === undefined) throw new Error('sheet');
  ['T1', 'T2', 'T3'].forEach((month, n) => {
    setValue(sheet, n, 0, month);
    setValue(sheet, n, 1, (n + 1) * 10);
    setValue(sheet, n, 2, (n + 1) * 20);
  });
  setValue(sheet, 5, 0, 'Tiêu đề');
  excel = await openExcel(model);
});
afterEach(() => excel.dispose());

async function add(): Promise<void> {
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Hình');
    const chart = sheet.charts.add('LineMarkers', sheet.getRange('B1:B3'), 'Columns');
    chart.name = 'Một';
    chart.setPosition('E2', 'H11');
    chart.title.setFormula("='Hình'!$A$6");
    const second = chart.series.add('Kế hoạch');
    second.setValues(sheet.getRange('C1:C3'));
    second.setXAxisValues(sheet.getRange('A1:A3'));
    await context.sync();
  });
}

const only = () => {
  const chart = model.sheets[0]?.charts[0];
  if (chart?.drawing === null || chart?.drawing === undefined) throw new Error('no chart');
  return { chart, drawing: chart.drawing };
};

/** The code of the refusal, or "done". */
async function refusalOf(batch: (sheet: Excel.Worksheet) => void): Promise<string> {
  try {
    await excel.run(async (context) => {
      batch(context.workbook.worksheets.getItem('Hình'));
      await context.sync();
    });
    return 'done';
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
  }
}

test('a chart is made of numbers, then led to its cells; a title follows a cell', async () => {
  await add();
  const { drawing } = only();
  expect(drawing.series.map(({ name, values, categories }) => [name, values, categories])).toEqual([
    ['Series1', '=Hình!$B$1:$B$3', null], ['Kế hoạch', '=Hình!$C$1:$C$3', '=Hình!$A$1:$A$3'],
  ]);
  await excel.run(async (context) => {
    const charts = context.workbook.worksheets.getItem('Hình').charts;
    charts.load('count,items/name,items/left,items/top,items/width,items/height,items/title/text');
    await context.sync();
    expect(charts.count).toBe(1);
    const [chart] = charts.items;
    expect([chart?.name, chart?.title.text, chart?.left, chart?.top, chart?.width, chart?.height]).toEqual(['Một', 'Tiêu đề', 4 * 48, 15, 4 * 48, 150]);
  });
});

test('it stands over its cells: it moves with rows, grows with them, and follows a renamed sheet', async () => {
  await add();
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Hình');
    sheet.getRange('1:1').insert('Down');
    sheet.getRange('6:7').insert('Down');
    sheet.name = 'Biểu đồ';
    await context.sync();
  });
  const { chart, drawing } = only();
  expect([chart.from.row, chart.to.row]).toEqual([2, 14]);
  expect(drawing.series.map(({ values }) => values)).toEqual(["='Biểu đồ'!$B$2:$B$4", "='Biểu đồ'!$C$2:$C$4"]);
  expect(drawing.title.formula).toBe("='Biểu đồ'!$A$9");
});

test('size and place can be set in points', async () => {
  await add();
  await excel.run(async (context) => {
    const chart = context.workbook.worksheets.getItem('Hình').charts.getItem('Một');
    chart.left = 100;
    chart.width = 200;
    chart.load('left,width,top,height');
    await context.sync();
    expect([chart.left, chart.width, chart.top, chart.height]).toEqual([100, 200, 15, 150]);
  });
  expect(only().chart.from).toMatchObject({ col: 2, right: 4 });
});

test.each<readonly [name: string, batch: (sheet: Excel.Worksheet) => void, code: string]>([
  ['a missing chart', (sheet) => sheet.charts.getItem('Không có').delete(), 'ItemNotFound'],
  ['a series of a block', (sheet) => sheet.charts.getItem('Một').series.getItemAt(0).setValues(sheet.getRange('A1:B3')), 'InvalidArgument'],
  ['a series that is not there', (sheet) => sheet.charts.getItem('Một').series.getItemAt(7).delete(), 'InvalidArgument'],
  ['a marker of no size', (sheet) => (sheet.charts.getItem('Một').series.getItemAt(0).markerSize = 1), 'InvalidArgument'],
  ['a gap between lines', (sheet) => (sheet.charts.getItem('Một').series.getItemAt(0).gapWidth = 50), 'InvalidOperation'],
  ['a title that follows words', (sheet) => sheet.charts.getItem('Một').title.setFormula('Hình'), 'InvalidArgument'],
  ['an upside-down place', (sheet) => sheet.charts.getItem('Một').setPosition('H9', 'B2'), 'InvalidArgument'],
  ['a chart of texts, which Excel would have to guess at', (sheet) => sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3')), 'ApiNotFound'],
  ['a kind that is not drawn', (sheet) => sheet.charts.add('Pie', sheet.getRange('B1:B3')), 'InvalidArgument'],
  ['a member that nobody needs yet', (sheet) => (sheet.charts.getItem('Một').style = 3), 'ApiNotFound'],
])('refused by name: %s', async (_name, batch, code) => {
  await add();
  expect(await refusalOf(batch)).toBe(code);
});

test('a protected sheet keeps its charts', async () => {
  await add();
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem('Hình').protection.protect();
    await context.sync();
  });
  expect(await refusalOf((sheet) => sheet.charts.getItem('Một').delete())).toBe('AccessDenied');
  expect(await refusalOf((sheet) => sheet.charts.add('Line', sheet.getRange('B1:B3')))).toBe('AccessDenied');
});

test('charts of a deleted sheet go with it; what pointed to it is lost', async () => {
  await add();
  addSheet(model, 'Khác');
  await excel.run(async (context) => {
    const source = context.workbook.worksheets.getItem('Số liệu');
    source.getRange('A1:A2').values = [[1], [2]];
    context.workbook.worksheets.getItem('Hình').charts.getItem('Một').series.getItemAt(0).setValues(source.getRange('A1:A2'));
    source.delete();
    await context.sync();
  });
  expect(only().drawing.series[0]?.values).toBe('=#REF!');
});
