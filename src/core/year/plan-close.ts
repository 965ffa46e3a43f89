import type { CatalogueIndex, ClosedPeriod } from '../catalogue/types';
import type { Fact } from '../consolidation/types';
import type { Grid, TableArea } from '../grid';
import { periodKey, samePeriod, type IsoDate, type Period } from '../period';
import { homeOf } from '../sheets/home';
import { SHEETS, TABLES } from '../sheets/names';
import type { ConditionalFormatPlan, SheetPlan } from '../sheets/plan';
import { planCatalogueSheet } from '../sheets/plan-catalogue';
import { changesAnything, tableSheetPlan } from '../sheets/plan-sheet';
import { CLOSED_PERIOD, CLOSED_PERIOD_COLUMNS } from '../sheets/rule-columns';
import { columnName } from '../address';
import { findStored, numberOf, ours, planTable, type StoredTable, type TableSpec } from '../sheets/table';
import { freeze } from './frozen';
import { comparedRows, FROZEN, FROZEN_KEYS, frozenTable, storedFrozen } from './frozen-table';

export interface CloseInput {
  readonly index: CatalogueIndex;
  readonly facts: readonly Fact[];
  readonly period: Period;
  /** Today. */
  readonly on: IsoDate;
  /** ISO 8601 with zone. */
  readonly now: string;
  readonly by: string;
  readonly existing: readonly Grid[];
  readonly tables: readonly TableArea[];
}

export type ClosePlan =
  | { readonly kind: 'plans'; readonly plans: readonly SheetPlan[]; readonly figures: number; readonly provisional: number }
  | { readonly kind: 'alreadyClosed'; readonly closedOn: IsoDate }
  /** No report of that month was consolidated. */
  | { readonly kind: 'noFigures' };

/** A month is closed with a copy of what is reported of it, and its row in KyKhoa. To open it again, that row is deleted. */
export function planClose(input: CloseInput): ClosePlan {
  const { index, facts, period, on, now, by, existing, tables } = input;
  const known = index.catalogue.closedPeriods.find((closed) => samePeriod(closed.period, period));
  if (known) return { kind: 'alreadyClosed', closedOn: known.closedOn };
  if (!facts.some((fact) => samePeriod(fact.period, period))) return { kind: 'noFigures' };
  const stored = (name: string): StoredTable | null => findStored(name, tables, existing);
  const rows = freeze(index, facts, period, { closedAt: now, by });
  const table = ours(stored(TABLES.frozen), FROZEN_KEYS);
  const home = homeOf(SHEETS.frozen, table, existing);
  const part = planTable(frozenTable(index, 'freeze'), rows.map((row) => ({ ...row, now: row.cumulative })), table, { row: 0, column: 0 });
  const sheet = tableSheetPlan(home.sheet, home.grid, [part], LOOK);
  const plans = [{ ...sheet, conditionalFormats: sheet.isNew ? [differenceFormat(part.area)] : [] }, closedPlan(input, { period, closedOn: on }, stored)];
  return { kind: 'plans', plans: plans.filter(changesAnything), figures: rows.filter((row) => row.cumulative !== null).length, provisional: rows.filter((row) => row.provisional).length };
}

const LOOK = { tabColor: '#7F7F7F', frozenColumns: 4 } as const;
/** Rows to come are looked at too: twelve months of a large catalogue. */
const ROOM = 2000;

/** What was revised since is seen by colour and sign of the number. */
function differenceFormat(area: { readonly top: number; readonly left: number; readonly right: number }): ConditionalFormatPlan {
  const cell = `$${columnName(area.right)}${area.top + 2}`;
  return {
    area: { top: area.top + 1, bottom: area.top + ROOM, left: area.left, right: area.right },
    formula: `=AND(ISNUMBER(${cell}),N(${cell})<>0,N("chitieu:dakhoa")=0)`, fill: '#FFF1C9', fontColor: '#6B4E00', bold: true,
  };
}

function closedPlan({ index, existing }: CloseInput, closed: ClosedPeriod, stored: (name: string) => StoredTable | null): SheetPlan {
  const table = stored(TABLES.closedPeriods);
  // A workbook that was made before there was such a table gets it now, with this month in it.
  if (table === null) return planCatalogueSheet({ ...index.catalogue, closedPeriods: [...index.catalogue.closedPeriods, closed] }, stored, existing);
  const spec: TableSpec<ClosedPeriod> = {
    name: TABLES.closedPeriods,
    columns: CLOSED_PERIOD_COLUMNS,
    keyHeaders: [CLOSED_PERIOD.year, CLOSED_PERIOD.month],
    keyOf: ({ period }) => periodKey(period),
    keyOfStored: (row) => {
      const [year, month] = [numberOf(row.at(CLOSED_PERIOD.year)), numberOf(row.at(CLOSED_PERIOD.month))];
      return year === null || month === null ? null : periodKey({ year, month });
    },
  };
  return tableSheetPlan(table.sheet, table.grid, [planTable(spec, [closed], table, { row: table.area.top, column: table.area.left })], { tabColor: '#555555', frozenColumns: 0 });
}

/** What a later run adds to DaKhoa: beside each frozen figure, the one of today. null where no month was ever closed. */
export function planFrozenNow(index: CatalogueIndex, facts: readonly Fact[], found: StoredTable | null): SheetPlan | null {
  const table = ours(found, FROZEN_KEYS);
  if (table === null || table.columnOf(FROZEN.now) === null) return null;
  const rows = comparedRows(index, facts, storedFrozen(table));
  return tableSheetPlan(table.sheet, table.grid, [planTable(frozenTable(index, 'compare'), rows, table, { row: 0, column: 0 })], LOOK);
}
