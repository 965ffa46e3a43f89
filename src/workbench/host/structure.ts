import { moveChart } from '../model/charts';
import { contains, intersect, isWholeColumns, isWholeRows, rowsOf, columnsOf, shiftRect, type Shift } from '../model/rects';
import { renameSheetInFormula, shiftFormula } from '../model/references';
import type { ConditionalRule, Rect, SheetModel, WorkbookModel } from '../model/types';
import { LAST_COLUMN, LAST_ROW } from '../model/workbook';
import { requirePermission, requireWhole, requireUnprotected } from './access';
import { refuse } from './errors';
import { hidesRows } from './filters';
import { restructure, type Place, type Session } from './session';

/** Inserts or deletes the cells of a block: everything that stands on the sheet or points to it moves along. */
export function shiftCells(session: Session, sheet: SheetModel, shift: Shift, location: string): void {
  requireShiftable(sheet, shift, location);
  moveCells(sheet, shift);
  moveLines(sheet, shift);
  moveParts(sheet, shift);
  rewriteFormulas(session.model, (formula, ownSheet) => shiftFormula(formula, ownSheet, sheet.name, shift));
  for (const reference of session.references.values()) {
    const { place } = reference;
    if (place !== null && place.sheet === sheet) place.rects = shifted(place.rects, shift);
  }
  restructure(session);
}

/** The lane that moves: the block and everything beyond it. */
function laneOf(shift: Shift): Rect {
  return shift.axis === 'row' ? { ...shift.block, lastRow: LAST_ROW } : { ...shift.block, lastCol: LAST_COLUMN };
}

function requireShiftable(sheet: SheetModel, shift: Shift, location: string): void {
  const { block, kind } = shift;
  if (isWholeRows(block)) requirePermission(sheet, kind === 'insert' ? 'allowInsertRows' : 'allowDeleteRows', location);
  else if (isWholeColumns(block)) requirePermission(sheet, kind === 'insert' ? 'allowInsertColumns' : 'allowDeleteColumns', location);
  else requireUnprotected(sheet, location);
  if (!isWholeRows(block) && shift.axis === 'row' && hidesRows(sheet, laneOf(shift))) refuse('FilteredRangeConflict', location);
  requireWhole(sheet, laneOf(shift), shift.axis, location);
  if (kind === 'delete' && sheet.tables.some((table) => holdsHeader(table.range, block))) {
    refuse('InsertDeleteConflict', location, 'The header row of a table cannot be deleted.');
  }
}

function holdsHeader(table: Rect, block: Rect): boolean {
  const header = { ...table, lastRow: table.row };
  return intersect(block, header) !== null && !contains(block, table) && isWholeRows(block);
}

function moveCells(sheet: SheetModel, shift: Shift): void {
  const { block, axis, kind } = shift;
  const before = sheet.cells;
  const after: typeof before = new Map();
  for (const [row, cells] of before) {
    for (const [col, cell] of cells) {
      const moved = movedCell(row, col);
      if (moved === null) continue;
      let line = after.get(moved[0]);
      if (line === undefined) {
        line = new Map();
        after.set(moved[0], line);
      }
      line.set(moved[1], cell);
    }
  }
  sheet.cells = after;

  function movedCell(row: number, col: number): readonly [number, number] | null {
    const inLane = axis === 'row' ? col >= block.col && col <= block.lastCol && row >= block.row : row >= block.row && row <= block.lastRow && col >= block.col;
    if (!inLane) return [row, col];
    const by = axis === 'row' ? rowsOf(block) : columnsOf(block);
    if (kind === 'delete') {
      const gone = axis === 'row' ? row <= block.lastRow : col <= block.lastCol;
      if (gone) return null;
      return axis === 'row' ? [row - by, col] : [row, col - by];
    }
    const to: readonly [number, number] = axis === 'row' ? [row + by, col] : [row, col + by];
    return to[0] > LAST_ROW || to[1] > LAST_COLUMN ? null : to;
  }
}

/** Heights and widths move with whole rows and columns only. */
function moveLines(sheet: SheetModel, shift: Shift): void {
  const { block, kind } = shift;
  if (isWholeRows(block) && shift.axis === 'row') sheet.rows = movedLines(sheet.rows, block.row, rowsOf(block), kind);
  if (isWholeColumns(block) && shift.axis === 'col') sheet.columns = movedLines(sheet.columns, block.col, columnsOf(block), kind);
}

function movedLines<T>(lines: Map<number, T>, at: number, count: number, kind: Shift['kind']): Map<number, T> {
  const after = new Map<number, T>();
  for (const [index, line] of lines) {
    if (index < at) after.set(index, line);
    else if (kind === 'insert') after.set(index + count, line);
    else if (index >= at + count) after.set(index - count, line);
  }
  return after;
}

function shifted(rects: readonly Rect[], shift: Shift): Rect[] {
  return rects.flatMap((rect) => {
    const moved = shiftRect(rect, shift);
    return moved === null ? [] : [moved];
  });
}

