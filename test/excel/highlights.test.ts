import type { Mark } from '../../src/excel/highlights';
import { clearHighlights, setHighlights } from '../../src/excel/highlights';
import { goTo } from '../../src/excel/goTo';
import { onSheetChanged } from '../../src/excel/events';
import { applyPlans } from '../../src/excel/apply';
import { readActiveSheet } from '../../src/excel/read';
import { roundTrips } from '../../src/excel/session';
import type { Headless } from '../../src/workbench/host/headless';
import { block, inExcel, nameOf, openExcel, plan, sheetOf } from './world';

let excel: Headless;
beforeEach(async () => {
  excel = await openExcel();
  await inExcel(excel, (workbook) => {
    const sheet = workbook.worksheets.getItem('Báo cáo');
    sheet.getRange('A1:C9').values = Array.from({ length: 9 }, () => [1, 2, 3]);
    const own = sheet.getRange('A1:B5').conditionalFormats.add('Custom');
    own.custom.rule.formula = '=A1>1';
    own.custom.format.fill.color = '#00FF00';
    const planned = sheet.getRange('C1:C5').conditionalFormats.add('Custom');
    planned.custom.rule.formula = '=AND(N("chitieu:state")=0,C1>1)';
    const bar = sheet.getRange('A1:A9').conditionalFormats.add('DataBar');
    bar.priority = 2;
  });
});
afterEach(() => excel.dispose());

const formats = (sheet = 'Báo cáo') => structuredClone(sheetOf(excel, sheet).conditionalFormats);
const ours = () => formats().flatMap(({ rule, ranges }) => (rule.kind === 'Custom' && /chitieu:[EWI]/.test(rule.formula) ? [{ formula: rule.formula, fill: rule.format.fill, ranges }] : []));
const marks: readonly Mark[] = [
  { address: 'B2', severity: 'E' }, { address: 'B3', severity: 'E' }, { address: 'C3', severity: 'W' }, { address: 'B2', severity: 'I' }, { address: 'A7:B8', severity: 'I' },
];

describe('highlights', () => {
  test('mark each cell once with the gravest severity, and go without a trace', async () => {
    const before = formats();
    expect(await setHighlights('Báo cáo', marks)).toEqual({ ok: true, value: { set: 7 } });
    expect(ours().map(({ formula, ranges }) => [formula, ranges.map((rect) => [rect.row, rect.col, rect.lastRow, rect.lastCol])])).toEqual([
      ['=N("chitieu:E")=0', [[1, 1, 2, 1]]], ['=N("chitieu:W")=0', [[2, 2, 2, 2]]], ['=N("chitieu:I")=0', [[6, 0, 7, 1]]],
    ]);
    expect(await clearHighlights('Báo cáo')).toEqual({ ok: true, value: { removed: 3 } });
    expect(formats()).toEqual(before);
  });

  test('are replaced by the next check, in three round trips with the reading', async () => {
    await setHighlights('Báo cáo', marks);
    excel.host.resetCounters();
    const start = roundTrips();
    await readActiveSheet();
    expect(await setHighlights('Báo cáo', [{ address: 'C9', severity: 'W' }])).toEqual({ ok: true, value: { set: 1 } });
    expect([roundTrips() - start, excel.host.counters.requests]).toEqual([3, 3]);
    expect(ours()).toHaveLength(1);
  });

  test('that the analyst removed in between are no obstacle', async () => {
    const before = formats();
    await setHighlights('Báo cáo', marks);
    sheetOf(excel, 'Báo cáo').conditionalFormats = sheetOf(excel, 'Báo cáo').conditionalFormats.slice(1);
    expect(nameOf(await setHighlights('Báo cáo', marks.slice(0, 1)))).toBe('done');
    expect(ours()).toHaveLength(1);
    await clearHighlights('Báo cáo');
    expect(formats()).toEqual(before);
  });

  test('reach thousands of scattered cells', async () => {
    const scattered = Array.from({ length: 3_000 }, (_, n): Mark => ({ address: `C${2 * n + 1}`, severity: 'E' }));
    expect(await setHighlights('Báo cáo', scattered)).toEqual({ ok: true, value: { set: 3_000 } });
    expect(ours().reduce((sum, format) => sum + format.ranges.length, 0)).toBe(3_000);
  });

  test('pressed twice stand once', async () => {
    await Promise.all([setHighlights('Báo cáo', marks), setHighlights('Báo cáo', marks)]);
    expect(ours()).toHaveLength(3);
  });

  test('are removed from all sheets, and the count is told', async () => {
    await setHighlights('Báo cáo', marks);
    await setHighlights('Số liệu', marks.slice(0, 1));
    expect(await clearHighlights(null)).toEqual({ ok: true, value: { removed: 4 } });
    expect(formats('Số liệu')).toEqual([]);
  });

  test('a protected sheet refuses them by name, and nothing changes', async () => {
    await setHighlights('Báo cáo', marks);
    await inExcel(excel, (workbook) => workbook.worksheets.getItem('Báo cáo').protection.protect());
    const before = formats();
    expect(await setHighlights('Báo cáo', [])).toMatchObject({ ok: false, refusal: { code: 'protectedSheet', sheet: 'Báo cáo' } });
    expect(await clearHighlights(null)).toMatchObject({ ok: false, refusal: { code: 'protectedSheet', sheet: 'Báo cáo' } });
    expect(formats()).toEqual(before);
  });

  test('a missing sheet and cell-edit mode are refused by name', async () => {
    expect([nameOf(await setHighlights('Mất', marks)), nameOf(await clearHighlights('Mất'))]).toEqual(['missingSheet', 'missingSheet']);
    excel.host.setCellEditMode(true);
    expect([nameOf(await setHighlights('Báo cáo', marks)), nameOf(await clearHighlights(null))]).toEqual(['cellEdit', 'cellEdit']);
  });
});

describe('going to a cell', () => {
  test('shows the sheet and selects the cell', async () => {
    expect(await goTo('Số liệu', 'H12')).toEqual({ ok: true, value: null });
    expect(sheetOf(excel, 'Số liệu')).toMatchObject({ id: excel.host.model.activeSheetId, selection: [{ row: 11, col: 7 }] });
  });

  test('on a sheet that is gone or hidden is refused, and it stays hidden', async () => {
    await inExcel(excel, (workbook) => (workbook.worksheets.getItem('Số liệu').visibility = 'Hidden'));
    expect([nameOf(await goTo('Mất', 'A1')), nameOf(await goTo('Số liệu', 'A1'))]).toEqual(['missingSheet', 'missingSheet']);
    expect(sheetOf(excel, 'Số liệu').visibility).toBe('Hidden');
  });
});

describe('changes', () => {
  const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

  test('of the user are told with the sheet, those of the add-in are not, and none after the end', async () => {
    const heard: string[] = [];
    const stop = await onSheetChanged((sheet) => heard.push(sheet));
    excel.host.user.type('Số liệu', 0, 0, '1');
    await settled();
    await applyPlans([plan('Báo cáo', { blocks: [block(0, 0, [[5]])] })]);
    await settled();
    expect(heard).toEqual(['Số liệu']);
    stop();
    await settled();
    excel.host.user.type('Số liệu', 0, 0, '2');
    await settled();
    expect(heard).toEqual(['Số liệu']);
  });
});
