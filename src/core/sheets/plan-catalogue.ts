import { thresholdRows } from '../catalogue/thresholds';
import type { Catalogue } from '../catalogue/types';
import type { Grid } from '../grid';
import {
  ASSIGNMENT_COLUMNS, DENOMINATOR_COLUMNS, HOLIDAY_COLUMNS, INDICATOR_COLUMNS, UNIT_COLUMNS, UNIT_PLAN_COLUMNS, type CatalogueColumn,
} from './catalogue-columns';
import { homeOf } from './home';
import { SHEETS, TABLES, type OwnTable } from './names';
import { PAST_COLUMNS, SCENARIO_COLUMNS } from './path-columns';
import type { SheetPlan } from './plan';
import { tableSheetPlan } from './plan-sheet';
import { CLOSED_PERIOD_COLUMNS, IDENTITY_COLUMNS, SEVERITY_COLUMNS, THRESHOLD_COLUMNS } from './rule-columns';
import { planTable, textOf, type StoredTable, type TablePart, type TableSpec } from './table';

/** One table of Danh mục, with what stands above it. */
interface Section {
  readonly title: string;
  readonly stored: StoredTable | null;
  /** The table as it would be made from the column `left` on. */
  readonly make: (left: number) => TablePart;
  /** What is added to a table that stands already. */
  readonly keep: (table: StoredTable) => TablePart;
}

const TITLE_ROW = 0;
const PAGES_WIDE = 4;
const TITLE_STYLE = { bold: true, fontSize: 13 } as const;

/**
 * Danh mục belongs to the analysts: it is filled once, and later only what formulas need is added to rows of theirs.
 * A table that is missing is made again to the right of everything that stands there.
 */
export function planCatalogueSheet(catalogue: Catalogue, stored: (name: string) => StoredTable | null, existing: readonly Grid[]): SheetPlan {
  const sections = sectionsOf(catalogue, stored);
  const anchor = sections.find((section) => section.stored !== null)?.stored ?? null;
  const home = homeOf(SHEETS.catalogue, anchor, existing);
  let left = home.grid ? firstFreeColumn(home.grid, sections.flatMap((section) => (section.stored?.sheet === home.sheet ? [section.stored] : []))) : 0;
  const made: { readonly title: string; readonly part: TablePart }[] = [];
  const parts: TablePart[] = [];
  for (const section of sections) {
    // A table that the analysts moved to another sheet is left as it is there.
    if (section.stored) {
      if (section.stored.sheet === home.sheet) parts.push(section.keep(section.stored));
      continue;
    }
    const part = section.make(left);
    left = part.area.right + 2;
    parts.push(part);
    made.push({ title: section.title, part });
  }
  const plan = tableSheetPlan(home.sheet, home.grid, parts, { tabColor: '#555555', frozenColumns: 0 });
  return {
    ...plan,
    // A dozen tables side by side: on one page nobody could read them.
    print: plan.print && { ...plan.print, fitToPagesWide: PAGES_WIDE },
    blocks: [...made.map(({ title, part }) => ({ top: TITLE_ROW, left: part.area.left, rows: [[title]] })), ...plan.blocks],
    styles: [...made.map(({ part: { area } }) => ({ area: { top: TITLE_ROW, bottom: TITLE_ROW, left: area.left, right: area.left }, style: TITLE_STYLE })), ...plan.styles],
  };
}

