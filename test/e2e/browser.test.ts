import { launch, unpacked } from './browser';

jest.setTimeout(120_000);

test('the bundled browser runs on the libraries that it brings, where the system has none', async () => {
  const candidate = await unpacked(true);
  const browser = await launch(candidate);
  const page = await browser.newPage();
  await page.setContent('<h1>Tổng hợp</h1>');
  expect(await page.locator('h1').innerText()).toBe('Tổng hợp');
  await browser.close();
});
