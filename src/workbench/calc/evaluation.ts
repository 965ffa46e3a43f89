import { holds } from '../model/rects';
import type { Changes } from './changes';
import { FORMULA, keyOf, mirrorOf, sameValue, type CalculationState, type Entry, type Mirror } from './state';

/** Adds every formula that reads, however indirectly, something that changed. */
export function spread(entries: readonly Entry[], changes: Changes, dirty: Set<Entry>): void {
  for (const entry of dirty) changes.add(entry.sheet, entry.row, entry.col);
  let clean = entries.filter((entry) => !dirty.has(entry) && entry.rewritten.kind === 'formula');
  for (let more = true; more; ) {
    more = false;
    clean = clean.filter((entry) => {
      if (entry.rewritten.kind === 'refused' || !entry.rewritten.areas.some(changes.touches)) return true;
      dirty.add(entry);
      changes.add(entry.sheet, entry.row, entry.col);
      more = true;
      return false;
    });
  }
}

/** Computes the dirty formulas; the others stand in the engine as values. Gives the number of cells whose result differs. */
export function evaluate(state: CalculationState, entries: readonly Entry[], dirty: ReadonlySet<Entry>): number {
  const { engine } = state;
  for (const entry of entries) {
    const mirror = mirrorOf(state, entry.sheet);
    const had = mirror.fed.get(keyOf(entry.row, entry.col));
    if (dirty.has(entry)) {
      if (had !== FORMULA) putFormula(state, mirror, entry);
    } else if (had === FORMULA) putResult(state, mirror, entry);
  }
  // A strange answer is replaced by the stored result, which those that read it have to see in turn.
  for (let again = true; again; ) {
    again = false;
    engine.evaluate();
    for (const [entry, reason] of strangeAnswers(state, dirty)) {
      entry.strange = reason;
      putResult(state, mirrorOf(state, entry.sheet), entry);
      again = true;
    }
  }
  let changed = 0;
  for (const entry of dirty) {
    const mirror = mirrorOf(state, entry.sheet);
    if (mirror.fed.get(keyOf(entry.row, entry.col)) !== FORMULA) continue;
    const result = engine.result(mirror.number, entry.row, entry.col);
    if (result.kind !== 'value' || sameValue(entry.cell.value, result.value)) continue;
    entry.cell.value = result.value;
    changed += 1;
  }
  return changed;
}

/** Formulas whose answer Excel would not give. Of those that end in a circle only the ones inside it, not their readers. */
function strangeAnswers(state: CalculationState, dirty: ReadonlySet<Entry>): (readonly [Entry, string])[] {
  const found: [Entry, string][] = [];
  const circular: Entry[] = [];
  for (const entry of dirty) {
    const mirror = mirrorOf(state, entry.sheet);
    if (mirror.fed.get(keyOf(entry.row, entry.col)) !== FORMULA) continue;
    const result = state.engine.result(mirror.number, entry.row, entry.col);
    if (result.kind === 'strange') found.push([entry, result.reason]);
    if (result.kind === 'circle') circular.push(entry);
  }
  for (const entry of circular) if (readsItself(entry, circular)) found.push([entry, 'the formula leads back to itself']);
  return found;
}

function readsItself(start: Entry, among: readonly Entry[]): boolean {
  const seen = new Set<Entry>();
  const open = [start];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { rewritten } = entry;
    if (rewritten.kind === 'refused') continue;
    for (const next of among) {
      const read = rewritten.areas.some(({ sheet, rect }) => sheet === next.sheet && holds(rect, next.row, next.col));
      if (!read) continue;
      if (next === start) return true;
      if (!seen.has(next)) open.push(next);
      seen.add(next);
    }
  }
  return false;
}

function putFormula({ engine }: CalculationState, mirror: Mirror, entry: Entry): void {
  if (entry.rewritten.kind === 'refused') return;
  entry.strange = undefined;
  if (engine.putFormula(mirror.number, entry.row, entry.col, entry.rewritten.text)) {
    mirror.fed.set(keyOf(entry.row, entry.col), FORMULA);
  } else entry.strange = 'the engine does not understand the formula';
}

function putResult({ engine }: CalculationState, mirror: Mirror, entry: Entry): void {
  engine.putValue(mirror.number, entry.row, entry.col, entry.cell.value);
  mirror.fed.set(keyOf(entry.row, entry.col), entry.cell.value);
}
