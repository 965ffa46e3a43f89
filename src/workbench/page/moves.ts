import type { SheetModel } from '../model/types';
import { isRowHidden, usedRect } from '../model/workbook';

export interface At {
  readonly row: number;
  readonly col: number;
}

export interface Press {
  readonly key: string;
  readonly control: boolean;
  readonly shift: boolean;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** Where a key leads from a cell, as in Excel; null when it is no key of movement. `page` is the rows of a screenful. */
export function moveFrom(sheet: SheetModel, from: At, { key, control, shift }: Press, page: number, last: At): At | null {
  const inside = ({ row, col }: At): At => ({ row: Math.min(last.row, Math.max(0, row)), col: Math.min(last.col, Math.max(0, col)) });
  const used = usedRect(sheet, true);
  const step = STEPS[key] ?? (key === 'Enter' ? [shift ? -1 : 1, 0] : key === 'Tab' ? [0, shift ? -1 : 1] : undefined);
  if (step !== undefined) return control && key.startsWith('Arrow') ? edgeOf(sheet, from, step, last) : visible(sheet, from, step, last);
  switch (key) {
    case 'PageUp':
      return inside({ row: from.row - page, col: from.col });
    case 'PageDown':
      return inside({ row: from.row + page, col: from.col });
    case 'Home':
      return { row: control ? 0 : from.row, col: 0 };
    case 'End':
      return control && used !== null ? { row: used.lastRow, col: used.lastCol } : null;
    default:
      return null;
  }
}

/** The next cell that shows; hidden rows and columns are stepped over. */
function visible(sheet: SheetModel, from: At, [down, right]: readonly [number, number], last: At): At {
  let at = from;
  do {
    const next = { row: at.row + down, col: at.col + right };
    if (next.row < 0 || next.col < 0 || next.row > last.row || next.col > last.col) return from;
    at = next;
  } while (isRowHidden(sheet, at.row) || sheet.columns.get(at.col)?.hidden === true);
  return at;
}

/** Ctrl with an arrow: to the end of a run of filled cells, or over blank ones to the next filled cell. */
function edgeOf(sheet: SheetModel, from: At, [down, right]: readonly [number, number], last: At): At {
  const filled = ({ row, col }: At): boolean => (sheet.cells.get(row)?.get(col)?.value ?? null) !== null;
  const after = ({ row, col }: At): At => ({ row: row + down, col: col + right });
  const inside = ({ row, col }: At): boolean => row >= 0 && col >= 0 && row <= last.row && col <= last.col;
  let at = from;
  const inRun = filled(from) && inside(after(from)) && filled(after(from));
  while (inside(after(at))) {
    const next = after(at);
    if (inRun && !filled(next)) return at;
    at = next;
    if (!inRun && filled(at)) return at;
  }
  return at;
}
