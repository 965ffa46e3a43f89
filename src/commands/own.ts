import { indexCatalogue } from '../core/catalogue/index-catalogue';
import type { CatalogueIndex } from '../core/catalogue/types';
import { makeFinding } from '../core/checks/make';
import { withSeverities } from '../core/checks/severities';
import type { Finding } from '../core/checks/finding';
import { isOwnSheet, NAMES, TABLES } from '../core/sheets/names';
import { faultDraft } from '../core/sheets/read-catalogue';
import { readOwnSheets, summaryGrid, type OwnFault, type OwnSheets } from '../core/sheets/read-own';
import type { WorkbookSnapshot } from '../excel/types';

/** What the workbook already keeps, with the catalogue ready for look-ups and its faults as findings. */
export interface Kept {
  readonly own: OwnSheets;
  readonly index: CatalogueIndex;
  readonly faults: readonly Finding[];
}

/**
 * The sheets that the add-in keeps, by name: those that are called as it calls them, and those that hold its tables or
 * the province's table, whatever the analyst has called them since.
 */
export function ownSheetNames({ book, tables }: WorkbookSnapshot): ReadonlySet<string> {
  const ours = new Set<string>(Object.values(TABLES).map((name) => name.toLowerCase()));
  const summary = summaryGrid(book.grids);
  return new Set([
    ...book.grids.filter((grid) => isOwnSheet(grid.name)).map((grid) => grid.name),
    ...tables.filter((table) => ours.has(table.name.toLowerCase())).map((table) => table.sheet),
    ...book.names.flatMap(({ name, scope }) => (name === NAMES.reportMark && scope !== null ? [scope] : [])),
    ...(summary === null ? [] : [summary.name]),
  ]);
}

export function keptIn(snapshot: WorkbookSnapshot): Kept {
  const own = readOwnSheets({ grids: snapshot.book.grids, tables: snapshot.tables, names: snapshot.book.names });
  return { own, index: indexCatalogue(own.catalogue), faults: withSeverities(own.faults.map((fault) => faultFinding(fault, snapshot.book.file)), own.catalogue, null) };
}

function faultFinding(fault: OwnFault, file: string): Finding {
  return makeFinding(faultDraft(fault), { file, sheet: fault.sheet, unit: null, period: null });
}
