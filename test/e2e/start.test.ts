import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStage, SAMPLES, type Stage } from './stage';

jest.setTimeout(240_000);
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test('the page opens on the consolidated months, and the real Office.js boots the pane in its frame', async () => {
  const play = await stage.play();
  await play.pane.getByTestId('check-button').waitFor();
  expect(await play.page.locator('#ribbon button').allInnerTexts()).toEqual(['Kiểm tra trang tính', 'Tổng hợp', 'Bảng điều khiển']);
  expect(await play.sheets()).toEqual(expect.arrayContaining(['Tổng hợp', 'Số liệu', 'Theo dõi nộp', 'Kiểm tra', 'Vướng mắc', 'Danh mục', 'SCT', 'NT', 'VN', 'TTT']));
  await play.turnTo('Tổng hợp');
  await play.shot('start');
  expect(play.problems).toEqual([]);
  await play.close();
});

test('in English the ribbon speaks English, from the same manifest', async () => {
  const play = await stage.play({ query: 'lang=en' });
  await play.pane.getByTestId('check-button').waitFor();
  expect(await play.page.locator('#ribbon button').allInnerTexts()).toEqual(['Check sheet', 'Consolidate', 'Dashboard']);
  expect(await play.pane.locator('html').getAttribute('lang')).toBe('en');
  expect(play.problems).toEqual([]);
  await play.close();
});

test('the ribbon opens the pane when it is closed', async () => {
  const play = await stage.play({ query: 'pane=closed' });
  expect(await play.page.locator('#pane').isVisible()).toBe(false);
  await play.press('Bảng điều khiển');
  await play.pane.getByTestId('check-button').waitFor();
  await play.page.getByRole('button', { name: 'Đóng ngăn bên' }).click();
  expect(await play.page.locator('#pane').isVisible()).toBe(false);
  // A button with a function calls for the pane itself, through Office.addin.showAsTaskpane.
  await play.press('Tổng hợp');
  await play.page.locator('#pane').waitFor({ state: 'visible' });
  expect(play.problems).toEqual([]);
  await play.close();
});

test('a person edits, computes, saves to disk and opens again', async () => {
  const play = await stage.play({ workbook: path.join(SAMPLES, '2024-06', 'SCT_2024-06.xlsx'), query: 'pane=closed' });
  const sheet = (await play.sheets())[0] ?? '';
  await play.goTo('R2');
  await play.page.keyboard.type('1.250,5');
  await play.page.keyboard.press('Enter');
  await play.page.keyboard.type('=R2*2');
  await play.page.keyboard.press('Tab');
  expect(await play.selection()).toBe(`${sheet}!S3`);
  await play.page.keyboard.type('nháp');
  await play.page.keyboard.press('Escape');
  expect(await play.cell(sheet, 'R2')).toEqual({ value: 1250.5, formula: null });
  expect(await play.cell(sheet, 'R3')).toEqual({ value: 2501, formula: '=R2*2' });
  expect((await play.cell(sheet, 'S3')).value).toBeNull();

  const before = await play.contents(sheet);
  const [download] = await Promise.all([play.page.waitForEvent('download'), play.page.getByRole('button', { name: 'Lưu về máy' }).click()]);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'chitieu-')), 'da-luu.xlsx');
  await download.saveAs(file);
  await play.page.locator('#file').setInputFiles(file);
  await play.page.waitForFunction(() => window.workbench?.name() === 'da-luu.xlsx');
  expect(await play.contents(sheet)).toBe(before);
  expect(play.problems).toEqual([]);
  await play.close();
});

test('another workbook is opened while the pane stands: the pane starts anew and the ribbon reaches it', async () => {
  const play = await stage.play();
  await play.pane.getByTestId('check-button').waitFor();
  const file = path.join(SAMPLES, '2024-06', 'VN_2024-06.xlsx');
  await play.page.locator('#file').setInputFiles(file);
  await play.page.waitForFunction(() => window.workbench?.name() === 'VN_2024-06.xlsx');
  await play.press('Kiểm tra trang tính');
  await play.pane.getByTestId('finding-item').filter({ hasText: 'V15' }).waitFor({ timeout: 30_000 });
  expect(play.problems).toEqual([]);
  await play.close();
});
