import { saveXlsx } from '../../src/workbench/io/save';
import { openXlsx } from '../../src/workbench/io/open';
import { cellAt, setValue } from '../../src/workbench/model/workbook';
import type { PickedFile } from '../../src/files/types';
import { inExcel } from '../excel/world';
import {
  addReportSheet, columnOf, contentsOf, corrected, differing, factRow, fileOf, filesOf, frameOf, juneWorkbook, LATER, mayWorkbook, NOW, openOffice, request, rowsOf,
  sheetNamed, sortTable, summaryCell, tableNamed, type Office,
} from './office';
import type { WorkbookModel } from '../../src/workbench/model/types';

jest.setTimeout(180_000);

const open: Office[] = [];
afterEach(() => {
  for (const office of open.splice(0)) office.excel.dispose();
});

async function at(model?: WorkbookModel): Promise<Office> {
  const office = await openOffice(model);
  open.push(office);
  office.excel.host.resetCounters();
  return office;
}

/** Sheets that follow the facts by formulas, and those in which other rows may change; the second argument leaves them out. */
const FOLLOWING = ['Tổng hợp', 'Kiểm tra', 'Theo dõi nộp', 'Vướng mắc', 'Biểu đồ', 'Nhiệm vụ'];

test('the first month into an empty workbook: eight sheets, no difference between Excel and the add-in, few round trips', async () => {
  const office = await at();
  const preview = await office.preview(5, filesOf(2, 3, 4, 5));
  expect(preview.roundTrips).toBeLessThanOrEqual(3);
  expect(preview.inputs.map(({ use }) => use)).not.toContain('notUsed');
  const read = office.excel.host.counters.requests;
  expect(read).toBe(preview.roundTrips);
  const written = await office.commands.writeConsolidation(preview);
  expect(written).toMatchObject({ kind: 'written', differences: [] });
  if (written.kind !== 'written') return;
  expect(written.receipt.roundTrips).toBeLessThanOrEqual(3);
  expect(office.excel.host.counters.requests - read).toBe(written.receipt.roundTrips);
  expect(office.model.sheets.map(({ name }) => name).sort()).toEqual(['Biểu đồ', 'Danh mục', 'Kiểm tra', 'Nhiệm vụ', 'Số liệu', 'Theo dõi nộp', 'Trang1', 'Tổng hợp', 'Vướng mắc'].sort());
  expect(summaryCell(office.model, 'KT03', 'Lũy kế').value).toBe(883.8);
});

test('the same inputs twice: nothing to write, at the same hour or later, and after the workbook was saved and opened', async () => {
  const office = await at(await mayWorkbook());
  const before = contentsOf(office.model);
  await office.consolidate(6, filesOf(6));
  const after = contentsOf(office.model);
  expect(differing(before, after)).not.toEqual([]);
  for (const now of [NOW, LATER]) {
    const again = await office.preview(6, filesOf(6), { now });
    expect(again.plans.map(({ sheet }) => sheet)).toEqual([]);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(await office.commands.writeConsolidation(again)).toEqual({ kind: 'nothingToWrite' });
  }
  expect(differing(after, contentsOf(office.model))).toEqual([]);
  const reopened = await at(await openXlsx(await saveXlsx(office.model), 'Sổ.xlsx'));
  expect((await reopened.preview(6, filesOf(6), { now: LATER })).plans.map(({ sheet }) => sheet)).toEqual([]);
});

test('a corrected report changes its own rows only, and says old → new before it writes', async () => {
  const office = await at(await juneWorkbook());
  const before = contentsOf(office.model, FOLLOWING);
  const sct = await corrected(fileOf(6, 'SCT'), { H12: 1051.3, G12: 167.5 });
  const preview = await office.preview(6, [sct], { now: LATER });
  expect(preview.consolidation.changes).toContainEqual(expect.objectContaining({ kind: 'changed', unit: 'SCT', indicator: 'KT03', figure: 'cumulative', after: 1051.3 }));
  expect(preview.consolidation.changes.every(({ unit }) => unit === 'SCT')).toBe(true);
  expect(preview.counts).toMatchObject({ added: 0, changed: 1, removed: 0 });
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'written', differences: [] });
  const { row } = factRow(office.model, 'SCT', 'KT03', 6);
  const places = differing(before, contentsOf(office.model, FOLLOWING));
  const facts = places.filter((place) => place.startsWith('Số liệu!'));
  expect(facts.length).toBeGreaterThan(0);
  expect(facts.filter((place) => !place.startsWith(`Số liệu!${row},`))).toEqual([]);
  // The month that counts for the unit's indicator is worked out in the table of who reports what.
  expect(places.filter((place) => !place.startsWith('Số liệu!') && !place.startsWith('Danh mục!'))).toEqual([]);
  expect(factRow(office.model, 'SCT', 'KT03', 6).at('Ghi lúc')).toBe(LATER);
  expect(factRow(office.model, 'STC', 'KT04', 6).at('Ghi lúc')).toBe(NOW);
  expect(summaryCell(office.model, 'KT03', 'Lũy kế').value).toBe(1051.3);
  expect(summaryCell(office.model, 'KT03', 'Thực hiện tháng').value).toBe(167.5);
});

