import { addressOf } from '../core/address';
import type { Finding } from '../core/checks/finding';
import { makeFinding } from '../core/checks/make';
import { withSeverities } from '../core/checks/severities';
import type { Period } from '../core/period';
import type { ReadBack, SheetPlan } from '../core/sheets/plan';
import { applyPlans } from '../excel/apply';
import type { WriteReceipt } from '../excel/types';
import type { Preview, WriteOutcome } from './types';

/** Relative: what Excel and the add-in compute from the same doubles agrees far better than this. */
const EQUAL = 1e-9;

/**
 * Writes what the preview announced, then compares what Excel computed with what the add-in computed (C04). Three round
 * trips at most, one more per further 4 MB. When a step fails, what was written before it is put back.
 */
export async function writeConsolidation(preview: Preview): Promise<WriteOutcome> {
  if (preview.plans.length === 0) return { kind: 'nothingToWrite' };
  const result = await applyPlans(preview.plans);
  if (!result.ok) {
    if (result.refusal.code === 'changedSince') return { kind: 'stale', sheet: result.refusal.sheet };
    return { kind: 'refused', refusal: result.refusal, undone: result.undone ?? true };
  }
  const { readBackRefusal } = result.value;
  return {
    kind: 'written',
    receipt: result.value,
    // Without a read-back nothing can be compared: the outcome says so, and no figure is called different.
    differences: readBackRefusal === undefined ? withSeverities(differencesIn(preview.plans, result.value, preview.period), preview.catalogue, preview.asOf) : [],
    changes: preview.consolidation.changes,
    ...(readBackRefusal === undefined ? {} : { readBackRefusal }),
  };
}

function differencesIn(plans: readonly SheetPlan[], receipt: WriteReceipt, period: Period): readonly Finding[] {
  return plans.flatMap((plan) => {
    const values = receipt.readBack.find((back) => back.sheet === plan.sheet)?.values ?? [];
    return plan.readBack.flatMap((cell, n) => {
      const excel = values[n] ?? null;
      return agrees(cell, excel) ? [] : [difference(plan.sheet, cell, excel, period)];
    });
  });
}

function agrees({ computed }: ReadBack, excel: number | string | boolean | null): boolean {
  if (computed === null) return excel === null || excel === '';
  if (typeof excel !== 'number') return false;
  return Math.abs(excel - computed) <= EQUAL * Math.max(1, Math.abs(computed));
}

function difference(sheet: string, cell: ReadBack, excel: number | string | boolean | null, period: Period): Finding {
  const shown = typeof excel === 'boolean' ? String(excel) : excel;
  return makeFinding(
    {
      code: 'C04',
      params: { what: cell.heading, computed: cell.computed, excel: shown },
      cells: [addressOf(cell.row, cell.column)],
      indicator: cell.indicator,
      found: shown,
      expected: cell.computed,
      key: cell.heading,
    },
    { file: '', sheet, unit: null, period },
  );
}
