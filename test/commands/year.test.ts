import type { LookBackOutcome } from '../../src/commands';
import type { PreviewRequest } from '../../src/commands/types';
import { readBook } from '../../src/core/report/read-book';
import { indexCatalogue } from '../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../src/core/catalogue/programme2024';
import { openFile } from '../../src/files/open-file';
import { openXlsx } from '../../src/workbench/io/open';
import { saveXlsx } from '../../src/workbench/io/save';
import type { CellValue, WorkbookModel } from '../../src/workbench/model/types';
import { inExcel } from '../excel/world';
import { columnOf, contentsOf, corrected, differing, factRow, fileOf, filesOf, juneWorkbook, LATER, mayWorkbook, NOW, openOffice, rowsOf, summaryCell, type Office } from './office';

jest.setTimeout(180_000);

const open: Office[] = [];
afterEach(() => {
  for (const office of open.splice(0)) office.excel.dispose();
});

async function at(model?: WorkbookModel): Promise<Office> {
  const office = await openOffice(model);
  open.push(office);
  return office;
}

const MAY = { year: 2024, month: 5 };
const JUNE = { year: 2024, month: 6 };
const closing = { by: 'Nguyễn Văn A', on: '2024-06-25', now: LATER };
const lookedBack = (outcome: LookBackOutcome) => {
  if (outcome.kind !== 'lookedBack') throw new Error(JSON.stringify(outcome));
  return outcome;
};
const frozenRow = (office: Office, indicator: string, month: number, header: string): CellValue => rowsOf(office.model, 'DaKhoa').find((row) => row.at('Mã chỉ tiêu') === indicator && row.at('Tháng') === month)?.at(header) ?? null;

test('closing a month copies what is reported of it, with hash, time and name, and puts the month into KyKhoa; three round trips', async () => {
  const office = await at(await juneWorkbook());
  const before = contentsOf(office.model, ['Danh mục']);
  office.excel.host.resetCounters();
  const outcome = await office.commands.closeMonth({ ...closing, period: JUNE });
  expect(outcome).toMatchObject({ kind: 'closed', period: JUNE });
  expect(office.excel.host.counters.requests).toBeLessThanOrEqual(3);
  expect(rowsOf(office.model, 'KyKhoa').map((row) => [row.at('Năm'), row.at('Tháng'), row.at('Ngày khóa')])).toEqual([[2024, 6, 45468]]);
  const rows = rowsOf(office.model, 'DaKhoa');
  for (const row of rows) {
    expect([row.at('Khóa lúc'), row.at('Người khóa')]).toEqual([LATER, 'Nguyễn Văn A']);
    expect(row.at('Mã băm')).toMatch(/^[0-9a-f]{16}$/);
    for (const header of ['Lũy kế', 'Cùng kỳ năm trước', 'So với KH (%)', 'Trạng thái'] as const) {
      const shown = summaryCell(office.model, String(row.at('Mã chỉ tiêu')), header).value;
      const frozen = row.at(header);
      if (typeof frozen === 'number') expect(shown).toBeCloseTo(frozen, 8);
      else expect(shown === '' ? null : shown).toBe(frozen);
    }
  }
  expect(rows.length).toBeGreaterThan(25);
  // Nothing else in the workbook changed.
  expect(differing(before, contentsOf(office.model, ['Danh mục', 'Đã khóa']))).toEqual([]);
  expect(await office.commands.closeMonth({ ...closing, period: JUNE })).toEqual({ kind: 'alreadyClosed', period: JUNE, closedOn: '2024-06-25' });
  expect(await office.commands.closeMonth({ ...closing, period: { year: 2024, month: 9 } })).toEqual({ kind: 'noFigures', period: { year: 2024, month: 9 } });
});

test('closing can be taken back, and a second month grows the same tables', async () => {
  const office = await at(await juneWorkbook());
  const before = contentsOf(office.model);
  const first = await office.commands.closeMonth({ ...closing, period: MAY });
  if (first.kind !== 'closed') throw new Error(JSON.stringify(first));
  expect(await office.commands.takeBackWrite(first.receipt)).toMatchObject({ kind: 'takenBack', report: { left: [], removedSheets: ['Đã khóa'] } });
  expect(differing(before, contentsOf(office.model))).toEqual([]);
  expect((await office.commands.closeMonth({ ...closing, period: MAY })).kind).toBe('closed');
  const again = await at(await openXlsx(await saveXlsx(office.model), 'Sổ.xlsx'));
  expect((await again.commands.closeMonth({ ...closing, period: JUNE })).kind).toBe('closed');
  expect(rowsOf(again.model, 'KyKhoa').map((row) => row.at('Tháng'))).toEqual([5, 6]);
  expect(new Set(rowsOf(again.model, 'DaKhoa').map((row) => row.at('Tháng')))).toEqual(new Set([5, 6]));
  expect(frozenRow(again, 'KT04', 5, 'Lũy kế')).toBeLessThan(Number(frozenRow(again, 'KT04', 6, 'Lũy kế')));
});

