import { addressOf } from '../address';
import { GROUPS } from '../catalogue/groups';
import type { CatalogueIndex } from '../catalogue/types';
import { cellAt, type Grid } from '../grid';
import { findSummaryLayout, type SummaryKey } from '../sheets/summary-columns';
import { dateOfSerial } from '../sheets/serial';
import { textOf } from '../sheets/table';
import type { IsoDate } from '../period';

/** Columns of the appendix, all of them columns of Tổng hợp. */
export const APPENDIX_KEYS = [
  'ordinal', 'name', 'unit', 'plan', 'month', 'cumulative', 'lastYear', 'percentOfPlan', 'percentOfLastYear', 'state', 'remark',
] as const satisfies readonly SummaryKey[];

export type AppendixKey = (typeof APPENDIX_KEYS)[number];

export interface AppendixCell {
  readonly key: AppendixKey;
  /** Where it stands in Tổng hợp. */
  readonly cell: string;
  readonly content: { readonly kind: 'number'; readonly value: number; readonly decimals: number } | { readonly kind: 'date'; readonly date: IsoDate } | { readonly kind: 'text'; readonly text: string } | null;
}

export interface AppendixLine {
  readonly kind: 'group' | 'indicator';
  readonly isChild: boolean;
  /** Decimals of the indicator's own figures. */
  readonly decimals: number;
  readonly isDated: boolean;
  readonly cells: readonly AppendixCell[];
}

const PERCENTS: readonly AppendixKey[] = ['percentOfPlan', 'percentOfLastYear'];

/** The rows of Tổng hợp that go to the leaders, in the order in which they stand there. */
export function appendixLines(grid: Grid, index: CatalogueIndex): readonly AppendixLine[] {
  const layout = findSummaryLayout(grid);
  if (layout === null) return [];
  const codes = new Map([...layout.rows].map(([code, row]) => [row, code]));
  const last = Math.max(layout.headingRow, ...[...layout.rows].flatMap(([code, row]) => (index.indicator(code) === null ? [] : [row])));
  const groups = new Set<string>(GROUPS.map(({ key }) => key));
  const lines: AppendixLine[] = [];
  for (let row = layout.headingRow + 1; row <= last; row += 1) {
    const indicator = index.indicator(codes.get(row) ?? '');
    const isGroup = indicator === null && groups.has(textOf(cellAt(grid, row, layout.columns.get('ordinal') ?? 0)));
    if (indicator === null && !isGroup) continue;
    const decimals = indicator?.decimals ?? 0;
    const isDated = indicator?.target?.kind === 'date';
    const cells = APPENDIX_KEYS.flatMap((key): AppendixCell[] => {
      const column = layout.columns.get(key);
      return column === undefined ? [] : [{ key, cell: addressOf(row, column), content: contentOf(grid, row, column, key === 'plan' && isDated, PERCENTS.includes(key) ? 2 : decimals) }];
    });
    lines.push({ kind: isGroup ? 'group' : 'indicator', isChild: indicator !== null && indicator.parent !== null, decimals, isDated, cells });
  }
  return lines;
}

function contentOf(grid: Grid, row: number, column: number, isDate: boolean, decimals: number): AppendixCell['content'] {
  const cell = cellAt(grid, row, column);
  if (cell?.content?.kind === 'number') {
    const { value } = cell.content;
    const date = isDate ? dateOfSerial(value) : null;
    return date === null ? { kind: 'number', value, decimals } : { kind: 'date', date };
  }
  const text = textOf(cell);
  return text === '' ? null : { kind: 'text', text };
}
