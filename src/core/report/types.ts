import type { Area, Cell, Grid } from '../grid';
import type { Period } from '../period';
import type { LegacyText } from './legacy/readable-grid';

/** The figures that a report row can hold, and the words beside them. */
export type FigureRole =
  | 'plan' | 'previousMonth' | 'previousCumulative' | 'month' | 'cumulative' | 'lastYear'
  | 'percentOfPlan' | 'percentOfLastYear' | 'numerator' | 'denominator';

export type ColumnRole = 'ordinal' | 'code' | 'name' | 'unitOfMeasure' | FigureRole | 'cause' | 'remedy' | 'note';

/** "No figure", "zero", "did not occur", "not due" and "not applicable" are different things. */
export type MissingState = 'notOccurred' | 'notAvailable' | 'notApplicable';

/** What a figure's cell says. Only `number` is a figure; everything else says why there is none. */
export type Reading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number; readonly storedAs: 'number' | 'text';
      /** Words that stood beside the number ("gần", "≈"), '' when none. */ readonly qualifier: string;
      /** A percent sign stood in the text ("38,05%" is 38.05) or the number format is a percentage (0.3805 shown "38,05%" is 38.05). */ readonly percent: boolean }
  | { readonly kind: 'ambiguous'; /** The likelier first. */ readonly readings: readonly [number, number]; readonly qualifier: string }
  | { readonly kind: 'placeholder'; readonly state: MissingState; readonly text: string }
  | { readonly kind: 'error'; readonly code: string }
  | { readonly kind: 'text'; readonly text: string };

export interface Figure {
  readonly role: FigureRole;
  /** A1, "H12". */
  readonly address: string;
  readonly reading: Reading;
  /** The raw cell, null when blank. */
  readonly cell: Cell | null;
}

/** How a row was matched to an indicator. `approximate` is a proposal only: it must be confirmed. */
export type RowMatch =
  | { readonly how: 'code' | 'name' | 'alias'; readonly indicator: string }
  | { readonly how: 'approximate'; readonly indicator: string; /** 0 to 1. */ readonly similarity: number }
  | { readonly how: 'none' };

export interface ReportRow {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly match: RowMatch;
  readonly statedCode: string;
  /** As written, numbering glued to it included. */
  readonly statedName: string;
  /** From the row's own cell, else from the table's caption ('' when nobody says). */
  readonly unitOfMeasure: string;
  readonly unitOfMeasureFrom: 'row' | 'caption' | 'none';
  readonly figures: Readonly<Partial<Record<FigureRole, Figure>>>;
  /** A1 of the row's own name or code cell: where a finding on the whole row points. */
  readonly address: string;
  readonly words: { readonly cause: string; readonly remedy: string; readonly note: string };
  /** Addresses of the words' cells that exist, by role. */
  readonly wordCells: Readonly<Partial<Record<'cause' | 'remedy' | 'note', string>>>;
  readonly hidden: boolean;
}

export interface Column {
  readonly role: ColumnRole;
  readonly column: number;
  readonly heading: string;
}

export interface Heading {
  /** First and last heading row, zero-based; dataTop is the first row below it (column-number row skipped). */
  readonly top: number;
  readonly bottom: number;
  readonly dataTop: number;
  readonly columns: readonly Column[];
  readonly unknown: readonly { readonly column: number; readonly heading: string }[];
  /** Two columns of one meaning. */
  readonly duplicates: readonly { readonly role: ColumnRole; readonly columns: readonly number[]; /** As written, column by column. */ readonly headings: readonly string[] }[];
  readonly missing: readonly ('nameOrCode' | 'monthOrCumulative')[];
}

/** One statement about who or when, and where it stood. */
export interface Evidence<T> {
  readonly from: 'definedName' | 'header' | 'fileName';
  readonly value: T | null;
  /** As written. */
  readonly text: string;
  /** A1 for the header, '' otherwise. */
  readonly address: string;
}

/** A text and where it stands. */
export interface Statement {
  readonly text: string;
  readonly address: string;
}

export type Level = 'estimate' | 'preliminary' | 'official';

export interface ReportSource {
  readonly file: string;
  readonly sheet: string;
  readonly hash: string;
  readonly modified: string | null;
  /** A picked file, or a sheet of the open workbook. */
  readonly kind: 'file' | 'sheet';
}

/** What one sheet reports, before anybody judged it. */
export interface Report {
  readonly source: ReportSource;
  /** Unit code in force (first evidence that names a known unit), null when unknown or not stated. */
  readonly unit: string | null;
  readonly unitEvidence: readonly Evidence<string>[];
  readonly period: Period | null;
  readonly periodEvidence: readonly Evidence<Period>[];
  readonly level: Level | null;
  readonly formVersion: string | null;
  readonly heading: Heading;
  readonly rows: readonly ReportRow[];
  /** "Không phát sinh trong kỳ" is ticked. */
  readonly declaredNothing: boolean;
  /** The data block, for highlights and counts. */
  readonly area: Area;
  /** Text cells of the sheet that begin with = + - @ and are no formula (they would become one when written). */
  readonly formulaLikeTexts: readonly { readonly address: string; readonly text: string }[];
  /** Cells that held something inside the report's area: what the checks looked at. */
  readonly cellCount: number;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly isStandardForm: boolean;
  /** The sheet itself, legacy encodings put into Unicode, for checks on what no role speaks of. */
  readonly grid: Grid;
  /** Texts that stood in a legacy encoding (TCVN3, VNI); absent for none. */
  readonly legacyTexts?: readonly LegacyText[];
  /** What stands behind "Mức độ:", null when nothing does or the form does not ask. */
  readonly levelText?: Statement | null;
  /** The box "Không phát sinh trong kỳ" and what stands in it ('' for nothing); null when the form has none. */
  readonly nothingBox?: Statement | null;
  /** What the whole book says of itself. */
  readonly book: { readonly date1904: boolean; readonly links: readonly string[]; readonly hasMacros: boolean };
}

/** A sheet or file that gives no report, and why. `code` is the finding to show. */
export type SheetRefusal =
  | { readonly code: 'S04' | 'S17' }
  | { readonly code: 'S05'; readonly heading: Heading };

export type SheetReading =
  | { readonly status: 'report'; readonly report: Report }
  | { readonly status: 'refused'; readonly refusal: SheetRefusal; readonly source: ReportSource; readonly looksLikeReport: boolean };

/** Every sheet of one book, and which of them is the report. */
export interface BookReading {
  readonly file: string;
  readonly hash: string;
  readonly modified: string | null;
  readonly sheets: readonly SheetReading[];
  /** The report to use. With several candidates that disagree: none, `candidates` names them (S02). */
  readonly report: Report | null;
  readonly candidates: readonly string[];
  /** Sheets that are no report sheet, always listed (F11), with the reason. */
  readonly unused: readonly { readonly sheet: string; readonly reason: 'empty' | 'noHeading' | 'notReport' | 'ownSheet' }[];
}