test('a later revision of a closed month: K06, the frozen figure stays, the new one and the difference stand beside it', async () => {
  const office = await at(await juneWorkbook());
  await office.commands.closeMonth({ ...closing, period: JUNE });
  const frozen = Number(frozenRow(office, 'KT04', 6, 'Lũy kế'));
  const same = await office.preview(6, filesOf(6), { now: LATER });
  expect(same.findings.filter(({ code }) => code === 'K06').length).toBeGreaterThan(0);
  await office.commands.writeConsolidation(same);
  expect((await office.preview(6, filesOf(6), { now: LATER })).plans).toEqual([]);
  expect(frozenRow(office, 'KT04', 6, 'Khác số đã khóa')).toBe(0);
  expect(lookedBack(await office.commands.lookBack(null)).closed).toEqual([expect.objectContaining({ period: JUNE, by: 'Nguyễn Văn A', differences: [], altered: [] })]);

  await office.consolidate(6, [await corrected(fileOf(6, 'STC'), { H12: frozen + 100 })], { now: LATER });
  expect(frozenRow(office, 'KT04', 6, 'Lũy kế')).toBe(frozen);
  expect(frozenRow(office, 'KT04', 6, 'Lũy kế hiện nay')).toBe(frozen + 100);
  expect(frozenRow(office, 'KT04', 6, 'Khác số đã khóa')).toBe(100);
  const [closed] = lookedBack(await office.commands.lookBack(null)).closed;
  expect(closed?.differences).toContainEqual({ indicator: 'KT04', figure: 'cumulative', frozen, now: frozen + 100 });
  // What follows from it differs as well.
  expect(closed?.differences.map(({ indicator }) => indicator)).toEqual(expect.arrayContaining(['KT04', 'NV01']));
});

test('a frozen figure that was changed by hand is told', async () => {
  const office = await at(await juneWorkbook());
  await office.commands.closeMonth({ ...closing, period: JUNE });
  const row = rowsOf(office.model, 'DaKhoa').find((each) => each.at('Mã chỉ tiêu') === 'KT04');
  office.excel.host.user.type('Đã khóa', row?.row ?? 0, columnOf(office.model, 'DaKhoa', 'Lũy kế'), '1');
  expect(lookedBack(await office.commands.lookBack(null)).closed[0]?.altered).toEqual(['KT04']);
});

test('a month is opened again by deleting its row: no K06, nothing compared; closed once more, the new copy counts and the old one stays', async () => {
  const office = await at(await juneWorkbook());
  await office.commands.closeMonth({ ...closing, period: JUNE });
  const [row] = rowsOf(office.model, 'KyKhoa');
  for (const header of ['Năm', 'Tháng', 'Ngày khóa']) office.excel.host.user.type('Danh mục', row?.row ?? 0, columnOf(office.model, 'KyKhoa', header), '');
  const preview = await office.preview(6, filesOf(6), { now: LATER });
  expect(preview.findings.some(({ code }) => code === 'K06')).toBe(false);
  await office.commands.writeConsolidation(preview);
  expect(frozenRow(office, 'KT04', 6, 'Lũy kế hiện nay')).toBeNull();
  const frozen = rowsOf(office.model, 'DaKhoa').length;
  expect((await office.commands.closeMonth({ ...closing, period: JUNE, now: '2024-07-01T08:00:00+07:00', by: 'B' })).kind).toBe('closed');
  expect(rowsOf(office.model, 'DaKhoa')).toHaveLength(2 * frozen);
  expect(rowsOf(office.model, 'KyKhoa').filter((each) => each.at('Tháng') !== null)).toHaveLength(1);
  expect(lookedBack(await office.commands.lookBack(null)).closed).toEqual([expect.objectContaining({ by: 'B', figures: frozen })]);
});

