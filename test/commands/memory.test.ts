import { openXlsx } from '../../src/workbench/io/open';
import { inExcel } from '../excel/world';
import { contentsOf, differing, fileOf, frameOf, LATER, NOW, rowsOf, type Office } from './office';
import { check, logOf, officesOf, record } from './recorded';

jest.setTimeout(180_000);

const open: Office[] = [];
const { at, withJune } = officesOf(open);
afterEach(() => {
  for (const office of open.splice(0)) office.excel.dispose();
});

describe('a check that is put on record', () => {
  test('new, then still there; three round trips; a second record changes nothing', async () => {
    const office = await withJune();
    const first = await check(office);
    expect(first).toMatchObject({ canRecord: true });
    expect(first.roundTrips).toBeLessThanOrEqual(3);
    expect([...first.memory.byFingerprint.values()].map(({ state }) => state)).not.toContain('still');
    office.excel.host.resetCounters();
    const { receipt, rows } = await record(office, first);
    expect(rows).toBeGreaterThanOrEqual(first.findings.length);
    expect(office.excel.host.counters.requests).toBeLessThanOrEqual(3);
    expect(receipt?.roundTrips).toBe(office.excel.host.counters.requests);
    expect(first.findings.map((finding) => logOf(office, finding)?.at('Tình trạng'))).toEqual(first.findings.map(() => 'mới'));
    const after = contentsOf(office.model);
    const second = await check(office);
    expect([...new Set([...second.memory.byFingerprint.values()].map(({ state }) => state))]).toEqual(['still']);
    expect(second.memory).toMatchObject({ hasLastRun: true, resolved: [] });
    expect(await record(office, second, LATER)).toMatchObject({ receipt: null, rows: 0 });
    expect(differing(after, contentsOf(office.model))).toEqual([]);
  });

  test('what was mended is gone, the others are still there; only then do their rows turn', async () => {
    const office = await withJune();
    const first = await check(office);
    await record(office, first);
    const edits = first.findings.flatMap(({ fingerprint }) => first.fixes.get(fingerprint)?.options[0]?.edits ?? []).slice(0, 1);
    expect(await office.commands.applyFixes(edits)).toMatchObject({ kind: 'fixed', fixed: 1 });
    const second = await check(office);
    expect(second.memory.resolved.length).toBeGreaterThan(0);
    await record(office, second, LATER);
    for (const { fingerprint } of second.memory.resolved) expect(rowsOf(office.model, 'KiemTra').find((row) => row.at('Dấu vân') === fingerprint)?.at('Tình trạng')).toBe('đã hết');
    for (const finding of second.findings) {
      const isNew = second.memory.byFingerprint.get(finding.fingerprint)?.state === 'new';
      expect([finding.code, logOf(office, finding)?.at('Tình trạng')]).toEqual([finding.code, isNew ? 'mới' : 'còn']);
    }
    expect((await check(office)).memory.resolved).toEqual([]);
  });

  test('rows of other units and months stay open', async () => {
    const office = await withJune();
    const openRows = () => rowsOf(office.model, 'KiemTra').filter((row) => row.at('Mã đơn vị') !== 'SCT' && row.at('Tình trạng') !== 'đã hết').length;
    const before = openRows();
    await record(office, await check(office));
    expect(openRows()).toBe(before);
  });

  test('it can be taken back, to the last cell', async () => {
    const office = await withJune();
    const before = contentsOf(office.model);
    const frame = frameOf(office.model);
    const checked = await check(office);
    const { receipt } = await record(office, checked);
    if (receipt === null) throw new Error('nothing was written');
    expect(await office.commands.takeBackWrite(receipt)).toMatchObject({ kind: 'takenBack', report: { left: [] } });
    await office.commands.removeHighlights(null);
    expect(differing(before, contentsOf(office.model))).toEqual([]);
    expect(frameOf(office.model).sheets.map(({ tables }) => tables)).toEqual(frame.sheets.map(({ tables }) => tables));
  });

  test('a workbook without the table is left alone', async () => {
    const model = await openXlsx(fileOf(6, 'SCT').bytes, 'SCT.xlsx');
    const office = await at(model);
    const checked = await check(office);
    expect(checked).toMatchObject({ canRecord: false, memory: { hasLastRun: false, resolved: [] } });
    expect(await record(office, checked)).toMatchObject({ receipt: null, rows: 0 });
    expect(model.sheets.map(({ name }) => name)).not.toContain('Kiểm tra');
  });

  test.each<readonly [string, (office: Office) => Promise<void> | void, string]>([
    ['a protected table', ({ excel }) => inExcel(excel, (workbook) => workbook.worksheets.getItem('Kiểm tra').protection.protect()), 'protectedSheet'],
    ['a filtered one', ({ excel }) => inExcel(excel, (workbook) => workbook.tables.getItem('KiemTra').columns.getItemAt(0).filter.applyValuesFilter(['Lỗi'])), 'filteredRange'],
  ])('%s is refused by name, and nothing is written', async (_, prepare, code) => {
    const office = await withJune();
    const checked = await check(office);
    await prepare(office);
    const before = contentsOf(office.model);
    expect(await office.commands.recordCheck({ checked: checked.looked, findings: checked.findings, now: NOW })).toMatchObject({ kind: 'refused', refusal: { code } });
    expect(differing(before, contentsOf(office.model))).toEqual([]);
  });
});
