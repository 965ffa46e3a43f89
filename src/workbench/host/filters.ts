import type { FilterCriterion, FilterModel, Rect, SheetModel, TableModel } from '../model/types';
import { cellAt } from '../model/workbook';
import { displayText } from './display';

/** The filter of a sheet or of a table, in one form: its rows (without the header) and criteria. */
interface FilterInForce {
  readonly range: Rect;
  readonly criteria: ReadonlyMap<number, FilterCriterion>;
}

export function filtersOf(sheet: SheetModel): FilterInForce[] {
  const own: FilterModel[] = sheet.autoFilter === null ? [] : [sheet.autoFilter];
  return [...own, ...sheet.tables.map(bodyFilter)];
}

function bodyFilter(table: TableModel): FilterInForce {
  const range = table.showTotals ? { ...table.range, lastRow: table.range.lastRow - 1 } : table.range;
  return { range, criteria: table.criteria };
}

/** Marks the rows that the filters of a sheet hide, and shows those they hide no longer. */
export function applyFilters(sheet: SheetModel): void {
  for (const row of sheet.rows.values()) delete row.filtered;
  for (const { range, criteria } of filtersOf(sheet)) {
    if (criteria.size === 0) continue;
    for (let row = range.row + 1; row <= range.lastRow; row += 1) {
      const passes = [...criteria].every(([column, criterion]) => lets(sheet, row, range.col + column, criterion));
      if (passes) continue;
      const model = sheet.rows.get(row) ?? {};
      model.filtered = true;
      sheet.rows.set(row, model);
    }
  }
}

function lets(sheet: SheetModel, row: number, col: number, criterion: FilterCriterion): boolean {
  const cell = cellAt(sheet, row, col);
  const text = displayText(cell);
  switch (criterion.kind) {
    case 'values':
      return text === '' ? criterion.blanks === true || criterion.values.includes('') : criterion.values.includes(text);
    case 'custom': {
      const first = fits(cell?.value ?? null, text, criterion.criterion1);
      if (criterion.criterion2 === undefined) return first;
      const second = fits(cell?.value ?? null, text, criterion.criterion2);
      return criterion.operator === 'Or' ? first || second : first && second;
    }
    case 'kept':
      // A kind of filter that came with a file: the rows it hid were marked when the file was read.
      return true;
  }
}

function fits(value: unknown, text: string, criterion: string): boolean {
  const [, operator = '=', operand = ''] = /^(<>|>=|<=|=|>|<)?(.*)$/s.exec(criterion) ?? [];
  const number = Number(operand);
  if (typeof value === 'number' && operand.trim() !== '' && Number.isFinite(number)) {
    switch (operator) {
      case '>':
        return value > number;
      case '<':
        return value < number;
      case '>=':
        return value >= number;
      case '<=':
        return value <= number;
      case '<>':
        return value !== number;
      default:
        return value === number;
    }
  }
  const pattern = new RegExp(
    `^${operand.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.')}$`,
    'iu',
  );
  if (operator === '<>') return !pattern.test(text);
  return operator === '=' && pattern.test(text);
}

/** Whether a filter hides rows of a block. */
export function hidesRows(sheet: SheetModel, rect: Rect): boolean {
  for (const [row, model] of sheet.rows) if (model.filtered === true && row >= rect.row && row <= rect.lastRow) return true;
  return false;
}