describe('revisions', () => {
  /** June's report with another figure for May than was stored; its own figures follow. */
  async function restated() {
    const office = await at(await mayWorkbook());
    const may = factRow(office.model, 'STC', 'KT04', 5);
    const [month, cumulative] = [Number(may.at('Thực hiện tháng')), Number(may.at('Lũy kế'))];
    const file = await corrected(fileOf(6, 'STC'), { F12: month - 10, H12: cumulative - 10 + 1500, G12: 1500 });
    const others = filesOf(6).filter(({ name }) => !name.startsWith('STC_'));
    return { office, month, cumulative, files: [file, ...others] };
  }

  test('are offered old → new with their place, and never applied by themselves', async () => {
    const { office, month, cumulative, files } = await restated();
    const preview = await office.preview(6, files);
    expect(preview.revisions.filter(({ unit }) => unit === 'STC')).toEqual([
      expect.objectContaining({ indicator: 'KT04', period: MAY, figure: 'month', stored: month, restated: month - 10, cell: 'F12' }),
      expect.objectContaining({ indicator: 'KT04', period: MAY, figure: 'cumulative', stored: cumulative, restated: cumulative - 10, cell: 'H12' }),
    ]);
    await office.commands.writeConsolidation(preview);
    expect(factRow(office.model, 'STC', 'KT04', 5).at('Lũy kế')).toBe(cumulative);
  });

  test('that are accepted go into May’s fact with origin and reason, and stay when May’s file is read again', async () => {
    const { office, month, cumulative, files } = await restated();
    const acceptedRevisions: PreviewRequest['acceptedRevisions'] = (await office.preview(6, files)).revisions
      .filter(({ unit }) => unit === 'STC')
      .map(({ unit, indicator, period, figure, restated: value }) => ({ unit, indicator, period, figure, restated: value, reason: 'Kho bạc đối chiếu lại' }));
    const preview = await office.preview(6, files, { acceptedRevisions });
    expect(preview.revisions.filter(({ unit }) => unit === 'STC')).toEqual([]);
    expect(preview.consolidation.changes.filter(({ period }) => period.month === 5)).toEqual([
      expect.objectContaining({ kind: 'changed', figure: 'month', before: month, after: month - 10 }),
      expect.objectContaining({ kind: 'changed', figure: 'cumulative', before: cumulative, after: cumulative - 10 }),
    ]);
    expect(await office.commands.writeConsolidation(preview)).toMatchObject({ kind: 'written', differences: [] });
    const row = factRow(office.model, 'STC', 'KT04', 5);
    expect([row.at('Thực hiện tháng'), row.at('Lũy kế'), row.at('Cách có'), row.at('Ghi lúc')]).toEqual([month - 10, cumulative - 10, 'theo báo cáo sau', NOW]);
    expect(row.at('Số sửa lại')).toMatch(/^tháng: .* → .* \| .* › .* › F12 \| Kho bạc đối chiếu lại\nlũy kế: /);
    // The same inputs again write nothing, whether the acceptance is repeated or not; May's own file changes nothing.
    expect((await office.preview(6, files, { acceptedRevisions, now: LATER })).plans).toEqual([]);
    expect((await office.preview(6, files, { now: LATER })).plans).toEqual([]);
    const withMay = await office.preview(6, [...filesOf(5), ...files], { now: LATER });
    expect(withMay.consolidation.changes).toEqual([]);
    // The run is on record, and May’s number says where it comes from.
    const { runs } = lookedBack(await office.commands.lookBack(null));
    expect(runs[0]).toMatchObject({ at: NOW, changes: expect.arrayContaining([expect.objectContaining({ unit: 'STC', indicator: 'KT04', period: MAY, before: cumulative, after: cumulative - 10 })]) });
  });

  test('another number than the accepted one is offered anew', async () => {
    const { office, month, files } = await restated();
    const preview = await office.preview(6, files, { acceptedRevisions: [{ unit: 'STC', indicator: 'KT04', period: MAY, figure: 'month', restated: month - 11, reason: '' }] });
    expect(preview.revisions.some(({ unit }) => unit === 'STC')).toBe(true);
    expect(preview.consolidation.changes.some(({ kind, period }) => kind === 'changed' && period.month === 5)).toBe(false);
  });
});

test('two corrections of one figure are two records, by their runs', async () => {
  const office = await at(await juneWorkbook());
  const was = Number(factRow(office.model, 'STC', 'KT04', 6).at('Lũy kế'));
  await office.consolidate(6, [await corrected(fileOf(6, 'STC'), { H12: was + 1 })], { now: LATER });
  const last = '2024-06-28T08:00:00+07:00';
  await office.consolidate(6, [await corrected(fileOf(6, 'STC'), { H12: was + 2 })], { now: last });
  const { runs } = lookedBack(await office.commands.lookBack(null));
  expect(runs.map(({ at: when, changes }) => [when, changes.map(({ before, after }) => [before, after])])).toEqual([[last, [[was + 1, was + 2]]], [LATER, [[was, was + 1]]]]);
});

