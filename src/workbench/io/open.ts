import { Workbook } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { parseRect } from '../model/addresses';
import type { CellModel, FilterModel, NameModel, SheetModel, WorkbookModel } from '../model/types';
import { addSheet, createWorkbook, takeId } from '../model/workbook';
import { readCell, readComments, type CellReading } from './cells';
import { readCharts } from './charts';
import { createColorReader, type ReadColor } from './colors';
import { readConditionalFormats } from './conditional';
import type { Worksheet } from './library';
import { readPage, readProtection } from './page';
import { readCriteria, readParts, readStops, type RawParts } from './parts';
import { createStyleReader } from './styles';
import { readTable } from './tables';
import { pointsOfWidth } from './units';
import { readValidations } from './validations';

/** What a workbook keeps of its file when that holds drawings: they are written over a copy of it. */
export interface KeptFile {
  readonly bytes: Uint8Array;
}

/** The name that a sheet had in the kept file. */
export interface KeptSheet {
  readonly sheetName: string;
}

interface Reading extends Omit<CellReading, 'emptyTexts'> {
  readonly model: WorkbookModel;
  readonly parts: RawParts;
  readonly color: ReadColor;
}

/** Opens an .xlsx. Throws when the bytes are no such file. */
export async function openXlsx(bytes: Uint8Array, name = 'Book1.xlsx'): Promise<WorkbookModel> {
  installChartSupport();
  const parts = readParts(bytes);
  const file = new Workbook();
  // The library would write the totals of tables anew while it reads them; they are read from their parts instead.
  await file.xlsx.load(bytes, { ignoreNodes: ['tableParts'] });
  const color = createColorReader(parts.theme);
  const model = createWorkbook(name, []);
  model.date1904 = parts.date1904;
  const reading: Reading = { model, parts, color, style: createStyleReader(color), date1904: model.date1904 };
  for (const sheet of file.worksheets) readSheet(sheet, reading);
  readNames(reading);
  // What a file lacks is missing here as well, whatever the library's types say.
  const { views = [], pivotTables = [] }: Partial<Workbook> = file;
  const active = file.worksheets[views[0]?.activeTab ?? 0];
  model.activeSheetId = model.sheets.find((sheet) => sheet.name === active?.name)?.id ?? model.sheets[0]?.id ?? '';
  model.structureProtected = file.protection?.lockStructure === true;
  model.docProperties = {
    title: filled(file.title), author: filled(file.creator), subject: filled(file.subject), keywords: filled(file.keywords),
    comments: filled(file.description), company: filled(file.company), lastAuthor: filled(file.lastModifiedBy), created: instant(file.created), modified: instant(file.modified),
  };
  const drawn = file.worksheets.some((sheet) => hasDrawings(sheet)) || pivotTables.length > 0;
  if (drawn) model.kept = { bytes } satisfies KeptFile;
  return model;
}

/** The library leaves out what the file lacks, and calls an unknown author so when it writes. */
function filled(text: string | undefined): string {
  return text === undefined || text === 'Unknown' ? '' : text;
}

