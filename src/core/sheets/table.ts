import { cellAt, type Area, type Cell, type Grid, type TableArea } from '../grid';
import type { CellWrite } from './diff';
import type { CellStyle, PlanCell, StyledArea, TablePlan, ValidationPlan } from './plan';

/** One column of a table that the add-in keeps. */
export interface TableColumn<Row> {
  /** Heading: the column is found by it wherever it was moved to. */
  readonly header: string;
  /** Characters. */
  readonly width: number;
  /** Number format; texts need none. */
  readonly format?: string;
  readonly wrap?: boolean;
  /** What the add-in writes. Without it the column is the analyst's: never overwritten. */
  readonly cell?: (row: Row) => PlanCell;
  /** What a new row starts with in an analyst's column. */
  readonly initial?: PlanCell;
  readonly list?: readonly string[];
  /** What may be typed into it, where a list does not say so. */
  readonly input?: Omit<ValidationPlan, 'area'>;
}

export interface TableSpec<Row> {
  readonly name: string;
  readonly columns: readonly TableColumn<Row>[];
  /** The headings that keyOfStored reads: a table without them is not ours, and a row whose cells there changed is another row. */
  readonly keyHeaders: readonly string[];
  /** Identifies a row for good. */
  readonly keyOf: (row: Row) => string;
  /** The same key from what stands in the sheet; null for a row without one. */
  readonly keyOfStored: (stored: StoredRow) => string | null;
  /** What becomes of a stored row that is no longer among the rows: new contents by heading; null leaves it as it is. */
  readonly retire?: (stored: StoredRow) => Readonly<Record<string, PlanCell>> | null;
}

export interface StoredRow {
  /** Zero-based sheet row. */
  readonly row: number;
  /** The cell under a heading, null when blank or when there is no such heading. */
  readonly at: (header: string) => Cell | null;
}

/** A table as it stands in the workbook. */
export interface StoredTable {
  readonly sheet: string;
  readonly area: Area;
  readonly grid: Grid;
  readonly columnOf: (header: string) => number | null;
  readonly rows: readonly StoredRow[];
}

const sameText = (text: string): string => text.normalize('NFC').trim().toLowerCase();

/** The table of that name, null when the workbook has none or its sheet was not read. */
export function findStored(name: string, tables: readonly TableArea[], grids: readonly Grid[]): StoredTable | null {
  const table = tables.find((candidate) => sameText(candidate.name) === sameText(name));
  const grid = table && grids.find((candidate) => candidate.name === table.sheet);
  if (!table || !grid) return null;
  const { area } = table;
  const columns = new Map<string, number>();
  for (let column = area.left; column <= area.right; column += 1) {
    const header = textOf(cellAt(grid, area.top, column));
    if (!columns.has(sameText(header))) columns.set(sameText(header), column);
  }
  // The same few headings are asked for in every row.
  const asked = new Map<string, number | null>();
  const columnOf = (header: string): number | null => {
    const known = asked.get(header);
    if (known !== undefined) return known;
    const column = columns.get(sameText(header)) ?? null;
    asked.set(header, column);
    return column;
  };
  const rows: StoredRow[] = [];
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    rows.push({ row, at: (header) => { const column = columnOf(header); return column === null ? null : cellAt(grid, row, column); } });
  }
  return { sheet: table.sheet, area, grid, columnOf, rows };
}

/** A stored table with the headings that make it ours; one of that name without them belongs to somebody else. */
export function ours(stored: StoredTable | null, keyHeaders: readonly string[]): StoredTable | null {
  return stored !== null && keyHeaders.every((header) => stored.columnOf(header) !== null) ? stored : null;
}

/** Codes, dates and addresses are composed as they stand; a long table has a dozen of them in every row. */
const PLAIN = /^[\x20-\x7e]*$/;

/** A cell's text, trimmed and in NFC; numbers as they are written plainly; '' for blanks and errors. */
export function textOf(cell: Cell | null): string {
  const content = cell?.content;
  if (!content || content.kind === 'error') return '';
  const text = String(content.value);
  return (PLAIN.test(text) ? text : text.normalize('NFC')).trim();
}

/** A cell's number, null for anything else. */
export function numberOf(cell: Cell | null): number | null {
  return cell?.content?.kind === 'number' ? cell.content.value : null;
}

/** What one table adds to the plan of its sheet. */
export interface TablePart {
  readonly writes: readonly CellWrite[];
  readonly table: TablePlan | null;
  /** Formats of cells that are new: the whole table, or the rows that were appended. */
  readonly styles: readonly StyledArea[];
  readonly validations: readonly ValidationPlan[];
  readonly widths: Readonly<Record<number, number>>;
  readonly area: Area;
  /** Columns that tell the rows apart, of a table that stands already. */
  readonly keyColumns: readonly number[];
}

