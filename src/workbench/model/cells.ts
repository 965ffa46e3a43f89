/** What a cell, a row and a column hold. See types.ts for the conventions. */

/** An error a cell shows: "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!". */
export interface CellError {
  readonly error: string;
}

/** What a cell holds; null is an empty cell. Dates are serial numbers. */
export type CellValue = number | string | boolean | CellError | null;

export interface Rect {
  readonly row: number;
  readonly col: number;
  readonly lastRow: number;
  readonly lastCol: number;
}

export interface FontStyle {
  readonly name: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string;
  readonly underline: 'None' | 'Single' | 'Double' | 'SingleAccountant' | 'DoubleAccountant';
  readonly strike: boolean;
  readonly superscript?: boolean;
  readonly subscript?: boolean;
}

export type BorderLineStyle =
  | 'None'
  | 'Continuous'
  | 'Dash'
  | 'DashDot'
  | 'DashDotDot'
  | 'Dot'
  | 'Double'
  | 'SlantDashDot';

export interface BorderLine {
  readonly style: BorderLineStyle;
  readonly weight: 'Hairline' | 'Thin' | 'Medium' | 'Thick';
  readonly color: string;
}

export interface Borders {
  readonly top?: BorderLine;
  readonly bottom?: BorderLine;
  readonly left?: BorderLine;
  readonly right?: BorderLine;
  readonly diagonalDown?: BorderLine;
  readonly diagonalUp?: BorderLine;
}

export type HorizontalAlignment =
  | 'General'
  | 'Left'
  | 'Center'
  | 'Right'
  | 'Fill'
  | 'Justify'
  | 'CenterAcrossSelection'
  | 'Distributed';

export type VerticalAlignment = 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';

export interface CellStyle {
  /** null: no fill. */
  readonly fill: string | null;
  readonly font: FontStyle;
  readonly borders: Borders;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrink?: boolean;
  /** Degrees −90 to 90; 255 is stacked text. */
  readonly rotation?: number;
  readonly locked: boolean;
  /** The formula is hidden while the sheet is protected. */
  readonly hidden: boolean;
}

export interface RichTextRun {
  readonly text: string;
  readonly font: Partial<FontStyle>;
}

export interface CellModel {
  /** The value, or the last result of the formula. */
  value: CellValue;
  /** A1 text with the leading "=", in US English; null for a constant. */
  formula: string | null;
  numberFormat: string;
  style: CellStyle;
  /** Runs of a text that has more than one font; dropped when the cell is written. */
  richText?: readonly RichTextRun[];
  /** Set on the first cell of an array formula ({=…}); its result cells have no formula of their own. */
  arrayRange?: Rect;
  hyperlink?: string;
}

/** Rows, each a map of columns. A cell that is absent is empty, General, with the style of its row, column or the default. */
export type Cells = Map<number, Map<number, CellModel>>;

export interface ColumnModel {
  /** Points; undefined is the sheet's standard width. */
  width?: number;
  hidden?: boolean;
  /** The style of cells of this column that are not stored. */
  style?: CellStyle;
  numberFormat?: string;
}

export interface RowModel {
  /** Points; undefined is the sheet's standard height. */
  height?: number;
  /** The height fits the row's texts and was set by nobody. */
  fitted?: boolean;
  /** Hidden by hand. */
  hidden?: boolean;
  /** Hidden by a filter (of the sheet or of a table). */
  filtered?: boolean;
  style?: CellStyle;
  numberFormat?: string;
}
