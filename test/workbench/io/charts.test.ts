import { strFromU8, unzipSync } from 'fflate';
import { newAxis, newLabels, newSeries, type ChartDrawing, type ChartModel } from '../../../src/workbench/model/charts';
import { openXlsx } from '../../../src/workbench/io/open';
import { saveXlsx } from '../../../src/workbench/io/save';
import { addSheet, createWorkbook, setValue } from '../../../src/workbench/model/workbook';
import type { WorkbookModel } from '../../../src/workbench/model/types';

const REFERENCE = "='Biểu đồ'!";

/** A chart that says everything that a chart can say here. */
function drawing(type: ChartDrawing['type']): ChartDrawing {
  const line = type.startsWith('Line');
  return {
    type,
    title: { text: 'So với kế hoạch năm (%)', formula: null, visible: true, overlay: false, font: { size: 12, bold: true } },
    legend: { visible: true, position: 'Top', overlay: false, font: { size: 8 } },
    categoryAxis: { ...newAxis(false), reversed: true, labelPosition: 'Low', font: { size: 8, color: '#333333' } },
    valueAxis: { ...newAxis(true), minimum: 0, maximum: 120, majorUnit: 20, numberFormat: '#,##0', title: { text: '% kế hoạch', visible: true, font: {} }, gridlines: { visible: true, line: { style: 'Continuous', color: '#D9D9D9', weight: 0.5 } } },
    displayBlanksAs: 'NotPlotted', plotVisibleOnly: false,
    series: [
      {
        ...newSeries(type, 'Thực hiện'), values: `${REFERENCE}$B$2:$B$4`, categories: `${REFERENCE}$A$2:$A$4`, fill: line ? null : '#0F5A43',
        line: { style: 'Dash', color: '#0B4A78', weight: 2.25 }, labels: { ...newLabels(), numberFormat: '0.0;-0.0;;', position: line ? 'Top' : 'InsideEnd', font: { size: 8 } },
        ...(line ? { marker: { style: 'Diamond' as const, size: 9, background: '#FFFFFF', foreground: '#0B4A78' } } : { gapWidth: 40, overlap: 100 }),
      },
      {
        ...newSeries(type, 'Kỳ vọng & khác'), values: `${REFERENCE}$C$2:$C$4`, categories: `${REFERENCE}$A$2:$A$4`, fill: line ? null : 'none', line: { style: line ? 'None' : 'Continuous', color: line ? null : '#000000', weight: line ? null : 1.5 },
        ...(line ? { marker: { style: 'X' as const, size: 7, background: null, foreground: '#000000' } } : { gapWidth: 40, overlap: 100 }),
      },
    ],
  };
}

function book(charts: readonly Omit<ChartModel, 'id'>[]): WorkbookModel {
  const model = createWorkbook('Sổ.xlsx', ['Biểu đồ']);
  const [sheet] = model.sheets;
  if (sheet === undefined) throw new Error('sheet');
  [['', 'a', 'b'], ['KT01', 50, 55], ['KT02', 30, 60], ['KT03', 90, 70]].forEach((row, r) => row.forEach((value, c) => setValue(sheet, r, c, value)));
  sheet.charts = charts.map((chart, n) => ({ id: String(n), ...chart }));
  return model;
}

const place = { from: { row: 5, col: 1, down: 0, right: 0 }, to: { row: 20, col: 8, down: 7.5, right: 12 } };
const chart = (name: string, type: ChartDrawing['type']): Omit<ChartModel, 'id'> => ({ name, ...place, drawing: drawing(type) });
const again = async (model: WorkbookModel): Promise<WorkbookModel> => openXlsx(await saveXlsx(model));
const chartsOf = (model: WorkbookModel): ChartModel[] => model.sheets.flatMap((sheet) => sheet.charts);

test.each(['BarClustered', 'ColumnStacked', 'LineMarkers'] as const)('a chart of %s is saved and opened with all that it says', async (type) => {
  const [read] = chartsOf(await again(book([chart('CT_Hinh & 1', type)])));
  expect(read).toMatchObject({ name: 'CT_Hinh & 1', ...place });
  const { series, ...rest } = drawing(type);
  expect(read?.drawing).toMatchObject(rest);
  expect(read?.drawing?.series).toEqual(series);
});

test('a title that follows a cell keeps following it', async () => {
  const one = chart('A', 'LineMarkers');
  if (one.drawing) one.drawing.title = { ...one.drawing.title, text: '', formula: "='Biểu đồ'!$A$2" };
  const [read] = chartsOf(await again(book([one])));
  expect(read?.drawing?.title).toMatchObject({ formula: "='Biểu đồ'!$A$2", visible: true });
});

test('twice saved is the same; what was not touched keeps its bytes', async () => {
  const bytes = await saveXlsx(book([chart('A', 'BarClustered'), chart('B', 'LineMarkers')]));
  const opened = await openXlsx(bytes);
  const second = await saveXlsx(opened);
  const part = (file: Uint8Array, n: number): string => strFromU8(unzipSync(file)[`xl/charts/chart${n}.xml`] ?? new Uint8Array());
  expect([part(second, 1), part(second, 2)]).toEqual([part(bytes, 1), part(bytes, 2)]);
  expect(chartsOf(await openXlsx(second)).map(({ name }) => name)).toEqual(['A', 'B']);
});

test('of three charts of a file one is changed, one deleted, one left; a new one comes', async () => {
  const opened = await again(book([chart('A', 'BarClustered'), chart('B', 'LineMarkers'), chart('C', 'ColumnStacked')]));
  const [sheet] = opened.sheets;
  if (sheet === undefined) throw new Error('sheet');
  sheet.charts = sheet.charts.filter(({ name }) => name !== 'B');
  const [first] = sheet.charts;
  if (first?.drawing) first.drawing.title.text = 'Đổi tên';
  sheet.charts.push({ id: '9', ...chart('D', 'LineMarkers') });
  addSheet(opened, 'Khác');
  const after = chartsOf(await again(opened));
  expect(after.map(({ name, drawing: inside }) => `${name} ${inside?.type} ${inside?.title.text}`).sort()).toEqual([
    'A BarClustered Đổi tên', 'C ColumnStacked So với kế hoạch năm (%)', 'D LineMarkers So với kế hoạch năm (%)',
  ]);
});
