import type { Finding } from '../checks/finding';
import { samePeriod, type Period } from '../period';
import type { Figure, ReportRow } from '../report/types';
import { sameFigure } from './arithmetic';
import { FACT_FIGURES, type Replacements } from './row-values';
import type { Decision, FactFigure } from './types';

/** The row to use, the numbers put in place of its own, and whether the analyst left the figure out. */
export interface Settlement {
  readonly row: ReportRow;
  readonly replaced: Replacements;
  readonly leftOut: boolean;
}

/** What stands in a figure's cell, as a decision is bound to it: a number, a text or an error code; null when blank. */
export function foundIn(figure: Figure | undefined): string | number | null {
  const content = figure?.cell?.content;
  if (!figure || !content) return null;
  if (figure.reading.kind === 'number' && figure.reading.storedAs === 'number') return figure.reading.value;
  if (content.kind === 'error') return content.code;
  return content.kind === 'boolean' ? String(content.value) : content.value;
}

/** The figures of a row that a finding is about; a finding on the row or on more speaks of its value. */
export function figuresConcerned(finding: Finding, row: ReportRow): readonly FactFigure[] {
  const named = FACT_FIGURES.filter((role) => {
    const figure = row.figures[role];
    return figure !== undefined && finding.cells.includes(figure.address);
  });
  return named.length > 0 ? named : ['cumulative'];
}

/**
 * What the analyst decided about the held figures of one indicator; null while a finding that holds it waits for a
 * decision. A decision counts only while the cell still says what it said then.
 */
export function settle(
  holds: readonly Finding[],
  rows: readonly ReportRow[],
  decisions: readonly Decision[],
  key: { readonly unit: string; readonly indicator: string; readonly period: Period },
): Settlement | null {
  const own = decisions.filter((each) => each.unit === key.unit && each.indicator === key.indicator && samePeriod(each.period, key.period));
  const first = rows[0];
  if (own.length === 0 || !first) return null;
  const replaced: Partial<Record<FactFigure, number>> = {};
  let chosen: ReportRow = first;
  let leftOut = false;
  for (const finding of holds) {
    const hit = decisionFor(finding, rows, own);
    if (!hit) return null;
    if (hit.decision.action === 'leaveOut') leftOut = true;
    if (finding.code === 'S14') chosen = hit.row;
    const value = decidedValue(hit.decision, finding, hit.row.figures[hit.decision.figure]);
    if (value !== null) replaced[hit.decision.figure] = value;
  }
  return { row: chosen, replaced, leftOut };
}

/** The decision that speaks of a held finding's figure, and the row that it is about; null while nobody decided. */
export function decisionFor(finding: Finding, rows: readonly ReportRow[], decisions: readonly Decision[]): { readonly decision: Decision; readonly row: ReportRow } | null {
  for (const row of rows) {
    const figures = figuresConcerned(finding, row);
    const decision = decisions.find((each) => figures.includes(each.figure) && sameFound(each.found, foundIn(row.figures[each.figure])));
    if (decision) return { decision, row };
  }
  return null;
}

function sameFound(a: string | number | null, b: string | number | null): boolean {
  if (typeof a === 'number' && typeof b === 'number') return sameFigure(a, b);
  // A decision that was kept in a cell comes back composed and without the spaces round it.
  return typeof a === 'string' && typeof b === 'string' ? plainText(a) === plainText(b) : a === b;
}

const plainText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

/** The number to use in place of the cell's own; null when the cell's own number is the one. */
export function decidedValue(decision: Decision, finding: Finding, figure: Figure | undefined): number | null {
  const readings = figure?.reading.kind === 'ambiguous' ? figure.reading.readings : null;
  switch (decision.action) {
    case 'leaveOut':
      return null;
    case 'take':
      return readings?.[0] ?? null;
    case 'takeOther':
      if (decision.value !== null) return decision.value;
      return finding.code === 'V14' || finding.code === 'V15' ? finding.params.other : (readings?.[1] ?? null);
  }
}
