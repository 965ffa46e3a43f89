import type { CellEdit, Finding, FixProposal } from '../../src/commands/types';
import { cellAt, createWorkbook, setFormula, setValue } from '../../src/workbench/model/workbook';
import type { CellValue, WorkbookModel } from '../../src/workbench/model/types';
import { inExcel } from '../excel/world';
import { addReportSheet, contentsOf, differing, fileOf, frameOf, openOffice, placeOf, sheetNamed, type Office } from './office';

jest.setTimeout(120_000);

const SHEET = 'Biểu 01';
let office: Office | null = null;
afterEach(() => {
  office?.excel.dispose();
  office = null;
});

/** May's report of one unit, clean, with cells as somebody typed them since. */
async function desk(cells: Readonly<Record<string, CellValue>>, unit = 'SCT', before?: (model: WorkbookModel) => void): Promise<Office> {
  const model = createWorkbook('Báo cáo.xlsx', []);
  const sheet = await addReportSheet(model, fileOf(5, unit), SHEET);
  for (const [address, value] of Object.entries(cells)) setValue(sheet, placeOf(address).row, placeOf(address).col, value);
  before?.(model);
  office = await openOffice(model);
  await inExcel(office.excel, (workbook) => workbook.application.calculate('Full'));
  office.excel.host.resetCounters();
  return office;
}

async function check({ commands }: Office) {
  const outcome = await commands.checkSheet();
  if (outcome.kind !== 'checked') throw new Error(JSON.stringify(outcome));
  return outcome;
}

