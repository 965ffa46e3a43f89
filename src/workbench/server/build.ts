import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { DIST, PAGE, ROOT } from './folders';

/**
 * The production build of the pane (with office.js beside it, so that no network is needed) and the page that plays
 * Excel, made again only when a source is newer than what stands there.
 */
export async function buildWhatIsOld(say: (text: string) => void): Promise<void> {
  const leave = await enter();
  try {
    await build(say);
  } finally {
    leave();
  }
}

/** One build at a time: who comes second waits and finds everything made. A lock left behind by a crash goes stale. */
async function enter(): Promise<() => void> {
  const lock = path.join(ROOT, '.cache', 'build.lock');
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      return () => rmSync(lock, { recursive: true, force: true });
    } catch {
      if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > STALE) rmSync(lock, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Milliseconds; a build takes half a minute on a slow machine. */
const STALE = 4 * 60_000;

async function build(say: (text: string) => void): Promise<void> {
  const newest = await newestSource();
  const jobs: Promise<void>[] = [];
  const started = new Date();
  // webpack leaves a file alone whose content is the same: the product has to look as new as it is.
  const date = (product: string): void => utimesSync(product, started, started);
  if (olderThan(path.join(DIST, 'taskpane.html'), newest)) {
    say('Đang dựng ngăn tác vụ…');
    jobs.push(webpack('webpack.config.cjs', { OFFICE_JS: 'local', CHITIEU_DIST: DIST }).then(() => date(path.join(DIST, 'taskpane.html'))));
  }
  if (olderThan(path.join(PAGE, 'index.html'), newest)) {
    say('Đang dựng trang thay Excel…');
    jobs.push(webpack('webpack.workbench.cjs', {}).then(() => date(path.join(PAGE, 'index.html'))));
  }
  await Promise.all(jobs);
}

async function newestSource(): Promise<number> {
  const places = ['src', 'assets', 'samples', 'webpack'];
  const single = ['manifest.xml', 'webpack.config.cjs', 'webpack.workbench.cjs', 'package-lock.json'];
  const below = await Promise.all(places.map((place) => readdir(path.join(ROOT, place), { recursive: true, withFileTypes: true })));
  const files = [...below.flat().filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)), ...single.map((name) => path.join(ROOT, name))];
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

function olderThan(product: string, time: number): boolean {
  return !existsSync(product) || statSync(product).mtimeMs < time;
}

function webpack(config: string, settings: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [require.resolve('webpack-cli/bin/cli.js'), '--config', config, '--mode', 'production'], {
      cwd: ROOT,
      env: { ...process.env, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let words = '';
    child.stdout.on('data', (part: Buffer) => (words += part.toString()));
    child.stderr.on('data', (part: Buffer) => (words += part.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`webpack --config ${config} ended with ${code}:\n${words}`))));
  });
}
