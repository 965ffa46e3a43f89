import type { Area } from '../core/grid';
import { scalar, type Scalar } from './images';
import { hostCodeOf } from './refusals';
import { columnsIn, rangeAt, rowsIn } from './regions';
import type { HostSession } from './session';

/** Bytes of one request or response; Excel on the web takes 5 MB, the rest is for what stands round the cells. */
export const BYTES_A_TRIP = 4_000_000;

export type Field = 'formulas' | 'values' | 'valueTypes' | 'numberFormat' | 'text';
export type Matrix = readonly (readonly Scalar[])[];

export interface BlockRequest {
  readonly sheet: string;
  readonly area: Area;
  readonly fields: readonly Field[];
  /** Ask row by row which ones are hidden. */
  readonly hiddenRows?: boolean;
  /** What the answer will weigh, where that is known better than by counting cells. */
  readonly bytes?: number;
}

export interface BlockContent extends Readonly<Record<Field, Matrix>> {
  /** Zero-based sheet rows; empty when not asked for. */
  readonly hiddenRows: readonly number[];
}

/** What a cell takes in a response, from sheets like the province's; a guess too low costs one more round trip. */
const BYTES: Readonly<Record<Field, number>> = { formulas: 14, values: 14, valueTypes: 9, numberFormat: 12, text: 14 };
const BYTES_A_ROW = 22;

interface Piece {
  readonly request: number;
  readonly area: Area;
  readonly bytes: number;
}

/**
 * Reads blocks in as few round trips as their size allows: one for each 4 MB, whatever their number.
 *
 * @param first queues what is to be loaded along with the first round trip; queued again when that answer was too large
 */
export async function readBlocks(session: HostSession, requests: readonly BlockRequest[], first: () => void = nothing): Promise<readonly BlockContent[]> {
  const parts: Record<Field, Scalar[][]>[] = requests.map(() => ({ formulas: [], values: [], valueTypes: [], numberFormat: [], text: [] }));
  const hidden: number[][] = requests.map(() => []);
  const trips = packed(requests.flatMap((request, index) => piecesOf(request, index)));

  async function trip(pieces: readonly Piece[], before: () => void): Promise<void> {
    before();
    const loads = pieces.map((piece) => queued(session, requests[piece.request], piece.area));
    try {
      await session.sync();
    } catch (error) {
      const halves = hostCodeOf(error) === 'ResponsePayloadSizeLimitExceeded' ? halved(pieces) : null;
      if (halves === null) throw error;
      await trip(halves[0], before);
      return trip(halves[1], nothing);
    }
    loads.forEach((load, n) => {
      const piece = pieces[n];
      const part = piece === undefined ? undefined : parts[piece.request];
      if (piece === undefined || part === undefined || load === null) return;
      for (const field of load.fields) part[field].push(...matrixOf(load.range[field]));
      load.rows?.value.forEach((row, at) => {
        if (row.rowHidden === true) hidden[piece.request]?.push(piece.area.top + at);
      });
    });
  }

  await trips.reduce((before, pieces, n) => before.then(() => trip(pieces, n === 0 ? first : nothing)), Promise.resolve());
  return parts.map((part, index) => ({ ...part, hiddenRows: hidden[index] ?? [] }));
}

function nothing(): void {
  // Nothing goes along.
}

function queued(session: HostSession, request: BlockRequest | undefined, area: Area) {
  if (request === undefined) return null;
  const range = rangeAt(session.context.workbook.worksheets.getItem(request.sheet), area);
  if (request.fields.length > 0) range.load([...request.fields]);
  const rows = request.hiddenRows === true ? range.getRowProperties({ rowHidden: true }) : null;
  return { range, rows, fields: request.fields };
}

/** Excel gives rows of cells; whatever else it gives (null for too many) is no cell. */
export function matrixOf(input: unknown): Scalar[][] {
  if (!Array.isArray(input)) return [];
  return input.map((row: unknown) => (Array.isArray(row) ? row.map((cell: unknown) => scalar(cell)) : []));
}

function piecesOf(request: BlockRequest, index: number): Piece[] {
  const { area } = request;
  const perCell = request.fields.reduce((sum, field) => sum + BYTES[field], 0);
  const counted = columnsIn(area) * perCell + (request.hiddenRows === true ? BYTES_A_ROW : 0);
  const perRow = request.bytes === undefined ? counted : request.bytes / rowsIn(area);
  const most = Math.max(1, Math.floor(BYTES_A_TRIP / Math.max(1, perRow)));
  const pieces: Piece[] = [];
  for (let top = area.top; top <= area.bottom; top += most) {
    const part = { ...area, top, bottom: Math.min(area.bottom, top + most - 1) };
    pieces.push({ request: index, area: part, bytes: rowsIn(part) * perRow });
  }
  return pieces;
}

/** Fills round trips one after the other; there is always one. */
export function packed<T extends { readonly bytes: number }>(pieces: readonly T[]): T[][] {
  const trips: T[][] = [[]];
  let size = 0;
  for (const piece of pieces) {
    if (size > 0 && size + piece.bytes > BYTES_A_TRIP) {
      trips.push([]);
      size = 0;
    }
    trips.at(-1)?.push(piece);
    size += piece.bytes;
  }
  return trips;
}

function halved(pieces: readonly Piece[]): readonly [readonly Piece[], readonly Piece[]] | null {
  if (pieces.length > 1) {
    const middle = Math.ceil(pieces.length / 2);
    return [pieces.slice(0, middle), pieces.slice(middle)];
  }
  const [only] = pieces;
  if (only === undefined || rowsIn(only.area) < 2) return null;
  const cut = only.area.top + Math.floor(rowsIn(only.area) / 2);
  const bytes = only.bytes / 2;
  return [[{ ...only, bytes, area: { ...only.area, bottom: cut - 1 } }], [{ ...only, bytes, area: { ...only.area, top: cut } }]];
}
