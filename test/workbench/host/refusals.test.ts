import { createWorkbook } from '../../../src/workbench/model/workbook';
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
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('a protected sheet', () => {
  beforeEach(async () => {
    await excel.run(async (context) => {
      const sheet = sheet1(context);
      sheet.getRange('B2:B3').format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true }, 'mk');
      await context.sync();
    });
  });

  test.each<[string, (sheet: Excel.Worksheet) => void, string]>([
    ['a locked cell', (sheet) => (sheet.getRange('A1').values = [[1]]), 'AccessDenied'],
    ['a block that touches a locked cell', (sheet) => (sheet.getRange('B3:B4').values = [[1], [2]]), 'AccessDenied'],
    ['an open cell', (sheet) => (sheet.getRange('B2').values = [[1]]), 'done'],
    ['a format', (sheet) => (sheet.getRange('B2').format.fill.color = 'red'), 'AccessDenied'],
    ['a column width, which is allowed', (sheet) => (sheet.getRange('B:B').format.columnWidth = 90), 'done'],
    ['a row height', (sheet) => (sheet.getRange('2:2').format.rowHeight = 30), 'AccessDenied'],
    ['a highlight', (sheet) => sheet.getRange('B2').conditionalFormats.add('Custom'), 'AccessDenied'],
    ['a table', (sheet) => sheet.tables.add('B2:B3', true), 'AccessDenied'],
    ['a new row', (sheet) => sheet.getRange('2:2').insert('Down'), 'AccessDenied'],
    ['clearing', (sheet) => sheet.getRange('A1:A2').clear('Contents'), 'AccessDenied'],
    ['opening it without the password', (sheet) => sheet.protection.unprotect(), 'AccessDenied'],
    ['opening it with a wrong one', (sheet) => sheet.protection.unprotect('mkx'), 'BadPassword'],
    ['opening it with the right one', (sheet) => sheet.protection.unprotect('mk'), 'done'],
    ['reading it', (sheet) => sheet.getRange('A1').load('values'), 'done'],
  ])('%s', async (_, change, code) => {
    expect(await failing((context) => change(sheet1(context)))).toBe(code);
  });
});

describe('a filter', () => {
  test('misplaces what is written over it, as Excel does', async () => {
    await excel.run(async (context) => {
      const sheet = sheet1(context);
      sheet.getRange('A1:B5').values = [['Mã', 'Số'], ['x', 1], ['y', 2], ['x', 3], ['x', 4]];
      const table = sheet.tables.add('A1:B5', true);
      table.columns.getItem('Mã').filter.applyValuesFilter(['x']);
      table.autoFilter.load('enabled,isDataFiltered');
      const rows = sheet.getRange('A1:A5').getRowProperties({ rowHidden: true });
      await context.sync();
      expect([table.autoFilter.enabled, table.autoFilter.isDataFiltered]).toEqual([true, true]);
      expect(rows.value.map((row) => row.rowHidden)).toEqual([false, false, true, false, false]);
      sheet.getRange('B2:B5').values = [[10], [20], [30], [40]];
      const numbers = sheet.getRange('B2:B5').load('values');
      await context.sync();
      expect(numbers.values).toEqual([[10], [2], [20], [30]]);
      table.clearFilters();
      sheet.getRange('B2:B5').values = [[10], [20], [30], [40]];
      numbers.load('values');
      await context.sync();
      expect(numbers.values).toEqual([[10], [20], [30], [40]]);
    });
  });
});

describe('cell-edit mode', () => {
  test('refuses every request', async () => {
    excel.host.setCellEditMode(true);
    expect(await failing((context) => void sheet1(context).load('name'))).toBe('InvalidOperationInCellEditMode');
  });

  test('with delayForCellEdit the batch waits until the user leaves the cell', async () => {
    excel.host.setCellEditMode(true);
    let done = false;
    const batch = excel.Excel.run({ delayForCellEdit: true }, async (context) => {
      sheet1(context).getRange('A1').values = [[1]];
      await context.sync();
      done = true;
    });
    await nextTurn();
    expect(done).toBe(false);
    excel.host.setCellEditMode(false);
    await batch;
    expect(done).toBe(true);
  });
});

describe('payloads', () => {
  const block = (rows: number): string[][] => Array.from({ length: rows }, () => ['x'.repeat(1000), 'y'.repeat(1000)]);

  test('a request over 5 MB is refused and nothing is written', async () => {
    expect(await failing((context) => (sheet1(context).getRange('A1:B3000').values = block(3000)))).toBe('RequestPayloadSizeLimitExceeded');
    expect(excel.host.model.sheets[0]?.cells.size).toBe(0);
  });

  test('an answer over 5 MB is refused', async () => {
    for (const start of [1, 2001]) {
      await excel.run(async (context) => {
        sheet1(context).getRange(`A${start}:B${start + 1999}`).values = block(2000);
        await context.sync();
      });
    }
    expect(await failing((context) => void sheet1(context).getRange('A1:B4000').load('values'))).toBe('ResponsePayloadSizeLimitExceeded');
  });
});

