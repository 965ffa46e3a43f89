import type { WorkbookModel } from '../../src/workbench/model/types';
import { addSheet, setValue } from '../../src/workbench/model/workbook';
import { inExcel } from '../excel/world';
import {
  addReportSheet, contentsOf, corrected, factRow, fileOf, filesOf, frameOf, juneWorkbook, LATER, mayWorkbook, openOffice, request, rowsOf, sortTable, summaryCell, tableNamed, truth,
  type Office,
} from './office';

jest.setTimeout(180_000);

const open: Office[] = [];
afterEach(() => {
  for (const office of open.splice(0)) office.excel.dispose();
});

async function at(model: WorkbookModel, options = {}): Promise<Office> {
  const office = await openOffice(model, options);
  open.push(office);
  return office;
}

/** Everything that a refused write must leave alone. */
const stateOf = (office: Office) => ({ contents: contentsOf(office.model), frame: frameOf(office.model) });

const protect = (sheet: string) => (workbook: Excel.Workbook) => workbook.worksheets.getItem(sheet).protection.protect();
const filter = (workbook: Excel.Workbook) => workbook.tables.getItem('SoLieu').columns.getItem('Mã đơn vị').filter.applyValuesFilter(['SCT']);

test.each([
  ['a filter on SoLieu', 'filteredRange', 'Số liệu', filter],
  ['a protected Tổng hợp', 'protectedSheet', 'Tổng hợp', protect('Tổng hợp')],
  ['a protected Số liệu', 'protectedSheet', 'Số liệu', protect('Số liệu')],
  ['a protected Vướng mắc', 'protectedSheet', 'Vướng mắc', protect('Vướng mắc')],
] as const)('%s: the write is refused by name and nothing is written; freed, it goes through', async (_, code, sheet, prepare) => {
  const office = await at(await mayWorkbook());
  await inExcel(office.excel, prepare);
  const before = stateOf(office);
  const preview = await office.preview(6, filesOf(6));
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'refused', refusal: { code, sheet }, undone: true });
  expect(stateOf(office)).toEqual(before);
  await inExcel(office.excel, (workbook) => {
    workbook.tables.getItem('SoLieu').clearFilters();
    for (const name of ['Tổng hợp', 'Số liệu', 'Vướng mắc']) workbook.worksheets.getItem(name).protection.unprotect();
  });
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'written', differences: [] });
});

test('a protected workbook takes no new sheets: refused by name', async () => {
  const office = await at(await mayWorkbook());
  await inExcel(office.excel, (workbook) => {
    workbook.worksheets.getItem('Vướng mắc').delete();
    workbook.protection.protect();
  });
  const before = stateOf(office);
  expect(await office.commands.writeConsolidation(await office.preview(6, filesOf(6)))).toMatchObject({ kind: 'refused', refusal: { code: 'protectedWorkbook' } });
  expect(stateOf(office)).toEqual(before);
});

test('a cell in edit refuses preview and write; afterwards both work', async () => {
  const office = await at(await mayWorkbook());
  const preview = await office.preview(6, filesOf(6));
  const before = stateOf(office);
  office.excel.host.setCellEditMode(true);
  expect(await office.commands.previewConsolidation(request(6, []))).toMatchObject({ kind: 'refused', refusal: { code: 'cellEdit' } });
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'refused', refusal: { code: 'cellEdit' }, undone: true });
  expect(stateOf(office)).toEqual(before);
  office.excel.host.setCellEditMode(false);
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'written', differences: [] });
});

test('write pressed twice: the second is refused as busy, the first goes through once', async () => {
  const office = await at(await mayWorkbook());
  const preview = await office.preview(6, filesOf(6));
  const [first, second] = await Promise.all([office.commands.writeConsolidation(preview), office.commands.writeConsolidation(preview)]);
  expect([first, second]).toMatchObject([{ kind: 'written', differences: [] }, { kind: 'refused', refusal: { code: 'busy' } }]);
  expect((await office.preview(6, filesOf(6), { now: LATER })).plans).toEqual([]);
});

