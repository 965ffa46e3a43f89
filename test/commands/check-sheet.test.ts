import { createWorkbook, setFormula, setValue } from '../../src/workbench/model/workbook';
import type { WorkbookModel } from '../../src/workbench/model/types';
import { inExcel } from '../excel/world';
import { addReportSheet, contentsOf, fileOf, frameOf, mayWorkbook, openOffice, sheetNamed, type Office } from './office';

jest.setTimeout(120_000);

let office: Office | null = null;
afterEach(() => {
  office?.excel.dispose();
  office = null;
});

async function open(model: WorkbookModel): Promise<Office> {
  office = await openOffice(model);
  office.excel.host.resetCounters();
  return office;
}

async function check(desk: Office) {
  const outcome = await desk.commands.checkSheet();
  if (outcome.kind !== 'checked') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** A workbook with one report as its active sheet. */
async function reportWorkbook(month: number, unit: string): Promise<WorkbookModel> {
  const model = createWorkbook('Báo cáo.xlsx', []);
  await addReportSheet(model, fileOf(month, unit), 'Biểu 01');
  return model;
}

test('a clean report: no findings of weight, no highlights, the checks and cells counted, two round trips', async () => {
  const desk = await open(await reportWorkbook(5, 'SCT'));
  const before = contentsOf(desk.model);
  const outcome = await check(desk);
  expect(outcome.report).toMatchObject({ unit: 'SCT', period: { year: 2024, month: 5 } });
  expect(outcome.result.findings.filter(({ severity }) => severity !== 'I')).toEqual([]);
  expect(outcome.result.checks).toMatchObject({ crashed: 0 });
  expect(outcome.result.checks.run).toBeGreaterThan(10);
  expect(outcome.result.cells).toBeGreaterThan(10);
  expect(outcome.roundTrips).toBeLessThanOrEqual(3);
  expect(desk.excel.host.counters.requests).toBe(outcome.roundTrips);
  expect(contentsOf(desk.model)).toEqual(before);
});

test('a faulty report: each finding with its cell, marked in the sheet, and the marks go without a trace', async () => {
  const model = await reportWorkbook(6, 'SCT');
  const desk = await open(model);
  await inExcel(desk.excel, (workbook) => {
    const own = workbook.worksheets.getItem('Biểu 01').getRange('H12').conditionalFormats.add('Custom');
    own.custom.rule.formula = '=$H$12>1000';
    own.custom.format.fill.color = '#00FF00';
  });
  const [theirs] = structuredClone(sheetNamed(model, 'Biểu 01').conditionalFormats);
  const outcome = await check(desk);
  expect(outcome.result.findings).toContainEqual(expect.objectContaining({ code: 'V04', sheet: 'Biểu 01', cells: ['H12'], unit: 'SCT', indicator: 'KT03' }));
  expect(outcome.highlights.refused).toBeNull();
  expect(outcome.highlights.set).toBeGreaterThan(0);
  expect(outcome.roundTrips).toBeLessThanOrEqual(3);
  await check(desk);
  const marked = sheetNamed(model, 'Biểu 01').conditionalFormats;
  expect(marked.some((format) => format.ranges.some((range) => range.row === 11 && range.col === 7))).toBe(true);
  expect(await desk.commands.removeHighlights('Biểu 01')).toEqual({ kind: 'removed', removed: marked.length - 1 });
  expect(sheetNamed(model, 'Biểu 01').conditionalFormats).toEqual([theirs]);
});

test('a protected sheet is checked all the same; only the marks are refused, by name', async () => {
  const desk = await open(await reportWorkbook(6, 'SCT'));
  await inExcel(desk.excel, (workbook) => workbook.worksheets.getItem('Biểu 01').protection.protect());
  const frame = frameOf(desk.model);
  const outcome = await check(desk);
  expect(outcome.result.findings.map(({ code }) => code)).toContain('V04');
  expect(outcome.highlights).toMatchObject({ set: 0, refused: { code: 'protectedSheet', sheet: 'Biểu 01' } });
  expect(outcome.roundTrips).toBeLessThanOrEqual(3);
  expect(frameOf(desk.model)).toEqual(frame);
});

test('the facts of the workbook are the history of the sheet, and it costs no further round trip', async () => {
  const model = await mayWorkbook();
  const sheet = await addReportSheet(model, fileOf(6, 'SCT'), 'SCT tháng 6');
  // A cumulative below May's 883.8 can only be seen by who knows May.
  setValue(sheet, 11, 7, 700);
  model.activeSheetId = sheet.id;
  const desk = await open(model);
  const outcome = await check(desk);
  expect(outcome.result.findings.map(({ code }) => code)).toContain('T01');
  expect(outcome.roundTrips).toBeLessThanOrEqual(3);
});

test.each([30, 3_000])('a sheet of %i rows takes three round trips at most', async (rows) => {
  const model = await reportWorkbook(6, 'SCT');
  const sheet = sheetNamed(model, 'Biểu 01');
  for (let row = 13; row < 13 + rows; row += 1) {
    setValue(sheet, row, 1, `ZZ${row}`);
    setValue(sheet, row, 2, `Chỉ tiêu không có ${row}`);
    setValue(sheet, row, 7, row % 2 === 0 ? row : '1.234');
    setFormula(sheet, row, 9, `=H${row + 1}`, row);
  }
  const desk = await open(model);
  const outcome = await check(desk);
  expect(outcome.result.findings.length).toBeGreaterThan(1);
  expect(outcome.roundTrips).toBeLessThanOrEqual(3);
});

test('a sheet that is no report, an empty one, and our own are told apart', async () => {
  const model = await mayWorkbook();
  const desk = await open(model);
  desk.excel.host.user.activate('Trang1');
  const empty = await check(desk);
  expect(empty).toMatchObject({ ownSheet: false, report: null });
  expect(empty.result.findings.length).toBeGreaterThan(0);
  desk.excel.host.user.activate('Số liệu');
  expect(await check(desk)).toMatchObject({ ownSheet: true, report: null, result: { findings: [] }, highlights: { set: 0, refused: null } });
});

test('while a cell is being edited the check is refused by name and nothing changes', async () => {
  const desk = await open(await reportWorkbook(6, 'SCT'));
  desk.excel.host.setCellEditMode(true);
  expect(await desk.commands.checkSheet()).toMatchObject({ kind: 'refused', refusal: { code: 'cellEdit' } });
  desk.excel.host.setCellEditMode(false);
  expect((await check(desk)).report?.unit).toBe('SCT');
});

test('pressed twice at once: the marks stand once', async () => {
  const desk = await open(await reportWorkbook(6, 'SCT'));
  const [first, second] = await Promise.all([check(desk), check(desk)]);
  expect(second.result.findings).toEqual(first.result.findings);
  const once = sheetNamed(desk.model, 'Biểu 01').conditionalFormats.length;
  await check(desk);
  expect(sheetNamed(desk.model, 'Biểu 01').conditionalFormats).toHaveLength(once);
});

test('going to a cell selects it; a sheet that is gone is refused by name', async () => {
  const desk = await open(await reportWorkbook(6, 'SCT'));
  expect(await desk.commands.goToCell('Biểu 01', 'H12')).toBeNull();
  expect(sheetNamed(desk.model, 'Biểu 01').selection).toMatchObject([{ row: 11, col: 7 }]);
  expect(await desk.commands.goToCell('Mất', 'A1')).toMatchObject({ code: 'missingSheet' });
});

test('the state of the workbook: report sheets, own sheets, report month', async () => {
  const model = await mayWorkbook();
  await addReportSheet(model, fileOf(6, 'SCT'), 'SCT tháng 6');
  const desk = await open(model);
  expect(await desk.commands.workbookState()).toMatchObject({ kind: 'state', reportSheets: 1, hasOwnSheets: true, reportPeriod: { year: 2024, month: 5 } });
});
