import { addressOf, positionOf } from '../core/address';
import type { CellEdit, CellState } from '../core/fixes/types';
import type { Cell } from '../core/grid';
import { heldBy, sameFormula } from '../core/sheets/diff';
import { matrixOf, readBlocks } from './blocks';
import { cellOf } from './grids';
import { imageOf } from './images';
import { done, refusalOf, refused } from './refusals';
import { areasOf, rangeAt, type Position } from './regions';
import { blockOfImages, fontStep, restore } from './restore';
import { exclusively, roundTrips, run, type HostSession } from './session';
import { carryOut, EVENTS_ON, leftTraces, small } from './steps';
import { stepsOfBlock } from './writing';
import type { CellChange, CellImage, HostRefusal, HostResult, WriteReceipt } from './types';

export interface EditReport {
  /** Hands over to takeBack. */
  readonly receipt: WriteReceipt;
  /** Cells that no longer hold what the edit was made for: left alone. */
  readonly left: readonly { readonly sheet: string; readonly address: string }[];
}

/** An edit with its place and what stands there now. */
interface Placed extends Position {
  readonly edit: CellEdit;
  readonly was: CellImage;
}

/**
 * Changes single cells, each only while it still holds what the edit says. Two round trips, whatever their number: one
 * to look, one to write and read back; one more per further 4 MB. A protected or filtered sheet is refused before
 * anything is written; where Excel fails half way, what was written is put back.
 *
 * @param edits one for each cell
 */
export function applyEdits(edits: readonly CellEdit[]): Promise<HostResult<EditReport> & { readonly undone?: boolean }> {
  return exclusively(async () => {
    const start = roundTrips();
    let placed: readonly Placed[] = [];
    let failure: HostRefusal | null = null;
    let landed = 0;
    const result = await run<EditReport>(async (session) => {
      const looked = await look(session, edits);
      if (!looked.ok) return looked;
      placed = looked.value.placed;
      if (placed.length === 0) return done({ receipt: receiptOf([], start), left: looked.value.left });
      try {
        const after = await write(session, placed, () => (landed += 1));
        const changes = placed.map((each): CellChange => ({ sheet: each.edit.sheet, row: each.row, column: each.column, before: each.was, after: imageAfter(each, after(each)) }));
        return done({ receipt: receiptOf(changes, start), left: looked.value.left });
      } catch (error) {
        if (!leftTraces(error, landed)) throw error;
        failure = refusalOf(error);
        if (failure === null) throw error;
        return { ok: false, refusal: failure };
      }
    });
    return failure === null ? result : { ...result, undone: await putBack(placed) };
  });
}

async function look(session: HostSession, edits: readonly CellEdit[]): Promise<HostResult<{ readonly placed: readonly Placed[]; readonly left: EditReport['left'] }>> {
  const { worksheets, tables } = session.context.workbook;
  const bySheet = new Map<string, (Position & { readonly edit: CellEdit })[]>();
  for (const edit of edits) {
    const at = positionOf(edit.address);
    if (at !== null) bySheet.set(edit.sheet, [...(bySheet.get(edit.sheet) ?? []), { ...at, edit }]);
  }
  const requests = [...bySheet].flatMap(([sheet, cells]) => areasOf(cells).map((area) => ({ sheet, area, fields: ['formulas', 'values', 'valueTypes', 'numberFormat'] as const })));
  const fonts = new Map<CellEdit, Excel.Range>();
  const contents = await readBlocks(session, requests, () => {
    worksheets.load('items/name,items/protection/protected,items/autoFilter/isDataFiltered');
    tables.load('items/worksheet/name,items/autoFilter/isDataFiltered');
    for (const { edit, row, column } of [...bySheet.values()].flat()) {
      if (edit.fontName === undefined) continue;
      const range = worksheets.getItem(edit.sheet).getRangeByIndexes(row, column, 1, 1);
      range.load('format/font/name');
      fonts.set(edit, range);
    }
  });
  for (const sheet of worksheets.items) {
    if (!bySheet.has(sheet.name)) continue;
    if (sheet.protection.protected) return refused('protectedSheet', sheet.name);
    const filtered = sheet.autoFilter.isDataFiltered || tables.items.some((table) => table.worksheet.name === sheet.name && table.autoFilter.isDataFiltered);
    if (filtered) return refused('filteredRange', sheet.name);
  }
  const seen = new Map<string, { readonly cell: Cell | null; readonly image: CellImage }>();
  requests.forEach(({ sheet, area }, n) => {
    const content = contents[n];
    content?.formulas.forEach((row, r) =>
      row.forEach((formula, c) => {
        const image = imageOf(formula, content.values[r]?.[c] ?? null, content.valueTypes[r]?.[c] ?? null, content.numberFormat[r]?.[c] ?? null);
        seen.set(placeKey(sheet, area.top + r, area.left + c), { cell: cellOf(content, r, c), image });
      }),
    );
  });
  const placed: Placed[] = [];
  const left: EditReport['left'][number][] = [];
  for (const { edit, row, column } of [...bySheet.values()].flat()) {
    const now = seen.get(placeKey(edit.sheet, row, column));
    if (now === undefined || !holds(now.cell, edit.before)) left.push({ sheet: edit.sheet, address: addressOf(row, column) });
    else placed.push({ edit, row, column, was: { ...now.image, ...(edit.fontName === undefined ? {} : { fontName: fonts.get(edit)?.format.font.name ?? '' }) } });
  }
  return done({ placed, left });
}