async function fix({ commands }: Office, edits: readonly CellEdit[]) {
  const outcome = await commands.applyFixes(edits);
  if (outcome.kind !== 'fixed') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const held = ({ model }: Office, address: string) => {
  const { row, col } = placeOf(address);
  const cell = cellAt(sheetNamed(model, SHEET), row, col);
  return { value: cell?.value ?? null, formula: cell?.formula ?? null, format: cell?.numberFormat ?? 'General' };
};

const proposalsOf = (checked: { readonly result: { readonly findings: readonly Finding[] }; readonly fixes: ReadonlyMap<string, FixProposal> }, code: string): readonly FixProposal[] =>
  checked.result.findings.filter((finding) => finding.code === code).flatMap(({ fingerprint }) => checked.fixes.get(fingerprint) ?? []);

test('a number typed as text: mended in its cell, gone from the findings, and taken back with its number format', async () => {
  const desktop = await desk({ H12: '883,8' });
  await inExcel(desktop.excel, (workbook) => (workbook.worksheets.getItem(SHEET).getRange('H12').numberFormat = [['@']]));
  const before = contentsOf(desktop.model);
  const frame = frameOf(desktop.model);
  const first = await check(desktop);
  const [proposal] = proposalsOf(first, 'V03');
  expect(proposal).toMatchObject({ kind: 'safe', options: [{ kind: 'toNumber', value: 883.8, edits: [{ address: 'H12', before: '883,8', after: 883.8 }] }] });
  const requests = desktop.excel.host.counters.requests;
  const { receipt, fixed, left } = await fix(desktop, proposal?.options[0]?.edits ?? []);
  expect([fixed, left]).toEqual([1, []]);
  expect(receipt.roundTrips).toBeLessThanOrEqual(3);
  expect(desktop.excel.host.counters.requests - requests).toBe(receipt.roundTrips);
  expect(held(desktop, 'H12')).toEqual({ value: 883.8, formula: null, format: 'General' });
  expect(proposalsOf(await check(desktop), 'V03')).toEqual([]);
  await desktop.commands.removeHighlights(null);
  expect(await desktop.commands.takeBackWrite(receipt)).toMatchObject({ kind: 'takenBack', report: { restored: 1, left: [] } });
  expect(differing(before, contentsOf(desktop.model))).toEqual([]);
  expect(frameOf(desktop.model)).toEqual(frame);
});

test('all safe fixes at once: a constant number of round trips, no finding of theirs left, everything taken back', async () => {
  const model = await desk({ H12: '883,8', G12: '161,0', I12: '839,0 ', C12: ' Kim ngạch  xuất khẩu hàng hóa ' });
  const first = await check(model);
  const before = contentsOf(model.model);
  const safe = first.result.findings.filter((finding) => first.fixes.get(finding.fingerprint)?.kind === 'safe');
  expect(new Set(safe.map(({ code }) => code))).toEqual(new Set(['V03', 'V16']));
  const edits = safe.flatMap(({ fingerprint }) => first.fixes.get(fingerprint)?.options[0]?.edits ?? []);
  const { receipt, left } = await fix(model, edits);
  expect(left).toEqual([]);
  expect(receipt.roundTrips).toBeLessThanOrEqual(3);
  const second = await check(model);
  expect(second.result.findings.filter((finding) => second.fixes.get(finding.fingerprint)?.kind === 'safe')).toEqual([]);
  expect(await model.commands.takeBackWrite(receipt)).toMatchObject({ kind: 'takenBack', report: { left: [] } });
  expect(differing(before, contentsOf(model.model))).toEqual([]);
});

test('a text that would become a formula stays a text', async () => {
  const model = await desk({ N12: "=cmd|' /C calc'!A0" });
  const first = await check(model);
  const [proposal] = proposalsOf(first, 'V21');
  const { receipt } = await fix(model, proposal?.options[0]?.edits ?? []);
  expect(held(model, 'N12')).toEqual({ value: "=cmd|' /C calc'!A0", formula: null, format: '@' });
  await model.commands.takeBackWrite(receipt);
  expect(held(model, 'N12')).toMatchObject({ value: "=cmd|' /C calc'!A0", formula: null });
});

test('two readings: the analyst takes the second, and it is the number that stands there', async () => {
  const model = await desk({ H12: '1.051' });
  const [proposal] = proposalsOf(await check(model), 'V04');
  expect(proposal).toMatchObject({ kind: 'ask', options: [{ value: 1051 }, { value: 1.051 }] });
  await fix(model, proposal?.options[1]?.edits ?? []);
  expect(held(model, 'H12').value).toBe(1.051);
});

const edit = (address: string, before: CellEdit['before'], after: CellEdit['after'], sheet = SHEET): CellEdit => ({ sheet, address, before, after });

test('a sign of the form is written as a text and under the cell\'s own format', async () => {
  const model = await desk({ H12: 'không phát sinh' });
  const { format } = held(model, 'H12');
  const { receipt } = await fix(model, [edit('H12', 'không phát sinh', '-')]);
  expect(held(model, 'H12')).toEqual({ value: '-', formula: null, format });
  expect(await model.commands.takeBackWrite(receipt)).toMatchObject({ report: { restored: 1, left: [] } });
  expect(held(model, 'H12').value).toBe('không phát sinh');
});

test('a formula is restored, and the number that stood over it comes back', async () => {
  const model = await desk({ J12: 47 });
  const { receipt } = await fix(model, [edit('J12', 47, { formula: '=ROUND(H12/E12*100,2)' })]);
  expect(held(model, 'J12').formula).toBe('=ROUND(H12/E12*100,2)');
  await model.commands.takeBackWrite(receipt);
  expect(held(model, 'J12')).toMatchObject({ value: 47, formula: null });
});

test('a cell that was changed since is left and named; the others are mended', async () => {
  const model = await desk({ H12: '883,8', G12: '161,0' });
  const { result, fixes } = await check(model);
  const edits = result.findings.flatMap(({ fingerprint }) => fixes.get(fingerprint)?.options[0]?.edits ?? []);
  model.excel.host.user.type(SHEET, 11, 7, '999');
  const { fixed, left } = await fix(model, edits);
  expect([fixed, left]).toEqual([1, [{ sheet: SHEET, address: 'H12' }]]);
  expect(held(model, 'H12').value).toBe(999);
  expect(held(model, 'G12').value).toBe(161);
});

test('a formula typed meanwhile is no constant, and a cell that is blank by now no text', async () => {
  const model = await desk({ H12: 5 }, 'SCT', (book) => setFormula(sheetNamed(book, SHEET), 11, 6, '=2+3'));
  const { fixed, left } = await fix(model, [edit('G12', 5, 6), edit('I12', 'x', 'y'), edit('H12', 5, 6)]);
  expect(fixed).toBe(1);
  expect(left.map(({ address }) => address).sort()).toEqual(['G12', 'I12']);
});

test.each<readonly [string, (model: Office) => Promise<void> | void, string]>([
  ['a protected sheet', ({ excel }) => inExcel(excel, (workbook) => workbook.worksheets.getItem(SHEET).protection.protect()), 'protectedSheet'],
  ['a filtered sheet', ({ excel }) => inExcel(excel, (workbook) => {
    const sheet = workbook.worksheets.getItem(SHEET);
    sheet.autoFilter.apply(sheet.getRange('A10:P20'), 1, { filterOn: 'Values', values: ['KT03'] });
  }), 'filteredRange'],
  ['a cell that is being edited', ({ excel }) => excel.host.setCellEditMode(true), 'cellEdit'],
])('%s is refused by name, and nothing is written', async (_, prepare, code) => {
  const model = await desk({ H12: '883,8' });
  await prepare(model);
  const before = contentsOf(model.model);
  expect(await model.commands.applyFixes([edit('H12', '883,8', 883.8), edit('G12', 160.9, 1)])).toMatchObject({ kind: 'refused', refusal: { code } });
  expect(differing(before, contentsOf(model.model))).toEqual([]);
});

test('a sheet that is gone is refused, and a fix without cells does nothing', async () => {
  const model = await desk({});
  expect(await model.commands.applyFixes([edit('A1', null, 1, 'Mất')])).toMatchObject({ kind: 'refused', refusal: { code: 'missingSheet' } });
  expect(await model.commands.applyFixes([])).toMatchObject({ kind: 'fixed', fixed: 0, left: [] });
});

test('four hundred fixes cost no more round trips than one', async () => {
  const model = await desk({}, 'SCT', (book) => {
    const sheet = sheetNamed(book, SHEET);
    for (let row = 100; row < 500; row += 1) setValue(sheet, row, row % 7, `${row},5`);
  });
  const edits = Array.from({ length: 400 }, (_, n) => edit(`${'ABCDEFG'[(n + 100) % 7] ?? 'A'}${n + 101}`, `${n + 100},5`, n + 100.5));
  const { receipt, fixed, left } = await fix(model, edits);
  expect([fixed, left.length]).toEqual([400, 0]);
  expect(receipt.roundTrips).toBeLessThanOrEqual(3);
  expect(await model.commands.takeBackWrite(receipt)).toMatchObject({ report: { restored: 400, left: [] } });
});
