import { cellName, fullName } from '../model/addresses';
import { bounding, cellsOf, columnsOf, intersect, isOnSheet, isWholeColumns, isWholeRows, rowsOf } from '../model/rects';
import type { CellModel, Rect } from '../model/types';
import { isRowHidden, LAST_COLUMN, LAST_ROW, numberFormatAt, usedRect } from '../model/workbook';
import { requirePermission } from './access';
import { asBoolean, asInteger, isAbsent, placeOf } from './arguments';
import { conditionalFormatsOf } from './conditionalFormats';
import { dataValidationOf } from './dataValidation';
import { displayText, plainValue, valueType } from './display';
import { refuse } from './errors';
import { make, value, type Argument, type HostObject, type Json, type ObjectType, type Outcome } from './objects';
import { rangeAreasOf } from './rangeAreas';
import { rangeEditing } from './rangeEditing';
import { readCellProperties, readColumnProperties, readRowProperties, writeCellProperties } from './rangeProperties';
import { rangeFormatOf } from './rangeFormat';
import { rangeViewOf } from './rangeView';
import { rectOf, redraw, settle, type Place } from './session';
import { scopedTablesOf } from './tables';
import { worksheetOf } from './worksheet';
import { writeCells, writeNumberFormats } from './writing';

/** Above this, and for whole rows and columns, Excel answers null instead of cells. */
const MOST_READ = 5_000_000;

export function rangeOf(session: Place['session'], sheet: Place['sheet'], rect: Rect): HostObject {
  return rangeAt({ session, sheet, rects: [rect] });
}

function rangeAt(place: Place): HostObject {
  return make(rangeType, place);
}

function sibling(place: Place, rect: Rect, location: string): HostObject {
  if (!isOnSheet(rect)) return refuse('InvalidArgument', location, 'The cells lie outside the sheet.');
  return rangeOf(place.session, place.sheet, rect);
}

/** One answer a cell, in rows; null where Excel would give none. */
function grid(place: Place, read: (cell: CellModel | undefined, row: number, col: number) => Json): Json {
  const rect = rectOf(place);
  if (cellsOf(rect) > MOST_READ || isWholeColumns(rect) || isWholeRows(rect)) return null;
  const rows: Json[] = [];
  for (let row = rect.row; row <= rect.lastRow; row += 1) {
    const cells = place.sheet.cells.get(row);
    const line: Json[] = [];
    for (let col = rect.col; col <= rect.lastCol; col += 1) line.push(read(cells?.get(col), row, col));
    rows.push(line);
  }
  return rows;
}

function calculated(place: Place, read: (cell: CellModel | undefined) => Json): Json {
  settle(place.session);
  return grid(place, read);
}

function formulaText(cell: CellModel | undefined): Json {
  return cell === undefined ? '' : (cell.formula ?? plainValue(cell.value));
}

/** true, false, or null for a mixture. */
function allOrNone(first: number, last: number, is: (index: number) => boolean): boolean | null {
  const start = is(first);
  for (let index = first + 1; index <= last; index += 1) if (is(index) !== start) return null;
  return start;
}

function rowsHidden(place: Place): boolean | null {
  const rect = rectOf(place);
  return allOrNone(rect.row, rect.lastRow, (row) => isRowHidden(place.sheet, row));
}

function columnsHidden(place: Place): boolean | null {
  const rect = rectOf(place);
  return allOrNone(rect.col, rect.lastCol, (col) => place.sheet.columns.get(col)?.hidden === true);
}

function setRowHidden(place: Place, input: unknown, location: string): void {
  requirePermission(place.sheet, 'allowFormatRows', location);
  const hidden = asBoolean(input, location);
  const rect = rectOf(place);
  for (let row = rect.row; row <= rect.lastRow; row += 1) {
    const model = place.sheet.rows.get(row) ?? {};
    model.hidden = hidden;
    if (!hidden) delete model.filtered;
    place.sheet.rows.set(row, model);
  }
  redraw(place.session);
}