test('what the analyst made survives: a note, a column, a sorted table, an explanation, a sheet, a colour', async () => {
  const office = await at(await mayWorkbook());
  const note = summaryCell(office.model, 'KT04', 'Ghi chú của chuyên viên');
  office.excel.host.user.type('Tổng hợp', note.row, note.col, 'Thu tốt nhờ đất đai');
  const { table } = tableNamed(office.model, 'SoLieu');
  await inExcel(office.excel, (workbook) => {
    const sheet = workbook.worksheets.getItem('Số liệu');
    const beside = sheet.getRangeByIndexes(0, table.range.lastCol + 1, table.range.lastRow + 1, 1);
    beside.values = [['Theo dõi của tôi'], ...rowsOf(office.model, 'SoLieu').map((_, n) => [`ghi ${n}`])];
    workbook.tables.getItem('SoLieu').resize(sheet.getRangeByIndexes(0, 0, table.range.lastRow + 1, table.range.lastCol + 2));
    sheet.getRange('D4').format.fill.color = '#ABCDEF';
    workbook.worksheets.getItem('Trang1').getRange('B2').values = [['của tôi']];
  });
  await sortTable(office, 'SoLieu', 'Lũy kế');
  const findings = rowsOf(office.model, 'KiemTra');
  const first = findings[0];
  if (first === undefined) throw new Error('no finding to explain');
  setValue(sheetNamed(office.model, 'Kiểm tra'), first.row, columnOf(office.model, 'KiemTra', 'Giải trình'), 'đã hỏi đơn vị');
  const own = new Map(rowsOf(office.model, 'SoLieu').map((row) => [`${String(row.at('Mã đơn vị'))}|${String(row.at('Mã chỉ tiêu'))}|${String(row.at('Tháng'))}`, row.at('Theo dõi của tôi')]));
  expect([...own.values()].filter((text) => text !== null)).not.toEqual([]);
  const outcome = await office.consolidate(6, filesOf(6));
  expect(outcome.differences).toEqual([]);
  expect(summaryCell(office.model, 'KT04', 'Ghi chú của chuyên viên').value).toBe('Thu tốt nhờ đất đai');
  for (const row of rowsOf(office.model, 'SoLieu')) {
    const key = `${String(row.at('Mã đơn vị'))}|${String(row.at('Mã chỉ tiêu'))}|${String(row.at('Tháng'))}`;
    expect([key, row.at('Theo dõi của tôi')]).toEqual([key, own.get(key) ?? null]);
  }
  expect(rowsOf(office.model, 'KiemTra').map((row) => row.at('Giải trình'))).toContain('đã hỏi đơn vị');
  const { sheet } = tableNamed(office.model, 'SoLieu');
  expect([...sheet.cells.values()].filter((cells) => cells.get(3)?.style.fill === '#ABCDEF')).toHaveLength(1);
  expect(cellAt(sheetNamed(office.model, 'Trang1'), 1, 1)?.value).toBe('của tôi');
  expect((await office.preview(6, filesOf(6), { now: LATER })).plans.map(({ sheet }) => sheet)).toEqual([]);
});

test('May run again after June was there does not lose June', async () => {
  const office = await at(await juneWorkbook());
  const june = rowsOf(office.model, 'SoLieu').filter((row) => row.at('Tháng') === 6).length;
  const outcome = await office.consolidate(5, filesOf(5));
  expect(outcome.differences).toEqual([]);
  expect(outcome.changes).toEqual([]);
  expect(rowsOf(office.model, 'SoLieu').filter((row) => row.at('Tháng') === 6)).toHaveLength(june);
  expect(rowsOf(office.model, 'SoLieu').filter((row) => row.at('Lý do') === 'không còn trong báo cáo')).toEqual([]);
  expect(summaryCell(office.model, 'KT03', 'Lũy kế').value).toBe(883.8);
  expect((await office.consolidate(6, filesOf(6))).differences).toEqual([]);
});

