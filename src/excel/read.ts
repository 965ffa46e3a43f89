import type { Area, DefinedName, Grid } from '../core/grid';
import { readBlocks, type BlockContent, type BlockRequest, type Field } from './blocks';
import { definedName, gridOf } from './grids';
import { ownHighlights, queueHighlights } from './markers';
import { done, refused } from './refusals';
import { areaOfRange, cellsIn } from './regions';
import { memory, run, type HostSession } from './session';
import type { HostResult, WorkbookSnapshot } from './types';

/** Above this, what cells show is left out: it is for people only and costs as much as the values. */
const MOST_SHOWN = 50_000;
/** Up to this many cells, fonts that differ are asked for cell by cell. */
const MOST_FONTS = 5_000;

const PLACE = 'rowIndex,columnIndex,rowCount,columnCount';

/**
 * Reads sheets of the open workbook: one, some by name, or all, and every table and name. Two round trips, three for
 * `all`, and one more for each further 4 MB.
 *
 * @returns `missingSheet` when a name is not there
 */
export function readWorkbook(sheets: 'active' | 'all' | readonly string[]): Promise<HostResult<WorkbookSnapshot>> {
  return run(async (session) => {
    const queue = queueWorkbook(session);
    const named = typeof sheets === 'string' ? [] : sheets.map((name) => measure(session.context.workbook.worksheets.getItemOrNullObject(name)));
    const active = sheets === 'active' ? [measureActive(session)] : [];
    await session.sync();
    const missing = typeof sheets === 'string' ? undefined : sheets.find((_, n) => named[n]?.sheet.isNullObject);
    if (missing !== undefined) return refused('missingSheet', missing);
    if (sheets !== 'all') return finish(session, queue, [...active, ...named]);
    const all = queue.worksheets.items.map((sheet) => measure(sheet));
    const tables = queueTables(queue);
    await session.sync();
    return finish(session, queue, all, tables);
  });
}

/**
 * Reads the active sheet and, of the sheets named, those that are there: what a check needs, in two round trips. The
 * add-in's own highlights of the active sheet are remembered, so that they can be replaced in one more.
 */
export function readActiveSheet(also: readonly string[] = []): Promise<HostResult<WorkbookSnapshot>> {
  return run(async (session) => {
    const queue = queueWorkbook(session);
    const active = measureActive(session);
    const others = also.map((name) => measure(session.context.workbook.worksheets.getItemOrNullObject(name)));
    await session.sync();
    const there = others.filter(({ sheet }) => !sheet.isNullObject && sheet.name !== active.sheet.name);
    return finish(session, queue, [active, ...there]);
  });
}

/** Sheets as they were read: in the shape that core knows, and as Excel gave their cells, blank ones with their formats. */
export interface WorkbookReading {
  readonly snapshot: WorkbookSnapshot;
  /** By sheet name; a sheet without any cell is not in it. */
  readonly contents: ReadonlyMap<string, { readonly area: Area; readonly content: BlockContent }>;
  readonly structureProtected: boolean;
}

/**
 * Of the sheets and tables named, reads those that are there, inside of a batch that goes on to write. Two round trips;
 * a table that stands on another sheet than those named costs one more.
 */
export async function readIfThere(session: HostSession, sheets: readonly string[], tables: readonly string[]): Promise<WorkbookReading> {
  const queue = queueWorkbook(session);
  const { protection, worksheets } = queue.workbook;
  protection.load('protected');
  const named = sheets.map((name) => measure(worksheets.getItemOrNullObject(name)));
  await session.sync();
  const there = named.filter(({ sheet }) => !sheet.isNullObject);
  const homes = new Set(queue.tables.items.filter((table) => tables.includes(table.name)).map((table) => table.worksheet.name));
  const elsewhere = [...homes].filter((home) => !there.some(({ sheet }) => sheet.name === home)).map((home) => measure(worksheets.getItem(home)));
  if (elsewhere.length > 0) await session.sync();
  return { ...(await gather(session, queue, [...there, ...elsewhere])), structureProtected: protection.protected };
}

/** Sheets wherever they are, and the cell that is selected. */
export interface HomesReading {
  readonly snapshot: WorkbookSnapshot;
  /** Zero-based, on the snapshot's active sheet. */
  readonly activeCell: { readonly row: number; readonly column: number };
}

