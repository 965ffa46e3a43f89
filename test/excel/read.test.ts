import { hashOfGrid } from '../../src/core/grid-hash';
import { readActiveSheet, readWorkbook } from '../../src/excel/read';
import { roundTrips } from '../../src/excel/session';
import { cellAt } from '../../src/core/grid';
import type { HostResult } from '../../src/excel/types';
import type { Headless } from '../../src/workbench/host/headless';
import { inExcel, nameOf, openExcel, sheetOf } from './world';

jest.setTimeout(30_000);

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.dispose());

function valueOf<T>(result: HostResult<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.detail}`);
  return result.value;
}

describe('a sheet', () => {
  test('comes with numbers, texts, formulas, errors, formats, merges, hidden rows and columns', async () => {
    await inExcel(excel, (workbook) => {
      const sheet = workbook.worksheets.getItem('Báo cáo');
      sheet.getRange('B3:E3').values = [['Chỉ tiêu', 1870.5, true, '']];
      sheet.getRange('B4').formulas = [['=C3*2']];
      sheet.getRange('C4').formulas = [['=1/0']];
      sheet.getRange('D4').numberFormat = [['@']];
      sheet.getRange('D4').values = [['=1+1']];
      sheet.getRange('C3').numberFormat = [['#,##0.0']];
      sheet.getRange('B6:C6').merge(false);
      sheet.getRange('B6').values = [['#N/A là gì']];
      sheet.getRange('5:5').rowHidden = true;
      sheet.getRange('D:D').columnHidden = true;
    });
    const { book, activeSheet, sheetNames } = valueOf(await readWorkbook('active'));
    const [grid] = book.grids;
    if (grid === undefined) throw new Error('no grid');
    expect({ activeSheet, sheetNames, file: book.file }).toEqual({ activeSheet: 'Báo cáo', sheetNames: ['Báo cáo', 'Số liệu'], file: 'Sổ.xlsx' });
    expect(grid.origin).toEqual({ row: 2, column: 1 });
    expect(cellAt(grid, 2, 1)).toEqual({ content: { kind: 'text', value: 'Chỉ tiêu' }, text: 'Chỉ tiêu' });
    expect(cellAt(grid, 2, 2)).toEqual({ content: { kind: 'number', value: 1870.5 }, text: '1,870.5', format: '#,##0.0' });
    expect(cellAt(grid, 2, 3)?.content).toEqual({ kind: 'boolean', value: true });
    expect(cellAt(grid, 3, 1)).toMatchObject({ content: { kind: 'number', value: 3741 }, formula: '=C3*2' });
    expect(cellAt(grid, 3, 2)).toMatchObject({ content: { kind: 'error', code: '#DIV/0!' }, formula: '=1/0' });
    expect(cellAt(grid, 3, 3)).toEqual({ content: { kind: 'text', value: '=1+1' }, text: '=1+1', format: '@' });
    expect(cellAt(grid, 5, 1)?.content).toEqual({ kind: 'text', value: '#N/A là gì' });
    expect(cellAt(grid, 4, 1)).toBeNull();
    expect(grid.merges).toEqual([{ top: 5, left: 1, bottom: 5, right: 2 }]);
    expect([grid.hiddenRows, grid.hiddenColumns]).toEqual([[4], [3]]);
  });

  test('that is empty is an empty grid', async () => {
    expect(valueOf(await readWorkbook('active')).book.grids).toEqual([
      expect.objectContaining({ name: 'Báo cáo', cells: [], merges: [], hiddenRows: [], isProtected: false, visibility: 'visible' }),
    ]);
  });

  test('keeps a legacy font where fonts differ', async () => {
    await inExcel(excel, (workbook) => {
      const range = workbook.worksheets.getItem('Báo cáo').getRange('A1:B1');
      range.values = [['ChØ tiªu', 'Chỉ tiêu']];
      range.getCell(0, 0).format.font.name = '.VnTime';
    });
    const cells = valueOf(await readWorkbook('active')).book.grids[0]?.cells[0];
    expect(cells?.map((cell) => cell?.font)).toEqual(['.VnTime', undefined]);
  });

  test('has another fingerprint when a cell changes, the same when nothing does', async () => {
    await inExcel(excel, (workbook) => (workbook.worksheets.getItem('Báo cáo').getRange('A1').values = [[1]]));
    const fingerprint = async (): Promise<readonly string[]> => valueOf(await readWorkbook('active')).book.grids.map(hashOfGrid);
    const before = await fingerprint();
    expect(before).toHaveLength(1);
    expect(await fingerprint()).toEqual(before);
    await inExcel(excel, (workbook) => (workbook.worksheets.getItem('Báo cáo').getRange('A1').values = [[2]]));
    expect(await fingerprint()).not.toEqual(before);
  });
});

describe('the workbook', () => {
  test('comes with names, tables, filters, protection and hidden sheets', async () => {
    await inExcel(excel, (workbook) => {
      const facts = workbook.worksheets.getItem('Số liệu');
      facts.getRange('B2:C4').values = [['Mã', 'Số'], ['x', 1], ['y', 2]];
      const table = facts.tables.add('B2:C4', true);
      table.name = 'SoLieu';
      table.columns.getItem('Mã').filter.applyValuesFilter(['x']);
      workbook.names.add('CT_DonVi', '="SCT"');
      workbook.names.add('CT_Thang', '=6');
      workbook.worksheets.getItem('Báo cáo').names.add('CT_O', facts.getRange('B2'));
      const closed = workbook.worksheets.add('Kín');
      closed.getRange('A1').values = [['x']];
      closed.protection.protect();
      closed.visibility = 'Hidden';
    });
    const read = valueOf(await readWorkbook('all'));
    expect(read.book.names).toEqual([
      { name: 'CT_DonVi', scope: null, value: 'SCT' },
      { name: 'CT_Thang', scope: null, value: 6 },
      { name: 'CT_O', scope: 'Báo cáo', value: "='Số liệu'!$B$2" },
    ]);
    expect(read.tables).toEqual([{ name: 'SoLieu', sheet: 'Số liệu', area: { top: 1, left: 1, bottom: 3, right: 2 }, headers: ['Mã', 'Số'] }]);
    expect([read.filteredSheets, read.protectedSheets]).toEqual([['Số liệu'], ['Kín']]);
    expect(read.book.grids.map((grid) => [grid.name, grid.visibility, grid.isProtected])).toEqual([
      ['Báo cáo', 'visible', false], ['Số liệu', 'visible', false], ['Kín', 'hidden', true],
    ]);
    expect(read.book.grids[1]?.hiddenRows).toEqual([3]);
  });

  test('a sheet that is not there is refused by name; beside the active sheet it is left out', async () => {
    expect(await readWorkbook(['Số liệu', 'Mất'])).toMatchObject({ ok: false, refusal: { code: 'missingSheet', sheet: 'Mất' } });
    expect(valueOf(await readActiveSheet(['Số liệu', 'Mất', 'Báo cáo'])).book.grids.map((grid) => grid.name)).toEqual(['Báo cáo', 'Số liệu']);
  });
});

describe('round trips', () => {
  const fill = (rows: number) => inExcel(excel, (workbook) => {
    const values = Array.from({ length: rows }, (_, row) => Array.from({ length: 12 }, (__, column) => (column === 0 ? `Chỉ tiêu ${row}` : row * column)));
    workbook.worksheets.getItem('Báo cáo').getRangeByIndexes(0, 0, rows, 12).values = values;
  });

  test.each([10, 3_000])('are as few for %i rows: two for one sheet, three for all', async (rows) => {
    await fill(rows);
    let start = roundTrips();
    expect(nameOf(await readWorkbook('active'))).toBe('done');
    expect([roundTrips() - start, excel.host.counters.requests]).toEqual([2, 2]);
    excel.host.resetCounters();
    start = roundTrips();
    expect(nameOf(await readWorkbook('all'))).toBe('done');
    expect([roundTrips() - start, excel.host.counters.requests]).toEqual([3, 3]);
    expect(sheetOf(excel, 'Báo cáo').cells.size).toBe(rows);
  });

  test('one more for what goes beyond 4 MB, and one that guessed too low is repeated in halves', async () => {
    await fill(7_500);
    const start = roundTrips();
    const { book } = valueOf(await readWorkbook('active'));
    expect([book.grids[0]?.cells.length, roundTrips() - start]).toEqual([7_500, 3]);
    excel.dispose();
    excel = await openExcel(undefined, { payloadLimit: 300_000 });
    await fill(1_000);
    expect(valueOf(await readWorkbook('active')).book.grids[0]?.cells[999]?.[2]?.content).toEqual({ kind: 'number', value: 1_998 });
  });
});

describe('refusals', () => {
  test('cell-edit mode', async () => {
    excel.host.setCellEditMode(true);
    expect(nameOf(await readWorkbook('active'))).toBe('cellEdit');
  });

  test('an Excel below the floor is told before anything is asked of it', async () => {
    const requirements = Object.getOwnPropertyDescriptor(excel.Office.context, 'requirements');
    Object.defineProperty(excel.Office.context, 'requirements', { configurable: true, value: { isSetSupported: () => false } });
    expect(nameOf(await readWorkbook('all'))).toBe('apiBelowFloor');
    expect(excel.host.counters.requests).toBe(0);
    if (requirements !== undefined) Object.defineProperty(excel.Office.context, 'requirements', requirements);
  });
});
