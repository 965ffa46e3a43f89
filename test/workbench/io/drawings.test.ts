import { Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { strFromU8, unzipSync } from 'fflate';
import { openXlsx } from '../../../src/workbench/io/open';
import { saveXlsx } from '../../../src/workbench/io/save';
import { addSheet, cellAt, setValue } from '../../../src/workbench/model/workbook';

async function withChart(): Promise<Uint8Array> {
  installChartSupport();
  const file = new Workbook();
  const sheet = file.addWorksheet('Biểu đồ');
  sheet.addRows([['Tháng', 'Lũy kế'], [1, 10], [2, 20], [3, 30]]);
  sheet.addTable({ name: 'Bang', ref: 'D1', columns: [{ name: 'a' }, { name: 'b' }], rows: [[1, 2], [3, 4]] });
  sheet.mergeCells('A10:B11');
  sheet.getCell('A12').note = 'ghi chú';
  sheet.addChart({ type: 'bar', barDir: 'col', series: [{ values: "'Biểu đồ'!$B$2:$B$4", categories: "'Biểu đồ'!$A$2:$A$4" }] }, 'G2:M15');
  file.addWorksheet('Khác').getCell('A1').value = 'x';
  return file.xlsx.writeBuffer({ validate: false });
}

test('a chart survives a changed, renamed and rearranged workbook', async () => {
  const model = await openXlsx(await withChart());
  const sheet = model.sheets[0];
  if (sheet === undefined) throw new Error('sheet');
  expect(sheet.charts).toHaveLength(1);
  setValue(sheet, 1, 1, 99);
  sheet.merges = [];
  sheet.comments = [];
  const added = addSheet(model, 'Thêm');
  setValue(added, 0, 0, 'mới');
  model.sheets.splice(0, 3, added, ...model.sheets.slice(0, 2));
  const bytes = await saveXlsx(model);
  const written = Object.keys(unzipSync(bytes)).filter((name) => /(?:charts\/chart|tables\/table|comments)\d*\.xml$/.test(name));
  expect(written.sort()).toEqual(['xl/charts/chart1.xml', 'xl/tables/table1.xml']);
  const after = await openXlsx(bytes);
  expect(after.sheets.map(({ name }) => name)).toEqual(['Thêm', 'Biểu đồ', 'Khác']);
  const again = after.sheets[1];
  if (again === undefined) throw new Error('sheet');
  expect(again.charts).toHaveLength(1);
  expect(cellAt(again, 1, 1)?.value).toBe(99);
  expect(again.tables.map(({ name }) => name)).toEqual(['Bang']);
  expect([again.merges, again.comments]).toEqual([[], []]);
  expect(strFromU8(unzipSync(bytes)['xl/charts/chart1.xml'] ?? new Uint8Array())).toContain('$B$2:$B$4');
});

test('threaded comments keep their author and text', async () => {
  const model = await openXlsx(await withChart());
  const sheet = model.sheets[1];
  if (sheet === undefined) throw new Error('sheet');
  sheet.comments = [{ id: '1', row: 0, col: 0, kind: 'comment', author: 'Bình', text: 'hỏi lại' }];
  const after = await openXlsx(await saveXlsx(model));
  expect(after.sheets[1]?.comments).toMatchObject([{ row: 0, col: 0, kind: 'comment', author: 'Bình', text: 'hỏi lại' }]);
});
