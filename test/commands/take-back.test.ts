import { saveXlsx } from '../../src/workbench/io/save';
import { openXlsx } from '../../src/workbench/io/open';
import type { Decision, Preview } from '../../src/commands/types';
import { inExcel } from '../excel/world';
import {
  columnOf, contentsOf, corrected, differing, factRow, fileOf, filesOf, frameOf, juneWorkbook, LATER, mayWorkbook, openOffice, receiptOf, summaryCell, type Office,
} from './office';

jest.setTimeout(180_000);

const open: Office[] = [];
afterEach(() => {
  for (const office of open.splice(0)) office.excel.dispose();
});

async function at(model?: Parameters<typeof openOffice>[0]): Promise<Office> {
  const office = await openOffice(model);
  open.push(office);
  await inExcel(office.excel, (workbook) => workbook.application.calculate('Full'));
  return office;
}

describe('taking a write back', () => {
  test('restores every cell, table and name of a workbook that was there', async () => {
    const office = await at(await mayWorkbook());
    const before = { contents: contentsOf(office.model), frame: frameOf(office.model) };
    const written = await office.consolidate(6, filesOf(6));
    office.excel.host.resetCounters();
    const outcome = await office.commands.takeBackWrite(receiptOf(written));
    expect(outcome).toMatchObject({ kind: 'takenBack', report: { left: [], removedSheets: [] } });
    expect(office.excel.host.counters.requests).toBeLessThanOrEqual(3);
    expect(differing(before.contents, contentsOf(office.model))).toEqual([]);
    expect(frameOf(office.model)).toEqual(before.frame);
    expect((await office.consolidate(6, filesOf(6), { now: LATER })).differences).toEqual([]);
  });

  test('of the first write removes the sheets that it made', async () => {
    const office = await at();
    const before = { contents: contentsOf(office.model), frame: frameOf(office.model) };
    const written = await office.consolidate(5, filesOf(2, 3, 4, 5));
    const outcome = await office.commands.takeBackWrite(receiptOf(written));
    expect(outcome).toMatchObject({ kind: 'takenBack', report: { left: [] } });
    expect({ contents: contentsOf(office.model), frame: frameOf(office.model) }).toEqual(before);
  });

  test('leaves a cell that was changed since, and names it', async () => {
    const office = await at(await juneWorkbook());
    const written = await office.consolidate(6, [await corrected(fileOf(6, 'SCT'), { H12: 1051.3, G12: 167.5 })], { now: LATER });
    const { row } = factRow(office.model, 'SCT', 'KT03', 6);
    const col = columnOf(office.model, 'SoLieu', 'Lũy kế');
    office.excel.host.user.type('Số liệu', row, col, '1060');
    expect(await office.commands.takeBackWrite(receiptOf(written))).toMatchObject({ kind: 'takenBack', report: { left: [{ sheet: 'Số liệu', address: `I${row + 1}` }] } });
    expect(factRow(office.model, 'SCT', 'KT03', 6).at('Lũy kế')).toBe(1060);
    expect(factRow(office.model, 'SCT', 'KT03', 6).at('Thực hiện tháng')).toBe(150);
    expect(col).toBe(8);
  });

  test('does not remove a new sheet in which somebody worked', async () => {
    const office = await at();
    const written = await office.consolidate(2, filesOf(2));
    const note = summaryCell(office.model, 'KT04', 'Ghi chú của chuyên viên');
    office.excel.host.user.type('Tổng hợp', note.row, note.col, 'của tôi');
    const outcome = await office.commands.takeBackWrite(receiptOf(written));
    expect(outcome.kind === 'takenBack' && outcome.report.removedSheets).not.toContain('Tổng hợp');
    expect(summaryCell(office.model, 'KT04', 'Ghi chú của chuyên viên').value).toBe('của tôi');
  });

  test('on a protected sheet is refused by name, and nothing changes; pressed twice, the second finds nothing to do', async () => {
    const office = await at(await mayWorkbook());
    const before = contentsOf(office.model);
    const receipt = receiptOf(await office.consolidate(6, filesOf(6)));
    await inExcel(office.excel, (workbook) => workbook.worksheets.getItem('Số liệu').protection.protect());
    const after = contentsOf(office.model);
    expect(await office.commands.takeBackWrite(receipt)).toMatchObject({ kind: 'refused', refusal: { code: 'protectedSheet', sheet: 'Số liệu' } });
    expect(contentsOf(office.model)).toEqual(after);
    await inExcel(office.excel, (workbook) => workbook.worksheets.getItem('Số liệu').protection.unprotect());
    expect(await office.commands.takeBackWrite(receipt)).toMatchObject({ kind: 'takenBack', report: { left: [] } });
    expect(await office.commands.takeBackWrite(receipt)).toMatchObject({ kind: 'takenBack', report: { left: [] } });
    expect(differing(before, contentsOf(office.model))).toEqual([]);
  });

  test('of a write that changed nothing there is nothing to take back', async () => {
    const office = await at();
    const receipt = { sheets: [], createdSheets: [], changes: [], resizedTables: [], readBack: [], cellsWritten: 0, roundTrips: 0 };
    expect(await office.commands.takeBackWrite(receipt)).toEqual({ kind: 'nothingToTakeBack' });
  });
});

