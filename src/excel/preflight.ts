import type { Area } from '../core/grid';
import { isAlready } from '../core/sheets/diff';
import type { Block, SheetPlan } from '../core/sheets/plan';
import { readBlocks, type BlockContent } from './blocks';
import { cellOf } from './grids';
import { done, hostCodeOf, refused } from './refusals';
import { areaOfRange, around, rangeAt, sameArea } from './regions';
import type { HostSession } from './session';
import type { HostResult } from './types';

/** The size of a sheet. */
const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** A block of a plan with its place; `before` is what stands there now, null on a sheet that is not there yet. */
export interface PlacedBlock {
  readonly sheet: string;
  readonly area: Area;
  readonly rows: Block['rows'];
  readonly before: BlockContent | null;
}

export interface Preflight {
  readonly blocks: readonly PlacedBlock[];
  /** Where the plans' tables stand now, by name; absent for those to be made. */
  readonly tables: ReadonlyMap<string, Area>;
  /** Formulas of names by "sheet!name", with '' for the workbook's. */
  readonly names: ReadonlyMap<string, string>;
  readonly manualCalculation: boolean;
}

export const nameKey = (sheet: string | null, name: string): string => `${sheet ?? ''}!${name.toLocaleLowerCase()}`;

/**
 * Looks at everything that could refuse the write, and takes the images of the cells to be written, in one round trip
 * (and one more for each further 4 MB). Nothing is changed.
 */
export async function preflight(session: HostSession, plans: readonly SheetPlan[]): Promise<HostResult<Preflight>> {
  const tooFar = plans.find((plan) => [...plan.blocks.map(areaOfPlanBlock), ...plan.tables.map((table) => table.area)].some((area) => area.bottom >= ROWS || area.right >= COLUMNS));
  if (tooFar !== undefined) return refused('sheetsFull', tooFar.sheet);
  try {
    return await look(session, plans, () => true);
  } catch (error) {
    if (hostCodeOf(error) !== 'ItemNotFound') throw error;
  }
  // A sheet or a table that should be there is not: find out which before asking for the rest.
  const { worksheets, tables } = session.context.workbook;
  worksheets.load('items/name');
  tables.load('items/name');
  await session.sync();
  const missing = plans.find((plan) => !plan.isNew && !worksheets.items.some((sheet) => same(sheet.name, plan.sheet)));
  if (missing !== undefined) return refused('missingSheet', missing.sheet);
  const there = tables.items.map((table) => table.name);
  return look(session, plans, (table) => there.some((name) => same(name, table)));
}

const same = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();

function areaOfPlanBlock({ top, left, rows }: Block): Area {
  return { top, left, bottom: top + rows.length - 1, right: left + (rows[0]?.length ?? 0) - 1 };
}

function queueTable(session: HostSession, name: string) {
  const table = session.context.workbook.tables.getItem(name);
  const range = table.getRange();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  return { name, range };
}

function queueAll(session: HostSession, plans: readonly SheetPlan[], isThere: (table: string) => boolean) {
  const { workbook } = session.context;
  const { worksheets, tables, names } = workbook;
  worksheets.load('items/name,items/protection/protected,items/autoFilter/isDataFiltered,items/names/items/name,items/names/items/formula');
  tables.load('items/name,items/worksheet/name,items/autoFilter/isDataFiltered');
  names.load('items/name,items/formula');
  workbook.protection.load('protected');
  workbook.application.load('calculationMode');
  const existing = plans.filter((plan) => !plan.isNew);
  const places = existing.flatMap((plan) => plan.tables.filter((table) => isThere(table.name)).map((table) => queueTable(session, table.name)));
  const merges = existing.flatMap((plan) =>
    plan.tables.map((table) => {
      const merged = rangeAt(worksheets.getItem(plan.sheet), table.area).getMergedAreasOrNullObject();
      merged.load('areaCount');
      return { sheet: plan.sheet, merged };
    }),
  );
  return { workbook, worksheets, tables, names, places, merges };
}

async function look(session: HostSession, plans: readonly SheetPlan[], isThere: (table: string) => boolean): Promise<HostResult<Preflight>> {
  const placed = plans.flatMap((plan) =>
    plan.blocks.filter((block) => (block.rows[0]?.length ?? 0) > 0).map((block) => ({ plan, sheet: plan.sheet, area: areaOfPlanBlock(block), rows: block.rows })),
  );
  const old = placed.filter(({ plan }) => !plan.isNew);
  const expected = plans
    .filter((plan) => !plan.isNew)
    .flatMap((plan) => (plan.expected ?? []).map((block) => ({ sheet: plan.sheet, area: areaOfPlanBlock(block), rows: block.rows })));
  const looks: ReturnType<typeof queueAll>[] = [];
  const contents = await readBlocks(
    session,
    [...old, ...expected].map(({ sheet, area }) => ({ sheet, area, fields: ['formulas', 'values', 'valueTypes', 'numberFormat'] as const })),
    () => looks.push(queueAll(session, plans, isThere)),
  );
  const seen = looks.at(-1);
  if (seen === undefined) return refused('unknown');
  const refusal = refusalAgainst(seen, plans);
  if (refusal !== null) return refusal;
  const changed = expected.find(({ rows }, n) => !holds(rows, contents[old.length + n]));
  if (changed !== undefined) return refused('changedSince', changed.sheet);
  return done({
    blocks: placed.map((block) => {
      const at = old.indexOf(block);
      return { sheet: block.sheet, area: block.area, rows: block.rows, before: at < 0 ? null : (contents[at] ?? null) };
    }),
    tables: new Map(seen.places.map(({ name, range }) => [name, areaOfRange(range)])),
    names: namesIn(seen),
    manualCalculation: seen.workbook.application.calculationMode === 'Manual',
  });
}