const placeKey = (sheet: string, row: number, column: number): string => `${sheet}\n${row},${column}`;

function holds(cell: Cell | null, before: CellState): boolean {
  const held = heldBy(cell);
  if (held === undefined) return false;
  if (held !== null && typeof held === 'object') return before !== null && typeof before === 'object' && sameFormula(held.formula, before.formula);
  return held === before;
}

/** What the cell will hold. A number never stays in a cell that is formatted as text, and a text never becomes anything else. */
function wantedImage({ edit: { after, numberFormat, fontName }, was }: Placed): CellImage {
  const font = fontName === undefined ? {} : { fontName };
  const format = numberFormat ?? was.numberFormat;
  if (typeof after === 'string' && after !== '') return { formula: `'${after}`, numberFormat: format, ...font };
  const formula = after === null ? '' : typeof after === 'object' ? after.formula : after;
  return { formula, numberFormat: format === '@' && formula !== '' ? 'General' : format, ...font };
}

/** Writes, and gives back what Excel made of each cell. */
async function write(session: HostSession, placed: readonly Placed[], landed: () => void): Promise<(each: Placed) => CellImage['formula'] | null> {
  const wanted = new Map(placed.map((each) => [placeKey(each.edit.sheet, each.row, each.column), { ...each, image: wantedImage(each) }]));
  const sheets = [...new Set(placed.map((each) => each.edit.sheet))];
  const areas = sheets.flatMap((sheet) => areasOf(placed.filter((each) => each.edit.sheet === sheet)).map((area) => ({ sheet, area })));
  const blocks = areas.map(({ sheet, area }) => {
    const block = blockOfImages(sheet, area, (row, column) => wanted.get(placeKey(sheet, row, column))?.image);
    // A format that stays is not set again.
    const cells = block.cells.map((line, r) => line.map((cell, c) => (cell.format === wanted.get(placeKey(sheet, area.top + r, area.left + c))?.was.numberFormat ? { ...cell, format: null } : cell)));
    return { ...block, cells };
  });
  const ranges: { readonly sheet: string; readonly top: number; readonly left: number; readonly range: Excel.Range }[] = [];
  await carryOut(
    session,
    [
      ...blocks.flatMap((block) => stepsOfBlock(block, 'formulas')),
      ...placed.flatMap(({ edit, row, column }) => (edit.fontName === undefined ? [] : [fontStep({ sheet: edit.sheet, row, column, name: edit.fontName })])),
      EVENTS_ON,
      ...areas.map(({ sheet, area }) =>
        small((sheetOf) => {
          const range = rangeAt(sheetOf(sheet), area);
          range.load('formulas');
          ranges.push({ sheet, top: area.top, left: area.left, range });
        }, 1),
      ),
    ],
    landed,
  );
  const after = new Map<string, CellImage['formula']>();
  for (const { sheet, top, left, range } of ranges) matrixOf(range.formulas).forEach((row, r) => row.forEach((formula, c) => after.set(placeKey(sheet, top + r, left + c), formula ?? '')));
  return (each) => after.get(placeKey(each.edit.sheet, each.row, each.column)) ?? null;
}

/** Excel's own spelling of formulas; a text keeps the sign by which images know it. */
function imageAfter(each: Placed, actual: CellImage['formula'] | null): CellImage {
  const image = wantedImage(each);
  return typeof each.edit.after === 'string' ? image : { ...image, formula: actual ?? image.formula };
}

function receiptOf(changes: readonly CellChange[], start: number): WriteReceipt {
  return {
    sheets: [...new Set(changes.map((change) => change.sheet))], createdSheets: [], changes, resizedTables: [], readBack: [], cellsWritten: changes.length, roundTrips: roundTrips() - start,
  };
}

/** How far a write came that failed is unknown: every cell of it gets what it held. */
async function putBack(placed: readonly Placed[]): Promise<boolean> {
  const was = new Map(placed.map((each) => [placeKey(each.edit.sheet, each.row, each.column), each.was]));
  const sheets = [...new Set(placed.map((each) => each.edit.sheet))];
  const put = await run(
    async (session) => {
      await restore(session, {
        cells: sheets.flatMap((sheet) => areasOf(placed.filter((each) => each.edit.sheet === sheet)).map((area) => blockOfImages(sheet, area, (row, column) => was.get(placeKey(sheet, row, column))))),
        fonts: placed.flatMap(({ edit, row, column, was: { fontName } }) => (fontName === undefined ? [] : [{ sheet: edit.sheet, row, column, name: fontName }])),
        tables: [], dissolve: [], names: [], validated: [], removeSheets: [],
      });
      return done(null);
    },
    { waitForCell: true },
  );
  return put.ok;
}
