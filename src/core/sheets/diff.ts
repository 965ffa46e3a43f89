import { cellAt, type Cell, type Grid } from '../grid';
import type { Block, PlanCell } from './plan';

/** One cell as it should be. */
export interface CellWrite {
  readonly row: number;
  readonly column: number;
  readonly value: PlanCell;
}

/** Excel cuts a cell's text at 32,767 characters, silently. */
const LONGEST_TEXT = 32_000;
/** Above so many blocks, one wider block costs Excel less than many small ones. */
const MANY_BLOCKS = 300;

/** Blocks of just those cells that are not yet as they should be; none when all are. `grid` null: a new sheet. */
export function changedBlocks(writes: readonly CellWrite[], grid: Grid | null): Block[] {
  const rows = new Map<number, Map<number, PlanCell>>();
  for (const { row, column, value } of writes) {
    const wanted = settled(value);
    if (isAlready(grid ? cellAt(grid, row, column) : null, wanted)) continue;
    const cells = rows.get(row) ?? new Map<number, PlanCell>();
    cells.set(column, wanted);
    rows.set(row, cells);
  }
  const exact = joinRows(rows);
  return exact.length <= MANY_BLOCKS || !grid ? exact : joinRows(filled(rows, writes));
}

/** What a cell holds, as a plan would write it; undefined for an error, which no plan writes. */
export function heldBy(cell: Cell | null): PlanCell | undefined {
  if (cell?.formula !== undefined && cell.formula !== '') return { formula: cell.formula };
  if (!cell?.content) return null;
  return cell.content.kind === 'error' ? undefined : cell.content.value;
}

/**
 * The cells of the key columns in every row that is written into, as they stand now: Excel is asked just before the
 * write whether they still do. Rows below a table hold nothing yet, and must not by then.
 */
export function keysOf(blocks: readonly Block[], columns: readonly number[], grid: Grid, within: { readonly top: number; readonly bottom: number }): Block[] {
  const rows = new Set<number>();
  for (const block of blocks) for (let row = block.top; row < block.top + block.rows.length; row += 1) if (row >= within.top && row <= within.bottom) rows.add(row);
  return joinRows(
    new Map(
      [...rows].map((row) => [
        row,
        new Map(
          columns.flatMap((column): [number, PlanCell][] => {
            const held = heldBy(cellAt(grid, row, column));
            return held === undefined ? [] : [[column, held]];
          }),
        ),
      ]),
    ),
  );
}

/** Texts as Excel keeps them: NFC, line feeds, no empty text. */
export function settled(value: PlanCell): PlanCell {
  if (typeof value !== 'string') return value;
  const text = value.normalize('NFC').replace(/\r\n?/g, '\n').slice(0, LONGEST_TEXT);
  return text === '' ? null : text;
}

/** Whether the cell holds the value already, by content and not by format. */
export function isAlready(cell: Cell | null, value: PlanCell): boolean {
  if (value !== null && typeof value === 'object') return cell?.formula !== undefined && sameFormula(cell.formula, value.formula);
  if (cell?.formula !== undefined && cell.formula !== '') return false;
  const content = cell?.content ?? null;
  if (value === null) return content === null || (content.kind === 'text' && content.value === '');
  if (content === null || content.kind === 'error') return false;
  return content.value === value || (content.kind === 'text' && typeof value === 'string' && settled(content.value) === value);
}

/** Excel gives formulas back with its own spaces, capitals and ways to say "this row"; files keep the long way. */
export function sameFormula(a: string, b: string): boolean {
  return a === b || plainFormula(a) === plainFormula(b);
}

function plainFormula(formula: string): string {
  return formula
    .normalize('NFC')
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/_XLFN\./g, '')
    .replace(/[\p{L}\d_.]*\[\[#THISROW\],\[([^\]]*)\]\]/gu, '[@$1]')
    .replace(/\[@\[([^\]]*)\]\]/g, '[@$1]');
}

/** Between the first and the last changed cell of a row, the unchanged cells that are ours as well. */
function filled(rows: ReadonlyMap<number, ReadonlyMap<number, PlanCell>>, writes: readonly CellWrite[]): Map<number, Map<number, PlanCell>> {
  let left = Infinity;
  let right = -Infinity;
  for (const cells of rows.values()) {
    for (const column of cells.keys()) {
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
  }
  const wide = new Map<number, Map<number, PlanCell>>();
  for (const { row, column, value } of writes) {
    if (!rows.has(row) || column < left || column > right) continue;
    const cells = wide.get(row) ?? new Map<number, PlanCell>();
    cells.set(column, settled(value));
    wide.set(row, cells);
  }
  return wide;
}

/** Runs of neighbouring cells, then runs of equal rows under each other. */
function joinRows(rows: ReadonlyMap<number, ReadonlyMap<number, PlanCell>>): Block[] {
  const done: Block[] = [];
  let open: { top: number; left: number; rows: PlanCell[][] }[] = [];
  let previous = -2;
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const runs = runsOf(rows.get(row) ?? new Map());
    const next: typeof open = [];
    for (const run of runs) {
      const above = row === previous + 1 ? open.find((block) => block.left === run.left && block.rows[0]?.length === run.cells.length) : undefined;
      if (above) {
        above.rows.push(run.cells);
        next.push(above);
      } else {
        next.push({ top: row, left: run.left, rows: [run.cells] });
      }
    }
    done.push(...open.filter((block) => !next.includes(block)));
    open = next;
    previous = row;
  }
  return [...done, ...open].sort((a, b) => a.top - b.top || a.left - b.left);
}

function runsOf(cells: ReadonlyMap<number, PlanCell>): { left: number; cells: PlanCell[] }[] {
  const runs: { left: number; cells: PlanCell[] }[] = [];
  for (const column of [...cells.keys()].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    const value = cells.get(column) ?? null;
    if (last && last.left + last.cells.length === column) last.cells.push(value);
    else runs.push({ left: column, cells: [value] });
  }
  return runs;
}