test('report sheets of the workbook count like files, and are left as they are', async () => {
  const model = await mayWorkbook();
  await addReportSheet(model, fileOf(6, 'STC'), 'STC');
  await addReportSheet(model, fileOf(6, 'CAT'), 'CAT');
  const office = await at(model);
  const before = contentsOf(model, ['Số liệu', 'Danh mục', ...FOLLOWING]);
  const preview = await office.preview(6, [fileOf(6, 'SCT')]);
  expect(preview.inputs.map(({ kind, unit, use }) => [kind, unit, use])).toEqual([['sheet', 'STC', 'month'], ['sheet', 'CAT', 'month'], ['file', 'SCT', 'month']]);
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'written', differences: [] });
  expect(factRow(model, 'STC', 'KT04', 6).at('Trang tính')).toBe('STC');
  expect(differing(before, contentsOf(model, ['Số liệu', 'Danh mục', ...FOLLOWING]))).toEqual([]);
  expect((await office.preview(6, [fileOf(6, 'SCT')], { now: LATER })).plans.map(({ sheet }) => sheet)).toEqual([]);
  const without = await office.preview(6, [fileOf(6, 'SCT')], { includeSheets: false });
  expect(without.inputs.map(({ kind }) => kind)).toEqual(['file']);
});

test('a sheet and a file of one unit and month that differ wait for a choice; choosing one settles it', async () => {
  const model = await mayWorkbook();
  await addReportSheet(model, fileOf(6, 'STC'), 'STC');
  const office = await at(model);
  const file = await corrected(fileOf(6, 'STC'), { H12: 9_999 });
  const held = await office.preview(6, [file]);
  expect(held.findings.filter(({ code }) => code === 'F07')).toHaveLength(2);
  expect(held.consolidation.figures.find(({ indicator }) => indicator === 'KT04')).toMatchObject({ cumulative: null, coverage: 0 });
  const chosen = held.inputs.find(({ kind }) => kind === 'file')?.hash ?? '';
  const settled = await office.preview(6, [file], { chosenFiles: [chosen] });
  expect(settled.findings.filter(({ code }) => code === 'F07')).toEqual([]);
  expect(settled.inputs.map(({ kind, use }) => [kind, use])).toEqual([['sheet', 'notUsed'], ['file', 'month']]);
  expect(settled.findings.some(({ code, params }) => code === 'F11' && 'reason' in params && params.reason === 'notChosen')).toBe(true);
});

test('two different files of one unit: both held, the choice by hash settles it and stands in the workbook', async () => {
  const office = await at(await mayWorkbook());
  const files = [fileOf(6, 'STC'), await corrected(fileOf(6, 'STC'), { G12: 1_234.5 }, 'STC_2024-06 (sửa).xlsx')];
  const held = await office.preview(6, files);
  expect(held.findings.filter(({ code }) => code === 'F07').map(({ severity, held: isHeld }) => [severity, isHeld])).toEqual([['E', true], ['E', true]]);
  expect(held.consolidation.held.some(({ unit, indicator }) => unit === 'STC' && indicator === 'KT04')).toBe(true);
  const second = held.inputs.find(({ file }) => file.includes('sửa'))?.hash ?? '';
  const outcome = await office.consolidate(6, files, { chosenFiles: [second] });
  expect(outcome.differences).toEqual([]);
  expect(factRow(office.model, 'STC', 'KT04', 6).at('Thực hiện tháng')).toBe(1_234.5);
  expect(factRow(office.model, 'STC', 'KT04', 6).at('Tệp')).toBe('STC_2024-06 (sửa).xlsx');
});

test('the same file twice is read once, and told', async () => {
  const office = await at(await mayWorkbook());
  const preview = await office.preview(6, [fileOf(6, 'SCT'), { ...fileOf(6, 'SCT'), name: 'ban sao.xlsx' }]);
  expect(preview.inputs.map(({ file, status, use }) => [file, status, use])).toEqual([['SCT_2024-06.xlsx', 'read', 'month'], ['ban sao.xlsx', 'skipped', 'notUsed']]);
  expect(preview.findings.map(({ code }) => code)).toContain('F06');
  expect(preview.findings.map(({ code }) => code)).not.toContain('F07');
});

test('bad files among good ones end in their findings, the rest goes on', async () => {
  const office = await at(await mayWorkbook());
  const text = (name: string, content: string): PickedFile => ({ name, bytes: new TextEncoder().encode(content), lastModified: null });
  const good = fileOf(6, 'SCT');
  const bad = [text('bai viet.pdf', '%PDF-1.7 …'), text('trang.xls', '<html><body>x</body></html>'), { name: 'cut.xlsx', bytes: good.bytes.slice(0, 3_000), lastModified: null }, text('~$SCT_2024-06.xlsx', 'lock'), text('rong.xlsx', '')];
  const preview = await office.preview(6, [...bad, good]);
  expect(preview.inputs.find(({ file }) => file === good.name)).toMatchObject({ status: 'read', use: 'month' });
  for (const { name } of bad) {
    const input = preview.inputs.find(({ file }) => file === name);
    expect([name, input?.status === 'rejected' || input?.status === 'skipped', (input?.result.findings.length ?? 0) > 0]).toEqual([name, true, true]);
  }
  expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'written', differences: [] });
});

