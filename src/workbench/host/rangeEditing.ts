import { contains, intersect, isWholeColumns, isWholeRows, rowsOf, subtract } from '../model/rects';
import { rectName } from '../model/addresses';
import type { Rect, SheetModel } from '../model/types';
import { DEFAULT_STYLE } from '../model/workbook';
import { requireFormatting, requireUnlocked, requireUnprotected } from './access';
import { asOneOf, isAbsent } from './arguments';
import { clearConditionalFormats } from './conditionalFormats';
import { clearValidations } from './dataValidation';
import { refuse } from './errors';
import { emit } from './events';
import { calculate, rectOf, redraw, touch, type Place } from './session';
import type { Argument, HostObject, Outcome } from './objects';
import { eachFormatted, storedCells } from './styles';
import { axisFor, shiftCells } from './structure';
import { syncHeaders } from './writing';

type Methods = Readonly<Record<string, (place: Place, args: readonly Argument[], location: string) => Outcome>>;

/** The methods of a Range that change cells as a whole. */
export function rangeEditing(rangeAt: (place: Place) => HostObject): Methods {
  return {
    Clear: (place, [applyTo], location) => clear(place, applyTo, location),
    Insert: (place, [shift], location) => {
      shiftBlock(place, shift, 'insert', location);
      return rangeAt(place);
    },
    Delete: (place, [shift], location) => shiftBlock(place, shift, 'delete', location),
    Merge: (place, [across], location) => merge(place, across === true, location),
    Unmerge: (place, _, location) => {
      requireFormatting(place, location);
      const rect = rectOf(place);
      place.sheet.merges = place.sheet.merges.filter((area) => intersect(area, rect) === null);
      redraw(place.session);
    },
    Select: (place) => select(place),
    Calculate: (place) => calculate(place.session),
  };
}

/** Clears contents, formats or both of every area of a place. */
export function clear(place: Place, applyTo: Argument, location: string): void {
  const what = isAbsent(applyTo) ? 'All' : asOneOf(applyTo, ['All', 'Formats', 'Contents'], location);
  for (const rect of place.rects) {
    if (what !== 'Contents') requireFormatting(place, location);
    if (what !== 'Formats') clearContents(place, rect, location);
    if (what !== 'Contents') clearFormats(place, rect);
    if (what === 'All') {
      clearValidations(place.sheet, rect);
      place.sheet.comments = place.sheet.comments.filter((at) => !contains(rect, { ...at, lastRow: at.row, lastCol: at.col }));
      dropEmpty(place.sheet, rect);
    }
  }
  redraw(place.session);
}

function clearContents(place: Place, rect: Rect, location: string): void {
  if (place.sheet.protection.protected) requireUnlocked(place.sheet, rect, location);
  for (const [, , cell] of storedCells(place.sheet, rect)) {
    cell.value = null;
    cell.formula = null;
    delete cell.richText;
    delete cell.arrayRange;
    delete cell.hyperlink;
  }
  syncHeaders(place.session, place.sheet, rect);
  touch(place.session, place.sheet, rect);
  emit(place.session.events, 'changed', place.sheet, {
    address: rectName(rect), changeType: 'RangeEdited', triggerSource: 'ThisLocalAddin', shiftDirection: 'None',
  });
}

function clearFormats(place: Place, rect: Rect): void {
  const { sheet } = place;
  if (isWholeColumns(rect) || isWholeRows(rect)) {
    for (const [index, line] of isWholeColumns(rect) ? sheet.columns : sheet.rows) {
      const inside = isWholeColumns(rect) ? index >= rect.col && index <= rect.lastCol : index >= rect.row && index <= rect.lastRow;
      if (!inside) continue;
      delete line.style;
      delete line.numberFormat;
    }
    for (const [, , cell] of storedCells(sheet, rect)) Object.assign(cell, { style: DEFAULT_STYLE, numberFormat: 'General' });
  } else {
    eachFormatted(sheet, rect, (holder) => Object.assign(holder, { style: DEFAULT_STYLE, numberFormat: 'General' }));
  }
  sheet.merges = sheet.merges.filter((area) => intersect(area, rect) === null);
  clearConditionalFormats(sheet, rect);
}

