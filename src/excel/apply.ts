import type { PlanCell, SheetPlan } from '../core/sheets/plan';
import { readBlocks, type BlockContent, type BlockRequest, type Matrix } from './blocks';
import { imageOf, type Scalar } from './images';
import { chartsOn, extentOfPlan, hasMoved, preflight, validatedAreas, type PlacedBlock, type Preflight } from './preflight';
import { nameChanges, programOf } from './program';
import { done, refusalOf } from './refusals';
import { areasOf, cellsIn } from './regions';
import { eventsOn, exclusively, roundTrips, run } from './session';
import { carryOut, jsonBytes, leftTraces } from './steps';
import type { CellChange, CellImage, HostRefusal, HostResult, WriteReceipt } from './types';
import { undo } from './undo';
import { writeOf } from './writing';

export type WriteResult = HostResult<WriteReceipt> & { readonly undone?: boolean };

/**
 * Writes sheet plans: one round trip to look, one to write, one to read Excel's results back, and one more of each for
 * every further 4 MB. What could refuse the write is found before it begins; when Excel fails half way all the same,
 * what was written is put back.
 *
 * @returns a receipt that `takeBack` can use; or the refusal, with `undone` false when putting back failed too
 */
export function applyPlans(plans: readonly SheetPlan[]): Promise<WriteResult> {
  return exclusively(async (): Promise<WriteResult> => {
    const start = roundTrips();
    let seen: Preflight | null = null;
    let landed = 0;
    let failure: HostRefusal | null = null;
    const written = await run<null>(async (session) => {
      const looked = await preflight(session, plans);
      if (!looked.ok) return looked;
      seen = looked.value;
      try {
        await carryOut(session, programOf(plans, looked.value), () => (landed += 1));
      } catch (error) {
        if (!leftTraces(error, landed)) throw error;
        failure = refusalOf(error) ?? { code: 'unknown', sheet: '', detail: String(error) };
      }
      return done(null);
    });
    return outcome(plans, written, seen, failure, start);
  });
}

async function outcome(plans: readonly SheetPlan[], written: HostResult<null>, seen: Preflight | null, failure: HostRefusal | null, start: number): Promise<WriteResult> {
  if (!written.ok) return { ...written, undone: true };
  if (seen === null) return { ok: false, refusal: { code: 'unknown', sheet: '', detail: '' }, undone: true };
  if (failure !== null) return { ok: false, refusal: failure, undone: await undo(plans, seen) };
  const result = await readResults(plans, seen);
  if (!result.ok) await eventsOn();
  const after = result.ok ? result.value : null;
  return done({
    sheets: plans.map((plan) => plan.sheet),
    createdSheets: plans.filter((plan) => plan.isNew).map((plan) => plan.sheet),
    changes: seen.blocks.flatMap((block, n) => changesOf(block, after?.blocks[n]?.formulas ?? null)),
    resizedTables: plans.flatMap((plan) =>
      plan.tables.flatMap(({ name, area }) => {
        const before = seen.tables.get(name);
        return hasMoved(before, area) ? [{ name, before, after: area }] : [];
      }),
    ),
    readBack: after?.readBack ?? [],
    cellsWritten: seen.blocks.reduce((sum, block) => sum + cellsIn(block.area), 0),
    roundTrips: roundTrips() - start,
    createdContents: after?.created ?? [],
    createdTables: plans.filter((plan) => !plan.isNew).flatMap((plan) => plan.tables.filter((table) => !seen.tables.has(table.name)).map((table) => table.name)),
    names: nameChanges(plans, seen).map(({ name, sheet, before }) => ({ name, sheet, before })),
    createdCharts: chartsOn(plans),
    validated: validatedAreas(plans),
    ...(result.ok ? {} : { readBackRefusal: result.refusal }),
  });
}

