import { readdirSync } from 'node:fs';
import path from 'node:path';
import { openStage, SAMPLES, type Play, type PlayOptions, type Stage } from './stage';

jest.setTimeout(300_000);
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const filesOf = (months: readonly string[]): string[] =>
  months.flatMap((month) => {
    const folder = path.join(SAMPLES, month);
    return readdirSync(folder).filter((name) => !/^(SCT|NT|VN|TTT)_/.test(name) || month !== '2024-06').map((name) => path.join(folder, name));
  });

async function readMonths(play: Play): Promise<void> {
  await play.press('Tổng hợp');
  await play.pane.getByTestId('month-picker').selectOption('2024-06');
  await play.pane.getByTestId('drop-input').setInputFiles(filesOf(['2024-04', '2024-05', '2024-06']));
  await play.pane.getByTestId('preview-counts').filter({ hasText: 'tháng 6/2024' }).waitFor({ timeout: 90_000 });
  await play.pane.getByTestId('write-button').waitFor({ timeout: 90_000 });
}

test('the month brings native charts, which follow the chosen indicator', async () => {
  const play = await stage.play({ viewport: { width: 1880, height: 1100 } });
  await readMonths(play);
  await play.pane.getByTestId('write-button').click();
  await play.pane.getByTestId('message-bar').filter({ hasText: /Đã ghi/ }).waitFor({ timeout: 60_000 });
  await play.turnTo('Biểu đồ');
  const charts = play.page.locator('.layer.body svg.chart');
  await charts.first().waitFor();
  expect(await charts.count()).toBe(3);
  const title = (): Promise<string | null> => charts.nth(1).getAttribute('aria-label');
  const first = await title();
  expect(first).toMatch(/năm 2024$/);
  await play.shot('charts-sheet');
  await play.goTo('N4');
  await play.page.keyboard.type('XH02 · Việc làm tăng thêm');
  await play.page.keyboard.press('Enter');
  await play.page.waitForFunction((before) => document.querySelectorAll('.layer.body svg.chart')[1]?.getAttribute('aria-label') !== before, first);
  expect(await title()).toBe('XH02 · Việc làm tăng thêm (người), năm 2024');
  await play.shot('charts-sheet-chosen');
  expect(play.problems).toEqual([]);
  await play.close();
});

const LOOKS: readonly (readonly [name: string, options: PlayOptions])[] = [
  ['light-450', { paneWidth: 450 }],
  ['light-320', { paneWidth: 320 }],
  ['dark-320', { colorScheme: 'dark', paneWidth: 320 }],
  ['forced-320', { forcedColors: true, colorScheme: 'dark', paneWidth: 320 }],
];

test.each(LOOKS)('small multiples in the pane: %s', async (look, options) => {
  const play = await stage.play({ ...options, viewport: { width: 1280, height: 1000 } });
  await readMonths(play);
  await play.pane.getByRole('tab', { name: 'Chỉ tiêu' }).click();
  await play.pane.getByRole('button', { name: 'Biểu đồ', exact: true }).click();
  const pictures = play.pane.getByTestId('small-chart');
  await pictures.first().waitFor({ timeout: 30_000 });
  expect(await pictures.count()).toBeGreaterThan(12);
  for (const picture of await pictures.all()) {
    expect(await picture.getByRole('img').first().getAttribute('aria-label')).toMatch(/Tháng \d/);
    // Nothing of a picture sticks out of the pane.
    const box = await picture.boundingBox();
    const pane = await play.page.locator('#pane-frame').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((pane?.x ?? 0) + (pane?.width ?? 0));
  }
  await play.shot(`small-multiples-${look}`);
  expect(play.problems).toEqual([]);
  await play.close();
});
