import { expectSoon, openStage, type Play, type Stage } from './stage';
import { cleanRows, reportFile } from './reports';

jest.setTimeout(240_000);
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** A clean report but for one figure that is stored as text. */
async function withTextNumber(name: string): Promise<string> {
  const [first, ...rest] = cleanRows();
  if (!first) throw new Error('The unit reports something.');
  const cumulative = first[7];
  return reportFile(name, [first.map((value, column) => (column === 7 ? `${String(cumulative).replace('.', ',')}` : value)), ...rest]);
}

/** Presses Tab until the wanted element has the focus; a keyboard user must get there, and soon. */
async function tabTo(play: Play, wanted: () => Promise<boolean>, most = 40): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < most; n += 1) {
    if (await wanted()) return;
    await play.page.keyboard.press('Tab');
    passed.push((await focusOf(play)).replace(/\s+/g, ' '));
  }
  throw new Error(`Tab does not lead there, but past ${passed.join(' · ')}.`);
}

const focusOf = async (play: Play): Promise<string> => {
  const name = (): string => `${document.activeElement?.tagName ?? ''} ${document.activeElement?.getAttribute('data-testid') ?? ''} ${document.activeElement?.textContent.slice(0, 20) ?? ''}`;
  const frame = play.page.frames().find((each) => each.url().includes('taskpane.html'));
  return (await play.page.evaluate(() => document.activeElement?.tagName === 'IFRAME')) ? `pane: ${await frame?.evaluate(name)}` : `page: ${await play.page.evaluate(name)}`;
};

const focused = (play: Play, testId: string) => async (): Promise<boolean> => {
  const frame = play.page.frames().find((each) => each.url().includes('taskpane.html'));
  return (await frame?.evaluate((id) => document.hasFocus() && document.activeElement?.getAttribute('data-testid') === id, testId)) ?? false;
};

test('by keyboard alone: from the ribbon to the fixed cell, and the fix taken back', async () => {
  const play = await stage.play({ workbook: await withTextNumber('SCT_2024-06 phim.xlsx') });
  const ribbon = play.page.locator('#ribbon').getByRole('button', { name: 'Kiểm tra trang tính', exact: true });
  await play.page.locator('#file-name').click();
  await tabTo(play, () => ribbon.evaluate((button) => button === document.activeElement), 12);
  await play.page.keyboard.press('Enter');
  await play.pane.getByTestId('finding-item').first().waitFor();

  // The sheet keeps Tab for itself: F6 leads past it into the pane.
  await play.page.keyboard.press('F6');
  await play.page.keyboard.press('F6');
  await tabTo(play, focused(play, 'finding-item'), 20);
  await play.page.keyboard.press('Enter');
  await expectSoon(() => play.selection(), 'Biểu 01!H9');
  const before = (await play.cell('Biểu 01', 'H9')).value;
  expect(typeof before).toBe('string');
  await tabTo(play, focused(play, 'fix-button'), 6);
  await play.shot('keyboard-fix');
  await play.page.keyboard.press('Enter');
  await expectSoon(async () => typeof (await play.cell('Biểu 01', 'H9')).value, 'number');
  await play.pane.getByText('Đã sửa 1 chỗ.').first().waitFor();
  expect(await play.pane.getByTestId('finding-item').filter({ hasText: 'V03' }).count()).toBe(0);

  await tabTo(play, focused(play, 'take-back-fix'), 40);
  await play.page.keyboard.press('Enter');
  await expectSoon(async () => (await play.cell('Biểu 01', 'H9')).value, before);
  await play.pane.getByTestId('finding-item').filter({ hasText: 'V03' }).waitFor();
  expect(play.problems).toEqual([]);
  await play.close();
});

test('a warning is explained, the words stand beside it after the next check, and lapse when the value changes', async () => {
  const play = await stage.play();
  await play.turnTo('TTT');
  await play.press('Kiểm tra trang tính');
  const warning = play.pane.getByTestId('finding-item').filter({ hasText: 'L10' });
  await warning.click();
  await play.pane.getByTestId('explain-button').click();
  await play.pane.getByLabel(/Vì sao số này đúng/).fill('Đã đối chiếu với sổ của đơn vị');
  await play.pane.getByLabel(/Người giải trình/).fill('Nguyễn Thị Lan');
  await play.pane.getByRole('button', { name: 'Lưu giải trình' }).click();
  await play.pane.getByTestId('explanation').filter({ hasText: 'Nguyễn Thị Lan' }).waitFor();
  await play.shot('explained');
  expect(await play.contents('Kiểm tra')).toContain('Đã đối chiếu với sổ của đơn vị');

  // Numerator ÷ denominator is the figure: a change of either makes it another one.
  await play.goTo('L13');
  await play.page.keyboard.type('46');
  await play.page.keyboard.press('Enter');
  await play.press('Kiểm tra trang tính');
  await play.pane.getByTestId('finding-item').filter({ hasText: 'R05' }).waitFor();
  expect(await play.pane.getByTestId('explanation').count()).toBe(0);
  expect(play.problems).toEqual([]);
  await play.close();
});

test('all report sheets at once, then again: nothing is new any more; a change in Excel makes the result stale', async () => {
  const play = await stage.play();
  await play.pane.getByTestId('check-all-button').waitFor({ state: 'attached' });
  await play.press('Kiểm tra trang tính');
  await play.pane.getByTestId('summary-line').waitFor();
  await play.pane.getByTestId('check-all-button').click();
  await play.pane.getByText('4 trang báo cáo trong sổ').waitFor();
  await play.pane.getByTestId('check-all-button').click();
  await play.pane.getByTestId('memory-line').filter({ hasText: '0 mới' }).waitFor();
  await play.turnTo('SCT');
  await play.goTo('Q30');
  await play.page.keyboard.type('7');
  await play.page.keyboard.press('Enter');
  await play.pane.getByTestId('message-bar').filter({ hasText: 'thay đổi' }).waitFor();
  await play.shot('check-all');
  expect(play.problems).toEqual([]);
  await play.close();
});
