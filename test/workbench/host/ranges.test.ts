import { codeOf, world, type World } from './world';

let excel: World;
beforeEach(() => {
  excel = world();
});
afterEach(() => excel.dispose());

describe('values and formulas', () => {
  test('what is written is read back, in one batch, calculated', async () => {
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:C2');
      range.values = [['Mã', 1, true], ['', '=1+2', null]];
      range.load('values,formulas,text,valueTypes,address,rowCount,cellCount');
      await context.sync();
      expect(range.values).toEqual([['Mã', 1, true], ['', 3, '']]);
      expect(range.formulas[1]?.[1]).toBe('=1+2');
      expect(range.text[1]?.[1]).toBe('3');
      expect(range.valueTypes).toEqual([['String', 'Double', 'Boolean'], ['Empty', 'Double', 'Empty']]);
      expect(range.address).toBe('Sheet1!A1:C2');
      expect([range.rowCount, range.cellCount]).toEqual([2, 6]);
    });
  });

  test.each([
    ['1,234', 1234, '#,##0'],
    ['5%', 0.05, '0%'],
    ['-1.5', -1.5, 'General'],
    ['(12)', -12, 'General'],
    ['6/15/2024', 45458, 'm/d/yyyy'],
    ['15/6/2024', '15/6/2024', 'General'],
    ['3/4', 45355, 'd-mmm'],
    ['12,5', '12,5', 'General'],
    ['1.234.567', '1.234.567', 'General'],
    ["'007", '007', 'General'],
    ['TRUE', true, 'General'],
    ['#N/A', '#N/A', 'General'],
    ['1e3', 1000, '0.00E+00'],
    ['8:30', 8.5 / 24, 'h:mm'],
  ])('the text %s is taken as a US Excel takes it', async (typed, value, format) => {
    await excel.run(async (context) => {
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange('B2');
      cell.values = [[typed]];
      cell.load('values,numberFormat');
      await context.sync();
      expect(cell.values).toEqual([[value]]);
      expect(cell.numberFormat).toEqual([[format]]);
    });
  });

  test.each([
    ['=1+1', '=1+1'],
    ['+A1', '=A1'],
    ['-Xã', '=-Xã'],
    ['@A1', '=A1'],
  ])('the text %s becomes a formula, unless the cell is text', async (typed, formula) => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const [open, text] = [sheet.getRange('A1'), sheet.getRange('B1')];
      text.numberFormat = [['@']];
      open.values = [[typed]];
      text.values = [[typed]];
      open.load('formulas');
      text.load('formulas,values');
      await context.sync();
      expect(open.formulas).toEqual([[formula]]);
      expect(text.values).toEqual([[typed]]);
    });
  });

  test('a block of the wrong shape is refused and nothing of it is written', async () => {
    const wrong = excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('D1').values = [['before']];
      sheet.getRange('A1:B2').values = [[1, 2]];
      sheet.getRange('E1').values = [['after']];
      await context.sync();
    });
    expect(await codeOf(wrong)).toBe('InvalidArgument');
    await excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1:E1').load('values');
      await context.sync();
      expect(range.values).toEqual([['', '', '', 'before', '']]);
    });
  });

  test('the wrong shape of a large block is refused as well', async () => {
    const rows = Array.from({ length: 1000 }, () => [1, 2, 3]);
    expect(
      await codeOf(
        excel.run(async (context) => {
          context.workbook.worksheets.getItem('Sheet1').getRange('A1:C999').values = rows;
          await context.sync();
        }),
      ),
    ).toBe('InvalidArgument');
  });

  test('whole columns give null instead of cells', async () => {
    await excel.run(async (context) => {
      const columns = context.workbook.worksheets.getItem('Sheet1').getRange('A:C').load('values,isEntireColumn');
      await context.sync();
      expect(columns.values).toBeNull();
      expect(columns.isEntireColumn).toBe(true);
    });
  });

  test('calculation waits for the end of the batch when it is suspended', async () => {
    await excel.run(async (context) => {
      context.application.suspendApiCalculationUntilNextSync();
      const cell = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      cell.values = [['=2+2']];
      const stale = cell.getResizedRange(0, 0).load('values');
      await context.sync();
      expect(stale.values).toEqual([['']]);
      cell.load('values');
      await context.sync();
      expect(cell.values).toEqual([[4]]);
    });
    expect(excel.calculator.calls).toBe(1);
  });
});

