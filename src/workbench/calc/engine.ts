import init, { Model, initSync } from '@ironcalc/wasm';
import { cellName } from '../model/addresses';
import type { CellValue } from '../model/types';

/** What the engine answers for a formula; `strange` is something that Excel would not show, `circle` leads into a circle. */
export type EngineResult =
  | { readonly kind: 'value'; readonly value: CellValue }
  | { readonly kind: 'strange'; readonly reason: string }
  | { readonly kind: 'circle' };

/** Sheets of the engine by number; rows and columns zero-based. */
export interface Engine {
  /** Adds a sheet and gives its number. */
  readonly addSheet: () => number;
  readonly sheetName: (sheet: number) => string;
  readonly putValue: (sheet: number, row: number, col: number, value: CellValue) => void;
  /** False when the engine does not understand the formula. */
  readonly putFormula: (sheet: number, row: number, col: number, formula: string) => boolean;
  readonly evaluate: () => void;
  readonly result: (sheet: number, row: number, col: number) => EngineResult;
  readonly dispose: () => void;
}

/** The engine's program: its bytes, its address, or a fetch under way. */
export type WasmSource = BufferSource | WebAssembly.Module | URL | Response | Promise<Response>;

let ready: Promise<void> | undefined;

/** Loads the engine's program, once for all engines. */
export function loadEngine(source: WasmSource): Promise<void> {
  ready ??= start(source);
  return ready;
}

async function start(source: WasmSource): Promise<void> {
  if (source instanceof URL || source instanceof Promise || (typeof Response !== 'undefined' && source instanceof Response)) {
    await init({ module_or_path: source });
  } else {
    initSync({ module: source });
  }
}

const NUMBER = 1;
const TEXT = 2;
const TRUTH = 4;
const ERROR = 16;
const EXCEL_ERRORS = new Set(['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!', '#CALC!']);
/** Every write leaves a step that could be undone; after so many the engine is put down and taken up again without them. */
const WRITES_BEFORE_COMPACTING = 250_000;

/** A fresh, empty engine; the program must be loaded. */
export function createEngine(): Engine {
  let model = new Model('workbook', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  let sheets = 0;
  let writes = 0;
  let usable = true;
  const input = (sheet: number, row: number, col: number, text: string): void => {
    model.setUserInput(sheet * 2, row + 1, col + 1, text);
    writes += 1;
  };
  const compact = (): void => {
    model.flushSendQueue();
    if (writes < WRITES_BEFORE_COMPACTING) return;
    const bytes = model.toBytes();
    model.free();
    model = Model.from_bytes(bytes, 'en');
    model.pauseEvaluation();
    writes = 0;
  };
  return {
    // Each sheet has a second one behind it, where the numbers stand as text: the engine shows a number rounded,
    // but joins it to a text in full.
    addSheet: () => {
      const sheet = sheets;
      if (sheet > 0) model.newSheet();
      model.newSheet();
      model.renameSheet(sheet * 2, `Sheet_${sheet}`);
      model.renameSheet(sheet * 2 + 1, `Shown_${sheet}`);
      sheets += 1;
      return sheet;
    },
    sheetName: (sheet) => `Sheet_${sheet}`,
    putValue: (sheet, row, col, value) => {
      input(sheet, row, col, inputOf(value));
    },
    putFormula: (sheet, row, col, formula) => {
      try {
        input(sheet, row, col, formula);
        model.setUserInput(sheet * 2 + 1, row + 1, col + 1, `=Sheet_${sheet}!${cellName(row, col)}&""`);
        writes += 1;
        return true;
      } catch {
        return false;
      }
    },
    evaluate: () => {
      compact();
      model.evaluate();
    },
    result: (sheet, row, col) => {
      const structure = model.getCellArrayStructure(sheet * 2, row + 1, col + 1);
      if (typeof structure === 'object' && 'DynamicAnchor' in structure && structure.DynamicAnchor.some((size) => size > 1)) {
        return { kind: 'strange', reason: 'the result is a block of several cells' };
      }
      const shown = model.getFormattedCellValue(sheet * 2, row + 1, col + 1);
      switch (model.getCellType(sheet * 2, row + 1, col + 1)) {
        case NUMBER: {
          const exact = Number(model.getFormattedCellValue(sheet * 2 + 1, row + 1, col + 1));
          return Number.isFinite(exact) ? { kind: 'value', value: exact } : { kind: 'strange', reason: `the number "${shown}" cannot be read` };
        }
        case TEXT:
          return { kind: 'value', value: shown };
        case TRUTH:
          return { kind: 'value', value: shown === 'TRUE' };
        case ERROR:
          return readError(shown);
        default:
          return { kind: 'strange', reason: 'the engine gives a result of an unknown kind' };
      }
    },
    dispose: () => {
      if (usable) model.free();
      usable = false;
    },
  };
}

function readError(shown: string): EngineResult {
  if (EXCEL_ERRORS.has(shown)) return { kind: 'value', value: { error: shown } };
  switch (shown) {
    case '#CIRC!':
      return { kind: 'circle' };
    case '#SPILL!':
      return { kind: 'strange', reason: 'the result is a block of several cells' };
    default:
      return { kind: 'strange', reason: `the engine answers ${shown}` };
  }
}

function inputOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return `'${value}`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : value.error;
}
