import { Workbook } from '@cj-tech-master/excelts';
import type { Area } from '../../core/grid';
import type { NamePlan, PlanCell, PrintPlan, SheetPlan } from '../../core/sheets/plan';
import { fileFormula } from './formula';
import { conditionalFormatsOf, rangeOf, validationsOf } from './rules';
import { stopRules } from './stop-rules';
import { fileColor, stylesByCell } from './styles';

type Worksheet = ReturnType<Workbook['addWorksheet']>;

const A4 = 9;
const POINTS_PER_INCH = 72;
/** Five pixels stand round the characters of a column, which are seven pixels wide. */
const PADDING = 5 / 7;

/** The file of some plans; see writeWorkbook. */
export async function workbookOf(plans: readonly SheetPlan[]): Promise<Uint8Array> {
  const file = new Workbook();
  file.creator = 'Chỉ tiêu';
  for (const plan of plans) writeSheet(file.addWorksheet(plan.sheet), plan);
  file.definedNames.model = plans.flatMap((plan, n) => plan.names.map((name) => nameOf(name, n)));
  // Results are Excel's to compute: the file holds only those that are known beforehand.
  file.calcProperties.fullCalcOnLoad = true;
  return stopRules(await file.xlsx.writeBuffer({ validate: false }), plans);
}

function writeSheet(sheet: Worksheet, plan: SheetPlan): void {
  writeTables(sheet, plan);
  for (const { row, column, style } of stylesByCell(plan.styles).values()) sheet.getCell(row + 1, column + 1).style = style;
  for (const { top, left, rows } of plan.blocks) {
    rows.forEach((cells, r) => cells.forEach((cell, c) => writeCell(sheet, plan, top + r, left + c, cell)));
  }
  for (const { top, left, bottom, right } of plan.merges) sheet.mergeCellsWithoutStyle(top + 1, left + 1, bottom + 1, right + 1);
  sheet.conditionalFormattings = conditionalFormatsOf(plan.conditionalFormats);
  for (const [address, validation] of validationsOf(plan.validations)) sheet.dataValidations.model[address] = validation;
  for (const [column, width] of Object.entries(plan.columnWidths)) sheet.getColumn(Number(column) + 1).width = width + PADDING;
  for (const [row, height] of Object.entries(plan.rowHeights)) setHeight(sheet, plan, Number(row), height);
  for (const column of plan.hiddenColumns) sheet.getColumn(column + 1).hidden = true;
  if (plan.tabColor !== null) sheet.properties.tabColor = fileColor(plan.tabColor);
  sheet.views = [viewOf(plan)];
  if (plan.print !== null) printAs(sheet, plan.print);
  if (plan.protection !== undefined) sheet.sheetProtection = { sheet: true, ...plan.protection, selectLockedCells: true, selectUnlockedCells: true };
}

/** A height that is not the row's own is Excel's to change as soon as somebody types into the row. */
function setHeight(sheet: Worksheet, { growingRows }: SheetPlan, row: number, height: number): void {
  const line = sheet.getRow(row + 1);
  line.height = height;
  if (growingRows !== undefined && row >= growingRows.top && row <= growingRows.bottom) line.customHeight = false;
}

function writeTables(sheet: Worksheet, plan: SheetPlan): void {
  for (const { name, area, style } of plan.tables) {
    const headings = Array.from({ length: area.right - area.left + 1 }, (_, n) => String(contentAt(plan, area.top, area.left + n) ?? ''));
    sheet.addTable({
      name, displayName: name, ref: rangeOf({ ...area, bottom: area.top, right: area.left }), headerRow: true, totalsRow: false,
      style: { theme: style, showRowStripes: true },
      columns: headings.map((heading) => ({ name: heading })),
      rows: Array.from({ length: area.bottom - area.top }, () => []),
    });
  }
}

/** The constant that the plan writes into a cell. */
function contentAt(plan: SheetPlan, row: number, column: number): number | boolean | string | null {
  for (const { top, left, rows } of plan.blocks) {
    const cell = rows[row - top]?.[column - left];
    if (cell !== undefined && cell !== null) return typeof cell === 'object' ? null : cell;
  }
  return null;
}

function writeCell(sheet: Worksheet, plan: SheetPlan, row: number, column: number, cell: PlanCell): void {
  if (cell === null || cell === '') return;
  const target = sheet.getCell(row + 1, column + 1);
  if (typeof cell === 'object') {
    const own = plan.tables.find(({ area }) => holds(area, row, column));
    target.value = { formula: fileFormula(cell.formula, own?.name ?? ''), ...(cell.result === undefined ? {} : { result: cell.result }) };
  } else if (typeof cell === 'string') {
    target.value = fileText(cell);
    // It is a text in the file either way; under "@" it stays one when somebody edits the cell.
    if (/^[=+\-@']/.test(cell) && target.numFmt === undefined) target.style = { ...target.style, numFmt: '@' };
  } else if (typeof cell === 'boolean' || Number.isFinite(cell)) target.value = cell;
}

const holds = (area: Area, row: number, column: number): boolean => row > area.top && row <= area.bottom && column >= area.left && column <= area.right;

/** Signs that XML cannot hold are left out; line ends are as XML reads them. */
function fileText(text: string): string {
  return [...text.normalize('NFC')]
    .filter((sign) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/u.test(sign))
    .join('')
    .replace(/\r\n?/g, '\n');
}

function viewOf({ freeze, showGridlines }: SheetPlan): Worksheet['views'][number] {
  return freeze === null || (freeze.rows === 0 && freeze.columns === 0)
    ? { state: 'normal', showGridLines: showGridlines }
    : { state: 'frozen', showGridLines: showGridlines, xSplit: freeze.columns, ySplit: freeze.rows };
}

function printAs(sheet: Worksheet, { orientation, fitToPagesWide, titleRows, header, footer, area, margin }: PrintPlan): void {
  const inches = (side: 'left' | 'right' | 'top' | 'bottom'): number => (typeof margin === 'number' ? margin : margin?.[side] ?? 0) / POINTS_PER_INCH;
  sheet.pageSetup = {
    ...sheet.pageSetup,
    orientation,
    paperSize: A4,
    fitToPage: true,
    fitToWidth: fitToPagesWide,
    fitToHeight: 0,
    ...(area === undefined ? {} : { printArea: rangeOf(area) }),
    ...(titleRows === null ? {} : { printTitlesRow: `${titleRows[0] + 1}:${titleRows[1] + 1}` }),
    ...(margin === undefined ? {} : { margins: { left: inches('left'), right: inches('right'), top: inches('top'), bottom: inches('bottom'), header: 0.3, footer: 0.3 } }),
  };
  if (header !== undefined) sheet.headerFooter = { ...sheet.headerFooter, oddHeader: `&C${header}` };
  if (footer !== undefined) sheet.headerFooter = { ...sheet.headerFooter, oddFooter: `&C${footer}` };
}

function nameOf({ name, formula, scope }: NamePlan, sheet: number): Workbook['definedNames']['model'][number] {
  return { name, ranges: [], formulaExpression: fileFormula(formula, ''), ...(scope === 'sheet' ? { localSheetId: sheet } : {}) };
}