function setColumnHidden(place: Place, input: unknown, location: string): void {
  requirePermission(place.sheet, 'allowFormatColumns', location);
  const hidden = asBoolean(input, location);
  const rect = rectOf(place);
  for (let col = rect.col; col <= rect.lastCol; col += 1) place.sheet.columns.set(col, { ...place.sheet.columns.get(col), hidden });
  redraw(place.session);
}

function resized(place: Place, rows: number, cols: number, location: string): HostObject {
  const rect = rectOf(place);
  return sibling(place, { ...rect, lastRow: rect.row + rows - 1, lastCol: rect.col + cols - 1 }, location);
}

function lineAt(place: Place, index: number, axis: 'row' | 'col', location: string): HostObject {
  const rect = rectOf(place);
  return axis === 'row'
    ? sibling(place, { ...rect, row: rect.row + index, lastRow: rect.row + index }, location)
    : sibling(place, { ...rect, col: rect.col + index, lastCol: rect.col + index }, location);
}

function intersection(place: Place, other: Argument, location: string): Rect | null {
  const rect = rectOf(place);
  const local = typeof other === 'string' ? parsePlace(place, other, location) : placeOf(other, location);
  return local.sheet === place.sheet ? intersect(rect, rectOf(local)) : null;
}

function parsePlace(place: Place, address: string, location: string): Place {
  const object = worksheetOf(place.session, place.sheet).invoke('GetRange', [address]);
  return placeOf(object ?? undefined, location);
}

function used(place: Place, args: readonly Argument[]): Rect | null {
  const valuesOnly = args[0] === true;
  if (valuesOnly) settle(place.session);
  return usedRect(place.sheet, valuesOnly, rectOf(place));
}

