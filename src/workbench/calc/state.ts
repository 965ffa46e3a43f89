import { createEngine, type Engine } from './engine';
import { rewriteFormula, type EngineFormula, type Refusal } from './rewrite';
import type { Needed } from './changes';
import type { CellModel, CellValue, SheetModel, WorkbookModel } from '../model/types';

/** A formula cell and how far the engine has it. */
export interface Entry {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly col: number;
  readonly cell: CellModel;
  readonly source: string;
  readonly rewritten: EngineFormula | Refusal;
  /** Why the engine's own answer was not taken; it is asked again when what the formula reads has changed. */
  strange: string | undefined;
}

/** What stands in the engine for one sheet; keys are row × 16,384 + column. */
export interface Mirror {
  readonly number: number;
  /** Values as they were put; `FORMULA` where the engine holds the formula itself. */
  readonly fed: Map<number, CellValue | typeof FORMULA>;
  readonly entries: Map<number, Entry>;
}

export const FORMULA = Symbol('formula');
export const COLUMNS = 16_384;
export const keyOf = (row: number, col: number): number => row * COLUMNS + col;

/** The calculation of one workbook, kept from one time to the next. */
export interface CalculationState {
  readonly model: WorkbookModel;
  readonly engine: Engine;
  readonly mirrors: Map<string, Mirror>;
  needed: ReadonlyMap<string, Needed>;
}

/** Nothing read yet, the engine empty. */
export function createState(model: WorkbookModel): CalculationState {
  return { model, engine: createEngine(), mirrors: new Map(), needed: new Map() };
}

export function mirrorOf({ mirrors, engine }: CalculationState, sheet: SheetModel): Mirror {
  let mirror = mirrors.get(sheet.id);
  if (mirror === undefined) {
    mirror = { number: engine.addSheet(), fed: new Map(), entries: new Map() };
    mirrors.set(sheet.id, mirror);
  }
  return mirror;
}

export function makeEntry(
  state: CalculationState, sheet: SheetModel, row: number, col: number, cell: CellModel, source: string, now: number,
): Entry {
  const engineSheet = (each: SheetModel): string => state.engine.sheetName(mirrorOf(state, each).number);
  const range = cell.arrayRange;
  const block = range !== undefined && (range.row !== range.lastRow || range.col !== range.lastCol);
  const rewritten: EngineFormula | Refusal = block
    ? { kind: 'refused', reason: 'an array formula over several cells is not calculated' }
    : rewriteFormula(source, { model: state.model, sheet, row, col }, { engineSheet, now });
  return { sheet, row, col, cell, source, rewritten, strange: undefined };
}

export function sameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a?.error === b?.error;
  return a === b;
}
