import { codeOf, world, type World } from './world';

let excel: World;
beforeEach(() => {
  excel = world();
});
afterEach(() => excel.dispose());

const sheet1 = (context: Excel.RequestContext): Excel.Worksheet => context.workbook.worksheets.getItem('Sheet1');
const failing = (batch: (context: Excel.RequestContext) => void): Promise<string> =>
  codeOf(
    excel.run(async (context) => {
      batch(context);
      await context.sync();
    }),
  );

describe('sheets', () => {
  test('are found by name without regard to case, added, renamed, moved and deleted', async () => {
    await excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add('Tổng hợp');
      added.getRange('A1').formulas = [["='Số liệu'!B2"]];
      worksheets.getItem('số liệu').name = 'Dữ liệu';
      added.position = 0;
      worksheets.getItem('Sheet1').delete();
      worksheets.load('items/name,items/position');
      const cell = added.getRange('A1').load('formulas');
      await context.sync();
      expect(worksheets.items.map((sheet) => sheet.name)).toEqual(['Tổng hợp', 'Dữ liệu']);
      expect(cell.formulas).toEqual([["='Dữ liệu'!B2"]]);
    });
  });

  test('a deleted sheet leaves #REF! behind', async () => {
    await excel.run(async (context) => {
      const cell = sheet1(context).getRange('A1');
      cell.formulas = [["=SUM('Số liệu'!A1:B2)"]];
      context.workbook.worksheets.getItem('Số liệu').delete();
      cell.load('formulas');
      await context.sync();
      expect(cell.formulas).toEqual([['=SUM(#REF!)']]);
    });
  });

  test.each<[string, (context: Excel.RequestContext) => void, string]>([
    ['a name of 32 characters', (context) => void context.workbook.worksheets.add('x'.repeat(32)), 'InvalidArgument'],
    ['a name with a slash', (context) => void context.workbook.worksheets.add('6/2024'), 'InvalidArgument'],
    ['a name that is taken', (context) => void context.workbook.worksheets.add('SHEET1'), 'ItemAlreadyExists'],
    ['a sheet that is missing', (context) => void context.workbook.worksheets.getItem('Nowhere').load('name'), 'ItemNotFound'],
    ['hiding every sheet', (context) => context.workbook.worksheets.load('items') && hideAll(context), 'InvalidOperation'],
  ])('%s is refused', async (_, batch, code) => {
    expect(await failing(batch)).toBe(code);
  });

  function hideAll(context: Excel.RequestContext): void {
    sheet1(context).visibility = 'Hidden';
    context.workbook.worksheets.getItem('Số liệu').visibility = 'Hidden';
  }

  test('inserting and deleting rows moves formulas, names, tables and formats along', async () => {
    await excel.run(async (context) => {
      const sheet = sheet1(context);
      sheet.getRange('A10:B12').values = [['Mã', 'Số'], ['x', 1], ['y', 2]];
      const table = sheet.tables.add('A10:B12', true);
      const name = context.workbook.names.add('Dau', sheet.getRange('B11'));
      const format = sheet.getRange('A10:A12').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=$B10>1';
      sheet.getRange('D1').formulas = [['=SUM(B11:B12)+$B$11']];
      sheet.getRange('5:6').insert('Down');
      const where = table.getRange().load('address');
      const at = format.getRange().load('address');
      const rule = format.custom.rule.load('formula');
      const sum = sheet.getRange('D1').load('formulas');
      name.load('formula');
      await context.sync();
      expect([where.address, at.address, rule.formula]).toEqual(['Sheet1!A12:B14', 'Sheet1!A12:A14', '=$B12>1']);
      expect([name.formula, sum.formulas[0]?.[0]]).toEqual(['=Sheet1!$B$13', '=SUM(B13:B14)+$B$13']);
      sheet.getRange('1:4').delete('Up');
      const after = table.getRange().load('address');
      await context.sync();
      expect(after.address).toBe('Sheet1!A8:B10');
    });
  });
});

describe('null objects', () => {
  test('are known after a sync, and so are the null objects below them', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('Nowhere');
      const range = sheet.getUsedRangeOrNullObject(true);
      const table = context.workbook.tables.getItemOrNullObject('SoLieu');
      await context.sync();
      expect([sheet.isNullObject, range.isNullObject, table.isNullObject]).toEqual([true, true, true]);
    });
  });

  test('anything else asked of them is not found', async () => {
    expect(await failing((context) => context.workbook.worksheets.getItemOrNullObject('Nowhere').delete())).toBe('ItemNotFound');
    expect(await failing((context) => void context.workbook.worksheets.getItemOrNullObject('Nowhere').getRange('A1').load('values'))).toBe('ItemNotFound');
  });
});

