import { createWorkbook, setValue } from '../../src/workbench/model/workbook';
import type { WorkbookModel } from '../../src/workbench/model/types';
import { inExcel } from '../excel/world';
import { addReportSheet, contentsOf, differing, fileOf, mayWorkbook, NOW, openOffice, rowsOf, sheetNamed, type Office } from './office';

jest.setTimeout(180_000);

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

async function checkAll({ commands }: Office) {
  const outcome = await commands.checkAll();
  if (outcome.kind !== 'checkedAll') throw new Error(JSON.stringify(outcome));
  return outcome;
}

async function mayWith(...units: readonly string[]): Promise<WorkbookModel> {
  const model = await mayWorkbook();
  for (const unit of units) await addReportSheet(model, fileOf(6, unit), `${unit} tháng 6`);
  return model;
}

test('every report sheet, each with its own findings and fixes; own sheets and others are left alone', async () => {
  const desk = await open(await mayWith('SCT', 'STC', 'CAT'));
  const before = contentsOf(desk.model);
  const outcome = await checkAll(desk);
  expect(outcome.sheets.map(({ sheet, report }) => [sheet, report?.unit])).toEqual([['SCT tháng 6', 'SCT'], ['STC tháng 6', 'STC'], ['CAT tháng 6', 'CAT']]);
  expect(outcome.findings).toHaveLength(outcome.sheets.reduce((sum, { result }) => sum + result.findings.length, 0));
  expect(outcome.sheets.every(({ result }) => result.checks.run > 10 && result.checks.crashed === 0)).toBe(true);
  expect(outcome.highlights.set).toBeGreaterThan(0);
  const marked = outcome.sheets.filter(({ result }) => result.findings.some(({ cells }) => cells.length > 0)).map(({ sheet }) => sheet);
  for (const { name, conditionalFormats } of desk.model.sheets) if (name.endsWith('tháng 6')) expect([name, conditionalFormats.length > 0]).toEqual([name, marked.includes(name)]);
  expect(differing(before, contentsOf(desk.model))).toEqual([]);
});

test('the same findings as one by one, and as many round trips for one sheet as for four', async () => {
  const one = await open(await mayWith('SCT'));
  const first = await checkAll(one);
  await inExcel(one.excel, (workbook) => workbook.worksheets.getItem('SCT tháng 6').activate());
  const alone = await one.commands.checkSheet();
  if (alone.kind !== 'checked') throw new Error(JSON.stringify(alone));
  expect(first.findings.map(({ fingerprint }) => fingerprint).sort()).toEqual(alone.result.findings.map(({ fingerprint }) => fingerprint).sort());
  one.excel.dispose();
  const many = await open(await mayWith('SCT', 'STC', 'CAT', 'NT'));
  const outcome = await checkAll(many);
  expect(outcome.sheets).toHaveLength(4);
  expect(outcome.roundTrips).toBe(first.roundTrips);
  expect(outcome.roundTrips).toBeLessThanOrEqual(5);
  expect(many.excel.host.counters.requests).toBe(outcome.roundTrips);
});

test('sheets of earlier months are the history of later ones, without any consolidation', async () => {
  const model = createWorkbook('Sổ.xlsx', []);
  for (const month of [2, 3, 4, 5]) await addReportSheet(model, fileOf(month, 'SCT'), `SCT ${month}`);
  const { sheets, canRecord } = await checkAll(await open(model));
  expect(sheets.map(({ report }) => report?.period?.month)).toEqual([2, 3, 4, 5]);
  expect(sheets.flatMap(({ result }) => result.findings.filter(({ severity }) => severity === 'E'))).toEqual([]);
  expect(sheets.at(-1)?.result.findings.filter((finding) => finding.code === 'R01' && finding.params.reason === 'noHistory')).toEqual([]);
  expect(canRecord).toBe(false);
});

test('two sheets of one unit and month that differ are both named', async () => {
  const model = await mayWith('SCT');
  const copy = await addReportSheet(model, fileOf(6, 'SCT'), 'SCT bản 2');
  setValue(copy, 11, 6, 170);
  const { findings } = await checkAll(await open(model));
  expect(findings.filter(({ code }) => code === 'F07')).toHaveLength(2);
});

test('a protected sheet keeps its looks and is named; its findings come all the same', async () => {
  const desk = await open(await mayWith('SCT', 'STC'));
  await inExcel(desk.excel, (workbook) => workbook.worksheets.getItem('SCT tháng 6').protection.protect());
  const outcome = await checkAll(desk);
  expect(outcome.highlights.refused).toMatchObject({ code: 'protectedSheet', sheet: 'SCT tháng 6' });
  expect(sheetNamed(desk.model, 'SCT tháng 6').conditionalFormats).toEqual([]);
  expect(outcome.sheets[0]?.result.findings.length).toBeGreaterThan(0);
});

test('it goes on record like the check of one sheet, and the next run knows it', async () => {
  const desk = await open(await mayWith('SCT', 'STC'));
  const first = await checkAll(desk);
  expect(first.canRecord).toBe(true);
  const checked = first.sheets.map(({ sheet, report }) => ({ file: 'Sổ.xlsx', sheet, unit: report?.unit ?? null, period: report?.period ?? null }));
  expect(await desk.commands.recordCheck({ checked, findings: first.findings, now: NOW })).toMatchObject({ kind: 'recorded' });
  expect(first.findings.every(({ fingerprint }) => rowsOf(desk.model, 'KiemTra').some((row) => row.at('Dấu vân') === fingerprint && row.at('Tình trạng') === 'mới'))).toBe(true);
  const second = await checkAll(desk);
  expect(second.memory).toMatchObject({ hasLastRun: true, resolved: [] });
  expect([...second.memory.byFingerprint.values()].map(({ state }) => state)).not.toContain('new');
});

test('no report sheet: nothing found, nothing marked', async () => {
  const outcome = await checkAll(await open(createWorkbook('Sổ.xlsx', ['Trang1'])));
  expect(outcome).toMatchObject({ sheets: [], findings: [], highlights: { set: 0, refused: null } });
});
