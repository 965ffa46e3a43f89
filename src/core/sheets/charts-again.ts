import type { CatalogueIndex } from '../catalogue/types';
import { factsByPart, provinceFigures } from '../consolidation/figure';
import type { Fact } from '../consolidation/types';
import { cellAt, type Grid, type TableArea } from '../grid';
import type { Period } from '../period';
import { planCharts } from './charts';
import { SHEETS, TABLES } from './names';
import type { ChartPlan, SheetPlan } from './plan';
import { emptyPlan } from './plan-sheet';
import { summaryGrid } from './read-own';
import { findSummaryLayout } from './summary-columns';
import { textOf } from './table';

/** Formulas of the charts speak of these tables: Excel refuses them while one is missing. */
const NEEDED: readonly string[] = [TABLES.facts, TABLES.submissions, TABLES.assignments, TABLES.denominators, TABLES.scenarios, TABLES.pastCumulatives];

export interface ChartsAgainInput {
  readonly index: CatalogueIndex;
  readonly period: Period | null;
  readonly facts: readonly Fact[];
  readonly existing: readonly Grid[];
  readonly sheetNames: readonly string[];
  readonly tables: readonly TableArea[];
  /** The charts that stand on the sheet; null when there is no such sheet. */
  readonly drawn: readonly string[] | null;
}

/**
 * The charts on request: a new sheet where there is none, or where the cells behind the charts were moved or overwritten; else
 * just those that were deleted. A plan without charts: all are there. null: the workbook lacks what they follow.
 */
export function chartsToDraw({ index, period, facts, existing, sheetNames, tables, drawn }: ChartsAgainInput): SheetPlan | null {
  const summary = summaryGrid(existing);
  const layout = summary && findSummaryLayout(summary);
  const has = (name: string): boolean => tables.some((table) => table.name.toLowerCase() === name.toLowerCase());
  if (!summary || !layout || period === null || !NEEDED.every(has)) return null;
  const plan = planCharts({
    sheet: SHEETS.charts, isNew: true, summary: { sheet: summary.name, layout }, index, period, figures: provinceFigures(index, period, factsByPart(facts, period)),
  });
  if (drawn === null) return plan;
  const missing = (plan.charts ?? []).filter((chart) => !drawn.includes(chart.name));
  if (missing.length === 0) return emptyPlan(SHEETS.charts, false);
  const grid = existing.find((each) => each.name === SHEETS.charts);
  return grid && missing.every((chart) => standsBehind(grid, chart, plan)) ? { ...emptyPlan(SHEETS.charts, false), charts: missing } : { ...plan, sheet: freeOf(sheetNames) };
}

/** Whether the cells behind a chart are still where and what they were made: headings, constants and formulas. */
function standsBehind(grid: Grid, chart: ChartPlan, plan: SheetPlan): boolean {
  const areas = [chart.seed, ...chart.series.flatMap((series) => [series.values, series.categories])];
  return plan.blocks.every(({ top, left, rows }) =>
    rows.every((cells, r) =>
      cells.every((wanted, c) => {
        const [row, column] = [top + r, left + c];
        if (wanted === null || !areas.some((area) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right)) return true;
        const cell = cellAt(grid, row, column);
        return typeof wanted === 'object' ? cell?.formula !== undefined : textOf(cell) === String(wanted);
      }),
    ),
  );
}

function freeOf(taken: readonly string[]): string {
  let name: string = SHEETS.charts;
  for (let number = 2; taken.some((each) => each.toLowerCase() === name.toLowerCase()); number += 1) name = `${SHEETS.charts} (${number})`;
  return name;
}
