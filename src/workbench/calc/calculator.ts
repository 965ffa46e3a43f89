import { cellName } from '../model/addresses';
import type { CalculationHint, CalculationReport, Calculator, RefusedFormula } from '../model/types';
import { createChanges } from './changes';
import { loadEngine, type WasmSource } from './engine';
import { evaluate, spread } from './evaluation';
import { readAll, readBlocks, volatileEntries } from './feeding';
import { createState, type CalculationState, type Entry } from './state';

export interface CalculatorOptions {
  /** The moment that TODAY and NOW show, as a serial number; the machine's local time by default. */
  readonly now?: () => number;
}

/**
 * A calculator for one workbook at a time, on the engine's program given as bytes or address. It keeps the engine between
 * calculations: only cells that some formula reads are handed over, only those that changed, and only formulas that
 * depend on them are computed again. Formulas that the engine does not know or is known to get wrong are reported
 * with their cell, and keep their result.
 */
export async function createCalculatorFrom(wasm: WasmSource, options: CalculatorOptions = {}): Promise<Calculator> {
  await loadEngine(wasm);
  const now = options.now ?? localSerial;
  let state: CalculationState | undefined;
  return {
    recalculate: (model, hint) => {
      if (state?.model === model) return calculate(state, hint, now());
      state?.engine.dispose();
      state = createState(model);
      // The engine knows nothing of this workbook yet, so what was written last is not all that it has to read.
      return calculate(state, undefined, now());
    },
  };
}

function localSerial(): number {
  const date = new Date();
  return (date.getTime() - date.getTimezoneOffset() * 60_000) / 86_400_000 + 25_569;
}

function calculate(state: CalculationState, hint: CalculationHint | undefined, now: number): CalculationReport {
  const changes = createChanges();
  const dirty = new Set<Entry>();
  if (hint === undefined || hint.structure) readAll(state, now, changes, dirty);
  else readBlocks(state, hint, now, changes, dirty);
  const entries = [...state.mirrors.values()].flatMap((mirror) => [...mirror.entries.values()]);
  const volatile = volatileEntries(entries, state, now);
  for (const entry of volatile) dirty.add(entry);
  spread(entries, changes, dirty);
  const changed = dirty.size === 0 ? 0 : evaluate(state, entries, dirty);
  const refused = entries.flatMap(refusalOf);
  return { calculated: dirty.size, changed, refused };
}

function refusalOf({ sheet, row, col, source, rewritten, strange }: Entry): RefusedFormula[] {
  const reason = rewritten.kind === 'refused' ? rewritten.reason : strange;
  return reason === undefined ? [] : [{ sheet: sheet.name, cell: cellName(row, col), formula: source, reason }];
}
