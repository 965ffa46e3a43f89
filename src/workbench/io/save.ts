import { Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { rectName } from '../model/addresses';
import type { NameModel, SheetModel, WorkbookModel } from '../model/types';
import { DEFAULT_STYLE } from '../model/workbook';
import { writeComments, writeValue } from './cells';
import { writeCharts } from './charts';
import { fileColor } from './colors';
import { writeConditionalFormats } from './conditional';
import { fileFormula } from './formulas';
import type { Worksheet } from './library';
import { writePage, writeProtection } from './page';
import { patchFile } from './patch';
import { createStyleWriter } from './styles';
import { writeTables } from './tables';
import { widthOfPoints } from './units';
import { writeValidations } from './validations';

const STATE = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** The workbook as an .xlsx. A workbook that came with drawings is written over a copy of its file, which keeps them. */
export async function saveXlsx(model: WorkbookModel): Promise<Uint8Array> {
  installChartSupport();
  const file = new Workbook();
  const kept = keptBytes(model.kept);
  if (kept !== undefined) await file.xlsx.load(kept, { ignoreNodes: ['tableParts'] });
  const sheets = arrange(file, model);
  const style = createStyleWriter();
  const personOf = (author: string): string => file.registerPerson(author);
  for (const [sheet, target] of sheets) await writeSheet(sheet, target, style, personOf);
  // The library takes along what the cells hold that charts point to: they come when all cells are there.
  const chartNames = new Map([...sheets].map(([sheet, target]) => [sheet.name, writeCharts(target, sheet.charts)]));
  file.definedNames.model = [
    ...model.names.map((name) => writeName(name, undefined)),
    ...model.sheets.flatMap((sheet, index) => sheet.names.map((name) => writeName(name, index))),
  ];
  writeBook(file, model);
  return patchFile(await file.xlsx.writeBuffer({ validate: false }), model, chartNames);
}

function keptBytes(kept: unknown): Uint8Array | undefined {
  return typeof kept === 'object' && kept !== null && 'bytes' in kept && kept.bytes instanceof Uint8Array ? kept.bytes : undefined;
}

function keptName(kept: unknown): string | undefined {
  return typeof kept === 'object' && kept !== null && 'sheetName' in kept && typeof kept.sheetName === 'string' ? kept.sheetName : undefined;
}

/** Gives each sheet of the workbook its sheet of the file, new or emptied, in the workbook's order and with its name. */
function arrange(file: Workbook, model: WorkbookModel): ReadonlyMap<SheetModel, Worksheet> {
  const present = new Map(file.worksheets.map((sheet) => [sheet.name, sheet]));
  const sheets = new Map<SheetModel, Worksheet>();
  for (const sheet of model.sheets) {
    const name = keptName(sheet.kept);
    const target = name === undefined ? undefined : present.get(name);
    if (name === undefined || target === undefined) continue;
    present.delete(name);
    sheets.set(sheet, target);
  }
  for (const gone of present.values()) file.removeWorksheet(gone.id);
  // Names are given in two steps, since two sheets may have exchanged theirs.
  [...sheets.values()].forEach((sheet, index) => { sheet.name = `tmp ${index}`; });
  for (const sheet of model.sheets) {
    const target = sheets.get(sheet);
    if (target === undefined) sheets.set(sheet, file.addWorksheet(sheet.name));
    else {
      empty(target);
      target.name = sheet.name;
    }
  }
  model.sheets.forEach((sheet, index) => {
    const target = sheets.get(sheet);
    if (target !== undefined) target.orderNo = index;
  });
  return new Map(model.sheets.flatMap((sheet) => {
    const target = sheets.get(sheet);
    return target === undefined ? [] : [[sheet, target] as const];
  }));
}

function empty(sheet: Worksheet): void {
  for (const name of Object.keys(sheet.tables)) sheet.removeTable(name);
  for (const { top, left, bottom, right } of [...sheet.mergedRegions]) sheet.unMergeCells(top, left, bottom, right);
  sheet.eachRow({ includeEmpty: true }, (row) => {
    row.style = {};
    row.hidden = false;
    row.height = undefined;
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.value = null;
      cell.style = {};
      cell.comment = undefined;
    });
  });
  for (let col = 1; col <= sheet.columnCount; col += 1) {
    const column = sheet.getColumn(col);
    column.width = undefined;
    column.hidden = false;
    column.style = {};
  }
  sheet.dataValidations.model = {};
}

