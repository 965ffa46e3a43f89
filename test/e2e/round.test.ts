import { readdirSync } from 'node:fs';
import path from 'node:path';
import { openStage, SAMPLES, type Play, type Stage } from './stage';

jest.setTimeout(300_000);
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const JUNE = path.join(SAMPLES, '2024-06');

/** Opens the rest of the month's tasks, which fold away. */
async function openTasks(play: Play, month: number): Promise<void> {
  await play.pane.getByRole('tab', { name: 'Tổng hợp' }).click();
  await play.pane.getByTestId('month-picker').selectOption(`2024-0${month}`);
  const title = play.pane.getByText(`Việc khác của tháng ${month}/2024`);
  await title.scrollIntoViewIfNeeded();
  if (!(await play.pane.getByTestId('month-tasks').isVisible())) await title.click();
  await play.pane.getByTestId('month-tasks').waitFor();
}

async function download(play: Play, testId: string): Promise<string> {
  const [file] = await Promise.all([play.page.waitForEvent('download', { timeout: 90_000 }), play.pane.getByTestId(testId).click()]);
  return file.suggestedFilename();
}

test('the round of two months: report and close May, forms out, June in, who is late, where a figure comes from, report up', async () => {
  const play = await stage.play();

  // May stands in the workbook: its report goes up and the month is closed.
  await openTasks(play, 5);
  await play.pane.getByTestId('report-sheets').click();
  await play.pane.getByTestId('message-bar').filter({ hasText: 'Đã lập “Báo cáo tháng”' }).waitFor({ timeout: 60_000 });
  await openTasks(play, 5);
  await play.pane.getByLabel('Người khóa').fill('Nguyễn Thị Lan');
  await play.pane.getByTestId('close-month').click();
  await play.pane.getByTestId('message-bar').filter({ hasText: 'Đã khóa tháng 5/2024' }).waitFor({ timeout: 60_000 });
  expect(await play.sheets()).toEqual(expect.arrayContaining(['Báo cáo tháng', 'Phụ lục', 'Đã khóa']));
  await play.shot('round-closed');

  // June: forms for every unit, then the reports come in.
  await openTasks(play, 6);
  expect(await download(play, 'forms-files')).toBe('bieu-mau_2024-06.zip');
  await play.pane.getByTestId('drop-input').setInputFiles(readdirSync(JUNE).map((file) => path.join(JUNE, file)).filter((file) => !/[/\\](?:SCT|NT|VN|TTT)_/.test(file)));
  await play.press('Tổng hợp');
  await play.pane.getByTestId('write-button').waitFor({ timeout: 90_000 });
  await play.pane.getByTestId('write-button').click();
  await play.pane.getByTestId('message-bar').filter({ hasText: 'Excel tính ra đúng các con số đã kiểm.' }).waitFor({ timeout: 90_000 });
  expect(await play.sheets()).toEqual(expect.arrayContaining(['Biểu đồ', 'Nhiệm vụ']));

  // Who is late.
  await play.pane.getByRole('tab', { name: 'Đơn vị' }).click();
  await play.pane.getByTestId('unit-row').first().waitFor();
  await play.shot('round-units');

  // Where a figure comes from.
  await play.pane.getByRole('tab', { name: 'Chỉ tiêu' }).click();
  await play.pane.getByTestId('scoreboard-row').first().waitFor();
  await play.pane.getByRole('button', { name: 'Biểu đồ', exact: true }).click();
  await play.pane.getByTestId('chart-grid').waitFor({ timeout: 60_000 });
  await play.shot('round-charts');

  // The report up, as sheets and as a document.
  await openTasks(play, 6);
  await play.pane.getByTestId('report-sheets').click();
  await play.pane.getByTestId('message-bar').filter({ hasText: /Đã lập “Báo cáo tháng/ }).waitFor({ timeout: 60_000 });
  await openTasks(play, 6);
  expect(await download(play, 'report-file')).toMatch(/\.docx$/);
  await play.turnTo('Báo cáo tháng');
  await play.shot('round-report');
  expect(play.problems).toEqual([]);
  await play.close();
});