/** Forgets cells that hold nothing any more, so that the used range shrinks as Excel's does. */
function dropEmpty(sheet: SheetModel, rect: Rect): void {
  const plainLines = [...sheet.columns.values(), ...sheet.rows.values()].every((line) => line.style === undefined);
  if (!plainLines) return;
  for (const [row, col, cell] of [...storedCells(sheet, rect)]) {
    if (cell.value === null && cell.formula === null) sheet.cells.get(row)?.delete(col);
    if (sheet.cells.get(row)?.size === 0) sheet.cells.delete(row);
  }
}

function shiftBlock(place: Place, shift: Argument, kind: 'insert' | 'delete', location: string): void {
  const block = rectOf(place);
  const axis = isWholeRows(block) ? 'row' : isWholeColumns(block) ? 'col' : axisFor(place, shift);
  shiftCells(place.session, place.sheet, { block, kind, axis }, location);
  // The range itself stays where the new cells are.
  place.rects = [block];
  const whole = isWholeRows(block) ? 'Row' : isWholeColumns(block) ? 'Column' : 'Cell';
  emit(place.session.events, 'changed', place.sheet, {
    address: rectName(block), changeType: `${whole}${kind === 'insert' ? 'Inserted' : 'Deleted'}`, triggerSource: 'ThisLocalAddin',
    shiftDirection: `ShiftCell${axis === 'row' ? (kind === 'insert' ? 'Down' : 'Up') : kind === 'insert' ? 'Right' : 'Left'}`,
  });
}

function merge(place: Place, across: boolean, location: string): void {
  requireUnprotected(place.sheet, location);
  const rect = rectOf(place);
  if (place.sheet.tables.some((table) => intersect(table.range, rect) !== null)) {
    refuse('MergedRangeConflict', location, 'Cells of a table cannot be merged.');
  }
  const areas = across ? Array.from({ length: rowsOf(rect) }, (_, n) => ({ ...rect, row: rect.row + n, lastRow: rect.row + n })) : [rect];
  place.sheet.merges = place.sheet.merges.filter((area) => intersect(area, rect) === null);
  for (const area of areas) {
    if (area.row === area.lastRow && area.col === area.lastCol) continue;
    place.sheet.merges.push(area);
    keepFirst(place, area);
  }
  redraw(place.session);
}

/** A merged area keeps the content of its first filled cell only. */
function keepFirst(place: Place, area: Rect): void {
  const corner: Rect = { ...area, lastRow: area.row, lastCol: area.col };
  for (const part of subtract(area, corner)) {
    for (const [, , cell] of storedCells(place.sheet, part)) {
      cell.value = null;
      cell.formula = null;
    }
  }
  touch(place.session, place.sheet, area);
}

/** Selects the areas and shows their sheet. */
export function select(place: Place): void {
  const { session, sheet } = place;
  if (sheet.visibility !== 'Visible') refuse('InvalidOperation', 'Range.select', 'The sheet is hidden.');
  activate(place);
  sheet.selection = [...place.rects];
  emit(session.events, 'selectionChanged', sheet, { address: place.rects.map((rect) => rectName(rect)).join(',') });
  redraw(session);
}

/** Makes the sheet of a place the active one. */
export function activate({ session, sheet }: Pick<Place, 'session' | 'sheet'>): void {
  const before = session.model.sheets.find((each) => each.id === session.model.activeSheetId);
  if (before === sheet) return;
  session.model.activeSheetId = sheet.id;
  if (before !== undefined) emit(session.events, 'deactivated', before);
  emit(session.events, 'activated', sheet);
  redraw(session);
}
