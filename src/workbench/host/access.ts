import { intersect, isWholeColumns, isWholeRows } from '../model/rects';
import type { ProtectionOptions, Rect, SheetModel } from '../model/types';
import { styleAt } from '../model/workbook';
import { refuse } from './errors';
import type { Place } from './session';

type Permission = Exclude<keyof ProtectionOptions, 'selectionMode'>;

/** Refuses with AccessDenied what a protected sheet does not allow. */
export function requirePermission(sheet: SheetModel, permission: Permission, location: string): void {
  if (sheet.protection.protected && !sheet.protection.options[permission]) {
    refuse('AccessDenied', location, `The sheet "${sheet.name}" is protected.`);
  }
}

/** Refuses any change of a protected sheet that no option can allow. */
export function requireUnprotected(sheet: SheetModel, location: string): void {
  if (sheet.protection.protected) refuse('AccessDenied', location, `The sheet "${sheet.name}" is protected.`);
}

export function requireFormatting(place: Place, location: string): void {
  requirePermission(place.sheet, 'allowFormatCells', location);
}

/** Refuses a write to a protected sheet when one of the cells is locked: nothing of it is done then. */
export function requireUnlocked(sheet: SheetModel, rect: Rect, location: string): void {
  if (!sheet.protection.protected) return;
  if (isWholeColumns(rect) || isWholeRows(rect)) refuse('AccessDenied', location, `The sheet "${sheet.name}" is protected.`);
  for (let row = rect.row; row <= rect.lastRow; row += 1) {
    for (let col = rect.col; col <= rect.lastCol; col += 1) {
      if (styleAt(sheet, row, col).locked) refuse('AccessDenied', location, `The sheet "${sheet.name}" is protected.`);
    }
  }
}

/** Refuses moving cells of a lane (the moved cells and all beyond them) when it would tear a table or a merged area. */
export function requireWhole(sheet: SheetModel, lane: Rect, axis: 'row' | 'col', location: string): void {
  const torn = (area: Rect): boolean => {
    if (intersect(area, lane) === null) return false;
    return axis === 'row' ? area.col < lane.col || area.lastCol > lane.lastCol : area.row < lane.row || area.lastRow > lane.lastRow;
  };
  const table = sheet.tables.find((each) => torn(each.range));
  if (table !== undefined) refuse('InsertDeleteConflict', location, `Table "${table.name}" would be torn.`);
  if (sheet.merges.some(torn)) refuse('MergedRangeConflict', location);
}
