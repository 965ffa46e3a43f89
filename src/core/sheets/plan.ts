import type { Area } from '../grid';

/**
 * What a sheet shows, declared and not drawn. core/ makes plans, excel/ applies them in a constant number of round
 * trips and reads back. Positions are zero-based.
 */
export type PlanCell =
  | null
  | number
  | boolean
  /** Always written as text: it never becomes a formula, a number or a date. */
  | string
  /** `result`: what it shows until Excel has calculated, where it is known; only files need one. */
  | { readonly formula: string; readonly result?: number | string };

export interface Block {
  readonly top: number;
  readonly left: number;
  /** All rows equally long. null clears the cell. */
  readonly rows: readonly (readonly PlanCell[])[];
}

export interface BorderStyle {
  readonly edges: 'all' | 'outline' | 'bottom' | 'top';
  readonly style: 'thin' | 'medium' | 'hair' | 'dotted';
  readonly color: string;
}

/** Everything is optional: what is not said stays as it is. Colours are "#RRGGBB". */
export interface CellStyle {
  readonly fill?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly horizontal?: 'left' | 'center' | 'right' | 'general' | 'centerAcross';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
  readonly border?: BorderStyle;
  readonly locked?: boolean;
}

export interface StyledArea {
  readonly area: Area;
  readonly style: CellStyle;
}

export interface TablePlan {
  /** "SoLieu": unique in the workbook. */
  readonly name: string;
  /** Heading row included. The heading texts stand in the blocks. */
  readonly area: Area;
  readonly style: string;
}

export interface ConditionalFormatPlan {
  readonly area: Area;
  /** Relative to the first cell of the area; holds the add-in's marker so that it can be found again. */
  readonly formula: string;
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly stopIfTrue?: boolean;
}

export interface ValidationPlan {
  readonly area: Area;
  readonly rule:
    | { readonly kind: 'list'; readonly values: readonly string[] }
    /** The list stands in cells of the same sheet. */
    | { readonly kind: 'listIn'; readonly area: Area }
    | { readonly kind: 'decimal' | 'whole'; readonly min: number | null; readonly max: number | null }
    | { readonly kind: 'textLength'; readonly max: number }
    /** With leading "=", relative to the first cell of the area, at most 255 characters, without array constants. */
    | { readonly kind: 'custom'; readonly formula: string };
  readonly prompt?: { readonly title: string; readonly message: string };
  readonly error?: { readonly title: string; readonly message: string };
}

export interface NamePlan {
  readonly name: string;
  /** Formula with leading "=": a reference or a constant. */
  readonly formula: string;
  readonly scope: 'workbook' | 'sheet';
}

export interface PrintPlan {
  readonly orientation: 'portrait' | 'landscape';
  readonly fitToPagesWide: number;
  /** Zero-based heading rows repeated on each page. */
  readonly titleRows: readonly [number, number] | null;
  /** Middle of the page's head and foot, in Excel's own codes ("&P"). */
  readonly header?: string;
  readonly footer?: string;
  /** What is printed; everything when it is not said. */
  readonly area?: Area;
  /** Points, on all four sides or on each; Excel's own when it is not said. */
  readonly margin?: number | { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
}

/** What stays allowed on a sheet whose locked cells cannot be changed. There is never a password. */
export interface ProtectionPlan {
  readonly formatCells: boolean;
  readonly formatColumns: boolean;
  readonly formatRows: boolean;
}

export interface ChartLook {
  /** Of bars; null: not filled. */
  readonly fill?: string | null;
  /** The line itself, or the edge of bars; null: none. Points. */
  readonly line: { readonly color: string; readonly weight: number; readonly style: 'solid' | 'dash' | 'dot' } | null;
  /** Of lines; absent: none. Points. */
  readonly marker?: { readonly style: 'circle' | 'diamond' | 'triangle' | 'x' | 'square'; readonly size: number; readonly fill: string; readonly edge: string };
}

export interface ChartSeriesPlan {
  readonly name: string;
  /** One row or one column each, on the plan's own sheet. */
  readonly categories: Area;
  readonly values: Area;
  readonly look: ChartLook;
  readonly labels?: { readonly numberFormat: string; readonly color: string; readonly position: 'insideEnd' | 'outsideEnd' | 'center' };
}

/** A native chart. It is made once and follows its cells; afterwards it is the analyst's. */
export interface ChartPlan {
  /** By it the chart is found again. */
  readonly name: string;
  readonly type: 'bars' | 'stackedColumns' | 'lines';
  /** The cell that the title follows. */
  readonly title: { readonly row: number; readonly column: number };
  /** The cells that it covers. */
  readonly place: Area;
  /** A column of constant numbers: Excel makes a chart of cells that there are, and takes the series afterwards. */
  readonly seed: Area;
  readonly series: readonly ChartSeriesPlan[];
  readonly valueAxis: { readonly title: string; readonly numberFormat: string; readonly minimum?: number; readonly majorUnit?: number };
  /** From top to bottom, as one reads; bars stand the other way round by themselves. */
  readonly isReversed?: boolean;
  /** Bars of all series over each other, so that the last one frames the others. */
  readonly isOverlaid?: boolean;
  /** Percent of a bar's thickness. */
  readonly gap?: number;
}

/**
 * One sheet. Blocks hold just the cells that change. Widths, heights, hidden columns, freeze, print, tab colour,
 * gridlines and protection are applied only where `isNew`, so that what the analyst set afterwards stays. Styles, validations,
 * conditional formats, merges, tables and names are applied as they are given: the planner gives them for an existing
 * sheet only where cells are new (rows that were appended, a table that grew, a name that was missing).
 *
 * Formulas name tables and cells of other plans (SoLieu[Lũy kế], CT_ThangBaoCao), and a `[@…]` stands inside of its
 * own table: write the constants of all plans first, then tables and names, then the formulas.
 */
export interface SheetPlan {
  readonly sheet: string;
  readonly isNew: boolean;
  readonly blocks: readonly Block[];
  readonly styles: readonly StyledArea[];
  readonly merges: readonly Area[];
  readonly tables: readonly TablePlan[];
  readonly conditionalFormats: readonly ConditionalFormatPlan[];
  readonly validations: readonly ValidationPlan[];
  /** Only charts that are not there yet. */
  readonly charts?: readonly ChartPlan[];
  readonly names: readonly NamePlan[];
  /** Width in characters by zero-based column. */
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly rowHeights: Readonly<Record<number, number>>;
  readonly hiddenColumns: readonly number[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly print: PrintPlan | null;
  readonly tabColor: string | null;
  readonly showGridlines: boolean;
  /** Rows that grow with what is typed into them: their heights are only what they begin with in a file, and in Excel they fit their texts. */
  readonly growingRows?: { readonly top: number; readonly bottom: number };
  /** Protected once everything else stands; absent: locked cells are locked in name only. */
  readonly protection?: ProtectionPlan;
  /**
   * Cells that must still hold what they held when the plan was made: the keys of the rows that it writes into. When one
   * differs (the analyst sorted, typed or deleted a row meanwhile) nothing is written and the outcome says so.
   */
  readonly expected?: readonly Block[];
  /** Cells whose calculated results are read back and compared (C04). */
  readonly readBack: readonly ReadBack[];
}

/** A figure that Excel computes and the add-in computed too. null: the formula must show an empty text or blank. */
export interface ReadBack {
  readonly row: number;
  readonly column: number;
  /** What it is, for a finding: indicator code and column heading. */
  readonly indicator: string;
  readonly heading: string;
  readonly computed: number | null;
}
