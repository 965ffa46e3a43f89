import { applyPlans } from '../../src/excel/apply';
import { takeBack } from '../../src/excel/takeBack';
import type { PlanCell, SheetPlan } from '../../src/core/sheets/plan';
import type { HostResult, WriteReceipt } from '../../src/excel/types';
import type { Headless } from '../../src/workbench/host/headless';
import { block, cellOf, inExcel, nameOf, openExcel, plan, sheetOf } from './world';

jest.setTimeout(30_000);

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => excel.dispose());

async function written(plans: readonly SheetPlan[]): Promise<WriteReceipt> {
  const result: HostResult<WriteReceipt> = await applyPlans(plans);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${result.refusal.detail}`);
  return result.value;
}

/** Everything that stands in the workbook, to compare before and after. */
function contents(): unknown {
  const { sheets, names } = excel.host.model;
  return {
    names: names.map((name) => [name.name, name.formula]),
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      tables: sheet.tables.map((table) => [table.name, table.range, table.columns.map((column) => column.name)]),
      cells: [...sheet.cells].flatMap(([row, cells]) =>
        [...cells].filter(([, cell]) => cell.value !== null || cell.formula !== null).map(([column, cell]) => [row, column, cell.value, cell.formula, cell.numberFormat]),
      ).sort((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1])),
    })),
  };
}

const HEADINGS = ['Mã', 'Số', 'Gấp đôi'];
const factRows = (rows: number): PlanCell[][] => Array.from({ length: rows }, (_, n) => [`KT${n}`, n, { formula: '=[@Số]*2' }]);

/** The province's sheet reads a table that the same write makes. */
const fresh = (rows: number): SheetPlan[] => [
  plan('Tổng hợp', {
    isNew: true,
    blocks: [block(0, 0, [['TỈNH', null], ['Tổng', { formula: '=SUM(DuLieu[Gấp đôi])' }], ['Tháng', { formula: '=CT_Thang*1' }]])],
    names: [{ name: 'CT_Thang', formula: "='Tổng hợp'!$C$3", scope: 'workbook' }],
    styles: [{ area: { top: 0, left: 0, bottom: 0, right: 1 }, style: { bold: true, fill: '#EEEEEE', horizontal: 'center', border: { edges: 'all', style: 'thin', color: '#808080' } } },
      { area: { top: 1, left: 1, bottom: 2, right: 1 }, style: { numberFormat: '#,##0.0', wrap: true, locked: false } }],
    merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
    columnWidths: { 0: 30 }, rowHeights: { 0: 24 }, hiddenColumns: [4], tabColor: '#0F6CBD', showGridlines: false,
    freeze: { rows: 2, columns: 1 },
    print: { orientation: 'landscape', fitToPagesWide: 1, titleRows: [0, 1], footer: 'Trang &P' },
    conditionalFormats: [{ area: { top: 1, left: 1, bottom: 2, right: 1 }, formula: '=AND(N("chitieu:state")=0,B2<0)', fill: '#FFD9D6', fontColor: '#B3261E', bold: true }],
    validations: [{ area: { top: 2, left: 2, bottom: 2, right: 2 }, rule: { kind: 'whole', min: 1, max: 12 }, prompt: { title: 'Tháng', message: 'Từ 1 đến 12' } }],
    readBack: [{ row: 1, column: 1, indicator: 'x', heading: 'Tổng', computed: 0 }, { row: 2, column: 1, indicator: 'x', heading: 'Tháng', computed: 0 }],
  }),
  plan('Dữ liệu', {
    isNew: true,
    blocks: [block(0, 0, [HEADINGS, ...factRows(rows)])],
    tables: [{ name: 'DuLieu', area: { top: 0, left: 0, bottom: rows, right: 2 }, style: 'TableStyleLight9' }],
  }),
];

describe('new sheets', () => {
  test.each([10, 3_000])('are written and read back in three round trips, with %i rows', async (rows) => {
    const receipt = await written(fresh(rows));
    expect([receipt.roundTrips, excel.host.counters.requests]).toEqual([3, 3]);
    expect(receipt).toMatchObject({ createdSheets: ['Tổng hợp', 'Dữ liệu'], cellsWritten: 6 + 3 * (rows + 1), changes: [] });
    expect(receipt.readBack).toEqual([{ sheet: 'Tổng hợp', values: [rows * (rows - 1), 0] }]);
  });

  test('look as the plan says', async () => {
    await written(fresh(3));
    const sheet = sheetOf(excel, 'Tổng hợp');
    expect(sheet.cells.get(0)?.get(0)?.style).toMatchObject({ fill: '#EEEEEE', horizontal: 'Center', font: { bold: true }, borders: { bottom: { weight: 'Thin', color: '#808080' } } });
    expect(sheet.cells.get(1)?.get(1)).toMatchObject({ numberFormat: '#,##0.0', style: { wrap: true, locked: false } });
    expect(sheet).toMatchObject({ tabColor: '#0F6CBD', showGridlines: false, freeze: { rows: 2, columns: 1 }, merges: [{ row: 0, col: 0, lastRow: 0, lastCol: 1 }] });
    expect([sheet.columns.get(0)?.width, sheet.columns.get(4)?.hidden, sheet.rows.get(0)?.height]).toEqual([161.25, true, 24]);
    expect(sheet.pageLayout).toMatchObject({ orientation: 'Landscape', zoom: { horizontalFitToPages: 1 }, titleRows: { first: 0, last: 1 }, footer: { center: 'Trang &P' } });
    expect(sheet.conditionalFormats).toMatchObject([{ rule: { kind: 'Custom', formula: '=AND(N("chitieu:state")=0,B2<0)', format: { fill: '#FFD9D6' } } }]);
    expect(sheet.dataValidations).toMatchObject([{ type: 'WholeNumber', formula1: 1, formula2: 12, prompt: { title: 'Tháng' } }]);
    expect(sheetOf(excel, 'Dữ liệu').tables).toMatchObject([{ name: 'DuLieu', style: 'TableStyleLight9', range: { row: 0, lastRow: 3 } }]);
    expect(excel.host.model.names).toMatchObject([{ name: 'CT_Thang', formula: "='Tổng hợp'!$C$3" }]);
  });
});

describe('text from other people', () => {
  test.each(["=cmd|' /C calc'!A0", '+1+1', '-', '@SUM(1)', '001', '1.870,0', '5%', '6/2024', 'TRUE', 'true', 'Mar-24', 'Jun 2024', '#N/A', "'x", '1E5', ' 12 ', 'KT01', 'Sở Công Thương', ''])('%j stays that text', async (text) => {
    await inExcel(excel, (workbook) => (workbook.worksheets.getItem('Số liệu').getRange('B2').numberFormat = [['0.00']]));
    await written([plan('Số liệu', { blocks: [block(0, 0, [[text, 1], [2, text]])] })]);
    for (const [row, column] of [[0, 0], [1, 1]] as const) {
      expect(cellOf(excel, 'Số liệu', row, column)).toMatchObject({ value: text === '' ? null : text, formula: null });
    }
  });

  test('a number and a formula do not become text in a cell that was formatted as text', async () => {
    await inExcel(excel, (workbook) => (workbook.worksheets.getItem('Số liệu').getRange('A1:B1').numberFormat = [['@', '@']]));
    await written([plan('Số liệu', { blocks: [block(0, 0, [[5, { formula: '=A1+1' }]])] })]);
    expect([cellOf(excel, 'Số liệu', 0, 0), cellOf(excel, 'Số liệu', 0, 1)]).toEqual([
      { value: 5, formula: null, format: 'General' }, { value: 6, formula: '=A1+1', format: 'General' },
    ]);
  });
});

describe('a sheet that is there', () => {
  beforeEach(() =>
    inExcel(excel, (workbook) => {
      const sheet = workbook.worksheets.getItem('Số liệu');
      sheet.getRange('A1:C3').formulas = [['Mã', 'Số', 'Ghi chú'], ['KT1', 1, '=B2*2'], ['KT2', 2, 'của tôi']];
      sheet.getRange('A5').numberFormat = [['@']];
      sheet.getRange('A5').values = [['=không phải công thức']];
      sheet.tables.add('A1:C3', true).name = 'SoLieu';
    }),
  );

  const grown = (overrides: Partial<SheetPlan> = {}): SheetPlan =>
    plan('Số liệu', {
      validations: [{ area: { top: 3, left: 2, bottom: 3, right: 2 }, rule: { kind: 'list', values: ['-', 'có'] } }],
      styles: [{ area: { top: 3, left: 1, bottom: 3, right: 1 }, style: { numberFormat: '0.0' } }],
      ...overrides,
      blocks: [block(1, 0, [['KT1', 10]]), block(3, 0, [['KT3', 3, '-'], [null, 4, { formula: '=SUM(SoLieu[Số])' }]])],
      tables: [{ name: 'SoLieu', area: { top: 0, left: 0, bottom: 3, right: 2 }, style: 'TableStyleLight9' }],
      readBack: [{ row: 4, column: 2, indicator: 'x', heading: 'Tổng', computed: 15 }],
    });

  test('gets only the cells of the plan, and its table grows', async () => {
    const receipt = await written([grown()]);
    expect(receipt.readBack).toEqual([{ sheet: 'Số liệu', values: [15] }]);
    expect(receipt.resizedTables).toMatchObject([{ name: 'SoLieu', before: { bottom: 2 }, after: { bottom: 3 } }]);
    expect(receipt.changes.map(({ row, column, before, after }) => [row, column, before.formula, after.formula])).toEqual([
      [1, 1, 1, 10], [3, 0, '', "'KT3"], [3, 1, '', 3], [3, 2, '', "'-"], [4, 0, "'=không phải công thức", ''], [4, 1, '', 4], [4, 2, '', '=SUM(SoLieu[Số])'],
    ]);
    expect(cellOf(excel, 'Số liệu', 2, 2).value).toBe('của tôi');
  });

  test('has new rows that look and check as the plan says, and nothing else of it changes', async () => {
    await written([grown({ columnWidths: { 0: 99 }, tabColor: null })]);
    const sheet = sheetOf(excel, 'Số liệu');
    expect([sheet.cells.get(3)?.get(1)?.numberFormat, sheet.dataValidations.length, sheet.columns.get(0)?.width]).toEqual(['0.0', 1, undefined]);
  });

  test.each<[string, PlanCell, string]>([['as it was', 'KT2', 'done'], ['sorted or typed over meanwhile', 'KT3', 'changedSince']])('whose key is %s: %s → %s', async (_, key, outcome) => {
    const before = contents();
    expect(nameOf(await applyPlans([grown({ expected: [block(2, 0, [[key, 2]]), block(1, 2, [[{ formula: '=B2*2' }], ['của tôi']])] })]))).toBe(outcome);
    if (outcome !== 'done') expect(contents()).toEqual(before);
  });

  test('is taken back exactly, in three round trips', async () => {
    const before = contents();
    const receipt = await written([grown(), ...fresh(5)]);
    excel.host.resetCounters();
    const taken = await takeBack(receipt);
    expect(taken).toEqual({ ok: true, value: { restored: 7, left: [], removedSheets: ['Tổng hợp', 'Dữ liệu'] } });
    expect(excel.host.counters.requests).toBe(3);
    expect(contents()).toEqual(before);
    expect(sheetOf(excel, 'Số liệu').dataValidations).toEqual([]);
  });

  test('keeps what the user changed since, and says so', async () => {
    const receipt = await written([grown(), ...fresh(2)]);
    excel.host.user.type('Số liệu', 1, 1, '11');
    excel.host.user.type('Tổng hợp', 8, 0, 'của tôi');
    expect(await takeBack(receipt)).toEqual({
      ok: true,
      value: { restored: 6, left: [{ sheet: 'Số liệu', address: 'B2' }, { sheet: 'Tổng hợp', address: 'A1:B9' }], removedSheets: ['Dữ liệu'] },
    });
    expect([cellOf(excel, 'Số liệu', 1, 1).value, cellOf(excel, 'Số liệu', 3, 1).value, cellOf(excel, 'Tổng hợp', 8, 0).value]).toEqual([11, null, 'của tôi']);
  });

  test('can be taken back twice without harm', async () => {
    const receipt = await written([grown()]);
    await takeBack(receipt);
    const once = contents();
    expect(await takeBack(receipt)).toMatchObject({ ok: true, value: { restored: 7, removedSheets: [] } });
    expect(contents()).toEqual(once);
  });

  test('a failure half way is undone', async () => {
    const before = contents();
    const failing = plan('Hỏng', { isNew: true, blocks: [block(0, 0, [['x']])], names: [{ name: 'CT_Moi', formula: '=1', scope: 'workbook' }],
      conditionalFormats: [{ area: { top: 0, left: 0, bottom: 0, right: 0 }, formula: 'no formula' }] });
    expect(await applyPlans([grown(), failing])).toMatchObject({ ok: false, refusal: { code: 'unknown' }, undone: true });
    expect(contents()).toEqual(before);
    let heard = 0;
    await inExcel(excel, (workbook) => {
      workbook.worksheets.onChanged.add(async () => void (heard += 1));
      workbook.worksheets.getItem('Báo cáo').getRange('A1').values = [[1]];
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toBe(1);
  });

  test.each<[string, string, (workbook: Excel.Workbook) => void, () => SheetPlan[]]>([
    ['a protected sheet', 'protectedSheet', (workbook) => workbook.worksheets.getItem('Số liệu').protection.protect(), () => [grown()]],
    ['a filtered table', 'filteredRange', (workbook) => workbook.tables.getItem('SoLieu').columns.getItem('Mã').filter.applyValuesFilter(['KT1']), () => [grown()]],
    ['a filtered sheet', 'filteredRange', (workbook) => filter(workbook.worksheets.getItem('Báo cáo')), () => [plan('Báo cáo', { blocks: [block(0, 0, [[1]])] })]],
    ['a missing sheet', 'missingSheet', () => undefined, () => [plan('Mất', { blocks: [block(0, 0, [[1]])] })]],
    ['a sheet name that is taken', 'nameTaken', () => undefined, () => [plan('số liệu', { isNew: true })]],
    ['a table name that is taken', 'nameTaken', () => undefined, () => [plan('Mới', { isNew: true, blocks: [block(0, 0, [['a'], ['b']])], tables: [{ name: 'solieu', area: { top: 0, left: 0, bottom: 1, right: 0 }, style: 'TableStyleLight1' }] })]],
    ['a name that leads elsewhere', 'nameTaken', (workbook) => void workbook.names.add('CT_Thang', "='Báo cáo'!$A$1"), () => fresh(1)],
    ['a protected workbook', 'protectedWorkbook', (workbook) => workbook.protection.protect(), () => fresh(1)],
    ['merged cells under a table', 'mergedRange', (workbook) => workbook.worksheets.getItem('Số liệu').getRange('A4:B4').merge(false), () => [grown()]],
    ['rows beyond the sheet', 'sheetsFull', () => undefined, () => [plan('Số liệu', { blocks: [block(1_048_575, 0, [[1], [2]])] })]],
  ])('%s is refused by name before anything is written', async (_, code, prepare, plans) => {
    await inExcel(excel, prepare);
    const before = contents();
    const result = await applyPlans(plans());
    expect([nameOf(result), result.undone]).toEqual([code, true]);
    expect(contents()).toEqual(before);
  });

  function filter(sheet: Excel.Worksheet): void {
    sheet.getRange('A1:A3').values = [['Mã'], ['x'], ['y']];
    sheet.autoFilter.apply(sheet.getRange('A1:A3'), 0, { filterOn: 'Values', values: ['x'] });
  }

  test('a table that the analyst dissolved is made again', async () => {
    await inExcel(excel, (workbook) => void workbook.tables.getItem('SoLieu').convertToRange());
    const before = contents();
    const receipt = await written([grown()]);
    expect(receipt.createdTables).toEqual(['SoLieu']);
    expect(sheetOf(excel, 'Số liệu').tables).toMatchObject([{ name: 'SoLieu', range: { lastRow: 3 } }]);
    await takeBack(receipt);
    expect(contents()).toEqual(before);
  });

  test('a name that the analyst moved with its cell is left there', async () => {
    await written(fresh(1));
    await inExcel(excel, (workbook) => void workbook.worksheets.getItem('Tổng hợp').getRange('1:1').insert('Down'));
    await written([plan('Tổng hợp', { names: [{ name: 'CT_Thang', formula: "='Tổng hợp'!$C$3", scope: 'workbook' }] })]);
    expect(excel.host.model.names[0]?.formula).toBe("='Tổng hợp'!$C$4");
  });

  test('cell-edit mode refuses the write and leaves nothing behind', async () => {
    const before = contents();
    excel.host.setCellEditMode(true);
    const result = await applyPlans([grown()]);
    expect([nameOf(result), result.undone]).toEqual(['cellEdit', true]);
    excel.host.setCellEditMode(false);
    expect(contents()).toEqual(before);
  });

  test('a button pressed twice writes once', async () => {
    const [first, second] = await Promise.all([applyPlans(fresh(2)), applyPlans(fresh(2))]);
    expect([nameOf(first), nameOf(second)]).toEqual(['done', 'busy']);
    expect(excel.host.model.sheets.map((sheet) => sheet.name)).toEqual(['Báo cáo', 'Số liệu', 'Tổng hợp', 'Dữ liệu']);
  });
});

describe('size', () => {
  const wide = (rows: number): SheetPlan => plan('Lớn', { isNew: true, blocks: [block(0, 0, Array.from({ length: rows }, (_, n) => ['x'.repeat(2_000), n]))] });

  test('beyond 4 MB the write takes a round trip more for each 4 MB, and so does the reading', async () => {
    const receipt = await written([wide(3_000)]);
    expect(receipt.roundTrips).toBe(1 + 2 + 2);
    expect(cellOf(excel, 'Lớn', 2_999, 1).value).toBe(2_999);
  });

  test('a request that Excel finds too large is refused by name and undone', async () => {
    excel.dispose();
    excel = await openExcel(undefined, { payloadLimit: 50_000 });
    const before = contents();
    const result = await applyPlans([wide(100)]);
    expect([nameOf(result), result.undone]).toEqual(['payloadTooLarge', true]);
    expect(contents()).toEqual(before);
  });
});