describe('what the stand-in does not know', () => {
  test('a member fails by name', async () => {
    const unknown = excel.run(async (context) => {
      sheet1(context).getRange('A1').flashFill();
      await context.sync();
    });
    await expect(unknown).rejects.toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('Range.flashFill') });
  });

  test('a property to load fails by name', async () => {
    const unknown = excel.run(async (context) => {
      sheet1(context).getRange('A1').load('formulasR1C1');
      await context.sync();
    });
    await expect(unknown).rejects.toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('Range.formulasR1C1') });
  });

  test('a fault of the engine is told as such, and the client gets an answer', async () => {
    const broken = world(undefined, {
      calculator: {
        recalculate: () => {
          throw new Error('engine stopped');
        },
      },
    });
    const batch = broken.run(async (context) => {
      sheet1(context).getRange('A1').values = [['=1+1']];
      await context.sync();
    });
    await expect(batch).rejects.toMatchObject({ code: 'GeneralException', message: expect.stringContaining('engine stopped') });
    broken.dispose();
  });

  test('a member above the floor is refused by the client itself', () => {
    expect(excel.Office.context.requirements.isSetSupported('ExcelApi', '1.14')).toBe(true);
    expect(excel.Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(false);
    return expect(
      excel.run(async (context) => {
        sheet1(context).getRange('A1').getDependents();
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('1.15') });
  });
});

describe('events', () => {
  test('tell of changes, selections and sheets, unless they are off', async () => {
    const seen: string[] = [];
    await excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(async (event) => void seen.push(`changed ${event.address} ${event.changeType}`));
      worksheets.onSelectionChanged.add(async (event) => void seen.push(`selected ${event.address}`));
      worksheets.onActivated.add(async () => void seen.push('activated'));
      context.workbook.onSelectionChanged.add(async () => void seen.push('selected in the workbook'));
      await context.sync();
      sheet1(context).getRange('A1:B1').values = [[1, 2]];
      context.workbook.worksheets.getItem('Số liệu').getRange('C3').select();
      await context.sync();
      await nextTurn();
      expect(seen).toEqual(['changed A1:B1 RangeEdited', 'activated', 'selected C3', 'selected in the workbook']);
      context.runtime.enableEvents = false;
      sheet1(context).getRange('A2').values = [[1]];
      context.runtime.enableEvents = true;
      await context.sync();
      await nextTurn();
      expect(seen).toHaveLength(4);
    });
    excel.host.user.type('Sheet1', 4, 0, '5%');
    await nextTurn();
    expect(seen.at(-1)).toBe('changed A5 RangeEdited');
  });
});

describe('counting', () => {
  test('a batch is one request, whatever it holds; releasing its ranges is counted apart', async () => {
    excel.host.resetCounters();
    await excel.run(async (context) => {
      const range = sheet1(context).getRange('A1:C1000');
      range.values = Array.from({ length: 1000 }, (_, n) => [n, n + 1, n + 2]);
      range.load('values');
      await context.sync();
    });
    await nextTurn();
    const { requests, releases, requestBytes, responseBytes, actions } = excel.host.counters;
    expect([requests, releases]).toEqual([1, 1]);
    expect(requestBytes).toBeGreaterThan(10_000);
    expect(responseBytes).toBeGreaterThan(10_000);
    expect(actions).toBeGreaterThan(3);
  });

  test('20,000 rows of 24 columns are written and read in seconds', async () => {
    const big = world(createWorkbook('Big.xlsx', ['Sheet1']));
    const rows = Array.from({ length: 20_000 }, (_, row) => Array.from({ length: 24 }, (__, col) => (col % 3 === 0 ? `D${row % 30}` : row * col)));
    const start = performance.now();
    for (let first = 0; first < rows.length; first += 5_000) {
      await big.run(async (context) => {
        sheet1(context).getRangeByIndexes(first, 0, 5_000, 24).values = rows.slice(first, first + 5_000);
        await context.sync();
      });
    }
    let read = 0;
    for (let first = 0; first < rows.length; first += 5_000) {
      await big.run(async (context) => {
        const block = sheet1(context).getRangeByIndexes(first, 0, 5_000, 24).load('values');
        await context.sync();
        read += block.values.length;
      });
    }
    expect(read).toBe(20_000);
    // Measured at about 1.5 s; the bound only catches what grows with the square of the rows.
    expect(performance.now() - start).toBeLessThan(15_000);
    big.dispose();
  });

  test('the globals come and go', () => {
    excel.install();
    expect(Reflect.get(globalThis, 'Excel')).toBe(excel.Excel);
    excel.dispose();
    expect(Reflect.get(globalThis, 'Excel')).toBeUndefined();
  });
});
