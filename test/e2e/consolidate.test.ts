import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expectSoon, openStage, SAMPLES, type Play, type Stage } from './stage';

jest.setTimeout(300_000);
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const OWN = ['Tổng hợp', 'Số liệu', 'Theo dõi nộp', 'Kiểm tra', 'Vướng mắc', 'Danh mục'];
/** June reports that are no sheets of the start workbook. */
const juneFiles = (): string[] => {
  const folder = path.join(SAMPLES, '2024-06');
  return readdirSync(folder)
    .filter((name) => !/^(SCT|NT|VN|TTT)_/.test(name))
    .map((name) => path.join(folder, name));
};

async function preview(play: Play, files: readonly string[]): Promise<void> {
  await play.press('Tổng hợp');
  await play.pane.getByTestId('month-picker').selectOption('2024-06');
  if (files.length > 0) await play.pane.getByTestId('drop-input').setInputFiles([...files]);
  const button = play.pane.getByTestId('preview-button');
  const counts = play.pane.getByTestId('preview-counts').filter({ hasText: 'tháng 6/2024' });
  // Files alone start the reading; without them the button does.
  await counts.or(button).first().waitFor();
  if (files.length === 0 && (await button.isVisible())) await button.click();
  await counts.waitFor({ timeout: 60_000 });
  await play.pane.getByTestId('write-button').waitFor({ timeout: 60_000 });
}

async function write(play: Play): Promise<string> {
  await play.pane.getByTestId('write-button').click();
  const message = play.pane.getByTestId('message-bar').filter({ hasText: /Đã ghi|Không có gì để ghi/ });
  await message.waitFor({ timeout: 60_000 });
  return message.innerText();
}

const snapshot = async (play: Play): Promise<Record<string, string>> => Object.fromEntries(await Promise.all((await play.sheets()).map(async (sheet) => [sheet, await play.contents(sheet)] as const)));

test('sheets and files of June become the month: preview, write, gaps, units, and everything taken back', async () => {
  const play = await stage.play();
  const before = await snapshot(play);
  await preview(play, juneFiles());
  await play.shot('preview');
  const counts = await play.pane.getByTestId('preview-counts').innerText();
  expect(counts).toMatch(/[1-9]\d* mới/);
  expect(await play.pane.getByTestId('coverage').innerText()).toMatch(/^\d+\/18 đơn vị$/);
  expect(await snapshot(play)).toEqual(before);

  const said = await write(play);
  expect(said).toContain('Excel tính ra đúng các con số đã kiểm');
  expect(await play.cell('Tổng hợp', 'D7')).toEqual({ value: 6, formula: null });
  for (const sheet of OWN) expect(await play.sheets()).toContain(sheet);
  await play.turnTo('Tổng hợp');
  await play.pane.getByRole('tab', { name: 'Chỉ tiêu' }).click();
  const rows = play.pane.getByTestId('scoreboard-row');
  await rows.first().waitFor();
  expect(await rows.count()).toBeGreaterThan(25);
  expect(await rows.first().getAttribute('data-state')).toMatch(/farBehind|notMet|worsening/);
  // The picture of the README: wide enough for the table, the worst at the top of the pane.
  await play.page.setViewportSize({ width: 1880, height: 960 });
  await play.shot('readme');
  await play.page.setViewportSize({ width: 1280, height: 800 });
  await rows.first().getByRole('button').first().click();
  await play.shot('targets');
  await play.pane.getByRole('tab', { name: 'Đơn vị' }).click();
  await play.pane.getByTestId('unit-row').first().waitFor();
  expect(await play.pane.getByTestId('unit-row').filter({ hasText: 'Khánh Sơn' }).innerText()).toContain('chưa nộp');
  await play.shot('units');

  await play.pane.getByRole('tab', { name: 'Tổng hợp' }).click();
  await play.pane.getByTestId('takeback-button').click();
  await play.pane.getByTestId('message-bar').filter({ hasText: 'Đã hoàn tác' }).waitFor({ timeout: 60_000 });
  expect(await snapshot(play)).toEqual(before);
  expect(play.problems).toEqual([]);
  await play.close();
});

test('consolidating twice changes nothing', async () => {
  const play = await stage.play();
  await preview(play, juneFiles());
  await write(play);
  const once = await snapshot(play);
  await preview(play, juneFiles());
  expect(await play.pane.getByTestId('write-button').innerText()).toBe('Sổ đã khớp, không có gì để ghi');
  expect(await snapshot(play)).toEqual(once);
  expect(play.problems).toEqual([]);
  await play.close();
});

test('a file that is no report ends in its finding, and the rest goes on', async () => {
  const play = await stage.play();
  const [first = ''] = juneFiles();
  await play.press('Tổng hợp');
  await play.pane.getByTestId('month-picker').selectOption('2024-06');
  await play.pane.getByTestId('drop-input').setInputFiles([
    { name: 'BC_thang6.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('%PDF-1.7 không phải bảng tính') },
    { name: path.basename(first), mimeType: 'application/octet-stream', buffer: (await import('node:fs')).readFileSync(first) },
  ]);
  await play.pane.getByTestId('write-button').waitFor({ timeout: 60_000 });
  await play.pane.getByText('BC_thang6.xlsx').first().waitFor();
  await play.pane.getByText('không đọc được').first().waitFor();
  expect(play.problems).toEqual([]);
  await play.close();
});

test('a protected sheet is refused by name, nothing is written, and it goes on once the protection is off', async () => {
  const play = await stage.play();
  await preview(play, juneFiles().slice(0, 3));
  const before = await snapshot(play);
  const protect = (on: boolean): Promise<void> =>
    play.page.evaluate((protectedNow) => {
      const sheet = window.workbench?.host().model.sheets.find(({ name }) => name === 'Tổng hợp');
      if (sheet !== undefined) sheet.protection.protected = protectedNow;
    }, on);
  await protect(true);
  await play.pane.getByTestId('write-button').click();
  await play.pane.getByTestId('message-bar').filter({ hasText: 'Trang “Tổng hợp” đang được bảo vệ.' }).waitFor({ timeout: 60_000 });
  expect(await snapshot(play)).toEqual(before);
  await play.shot('failure');
  await protect(false);
  await expectSoon(() => play.pane.getByTestId('write-button').isEnabled(), true);
  expect(await write(play)).toContain('Đã ghi');
  expect(play.problems).toEqual([]);
  await play.close();
});
