import type { CalculationReport, Calculator, Rect, SheetModel, WorkbookModel } from '../model/types';
import { refuse } from './errors';
import type { EventBook } from './events';
import type { HostObject } from './objects';

/** What the objects of one host share: the workbook, the engine, kept references, events, and what waits for calculation. */
export interface Session {
  readonly model: WorkbookModel;
  readonly calculator: Calculator;
  readonly now: () => Date;
  /** Objects the client keeps between requests, by reference id. */
  readonly references: Map<string, HostObject>;
  readonly events: EventBook;
  /** Set by suspendApiCalculationUntilNextSync; cleared when the batch ends. */
  calculationSuspended: boolean;
  pending: { sheetId: string; range: Rect }[];
  structureChanged: boolean;
  lastCalculation: CalculationReport | null;
  /** True once anything was changed since the host last told its listeners. */
  changed: boolean;
}

/** Cells that a Range or RangeAreas stands for. The rects move when rows and columns are inserted or deleted. */
export interface Place {
  readonly session: Session;
  readonly sheet: SheetModel;
  rects: readonly Rect[];
}

/** The one block of a Range. */
export function rectOf(place: Place): Rect {
  if (!place.session.model.sheets.includes(place.sheet)) return refuse('InvalidReference', 'Range', 'Its sheet has been deleted.');
  return place.rects[0] ?? refuse('InvalidReference', 'Range', 'Its cells have been deleted.');
}

/** Notes that cells were written. */
export function touch(session: Session, sheet: SheetModel, range: Rect): void {
  session.changed = true;
  session.pending.push({ sheetId: sheet.id, range });
}

/** Notes that sheets, names, tables or the place of cells changed. */
export function restructure(session: Session): void {
  session.changed = true;
  session.structureChanged = true;
}

/** Notes a change that no formula depends on: formats, widths, selection. */
export function redraw(session: Session): void {
  session.changed = true;
}

/** Calculates what waits, when calculation is automatic and not suspended, so that reads are never stale. */
export function settle(session: Session): void {
  if (session.calculationSuspended || session.model.calculationMode === 'Manual') return;
  calculate(session);
}

/** Calculates what waits, or everything when `all` is set. */
export function calculate(session: Session, all = false): void {
  if (!all && session.pending.length === 0 && !session.structureChanged) return;
  const hint = { cells: session.pending, structure: session.structureChanged };
  session.pending = [];
  session.structureChanged = false;
  session.lastCalculation = all ? session.calculator.recalculate(session.model) : session.calculator.recalculate(session.model, hint);
  session.changed = true;
}