test('nothing usable into an empty workbook: said so, and nothing is written', async () => {
  const office = await at();
  const before = contentsOf(office.model);
  const outcome = await office.commands.previewConsolidation(request(6, [{ name: 'a.xlsx', bytes: new Uint8Array([1, 2, 3]), lastModified: null }]));
  expect(outcome).toMatchObject({ kind: 'nothingToRead', inputs: [{ file: 'a.xlsx', status: 'rejected' }] });
  expect(outcome.kind === 'nothingToRead' && outcome.findings.map(({ code }) => code)).toContain('F01');
  expect(contentsOf(office.model)).toEqual(before);
  expect(office.model.sheets).toHaveLength(1);
});

test('cancelled on the way: nothing is written, and it says how far it came', async () => {
  const office = await at(await mayWorkbook());
  const before = contentsOf(office.model);
  const control = new AbortController();
  const seen: number[] = [];
  const outcome = await office.commands.previewConsolidation({
    ...request(6, filesOf(6)), signal: control.signal,
    onProgress: ({ done }) => {
      seen.push(done);
      if (done === 3) control.abort();
    },
  });
  expect(outcome).toEqual({ kind: 'cancelled', done: 3, total: filesOf(6).length });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(contentsOf(office.model)).toEqual(before);
});

test.each([20, 100])('%i files take three round trips to look and three to write', async (count) => {
  const office = await at(await mayWorkbook());
  const files: PickedFile[] = filesOf(6).slice(0, Math.min(20, count));
  for (let n = files.length; n < count; n += 1) files.push(await corrected(fileOf(6, 'SCT'), { P12: `bản ${n}` }, `SCT_2024-06 (${n}).xlsx`));
  const preview = await office.preview(6, files);
  expect(office.excel.host.counters.requests).toBe(preview.roundTrips);
  expect(preview.roundTrips).toBeLessThanOrEqual(3);
  office.excel.host.resetCounters();
  const written = await office.commands.writeConsolidation(preview);
  expect(written).toMatchObject({ kind: 'written', differences: [] });
  expect(office.excel.host.counters.requests).toBeLessThanOrEqual(3);
});

test('text that looks like a formula stays text, in the tables of obstacles and findings too', async () => {
  const office = await at(await mayWorkbook());
  const evil = await corrected(fileOf(6, 'SYT'), { N12: "=cmd|' /C calc'!A0", O12: '+1+1', C13: '=HYPERLINK("http://x","y")' });
  await office.consolidate(6, [evil, await corrected(fileOf(6, 'SCT'), { H12: '@SUM(1)', N12: '-2+3' }, '=1+1.xlsx')]);
  const texts = ['VuongMac', 'KiemTra', 'SoLieu', 'TheoDoiNop'].flatMap((name) => {
    const { sheet, table } = tableNamed(office.model, name);
    return [...sheet.cells].flatMap(([row, cells]) => (row <= table.range.row ? [] : [...cells.values()].map((cell) => ({ formula: cell.formula, value: cell.value }))));
  });
  expect(texts.filter(({ formula }) => formula !== null && /cmd|HYPERLINK|@SUM|^=1\+1|^\+1/.test(formula))).toEqual([]);
  expect(texts.map(({ value }) => value)).toEqual(expect.arrayContaining(["=cmd|' /C calc'!A0", '+1+1', '-2+3']));
  const reopened = await openXlsx(await saveXlsx(office.model));
  expect(rowsOf(reopened, 'VuongMac').map((row) => row.at('Tồn tại, nguyên nhân'))).toContain("=cmd|' /C calc'!A0");
  expect([...tableNamed(reopened, 'VuongMac').sheet.cells.values()].flatMap((cells) => [...cells.values()]).filter((cell) => cell.formula !== null)).toEqual([]);
});

test('a later month and another year are not used (K05), and say so', async () => {
  const office = await at(await mayWorkbook());
  const preview = await office.preview(5, [fileOf(6, 'SCT')]);
  expect(preview.inputs).toMatchObject([{ use: 'notUsed', unit: 'SCT' }]);
  expect(preview.findings).toContainEqual(expect.objectContaining({ code: 'K05', unit: 'SCT' }));
  expect(preview.consolidation.changes).toEqual([]);
});

test('a deadline that has passed since makes only the rows it concerns another', async () => {
  const office = await at(await juneWorkbook());
  const before = contentsOf(office.model);
  const frame = frameOf(office.model);
  await office.consolidate(6, filesOf(6), { asOf: '2024-06-27', now: LATER });
  expect(differing(before, contentsOf(office.model)).filter((place) => !/^(Kiểm tra|Theo dõi nộp)!/.test(place))).toEqual([]);
  expect(frameOf(office.model).sheets.map(({ name }) => name)).toEqual(frame.sheets.map(({ name }) => name));
});
