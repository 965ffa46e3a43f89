import type { SheetPlan } from '../core/sheets/plan';
import { chartsThere, queueCharts } from './chartNames';
import { chartsOn, nameKey, validatedAreas, type Preflight } from './preflight';
import { nameChanges } from './program';
import { done } from './refusals';
import { blockBefore, restore } from './restore';
import { eventsOn, run } from './session';

/**
 * Puts back a write that failed half way. How far it came is unknown, so it looks first what is there.
 *
 * @returns whether everything is as it was
 */
export async function undo(plans: readonly SheetPlan[], seen: Preflight): Promise<boolean> {
  const put = await run(
    async (session) => {
      const { worksheets, tables, names } = session.context.workbook;
      worksheets.load('items/name,items/names/items/name');
      tables.load('items/name,items/worksheet/name');
      names.load('items/name');
      const charts = queueCharts(worksheets, chartsOn(plans));
      await session.sync();
      const madeSheets = plans.filter((plan) => plan.isNew && worksheets.items.some((sheet) => sheet.name === plan.sheet)).map((plan) => plan.sheet);
      const present = new Set([
        ...names.items.map((name) => nameKey(null, name.name)),
        ...worksheets.items.flatMap((sheet) => sheet.names.items.map((name) => nameKey(sheet.name, name.name))),
      ]);
      const old = plans.filter((plan) => !plan.isNew);
      await restore(session, {
        cells: seen.blocks.flatMap((block) => {
          const before = blockBefore(block);
          return before === null ? [] : [before];
        }),
        tables: old.flatMap((plan) =>
          plan.tables.flatMap(({ name }) => {
            const area = seen.tables.get(name);
            return area === undefined ? [] : [{ name, sheet: plan.sheet, area }];
          }),
        ),
        dissolve: old.flatMap((plan) => plan.tables.map((table) => table.name).filter((name) => !seen.tables.has(name) && tables.items.some((table) => table.name === name))),
        validated: validatedAreas(plans),
        // Names of a new sheet go with it.
        names: nameChanges(plans, seen).filter((change) => present.has(nameKey(change.sheet, change.name)) && !(change.sheet !== null && madeSheets.includes(change.sheet))),
        removeSheets: madeSheets,
        removeCharts: chartsThere(charts),
      });
      return done(null);
    },
    { waitForCell: true },
  );
  if (!put.ok) await eventsOn();
  return put.ok;
}
