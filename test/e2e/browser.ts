import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const ROOT = path.resolve(__dirname, '../..');
/** A folder of its own: the package takes whatever lies unpacked in the temporary folder for its browser. */
const UNPACKED = path.join(ROOT, '.cache', 'chromium');

const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Nothing of the browser's own goes to the network; web security stays on. */
const ARGUMENTS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const WHAT_TO_DO = [
  'No browser runs here. One of these helps:',
  '  - install Chromium, Chrome or Edge, or name one: CHROME_PATH=/path/to/chrome',
  '  - on Debian or Ubuntu, the libraries that the bundled browser needs: apt-get install libnss3 libnspr4',
].join('\n');

/** A browser that might run: its program, and the folder of libraries that it brings along. */
interface Candidate {
  readonly executablePath: string;
  readonly libraries?: string;
}

/**
 * An installed Chromium, Chrome or Edge; else the one that comes with the packages, unpacked once: with the system's
 * libraries where it has them, with the package's own (libnss3, libnspr4) where it has not.
 */
export async function launchBrowser(): Promise<Browser> {
  const tried: string[] = [];
  for (const candidate of [installed, () => unpacked(false), () => unpacked(true)]) {
    try {
      const found = await candidate();
      if (found !== undefined) return await launch(found);
    } catch (error) {
      tried.push(error instanceof Error ? (error.message.split('\n').find((line) => line.includes('error while loading')) ?? error.message.split('\n', 1)[0] ?? '') : String(error));
    }
  }
  throw new Error(`${WHAT_TO_DO}\n${tried.join('\n')}`);
}

export function launch({ executablePath, libraries }: Candidate): Promise<Browser> {
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  if (libraries !== undefined) env.LD_LIBRARY_PATH = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return chromium.launch({ executablePath, args: ARGUMENTS, headless: true, env });
}

function installed(): Promise<Candidate | undefined> {
  const executablePath = INSTALLED.find((each) => each !== undefined && existsSync(each));
  return Promise.resolve(executablePath === undefined ? undefined : { executablePath });
}

/**
 * The package is an ES module and reads its folder from the environment as it loads: a process of its own unpacks it.
 * It lays out its libraries only where it believes to run in the cloud that it is made for.
 */
export async function unpacked(withLibraries: boolean): Promise<Candidate> {
  const folder = withLibraries ? `${UNPACKED}-with-libraries` : UNPACKED;
  mkdirSync(folder, { recursive: true });
  const script = "import('@sparticuz/chromium').then(async ({ default: pack }) => process.stdout.write(await pack.executablePath()))";
  const cloud = withLibraries ? { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' } : {};
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, env: { ...process.env, ...cloud, TMPDIR: folder, TEMP: folder, TMP: folder } });
  return { executablePath: stdout.trim(), ...(withLibraries ? { libraries: path.join(folder, 'al2023', 'lib') } : {}) };
}
