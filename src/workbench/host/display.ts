import { format } from 'numfmt';
import type { CellModel, CellValue } from '../model/types';

/** A value as `values` has it: "" for an empty cell, an error as its text. */
export function plainValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

export function valueType(value: CellValue): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (value === null) return 'Empty';
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Double';
    case 'boolean':
      return 'Boolean';
    case 'object':
      return 'Error';
  }
}

/** What a cell shows, with US separators; the width of the column plays no part. */
export function displayText(cell: CellModel | undefined, date1904 = false): string {
  const value = cell?.value ?? null;
  if (cell === undefined || value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (cell.numberFormat === 'General' || cell.numberFormat === '@')) return value;
  try {
    return format(cell.numberFormat, date1904 && typeof value === 'number' ? value + 1462 : value, { locale: 'en' });
  } catch {
    // Excel shows a value whose format it cannot use as General.
    return String(value);
  }
}