/**
 * The cells that a table should hold. Rows are found by their key, so that the analyst may sort, add columns and add
 * rows; new ones go below the last. `origin` is where a table that does not exist yet begins.
 */
export function planTable<Row>(spec: TableSpec<Row>, rows: readonly Row[], stored: StoredTable | null, origin: { readonly row: number; readonly column: number }): TablePart {
  const top = stored?.area.top ?? origin.row;
  const left = stored?.area.left ?? origin.column;
  let right = stored?.area.right ?? origin.column + spec.columns.length - 1;
  const writes: CellWrite[] = [];
  const columnOf = new Map<string, number>();
  spec.columns.forEach((column, index) => {
    const found = stored ? stored.columnOf(column.header) ?? (right += 1) : left + index;
    columnOf.set(column.header, found);
    if (!stored || stored.columnOf(column.header) === null) writes.push({ row: top, column: found, value: column.header });
  });
  const places = placesOf(spec, stored);
  const free = [...places.free];
  let bottom = stored?.area.bottom ?? top;
  const firstNew = bottom + 1;
  for (const row of rows) {
    const key = spec.keyOf(row);
    const known = places.byKey.get(key);
    places.byKey.delete(key);
    const target = known ?? free.shift() ?? (bottom += 1);
    for (const column of spec.columns) {
      const position = columnOf.get(column.header) ?? 0;
      if (column.cell) writes.push({ row: target, column: position, value: column.cell(row) });
      else if (known === undefined && column.initial !== undefined) writes.push({ row: target, column: position, value: column.initial });
    }
  }
  for (const old of stored?.rows ?? []) {
    const key = spec.keyOfStored(old);
    const change = key !== null && places.byKey.get(key) === old.row ? spec.retire?.(old) ?? null : null;
    for (const header in change) writes.push({ row: old.row, column: columnOf.get(header) ?? left, value: change[header] ?? null });
  }
  if (bottom === top) bottom = top + 1;
  const area: Area = { top, left, bottom, right };
  const grown = stored === null || bottom !== stored.area.bottom || right !== stored.area.right;
  const fresh: Area = { top: stored ? firstNew : top + 1, left, bottom, right };
  return {
    writes,
    table: grown ? { name: spec.name, area, style: 'TableStyleMedium2' } : null,
    styles: fresh.top > fresh.bottom ? [] : stylesOf(spec, columnOf, fresh, stored === null),
    validations: fresh.top > fresh.bottom ? [] : validationsOf(spec, columnOf, fresh),
    widths: stored ? {} : Object.fromEntries(spec.columns.map((column) => [columnOf.get(column.header) ?? 0, column.width])),
    area,
    keyColumns: stored ? spec.keyHeaders.flatMap((header) => columnOf.get(header) ?? []) : [],
  };
}

/** Stored rows by key (the first of a key counts), and the rows that hold nothing and can be used again. */
function placesOf<Row>(spec: TableSpec<Row>, stored: StoredTable | null): { readonly byKey: Map<string, number>; readonly free: readonly number[] } {
  const byKey = new Map<string, number>();
  const free: number[] = [];
  for (const row of stored?.rows ?? []) {
    const key = spec.keyOfStored(row);
    if (key !== null) {
      if (!byKey.has(key)) byKey.set(key, row.row);
    } else if (spec.columns.every((column) => textOf(row.at(column.header)) === '' || row.at(column.header)?.formula !== undefined)) {
      free.push(row.row);
    }
  }
  return { byKey, free };
}

function stylesOf<Row>(spec: TableSpec<Row>, columnOf: ReadonlyMap<string, number>, area: Area, isNew: boolean): StyledArea[] {
  const heading: CellStyle = { bold: true, wrap: true, horizontal: 'center', vertical: 'center' };
  const styles: StyledArea[] = isNew ? [{ area: { ...area, top: area.top - 1, bottom: area.top - 1 }, style: heading }] : [];
  for (const column of spec.columns) {
    const at = columnOf.get(column.header) ?? 0;
    const style: CellStyle = { vertical: 'top', ...(column.format ? { numberFormat: column.format } : {}), ...(column.wrap ? { wrap: true } : {}) };
    if (column.format || column.wrap) styles.push({ area: { top: area.top, bottom: area.bottom, left: at, right: at }, style });
  }
  return styles;
}

function validationsOf<Row>(spec: TableSpec<Row>, columnOf: ReadonlyMap<string, number>, area: Area): ValidationPlan[] {
  return spec.columns.flatMap((column): ValidationPlan[] => {
    const at = columnOf.get(column.header) ?? 0;
    const input = column.list ? { rule: { kind: 'list' as const, values: column.list } } : column.input;
    return input ? [{ area: { top: area.top, bottom: area.bottom, left: at, right: at }, ...input }] : [];
  });
}
