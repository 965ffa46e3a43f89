import { columnName } from '../address';
import { cellAt, extentOf, type Grid } from '../grid';
import { textOf } from './table';

/** Columns of Tổng hợp. `assessed` ones are judged against the target, the others come from the facts. */
export type SummaryKey =
  | 'ordinal' | 'code' | 'name' | 'unit' | 'plan' | 'month' | 'cumulative' | 'lastYear' | 'percentOfPlan' | 'percentOfLastYear'
  | 'expected' | 'gap' | 'gapToDate' | 'pace' | 'forecast' | 'needed' | 'state' | 'pathway' | 'forecastMethod' | 'scenarioMonth' | 'scenarioValue' | 'pastShare' | 'coverage' | 'used' | 'contributors' | 'asOf' | 'remark' | 'note';

export interface SummaryColumn {
  readonly key: SummaryKey;
  readonly header: string;
  readonly width: number;
}

/** What is printed comes first, as the leaders read it; the counts behind the coverage and what the paths are made of stand to the right of it. */
export const SUMMARY_COLUMNS: readonly SummaryColumn[] = [
  { key: 'ordinal', header: 'STT', width: 5 },
  { key: 'code', header: 'Mã', width: 8 },
  { key: 'name', header: 'Chỉ tiêu', width: 38 },
  { key: 'unit', header: 'ĐVT', width: 14 },
  { key: 'plan', header: 'Kế hoạch năm', width: 10 },
  { key: 'month', header: 'Thực hiện tháng', width: 9 },
  { key: 'cumulative', header: 'Lũy kế', width: 10 },
  { key: 'lastYear', header: 'Cùng kỳ năm trước', width: 10 },
  { key: 'percentOfPlan', header: 'So với KH (%)', width: 8 },
  { key: 'percentOfLastYear', header: 'So với cùng kỳ (%)', width: 8 },
  { key: 'expected', header: 'Kỳ vọng đến nay', width: 10 },
  { key: 'pathway', header: 'Đường kỳ vọng', width: 10 },
  { key: 'gap', header: 'Chênh lệch so với kế hoạch năm', width: 11 },
  { key: 'gapToDate', header: 'Chênh lệch đến nay', width: 10 },
  { key: 'pace', header: 'Tiến độ', width: 7 },
  { key: 'forecast', header: 'Dự báo cả năm', width: 10 },
  { key: 'forecastMethod', header: 'Cách dự báo', width: 10 },
  { key: 'needed', header: 'Cần thêm mỗi tháng', width: 9 },
  { key: 'state', header: 'Trạng thái', width: 19 },
  { key: 'coverage', header: 'Độ phủ', width: 7 },
  { key: 'remark', header: 'Ghi chú hệ thống', width: 13 },
  { key: 'note', header: 'Ghi chú của chuyên viên', width: 22 },
  { key: 'asOf', header: 'Tháng của số liệu', width: 9 },
  { key: 'used', header: 'Đơn vị đã có số liệu', width: 9 },
  { key: 'contributors', header: 'Đơn vị phải có', width: 9 },
  { key: 'scenarioMonth', header: 'Tháng của kịch bản', width: 9 },
  { key: 'scenarioValue', header: 'Giá trị kịch bản', width: 10 },
  { key: 'pastShare', header: 'Tỷ trọng các năm trước', width: 10 },
];

/** The last printed column. */
export const LAST_PRINTED: SummaryKey = 'note';

/** Where Tổng hợp keeps its things: as made, or as the analyst has rearranged it. */
export interface SummaryLayout {
  readonly headingRow: number;
  readonly columns: ReadonlyMap<SummaryKey, number>;
  /** Sheet row of each indicator, by code. */
  readonly rows: ReadonlyMap<string, number>;
}

const fold = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
const DEEPEST_HEADING = 60;

/** The layout of an existing sheet, null when its heading row is not to be found. "Kế hoạch năm 2024" counts as "Kế hoạch năm". */
export function findSummaryLayout(grid: Grid): SummaryLayout | null {
  const { rows: height, columns: width } = extentOf(grid);
  for (let row = grid.origin.row; row < Math.min(height, grid.origin.row + DEEPEST_HEADING); row += 1) {
    const columns = new Map<SummaryKey, number>();
    for (let column = grid.origin.column; column < width; column += 1) {
      const text = fold(textOf(cellAt(grid, row, column))).replace(/^(kế hoạch năm) \d{4}$/, '$1');
      const known = SUMMARY_COLUMNS.find((each) => fold(each.header) === text);
      if (known && !columns.has(known.key)) columns.set(known.key, column);
    }
    const code = columns.get('code');
    if (code === undefined || !columns.has('cumulative') || !columns.has('name')) continue;
    const rows = new Map<string, number>();
    for (let at = row + 1; at < height; at += 1) {
      const text = textOf(cellAt(grid, at, code));
      if (text !== '' && !rows.has(text)) rows.set(text, at);
    }
    return { headingRow: row, columns, rows };
  }
  return null;
}

/** "$G12" for a column of a row: the column stays, so that a formula may be filled down. */
export type CellOf = (key: SummaryKey) => string;

export function cellsOfRow(columns: ReadonlyMap<SummaryKey, number>, row: number): CellOf {
  return (key) => `$${columnName(columns.get(key) ?? 0)}${row + 1}`;
}
