import type { CatalogueIndex } from '../catalogue/types';
import type { Finding } from '../checks/finding';
import type { Grid, TableArea } from '../grid';
import { boundText } from '../memory/bound';
import { coveredBySheets, type LookedAt } from '../memory/looked';
import type { Explanation } from '../memory/types';
import { FINDING, findingRows, findingTable, type FindingRow, type Render } from './finding-table';
import { homeOf } from './home';
import { SHEETS, TABLES } from './names';
import type { SheetPlan } from './plan';
import { changesAnything, tableSheetPlan } from './plan-sheet';
import { findStored, ours, planTable, type StoredTable, type TableSpec } from './table';

export interface LogInput {
  readonly index: CatalogueIndex;
  /** The sheets of the open workbook that were read. */
  readonly existing: readonly Grid[];
  readonly tables: readonly TableArea[];
  /** ISO 8601 with zone. */
  readonly now: string;
  readonly render: Render;
}

/** A check of report sheets as KiemTra records it; no plan where there is no table, or nothing new to say. */
export function planRecord(input: LogInput, findings: readonly Finding[], checked: readonly LookedAt[]): readonly SheetPlan[] {
  const stored = logOf(input);
  if (stored === null) return [];
  const { rows, retire } = findingRows({ ...input, findings, stored, covers: coveredBySheets(checked) });
  return planOf(input, stored, findingTable(input.index, retire), rows);
}

/** An explanation in the row of its finding, bound to what was found. The sheet, the table and the row are made where they are missing. */
export function planExplanation(input: LogInput, finding: Finding, said: Omit<Explanation, 'boundTo'>): readonly SheetPlan[] {
  const stored = logOf(input);
  // Nothing is looked at: no other row changes.
  const { rows } = findingRows({ ...input, findings: [finding], stored, covers: () => false });
  const explanation = { ...said, boundTo: boundText(finding.found) };
  return planOf(input, stored, findingTable(input.index, () => null, explanation), rows);
}

function logOf({ existing, tables }: LogInput): StoredTable | null {
  return ours(findStored(TABLES.findings, tables, existing), [FINDING.fingerprint]);
}

function planOf({ existing }: LogInput, stored: StoredTable | null, spec: TableSpec<FindingRow>, rows: readonly FindingRow[]): readonly SheetPlan[] {
  const home = homeOf(SHEETS.findings, stored, existing);
  return [tableSheetPlan(home.sheet, home.grid, [planTable(spec, rows, stored, { row: 0, column: 0 })], { tabColor: '#7A2E00', frozenColumns: 3 })].filter(changesAnything);
}
