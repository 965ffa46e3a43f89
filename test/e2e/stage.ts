import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { certificateFor } from '../../src/workbench/server/certificate';
import { START_WORKBOOK } from '../../src/workbench/server/folders';
import type { Serving } from '../../src/workbench/server/serve';
import { serveSite } from '../../src/workbench/server/site';
import { launchBrowser } from './browser';

const ROOT = path.resolve(__dirname, '../..');
const SHOTS = path.join(ROOT, '.cache', 'shots');
export const SAMPLES = path.join(ROOT, 'samples');

/** A site and a browser for the stories of one test file. */
export interface Stage {
  readonly play: (options?: PlayOptions) => Promise<Play>;
  readonly close: () => Promise<void>;
}

export interface PlayOptions {
  /** Opened in place of the start workbook. */
  readonly workbook?: string;
  /** After "?", e.g. "lang=en". */
  readonly query?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: boolean;
  /** Width of the pane in CSS pixels, 320 to 450. */
  readonly paneWidth?: number;
}

/** A page with the workbook open and the pane booted. */
export interface Play {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Faults in the consoles, blocked content, requests to anyone but the own origin. A good story leaves none. */
  readonly problems: readonly string[];
  /** Presses a button of the ribbon. */
  readonly press: (label: string) => Promise<void>;
  readonly turnTo: (sheet: string) => Promise<void>;
  /** Selects by the name box. */
  readonly goTo: (address: string) => Promise<void>;
  /** What a cell holds: its value, and its formula or null. */
  readonly cell: (sheet: string, address: string) => Promise<{ readonly value: unknown; readonly formula: string | null }>;
  readonly sheets: () => Promise<readonly string[]>;
  /** Everything that a sheet holds, cell by cell, for comparing before and after. */
  readonly contents: (sheet: string) => Promise<string>;
  readonly conditionalFormats: (sheet: string) => Promise<number>;
  readonly selection: () => Promise<string>;
  readonly shot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  // The build and the start workbook are made in a process of their own, as `npm start` makes them.
  await promisify(execFile)(process.execPath, [require.resolve('tsx/cli'), 'src/workbench/server/start.ts', '--prepare'], { cwd: ROOT, maxBuffer: 1 << 26 });
  const certificate = await certificateFor(path.join(ROOT, '.cache', 'certs-test'), false);
  const serving = await serveSite({ certificate, port: 0, workbook: new Uint8Array(readFileSync(START_WORKBOOK)) });
  const browser = await launchBrowser();
  mkdirSync(SHOTS, { recursive: true });
  return {
    play: (options = {}) => play(serving, browser, options),
    close: async () => {
      await browser.close();
      await serving.close();
    },
  };
}

async function play({ address }: Serving, browser: Browser, { workbook, query = '', viewport = { width: 1280, height: 800 }, colorScheme = 'light', forcedColors = false, paneWidth }: PlayOptions): Promise<Play> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport, colorScheme, forcedColors: forcedColors ? 'active' : 'none', locale: 'vi-VN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`fault: ${error.stack ?? error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== address) problems.push(`request to ${url.href}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} for ${response.url()}`);
  });
  await page.goto(`${address}/?${query}`);
  await page.waitForFunction(() => window.workbench !== undefined, undefined, { timeout: 30_000 });
  if (workbook !== undefined) await openWorkbook(page, workbook);
  if (paneWidth !== undefined) await setPaneWidth(page, paneWidth);
  const pane = page.frameLocator('#pane-frame');
  return {
    page, pane, problems,
    press: (label) => page.locator('#ribbon').getByRole('button', { name: label, exact: true }).click(),
    turnTo: (sheet) => page.getByRole('tab', { name: sheet, exact: true }).click(),
    goTo: async (place) => {
      await page.locator('#name-box').fill(place);
      await page.locator('#name-box').press('Enter');
    },
    cell: (sheet, place) => page.evaluate(cellOf, { sheet, place }),
    sheets: () => page.evaluate(() => window.workbench?.host().model.sheets.map(({ name }) => name) ?? []),
    contents: (sheet) => page.evaluate(contentsOf, sheet),
    conditionalFormats: (sheet) => page.evaluate((name) => window.workbench?.host().model.sheets.find((each) => each.name === name)?.conditionalFormats.length ?? -1, sheet),
    selection: () =>
      page.evaluate(() => {
        const model = window.workbench?.host().model;
        const active = model?.sheets.find(({ id }) => id === model.activeSheetId);
        const [first] = active?.selection ?? [];
        return active === undefined || first === undefined ? '' : `${active.name}!${String.fromCharCode(65 + first.col)}${first.row + 1}`;
      }),
    shot: async (name) => void (await page.screenshot({ path: path.join(SHOTS, `${name}.png`) })),
    close: () => context.close(),
  };
}

/** By the keys that a person would use: ten pixels a press. */
async function setPaneWidth(page: Page, wanted: number): Promise<void> {
  const splitter = page.locator('#splitter');
  await splitter.focus();
  const now = Number(await splitter.getAttribute('aria-valuenow'));
  for (let n = 0; n < Math.round(Math.abs(wanted - now) / 10); n += 1) await page.keyboard.press(wanted > now ? 'ArrowLeft' : 'ArrowRight');
}

async function openWorkbook(page: Page, file: string): Promise<void> {
  await page.locator('#file').setInputFiles(file);
  await page.waitForFunction((name) => window.workbench?.name() === name, path.basename(file), { timeout: 30_000 });
}

/** Waits until something reads as wanted; fails with what it reads at last. */
export async function expectSoon<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  const end = Date.now() + 10_000;
  let last = await read();
  while (last !== wanted && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    last = await read();
  }
  expect(last).toEqual(wanted);
}

/** Runs in the page. */
function cellOf({ sheet, place }: { readonly sheet: string; readonly place: string }): { value: unknown; formula: string | null } {
  const found = /^([A-Z]+)(\d+)$/.exec(place);
  const model = window.workbench?.host().model.sheets.find(({ name }) => name === sheet);
  if (found === null || model === undefined) throw new Error(`There is no ${sheet}!${place}.`);
  const col = [...(found[1] ?? '')].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const cell = model.cells.get(Number(found[2]) - 1)?.get(col);
  return { value: cell?.value ?? null, formula: cell?.formula ?? null };
}

/** Runs in the page. */
function contentsOf(sheet: string): string {
  const model = window.workbench?.host().model.sheets.find(({ name }) => name === sheet);
  if (model === undefined) return '';
  const lines: string[] = [];
  for (const [row, cells] of [...model.cells].sort(([a], [b]) => a - b)) {
    for (const [col, { value, formula }] of [...cells].sort(([a], [b]) => a - b)) {
      if (value !== null || formula !== null) lines.push(`${row},${col}\t${formula ?? ''}\t${JSON.stringify(value)}`);
    }
  }
  return lines.join('\n');
}