/**
 * Of the sheets named, reads those that are there; of the tables and names, the sheets on which they stand, whatever
 * those are called. Two round trips, one more where some stand elsewhere than on the sheets named.
 */
export function readHomes(wanted: { readonly sheets: readonly string[]; readonly tables: readonly string[]; readonly names: readonly string[] }): Promise<HostResult<HomesReading>> {
  return run(async (session) => {
    const queue = queueWorkbook(session);
    const { workbook, worksheets } = queue;
    const cell = workbook.getActiveCell();
    cell.load('rowIndex,columnIndex');
    const named = wanted.sheets.map((name) => measure(worksheets.getItemOrNullObject(name)));
    await session.sync();
    const there = named.filter(({ sheet }) => !sheet.isNullObject);
    const homes = new Set([
      ...queue.tables.items.filter((table) => wanted.tables.includes(table.name)).map((table) => table.worksheet.name),
      ...queue.names.items.filter((name) => wanted.names.includes(name.name)).flatMap((name) => sheetIn(String(name.formula), queue)),
    ]);
    const elsewhere = [...homes].filter((home) => !there.some(({ sheet }) => sheet.name === home)).map((home) => measure(worksheets.getItem(home)));
    if (elsewhere.length > 0) await session.sync();
    const { snapshot } = await gather(session, queue, [...there, ...elsewhere]);
    return done({ snapshot, activeCell: { row: cell.rowIndex, column: cell.columnIndex } });
  });
}

/** The sheet that a name leads to; none for a constant, or where the sheet is gone. */
function sheetIn(formula: string, { worksheets }: Queue): readonly string[] {
  const stated = formula.slice(1, Math.max(1, formula.lastIndexOf('!'))).replace(/^'|'$/g, '').replace(/''/g, "'");
  return worksheets.items.filter((sheet) => sheet.name === stated).map((sheet) => sheet.name);
}

/** How large a sheet is and what about it is the same for all cells. */
function measure(sheet: Excel.Worksheet) {
  sheet.load('name');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load(`${PLACE},rowHidden,columnHidden,format/font/name`);
  const merged = used.getMergedAreasOrNullObject();
  merged.load(`areaCount,areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount`);
  return { sheet, used, merged };
}

interface Measured extends ReturnType<typeof measure> {
  /** Its conditional formats, where they were asked for. */
  readonly formats?: Excel.ConditionalFormatCollection;
}

function measureActive(session: HostSession): Measured {
  const measured = measure(session.context.workbook.worksheets.getActiveWorksheet());
  return { ...measured, formats: queueHighlights(measured.sheet) };
}

function queueWorkbook(session: HostSession) {
  const { workbook } = session.context;
  const { worksheets, tables, names } = workbook;
  workbook.load('name');
  worksheets.load(
    'items/id,items/name,items/visibility,items/protection/protected,items/autoFilter/isDataFiltered,items/names/items/name,items/names/items/formula',
  );
  tables.load('items/name,items/worksheet/name,items/autoFilter/isDataFiltered,items/columns/items/name');
  names.load('items/name,items/formula');
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  return { workbook, worksheets, tables, names, active };
}

type Queue = ReturnType<typeof queueWorkbook>;

function queueTables({ tables }: Queue) {
  return tables.items.map((table) => {
    const range = table.getRange();
    range.load(PLACE);
    return { table, range };
  });
}

async function finish(...of: Parameters<typeof gather>): Promise<HostResult<WorkbookSnapshot>> {
  return done((await gather(...of)).snapshot);
}

