import { addressOf, positionOf } from '../address';
import { factKey } from '../consolidation/fact-index';
import type { Fact, FactFigure } from '../consolidation/types';
import { cellAt, type Cell, type Grid } from '../grid';
import { FACT, storedPeriod } from '../sheets/fact-table';
import { SUMMARY_COLUMNS, type SummaryKey, type SummaryLayout } from '../sheets/summary-columns';
import { textOf, type StoredTable } from '../sheets/table';
import type { TracedKey, TracePlace } from './types';

const NOT_TRACED: readonly SummaryKey[] = ['ordinal', 'code', 'name', 'unit', 'remark', 'note'];

export function isTraced(key: SummaryKey): key is TracedKey {
  return !NOT_TRACED.includes(key);
}

/** Indicator and column that a cell of Tổng hợp stands for; null for headings, groups and columns without an origin. */
export function figureAt(layout: SummaryLayout, row: number, column: number): { readonly indicator: string; readonly key: TracedKey } | null {
  const indicator = [...layout.rows].find(([, at]) => at === row)?.[0];
  const key = [...layout.columns].find(([, at]) => at === column)?.[0];
  return indicator === undefined || key === undefined || !isTraced(key) ? null : { indicator, key };
}

/**
 * The columns of its own row that a formula reads ("=$G12/$E12*100" → cumulative and plan), in the order of the sheet.
 * They are read from the formula as it stands, so that they hold for whatever it computes.
 */
export function operandKeys(formula: string, layout: SummaryLayout, row: number): readonly TracedKey[] {
  const columns = new Set<number>();
  // What stands in quotes or names a table's column is no address, whatever it looks like.
  const plain = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/\[(?:[^[\]]|\[[^\]]*\])*\]/g, '[]');
  for (const [address] of plain.matchAll(/(?<![\p{L}\d_!.:$])\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\d_(!:])/gu)) {
    const place = positionOf(address);
    if (place?.row === row) columns.add(place.column);
  }
  return SUMMARY_COLUMNS.flatMap(({ key }) => (isTraced(key) && columns.has(layout.columns.get(key) ?? -1) ? [key] : []));
}

const FIGURE_HEADERS: Readonly<Record<FactFigure, string>> = {
  month: FACT.monthFigure, cumulative: FACT.cumulative, lastYear: FACT.lastYear, numerator: FACT.numerator, denominator: FACT.denominator,
};

/** Finds a fact's own cells in SoLieu; of two rows with one key the later counts, as it does for the figures. */
export function factPlaces(table: StoredTable | null): (fact: Pick<Fact, 'unit' | 'indicator' | 'period'>, figure: FactFigure) => TracePlace | null {
  const rows = new Map<string, number>();
  for (const row of table?.rows ?? []) {
    const period = storedPeriod(row);
    if (period) rows.set(factKey(textOf(row.at(FACT.unit)), textOf(row.at(FACT.indicator)), period), row.row);
  }
  return (fact, figure) => {
    const row = rows.get(factKey(fact.unit, fact.indicator, fact.period));
    const column = table?.columnOf(FIGURE_HEADERS[figure]) ?? null;
    return table === null || row === undefined || column === null ? null : { sheet: table.sheet, address: addressOf(row, column) };
  };
}

/** Sheets of the open workbook are told by their own fingerprint, files by one of their bytes, which is longer. */
const SHEET_HASH = /^[0-9a-f]{28}$/;

/** The cell of the report itself, where that is a sheet of this workbook: under whatever name the workbook was saved since. */
export function sourcePlaces(sheetNames: readonly string[]): (fact: Pick<Fact, 'hash' | 'sheet'>, cell: string) => TracePlace | null {
  return (fact, cell) => (SHEET_HASH.test(fact.hash) && sheetNames.includes(fact.sheet) && positionOf(cell) !== null ? { sheet: fact.sheet, address: cell } : null);
}

/** What a cell shows: its number or text; errors by their code. */
export function shownIn(cell: Cell | null): number | string | null {
  const content = cell?.content;
  if (!content) return null;
  switch (content.kind) {
    case 'number':
    case 'text':
      return content.value === '' ? null : content.value;
    case 'boolean':
      return String(content.value);
    case 'error':
      return content.code;
  }
}

/** A cell of Tổng hợp by row and column of its layout. */
export function summaryCellOf(grid: Grid, layout: SummaryLayout, indicator: string, key: SummaryKey): { readonly cell: Cell | null; readonly row: number; readonly place: TracePlace } | null {
  const row = layout.rows.get(indicator);
  const column = layout.columns.get(key);
  if (row === undefined || column === undefined) return null;
  return { cell: cellAt(grid, row, column), row, place: { sheet: grid.name, address: addressOf(row, column) } };
}