function instant(date: Date | undefined): string | null {
  return date === undefined || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function hasDrawings(sheet: Worksheet): boolean {
  return sheet.getCharts().length > 0 || sheet.getImages().length > 0 || sheet.getShapes().length > 0 || sheet.pivotTables.length > 0 || sheet.formControls.length > 0;
}

type Content = Worksheet['model'];

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

function readSheet(file: Worksheet, reading: Reading): void {
  const { model, parts, color } = reading;
  const sheet = addSheet(model, file.name);
  const raw = parts.sheets.get(file.name);
  const tail = raw?.tail ?? '';
  const nextId = (): string => String(takeId(model));
  sheet.visibility = VISIBILITY[file.state];
  // The library builds this anew each time it is asked for.
  const content = file.model;
  // What a file lacks is missing here as well, whatever the library's types say.
  const { conditionalFormattings = [], dataValidations, properties = {}, threadedComments = [] }: Partial<Worksheet> = file;
  const { model: validations = {} }: Partial<Worksheet['dataValidations']> = { ...dataValidations };
  readRows(file, content.rows ?? [], sheet, reading);
  readColumns(content.cols ?? [], sheet, reading);
  sheet.merges = file.mergedRegions
    .map(({ top, left, bottom, right }) => ({ row: top - 1, col: left - 1, lastRow: bottom - 1, lastCol: right - 1 }))
    .sort((a, b) => a.row - b.row || a.col - b.col);
  sheet.tables = (raw?.tables ?? []).flatMap((part) => {
    const table = readTable(part, nextId());
    return table === undefined ? [] : [table];
  });
  sheet.conditionalFormats = readConditionalFormats(conditionalFormattings, readStops(tail), color, nextId);
  sheet.dataValidations = readValidations(validations);
  sheet.autoFilter = readFilter(file, tail);
  sheet.protection = readProtection(file.sheetProtection);
  sheet.comments = readComments(threadedComments, raw?.notes ?? [], parts.persons, nextId);
  sheet.tabColor = color(properties.tabColor) ?? '';
  sheet.pageLayout = readPage(file);
  sheet.charts = readCharts(file, raw?.drawings ?? [], nextId);
  sheet.kept = { sheetName: file.name } satisfies KeptSheet;
  readView(file, sheet);
  markFiltered(sheet);
}

function readRows(file: Worksheet, rows: Content['rows'] & object, sheet: SheetModel, book: Reading): void {
  const reading = { ...book, emptyTexts: book.parts.sheets.get(file.name)?.emptyTexts ?? new Set<string>() };
  sheet.standardHeight = file.properties.defaultRowHeight ?? sheet.standardHeight;
  for (const row of rows) {
    const cells = new Map<number, CellModel>();
    for (const each of row.cells) {
      const place = parseRect(each.address);
      const cell = place === null ? undefined : readCell(each, file, reading);
      if (place !== null && cell !== undefined) cells.set(place.col, cell);
    }
    if (cells.size > 0) sheet.cells.set(row.number - 1, cells);
    const styled = Object.keys(row.style).length > 0 ? reading.style(row.style) : undefined;
    const height = row.height === sheet.standardHeight ? undefined : row.height;
    if (height === undefined && !row.hidden && styled === undefined) continue;
    sheet.rows.set(row.number - 1, {
      ...(height === undefined ? {} : { height }), ...(row.hidden ? { hidden: true } : {}), ...(styled ?? {}),
    });
  }
  const width = file.properties.defaultColWidth;
  if (width !== undefined) sheet.standardWidth = pointsOfWidth(width);
}

function readColumns(columns: Content['cols'] & object, sheet: SheetModel, reading: Reading): void {
  for (const column of columns) {
    const styled = column.style !== undefined && Object.keys(column.style).length > 0 ? reading.style(column.style) : undefined;
    // Some writers give the last span of columns to the end of the sheet; it says nothing that the standard does not.
    if (column.max - column.min > 1000 && column.hidden !== true) continue;
    for (let col = column.min - 1; col < column.max; col += 1) {
      sheet.columns.set(col, {
        ...(column.width === undefined ? {} : { width: pointsOfWidth(column.width) }),
        ...(column.hidden === true ? { hidden: true } : {}), ...(styled ?? {}),
      });
    }
  }
}

function readFilter(file: Worksheet, tail: string): FilterModel | null {
  const { autoFilter } = file;
  if (typeof autoFilter !== 'string') return null;
  const range = parseRect(autoFilter);
  return range === null ? null : { range, criteria: readCriteria(tail) };
}

/** Rows that a filter with criteria hides are hidden by it, not by hand. */
function markFiltered(sheet: SheetModel): void {
  const filters = [...sheet.tables, ...(sheet.autoFilter === null ? [] : [sheet.autoFilter])].filter(({ criteria }) => criteria.size > 0);
  for (const [row, state] of sheet.rows) {
    if (state.hidden !== true || !filters.some(({ range }) => row > range.row && row <= range.lastRow)) continue;
    state.filtered = true;
    delete state.hidden;
  }
}

function readView(file: Worksheet, sheet: SheetModel): void {
  const { views = [] }: Partial<Worksheet> = file;
  const view = views[0];
  if (view === undefined) return;
  sheet.showGridlines = view.showGridLines !== false;
  sheet.showHeadings = view.showRowColHeaders !== false;
  const active = parseRect(view.activeCell ?? '');
  if (active !== null) sheet.selection = [active];
  if (view.state === 'frozen' && (view.xSplit !== undefined || view.ySplit !== undefined)) {
    sheet.freeze = { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 };
  }
}

function readNames({ model, parts }: Reading): void {
  for (const { name, formula, sheet, hidden, comment } of parts.names) {
    // Print areas and titles stand in the page set-up, the hidden name of a filter in the filter.
    if (name.startsWith('_xlnm.')) continue;
    const names: NameModel[] | undefined = sheet === undefined ? model.names : model.sheets[sheet]?.names;
    names?.push({ name, formula, visible: !hidden, comment });
  }
}
