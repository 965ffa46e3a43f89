import { openStage, type PlayOptions, type Stage } from './stage';
import { cleanRows, faultyRows, reportFile } from './reports';

jest.setTimeout(300_000);
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const LOOKS: readonly (readonly [name: string, options: PlayOptions])[] = [
  ['light-450', { paneWidth: 450 }],
  ['light-320', { paneWidth: 320 }],
  ['dark-450', { colorScheme: 'dark', paneWidth: 450 }],
  ['forced-320', { forcedColors: true, colorScheme: 'dark', paneWidth: 320 }],
];

/** What the summary must say, whatever the look. */
const SHEETS: readonly (readonly [count: number, says: RegExp])[] = [
  [0, /Không thấy điều gì sai|Không có lỗi và cảnh báo/],
  [12, /\d+ lỗi · \d+ cảnh báo/],
  [2000, /[\d.]+ lỗi · [\d.]+ cảnh báo/],
];

test.each(SHEETS)('the pane with %i findings: light, dark, forced colours, narrow and wide', async (count, says) => {
  const workbook = await reportFile(`SCT_2024-06 ${count}.xlsx`, count === 0 ? cleanRows() : faultyRows(count));
  for (const [look, options] of LOOKS) {
    const play = await stage.play({ ...options, workbook });
    await play.press('Kiểm tra trang tính');
    await play.pane.getByTestId('summary-line').waitFor();
    expect(await play.pane.getByTestId('summary-line').innerText()).toMatch(says);
    const shown = await play.pane.getByTestId('finding-item').count();
    // A list of thousands keeps only what is in sight in the page.
    if (count > 0) expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(60);
    if (count > 0) await play.pane.getByTestId('finding-item').first().click();
    await play.shot(`findings-${count}-${look}`);
    expect(play.problems).toEqual([]);
    await play.close();
  }
});
