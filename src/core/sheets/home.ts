import type { Grid } from '../grid';
import type { StoredTable } from './table';

/** Where a table lives: its own sheet wherever that is, else a new one, under another name where the name is taken. */
export function homeOf(sheet: string, table: StoredTable | null, existing: readonly Grid[]): { readonly sheet: string; readonly grid: Grid | null } {
  return table ? { sheet: table.sheet, grid: table.grid } : { sheet: freeName(sheet, existing), grid: null };
}

export function freeName(sheet: string, existing: readonly Grid[]): string {
  const taken = (name: string): boolean => existing.some((grid) => grid.name.toLowerCase() === name.toLowerCase());
  let name = sheet;
  for (let number = 2; taken(name); number += 1) name = `${sheet} (${number})`;
  return name;
}