describe('what is held', () => {
  /** A decision on the held figure of a unit's indicator, as the pane makes it. */
  function decide(preview: Preview, unit: string, indicator: string, action: Decision['action'], value: number | null = null): Decision[] {
    return preview.consolidation.held.flatMap((held) =>
      held.unit === unit && held.indicator === indicator && held.period !== null && held.figure !== undefined
        ? [{ unit, indicator, period: held.period, figure: held.figure, found: held.found, action, value }]
        : [],
    );
  }
  const figure = (preview: Preview, indicator: string) => preview.consolidation.figures.find((each) => each.indicator === indicator);

  test.each([
    ['take', null, 1051],
    ['takeOther', null, 1.051],
    ['takeOther', 1051.4, 1051.4],
    ['leaveOut', null, null],
  ] as const)('%s %p of the ambiguous 1.051 gives %p', async (action, value, expected) => {
    const office = await at(await mayWorkbook());
    const first = await office.preview(6, filesOf(6));
    expect(figure(first, 'KT03')).toMatchObject({ cumulative: null, coverage: 0 });
    const decisions = decide(first, 'SCT', 'KT03', action, value);
    expect(decisions).toHaveLength(1);
    const second = await office.preview(6, filesOf(6), { decisions });
    expect(figure(second, 'KT03')?.cumulative).toBe(expected);
    expect(second.consolidation.held.filter(({ unit }) => unit === 'SCT')).toEqual([]);
    expect(await office.commands.writeConsolidation(second)).toMatchObject({ kind: 'written', differences: [] });
    expect(summaryCell(office.model, 'KT03', 'Lũy kế').value === expected || expected === null).toBe(true);
  });

  test('a decision that was written stands in a later session, until the report says something else', async () => {
    const office = await at(await mayWorkbook());
    const decisions = decide(await office.preview(6, filesOf(6)), 'SCT', 'KT03', 'take');
    await office.consolidate(6, filesOf(6), { decisions });
    const later = await at(await openXlsx(await saveXlsx(office.model), 'Sổ.xlsx'));
    const again = await later.preview(6, filesOf(6), { now: LATER });
    expect(again.plans).toEqual([]);
    expect(figure(again, 'KT03')?.cumulative).toBe(1051);
    const other = await later.preview(6, [await corrected(fileOf(6, 'SCT'), { H12: '1.052' })], { now: LATER });
    expect(other.consolidation.held).toContainEqual(expect.objectContaining({ unit: 'SCT', indicator: 'KT03', found: '1.052' }));
    expect(figure(other, 'KT03')?.cumulative).toBeNull();
  });

  test('the multiplied figure of one part: taking the other reading completes the sum', async () => {
    const office = await at(await mayWorkbook());
    const first = await office.preview(6, filesOf(6));
    const coverage = figure(first, 'XH02')?.coverage ?? 0;
    const second = await office.preview(6, filesOf(6), { decisions: decide(first, 'VN', 'XH02', 'takeOther') });
    expect(figure(second, 'XH02')?.coverage).toBeGreaterThan(coverage);
    expect(await office.commands.writeConsolidation(second)).toMatchObject({ kind: 'written', differences: [] });
    });

  test('a decision about another value than the cell holds counts for nothing', async () => {
    const office = await at(await mayWorkbook());
    const [decision] = decide(await office.preview(6, filesOf(6)), 'SCT', 'KT03', 'take');
    if (decision === undefined) throw new Error('held');
    const preview = await office.preview(6, filesOf(6), { decisions: [{ ...decision, found: '9.999' }] });
    expect(figure(preview, 'KT03')?.cumulative).toBeNull();
  });
});
