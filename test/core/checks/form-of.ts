import { addressOf, positionOf } from '../../../src/core/address';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Catalogue, CatalogueIndex } from '../../../src/core/catalogue/types';
import { checkBook } from '../../../src/core/checks/check-book';
import type { Finding, FindingCode } from '../../../src/core/checks/finding';
import { emptyHistory } from '../../../src/core/checks/history';
import type { Book, Cell, DefinedName, Grid } from '../../../src/core/grid';
import type { Period } from '../../../src/core/period';
import { readBook } from '../../../src/core/report/read-book';
import { formPlan } from '../../../src/core/sheets/form';
import { june } from './report-of';

/** What a test puts into a cell: a constant, a formula with its result, or nothing. */
export type Put = string | number | null | { readonly formula: string; readonly result?: number | string } | Cell;

export function cellOf(put: Put): Cell | null {
  if (put === null) return null;
  if (typeof put === 'string') return { content: { kind: 'text', value: put }, text: put };
  if (typeof put === 'number') return { content: { kind: 'number', value: put }, text: String(put) };
  if ('content' in put) return put;
  const result = put.result ?? '';
  return { content: typeof result === 'number' ? { kind: 'number', value: result } : { kind: 'text', value: result }, text: String(result), formula: put.formula };
}

export interface Form {
  readonly grid: Grid;
  readonly names: readonly DefinedName[];
}

export interface FormOptions {
  readonly unit?: string;
  readonly period?: Period;
  readonly catalogue?: Partial<Catalogue>;
  readonly grid?: Partial<Omit<Grid, 'cells'>>;
}

const AS_IT_IS: Partial<Catalogue> = {};
const made = new WeakMap<Partial<Catalogue>, CatalogueIndex>();

/** The programme with what a test changes in it; made once for each change. */
export function catalogueOf(more: Partial<Catalogue> = AS_IT_IS): CatalogueIndex {
  const index = made.get(more) ?? indexCatalogue({ ...programme2024(), ...more });
  made.set(more, index);
  return index;
}

/** The standard form of a unit with what a test puts into it, by A1. */
export function formOf(puts: Readonly<Record<string, Put>>, { unit = 'SCT', period = june, catalogue, grid = {} }: FormOptions = {}): Form {
  const plan = formPlan({ unit, period, index: catalogueOf(catalogue) });
  const all = new Map<string, Cell | null>();
  for (const { top, left, rows } of plan.blocks) {
    rows.forEach((row, r) => row.forEach((value, c) => {
      if (value !== null) all.set(addressOf(top + r, left + c), cellOf(typeof value === 'object' ? { formula: value.formula } : typeof value === 'boolean' ? String(value) : value));
    }));
  }
  for (const [address, put] of Object.entries(puts)) all.set(address, cellOf(put));
  return {
    grid: { name: plan.sheet, origin: { row: 0, column: 0 }, cells: rowsOf(all), merges: plan.merges, hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: true, ...grid },
    names: plan.names.map(({ name, formula }) => ({ name, scope: null, value: formula.slice(2, -1) })),
  };
}

/** A sheet of nobody's design: rows as texts and numbers. */
export function sheetOf(rows: readonly (readonly Put[])[], grid: Partial<Omit<Grid, 'cells'>> = {}): Form {
  return { grid: { name: 'T6', origin: { row: 0, column: 0 }, cells: rows.map((row) => row.map(cellOf)), merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false, ...grid }, names: [] };
}

function rowsOf(all: ReadonlyMap<string, Cell | null>): (Cell | null)[][] {
  const rows: (Cell | null)[][] = [];
  for (const [address, cell] of all) {
    const at = positionOf(address);
    if (at) (rows[at.row] ??= [])[at.column] = cell;
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null));
}

export interface LookOptions {
  readonly file?: string;
  readonly kind?: 'file' | 'sheet';
  readonly book?: Partial<Book>;
  readonly catalogue?: Partial<Catalogue>;
  readonly period?: Period;
}

/** What reading and checking find in a form or sheet. */
export function look({ grid, names }: Form, { file = 'SCT_2024-06.xlsx', kind = 'file', book = {}, catalogue, period = june }: LookOptions = {}): readonly Finding[] {
  const index = catalogueOf(catalogue);
  const reading = readBook({ file, hash: '00', modified: null, names, grids: [grid], date1904: false, ...book }, index, kind);
  return checkBook({ reading, index, reportPeriod: period, history: emptyHistory }).findings;
}

/** Cells and what was found of one code, a line each. */
export function said(code: FindingCode, form: Form, options?: LookOptions): string[] {
  return look(form, options).filter((finding) => finding.code === code).map((finding) => `${finding.cells.join('+')} ${finding.found ?? ''}`.trim());
}
