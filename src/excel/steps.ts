import { BYTES_A_TRIP, packed, type Matrix } from './blocks';
import { hostCodeOf } from './refusals';
import type { HostSession } from './session';

/** One thing to do in the workbook, with its share of the request. */
export interface Step {
  readonly bytes: number;
  readonly run: (sheet: (name: string) => Excel.Worksheet, workbook: Excel.Workbook) => void;
}

/** The whole request is refused with these: nothing of it was done. */
const NOTHING_DONE: readonly string[] = ['InvalidOperationInCellEditMode', 'RequestPayloadSizeLimitExceeded'];

/** Whether a failed `carryOut` left anything behind, given how many of its round trips had come through. */
export function leftTraces(error: unknown, landed: number): boolean {
  return landed > 0 || !NOTHING_DONE.includes(hostCodeOf(error) ?? '');
}

/** A step of a few small actions. */
export function small(run: Step['run'], actions = 4): Step {
  return { bytes: actions * 250, run };
}

/**
 * Carries out steps in their order, as many to a round trip as 4 MB hold.
 *
 * @param landed called after each round trip that came through
 */
export async function carryOut(session: HostSession, steps: readonly Step[], landed: () => void = () => undefined): Promise<void> {
  const { workbook } = session.context;
  const sheets = new Map<string, Excel.Worksheet>();
  const sheet = (name: string): Excel.Worksheet => {
    const known = sheets.get(name) ?? workbook.worksheets.getItem(name);
    sheets.set(name, known);
    return known;
  };
  async function trip(part: readonly Step[]): Promise<void> {
    session.context.runtime.enableEvents = false;
    workbook.application.suspendApiCalculationUntilNextSync();
    workbook.application.suspendScreenUpdatingUntilNextSync();
    for (const step of part) step.run(sheet, workbook);
    await session.sync();
    landed();
  }
  if (steps.length > 0) await packed(steps).reduce((before, part) => before.then(() => trip(part)), Promise.resolve());
}

/** Turns Excel's events on again; the last step of whatever `carryOut` did. */
export const EVENTS_ON: Step = small((_, workbook) => {
  workbook.application.context.runtime.enableEvents = true;
}, 1);

/** Small enough that steps fill a round trip well. */
const LARGEST_STEP = BYTES_A_TRIP / 10;

/** Rows cut into parts by their bytes, each well below one request. */
export function cutByBytes<T>(rows: readonly (readonly T[])[], bytesOf: (cell: T) => number): { readonly from: number; readonly to: number; readonly bytes: number }[] {
  const cuts: { from: number; to: number; bytes: number }[] = [];
  rows.forEach((row, n) => {
    const bytes = row.reduce((sum, cell) => sum + bytesOf(cell), 2);
    const open = cuts.at(-1);
    if (open !== undefined && open.bytes + bytes <= LARGEST_STEP) {
      open.to = n;
      open.bytes += bytes;
    } else cuts.push({ from: n, to: n, bytes });
  });
  return cuts;
}

/** Bytes of a cell's content as JSON in UTF-8, quotes twice escaped as some hosts send them. */
export function jsonBytes(cell: Matrix[number][number]): number {
  if (typeof cell !== 'string') return 1 + String(cell).length;
  let bytes = 5;
  for (let n = 0; n < cell.length; n += 1) {
    const code = cell.charCodeAt(n);
    bytes += code === 34 || code === 92 || code < 32 ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
  }
  return bytes;
}
