import type { CalculationHint, CellModel, Rect, SheetModel } from '../model/types';
import { isNeeded, neededCells, type Changes, type Needed } from './changes';
import type { EngineFormula, Refusal } from './rewrite';
import { COLUMNS, FORMULA, keyOf, makeEntry, mirrorOf, sameValue, type CalculationState, type Entry, type Mirror } from './state';

/** Reads the whole workbook again and hands over what differs. */
export function readAll(state: CalculationState, now: number, changes: Changes, dirty: Set<Entry>): void {
  const { model, mirrors, engine } = state;
  for (const sheet of model.sheets) mirrorOf(state, sheet);
  const present = new Set(model.sheets.map(({ id }) => id));
  for (const [id, mirror] of mirrors) {
    if (present.has(id)) continue;
    for (const key of mirror.fed.keys()) engine.putValue(mirror.number, Math.floor(key / COLUMNS), key % COLUMNS, null);
    mirrors.delete(id);
  }
  for (const sheet of model.sheets) {
    const { entries } = mirrorOf(state, sheet);
    const found = new Set<number>();
    for (const [row, cells] of sheet.cells) {
      for (const [col, cell] of cells) {
        if (cell.formula === null) continue;
        found.add(keyOf(row, col));
        takeFormula(state, sheet, row, col, cell, cell.formula, now, changes, dirty);
      }
    }
    for (const key of entries.keys()) if (!found.has(key)) entries.delete(key);
  }
  state.needed = neededOf(state);
  for (const sheet of model.sheets) feedSheet(state, sheet, changes);
}

function takeFormula(
  state: CalculationState, sheet: SheetModel, row: number, col: number, cell: CellModel, source: string, now: number,
  changes: Changes, dirty: Set<Entry>,
): void {
  const mirror = mirrorOf(state, sheet);
  const key = keyOf(row, col);
  const previous = mirror.entries.get(key);
  const entry = makeEntry(state, sheet, row, col, cell, source, now);
  mirror.entries.set(key, entry);
  // A formula that was written again has lost its result, even when it is the same one.
  const hasResult = cell.value !== null;
  if (previous !== undefined && previous.cell === cell && hasResult && sameRewriting(previous.rewritten, entry.rewritten) && previous.strange === undefined) return;
  changes.add(sheet, row, col);
  if (entry.rewritten.kind === 'refused') return;
  mirror.fed.delete(key);
  dirty.add(entry);
}

function sameRewriting(a: EngineFormula | Refusal, b: EngineFormula | Refusal): boolean {
  if (a.kind === 'refused' || b.kind === 'refused') return a.kind === 'refused' && b.kind === 'refused' && a.reason === b.reason;
  return a.text === b.text;
}

function neededOf({ mirrors }: CalculationState): ReadonlyMap<string, Needed> {
  const areas = [...mirrors.values()].flatMap(({ entries }) =>
    [...entries.values()].flatMap(({ rewritten }) => (rewritten.kind === 'formula' ? rewritten.areas : [])),
  );
  return neededCells(areas);
}

/** Hands over every cell of a sheet that some formula reads and that the engine has otherwise or not at all. */
function feedSheet(state: CalculationState, sheet: SheetModel, changes: Changes): void {
  const mirror = mirrorOf(state, sheet);
  const needed = state.needed.get(sheet.id);
  for (const [row, cells] of sheet.cells) {
    for (const [col, cell] of cells) feedCell(state, mirror, needed, sheet, row, col, cell, changes);
  }
  for (const key of mirror.fed.keys()) {
    const [row, col] = [Math.floor(key / COLUMNS), key % COLUMNS];
    if (sheet.cells.get(row)?.get(col) === undefined) feedCell(state, mirror, needed, sheet, row, col, undefined, changes);
  }
}

