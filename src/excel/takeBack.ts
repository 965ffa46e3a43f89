import { addressOf, areaAddress } from '../core/address';
import { readBlocks, type BlockContent, type BlockRequest } from './blocks';
import { chartsThere, queueCharts } from './chartNames';
import { imageOf } from './images';
import { done, refused } from './refusals';
import { areaOfRange, areasOf, sameArea } from './regions';
import { nameKey } from './preflight';
import { blockOfImages, restore } from './restore';
import { eventsOn, exclusively, run, type HostSession } from './session';
import { leftTraces } from './steps';
import type { CellChange, HostResult, TakeBackReport, WriteReceipt } from './types';

/**
 * Takes a write back: cells that are still as the write left them get their content and number format again, tables
 * their size, and new sheets go. What was changed since is left and named. Three round trips, one more per further 4 MB.
 */
export function takeBack(receipt: WriteReceipt): Promise<HostResult<TakeBackReport>> {
  return exclusively(async () => {
    let cutShort = false;
    const result = await run((session) => takeBackIn(session, receipt, () => (cutShort = true)));
    if (cutShort) await eventsOn();
    return result;
  });
}

async function takeBackIn(session: HostSession, receipt: WriteReceipt, onCut: () => void): Promise<HostResult<TakeBackReport>> {
  const state = await lookAt(session, receipt);
  const refusal = refusalIn(state, receipt);
  if (refusal !== null) return refusal;
  const there = new Set(state.worksheets.items.map((sheet) => sheet.name));
  const bySheet = groupBySheet(receipt.changes.filter((change) => there.has(change.sheet)));
  const requests: BlockRequest[] = [...bySheet].flatMap(([sheet, changes]) =>
    areasOf(changes).map((area) => ({ sheet, area, fields: ['formulas', 'values', 'valueTypes', 'numberFormat'] as const })),
  );
  const created = (receipt.createdContents ?? []).filter((content) => there.has(content.sheet));
  const tables = receipt.resizedTables.filter((table) => state.tables.items.some((each) => each.name === table.name));
  const ranges: { readonly name: string; readonly sheet: string; readonly range: Excel.Range }[] = [];
  const contents = await readBlocks(session, [...requests, ...created.map(({ sheet, area }) => ({ sheet, area, fields: ['formulas'] as const }))], () => {
    ranges.length = 0;
    for (const { name } of tables) {
      const range = session.context.workbook.tables.getItem(name).getRange();
      range.load('rowIndex,columnIndex,rowCount,columnCount');
      ranges.push({ name, sheet: state.tables.items.find((each) => each.name === name)?.worksheet.name ?? '', range });
    }
  });
  const current = currentImages(requests, contents);
  const standing = (change: CellChange) => current.get(cellKey(change.sheet, change.row, change.column));
  const isSame = (change: CellChange): boolean => standing(change) === change.after.formula;
  // Back already, by the user's hand or by a take-back that was cut off.
  const isBack = (change: CellChange): boolean => standing(change) === change.before.formula;
  const left: TakeBackReport['left'][number][] = [];
  const cells = [...bySheet].flatMap(([sheet, changes]) => {
    for (const change of changes) if (!isSame(change) && !isBack(change)) left.push({ sheet, address: addressOf(change.row, change.column) });
    const back = changes.filter(isSame);
    const before = new Map(back.map((change) => [`${change.row},${change.column}`, change.before]));
    return areasOf(back).map((area) => blockOfImages(sheet, area, (row, column) => before.get(`${row},${column}`)));
  });
  const removeSheets: string[] = [];
  created.forEach((content, n) => {
    const changed = changedCells(content, contents[requests.length + n], state.used.get(content.sheet));
    if (changed.length === 0) removeSheets.push(content.sheet);
    else left.push(...changed.map((address) => ({ sheet: content.sheet, address })));
  });
  const unknown = receipt.createdSheets.filter((name) => there.has(name) && !created.some((content) => content.sheet === name));
  left.push(...unknown.map((sheet) => ({ sheet, address: '' })));
  const sizes = tables.flatMap(({ name, before, after }) => {
    const found = ranges.find((each) => each.name === name);
    if (found === undefined) return [];
    const now = areaOfRange(found.range);
    // Back already, as cells may be.
    if (sameArea(now, before)) return [];
    if (after === undefined || sameArea(now, after)) return [{ name, sheet: found.sheet, area: before }];
    left.push({ sheet: found.sheet, address: areaAddress(now.top, now.left, now.bottom, now.right) });
    return [];
  });
  const target = {
    cells,
    fonts: [...bySheet.values()].flat().filter(isSame).flatMap(({ sheet, row, column, before }) => (before.fontName === undefined ? [] : [{ sheet, row, column, name: before.fontName }])),
    tables: sizes,
    dissolve: (receipt.createdTables ?? []).filter((name) => state.tables.items.some((each) => each.name === name)),
    validated: (receipt.validated ?? []).filter(({ sheet }) => there.has(sheet)),
    // A name goes only when what it belongs to goes.
    names: (receipt.names ?? []).filter((change) => state.names.has(nameKey(change.sheet, change.name)) && (change.sheet === null ? left.length === 0 : there.has(change.sheet) && !removeSheets.includes(change.sheet))),
    removeSheets,
    removeCharts: chartsThere(state.charts),
  };
  let landed = 0;
  try {
    await restore(session, target, () => (landed += 1));
  } catch (error) {
    if (leftTraces(error, landed)) onCut();
    throw error;
  }
  return done({ restored: [...bySheet.values()].flat().filter((change) => isSame(change) || isBack(change)).length, left, removedSheets: removeSheets });
}