async function gather(session: HostSession, queue: Queue, measured: readonly Measured[], known?: ReturnType<typeof queueTables>): Promise<Pick<WorkbookReading, 'snapshot' | 'contents'>> {
  const areas = measured.map(({ used }) => (used.isNullObject ? null : areaOfRange(used)));
  const total = areas.reduce((sum, area) => sum + (area === null ? 0 : cellsIn(area)), 0);
  const fields: readonly Field[] = ['values', 'formulas', 'valueTypes', 'numberFormat', ...(total <= MOST_SHOWN ? (['text'] as const) : [])];
  const requests = measured.flatMap(({ sheet, used }, n): BlockRequest[] => {
    const area = areas[n];
    return area === null || area === undefined ? [] : [{ sheet: sheet.name, area, fields, hiddenRows: used.rowHidden === null }];
  });
  let tables = known;
  let details: ReturnType<typeof queueDetails>[] = [];
  const contents =
    requests.length === 0 && (tables !== undefined || queue.tables.items.length === 0)
      ? []
      : await readBlocks(session, requests, () => {
          tables = known ?? queueTables(queue);
          details = measured.map(({ used }) => queueDetails(used, total));
        });
  const grids: Grid[] = measured.map((each, n) => {
    const at = requests.findIndex((request) => request.sheet === each.sheet.name);
    return gridFrom(queue, each, areas[n] ?? null, details[n], contents[at] ?? null);
  });
  remember(queue, measured);
  const filtered = new Set(queue.worksheets.items.filter((sheet) => sheet.autoFilter.isDataFiltered).map((sheet) => sheet.name));
  for (const table of queue.tables.items) if (table.autoFilter.isDataFiltered) filtered.add(table.worksheet.name);
  const snapshot: WorkbookSnapshot = {
    book: { file: queue.workbook.name, hash: '', modified: null, names: namesOf(queue), grids, date1904: false },
    activeSheet: queue.active.name,
    sheetNames: queue.worksheets.items.map((sheet) => sheet.name),
    tables: (tables ?? []).map(({ table, range }) => ({
      name: table.name, sheet: table.worksheet.name, area: areaOfRange(range), headers: table.columns.items.map((column) => column.name),
    })),
    filteredSheets: [...filtered],
    protectedSheets: queue.worksheets.items.filter((sheet) => sheet.protection.protected).map((sheet) => sheet.name),
  };
  const byName = requests.flatMap(({ sheet, area }, n): [string, { readonly area: Area; readonly content: BlockContent }][] => {
    const content = contents[n];
    return content === undefined ? [] : [[sheet, { area, content }]];
  });
  return { snapshot, contents: new Map(byName) };
}

/** What differs from cell to cell or column to column, and only then. */
function queueDetails(used: Excel.Range, total: number) {
  if (used.isNullObject) return { columns: null, fonts: null };
  const mixedFonts = typeof used.format.font.name !== 'string' || used.format.font.name === '';
  return {
    columns: used.columnHidden === null ? used.getColumnProperties({ columnHidden: true }) : null,
    fonts: mixedFonts && total <= MOST_FONTS ? used.getCellProperties({ format: { font: { name: true } } }) : null,
  };
}

function gridFrom(queue: Queue, { sheet, used, merged }: Measured, area: Area | null, details: ReturnType<typeof queueDetails> | undefined, content: Parameters<typeof gridOf>[1]): Grid {
  const meta = queue.worksheets.items.find((each) => each.name === sheet.name);
  const visibility = meta?.visibility === 'Hidden' ? 'hidden' : meta?.visibility === 'VeryHidden' ? 'veryHidden' : 'visible';
  const lines = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);
  const oneFont = area === null ? undefined : used.format.font.name;
  return gridOf(
    {
      name: sheet.name,
      visibility,
      isProtected: meta?.protection.protected ?? false,
      area,
      merges: area === null || merged.isNullObject ? [] : merged.areas.items.map(areaOfRange),
      hiddenRows: area === null ? [] : used.rowHidden === true ? lines(area.top, area.bottom) : (content?.hiddenRows ?? []),
      hiddenColumns:
        area === null
          ? []
          : used.columnHidden === true
            ? lines(area.left, area.right)
            : (details?.columns?.value ?? []).flatMap((column, n) => (column.columnHidden === true ? [area.left + n] : [])),
      fontAt: (row, column) => details?.fonts?.value[row]?.[column]?.format?.font?.name ?? oneFont,
    },
    content,
  );
}

function namesOf({ worksheets, names }: Queue): DefinedName[] {
  return [
    ...names.items.map((name) => definedName(name.name, null, String(name.formula))),
    ...worksheets.items.flatMap((sheet) => sheet.names.items.map((name) => definedName(name.name, sheet.name, String(name.formula)))),
  ];
}

function remember({ worksheets }: Queue, measured: readonly Measured[]): void {
  const { sheetNames, highlights } = memory();
  for (const sheet of worksheets.items) sheetNames.set(sheet.id, sheet.name);
  for (const { sheet, formats } of measured) if (formats !== undefined) highlights.set(sheet.name, ownHighlights(formats).map((format) => format.id));
}
