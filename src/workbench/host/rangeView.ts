import { cellName } from '../model/addresses';
import type { CellModel } from '../model/types';
import { isRowHidden, numberFormatAt } from '../model/workbook';
import { displayText, plainValue, valueType } from './display';
import { make, type HostObject, type Json, type ObjectType } from './objects';
import { rectOf, settle, type Place } from './session';

/** The cells of a range whose row and column show. */
export function rangeViewOf(place: Place): HostObject {
  return make(viewType, place);
}

function lines(place: Place): { readonly rows: readonly number[]; readonly cols: readonly number[] } {
  const rect = rectOf(place);
  const rows: number[] = [];
  const cols: number[] = [];
  for (let row = rect.row; row <= rect.lastRow; row += 1) if (!isRowHidden(place.sheet, row)) rows.push(row);
  for (let col = rect.col; col <= rect.lastCol; col += 1) if (place.sheet.columns.get(col)?.hidden !== true) cols.push(col);
  return { rows, cols };
}

function visible(place: Place, read: (cell: CellModel | undefined, row: number, col: number) => Json): Json {
  settle(place.session);
  const { rows, cols } = lines(place);
  return rows.map((row) => cols.map((col) => read(place.sheet.cells.get(row)?.get(col), row, col)));
}

const viewType: ObjectType<Place> = {
  name: 'RangeView',
  properties: {
    Values: { get: (place) => visible(place, (cell) => plainValue(cell?.value ?? null)) },
    Text: { get: (place) => visible(place, (cell) => displayText(cell, place.session.model.date1904)) },
    Formulas: { get: (place) => visible(place, (cell) => cell?.formula ?? plainValue(cell?.value ?? null)) },
    NumberFormat: { get: (place) => visible(place, (cell, row, col) => cell?.numberFormat ?? numberFormatAt(place.sheet, row, col)) },
    ValueTypes: { get: (place) => visible(place, (cell) => valueType(cell?.value ?? null)) },
    CellAddresses: { get: (place) => visible(place, (_, row, col) => cellName(row, col)) },
    RowCount: { get: (place) => lines(place).rows.length },
    ColumnCount: { get: (place) => lines(place).cols.length },
  },
};
