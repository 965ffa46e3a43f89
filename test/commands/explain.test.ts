import { openXlsx } from '../../src/workbench/io/open';
import { saveXlsx } from '../../src/workbench/io/save';
import { setValue } from '../../src/workbench/model/workbook';
import { columnOf, contentsOf, corrected, differing, fileOf, frameOf, LATER, mayWorkbook, NOW, placeOf, rowsOf, sheetNamed, type Office } from './office';
import { check, JUNE_SHEET, logOf, officesOf, record, showJune, warningOf } from './recorded';

jest.setTimeout(180_000);

const BY = { by: 'Nguyễn Thị Hà', on: '2024-06-20', now: NOW };

const open: Office[] = [];
const { at, withJune } = officesOf(open);
afterEach(() => {
  for (const office of open.splice(0)) office.excel.dispose();
});

describe('comply or explain', () => {
  test('an explanation stands beside its finding, travels with the workbook, and settles it', async () => {
    const office = await withJune();
    const first = await check(office);
    await record(office, first);
    const warning = warningOf(first.findings);
    office.excel.host.resetCounters();
    expect(await office.commands.explain({ finding: warning, reason: 'Đã đối chiếu với đơn vị', ...BY })).toMatchObject({ kind: 'recorded' });
    expect(office.excel.host.counters.requests).toBeLessThanOrEqual(3);
    expect(logOf(office, warning)?.at('Giải trình')).toBe('Đã đối chiếu với đơn vị');
    expect(logOf(office, warning)?.at('Ngày giải trình')).toBe(45463);
    const reopened = await at(await openXlsx(await saveXlsx(office.model), 'Sổ.xlsx'));
    await showJune(reopened);
    const { memory, findings } = await check(reopened);
    expect(memory.byFingerprint.get(warning.fingerprint)?.explanation).toMatchObject({ reason: 'Đã đối chiếu với đơn vị', by: 'Nguyễn Thị Hà', on: '2024-06-20' });
    expect(memory.settled).toBe(1);
    expect(findings.map(({ code }) => code)).not.toContain('R05');
    expect(await record(reopened, await check(reopened), LATER)).toMatchObject({ rows: 0 });
  });

  test('it lapses when the value changes, and explaining again mends that', async () => {
    const office = await withJune();
    const warning = warningOf((await check(office)).findings);
    await office.commands.explain({ finding: warning, reason: 'Đúng như báo cáo', ...BY });
    const [address = ''] = warning.cells;
    const { row, col } = placeOf(address);
    office.excel.host.user.type(JUNE_SHEET, row, col, "'1.052");
    const second = await check(office);
    const lapse = second.findings.find(({ code }) => code === 'R05');
    expect(lapse).toMatchObject({ severity: 'W', params: { code: warning.code, reason: 'Đúng như báo cáo', by: 'Nguyễn Thị Hà' } });
    expect(second.memory.byFingerprint.get(warning.fingerprint)?.explanation).toBeNull();
    await record(office, second);
    // On record or not, it stays lapsed until somebody explains the new value.
    expect((await check(office)).findings.filter(({ code }) => code === 'R05')).toHaveLength(1);
    const changed = second.findings.find(({ fingerprint }) => fingerprint === warning.fingerprint);
    if (!changed) throw new Error('the finding is gone');
    await office.commands.explain({ finding: changed, reason: 'Số mới cũng đúng', ...BY });
    const third = await check(office);
    expect(third.findings.filter(({ code }) => code === 'R05')).toEqual([]);
    expect(third.memory.byFingerprint.get(warning.fingerprint)?.explanation?.reason).toBe('Số mới cũng đúng');
    await record(office, third, LATER);
    expect(lapse && logOf(office, lapse)?.at('Tình trạng')).toBe('đã hết');
  });

  test('typed into the sheet by hand, it is bound to what the last run found', async () => {
    const office = await withJune();
    const first = await check(office);
    await record(office, first);
    const warning = warningOf(first.findings);
    setValue(sheetNamed(office.model, 'Kiểm tra'), logOf(office, warning)?.row ?? 0, columnOf(office.model, 'KiemTra', 'Giải trình'), 'hỏi qua điện thoại');
    const second = await check(office);
    expect(second.memory.byFingerprint.get(warning.fingerprint)?.explanation).toMatchObject({ reason: 'hỏi qua điện thoại', by: '' });
    await record(office, second, LATER);
    const { row, col } = placeOf(warning.cells[0] ?? '');
    office.excel.host.user.type(JUNE_SHEET, row, col, "'1.052");
    const third = await check(office);
    await record(office, third, LATER);
    expect((await check(office)).findings.filter(({ code }) => code === 'R05')).toHaveLength(1);
  });

  test('in a workbook without the table it makes one, and can be taken back without a trace', async () => {
    const model = await openXlsx(fileOf(6, 'SCT').bytes, 'SCT.xlsx');
    const office = await at(model);
    const before = contentsOf(model);
    const frame = frameOf(model);
    const warning = warningOf((await check(office)).findings);
    await office.commands.removeHighlights(null);
    office.excel.host.resetCounters();
    const outcome = await office.commands.explain({ finding: warning, reason: 'Đúng', ...BY });
    expect(office.excel.host.counters.requests).toBeLessThanOrEqual(3);
    if (outcome.kind !== 'recorded' || outcome.receipt === null) throw new Error(JSON.stringify(outcome));
    expect(rowsOf(model, 'KiemTra')).toHaveLength(1);
    expect((await check(office)).memory.settled).toBe(1);
    await office.commands.removeHighlights(null);
    expect(await office.commands.takeBackWrite(outcome.receipt)).toMatchObject({ kind: 'takenBack', report: { removedSheets: ['Kiểm tra'], left: [] } });
    expect(differing(before, contentsOf(model))).toEqual([]);
    expect(frameOf(model)).toEqual(frame);
  });

  test('an error is not explained, and neither is a warning without a reason', async () => {
    const office = await withJune();
    office.excel.host.user.type(JUNE_SHEET, 11, 6, "'chưa rõ bao nhiêu");
    const { findings } = await check(office);
    const grave = findings.find(({ severity }) => severity === 'E');
    if (!grave) throw new Error('a text where a figure goes is an error');
    const before = contentsOf(office.model);
    expect(await office.commands.explain({ finding: grave, reason: 'vì thế', ...BY })).toMatchObject({ kind: 'refused' });
    expect(await office.commands.explain({ finding: warningOf(findings), reason: '  ', ...BY })).toMatchObject({ kind: 'refused' });
    expect(differing(before, contentsOf(office.model))).toEqual([]);
  });

  test('a consolidation keeps it, and says when it lapsed', async () => {
    const office = await at(await mayWorkbook());
    await office.consolidate(6, [fileOf(6, 'SCT')]);
    const preview = await office.preview(6, [fileOf(6, 'SCT')]);
    const warning = warningOf(preview.findings);
    await office.commands.explain({ finding: warning, reason: 'Đã hỏi', ...BY });
    const again = await office.preview(6, [fileOf(6, 'SCT')], { now: LATER });
    expect(again.memory.byFingerprint.get(warning.fingerprint)?.explanation?.reason).toBe('Đã hỏi');
    expect(again.findings.filter(({ code }) => code === 'R05')).toEqual([]);
    const other = await corrected(fileOf(6, 'SCT'), { [warning.cells[0] ?? '']: '1.052' });
    const changed = await office.preview(6, [other], { now: LATER });
    expect(changed.findings.filter(({ code }) => code === 'R05')).toHaveLength(1);
    await office.commands.writeConsolidation(changed);
    expect(logOf(office, warning)?.at('Giải trình')).toBe('Đã hỏi');
    expect((await office.preview(6, [other], { now: LATER })).findings.filter(({ code }) => code === 'R05')).toHaveLength(1);
  });
});
