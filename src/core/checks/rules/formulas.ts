import { addressOf } from '../../address';
import { requiredRoles } from '../../catalogue/due';
import type { Grid } from '../../grid';
import type { Figure } from '../../report/types';
import { atCells, isUncalculated, roleKey, type Rule } from '../rule';
import { declaresNothing } from './sheet';

/** "[1]Sheet!A1", "'C:\…\[so lieu.xlsx]T5'!A1", "'file:///C:/so lieu.ods'#$T5.A1"; a table's column ("Bang[Cot]") is none. */
const TO_WORKBOOK = /\[(\d+)\]|\[([^[\]]{1,200}\.(?:xls[xmb]?|ods|csv))\]|'?file:\/\/\/?([^'#!]{1,250})/i;

/** Formulas of the report that take their result from another file, file by file: whoever opens it elsewhere sees old figures. */
const otherWorkbook: Rule = {
  code: 'V19',
  needs: [],
  *run({ report }) {
    const byTarget = new Map<string, { readonly formula: string; readonly cells: string[] }>();
    for (const { formula, address } of formulasIn(report.grid, report.area.top, report.area.bottom)) {
      const target = targetOf(formula, report.book.links);
      if (target === null) continue;
      const known = byTarget.get(target);
      if (known) known.cells.push(address);
      else byTarget.set(target, { formula, cells: [address] });
    }
    for (const [target, { formula, cells }] of byTarget) yield { code: 'V19', params: { formula, target }, cells, found: formula, key: target };
  },
};

function* formulasIn(grid: Grid, top: number, bottom: number): Generator<{ readonly formula: string; readonly address: string }> {
  const first = Math.max(0, top - grid.origin.row);
  const last = Math.min(grid.cells.length - 1, bottom - grid.origin.row);
  for (let index = first; index <= last; index += 1) {
    const cells = grid.cells[index] ?? [];
    for (let offset = 0; offset < cells.length; offset += 1) {
      const formula = cells[offset]?.formula;
      if (formula !== undefined) yield { formula, address: addressOf(index + grid.origin.row, offset + grid.origin.column) };
    }
  }
}

/** The other file's name, or "[1]" where the file does not say which; null for a formula within its own book. */
function targetOf(formula: string, links: readonly string[]): string | null {
  if (!formula.includes('[') && !formula.includes('file:')) return null;
  const match = TO_WORKBOOK.exec(formula.replace(/"[^"]*"/g, '""'));
  if (match === null) return null;
  const [, number, name, path] = match;
  if (number !== undefined) return links[Number(number) - 1] ?? `[${number}]`;
  return name ?? path?.split(/[\\/]/).at(-1) ?? null;
}

/**
 * A formula whose result is not stored: made by a program and never calculated. A figure that is due is missing then
 * (E), any other is a warning. The percentages follow from the figures and are named together.
 */
const noResult: Rule = {
  code: 'V20',
  needs: [],
  *run(context) {
    const beside: Figure[] = [];
    for (const view of context.rows) {
      for (const figure of Object.values(view.row.figures)) {
        if (figure.reading.kind !== 'blank' || !isUncalculated(figure)) continue;
        if (figure.role === 'percentOfPlan' || figure.role === 'percentOfLastYear') {
          beside.push(figure);
          continue;
        }
        const formula = figure.cell?.formula ?? '';
        const required = view.ordinal === 0 && context.period !== null && !declaresNothing(context) && requiredRoles(view.indicator, view.assignment, context.period).includes(figure.role);
        yield { code: 'V20', params: { formula }, ...(required ? { severity: 'E' as const } : {}), ...atCells(view, [figure.role]), found: formula, key: roleKey(view, figure.role) };
      }
    }
    const formula = beside[0]?.cell?.formula;
    if (formula !== undefined) yield { code: 'V20', params: { formula }, cells: beside.map((figure) => figure.address), found: formula, key: 'percent' };
  },
};

export const formulaRules: readonly Rule[] = [otherWorkbook, noResult];