test('the same preview written a second time doubles nothing', async () => {
  const office = await at(await mayWorkbook());
  const preview = await office.preview(6, filesOf(6));
  await office.commands.writeConsolidation(preview);
  const after = stateOf(office);
  const again = await office.commands.writeConsolidation(preview);
  expect(again.kind).not.toBe('refused');
  expect(stateOf(office)).toEqual(after);
});

test('SoLieu sorted between preview and write: stale, nothing half written; looking again mends it', async () => {
  const office = await at(await juneWorkbook());
  const files = [await corrected(fileOf(6, 'SCT'), { H12: 1051.3 })];
  const preview = await office.preview(6, files, { now: LATER });
  await sortTable(office, 'SoLieu', 'Lũy kế');
  const before = stateOf(office);
  expect(await office.commands.writeConsolidation(preview)).toEqual({ kind: 'stale', sheet: 'Số liệu' });
  expect(stateOf(office)).toEqual(before);
  await office.consolidate(6, files, { now: LATER });
  expect(factRow(office.model, 'SCT', 'KT03', 6).at('Lũy kế')).toBe(1051.3);
});

test('a row taken out of SoLieu, a note typed, a row of Tổng hợp moved between preview and write', async () => {
  const office = await at(await juneWorkbook());
  const files = [await corrected(fileOf(6, 'SCT'), { H12: 1051.3 })];
  const preview = await office.preview(6, files, { now: LATER });
  const note = summaryCell(office.model, 'KT03', 'Ghi chú của chuyên viên');
  office.excel.host.user.type('Tổng hợp', note.row, note.col, 'đang xem');
  const { table } = tableNamed(office.model, 'SoLieu');
  await inExcel(office.excel, (workbook) => workbook.worksheets.getItem('Số liệu').getRangeByIndexes(1, 0, 1, table.range.lastCol + 1).delete('Up'));
  const before = stateOf(office);
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'stale' });
  expect(stateOf(office)).toEqual(before);
});

test('sheets that were deleted between preview and write are missed by name', async () => {
  const office = await at(await mayWorkbook());
  const preview = await office.preview(6, filesOf(6));
  await inExcel(office.excel, (workbook) => workbook.worksheets.getItem('Số liệu').delete());
  const before = stateOf(office);
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'refused', refusal: { code: 'missingSheet', sheet: 'Số liệu' } });
  expect(stateOf(office)).toEqual(before);
});

test("the analyst's own sheet that is named like ours is left alone, and ours gets another name", async () => {
  const office = await openOffice();
  open.push(office);
  const theirs = addSheet(office.model, 'Tổng hợp');
  setValue(theirs, 0, 0, 'Của tôi');
  const facts = addSheet(office.model, 'Số liệu');
  setValue(facts, 4, 4, 12);
  expect((await office.consolidate(2, filesOf(2))).differences).toEqual([]);
  expect([...theirs.cells.values()].flatMap((cells) => [...cells.values()].map(({ value }) => value))).toEqual(['Của tôi']);
  expect(facts.cells.size).toBe(1);
  expect(office.model.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Tổng hợp', 'Tổng hợp (2)', 'Số liệu', 'Số liệu (2)']));
  expect((await office.preview(2, filesOf(2), { now: LATER })).plans).toEqual([]);
  expect((await office.consolidate(3, filesOf(3))).differences).toEqual([]);
  expect(office.model.sheets.map(({ name }) => name)).not.toContain('Tổng hợp (3)');
  office.excel.host.user.activate('Số liệu (2)');
  expect(await office.commands.checkSheet()).toMatchObject({ kind: 'checked', ownSheet: true });
});

test('a name and a table that stand for something else are refused by name', async () => {
  const office = await openOffice();
  open.push(office);
  await inExcel(office.excel, (workbook) => {
    workbook.worksheets.getItem('Trang1').getRange('A1:B2').values = [['a', 'b'], [1, 2]];
    workbook.tables.add('Trang1!A1:B2', true).name = 'KiemTra';
  });
  const before = stateOf(office);
  const outcome = await office.commands.writeConsolidation(await office.preview(2, filesOf(2)));
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { code: 'nameTaken', detail: 'KiemTra' } });
  expect(stateOf(office)).toEqual(before);
});

