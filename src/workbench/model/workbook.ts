import type {
  CellModel, CellStyle, CellValue, FontStyle, PageLayoutModel, ProtectionOptions, Rect, SheetModel, TableModel, WorkbookModel,
} from './types';

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

export const DEFAULT_FONT: FontStyle = {
  name: 'Calibri', size: 11, bold: false, italic: false, color: '#000000', underline: 'None', strike: false,
};

export const DEFAULT_STYLE: CellStyle = {
  fill: null, font: DEFAULT_FONT, borders: {}, horizontal: 'General', vertical: 'Bottom',
  wrap: false, indent: 0, locked: true, hidden: false,
};

/** What a sheet allows when it is protected without options. */
export const DEFAULT_PROTECTION: ProtectionOptions = {
  allowAutoFilter: false, allowDeleteColumns: false, allowDeleteRows: false, allowEditObjects: false,
  allowEditScenarios: false, allowFormatCells: false, allowFormatColumns: false, allowFormatRows: false,
  allowInsertColumns: false, allowInsertHyperlinks: false, allowInsertRows: false, allowPivotTables: false,
  allowSort: false, selectionMode: 'Normal',
};

/** A fresh page: A4 portrait with Excel's normal margins (points). */
export function defaultPageLayout(): PageLayoutModel {
  return {
    orientation: 'Portrait', paperSize: 9, zoom: { scale: 100 },
    margins: { top: 54, bottom: 54, left: 50.4, right: 50.4, header: 21.6, footer: 21.6 },
    centerHorizontally: false, centerVertically: false, printGridlines: false, blackAndWhite: false,
    printArea: [], titleRows: null, titleColumns: null,
    header: { left: '', center: '', right: '' }, footer: { left: '', center: '', right: '' },
  };
}

/** The id of a new sheet, table or format, unique in the workbook. */
export function takeId(model: WorkbookModel): number {
  const id = model.nextId;
  model.nextId += 1;
  return id;
}

/** An empty workbook; give it sheets with `addSheet` (Excel never has a workbook without one). */
export function createWorkbook(name = 'Book1.xlsx', sheetNames: readonly string[] = ['Sheet1']): WorkbookModel {
  const model: WorkbookModel = {
    sheets: [], names: [], activeSheetId: '', date1904: false, structureProtected: false,
    docProperties: { title: '', author: '', created: null, modified: null },
    calculationMode: 'Automatic', name, nextId: 1,
  };
  for (const sheetName of sheetNames) addSheet(model, sheetName);
  return model;
}

/** Adds an empty sheet at the end; the first one becomes the active sheet. The name must be free. */
export function addSheet(model: WorkbookModel, name: string): SheetModel {
  const id = `{00000000-0001-0000-${takeId(model).toString(16).padStart(4, '0').toUpperCase()}-000000000000}`;
  const sheet: SheetModel = {
    id, name, visibility: 'Visible', cells: new Map(), columns: new Map(), rows: new Map(),
    standardWidth: 48, standardHeight: 15, merges: [], tables: [], conditionalFormats: [], dataValidations: [],
    names: [], freeze: null, autoFilter: null, protection: { protected: false, options: DEFAULT_PROTECTION },
    comments: [], tabColor: '', showGridlines: true, showHeadings: true, pageLayout: defaultPageLayout(), charts: [],
    selection: [{ row: 0, col: 0, lastRow: 0, lastCol: 0 }],
  };
  model.sheets.push(sheet);
  if (model.activeSheetId === '') model.activeSheetId = id;
  return sheet;
}

/** The sheet of that name, without regard to case, as Excel finds it. */
export function findSheet(model: WorkbookModel, name: string): SheetModel | undefined {
  const key = name.toLocaleLowerCase();
  return model.sheets.find((sheet) => sheet.name.toLocaleLowerCase() === key);
}

export function activeSheet(model: WorkbookModel): SheetModel {
  const sheet = model.sheets.find((each) => each.id === model.activeSheetId) ?? model.sheets[0];
  if (sheet === undefined) throw new Error('a workbook has at least one sheet');
  return sheet;
}

