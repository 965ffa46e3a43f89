/**
 * The one shape that a sheet has inside. Excel and picked files both yield it, so that the active sheet and a
 * file from a mail go through the very same reading and the very same checks.
 *
 * Rows and columns are zero-based everywhere inside; A1 addresses are for people and for Excel.
 */

export type ExcelError =
  | '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A' | '#GETTING_DATA' | '#SPILL!' | '#CALC!' | '#FIELD!' | '#BLOCKED!' | '#CONNECT!' | '#BUSY!' | '#UNKNOWN!';

/** What a cell holds, tagged once at the boundary so that no error code is ever taken for a text. */
export type CellContent =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: ExcelError };

export interface Cell {
  /** null when the cell only holds a formula that was never calculated. */
  readonly content: CellContent | null;
  /** What Excel shows ("1.870,0"); '' when unknown. For people, never for parsing. */
  readonly text: string;
  /** With its leading "=", in A1 notation; absent for constants. */
  readonly formula?: string;
  /** Number format code; absent for General. */
  readonly format?: string;
  /** Font name where it is known and not a Unicode everyday one; legacy encodings are told by it. */
  readonly font?: string;
}

/** Zero-based, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  readonly name: string;
  /** Where cells[0][0] stands on the sheet. */
  readonly origin: { readonly row: number; readonly column: number };
  /** Rows may be shorter than the widest one; null and missing mean blank. */
  readonly cells: readonly (readonly (Cell | null)[])[];
  /** In sheet coordinates. */
  readonly merges: readonly Area[];
  /** Zero-based sheet rows and columns that do not show (hidden or filtered away). */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly isProtected: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** Sheet name for a sheet-scoped name, null for the workbook's own. */
  readonly scope: string | null;
  /** The value of a constant ("SCT", 6), or the formula text with its leading "=" for anything else. */
  readonly value: string | number | boolean;
}

/** One workbook as the readers see it: a picked file, or the workbook that is open. */
export interface Book {
  /** File name without folders; for the open workbook its own name. */
  readonly file: string;
  /** SHA-256 of the bytes of a picked file, hashOfGrid of one sheet of the open workbook; '' for the open workbook as a whole. */
  readonly hash: string;
  /** Last modification by the document's own properties, ISO 8601; null when the file says nothing. */
  readonly modified: string | null;
  readonly names: readonly DefinedName[];
  readonly grids: readonly Grid[];
  readonly date1904: boolean;
  /** File names of other workbooks that formulas or names point to; absent for the open workbook. */
  readonly links?: readonly string[];
  readonly hasMacros?: boolean;
}

/** The cell at a sheet position, null when blank or outside. */
export function cellAt(grid: Grid, row: number, column: number): Cell | null {
  return grid.cells[row - grid.origin.row]?.[column - grid.origin.column] ?? null;
}

/** First row and column past the cells, in sheet coordinates. */
export function extentOf(grid: Grid): { readonly rows: number; readonly columns: number } {
  let columns = 0;
  for (const row of grid.cells) columns = Math.max(columns, row.length);
  return { rows: grid.origin.row + grid.cells.length, columns: grid.origin.column + columns };
}

/** An Excel table as it stands on a sheet. */
export interface TableArea {
  readonly name: string;
  readonly sheet: string;
  /** Heading row included. */
  readonly area: Area;
  readonly headers: readonly string[];
}