test('two months beside each other: figures, gap, state and pace of each, the biggest movers first; two round trips', async () => {
  const office = await at(await juneWorkbook());
  office.excel.host.resetCounters();
  const { months, period, before, open: toClose } = lookedBack(await office.commands.lookBack(null));
  expect(office.excel.host.counters.requests).toBe(2);
  expect([period, before]).toEqual([JUNE, MAY]);
  expect(toClose.map(({ month }) => month)).toEqual([2, 3, 4, 5, 6]);
  const after = months.find(({ indicator }) => indicator === 'KT04')?.after;
  expect(after?.cumulative).toBe(summaryCell(office.model, 'KT04', 'Lũy kế').value);
  expect(after?.pace).toBeCloseTo(Number(summaryCell(office.model, 'KT04', 'Tiến độ').value), 9);
  office.excel.host.user.type('Tổng hợp', 6, 3, '5');
  const was = months.find(({ indicator }) => indicator === 'KT04')?.before;
  expect(was?.cumulative).toBe(summaryCell(office.model, 'KT04', 'Lũy kế').value);
  expect(was?.gapToDate).toBeCloseTo(Number(summaryCell(office.model, 'KT04', 'Chênh lệch đến nay').value), 9);
  const weights = months.filter(({ stateChanged, movement }) => !stateChanged && movement !== null).map(({ movement }) => Math.abs(movement ?? 0));
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
});

describe('a new year', () => {
  test('starts from this one’s catalogue as a file of its own that reads and consolidates that year', async () => {
    const office = await at(await juneWorkbook());
    const before = contentsOf(office.model);
    office.excel.host.resetCounters();
    const made = await office.commands.newYearCatalogue({ year: 2025, now: NOW });
    if (made.kind !== 'made') throw new Error(JSON.stringify(made));
    expect(office.excel.host.counters.requests).toBe(2);
    expect(differing(before, contentsOf(office.model))).toEqual([]);
    expect(made).toMatchObject({ year: 2025, file: { fileName: 'so-tong-hop_2025.xlsx' }, baselines: [] });

    const next = await at(await openXlsx(made.file.bytes, made.file.fileName));
    await inExcel(next.excel, (workbook) => workbook.application.calculate('Full'));
    expect(next.model.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['Tổng hợp', 'Danh mục', 'Số liệu', 'Theo dõi nộp', 'Kiểm tra', 'Vướng mắc']));
    expect(await next.commands.workbookState()).toMatchObject({ kind: 'state', hasOwnSheets: true, reportPeriod: { year: 2025, month: 1 } });
    const targets = rowsOf(next.model, 'ChiTieu');
    expect(targets).toHaveLength(programme2024().indicators.length);
    expect(new Set(targets.map((row) => row.at('Mục tiêu')))).toEqual(new Set([null, 'cùng kỳ năm trước']));
    expect(rowsOf(next.model, 'PhanCong')).toHaveLength(programme2024().assignments.length);
    expect(rowsOf(next.model, 'NgayNghi').every((row) => row.at('Ngày nghỉ') === null)).toBe(true);
    // A wrong year is refused by name.
    expect(await next.commands.newYearCatalogue({ year: 2025, now: NOW })).toEqual({ kind: 'otherYear', from: 2025, wanted: 2025 });
  });

  test('its first report goes in, and Excel agrees with the add-in', async () => {
    const office = await at(await juneWorkbook());
    const made = await office.commands.newYearCatalogue({ year: null, now: NOW });
    if (made.kind !== 'made') throw new Error(JSON.stringify(made));
    const next = await at(await openXlsx(made.file.bytes, made.file.fileName));
    // The form of June 2024, said to be of February 2025.
    const file = await inYear(fileOf(6, 'STC'), 2025, 2);
    const outcome = await openFile(file.name, file.bytes);
    if (outcome.status !== 'read') throw new Error(JSON.stringify(outcome));
    expect(readBook(outcome.book, indexCatalogue(programme2024()), 'file').report?.period).toEqual({ year: 2025, month: 2 });
    const written = await next.consolidate(2, [file], { period: { year: 2025, month: 2 }, asOf: '2025-02-18' });
    expect(written).toMatchObject({ differences: [] });
    expect(factRow(next.model, 'STC', 'KT04', 2).at('Năm')).toBe(2025);
    expect(summaryCell(next.model, 'KT04', 'Lũy kế').value).toBe(factRow(next.model, 'STC', 'KT04', 2).at('Lũy kế'));
    expect((await next.preview(2, [file], { period: { year: 2025, month: 2 }, asOf: '2025-02-18', now: LATER })).plans).toEqual([]);
  });
});

/** A report under another month: its name, its title and the name that its form carries. */
async function inYear(file: { readonly name: string; readonly bytes: Uint8Array }, year: number, month: number) {
  const model = await openXlsx(file.bytes);
  const key = `${year}-${String(month).padStart(2, '0')}`;
  for (const sheet of model.sheets) {
    for (const cells of sheet.cells.values()) {
      for (const cell of cells.values()) {
        if (typeof cell.value === 'string') cell.value = cell.value.replace(/tháng 0?6(\s*(?:\/|năm\s*))2024/giu, `tháng ${month}$1${year}`).replace(/2024/g, String(year));
      }
    }
  }
  for (const name of model.names) name.formula = name.formula.replace('2024-06', key);
  return { name: file.name.replace('2024-06', key), bytes: await saveXlsx(model), lastModified: null };
}