/** Whether cells still hold what the plan was made from. */
function holds(rows: Block['rows'], content: BlockContent | undefined): boolean {
  return content !== undefined && rows.every((row, r) => row.every((cell, c) => isAlready(cellOf(content, r, c), cell)));
}

type Seen = ReturnType<typeof queueAll>;

function namesIn({ names, worksheets }: Seen): Map<string, string> {
  return new Map([
    ...names.items.map((name): [string, string] => [nameKey(null, name.name), String(name.formula)]),
    ...worksheets.items.flatMap((sheet) => sheet.names.items.map((name): [string, string] => [nameKey(sheet.name, name.name), String(name.formula)])),
  ]);
}

/** Everything that would stop the write half way, found before it begins. */
function refusalAgainst(seen: Seen, plans: readonly SheetPlan[]): ReturnType<typeof refused> | null {
  const { worksheets, tables, workbook } = seen;
  for (const plan of plans) {
    const sheet = worksheets.items.find((each) => same(each.name, plan.sheet));
    if (plan.isNew) {
      if (workbook.protection.protected) return refused('protectedWorkbook', plan.sheet);
      if (sheet !== undefined) return refused('nameTaken', plan.sheet, plan.sheet);
    } else {
      if (sheet === undefined) return refused('missingSheet', plan.sheet);
      if (sheet.protection.protected) return refused('protectedSheet', sheet.name);
      const filtered = sheet.autoFilter.isDataFiltered || tables.items.some((table) => same(table.worksheet.name, plan.sheet) && table.autoFilter.isDataFiltered);
      if (filtered && plan.blocks.length + plan.tables.length > 0) return refused('filteredRange', sheet.name);
    }
    const taken = takenName(seen, plan);
    if (taken !== null) return refused('nameTaken', plan.sheet, taken);
  }
  const merged = seen.merges.find((each) => !each.merged.isNullObject && each.merged.areaCount > 0);
  return merged === undefined ? null : refused('mergedRange', merged.sheet);
}

/** A table's or a name's name that stands for something else in this workbook. */
function takenName(seen: Seen, plan: SheetPlan): string | null {
  const { tables, names } = seen;
  for (const { name } of plan.tables) {
    if (names.items.some((each) => same(each.name, name))) return name;
    const other = tables.items.find((each) => same(each.name, name));
    if (other !== undefined && (plan.isNew || !same(other.worksheet.name, plan.sheet))) return name;
  }
  const known = namesIn(seen);
  for (const { name, scope, formula } of plan.names) {
    if (scope === 'workbook' && tables.items.some((each) => same(each.name, name))) return name;
    const stands = known.get(nameKey(scope === 'workbook' ? null : plan.sheet, name));
    if (stands !== undefined && !mayTake(stands, formula, plan.sheet)) return name;
  }
  return null;
}

/** A name is the add-in's to use while it says the same, is lost, is a constant as the plan's, or leads to the plan's own sheet. */
export function mayTake(stands: string, planned: string, sheet: string): boolean {
  const leads = (formula: string): boolean => formula.includes('!');
  return stands === planned || stands.includes('#REF!') || (!leads(stands) && !leads(planned)) || (leads(stands) && leads(planned) && sheetOf(stands) === sheet.toLocaleLowerCase());
}

function sheetOf(formula: string): string {
  const [, quoted, plain] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!/u.exec(formula) ?? [];
  return (quoted?.replace(/''/g, "'") ?? plain ?? '').toLocaleLowerCase();
}

/** The block round everything a plan writes, for a sheet that it creates. */
export function extentOfPlan(plan: SheetPlan): Area | null {
  return around([...plan.blocks.filter((block) => (block.rows[0]?.length ?? 0) > 0).map(areaOfPlanBlock), ...plan.tables.map((table) => table.area)]);
}

/** Where a plan lays rules of entry on a sheet that is there already: on rows that were blank so far. */
export function validatedAreas(plans: readonly SheetPlan[]): { readonly sheet: string; readonly area: Area }[] {
  return plans.filter((plan) => !plan.isNew).flatMap((plan) => plan.validations.map(({ area }) => ({ sheet: plan.sheet, area })));
}

/** Whether a table has to grow or shrink. */
export function hasMoved(before: Area | undefined, planned: Area): before is Area {
  return before !== undefined && !sameArea(before, planned);
}

/** The charts that plans make on sheets that are there already; those of a new sheet go with it. */
export function chartsOn(plans: readonly SheetPlan[]): { readonly sheet: string; readonly name: string }[] {
  return plans.filter((plan) => !plan.isNew).flatMap((plan) => (plan.charts ?? []).map(({ name }) => ({ sheet: plan.sheet, name })));
}