async function writeSheet(
  sheet: SheetModel, target: Worksheet, style: ReturnType<typeof createStyleWriter>, personOf: (author: string) => string,
): Promise<void> {
  target.state = STATE[sheet.visibility];
  writeTables(target, sheet.tables);
  writeColumns(sheet, target, style);
  writeRows(sheet, target, style);
  for (const { row, col, lastRow, lastCol } of sheet.merges) {
    if (row !== lastRow || col !== lastCol) target.mergeCellsWithoutStyle(row + 1, col + 1, lastRow + 1, lastCol + 1);
  }
  // Merging takes the style off the cells behind the first one.
  for (const merge of sheet.merges) restyle(sheet, target, merge, style);
  target.conditionalFormattings = writeConditionalFormats(sheet.conditionalFormats);
  for (const [address, validation] of writeValidations(sheet.dataValidations)) target.dataValidations.model[address] = validation;
  target.autoFilter = sheet.autoFilter === null ? null : rectName(sheet.autoFilter.range);
  target.properties.defaultRowHeight = sheet.standardHeight;
  if (sheet.standardWidth !== 48) target.properties.defaultColWidth = widthOfPoints(sheet.standardWidth);
  if (sheet.tabColor !== '') target.properties.tabColor = fileColor(sheet.tabColor);
  else delete target.properties.tabColor;
  writePage(target, sheet.pageLayout);
  writeView(sheet, target);
  writeComments(target, sheet, personOf);
  await writeProtection(target, sheet.protection);
}

function writeColumns(sheet: SheetModel, target: Worksheet, style: ReturnType<typeof createStyleWriter>): void {
  for (const [col, { width, hidden, style: own, numberFormat }] of sheet.columns) {
    const column = target.getColumn(col + 1);
    if (width !== undefined) column.width = widthOfPoints(width);
    if (hidden === true) column.hidden = true;
    if (own !== undefined || numberFormat !== undefined) column.style = style(own ?? DEFAULT_STYLE, numberFormat ?? 'General');
  }
}

function writeRows(sheet: SheetModel, target: Worksheet, style: ReturnType<typeof createStyleWriter>): void {
  for (const [row, { height, fitted, hidden, filtered, style: own, numberFormat }] of sheet.rows) {
    const line = target.getRow(row + 1);
    // A row without cells is only written when it has a height.
    line.height = height ?? (sheet.cells.has(row) ? undefined : sheet.standardHeight);
    if (fitted === true) line.customHeight = false;
    if (hidden === true || filtered === true) line.hidden = true;
    if (own !== undefined || numberFormat !== undefined) line.style = style(own ?? DEFAULT_STYLE, numberFormat ?? 'General');
  }
  for (const [row, cells] of sheet.cells) {
    const line = target.getRow(row + 1);
    for (const [col, cell] of cells) {
      const written = line.getCell(col + 1);
      if (cell.value !== null || cell.formula !== null) written.value = writeValue(cell, row, col, sheet.tables);
      written.style = style(cell.style, cell.numberFormat);
    }
  }
}

function restyle(sheet: SheetModel, target: Worksheet, merge: SheetModel['merges'][number], style: ReturnType<typeof createStyleWriter>): void {
  for (let row = merge.row; row <= merge.lastRow; row += 1) {
    for (const [col, cell] of sheet.cells.get(row) ?? []) {
      if (col >= merge.col && col <= merge.lastCol) target.getCell(row + 1, col + 1).style = style(cell.style, cell.numberFormat);
    }
  }
}

function writeView(sheet: SheetModel, target: Worksheet): void {
  const first = sheet.selection[0];
  const common = {
    showGridLines: sheet.showGridlines, showRowColHeaders: sheet.showHeadings,
    ...(first === undefined ? {} : { activeCell: rectName({ ...first, lastRow: first.row, lastCol: first.col }) }),
  };
  const { freeze } = sheet;
  target.views = [
    freeze === null || (freeze.rows === 0 && freeze.columns === 0)
      ? { ...common, state: 'normal' }
      : {
          ...common, state: 'frozen', xSplit: freeze.columns, ySplit: freeze.rows,
          topLeftCell: rectName({ row: freeze.rows, lastRow: freeze.rows, col: freeze.columns, lastCol: freeze.columns }),
        },
  ];
}

type FileName = Workbook['definedNames']['model'][number];

function writeName({ name, formula, visible }: NameModel, sheet: number | undefined): FileName {
  return {
    name, ranges: [], formulaExpression: fileFormula(formula), ...(visible ? {} : { hidden: true }), ...(sheet === undefined ? {} : { localSheetId: sheet }),
  };
}

function writeBook(file: Workbook, model: WorkbookModel): void {
  const { docProperties } = model;
  file.properties.date1904 = model.date1904;
  file.title = docProperties.title;
  file.creator = docProperties.author;
  file.lastModifiedBy = docProperties.lastAuthor ?? docProperties.author;
  file.subject = docProperties.subject ?? '';
  file.keywords = docProperties.keywords ?? '';
  file.description = docProperties.comments ?? '';
  file.company = docProperties.company ?? '';
  if (docProperties.created !== null) file.created = new Date(docProperties.created);
  if (docProperties.modified !== null) file.modified = new Date(docProperties.modified);
  const active = Math.max(0, model.sheets.findIndex(({ id }) => id === model.activeSheetId));
  file.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: active, visibility: 'visible' }];
  file.calcProperties.fullCalcOnLoad = false;
  file.protection = model.structureProtected ? { lockStructure: true } : undefined;
}