/** The table of that name and its sheet; table names are unique in a workbook, without regard to case. */
export function findTable(
  model: WorkbookModel,
  name: string,
): { readonly sheet: SheetModel; readonly table: TableModel } | undefined {
  const key = name.toLocaleLowerCase();
  for (const sheet of model.sheets) {
    const table = sheet.tables.find((each) => each.name.toLocaleLowerCase() === key || each.id === name);
    if (table !== undefined) return { sheet, table };
  }
  return undefined;
}

export function cellAt(sheet: SheetModel, row: number, col: number): CellModel | undefined {
  return sheet.cells.get(row)?.get(col);
}

/** The style a cell shows, stored or taken from its row or column. */
export function styleAt(sheet: SheetModel, row: number, col: number): CellStyle {
  return cellAt(sheet, row, col)?.style ?? sheet.rows.get(row)?.style ?? sheet.columns.get(col)?.style ?? DEFAULT_STYLE;
}

export function numberFormatAt(sheet: SheetModel, row: number, col: number): string {
  return (
    cellAt(sheet, row, col)?.numberFormat ??
    sheet.rows.get(row)?.numberFormat ??
    sheet.columns.get(col)?.numberFormat ??
    'General'
  );
}

/** The cell at that place, made with the style of its row or column when it is not stored yet. */
export function ensureCell(sheet: SheetModel, row: number, col: number): CellModel {
  let cells = sheet.cells.get(row);
  if (cells === undefined) {
    cells = new Map();
    sheet.cells.set(row, cells);
  }
  let cell = cells.get(col);
  if (cell === undefined) {
    cell = {
      value: null, formula: null,
      numberFormat: sheet.rows.get(row)?.numberFormat ?? sheet.columns.get(col)?.numberFormat ?? 'General',
      style: sheet.rows.get(row)?.style ?? sheet.columns.get(col)?.style ?? DEFAULT_STYLE,
    };
    cells.set(col, cell);
  }
  return cell;
}

/** Puts a constant into a cell and drops its formula and runs of text. Numbers, text, truth values, errors; null empties it. */
export function setValue(sheet: SheetModel, row: number, col: number, value: CellValue): void {
  const cell = ensureCell(sheet, row, col);
  cell.value = value;
  cell.formula = null;
  delete cell.richText;
  delete cell.arrayRange;
}

/** Puts a formula (with "=") into a cell; its result stays as given until it is calculated. */
export function setFormula(sheet: SheetModel, row: number, col: number, formula: string, result: CellValue = null): void {
  setValue(sheet, row, col, result);
  ensureCell(sheet, row, col).formula = formula;
}

/**
 * The smallest block that holds every used cell, or null for an empty sheet. With `valuesOnly` only values and formulas
 * count; otherwise formatted cells count too, as in Excel.
 */
export function usedRect(sheet: SheetModel, valuesOnly: boolean, within?: Rect): Rect | null {
  let row = Infinity;
  let lastRow = -1;
  let col = Infinity;
  let lastCol = -1;
  for (const [r, cells] of sheet.cells) {
    if (within !== undefined && (r < within.row || r > within.lastRow)) continue;
    for (const [c, cell] of cells) {
      if (within !== undefined && (c < within.col || c > within.lastCol)) continue;
      if (cell.value === null && cell.formula === null && (valuesOnly || isPlain(cell))) continue;
      if (r < row) row = r;
      if (r > lastRow) lastRow = r;
      if (c < col) col = c;
      if (c > lastCol) lastCol = c;
    }
  }
  return lastRow < 0 ? null : { row, col, lastRow, lastCol };
}

function isPlain(cell: CellModel): boolean {
  return cell.numberFormat === 'General' && cell.style === DEFAULT_STYLE;
}

/** Whether a row shows: neither hidden by hand nor by a filter. */
export function isRowHidden(sheet: SheetModel, row: number): boolean {
  const state = sheet.rows.get(row);
  return state !== undefined && (state.hidden === true || state.filtered === true || state.height === 0);
}