describe('finding cells', () => {
  test('the used range of values ignores formats, the plain one counts them', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('B2').values = [[1]];
      sheet.getRange('D5').format.fill.color = '#FFFF00';
      const values = sheet.getUsedRange(true).load('address');
      const all = sheet.getUsedRange().load('address');
      await context.sync();
      expect([values.address, all.address]).toEqual(['Sheet1!B2', 'Sheet1!B2:D5']);
    });
  });

  test('an empty sheet has no used range, or its first cell', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Số liệu');
      const none = sheet.getUsedRangeOrNullObject(true);
      const first = sheet.getUsedRange().load('address');
      await context.sync();
      expect(none.isNullObject).toBe(true);
      expect(first.address).toBe("'Số liệu'!A1");
    });
  });

  test.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ['getCell', (range) => range.getCell(1, 2), 'D3'],
    ['getRow', (range) => range.getRow(0), 'B2:D2'],
    ['getLastCell', (range) => range.getLastCell(), 'D4'],
    ['getResizedRange', (range) => range.getResizedRange(1, -1), 'B2:C5'],
    ['getAbsoluteResizedRange', (range) => range.getAbsoluteResizedRange(1, 1), 'B2'],
    ['getOffsetRange', (range) => range.getOffsetRange(-1, 1), 'C1:E3'],
    ['getEntireRow', (range) => range.getEntireRow(), '2:4'],
    ['getEntireColumn', (range) => range.getEntireColumn(), 'B:D'],
    ['getBoundingRect', (range) => range.getBoundingRect('F1'), 'B1:F4'],
    ['getIntersectionOrNullObject', (range) => range.getIntersectionOrNullObject('A1:C3'), 'B2:C3'],
    ['getRowsBelow', (range) => range.getRowsBelow(2), 'B5:D6'],
  ])('%s of B2:D4', async (_, step, address) => {
    await excel.run(async (context) => {
      const found = step(context.workbook.worksheets.getItem('Sheet1').getRange('B2:D4')).load('address');
      await context.sync();
      expect(found.address).toBe(`Sheet1!${address}`);
    });
  });

  test('a range lives on through several syncs and moves with inserted rows', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const range = sheet.getRange('B5');
      range.values = [['here']];
      await context.sync();
      sheet.getRange('2:3').insert('Down');
      range.load('address,values');
      await context.sync();
      expect([range.address, range.values]).toEqual(['Sheet1!B7', [['here']]]);
    });
  });

  test('the areas of several ranges are read one by one', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const areas = sheet.getRanges('A1:B2,D4');
      areas.format.fill.color = '#00FF00';
      areas.load('areaCount,cellCount,areas/items/address');
      const cell = sheet.getRange('D4').load('format/fill/color');
      await context.sync();
      expect([areas.areaCount, areas.cellCount, cell.format.fill.color]).toEqual([2, 5, '#00FF00']);
      expect(areas.areas.items.map((area) => area.address)).toEqual(['Sheet1!A1:B2', 'Sheet1!D4']);
      areas.areas.items[1]?.format.fill.clear();
      cell.load('format/fill/color');
      await context.sync();
      expect(cell.format.fill.color).toBe('#FFFFFF');
    });
  });

  test('what shows of a filtered block is its visible view', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:A4').values = [['Mã'], ['x'], ['y'], ['x']];
      sheet.autoFilter.apply(sheet.getRange('A1:A4'), 0, { filterOn: 'Custom', criterion1: '<>y' });
      const view = sheet.getRange('A1:A4').getVisibleView().load('values,rowCount,cellAddresses');
      await context.sync();
      expect([view.values, view.rowCount]).toEqual([[['Mã'], ['x'], ['x']], 3]);
      expect(view.cellAddresses).toEqual([['A1'], ['A2'], ['A4']]);
    });
  });

  test('ranges of several areas are cut at 8,192 characters, without a word', async () => {
    await excel.run(async (context) => {
      const address = Array.from({ length: 2000 }, (_, n) => `A${n + 1001}`).join(',');
      const areas = context.workbook.worksheets.getItem('Sheet1').getRanges(address).load('areaCount');
      await context.sync();
      expect(areas.areaCount).toBeLessThan(2000);
      expect(areas.areaCount).toBeGreaterThan(1300);
    });
  });
});

describe('formats', () => {
  test('one format for all cells, null for a mixture', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const range = sheet.getRange('A1:B2');
      range.format.font.name = 'Times New Roman';
      range.format.horizontalAlignment = 'Center';
      range.format.borders.getItem('EdgeBottom').style = 'Continuous';
      range.getCell(0, 0).format.font.bold = true;
      range.load('format/horizontalAlignment,format/font/name,format/font/bold');
      const edge = range.format.borders.getItem('EdgeBottom').load('style,weight,color');
      const inside = range.format.borders.getItem('InsideHorizontal').load('style');
      await context.sync();
      expect(range.format.horizontalAlignment).toBe('Center');
      expect(range.format.font.name).toBe('Times New Roman');
      expect(range.format.font.bold).toBeNull();
      expect([edge.style, edge.weight, edge.color, inside.style]).toEqual(['Continuous', 'Thin', '#000000', 'None']);
    });
  });

  test('cell, row and column properties come in one answer', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const range = sheet.getRange('A1:B2');
      sheet.getRange('B2').format.fill.color = '#ff0000';
      sheet.getRange('B2').format.protection.locked = false;
      sheet.getRange('2:2').rowHidden = true;
      const cells = range.getCellProperties({ address: true, format: { fill: { color: true }, protection: true } });
      const rows = range.getRowProperties({ rowHidden: true, rowIndex: true });
      await context.sync();
      expect(cells.value[1]?.[1]).toEqual({ address: 'Sheet1!B2', format: { fill: { color: '#FF0000' }, protection: { locked: false, formulaHidden: false } } });
      expect(rows.value).toEqual([{ rowHidden: false, rowIndex: 0 }, { rowHidden: true, rowIndex: 1 }]);
    });
  });

  test('merging keeps the first content, and writes to covered cells are lost', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const range = sheet.getRange('A1:B1');
      range.values = [['a', 'b']];
      range.merge();
      const areas = sheet.getRange('A1:D4').getMergedAreasOrNullObject().load('address');
      const none = sheet.getRange('F9').getMergedAreasOrNullObject();
      range.values = [['c', 'd']];
      range.load('values');
      await context.sync();
      expect(areas.address).toBe('Sheet1!A1:B1');
      expect(none.isNullObject).toBe(true);
      expect(range.values).toEqual([['c', '']]);
    });
  });
});