function feedCell(
  state: CalculationState, mirror: Mirror, needed: Needed | undefined, sheet: SheetModel, row: number, col: number,
  cell: CellModel | undefined, changes: Changes,
): void {
  const key = keyOf(row, col);
  const entry = cell?.formula === null ? undefined : mirror.entries.get(key);
  if (entry !== undefined && entry.rewritten.kind === 'formula') return;
  const value = cell?.value ?? null;
  const had = mirror.fed.get(key);
  if (had === undefined ? value === null || !isNeeded(needed, row, col) : had !== FORMULA && sameValue(had, value)) return;
  state.engine.putValue(mirror.number, row, col, value);
  if (value === null) mirror.fed.delete(key);
  else mirror.fed.set(key, value);
  changes.add(sheet, row, col);
}

/** Reads only the blocks that were written. */
export function readBlocks(state: CalculationState, hint: CalculationHint, now: number, changes: Changes, dirty: Set<Entry>): void {
  const before = state.needed;
  let formulas = false;
  const blocks: { readonly sheet: SheetModel; readonly cells: readonly (readonly [number, number])[] }[] = [];
  for (const { sheetId, range } of hint.cells) {
    const sheet = state.model.sheets.find(({ id }) => id === sheetId);
    if (sheet === undefined) continue;
    const mirror = mirrorOf(state, sheet);
    const cells = cellsIn(sheet, mirror, range);
    blocks.push({ sheet, cells });
    for (const [row, col] of cells) {
      const cell = sheet.cells.get(row)?.get(col);
      if (cell !== undefined && cell.formula !== null) {
        takeFormula(state, sheet, row, col, cell, cell.formula, now, changes, dirty);
        formulas = true;
      } else if (mirror.entries.delete(keyOf(row, col))) {
        changes.add(sheet, row, col);
        formulas = true;
      }
    }
  }
  if (formulas) state.needed = neededOf(state);
  for (const { sheet, cells } of blocks) {
    const mirror = mirrorOf(state, sheet);
    for (const [row, col] of cells) {
      feedCell(state, mirror, state.needed.get(sheet.id), sheet, row, col, sheet.cells.get(row)?.get(col), changes);
    }
  }
  if (formulas) {
    for (const sheet of state.model.sheets) {
      if (grew(before.get(sheet.id), state.needed.get(sheet.id))) feedSheet(state, sheet, changes);
    }
  }
}

/** The cells of a block that hold something now or held something in the engine. */
function cellsIn(sheet: SheetModel, mirror: Mirror, rect: Rect): (readonly [number, number])[] {
  const found = new Map<number, readonly [number, number]>();
  const inside = (row: number, col: number): void => {
    if (row < rect.row || row > rect.lastRow || col < rect.col || col > rect.lastCol) return;
    found.set(keyOf(row, col), [row, col]);
  };
  const rows = rect.lastRow - rect.row < sheet.cells.size ? rowsBetween(rect.row, rect.lastRow) : sheet.cells.keys();
  for (const row of rows) for (const col of sheet.cells.get(row)?.keys() ?? []) inside(row, col);
  for (const keys of [mirror.fed.keys(), mirror.entries.keys()]) for (const key of keys) inside(Math.floor(key / COLUMNS), key % COLUMNS);
  return [...found.values()];
}

function* rowsBetween(first: number, last: number): Iterable<number> {
  for (let row = first; row <= last; row += 1) yield row;
}

function grew(before: Needed | undefined, after: Needed | undefined): boolean {
  if (after === undefined) return false;
  for (const [col, spans] of after) {
    const had = before?.get(col) ?? [];
    if (spans.some(([row, lastRow]) => !had.some((span) => span[0] <= row && span[1] >= lastRow))) return true;
  }
  return false;
}

/** Formulas that read the clock, written anew for this moment. */
export function volatileEntries(entries: Entry[], state: CalculationState, now: number): Entry[] {
  const renewed: Entry[] = [];
  entries.forEach((entry, index) => {
    if (entry.rewritten.kind === 'refused' || !entry.rewritten.volatile) return;
    const next = makeEntry(state, entry.sheet, entry.row, entry.col, entry.cell, entry.source, now);
    const mirror = mirrorOf(state, entry.sheet);
    mirror.entries.set(keyOf(entry.row, entry.col), next);
    mirror.fed.delete(keyOf(entry.row, entry.col));
    entries[index] = next;
    renewed.push(next);
  });
  return renewed;
}
