import type { Area, Book, TableArea } from '../core/grid';

/** What Excel refuses, by name. The pane says each in Vietnamese with what to do. */
export type HostRefusalCode =
  | 'cellEdit' | 'protectedSheet' | 'protectedWorkbook' | 'filteredRange' | 'missingSheet' | 'payloadTooLarge' | 'apiBelowFloor'
  /** A cell that the plan relies on was changed after the plan was made. */
  | 'changedSince'
  | 'nameTaken' | 'mergedRange' | 'sheetsFull' | 'busy' | 'unknown';

export interface HostRefusal {
  readonly code: HostRefusalCode;
  /** The sheet concerned, '' when none. */
  readonly sheet: string;
  /** Excel's own words, for the log and the "chi tiết" fold; never the whole message to the user. */
  readonly detail: string;
}

export type HostResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: HostRefusal };

/** The open workbook, read once for a command. */
export interface WorkbookSnapshot {
  /** File name of the open workbook, its names, and the sheets that were asked for. */
  readonly book: Book;
  readonly activeSheet: string;
  readonly sheetNames: readonly string[];
  readonly tables: readonly TableArea[];
  /** Sheets with an active filter, on the sheet or on a table. */
  readonly filteredSheets: readonly string[];
  readonly protectedSheets: readonly string[];
}

/** A cell's state before and after a write, enough to take the write back. */
export interface CellChange {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** Formula or constant as Excel takes it back; text is kept apart from what would be parsed. */
  readonly before: CellImage;
  readonly after: CellImage;
}

export interface CellImage {
  readonly formula: string | number | boolean;
  readonly numberFormat: string;
  /** Only where the write changed it. */
  readonly fontName?: string;
}

/** What a write did. Lives in the pane: it is the memory of "Hoàn tác lần ghi này". */
export interface WriteReceipt {
  readonly sheets: readonly string[];
  readonly createdSheets: readonly string[];
  readonly changes: readonly CellChange[];
  /** Tables whose area grew, with the area before. */
  readonly resizedTables: readonly { readonly name: string; readonly before: Area; readonly after?: Area }[];
  /** The calculated values of the plans' readBack cells, in their order, by sheet. */
  readonly readBack: readonly { readonly sheet: string; readonly values: readonly (number | string | boolean | null)[] }[];
  readonly cellsWritten: number;
  readonly roundTrips: number;
  /** What stood in each new sheet when it was done: it is removed only as long as nobody has worked in it. */
  readonly createdContents?: readonly CreatedContent[];
  /** Tables made on sheets that were there before. */
  readonly createdTables?: readonly string[];
  /** Charts made on sheets that were there before. */
  readonly createdCharts?: readonly { readonly sheet: string; readonly name: string }[];
  /** Names made or changed; `before` is the formula, null for a name that is new. */
  readonly names?: readonly NameChange[];
  /** Where rules of entry were laid on sheets that were there before. */
  readonly validated?: readonly SheetArea[];
  /** Why the results could not be read back, although everything was written. */
  readonly readBackRefusal?: HostRefusal;
}

export interface SheetArea {
  readonly sheet: string;
  readonly area: Area;
}

export interface CreatedContent {
  readonly sheet: string;
  readonly area: Area;
  readonly formulas: readonly (readonly (string | number | boolean | null)[])[];
}

export interface NameChange {
  readonly name: string;
  /** null: a name of the workbook. */
  readonly sheet: string | null;
  readonly before: string | null;
}

/** How a take-back ended. */
export interface TakeBackReport {
  readonly restored: number;
  /** Cells that had been changed since: left alone. */
  readonly left: readonly { readonly sheet: string; readonly address: string }[];
  readonly removedSheets: readonly string[];
}
