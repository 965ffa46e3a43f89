import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { z } from 'zod';
import { openStage, SAMPLES, type Play, type Stage } from './stage';

jest.setTimeout(300_000);
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const violations = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

function frameOf({ page }: Play): Frame {
  const frame = page.frames().find((each) => each.url().includes('taskpane.html'));
  if (frame === undefined) throw new Error('The pane has no frame.');
  return frame;
}

/** What axe has against the pane as it stands; Fluent's own focus dummies are none of the add-in's. */
async function axe(play: Play): Promise<readonly string[]> {
  const frame = frameOf(play);
  await frame.evaluate(AXE);
  const found: unknown = await frame.evaluate(
    `axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))`,
  );
  return violations.parse(found).flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** Elements that stick out of the pane to the right. */
const tooWide = (play: Play): Promise<readonly string[]> =>
  frameOf(play).evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = [document.documentElement, ...document.querySelectorAll('*')].filter((element) => element.scrollWidth > element.clientWidth + 1 && ['auto', 'scroll'].includes(getComputedStyle(element).overflowX));
    const page = document.documentElement.scrollWidth > width ? [`page ${document.documentElement.scrollWidth} > ${width}`] : [];
    return [...page, ...scrolls.map((element) => `${element.tagName} ${element.className} ${element.scrollWidth} > ${element.clientWidth}`)];
  });

/** Every view of the pane with something in it. */
async function views(play: Play, look: (view: string) => Promise<void>): Promise<void> {
  await play.turnTo('VN');
  await play.press('Kiểm tra trang tính');
  await play.pane.getByTestId('finding-item').first().waitFor();
  await look('check');
  await play.press('Tổng hợp');
  await play.pane.getByTestId('month-picker').selectOption('2024-06');
  await play.pane.getByTestId('drop-input').setInputFiles([path.join(SAMPLES, '2024-06', 'KV_2024-06.xlsx'), path.join(SAMPLES, '2024-06', 'SYT_2024-06.xlsx')]);
  await play.pane.getByTestId('write-button').waitFor({ timeout: 60_000 });
  await look('consolidate');
  await play.pane.getByRole('tab', { name: 'Chỉ tiêu' }).click();
  const row = play.pane.getByTestId('scoreboard-row').first();
  await row.waitFor();
  await row.getByRole('button').first().click();
  await look('targets');
  await play.pane.getByRole('tab', { name: 'Đơn vị' }).click();
  await play.pane.getByTestId('unit-row').first().waitFor();
  await look('units');
}

test.each(['light', 'dark'] as const)('axe finds nothing against any view, %s', async (colorScheme) => {
  const play = await stage.play({ colorScheme });
  const found: Record<string, readonly string[]> = {};
  await views(play, async (view) => {
    found[view] = await axe(play);
    await play.shot(`${view}-${colorScheme}`);
  });
  expect(found).toEqual({ check: [], consolidate: [], targets: [], units: [] });
  expect(play.problems).toEqual([]);
  await play.close();
});

test('at 320 px no view has a horizontal scroll bar', async () => {
  const play = await stage.play();
  await play.page.locator('#splitter').focus();
  for (let n = 0; n < 6; n += 1) await play.page.keyboard.press('ArrowRight');
  expect(await frameOf(play).evaluate(() => window.innerWidth)).toBe(320);
  const found: Record<string, readonly string[]> = {};
  await views(play, async (view) => {
    found[view] = await tooWide(play);
    await play.shot(`${view}-320`);
  });
  expect(found).toEqual({ check: [], consolidate: [], targets: [], units: [] });
  await play.close();
});
