/**
 * The workbook that the stand-in for Excel holds in memory. Every row and column is zero-based,
 * every range inclusive at both ends. Colours are "#RRGGBB". Widths and heights are in points, as Office.js has them.
 * Styles are values: never change one in place, replace it (cells share them).
 */

import type { Cells, ColumnModel, Rect, RowModel } from './cells';
import type { ChartModel } from './charts';
import type { ConditionalFormatModel, DataValidationModel } from './rules';

export type * from './cells';
export type { ChartModel } from './charts';
export type * from './rules';

/** What a filter lets through in one column, counted from the filter's first column. */
export type FilterCriterion =
  | { readonly kind: 'values'; readonly values: readonly string[]; readonly blanks?: boolean }
  | {
      readonly kind: 'custom';
      readonly criterion1: string;
      readonly operator?: 'And' | 'Or';
      readonly criterion2?: string;
    }
  | { readonly kind: 'kept'; readonly raw: unknown };

export interface FilterModel {
  range: Rect;
  criteria: Map<number, FilterCriterion>;
}

export interface TableColumn {
  id: number;
  name: string;
  /** The formula that new rows of the column take, with "="; undefined if there is none. */
  calculatedFormula?: string;
  totalsLabel?: string;
  /** "sum", "count", "average", "custom"… as OOXML spells them. */
  totalsFunction?: string;
  totalsFormula?: string;
}

export interface TableModel {
  id: string;
  name: string;
  /** Header row, body and totals row together. */
  range: Rect;
  columns: TableColumn[];
  showHeaders: boolean;
  showTotals: boolean;
  /** null: no style. */
  style: string | null;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  showFilterButton: boolean;
  /** Criteria by column, counted from the table's first column. */
  criteria: Map<number, FilterCriterion>;
}

/** A defined name; formula with "=", e.g. "='Số liệu'!$A$1:$B$2" or ="SCT". */
export interface NameModel {
  name: string;
  formula: string;
  visible: boolean;
  comment: string;
}

export interface FreezeModel {
  /** Rows and columns that stand still, counted from the first. */
  rows: number;
  columns: number;
}

export interface ProtectionModel {
  protected: boolean;
  options: ProtectionOptions;
  /** Clear text of a password set in this session; undefined when there is none. */
  password?: string;
  /** The stored hash of a password that came with a file, kept as it is. */
  storedPassword?: unknown;
}

export interface ProtectionOptions {
  readonly allowAutoFilter: boolean;
  readonly allowDeleteColumns: boolean;
  readonly allowDeleteRows: boolean;
  readonly allowEditObjects: boolean;
  readonly allowEditScenarios: boolean;
  readonly allowFormatCells: boolean;
  readonly allowFormatColumns: boolean;
  readonly allowFormatRows: boolean;
  readonly allowInsertColumns: boolean;
  readonly allowInsertHyperlinks: boolean;
  readonly allowInsertRows: boolean;
  readonly allowPivotTables: boolean;
  readonly allowSort: boolean;
  readonly selectionMode: 'Normal' | 'Unlocked' | 'None';
}

export interface CommentModel {
  id: string;
  row: number;
  col: number;
  /** A note is the old yellow kind, a comment the threaded one. */
  kind: 'note' | 'comment';
  author: string;
  text: string;
  visible?: boolean;
}

export interface PageLayoutModel {
  orientation: 'Portrait' | 'Landscape';
  /** As OOXML numbers them; 9 is A4. */
  paperSize: number;
  /** Percent, or pages; a zoom without pages is a plain scale. */
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  /** Points. */
  margins: { top: number; bottom: number; left: number; right: number; header: number; footer: number };
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  blackAndWhite: boolean;
  printArea: Rect[];
  titleRows: { first: number; last: number } | null;
  titleColumns: { first: number; last: number } | null;
  header: { left: string; center: string; right: string };
  footer: { left: string; center: string; right: string };
}

export type SheetVisibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface SheetModel {
  /** "{00000000-0001-0000-0000-000000000000}" as Excel has them. */
  id: string;
  name: string;
  visibility: SheetVisibility;
  cells: Cells;
  columns: Map<number, ColumnModel>;
  rows: Map<number, RowModel>;
  /** Points. */
  standardWidth: number;
  standardHeight: number;
  merges: Rect[];
  tables: TableModel[];
  conditionalFormats: ConditionalFormatModel[];
  dataValidations: DataValidationModel[];
  names: NameModel[];
  freeze: FreezeModel | null;
  /** The sheet's own filter (a table's stands in the table); rows it hides have RowModel.filtered. */
  autoFilter: FilterModel | null;
  protection: ProtectionModel;
  comments: CommentModel[];
  /** "" for none. */
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  pageLayout: PageLayoutModel;
  charts: ChartModel[];
  /** The selected areas, the first of them with the active cell at its top left. */
  selection: Rect[];
  /** Whatever the file library must see again on saving. */
  kept?: unknown;
}

export interface DocProperties {
  title: string;
  author: string;
  subject?: string;
  keywords?: string;
  comments?: string;
  company?: string;
  lastAuthor?: string;
  /** ISO 8601 instants; null when unknown. */
  created: string | null;
  modified: string | null;
}

export interface WorkbookModel {
  sheets: SheetModel[];
  names: NameModel[];
  /** The id of the active sheet. */
  activeSheetId: string;
  docProperties: DocProperties;
  date1904: boolean;
  structureProtected: boolean;
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  /** The file's name as Excel shows it, e.g. "Tong hop.xlsx". */
  name: string;
  /** The number of the next id for a sheet, table, conditional format, comment. */
  nextId: number;
  /** Whatever the file library must see again on saving. */
  kept?: unknown;
}

/** A cell whose formula the engine does not compute, by name: its stored result stays as it was. */
export interface RefusedFormula {
  readonly sheet: string;
  /** "H12". */
  readonly cell: string;
  readonly formula: string;
  readonly reason: string;
}

export interface CalculationReport {
  /** Formulas calculated. */
  readonly calculated: number;
  /** Cells whose result differs from the one stored before. */
  readonly changed: number;
  readonly refused: readonly RefusedFormula[];
}

/**
 * What was written since the last calculation, so that an engine can feed itself the difference.
 * `cells` holds the changed blocks by sheet id; `structure` is true when sheets, names, tables or the place of
 * cells changed and everything has to be read again.
 */
export interface CalculationHint {
  readonly cells: readonly { readonly sheetId: string; readonly range: Rect }[];
  readonly structure: boolean;
}

export interface Calculator {
  /** Recalculates every formula and stores the results in the cells. Without a hint everything is read again. */
  recalculate(model: WorkbookModel, hint?: CalculationHint): CalculationReport;
}
