import type { Area } from '../core/grid';
import type { SheetPlan } from '../core/sheets/plan';
import { changesOf, type WriteResult } from './apply';
import { matrixOf, type BlockContent, type Matrix } from './blocks';
import type { Scalar } from './images';
import { chartsOn, extentOfPlan, hasMoved, validatedAreas, type Preflight } from './preflight';
import { programOf } from './program';
import { readIfThere, type WorkbookReading } from './read';
import { done, refusalOf, refused } from './refusals';
import { rangeAt } from './regions';
import { exclusively, roundTrips, run } from './session';
import { carryOut, EVENTS_ON, leftTraces, small } from './steps';
import type { HostRefusal, HostResult, WorkbookSnapshot, WriteReceipt } from './types';
import { undo } from './undo';

export interface RecordSources {
  /** Sheets to read where they are there. */
  readonly sheets: readonly string[];
  /** Tables to read wherever they stand. */
  readonly tables: readonly string[];
}

/**
 * Reads sheets, asks what to write into them, and writes it at once: three round trips, as what was just read needs no
 * second look. For small notes in tables that the add-in keeps; plans without names and without results to compare.
 *
 * @returns null when there was nothing to write
 */
export function readThenWrite(sources: RecordSources, plansOf: (snapshot: WorkbookSnapshot) => readonly SheetPlan[]): Promise<WriteResult | { readonly ok: true; readonly value: null }> {
  return exclusively(async () => {
    const start = roundTrips();
    let plans: readonly SheetPlan[] = [];
    let seen: Preflight | null = null;
    let failure: HostRefusal | null = null;
    let landed = 0;
    const result = await run<WriteReceipt | null>(async (session) => {
      const reading = await readIfThere(session, sources.sheets, sources.tables);
      plans = plansOf(reading.snapshot);
      if (plans.length === 0) return done(null);
      const refusal = refusalAgainst(plans, reading);
      if (refusal !== null) return refusal;
      const before = preflightOf(plans, reading);
      seen = before;
      const places = [...before.blocks.filter((block) => block.before !== null), ...createdPlaces(plans)];
      const ranges: Excel.Range[] = [];
      const readBack = places.map(({ sheet, area }) =>
        small((sheetOf) => {
          const range = rangeAt(sheetOf(sheet), area);
          range.load('formulas');
          ranges.push(range);
        }, 2),
      );
      try {
        await carryOut(session, [...programOf(plans, before), EVENTS_ON, ...readBack], () => (landed += 1));
      } catch (error) {
        if (!leftTraces(error, landed)) throw error;
        failure = refusalOf(error);
        if (failure === null) throw error;
        return { ok: false, refusal: failure };
      }
      return done(receiptOf(plans, before, ranges.map((range) => matrixOf(range.formulas)), start));
    });
    if (failure === null || seen === null) return withoutTraces(result);
    return { ok: false, refusal: failure, undone: await undo(plans, seen) };
  });
}

const withoutTraces = (result: HostResult<WriteReceipt | null>): WriteResult | { readonly ok: true; readonly value: null } => {
  if (!result.ok) return { ...result, undone: true };
  return result.value === null ? { ok: true, value: null } : { ok: true, value: result.value };
};

function refusalAgainst(plans: readonly SheetPlan[], { snapshot, structureProtected }: WorkbookReading): ReturnType<typeof refused> | null {
  const same = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();
  for (const plan of plans) {
    if (plan.isNew && structureProtected) return refused('protectedWorkbook', plan.sheet);
    if (plan.isNew && snapshot.sheetNames.some((name) => same(name, plan.sheet))) return refused('nameTaken', plan.sheet, plan.sheet);
    if (!plan.isNew && snapshot.protectedSheets.includes(plan.sheet)) return refused('protectedSheet', plan.sheet);
    if (!plan.isNew && snapshot.filteredSheets.includes(plan.sheet)) return refused('filteredRange', plan.sheet);
    const taken = plan.tables.find(({ name }) => snapshot.tables.some((table) => same(table.name, name) && (plan.isNew || !same(table.sheet, plan.sheet))) || snapshot.book.names.some((each) => each.scope === null && same(each.name, name)));
    if (taken !== undefined) return refused('nameTaken', plan.sheet, taken.name);
  }
  return null;
}

function preflightOf(plans: readonly SheetPlan[], reading: WorkbookReading): Preflight {
  return {
    blocks: plans.flatMap((plan) =>
      plan.blocks
        .filter((block) => (block.rows[0]?.length ?? 0) > 0)
        .map(({ top, left, rows }) => {
          const area = { top, left, bottom: top + rows.length - 1, right: left + (rows[0]?.length ?? 0) - 1 };
          return { sheet: plan.sheet, area, rows, before: plan.isNew ? null : cut(reading.contents.get(plan.sheet), area) };
        }),
    ),
    tables: new Map(reading.snapshot.tables.map((table) => [table.name, table.area])),
    names: new Map(),
    manualCalculation: false,
  };
}

/** A block of what was read; beyond it there is nothing, and plain. */
function cut(from: { readonly area: Area; readonly content: BlockContent } | undefined, area: Area): BlockContent {
  const part = (matrix: Matrix | undefined, blank: Scalar): Matrix =>
    Array.from({ length: area.bottom - area.top + 1 }, (_, r) =>
      Array.from({ length: area.right - area.left + 1 }, (__, c) => {
        const held = from === undefined ? null : matrix?.[area.top + r - from.area.top]?.[area.left + c - from.area.left];
        return held ?? blank;
      }),
    );
  const content = from?.content;
  return {
    formulas: part(content?.formulas, ''), values: part(content?.values, ''), valueTypes: part(content?.valueTypes, 'Empty'), numberFormat: part(content?.numberFormat, 'General'), text: [], hiddenRows: [],
  };
}

const createdPlaces = (plans: readonly SheetPlan[]): { readonly sheet: string; readonly area: Area }[] =>
  plans.flatMap((plan) => {
    const area = plan.isNew ? extentOfPlan(plan) : null;
    return area === null ? [] : [{ sheet: plan.sheet, area }];
  });

function receiptOf(plans: readonly SheetPlan[], seen: Preflight, after: readonly Matrix[], start: number): WriteReceipt {
  const old = seen.blocks.filter((block) => block.before !== null);
  return {
    sheets: plans.map((plan) => plan.sheet),
    createdSheets: plans.filter((plan) => plan.isNew).map((plan) => plan.sheet),
    changes: old.flatMap((block, n) => changesOf(block, after[n] ?? null)),
    resizedTables: plans.flatMap((plan) =>
      plan.tables.flatMap(({ name, area }) => {
        const before = seen.tables.get(name);
        return hasMoved(before, area) ? [{ name, before, after: area }] : [];
      }),
    ),
    readBack: [],
    cellsWritten: seen.blocks.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.length, 0), 0),
    roundTrips: roundTrips() - start,
    createdContents: createdPlaces(plans).map(({ sheet, area }, n) => ({ sheet, area, formulas: after[old.length + n] ?? [] })),
    createdTables: plans.filter((plan) => !plan.isNew).flatMap((plan) => plan.tables.filter((table) => !seen.tables.has(table.name)).map((table) => table.name)),
    createdCharts: chartsOn(plans),
    validated: validatedAreas(plans),
  };
}
