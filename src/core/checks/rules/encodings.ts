import { addressOf, positionOf } from '../../address';
import { cellAt } from '../../grid';
import { tidyText } from '../../report/legacy/tidy';
import type { ColumnRole, Report } from '../../report/types';
import type { FindingParams } from '../finding';
import type { Rule } from '../rule';

type Reason = FindingParams['V16']['reason'];

const IDENTITY: readonly ColumnRole[] = ['code', 'name', 'unitOfMeasure'];

interface Untidy {
  readonly address: string;
  readonly reason: Reason;
  readonly text: string;
  readonly converted: string;
}

/**
 * Codes, names, units of measure and what the header says of the unit: texts of a legacy encoding, decomposed letters,
 * stray spaces. A file has its habit in all its cells, so each reason is said once, with every cell.
 */
export const encodingRule: Rule = {
  code: 'V16',
  needs: [],
  *run({ report }) {
    const byReason = new Map<Reason, Untidy[]>();
    for (const each of untidyCells(report)) {
      const same = byReason.get(each.reason);
      if (same) same.push(each);
      else byReason.set(each.reason, [each]);
    }
    for (const [reason, cells] of byReason) {
      const [first] = cells;
      if (!first) continue;
      yield { code: 'V16', params: { reason, text: first.text, converted: first.converted }, cells: cells.map((each) => each.address), found: first.text, expected: first.converted, key: reason };
    }
  },
};

function* untidyCells(report: Report): Generator<Untidy> {
  const columns = report.heading.columns.filter((each) => IDENTITY.includes(each.role));
  const legacy = new Set<string>();
  for (const { row, column, encoding, text, converted } of report.legacyTexts ?? []) {
    // Remarks are the unit's own words and stay as they are; the heading and what stands above it say what the sheet is.
    if (row > report.heading.bottom && !columns.some((each) => each.column === column)) continue;
    const address = addressOf(row, column);
    legacy.add(address);
    yield { address, reason: encoding, text, converted };
  }
  const judged = new Set<string>();
  for (const evidence of report.unitEvidence) {
    const at = evidence.from === 'header' ? positionOf(evidence.address) : null;
    if (at === null || legacy.has(evidence.address) || judged.has(evidence.address)) continue;
    judged.add(evidence.address);
    yield* untidyAt(report, at.row, at.column, true);
  }
  for (const row of report.rows) {
    for (const { role, column } of columns) {
      if (legacy.size === 0 || !legacy.has(addressOf(row.row, column))) yield* untidyAt(report, row.row, column, role === 'name');
    }
  }
}

function* untidyAt(report: Report, row: number, column: number, indented: boolean): Generator<Untidy> {
  const content = cellAt(report.grid, row, column)?.content;
  if (content?.kind !== 'text') return;
  const tidy = tidyText(content.value, indented);
  if (tidy) yield { address: addressOf(row, column), reason: tidy.reason, text: content.value, converted: tidy.text };
}