function sectionsOf(catalogue: Catalogue, stored: (name: string) => StoredTable | null): readonly Section[] {
  const section = <Row>(name: OwnTable, title: string, columns: readonly CatalogueColumn<Row>[], rows: readonly Row[]): Section => {
    const spec: TableSpec<Row> = { name, columns, keyHeaders: [], keyOf: (row) => JSON.stringify(row), keyOfStored: () => null };
    return {
      title,
      stored: stored(name),
      make: (left) => withFirstHelpers(columns, rows, planTable(spec, rows, null, { row: TITLE_ROW + 1, column: left })),
      keep: (table) => formulasOnly(columns, table),
    };
  };
  return [
    section(TABLES.indicators, 'Chỉ tiêu', INDICATOR_COLUMNS, catalogue.indicators),
    section(TABLES.units, 'Đơn vị', UNIT_COLUMNS, catalogue.units),
    section(TABLES.assignments, 'Phân công: ai báo cáo chỉ tiêu nào', ASSIGNMENT_COLUMNS, catalogue.assignments),
    section(TABLES.unitPlans, 'Kế hoạch giao cho đơn vị', UNIT_PLAN_COLUMNS, catalogue.unitPlans),
    section(TABLES.holidays, 'Ngày nghỉ', HOLIDAY_COLUMNS, catalogue.holidays),
    section(TABLES.denominators, 'Mẫu số có thời hạn (tên là mã chỉ tiêu: mẫu số cả năm của tỷ lệ đó)', DENOMINATOR_COLUMNS, catalogue.denominators),
    section(TABLES.identities, 'Ràng buộc giữa các chỉ tiêu (dung sai 0,005 là 0,5 %; trống: do làm tròn)', IDENTITY_COLUMNS, catalogue.identities),
    section(TABLES.severities, 'Mức độ được đổi của kiểm tra', SEVERITY_COLUMNS, catalogue.severities),
    section(TABLES.thresholds, 'Ngưỡng của kiểm tra', THRESHOLD_COLUMNS, thresholdRows(catalogue.thresholds)),
    section(TABLES.closedPeriods, 'Kỳ đã khóa sổ', CLOSED_PERIOD_COLUMNS, catalogue.closedPeriods),
    section(TABLES.scenarios, 'Kịch bản được duyệt: lũy kế kỳ vọng đến hết tháng (tỷ lệ, tốc độ: mức kỳ vọng); theo quý thì ghi tháng 3, 6, 9, 12', SCENARIO_COLUMNS, catalogue.scenarios),
    section(TABLES.pastCumulatives, 'Lũy kế các năm trước theo tháng; tháng 12 là cả năm', PAST_COLUMNS, catalogue.pastCumulatives),
  ];
}

/** A table without rows has its helpers in the blank one: Excel fills them down as the analysts type below each other. */
function withFirstHelpers<Row>(columns: readonly CatalogueColumn<Row>[], rows: readonly Row[], part: TablePart): TablePart {
  if (rows.length > 0) return part;
  const helpers = columns.flatMap((column, position) => {
    const value = helperFormula(column);
    return value === null ? [] : [{ row: part.area.top + 1, column: part.area.left + position, value }];
  });
  return { ...part, writes: [...part.writes, ...helpers] };
}

/** One column is left blank after the last one that holds anything, be it a table's or a note of the analysts'. */
function firstFreeColumn(grid: Grid, tables: readonly StoredTable[]): number {
  const last = Math.max(-2, ...tables.map((table) => table.area.right), ...grid.cells.map((row) => grid.origin.column + row.findLastIndex((cell) => cell !== null)));
  return last + 2;
}

/** The helper formulas of a table that the analysts keep; nothing else in it is touched. */
function formulasOnly<Row>(columns: readonly CatalogueColumn<Row>[], table: StoredTable): TablePart {
  const writes = table.rows.flatMap((row) =>
    columns.flatMap((column) => {
      const position = table.columnOf(column.header);
      const value = helperFormula(column);
      const filled = columns.some((each) => helperFormula(each) === null && textOf(row.at(each.header)) !== '');
      return position !== null && value !== null && filled ? [{ row: row.row, column: position, value }] : [];
    }),
  );
  const codes = columns.filter((column) => column.required).flatMap((column) => table.columnOf(column.header) ?? []);
  return { writes, table: null, styles: [], validations: [], widths: {}, area: table.area, keyColumns: codes.slice(0, 2) };
}

/** A helper's formula is the same in every row, so it needs none to be asked for. */
function helperFormula<Row>(column: CatalogueColumn<Row>): { readonly formula: string } | null {
  return column.helper === undefined ? null : { formula: column.helper };
}
