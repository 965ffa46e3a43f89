import type { Decision, Finding } from '../../src/commands/types';
import { openXlsx } from '../../src/workbench/io/open';
import { saveXlsx } from '../../src/workbench/io/save';
import { corrected, fileOf, LATER, mayWorkbook, rowsOf, type Office } from './office';
import { logOf, officesOf } from './recorded';

jest.setTimeout(180_000);

const open: Office[] = [];
const { at } = officesOf(open);
afterEach(() => {
  for (const office of open.splice(0)) office.excel.dispose();
});

describe('picked files: how they were taken is on record, and what was decided is not asked again', () => {
  const decisionOf = (finding: Finding, action: Decision['action'], found: Decision['found']): Decision => ({
    unit: finding.unit ?? '', indicator: finding.indicator ?? '', period: { year: 2024, month: 6 }, figure: 'cumulative', found, action, value: null,
  });

  test.each<readonly [Decision['action'], string, number | null]>([
    ['leaveOut', 'để ngoài', null],
    ['take', 'giữ số 1.051', 1051],
    ['takeOther', 'lấy số 1,051', 1.051],
  ])('%s: "%s"', async (action, words, taken) => {
    const office = await at(await mayWorkbook());
    const june = fileOf(6, 'SCT');
    const held = (await office.preview(6, [june])).findings.find(({ code, indicator }) => code === 'V04' && indicator === 'KT03');
    if (!held) throw new Error('the sample has an ambiguous figure');
    await office.consolidate(6, [june], { decisions: [decisionOf(held, action, held.found)] });
    expect(logOf(office, held)?.at('Xử lý')).toBe(words);
    expect(logOf(office, held)?.at('Giá trị lấy')).toBe(taken);
    const later = await at(await openXlsx(await saveXlsx(office.model), 'Sổ.xlsx'));
    const again = await later.preview(6, [june], { now: LATER });
    expect(again.consolidation.held.filter(({ indicator }) => indicator === 'KT03')).toEqual([]);
    const fact = again.consolidation.facts.find(({ unit, indicator, period }) => unit === 'SCT' && indicator === 'KT03' && period.month === 6);
    expect([fact?.used, action === 'leaveOut' ? null : fact?.cumulative]).toEqual([action !== 'leaveOut', taken]);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, removed: 0 });
    // Without the file at hand a figure that was left out on purpose waits for nobody.
    expect((await later.preview(6, [], { now: LATER })).consolidation.held.filter(({ indicator }) => indicator === 'KT03')).toEqual([]);
    // Another value is another question.
    const other = await later.preview(6, [await corrected(june, { H12: '1.052' })], { now: LATER });
    expect(other.consolidation.held).toContainEqual(expect.objectContaining({ unit: 'SCT', indicator: 'KT03', found: '1.052' }));
  });

  test('what this run decides goes before what an earlier one did', async () => {
    const office = await at(await mayWorkbook());
    const june = fileOf(6, 'SCT');
    const held = (await office.preview(6, [june])).findings.find(({ code, indicator }) => code === 'V04' && indicator === 'KT03');
    if (!held) throw new Error('the sample has an ambiguous figure');
    await office.consolidate(6, [june], { decisions: [decisionOf(held, 'leaveOut', held.found)] });
    await office.consolidate(6, [june], { decisions: [decisionOf(held, 'take', held.found)], now: LATER });
    expect(logOf(office, held)?.at('Xử lý')).toBe('giữ số 1.051');
  });

  test('a number read from a text is on record with what it was taken for; the file is as it was', async () => {
    const office = await at(await mayWorkbook());
    const file = await corrected(fileOf(6, 'SCT'), { G12: '167,5' });
    const copy = file.bytes.slice();
    await office.consolidate(6, [file]);
    const row = rowsOf(office.model, 'KiemTra').find((each) => each.at('Mã kiểm tra') === 'V03' && each.at('Ô') === 'G12' && each.at('Mã đơn vị') === 'SCT');
    expect([row?.at('Xử lý'), row?.at('Giá trị lấy')]).toEqual(['đã hiểu là 167,5', 167.5]);
    expect(file.bytes).toEqual(copy);
  });

  test('the file that was chosen is not asked about again, until another choice or another file', async () => {
    const office = await at(await mayWorkbook());
    const [first, second] = [fileOf(6, 'STC'), await corrected(fileOf(6, 'STC'), { H12: 9_999 }, 'STC_2024-06_sua.xlsx')];
    const asked = await office.preview(6, [first, second]);
    expect(asked.findings.filter(({ code }) => code === 'F07')).toHaveLength(2);
    const hash = asked.inputs.find(({ file }) => file === second.name)?.hash ?? '';
    const written = await office.consolidate(6, [first, second], { chosenFiles: [hash] });
    expect(written.differences).toEqual([]);
    const row = rowsOf(office.model, 'KiemTra').find((each) => each.at('Mã kiểm tra') === 'F11' && each.at('Mã đơn vị') === 'STC');
    expect(row?.at('Xử lý')).toBe(`lấy tệp ${second.name}`);
    const later = await at(await openXlsx(await saveXlsx(office.model), 'Sổ.xlsx'));
    const again = await later.preview(6, [first, second], { now: LATER });
    expect(again.findings.filter(({ code }) => code === 'F07')).toEqual([]);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, removed: 0 });
    const otherHash = again.inputs.find(({ file }) => file === first.name)?.hash ?? '';
    const other = await later.preview(6, [first, second], { now: LATER, chosenFiles: [otherHash] });
    expect(other.inputs.find(({ file }) => file === first.name)?.use).toBe('month');
    const third = await corrected(fileOf(6, 'STC'), { H12: 8_888 }, 'STC_2024-06_moi.xlsx');
    expect((await later.preview(6, [first, third], { now: LATER })).findings.filter(({ code }) => code === 'F07')).toHaveLength(2);
  });
});
