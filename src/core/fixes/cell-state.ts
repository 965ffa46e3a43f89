import { addressOf, positionOf } from '../address';
import { cellAt, type Cell } from '../grid';
import type { LegacyText } from '../report/legacy/readable-grid';
import type { Report, ReportRow } from '../report/types';
import type { PlanCell } from '../sheets/plan';
import type { CellEdit, CellState } from './types';

/** A report with its rows and old texts at hand by place: a sheet may have thousands of either. */
export interface ReportSheet {
  readonly report: Report;
  readonly rows: ReadonlyMap<number, ReportRow>;
  /** By "row,column". */
  readonly legacy: ReadonlyMap<string, LegacyText>;
}

export function reportSheet(report: Report): ReportSheet {
  return {
    report,
    rows: new Map(report.rows.map((row) => [row.row, row])),
    legacy: new Map((report.legacyTexts ?? []).map((text) => [`${text.row},${text.column}`, text])),
  };
}

/** A cell of the report as its sheet holds it. */
export interface Held {
  readonly address: string;
  readonly cell: Cell | null;
  readonly state: CellState;
}

/**
 * What stands in a cell now, or null where nothing may be put in its place without being asked: an error, a formula
 * without result, an address that is none. A text of an old encoding is given as it stands, not as it reads.
 */
export function heldAt({ report, legacy }: ReportSheet, address: string): Held | null {
  const at = positionOf(address);
  if (at === null) return null;
  const cell = cellAt(report.grid, at.row, at.column);
  if (cell?.formula !== undefined && cell.formula !== '') return { address, cell, state: { formula: cell.formula } };
  const content = cell?.content ?? null;
  if (content === null) return { address, cell, state: null };
  if (content.kind === 'error') return null;
  return { address, cell, state: legacy.get(`${at.row},${at.column}`)?.text ?? content.value };
}

/** The same, where what stands there was typed: a formula is nobody's typing. */
export function typedAt(sheet: ReportSheet, address: string | undefined): Held | null {
  const held = address === undefined ? null : heldAt(sheet, address);
  return held === null || (held.state !== null && typeof held.state === 'object') ? null : held;
}

/** The cell under a column's heading in a row. */
export function inColumn(sheet: ReportSheet, row: number, role: 'code' | 'name' | 'note'): Held | null {
  const column = sheet.report.heading.columns.find((each) => each.role === role)?.column;
  return column === undefined ? null : typedAt(sheet, addressOf(row, column));
}

/** Puts a number into a cell: never under the text format, a percentage or a date, which would make another figure of it. */
export function numberEdit(sheet: ReportSheet, held: Held, value: number): CellEdit {
  const format = held.cell?.format;
  return edit(sheet, held, value, format !== undefined && changesNumbers(format) ? { numberFormat: 'General' } : {});
}

/** A formula shows itself instead of its result in a cell of the text format. */
export function formulaEdit(sheet: ReportSheet, held: Held, formula: string): CellEdit {
  return edit(sheet, held, { formula }, held.cell?.format === '@' ? { numberFormat: 'General' } : {});
}

export function edit({ report }: ReportSheet, held: Held, after: PlanCell, rest: Pick<CellEdit, 'numberFormat' | 'fontName' | 'appends'> = {}): CellEdit {
  return { sheet: report.source.sheet, address: held.address, before: held.state, after, ...rest };
}

/** A percent sign or parts of a date in the format code, or the text format by itself; quoted texts, colours and padding apart. */
function changesNumbers(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, '');
  return bare === '@' || /[%dmyhs]/i.test(bare);
}
