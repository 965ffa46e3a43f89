import { areaAddress } from '../core/address';
import type { Area } from '../core/grid';
import type { BorderStyle, CellStyle, ConditionalFormatPlan, PrintPlan, ProtectionPlan, SheetPlan, ValidationPlan } from '../core/sheets/plan';
import { columnsIn, rangeAt, rowsIn } from './regions';

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right', general: 'General', centerAcross: 'CenterAcrossSelection' } as const;
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;

/**
 * Everything of a plan that is looks and not content. Widths (in characters), heights (in points) and what concerns the
 * whole sheet only where it is new: afterwards that is the analyst's.
 */
export function layOut(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const { area, style } of plan.styles) applyStyle(rangeAt(sheet, area), area, style);
  for (const area of plan.merges) rangeAt(sheet, area).merge(false);
  for (const validation of plan.validations) validate(rangeAt(sheet, validation.area), validation);
  addFormats(sheet, plan.conditionalFormats);
  if (!plan.isNew) return;
  for (const [column, characters] of Object.entries(plan.columnWidths)) lineOf(sheet, Number(column)).format.columnWidth = points(characters);
  setHeights(sheet, plan);
  for (const column of plan.hiddenColumns) lineOf(sheet, column).columnHidden = true;
  if (plan.freeze !== null) freeze(sheet, plan.freeze.rows, plan.freeze.columns);
  if (plan.print !== null) printAs(sheet, plan.print);
  if (plan.tabColor !== null) sheet.tabColor = plan.tabColor;
  if (!plan.showGridlines) sheet.showGridlines = false;
  if (plan.protection !== undefined) protect(sheet, plan.protection);
}

/** Rows that grow fit their own texts, which Excel measures better than anybody; a height set by hand would stay. */
function setHeights(sheet: Excel.Worksheet, { rowHeights, growingRows }: SheetPlan): void {
  const grows = (row: number): boolean => growingRows !== undefined && row >= growingRows.top && row <= growingRows.bottom;
  for (const [row, height] of Object.entries(rowHeights)) {
    if (!grows(Number(row))) sheet.getRangeByIndexes(Number(row), 0, 1, 1).getEntireRow().format.rowHeight = height;
  }
  if (growingRows !== undefined) sheet.getRangeByIndexes(growingRows.top, 0, growingRows.bottom - growingRows.top + 1, 1).getEntireRow().format.autofitRows();
}

/** Comes last: afterwards nothing more can be written into locked cells. */
function protect(sheet: Excel.Worksheet, { formatCells, formatColumns, formatRows }: ProtectionPlan): void {
  sheet.protection.protect({ allowFormatCells: formatCells, allowFormatColumns: formatColumns, allowFormatRows: formatRows, selectionMode: 'Normal' });
}

/** How many steps a layout takes, for the size of the request. */
export function layoutSteps(plan: SheetPlan): number {
  return plan.styles.length * 10 + plan.conditionalFormats.length * 8 + plan.validations.length * 6 + plan.merges.length * 2
    + (Object.keys(plan.columnWidths).length + Object.keys(plan.rowHeights).length + plan.hiddenColumns.length) * 3 + 12;
}

/** Excel's width of a character of the standard font is 7 pixels, 5 more stand round them, and a pixel is 3/4 of a point. */
function points(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

function lineOf(sheet: Excel.Worksheet, column: number): Excel.Range {
  return sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn();
}

function applyStyle(range: Excel.Range, area: Area, style: CellStyle): void {
  const { format } = range;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.fontName !== undefined) format.font.name = style.fontName;
  if (style.fontSize !== undefined) format.font.size = style.fontSize;
  if (style.fontColor !== undefined) format.font.color = style.fontColor;
  if (style.bold !== undefined) format.font.bold = style.bold;
  if (style.italic !== undefined) format.font.italic = style.italic;
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal];
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical];
  if (style.wrap !== undefined) format.wrapText = style.wrap;
  if (style.indent !== undefined) format.indentLevel = style.indent;
  // One format for all cells: Excel takes it bare, only its type declarations ask for a matrix.
  if (style.numberFormat !== undefined) Reflect.set(range, 'numberFormat', style.numberFormat);
  if (style.locked !== undefined) format.protection.locked = style.locked;
  if (style.border !== undefined) drawBorder(format.borders, area, style.border);
}

