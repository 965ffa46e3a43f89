import { addressOf, columnName } from '../address';
import type { CatalogueIndex, Indicator } from '../catalogue/types';
import { cellAt, extentOf, type Grid } from '../grid';
import { isBlank, textOf } from './cell-text';
import { isNumberRow } from './heading';
import type { Matcher } from './match';
import { readNumber, type NumberGrammar } from './numbers';
import { isPart, isTotal, nothingBox, opensSignature } from './row-kinds';
import type { ColumnRole, Figure, FigureRole, Heading, ReportRow, RowMatch } from './types';

export interface TableRows {
  readonly rows: readonly ReportRow[];
  /** The last row of the table, zero-based; the row above dataTop when there is none. */
  readonly bottom: number;
}

const FIGURE_ROLES: readonly FigureRole[] = [
  'plan', 'previousMonth', 'previousCumulative', 'month', 'cumulative', 'lastYear', 'percentOfPlan', 'percentOfLastYear', 'numerator', 'denominator',
];
const WORD_ROLES = ['cause', 'remedy', 'note'] as const;

/**
 * The rows of a table down to its signature block or the sheet's end. A row counts when it says which indicator it is
 * or holds some figure; group headings ("A. CHỈ TIÊU KINH TẾ"), totals and blank rows do not.
 */
export function readRows(grid: Grid, heading: Heading, captionUnit: string, index: CatalogueIndex, matcher: Matcher): TableRows {
  const columns = new Map<ColumnRole, number>(heading.columns.map((each) => [each.role, each.column]));
  const read = rowReader(grid, columns, captionUnit, index);
  const named = heading.columns.find((each) => each.role === 'name')?.heading ?? '';
  const hidden = new Set(grid.hiddenRows);
  const end = extentOf(grid).rows;
  const rows: ReportRow[] = [];
  let bottom = heading.dataTop - 1;
  let above: string | null = null;
  let group = '';
  for (let row = heading.dataTop; row < end; row += 1) {
    const code = wordAt(grid, row, columns.get('code'));
    const name = wordAt(grid, row, columns.get('name'));
    const part = isPart(name);
    const match = matcher.match({ code, name, above: part ? above : null, group: part ? group : '' });
    const sure = match.how === 'code' || match.how === 'name' || match.how === 'alias';
    // A row of the table whose remark begins like a signature ("Giám đốc BHXH báo cáo …") is still a row of the table.
    if (!sure && endsTable(grid, row, columns)) break;
    if (match.how === 'none' && (isNothingBox(grid, row) || repeatsHeading(grid, row, name, named))) continue;
    const counts = sure || holdsFigure(grid, row, columns);
    if (counts && !(match.how === 'none' && (isTotal(name) || (code === '' && name === '' && !namesItself(grid, row, columns))))) {
      rows.push(read(row, match, code, name, hidden.has(row)));
    }
    if (!part && name !== '') {
      above = match.how === 'none' ? null : match.indicator;
      group = match.how === 'none' ? name : '';
    }
    if (counts || code !== '') bottom = row;
  }
  return { rows: withoutEmptyRepeats(withoutRivals(rows)), bottom };
}

/** A name that is only similar to an indicator's is no second row of it where the indicator has a row of its own. */
function withoutRivals(rows: readonly ReportRow[]): readonly ReportRow[] {
  if (!rows.some((row) => row.match.how === 'approximate')) return rows;
  const certain = new Set(rows.flatMap(({ match }) => (match.how === 'none' || match.how === 'approximate' ? [] : [match.indicator])));
  return rows.map((row) => (row.match.how === 'approximate' && certain.has(row.match.indicator) ? { ...row, match: { how: 'none' } } : row));
}

/** A row that only names an indicator (the heading of its parts) is no second row of it beside one that holds figures. */
function withoutEmptyRepeats(rows: readonly ReportRow[]): readonly ReportRow[] {
  const filled = new Set(rows.flatMap((row) => (row.match.how !== 'none' && !isEmpty(row) ? [row.match.indicator] : [])));
  return rows.filter((row) => row.match.how === 'none' || !isEmpty(row) || !filled.has(row.match.indicator));
}

function isEmpty({ figures, words }: ReportRow): boolean {
  return Object.values(figures).every((figure) => figure.role === 'plan' || figure.reading.kind === 'blank') && words.cause === '' && words.remedy === '';
}

/** The heading again, or its column numbers, as they stand on every page of a printed table. */
function repeatsHeading(grid: Grid, row: number, name: string, heading: string): boolean {
  if (name.length > LONGEST_COLUMN_NUMBER && heading.includes(name)) return true;
  return name.length <= LONGEST_COLUMN_NUMBER && isNumberRow((grid.cells[row - grid.origin.row] ?? []).map(textOf));
}
const LONGEST_COLUMN_NUMBER = 4;

