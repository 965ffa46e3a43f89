import { done, refusalOf, refused } from './refusals';
import type { HostResult } from './types';

/** The lowest API that Office 2021, LTSC 2021, Microsoft 365 and Excel on the web have in common. */
const FLOOR = '1.14';

/** One conversation with Excel. Everything that is queued on the context goes with the next `sync`. */
export interface HostSession {
  readonly context: Excel.RequestContext;
  /** Sends what is queued: one round trip. */
  readonly sync: () => Promise<void>;
}

let trips = 0;

/** Round trips to Excel since the start; a command's own are the difference. */
export function roundTrips(): number {
  return trips;
}

/** Whether this Excel has every member that the add-in uses. */
export function reachesFloor(): boolean {
  return typeof Office !== 'undefined' && Office.context?.requirements?.isSetSupported('ExcelApi', FLOOR) === true;
}

export interface RunOptions {
  /** Wait until the user leaves the cell, rather than be refused: for what must not stay half done. */
  readonly waitForCell?: boolean;
}

/**
 * Runs a batch and turns Excel's errors into refusals by name.
 *
 * @throws what is not Excel's refusal but a fault of our own
 */
export async function run<T>(work: (session: HostSession) => Promise<HostResult<T>>, options: RunOptions = {}): Promise<HostResult<T>> {
  if (!reachesFloor()) return refused('apiBelowFloor', '', `ExcelApi ${FLOOR}`);
  const batch = (context: Excel.RequestContext): Promise<HostResult<T>> =>
    work({
      context,
      sync: async () => {
        trips += 1;
        await context.sync();
      },
    });
  try {
    return options.waitForCell === true ? await Excel.run({ delayForCellEdit: true }, batch) : await Excel.run(batch);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return { ok: false, refusal };
  }
}

/** Turns Excel's events on again after a write that did not come to its end. */
export async function eventsOn(): Promise<void> {
  await run(
    async ({ context, sync }) => {
      context.runtime.enableEvents = true;
      await sync();
      return done(null);
    },
    { waitForCell: true },
  );
}

let writing = false;

/** Runs a write alone: a second one, from a button pressed twice, is refused as `busy` and changes nothing. */
export async function exclusively<R>(work: () => Promise<R>): Promise<R | ReturnType<typeof refused>> {
  if (writing) return refused('busy');
  writing = true;
  try {
    return await work();
  } finally {
    writing = false;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** Runs pieces of work that read and then change the same things one after the other. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work);
  last = next.catch(() => undefined);
  return next;
}

/** What the last reading saw and the next command can use without asking again. */
export interface HostMemory {
  readonly sheetNames: Map<string, string>;
  /** Ids of the add-in's own highlights by sheet name. */
  readonly highlights: Map<string, readonly string[]>;
}

const memories = new WeakMap<object, HostMemory>();

/** One memory for each client library, and with it for each open workbook. */
export function memory(): HostMemory {
  const known = memories.get(Excel);
  if (known !== undefined) return known;
  const fresh: HostMemory = { sheetNames: new Map(), highlights: new Map() };
  memories.set(Excel, fresh);
  return fresh;
}