function drawBorder(borders: Excel.RangeBorderCollection, area: Area, { edges, style, color }: BorderStyle): void {
  const outline = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
  const inside = [...(rowsIn(area) > 1 ? (['InsideHorizontal'] as const) : []), ...(columnsIn(area) > 1 ? (['InsideVertical'] as const) : [])];
  const sides = { all: [...outline, ...inside], outline, bottom: ['EdgeBottom'] as const, top: ['EdgeTop'] as const }[edges];
  for (const side of sides) {
    const border = borders.getItem(side);
    border.style = style === 'dotted' ? 'Dot' : 'Continuous';
    if (style !== 'dotted') border.weight = ({ thin: 'Thin', medium: 'Medium', hair: 'Hairline' } as const)[style];
    border.color = color;
  }
}

/** The last one added comes first in Excel's order: the plan's first is added last. */
function addFormats(sheet: Excel.Worksheet, plans: readonly ConditionalFormatPlan[]): void {
  for (const plan of [...plans].reverse()) {
    const format = rangeAt(sheet, plan.area).conditionalFormats.add('Custom');
    format.custom.rule.formula = plan.formula;
    if (plan.fill !== undefined) format.custom.format.fill.color = plan.fill;
    if (plan.fontColor !== undefined) format.custom.format.font.color = plan.fontColor;
    if (plan.bold !== undefined) format.custom.format.font.bold = plan.bold;
    if (plan.stopIfTrue !== undefined) format.stopIfTrue = plan.stopIfTrue;
  }
}

/** Excel's own limits: 255 characters for a list in the rule and for a message, 32 for a title. */
const LONGEST_LIST = 255;
const LONGEST_TITLE = 32;

function validate(range: Excel.Range, { rule, prompt, error }: ValidationPlan): void {
  const excelRule = ruleOf(rule);
  if (excelRule === null) return;
  range.dataValidation.rule = excelRule;
  if (prompt !== undefined) range.dataValidation.prompt = { showPrompt: true, title: prompt.title.slice(0, LONGEST_TITLE), message: prompt.message.slice(0, LONGEST_LIST) };
  if (error !== undefined) {
    range.dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: error.title.slice(0, LONGEST_TITLE), message: error.message.slice(0, LONGEST_LIST) };
  }
}

/** "$A$1:$B$9". */
const absolute = ({ top, left, bottom, right }: Area): string => areaAddress(top, left, bottom, right).replace(/([A-Z]+)([0-9]+)/g, '$$$1$$$2');

/** null for a rule that Excel cannot hold (a list too long) or that says nothing: the cells then take anything. */
function ruleOf(rule: ValidationPlan['rule']): Excel.DataValidationRule | null {
  if (rule.kind === 'list') {
    const source = rule.values.join(',');
    return source.length > LONGEST_LIST || rule.values.some((value) => value.includes(',')) ? null : { list: { inCellDropDown: true, source } };
  }
  if (rule.kind === 'listIn') return { list: { inCellDropDown: true, source: `=${absolute(rule.area)}` } };
  if (rule.kind === 'textLength') return { textLength: { formula1: rule.max, operator: 'LessThanOrEqualTo' } };
  if (rule.kind === 'custom') return { custom: { formula: rule.formula } };
  const { min, max } = rule;
  const bounds: Excel.BasicDataValidation | null =
    min !== null && max !== null
      ? { formula1: min, formula2: max, operator: 'Between' }
      : min !== null
        ? { formula1: min, operator: 'GreaterThanOrEqualTo' }
        : max !== null
          ? { formula1: max, operator: 'LessThanOrEqualTo' }
          : null;
  if (bounds === null) return null;
  return rule.kind === 'decimal' ? { decimal: bounds } : { wholeNumber: bounds };
}

function freeze(sheet: Excel.Worksheet, rows: number, columns: number): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function printAs(sheet: Excel.Worksheet, { orientation, fitToPagesWide, titleRows, header, footer, area, margin }: PrintPlan): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.zoom = { horizontalFitToPages: fitToPagesWide };
  if (titleRows !== null) pageLayout.setPrintTitleRows(`$${titleRows[0] + 1}:$${titleRows[1] + 1}`);
  if (area !== undefined) pageLayout.setPrintArea(areaAddress(area.top, area.left, area.bottom, area.right));
  if (margin !== undefined) for (const side of ['left', 'right', 'top', 'bottom'] as const) pageLayout[`${side}Margin`] = typeof margin === 'number' ? margin : margin[side];
  if (header !== undefined) pageLayout.headersFooters.defaultForAllPages.centerHeader = header;
  if (footer !== undefined) pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
}