test('sheets renamed by the analyst stay ours', async () => {
  const office = await at(await mayWorkbook());
  await inExcel(office.excel, (workbook) => {
    workbook.worksheets.getItem('Số liệu').name = 'Dữ liệu gốc';
    workbook.worksheets.getItem('Tổng hợp').name = 'Tổng hợp trình lãnh đạo';
  });
  expect((await office.consolidate(6, filesOf(6))).differences).toEqual([]);
  expect(office.model.sheets.map(({ name }) => name)).not.toContain('Số liệu');
  expect(await office.commands.workbookState()).toMatchObject({ reportSheets: 0, hasOwnSheets: true, reportPeriod: { year: 2024, month: 6 } });
  office.excel.host.user.activate('Dữ liệu gốc');
  expect(await office.commands.checkSheet()).toMatchObject({ kind: 'checked', ownSheet: true, report: null });
  expect((await office.preview(6, filesOf(6), { now: LATER })).plans).toEqual([]);
});

test('answers that are too long for Excel are asked for in parts', async () => {
  const office = await at(await mayWorkbook(), { payloadLimit: 600_000 });
  expect(await office.commands.writeConsolidation(await office.preview(6, filesOf(6)))).toMatchObject({ kind: 'written', differences: [] });
  expect((await office.preview(6, filesOf(6), { now: LATER })).plans).toEqual([]);
});

test('hidden report sheets are not read; a hidden sheet of ours is', async () => {
  const model = await mayWorkbook();
  const sheet = await addReportSheet(model, fileOf(6, 'STC'), 'STC');
  sheet.visibility = 'Hidden';
  const office = await at(model);
  await inExcel(office.excel, (workbook) => (workbook.worksheets.getItem('Số liệu').visibility = 'Hidden'));
  const preview = await office.preview(6, [fileOf(6, 'SCT')]);
  expect(preview.inputs.map(({ kind }) => kind)).toEqual(['file']);
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'written', differences: [] });
  expect(rowsOf(office.model, 'SoLieu').filter((row) => row.at('Tháng') === 5).length).toBeGreaterThan(0);
});

test('manual calculation: the results are asked for, and agree', async () => {
  const office = await at(await mayWorkbook());
  office.model.calculationMode = 'Manual';
  expect((await office.consolidate(6, filesOf(6))).differences).toEqual([]);
  expect(summaryCell(office.model, 'KT04', 'Lũy kế').value).toBe(truth.months[6]?.KT04?.cum);
});

test('when the results cannot be read back the outcome says so, and calls no figure different', async () => {
  const office = await at(await mayWorkbook());
  const preview = await office.preview(6, filesOf(6));
  const { host } = office.excel;
  const { answer, counters } = host;
  const start = counters.requests;
  let failures = 0;
  Object.assign(host, {
    answer: async (body: string, flags?: number): Promise<string> => {
      if (counters.requests - start !== 2 || failures > 0 || body.includes('_RemoveReference')) return answer(body, flags);
      failures += 1;
      return JSON.stringify({ Results: [], Error: { Code: 'GeneralException', Message: 'broken', Location: '', ActionIndex: 0 } });
    },
  });
  const outcome = await office.commands.writeConsolidation(preview);
  expect(outcome).toMatchObject({ kind: 'written', differences: [], readBackRefusal: { code: 'unknown' } });
  expect(failures).toBe(1);
});