describe('tables', () => {
  const fill = (context: Excel.RequestContext): Excel.Table => {
    const sheet = sheet1(context);
    sheet.getRange('A1:C3').values = [['Mã', 'Lũy kế', 'Mã'], ['01', 1, 2], ['02', 3, 4]];
    return sheet.tables.add('A1:C3', true);
  };

  test('a new one has Excel\'s style, bands and filter buttons, and headers that are texts, none twice', async () => {
    await excel.run(async (context) => {
      const table = fill(context).load('name,style,showBandedRows,showFilterButton,showTotals');
      const columns = table.columns.load('items/name,items/index');
      const header = table.getHeaderRowRange().load('values');
      const body = table.getDataBodyRange().load('address');
      const rows = table.rows.load('count');
      await context.sync();
      expect([table.name, table.style, table.showBandedRows, table.showFilterButton, table.showTotals]).toEqual([
        'Table1', 'TableStyleMedium2', true, true, false,
      ]);
      expect(columns.items.map((column) => column.name)).toEqual(['Mã', 'Lũy kế', 'Mã2']);
      expect(header.values).toEqual([['Mã', 'Lũy kế', 'Mã2']]);
      expect([body.address, rows.count]).toEqual(['Sheet1!A2:C3', 2]);
    });
  });

  test('is renamed, found by name in the workbook, resized and ended', async () => {
    await excel.run(async (context) => {
      const table = fill(context);
      table.name = 'SoLieu';
      await context.sync();
      const found = context.workbook.tables.getItem('SoLieu');
      found.resize('A1:D6');
      const range = found.getRange().load('address');
      const last = found.columns.getItemAt(3).load('name');
      await context.sync();
      expect([range.address, last.name]).toEqual(['Sheet1!A1:D6', 'Column4']);
      found.convertToRange();
      const gone = context.workbook.tables.getItemOrNullObject('SoLieu');
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  test.each<[string, (context: Excel.RequestContext) => void, string]>([
    ['overlapping another', (context) => void (fill(context), sheet1(context).tables.add('C3:E9', true)), 'InvalidArgument'],
    ['over merged cells', (context) => void (sheet1(context).getRange('F1:G1').merge(), sheet1(context).tables.add('F1:G3', true)), 'MergedRangeConflict'],
    ['with a name that is a cell', (context) => void (fill(context).name = 'AB12'), 'InvalidArgument'],
    ['moving its header by resize', (context) => fill(context).resize('A2:C5'), 'InvalidArgument'],
    ['torn by deleted cells', (context) => void (fill(context), sheet1(context).getRange('A2:B2').delete('Up')), 'InsertDeleteConflict'],
  ])('%s is refused', async (_, batch, code) => {
    expect(await failing(batch)).toBe(code);
  });
});

describe('names', () => {
  test('hold ranges and constants, in the workbook and in a sheet', async () => {
    await excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Số liệu');
      const range = context.workbook.names.add('CT_Bang', sheet.getRange('A1:B2'), 'the table');
      const unit = sheet.names.add('CT_DonVi', '="SCT"');
      range.load('formula,type,value,visible,comment,scope');
      unit.load('formula,type,value,scope');
      const cells = range.getRange().load('address');
      const viaSheet = sheet.getRange('CT_Bang').load('address');
      await context.sync();
      expect([range.formula, range.type, range.scope]).toEqual(["='Số liệu'!$A$1:$B$2", 'Range', 'Workbook']);
      expect([unit.formula, unit.type, unit.value, unit.scope]).toEqual(['="SCT"', 'String', 'SCT', 'Worksheet']);
      expect([cells.address, viaSheet.address]).toEqual(["'Số liệu'!A1:B2", "'Số liệu'!A1:B2"]);
      range.delete();
      const gone = context.workbook.names.getItemOrNullObject('CT_Bang');
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
  });

  test.each([
    ['A1', 'InvalidArgument'],
    ['có dấu cách', 'InvalidArgument'],
    ['x'.repeat(256), 'InvalidArgument'],
    ['Ten', 'ItemAlreadyExists'],
  ])('the name %.12s is refused', async (name, code) => {
    expect(
      await failing((context) => {
        context.workbook.names.add('TEN', '=1');
        context.workbook.names.add(name, '=2');
      }),
    ).toBe(code);
  });
});

describe('conditional formats', () => {
  test('keep their rule and are found again by it', async () => {
    await excel.run(async (context) => {
      const range = sheet1(context).getRange('B2:D10');
      const mine = range.conditionalFormats.add(Excel_custom);
      mine.custom.rule.formula = '=AND($B2>1,"ct"="ct")';
      mine.custom.format.fill.color = '#FFC7CE';
      mine.custom.format.font.bold = true;
      mine.stopIfTrue = true;
      const value = range.conditionalFormats.add('CellValue');
      value.cellValue.rule = { operator: 'GreaterThan', formula1: '=100' };
      await context.sync();
      const formats = sheet1(context).getRange().conditionalFormats.load('items/id,items/type,items/priority,items/stopIfTrue');
      await context.sync();
      expect(formats.items.map((format) => [format.type, format.priority])).toEqual([['CellValue', 0], ['Custom', 1]]);
      const rules = formats.items.map((format) => format.customOrNullObject.load('rule/formula,format/fill/color'));
      await context.sync();
      expect(rules.map((rule) => rule.isNullObject)).toEqual([true, false]);
      expect(rules[1]?.rule.formula).toBe('=AND($B2>1,"ct"="ct")');
      expect(rules[1]?.format.fill.color).toBe('#FFC7CE');
      formats.items[1]?.delete();
      const count = sheet1(context).getRange().conditionalFormats.getCount();
      await context.sync();
      expect(count.value).toBe(1);
    });
  });

  test('clearing a part splits the range and moves the formula to the new first cell', async () => {
    await excel.run(async (context) => {
      const sheet = sheet1(context);
      const format = sheet.getRange('B2:B10').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=B2>$A$1';
      sheet.getRange('B2:B4').clear('Formats');
      sheet.getRange('B7').conditionalFormats.clearAll();
      const areas = format.getRanges().load('address');
      const rule = format.custom.rule.load('formula');
      const single = format.getRangeOrNullObject();
      await context.sync();
      expect([areas.address, rule.formula, single.isNullObject]).toEqual(['Sheet1!B5:B6,Sheet1!B8:B10', '=B5>$A$1', true]);
    });
  });

  test('data bars, icon sets, colour scales and texts keep what was set', async () => {
    await excel.run(async (context) => {
      const { conditionalFormats } = sheet1(context).getRange('A1:A9');
      const bar = conditionalFormats.add('DataBar');
      bar.dataBar.upperBoundRule = { type: 'Number', formula: '100' };
      bar.dataBar.positiveFormat.fillColor = '#0070C0';
      const icons = conditionalFormats.add('IconSet');
      icons.iconSet.style = 'ThreeSymbols2';
      icons.iconSet.criteria = [
        { type: 'Percent', operator: 'GreaterThanOrEqual', formula: '0' },
        { type: 'Number', operator: 'GreaterThanOrEqual', formula: '50' },
        { type: 'Number', operator: 'GreaterThan', formula: '90' },
      ];
      const text = conditionalFormats.add('ContainsText');
      text.textComparison.rule = { operator: 'Contains', text: 'chậm' };
      bar.load('dataBar/upperBoundRule,dataBar/positiveFormat/fillColor');
      icons.load('iconSet/style,iconSet/criteria');
      text.load('textComparison/rule');
      await context.sync();
      expect([bar.dataBar.upperBoundRule, bar.dataBar.positiveFormat.fillColor]).toEqual([{ type: 'Number', formula: '100' }, '#0070C0']);
      expect(icons.iconSet.style).toBe('ThreeSymbols2');
      expect(icons.iconSet.criteria[2]).toEqual({ type: 'Number', operator: 'GreaterThan', formula: '90' });
      expect(text.textComparison.rule).toEqual({ operator: 'Contains', text: 'chậm' });
    });
  });

  const Excel_custom = 'Custom' as const;
});

describe('data validation', () => {
  test('a list with its prompt and alert', async () => {
    await excel.run(async (context) => {
      const range = sheet1(context).getRange('C2:C20');
      range.dataValidation.rule = { list: { inCellDropDown: true, source: 'mới,đang xử lý,xong' } };
      range.dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: 'Trạng thái', message: 'Chọn trong danh sách' };
      const part = sheet1(context).getRange('C5').dataValidation.load('type,rule,errorAlert');
      const mixed = sheet1(context).getRange('C1:C5').dataValidation.load('type');
      await context.sync();
      expect(part.type).toBe('List');
      expect(part.rule.list?.source).toBe('mới,đang xử lý,xong');
      expect(part.errorAlert.title).toBe('Trạng thái');
      expect(mixed.type).toBe('MixedCriteria');
      range.dataValidation.clear();
      const none = range.dataValidation.load('type');
      await context.sync();
      expect(none.type).toBe('None');
    });
  });
});

describe('page, panes, properties', () => {
  test('are kept as they are set', async () => {
    await excel.run(async (context) => {
      const sheet = sheet1(context);
      sheet.freezePanes.freezeAt(sheet.getRange('A1:C4'));
      sheet.showGridlines = false;
      sheet.tabColor = '#00B050';
      sheet.pageLayout.orientation = 'Landscape';
      sheet.pageLayout.paperSize = 'A4';
      sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      sheet.pageLayout.setPrintTitleRows('$3:$4');
      sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P/&N';
      context.workbook.properties.title = 'Tổng hợp tháng 6';
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load('address');
      sheet.load('showGridlines,tabColor,pageLayout/orientation,pageLayout/zoom');
      context.workbook.properties.load('title');
      await context.sync();
      expect([frozen.address, titles.address]).toEqual(['Sheet1!A1:C4', 'Sheet1!3:4']);
      expect([sheet.showGridlines, sheet.tabColor, sheet.pageLayout.orientation]).toEqual([false, '#00B050', 'Landscape']);
      expect(sheet.pageLayout.zoom.horizontalFitToPages).toBe(1);
      expect(context.workbook.properties.title).toBe('Tổng hợp tháng 6');
    });
    expect(excel.host.model.sheets[0]?.pageLayout.footer.center).toBe('&P/&N');
  });
});
