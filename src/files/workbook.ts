import { read, type WorkBook } from '@e965/xlsx';
import type { DefinedName, Grid } from '../core/grid';
import { toGrid } from './grids';
import { LIMITS } from './limits';
import { definedName } from './names';
import { PLAIN_SHEET, type Prepared } from './prepared';
import { abnormal, accept, encrypted, unreadable, type Result } from './refusal';

export interface ReadWorkbook {
  readonly grids: readonly Grid[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  /** Sheets that are listed but whose part could not be read. */
  readonly broken: readonly string[];
}

/** The file library reports oddities on the console; a command that prints JSON and a user's console have no use for them. */
function quietly<T>(run: () => T): T {
  const { error, warn } = console;
  const silent = (): void => undefined;
  Object.assign(console, { error: silent, warn: silent });
  try {
    return run();
  } finally {
    Object.assign(console, { error, warn });
  }
}

function parse(prepared: Prepared): Result<WorkBook> {
  try {
    const workbook = quietly(() =>
      read(prepared.bytes, {
        type: prepared.format === 'xls' ? 'buffer' : 'array',
        dense: true,
        cellFormula: true,
        cellNF: true,
        cellText: true,
        cellHTML: false,
        cellDates: false,
        raw: true,
        // Hidden rows and columns come only with the styles; in OpenDocument we find them ourselves.
        cellStyles: prepared.format !== 'ods',
      }),
    );
    return accept(workbook);
  } catch (error) {
    // Some of its errors are plain strings.
    const message = error instanceof Error ? error.message : String(error);
    return /password|encrypt/i.test(message) ? encrypted() : unreadable('damaged', prepared.format);
  }
}

const VISIBILITY = ['visible', 'hidden', 'veryHidden'] as const;

function namesOf(workbook: WorkBook): DefinedName[] {
  const list = workbook.Workbook?.Names ?? [];
  return list.slice(0, LIMITS.definedNames).flatMap(({ Name, Ref, Sheet }) => {
    if (typeof Name !== 'string' || typeof Ref !== 'string') return [];
    return [definedName(Name, Sheet === undefined ? null : workbook.SheetNames[Sheet] ?? null, Ref)];
  });
}

/** Cells, names and sheets of a workbook that passed the guard. Refuses with F01 or F03; never throws. */
export function readPrepared(prepared: Prepared): Result<ReadWorkbook> {
  const parsed = parse(prepared);
  if (!parsed.ok) return parsed;
  const workbook = parsed.value;
  if (workbook.SheetNames.length === 0) return unreadable('damaged', prepared.format);
  if (workbook.SheetNames.length > LIMITS.sheets) return abnormal('tooManySheets', LIMITS.sheets);
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const grids: Grid[] = [];
  const broken: string[] = [];
  let cells = 0;
  for (const [index, name] of workbook.SheetNames.entries()) {
    if (typeof name !== 'string' || name === '' || name.length > LIMITS.sheetName) return unreadable('damaged', prepared.format);
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
    if (!sheet || typeof sheet !== 'object') {
      broken.push(name);
      continue;
    }
    // Chart, macro and dialog sheets hold no figures.
    if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') continue;
    const grid = toGrid({
      name,
      sheet,
      facts: prepared.sheets.get(name) ?? PLAIN_SHEET,
      visibility: VISIBILITY[workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0] ?? 'visible',
      setting: { date1904, general: prepared.format === 'ods' ? '0' : 'General' },
      cellsBefore: cells,
    });
    if (!grid.ok) return grid;
    cells += grid.value.cells;
    grids.push(grid.value.grid);
  }
  return accept({ grids, names: prepared.names ?? namesOf(workbook), date1904, broken });
}