function moveParts(sheet: SheetModel, shift: Shift): void {
  sheet.merges = shifted(sheet.merges, shift).filter((rect) => rect.row !== rect.lastRow || rect.col !== rect.lastCol);
  sheet.tables = sheet.tables.flatMap((table) => {
    const range = shiftRect(table.range, shift);
    if (range === null) return [];
    const columns = shift.axis === 'col' && columnsOf(range) !== table.columns.length ? resizedColumns(table, shift) : table.columns;
    return [Object.assign(table, { range, columns })];
  });
  for (const part of [...sheet.conditionalFormats, ...sheet.dataValidations]) part.ranges = shifted(part.ranges, shift);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.ranges.length > 0);
  sheet.dataValidations = sheet.dataValidations.filter((rule) => rule.ranges.length > 0);
  for (const chart of sheet.charts) moveChart(chart, shift);
  sheet.pageLayout.printArea = shifted(sheet.pageLayout.printArea, shift);
  const filter = sheet.autoFilter === null ? null : shiftRect(sheet.autoFilter.range, shift);
  if (sheet.autoFilter !== null) sheet.autoFilter = filter === null ? null : { ...sheet.autoFilter, range: filter };
  sheet.comments = sheet.comments.flatMap((comment) => {
    const [at] = shifted([{ row: comment.row, col: comment.col, lastRow: comment.row, lastCol: comment.col }], shift);
    return at === undefined ? [] : [{ ...comment, row: at.row, col: at.col }];
  });
}

function resizedColumns(table: SheetModel['tables'][number], shift: Shift): typeof table.columns {
  const columns = [...table.columns];
  const at = shift.block.col - table.range.col;
  if (shift.kind === 'delete') columns.splice(Math.max(0, at), columnsOf(shift.block) + Math.min(0, at));
  else {
    const nextId = Math.max(0, ...columns.map((column) => column.id)) + 1;
    const fresh = Array.from({ length: columnsOf(shift.block) }, (_, n) => ({ id: nextId + n, name: `Column${nextId + n}` }));
    columns.splice(at, 0, ...fresh);
  }
  return columns;
}

/** Rewrites every formula of the workbook: cells, names, conditional formats, validations and what charts show. */
export function rewriteFormulas(model: WorkbookModel, change: (formula: string, ownSheet: string) => string): void {
  for (const sheet of model.sheets) {
    const own = (formula: string): string => change(formula, sheet.name);
    for (const cells of sheet.cells.values()) {
      for (const cell of cells.values()) if (cell.formula !== null) cell.formula = own(cell.formula);
    }
    for (const name of sheet.names) name.formula = own(name.formula);
    for (const format of sheet.conditionalFormats) format.rule = rewriteRule(format.rule, own);
    for (const { drawing } of sheet.charts) {
      if (drawing === null) continue;
      if (drawing.title.formula !== null) drawing.title.formula = own(drawing.title.formula);
      for (const series of drawing.series) {
        if (series.values !== null) series.values = own(series.values);
        if (series.categories !== null) series.categories = own(series.categories);
      }
    }
    for (const rule of sheet.dataValidations) {
      if (typeof rule.formula1 === 'string') rule.formula1 = asFormula(rule.formula1, own);
      if (typeof rule.formula2 === 'string') rule.formula2 = asFormula(rule.formula2, own);
    }
  }
  for (const name of model.names) name.formula = change(name.formula, '');
}

const asFormula = (text: string, own: (formula: string) => string): string => (text.startsWith('=') ? own(text) : text);

/** A rule with its formulas changed. */
export function rewriteRule(rule: ConditionalRule, own: (formula: string) => string): ConditionalRule {
  switch (rule.kind) {
    case 'Custom':
      return { ...rule, formula: asFormula(rule.formula, own) };
    case 'CellValue':
      return {
        ...rule,
        formula1: asFormula(rule.formula1, own),
        ...(rule.formula2 === undefined ? {} : { formula2: asFormula(rule.formula2, own) }),
      };
    case 'ContainsText':
    case 'DataBar':
    case 'IconSet':
    case 'ColorScale':
    case 'Kept':
      return rule;
  }
}

/** Follows a renamed sheet, or marks as #REF! what pointed to a deleted one (`to` is null). */
export function followSheet(model: WorkbookModel, from: string, to: string | null): void {
  rewriteFormulas(model, (formula) => renameSheetInFormula(formula, from, to));
}

/** The direction cells move when none is given: as Excel chooses, by the shape of the block. */
export function axisFor(place: Place, word: unknown): 'row' | 'col' {
  if (word === 'Down' || word === 'Up') return 'row';
  if (word === 'Right' || word === 'Left') return 'col';
  return refuse('InvalidArgument', `Range.${place.rects.length > 0 ? 'insert' : 'delete'}`, 'A direction is expected.');
}