/** The signature block begins in a row that holds no number and has a signer's title in it. */
function endsTable(grid: Grid, row: number, columns: ReadonlyMap<ColumnRole, number>): boolean {
  const cells = grid.cells[row - grid.origin.row];
  if (cells === undefined) return false;
  const code = wordAt(grid, row, columns.get('code'));
  if (code !== '' && !opensSignature(code)) return false;
  if (cells.some((cell) => cell?.content?.kind === 'number')) return false;
  // Long texts are causes and remedies; a title that signs is short.
  return cells.some((cell) => cell?.content?.kind === 'text' && cell.content.value.length <= 80 && opensSignature(cell.content.value));
}

/** The box "Không phát sinh trong kỳ" with its tick: no row of the table, whichever columns it stands in. */
function isNothingBox(grid: Grid, row: number): boolean {
  const cells = grid.cells[row - grid.origin.row] ?? [];
  if (cells.some((cell) => cell?.content?.kind === 'number')) return false;
  return cells.some((cell) => cell?.content?.kind === 'text' && cell.content.value.length <= 120 && nothingBox(cell.content.value).isBox);
}

function holdsFigure(grid: Grid, row: number, columns: ReadonlyMap<ColumnRole, number>): boolean {
  return FIGURE_ROLES.some((role) => {
    const column = columns.get(role);
    return column !== undefined && !isBlank(cellAt(grid, row, column));
  });
}

/** Group headings often stand in the first column, or in a merged cell that begins there. */
function namesItself(grid: Grid, row: number, columns: ReadonlyMap<ColumnRole, number>): boolean {
  return wordAt(grid, row, columns.get('ordinal')) !== '';
}

function wordAt(grid: Grid, row: number, column: number | undefined): string {
  return column === undefined ? '' : textOf(cellAt(grid, row, column));
}

type RowReader = (row: number, match: RowMatch, code: string, name: string, hidden: boolean) => ReportRow;

function rowReader(grid: Grid, columns: ReadonlyMap<ColumnRole, number>, captionUnit: string, index: CatalogueIndex): RowReader {
  const figureColumns = FIGURE_ROLES.flatMap((role) => {
    const column = columns.get(role);
    return column === undefined ? [] : [{ role, column, letters: columnName(column) }];
  });
  const identity = columns.get('name') ?? columns.get('code') ?? columns.get('ordinal') ?? 0;
  return (row, match, code, name, hidden) => {
    const indicator = match.how === 'none' ? null : index.indicator(match.indicator);
    const likely = expectedSize(grid, row, columns, indicator);
    const figures: Partial<Record<FigureRole, Figure>> = {};
    const own = grammarOf(indicator, likely);
    for (const { role, column, letters } of figureColumns) {
      const cell = cellAt(grid, row, column);
      figures[role] = { role, address: `${letters}${row + 1}`, cell, reading: readNumber(cell, PERCENT_OR_PART[role] ?? own) };
    }
    const words = { cause: '', remedy: '', note: '' };
    const wordCells: Partial<Record<(typeof WORD_ROLES)[number], string>> = {};
    for (const role of WORD_ROLES) {
      const column = columns.get(role);
      if (column === undefined || isBlank(cellAt(grid, row, column))) continue;
      words[role] = wordAt(grid, row, column);
      wordCells[role] = addressOf(row, column);
    }
    const stated = wordAt(grid, row, columns.get('unitOfMeasure'));
    const at = name === '' && code !== '' ? (columns.get('code') ?? identity) : identity;
    return {
      row, match, statedCode: code, statedName: name === '' ? wordAt(grid, row, columns.get('ordinal')) : name,
      unitOfMeasure: stated === '' ? captionUnit : stated,
      unitOfMeasureFrom: stated !== '' ? 'row' : captionUnit !== '' ? 'caption' : 'none',
      figures, address: addressOf(row, at), words, wordCells, hidden,
    };
  };
}

const PERCENTAGE: NumberGrammar = { decimals: 2, isPercent: true, unit: '%', likely: 100 };
/** Persons or tonnes: the catalogue does not say, so decimals are unknown. */
const PART: NumberGrammar = { decimals: null, isPercent: false };

/** Columns that read alike in every row, whatever its indicator. */
const PERCENT_OR_PART: { readonly [R in FigureRole]?: NumberGrammar } = { percentOfPlan: PERCENTAGE, percentOfLastYear: PERCENTAGE, numerator: PART, denominator: PART };

/** How the other figures of a row read: by what its indicator asks for. */
function grammarOf(indicator: Indicator | null, likely: number | null): NumberGrammar {
  return indicator === null ? { decimals: null, likely } : { decimals: indicator.decimals, isPercent: indicator.unit.includes('%'), unit: indicator.unit, likely };
}

/** About how large the row's figures are: last year's, else the plan that stands there, else the target. Only tells two readings apart. */
function expectedSize(grid: Grid, row: number, columns: ReadonlyMap<ColumnRole, number>, indicator: Indicator | null): number | null {
  for (const role of ['lastYear', 'plan'] as const) {
    const column = columns.get(role);
    const content = column === undefined ? null : (cellAt(grid, row, column)?.content ?? null);
    if (content?.kind === 'number' && content.value !== 0) return content.value;
  }
  return indicator?.target?.kind === 'number' ? indicator.target.value : null;
}
