import type { Area, Book, Cell, CellContent, DefinedName, Grid } from '../../../src/core/grid';

export type Raw = string | number | boolean | null;

export function cell(raw: Raw): Cell | null {
  if (raw === null) return null;
  const content: CellContent =
    typeof raw === 'string' ? { kind: 'text', value: raw } : typeof raw === 'number' ? { kind: 'number', value: raw } : { kind: 'boolean', value: raw };
  return { content, text: String(raw) };
}

export function gridOf(rows: readonly (readonly Raw[])[], options: Partial<Omit<Grid, 'cells'>> = {}): Grid {
  return {
    name: 'Biểu 01', origin: { row: 0, column: 0 }, merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false,
    ...options, cells: rows.map((row) => row.map(cell)),
  };
}

export function bookOf(file: string, grids: readonly Grid[], names: readonly DefinedName[] = []): Book {
  return { file, hash: '00', modified: null, names, grids, date1904: false };
}

export function merge(top: number, left: number, bottom: number, right: number): Area {
  return { top, left, bottom, right };
}