interface Results {
  readonly readBack: WriteReceipt['readBack'];
  /** What stands in the written blocks of sheets that were there before; null for those of new sheets. */
  readonly blocks: readonly (BlockContent | null)[];
  readonly created: NonNullable<WriteReceipt['createdContents']>;
}

/** Excel's results, its own spelling of the formulas, and what the new sheets hold; turns its events on again. */
function readResults(plans: readonly SheetPlan[], seen: Preflight): Promise<HostResult<Results>> {
  const backs = plans.flatMap((plan) => areasOf(plan.readBack).map((area) => ({ sheet: plan.sheet, area, fields: ['values'] as const })));
  const old = seen.blocks.filter((block) => block.before !== null);
  const extents = plans.flatMap((plan) => {
    const area = plan.isNew ? extentOfPlan(plan) : null;
    return area === null ? [] : [{ sheet: plan.sheet, area }];
  });
  const requests: BlockRequest[] = [
    ...backs,
    ...old.map(({ sheet, area, rows }) => ({ sheet, area, fields: ['formulas'] as const, bytes: bytesOf(rows) })),
    ...extents.map(({ sheet, area }) => ({
      sheet, area, fields: ['formulas'] as const, bytes: seen.blocks.reduce((sum, block) => sum + (block.sheet === sheet ? bytesOf(block.rows) : 0), cellsIn(area) * 3),
    })),
  ];
  return run(
    async (session) => {
      const contents = await readBlocks(session, requests, () => {
        session.context.runtime.enableEvents = true;
        if (seen.manualCalculation) session.context.workbook.application.calculate('Recalculate');
      });
      const values = new Map<string, Scalar>();
      backs.forEach(({ sheet, area }, n) => {
        contents[n]?.values.forEach((row, r) => row.forEach((value, c) => values.set(`${sheet}\n${area.top + r},${area.left + c}`, value === '' ? null : value)));
      });
      return done({
        readBack: plans
          .filter((plan) => plan.readBack.length > 0)
          .map((plan) => ({ sheet: plan.sheet, values: plan.readBack.map(({ row, column }) => values.get(`${plan.sheet}\n${row},${column}`) ?? null) })),
        blocks: seen.blocks.map((block) => (block.before === null ? null : (contents[backs.length + old.indexOf(block)] ?? null))),
        created: extents.map(({ sheet, area }, n) => ({ sheet, area, formulas: contents[backs.length + old.length + n]?.formulas ?? [] })),
      });
    },
    { waitForCell: true },
  );
}

function bytesOf(rows: PlacedBlock['rows']): number {
  let bytes = 0;
  for (const row of rows) for (const cell of row) bytes += jsonBytes(typeof cell === 'object' && cell !== null ? cell.formula : cell);
  return bytes;
}

/** The cells of a block that are another now. `after` is what Excel made of them, null when it could not be read. */
export function changesOf({ sheet, area, rows, before }: PlacedBlock, after: Matrix | null): CellChange[] {
  if (before === null) return [];
  return rows.flatMap((row, r) =>
    row.flatMap((cell, c): CellChange[] => {
      const was = imageOf(before.formulas[r]?.[c] ?? null, before.values[r]?.[c] ?? null, before.valueTypes[r]?.[c] ?? null, before.numberFormat[r]?.[c] ?? null);
      const is = imageAfter(cell, was, after === null ? null : (after[r]?.[c] ?? null));
      const same = was.formula === is.formula && was.numberFormat === is.numberFormat;
      return same ? [] : [{ sheet, row: area.top + r, column: area.left + c, before: was, after: is }];
    }),
  );
}

function imageAfter(cell: PlanCell, was: CellImage, actual: Scalar): CellImage {
  const { input, format } = writeOf(cell, was.numberFormat);
  const numberFormat = format ?? was.numberFormat;
  if (typeof cell === 'string' && cell !== '') return { formula: `'${String(actual ?? cell)}`, numberFormat };
  return { formula: actual ?? input ?? '', numberFormat };
}
