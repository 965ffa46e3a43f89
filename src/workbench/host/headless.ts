import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { z } from 'zod';
import { createExcelHost, REQUIREMENT_SETS, type ExcelHost, type HostOptions } from './host';

/** A message of the client to its host, as HostBridge writes it. */
const bridgeMessage = z.object({
  id: z.number(),
  flags: z.number().nullish(),
  message: z.object({ url: z.string(), body: z.unknown() }),
});

interface Bridge {
  sendMessageToHost: (text: string) => void;
  onMessageFromHost?: (text: string) => void;
}

/** The client library's namespaces out of its own world; objects of theirs are no `instanceof` ours. */
export interface Client {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
}

export interface Headless extends Client {
  readonly host: ExcelHost;
  /** Runs a batch as Excel.run does. */
  readonly run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;
  /** Makes Excel, Office and OfficeExtension global, for code that uses them so. */
  readonly install: () => void;
  /** Takes the globals away again. */
  readonly dispose: () => void;
}

let compiled: vm.Script | null = null;

function clientScript(): vm.Script {
  if (compiled === null) {
    const file = path.join(path.dirname(locate('@microsoft/office-js/package.json')), 'dist', 'excel-web-16.00.debug.js');
    compiled = new vm.Script(readFileSync(file, 'utf8'), { filename: file });
  }
  return compiled;
}

function locate(name: string): string {
  // Found from this file, so that the command line works from any folder.
  return createRequire(typeof __filename === 'string' ? __filename : path.join(process.cwd(), 'package.json')).resolve(name);
}

/** Compares "1.14" with "1.9" part by part. */
function reaches(supported: string, asked: string): boolean {
  const have = supported.split('.').map(Number);
  const want = asked.split('.').map(Number);
  for (let n = 0; n < Math.max(have.length, want.length); n += 1) {
    const difference = (have[n] ?? 0) - (want[n] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

export function isSetSupported(name: string, version?: string | number): boolean {
  const supported = REQUIREMENT_SETS[name];
  return supported !== undefined && (version === undefined || reaches(supported, String(version)));
}

/**
 * Excel without a screen: the unmodified client library in a world of its own, talking to a host over `model`. Members
 * above the floor throw ApiNotFound in the client itself.
 */
export function startHeadless(options: HostOptions): Headless {
  const host = createExcelHost(options);
  const bridge: Bridge = { sendMessageToHost: (text) => void respond(host, bridge, text) };
  const client = loadClient(bridge);
  const stop = host.onEvents((entries) => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } })));
  const names = ['Excel', 'Office', 'OfficeExtension'] as const;
  return {
    ...client,
    host,
    run: (batch) => client.Excel.run(batch),
    install: () => {
      for (const name of names) Object.defineProperty(globalThis, name, { value: client[name], configurable: true, writable: true });
    },
    dispose: () => {
      stop();
      for (const name of names) if (Reflect.get(globalThis, name) === client[name]) Reflect.deleteProperty(globalThis, name);
    },
  };
}

async function respond(host: ExcelHost, bridge: Bridge, text: string): Promise<void> {
  const { id, flags, message } = bridgeMessage.parse(JSON.parse(text));
  const reply = await host.answer(JSON.stringify(message.body), flags ?? 0);
  bridge.onMessageFromHost?.(`{"id":${id},"type":2,"message":{"statusCode":200,"headers":{},"body":${reply}}}`);
}

function loadClient(bridge: Bridge): Client {
  const world = vm.createContext({
    _richApiNativeBridge: bridge, console, setTimeout, clearTimeout, setInterval, clearInterval, performance, URL, TextEncoder, TextDecoder,
    ...EMPTY_PAGE,
  });
  vm.runInContext('var window = globalThis;', world);
  clientScript().runInContext(world);
  const client: unknown = vm.runInContext('({ Excel, Office, OfficeExtension })', world);
  if (!isClient(client)) throw new Error('The client library did not give its namespaces.');
  world.standInContext = OFFICE_CONTEXT;
  // The loader, office.js, makes this factory; without a page there is no loader.
  vm.runInContext('OSF._OfficeAppFactory = { getContext: () => standInContext, getHostInfo: () => ({ hostPlatform: "web", hostType: "excel" }) }', world);
  vm.runInContext('OfficeExtension.CommonUtility._doApiNotSupportedCheck = true', world);
  return client;
}

/** The client asks for a page while it loads and uses nothing of it afterwards. */
const EMPTY_PAGE = {
  document: { readyState: 'loading', addEventListener: () => undefined, getElementsByTagName: () => [], createElement: () => ({}) },
  location: { href: 'https://localhost/', search: '', hash: '' },
  navigator: { userAgent: 'Node' },
};

/** The part of Office.context that has meaning without a screen. */
const OFFICE_CONTEXT = {
  requirements: { isSetSupported },
  platform: 'OfficeOnline',
  host: 'Excel',
  displayLanguage: 'vi-VN',
  contentLanguage: 'vi-VN',
  diagnostics: { platform: 'OfficeOnline', version: '16.0.0.0', host: 'Excel' },
};

function isClient(candidate: unknown): candidate is Client {
  return typeof candidate === 'object' && candidate !== null && 'Excel' in candidate && 'Office' in candidate && 'OfficeExtension' in candidate;
}
