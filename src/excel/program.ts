import type { SheetPlan } from '../core/sheets/plan';
import { chartSteps } from './charts';
import { layOut, layoutSteps } from './layout';
import { hasMoved, nameKey, type PlacedBlock, type Preflight } from './preflight';
import { rangeAt } from './regions';
import { small, type Step } from './steps';
import type { NameChange } from './types';
import { stepsOfBlock, writeOf, type BlockWrite, type CellWrite } from './writing';

/**
 * The whole write as steps in the one order that Excel accepts: sheets, constants, the tables round them, names, and only
 * then the formulas, which Excel refuses while a table they speak of is not there; looks last.
 */
export function programOf(plans: readonly SheetPlan[], seen: Preflight): Step[] {
  const created = plans.filter((plan) => plan.isNew);
  return [
    ...created.map((plan) => small((_, workbook) => workbook.worksheets.add(plan.sheet))),
    ...seen.blocks.flatMap((block) => stepsOfBlock(writesOf(block, 'constants'), 'values')),
    ...plans.flatMap((plan) => tableSteps(plan, seen)),
    ...plans.flatMap((plan) => nameSteps(plan, seen)),
    ...seen.blocks.flatMap((block) => stepsOfBlock(writesOf(block, 'formulas'), 'formulas')),
    ...plans.flatMap((plan) => [small((sheet) => layOut(sheet(plan.sheet), plan), layoutSteps(plan)), ...chartSteps(plan)]),
  ];
}

/** The cells of one pass; those of the other are left alone. Number formats go with the first. */
function writesOf({ sheet, area, rows, before }: PlacedBlock, pass: 'constants' | 'formulas'): BlockWrite {
  const leave: CellWrite = { input: null, format: null };
  const cells = rows.map((row, r) =>
    row.map((cell, c): CellWrite => {
      const isFormula = typeof cell === 'object' && cell !== null;
      const write = writeOf(cell, String(before?.numberFormat[r]?.[c] ?? 'General'));
      if (pass === 'formulas') return isFormula ? { ...write, format: null } : leave;
      return isFormula ? { ...leave, format: write.format } : write;
    }),
  );
  return { sheet, top: area.top, left: area.left, cells };
}

function tableSteps(plan: SheetPlan, seen: Preflight): Step[] {
  return plan.tables.flatMap(({ name, area, style }): Step[] => {
    const before = seen.tables.get(name);
    if (before === undefined) {
      return [
        small((sheet) => {
          const table = sheet(plan.sheet).tables.add(rangeAt(sheet(plan.sheet), area), true);
          table.name = name;
          table.style = style;
        }),
      ];
    }
    return hasMoved(before, area) ? [small((sheet, workbook) => workbook.tables.getItem(name).resize(rangeAt(sheet(plan.sheet), area)))] : [];
  });
}

/** The names a plan makes or corrects. One that leads to the plan's sheet already is left where the analyst's rows moved it. */
export function nameChanges(plans: readonly SheetPlan[], seen: Preflight): (NameChange & { readonly formula: string })[] {
  return plans.flatMap((plan) =>
    plan.names.flatMap(({ name, scope, formula }) => {
      const sheet = scope === 'workbook' ? null : plan.sheet;
      const stands = seen.names.get(nameKey(sheet, name));
      const stays = stands !== undefined && (stands === formula || (stands.includes('!') && !stands.includes('#REF!')));
      return stays ? [] : [{ name, sheet, before: stands ?? null, formula }];
    }),
  );
}

function nameSteps(plan: SheetPlan, seen: Preflight): Step[] {
  return nameChanges([plan], seen).map(({ name, sheet: scope, before, formula }) =>
    small((sheet, workbook) => {
      const names = scope === null ? workbook.names : sheet(scope).names;
      if (before === null) names.add(name, formula);
      else names.getItem(name).formula = formula;
    }),
  );
}