const rangeType: ObjectType<Place> = {
  name: 'Range',
  place: (place) => place,
  properties: {
    Address: { get: (place) => fullName(place.sheet.name, rectOf(place)) },
    AddressLocal: { get: (place) => fullName(place.sheet.name, rectOf(place)) },
    RowIndex: { get: (place) => rectOf(place).row },
    ColumnIndex: { get: (place) => rectOf(place).col },
    RowCount: { get: (place) => rowsOf(rectOf(place)) },
    ColumnCount: { get: (place) => columnsOf(rectOf(place)) },
    CellCount: { get: (place) => (cellsOf(rectOf(place)) > 2_147_483_647 ? -1 : cellsOf(rectOf(place))) },
    IsEntireRow: { get: (place) => isWholeRows(rectOf(place)) },
    IsEntireColumn: { get: (place) => isWholeColumns(rectOf(place)) },
    Values: { get: (place) => calculated(place, (cell) => plainValue(cell?.value ?? null)), set: writeCells },
    ValueTypes: { get: (place) => calculated(place, (cell) => valueType(cell?.value ?? null)) },
    Text: { get: (place) => calculated(place, (cell) => displayText(cell, place.session.model.date1904)) },
    Formulas: { get: (place) => grid(place, formulaText), set: writeCells },
    NumberFormat: {
      get: (place) => grid(place, (cell, row, col) => cell?.numberFormat ?? numberFormatAt(place.sheet, row, col)),
      set: writeNumberFormats,
    },
    RowHidden: { get: rowsHidden, set: setRowHidden },
    ColumnHidden: { get: columnsHidden, set: setColumnHidden },
    Hidden: {
      get: (place) => {
        const [rows, columns] = [rowsHidden(place), columnsHidden(place)];
        return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
      },
    },
  },
  objects: {
    Format: rangeFormatOf,
    Worksheet: (place) => worksheetOf(place.session, place.sheet),
    ConditionalFormats: conditionalFormatsOf,
    DataValidation: dataValidationOf,
  },
  methods: {
    ...rangeEditing(rangeAt),
    GetCell: (place, [row, col], location) => {
      const rect = rectOf(place);
      const at = { row: rect.row + asInteger(row, location), col: rect.col + asInteger(col, location) };
      return sibling(place, { ...at, lastRow: at.row, lastCol: at.col }, location);
    },
    GetRow: (place, [index], location) => lineAt(place, asInteger(index, location), 'row', location),
    GetColumn: (place, [index], location) => lineAt(place, asInteger(index, location), 'col', location),
    GetLastRow: (place, _, location) => lineAt(place, rowsOf(rectOf(place)) - 1, 'row', location),
    GetLastColumn: (place, _, location) => lineAt(place, columnsOf(rectOf(place)) - 1, 'col', location),
    GetLastCell: (place, _, location) => {
      const { lastRow, lastCol } = rectOf(place);
      return sibling(place, { row: lastRow, col: lastCol, lastRow, lastCol }, location);
    },
    GetResizedRange: (place, [rows, cols], location) =>
      resized(place, rowsOf(rectOf(place)) + asInteger(rows, location), columnsOf(rectOf(place)) + asInteger(cols, location), location),
    GetAbsoluteResizedRange: (place, [rows, cols], location) =>
      resized(place, asInteger(rows, location), asInteger(cols, location), location),
    GetOffsetRange: (place, [rows, cols], location) => {
      const rect = rectOf(place);
      const [down, right] = [asInteger(rows, location), asInteger(cols, location)];
      return sibling(place, { row: rect.row + down, lastRow: rect.lastRow + down, col: rect.col + right, lastCol: rect.lastCol + right }, location);
    },
    GetRowsBelow: (place, [count], location) => {
      const rect = rectOf(place);
      const rows = isAbsent(count) ? 1 : asInteger(count, location);
      return sibling(place, { ...rect, row: rect.lastRow + 1, lastRow: rect.lastRow + rows }, location);
    },
    GetColumnsAfter: (place, [count], location) => {
      const rect = rectOf(place);
      const cols = isAbsent(count) ? 1 : asInteger(count, location);
      return sibling(place, { ...rect, col: rect.lastCol + 1, lastCol: rect.lastCol + cols }, location);
    },
    GetEntireRow: (place) => rangeOf(place.session, place.sheet, { ...rectOf(place), col: 0, lastCol: LAST_COLUMN }),
    GetEntireColumn: (place) => rangeOf(place.session, place.sheet, { ...rectOf(place), row: 0, lastRow: LAST_ROW }),
    GetBoundingRect: (place, [other], location) => {
      const second = typeof other === 'string' ? parsePlace(place, other, location) : placeOf(other, location);
      if (second.sheet !== place.sheet) return refuse('InvalidArgument', location, 'Both ranges must stand on one sheet.');
      return rangeOf(place.session, place.sheet, bounding(rectOf(place), rectOf(second)));
    },
    GetIntersection: (place, [other], location) =>
      sibling(place, intersection(place, other, location) ?? refuse('ItemNotFound', location), location),
    GetIntersectionOrNullObject: (place, [other], location): Outcome => {
      const rect = intersection(place, other, location);
      return rect === null ? null : sibling(place, rect, location);
    },
    GetUsedRange: (place, args, location) => sibling(place, used(place, args) ?? refuse('ItemNotFound', location), location),
    GetUsedRangeOrNullObject: (place, args, location): Outcome => {
      const rect = used(place, args);
      return rect === null ? null : sibling(place, rect, location);
    },
    GetMergedAreasOrNullObject: (place): Outcome => {
      const rect = rectOf(place);
      const areas = place.sheet.merges.filter((merge) => intersect(merge, rect) !== null);
      return areas.length === 0 ? null : rangeAreasOf({ ...place, rects: areas });
    },
    GetTables: (place, [whole]) => scopedTablesOf(place, whole === true),
    GetVisibleView: (place) => rangeViewOf(place),
    GetCellProperties: (place, [wanted], location) => value(readCellProperties(place, wanted, location)),
    SetCellProperties: (place, [properties], location) => writeCellProperties(place, properties, location),
    GetRowProperties: (place, [wanted], location) => value(readRowProperties(place, wanted, location)),
    GetColumnProperties: (place, [wanted], location) => value(readColumnProperties(place, wanted, location)),
    _ValidateArraySize: (place, [rows, cols], location) => {
      const rect = rectOf(place);
      if (rows !== rowsOf(rect) || cols !== columnsOf(rect)) {
        refuse('InvalidArgument', location, `The number of rows or columns in the input array doesn't match the range ${cellName(rect.row, rect.col)}.`);
      }
    },
    _KeepReference: () => undefined,
  },
};
