import path from 'node:path';
import { expectSoon, openStage, SAMPLES, type Stage } from './stage';

jest.setTimeout(240_000);
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('a report sheet is checked from the ribbon: findings, highlights, a click to the cell, highlights off again', async () => {
  const play = await stage.play();
  await play.turnTo('SCT');
  const before = { formats: await play.conditionalFormats('SCT'), contents: await play.contents('SCT') };
  await play.press('Kiểm tra trang tính');
  const finding = play.pane.getByTestId('finding-item').filter({ hasText: 'V04' });
  await finding.waitFor();
  expect(await finding.innerText()).toContain('1.051');
  expect(await play.pane.getByTestId('summary-line').innerText()).toMatch(/\d+ lỗi · .*phép kiểm/);
  expect(await play.conditionalFormats('SCT')).toBeGreaterThan(before.formats);
  await finding.click();
  await expectSoon(() => play.selection(), 'SCT!H12');
  await play.shot('check');

  await play.pane.getByRole('button', { name: 'Bỏ tô màu' }).click();
  await expectSoon(() => play.conditionalFormats('SCT'), before.formats);
  expect(await play.contents('SCT')).toBe(before.contents);
  expect(play.problems).toEqual([]);
  await play.close();
});

test('a sheet without a fault is called so in words', async () => {
  const play = await stage.play({ workbook: path.join(SAMPLES, '2024-06', 'TS_2024-06.xlsx') });
  await play.pane.getByTestId('check-button').click();
  await play.pane.getByTestId('summary-line').waitFor();
  expect(await play.pane.getByTestId('summary-line').innerText()).toMatch(/Không thấy điều gì sai|Không có lỗi và cảnh báo/);
  expect(await play.pane.getByTestId('finding-item').filter({ hasText: 'Lỗi' }).count()).toBe(0);
  expect(play.problems).toEqual([]);
  await play.close();
});

test('while a cell is edited Excel refuses; the pane says what to do, and then it works', async () => {
  const play = await stage.play();
  await play.turnTo('SCT');
  await play.goTo('Q30');
  await play.page.keyboard.press('F2');
  await play.page.locator('.editor').waitFor();
  await play.pane.getByTestId('check-button').click();
  const message = play.pane.getByTestId('message-bar');
  await message.filter({ hasText: 'Bạn đang sửa một ô.' }).waitFor();
  expect(await message.first().innerText()).toContain('Nhấn Enter rồi bấm lại.');
  await play.page.locator('.editor').press('Escape');
  await play.pane.getByTestId('check-button').click();
  await play.pane.getByTestId('finding-item').filter({ hasText: 'V04' }).waitFor();
  expect(play.problems).toEqual([]);
  await play.close();
});
