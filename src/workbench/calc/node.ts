import { readFile } from 'node:fs/promises';
import type { Calculator } from '../model/types';
import { createCalculatorFrom, type CalculatorOptions } from './calculator';

/** A calculator in Node, where the engine's program is read from its package. */
export async function createCalculator(options: CalculatorOptions = {}): Promise<Calculator> {
  const bytes = await readFile(require.resolve('@ironcalc/wasm/wasm_bg.wasm'));
  return createCalculatorFrom(new Uint8Array(bytes), options);
}
