import type { CatalogueIndex } from '../catalogue/types';
import type { Fact } from '../consolidation/types';
import { periodKey } from '../period';
import { FACT, storedPeriod } from '../sheets/fact-table';
import { TABLES } from '../sheets/names';
import { numberOf, textOf, type StoredRow, type StoredTable, type TableColumn, type TableSpec } from '../sheets/table';
import { STATE_WORDS, valueOfWord } from '../sheets/words';
import { provinceAt } from '../trace/province-at';
import { currentlyFrozen, frozenHash, type FrozenFigure, type StoredFrozen } from './frozen';

/** Headings of DaKhoa. */
export const FROZEN = {
  year: FACT.year, month: FACT.month, indicator: FACT.indicator, plan: 'Kế hoạch năm', monthFigure: FACT.monthFigure, cumulative: FACT.cumulative, lastYear: FACT.lastYear,
  percentOfPlan: 'So với KH (%)', percentOfLastYear: 'So với cùng kỳ (%)', expected: 'Kỳ vọng đến nay', gapToDate: 'Chênh lệch đến nay', pace: 'Tiến độ', forecast: 'Dự báo cả năm',
  state: 'Trạng thái', coverage: 'Độ phủ', provisional: 'Tạm tính', closedAt: 'Khóa lúc', by: 'Người khóa', hash: 'Mã băm', now: 'Lũy kế hiện nay', difference: 'Khác số đã khóa',
} as const;

export const FROZEN_KEYS: readonly string[] = [FROZEN.year, FROZEN.month, FROZEN.indicator, FROZEN.closedAt];
const YES = 'có';
const NUMBER = '#,##0.00';
const DIFFERENCE =
  `=IF(AND(ISNUMBER([@[${FROZEN.now}]]),ISNUMBER([@[${FROZEN.cumulative}]])),ROUND([@[${FROZEN.now}]]-[@[${FROZEN.cumulative}]],6),"")`;

/** A row of DaKhoa, with what the facts make of it now. */
export interface FrozenRow extends FrozenFigure {
  readonly now: number | null;
}

/**
 * DaKhoa: one row a closed month × indicator × closing. What is frozen is written once, when the month is closed; later
 * runs only say beside it what the facts make now.
 */
export function frozenTable(index: CatalogueIndex, task: 'freeze' | 'compare'): TableSpec<FrozenRow> {
  const frozen = (header: string, width: number, cell: (row: FrozenRow) => string | number | null, format?: string): TableColumn<FrozenRow> => ({
    header, width, ...(format === undefined ? {} : { format }), ...(task === 'freeze' ? { cell } : {}),
  });
  return {
    name: TABLES.frozen,
    columns: [
      frozen(FROZEN.year, 7, (row) => row.period.year),
      frozen(FROZEN.month, 7, (row) => row.period.month),
      frozen(FROZEN.indicator, 10, (row) => row.indicator),
      frozen('Chỉ tiêu', 40, ({ indicator }) => index.indicator(indicator)?.name ?? indicator),
      frozen('ĐVT', 14, ({ indicator }) => index.indicator(indicator)?.unit ?? null),
      frozen(FROZEN.plan, 12, (row) => row.plan, NUMBER),
      frozen(FROZEN.monthFigure, 12, (row) => row.month, NUMBER),
      frozen(FROZEN.cumulative, 13, (row) => row.cumulative, NUMBER),
      frozen(FROZEN.lastYear, 13, (row) => row.lastYear, NUMBER),
      frozen(FROZEN.percentOfPlan, 10, (row) => row.percentOfPlan, NUMBER),
      frozen(FROZEN.percentOfLastYear, 10, (row) => row.percentOfLastYear, NUMBER),
      frozen(FROZEN.expected, 12, (row) => row.expected, NUMBER),
      frozen(FROZEN.gapToDate, 12, (row) => row.gapToDate, NUMBER),
      frozen(FROZEN.pace, 9, (row) => row.pace, '0.00'),
      frozen(FROZEN.forecast, 12, (row) => row.forecast, NUMBER),
      frozen(FROZEN.state, 20, (row) => (row.state === null ? null : STATE_WORDS[row.state])),
      frozen(FROZEN.coverage, 8, (row) => row.coverage, '0%'),
      frozen(FROZEN.provisional, 9, (row) => (row.provisional ? YES : null)),
      frozen(FROZEN.closedAt, 24, (row) => row.closedAt),
      frozen(FROZEN.by, 20, (row) => row.by),
      frozen(FROZEN.hash, 18, (row) => frozenHash(row)),
      { header: FROZEN.now, width: 13, format: NUMBER, cell: (row) => row.now },
      { header: FROZEN.difference, width: 13, format: NUMBER, cell: () => ({ formula: DIFFERENCE }) },
    ],
    keyHeaders: FROZEN_KEYS,
    keyOf: keyOfFrozen,
    keyOfStored: (stored) => {
      const frozen = frozenIn(stored);
      return frozen === null ? null : keyOfFrozen(frozen);
    },
  };
}

const keyOfFrozen = ({ period, indicator, closedAt }: FrozenFigure): string => `${periodKey(period)}|${indicator}|${closedAt}`;

/** What the table holds; a row without month or indicator is no frozen figure. */
export function storedFrozen(table: StoredTable | null): readonly StoredFrozen[] {
  return (table?.rows ?? []).flatMap((row) => frozenIn(row) ?? []);
}

function frozenIn(row: StoredRow): StoredFrozen | null {
  const period = storedPeriod(row);
  const text = (header: string): string => textOf(row.at(header));
  const number = (header: string): number | null => numberOf(row.at(header));
  const indicator = text(FROZEN.indicator);
  if (!period || indicator === '') return null;
  return {
    period, indicator,
    plan: number(FROZEN.plan), month: number(FROZEN.monthFigure), cumulative: number(FROZEN.cumulative), lastYear: number(FROZEN.lastYear),
    percentOfPlan: number(FROZEN.percentOfPlan), percentOfLastYear: number(FROZEN.percentOfLastYear), expected: number(FROZEN.expected), gapToDate: number(FROZEN.gapToDate),
    pace: number(FROZEN.pace), forecast: number(FROZEN.forecast), state: valueOfWord(STATE_WORDS, text(FROZEN.state)), coverage: number(FROZEN.coverage),
    provisional: text(FROZEN.provisional).toLowerCase() === YES, closedAt: text(FROZEN.closedAt), by: text(FROZEN.by), hash: text(FROZEN.hash),
  };
}

/** Every frozen row with what the facts make of it now; nothing for months that were opened again, and for closings that a later one replaced. */
export function comparedRows(index: CatalogueIndex, facts: readonly Fact[], rows: readonly StoredFrozen[]): readonly FrozenRow[] {
  const current = new Set<FrozenFigure>(currentlyFrozen(rows, index.catalogue.closedPeriods));
  const months = new Map([...current].map(({ period }) => [periodKey(period), period]));
  const at = new Map([...months].map(([key, period]) => [key, provinceAt(index, facts, period)]));
  return rows.map((row) => ({ ...row, now: current.has(row) ? (at.get(periodKey(row.period))?.figures.get(row.indicator)?.cumulative ?? null) : null }));
}