async function lookAt(session: HostSession, receipt: WriteReceipt) {
  const { workbook } = session.context;
  const { worksheets, tables, names } = workbook;
  worksheets.load('items/name,items/protection/protected,items/autoFilter/isDataFiltered,items/names/items/name');
  tables.load('items/name,items/worksheet/name,items/autoFilter/isDataFiltered');
  names.load('items/name');
  workbook.protection.load('protected');
  const extents = receipt.createdSheets.map((name) => {
    const range = worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return { name, range };
  });
  const charts = queueCharts(worksheets, receipt.createdCharts ?? []);
  await session.sync();
  const known = new Set([
    ...names.items.map((name) => nameKey(null, name.name)),
    ...worksheets.items.flatMap((sheet) => sheet.names.items.map((name) => nameKey(sheet.name, name.name))),
  ]);
  const used = new Map(extents.filter(({ range }) => !range.isNullObject).map(({ name, range }) => [name, areaOfRange(range)]));
  return { worksheets, tables, names: known, structureProtected: workbook.protection.protected, used, charts };
}

type State = Awaited<ReturnType<typeof lookAt>>;

function refusalIn({ worksheets, tables, structureProtected }: State, receipt: WriteReceipt): ReturnType<typeof refused> | null {
  const touched = new Set(receipt.changes.map((change) => change.sheet));
  for (const sheet of worksheets.items) {
    if (!touched.has(sheet.name)) continue;
    if (sheet.protection.protected) return refused('protectedSheet', sheet.name);
    const filtered = sheet.autoFilter.isDataFiltered || tables.items.some((table) => table.worksheet.name === sheet.name && table.autoFilter.isDataFiltered);
    if (filtered) return refused('filteredRange', sheet.name);
  }
  const created = receipt.createdSheets.find((name) => worksheets.items.some((sheet) => sheet.name === name));
  return structureProtected && created !== undefined ? refused('protectedWorkbook', created) : null;
}

function groupBySheet(changes: readonly CellChange[]): Map<string, CellChange[]> {
  const groups = new Map<string, CellChange[]>();
  for (const change of changes) {
    const group = groups.get(change.sheet);
    if (group === undefined) groups.set(change.sheet, [change]);
    else group.push(change);
  }
  return groups;
}

const cellKey = (sheet: string, row: number, column: number): string => `${sheet}\n${row},${column}`;

function currentImages(requests: readonly BlockRequest[], contents: readonly BlockContent[]): Map<string, string | number | boolean> {
  const images = new Map<string, string | number | boolean>();
  requests.forEach(({ sheet, area }, n) => {
    const content = contents[n];
    content?.formulas.forEach((row, r) =>
      row.forEach((formula, c) => {
        const image = imageOf(formula, content.values[r]?.[c] ?? null, content.valueTypes[r]?.[c] ?? null, content.numberFormat[r]?.[c] ?? null);
        images.set(cellKey(sheet, area.top + r, area.left + c), image.formula);
      }),
    );
  });
  return images;
}

type Created = NonNullable<WriteReceipt['createdContents']>[number];

/** Addresses on a new sheet that are not as the write left them; what grew beyond it is named as the used block. */
function changedCells({ area, formulas }: Created, now: BlockContent | undefined, used: Created['area'] | undefined): string[] {
  const changed = formulas.flatMap((row, r) => row.flatMap((formula, c) => (now?.formulas[r]?.[c] === formula ? [] : [addressOf(area.top + r, area.left + c)])));
  if (used === undefined) return changed;
  const grew = used.top < area.top || used.left < area.left || used.bottom > area.bottom || used.right > area.right;
  return grew ? [...changed, areaAddress(used.top, used.left, used.bottom, used.right)] : changed;
}
