import { taskGroupCode } from '../catalogue/task-groups';
import type { Aggregation, Assignment, CalendarDay, Denominator, Indicator, IndicatorKind, ReportingUnit, Target, UnitPlan } from '../catalogue/types';
import type { IsoDate } from '../period';
import { FACT } from './fact-table';
import { NAMES, TABLES } from './names';
import { dayFirst, serialOf } from './serial';
import type { TableColumn } from './table';
import { AGGREGATION_WORDS, DAY_WORDS, DIRECTION_WORDS, DUE_WORDS, KIND_WORDS, OPEN_ERRORS_WORDS, OPERATOR_WORDS, ROLE_WORDS, UNIT_KIND_WORDS } from './words';

/** A column of the catalogue, with the field of the row that it holds: a fault is shown in its cell. */
export interface CatalogueColumn<Row> extends TableColumn<Row> {
  readonly field: string;
  /** Other fields that stand in this column, in rows of another sort. */
  readonly also?: readonly string[];
  /** The table cannot be used without it. */
  readonly required?: boolean;
  /** Says something to the reader; it is not read back. */
  readonly note?: boolean;
  /** The formula of a column that only other formulas need; the same in every row. */
  readonly helper?: string;
}

export const DATE = 'dd/mm/yyyy';
export const YES = 'có';
export const LAST_YEAR = 'cùng kỳ năm trước';

export const dateCell = (date: IsoDate | null): number | null => (date === null ? null : serialOf(date));
export const wordsOf = (words: Readonly<Record<string, string>>): readonly string[] => Object.values(words);

/** A date target stands as text: a serial number could not be told from a number to reach. */
function targetCell(target: Target | null): number | string | null {
  switch (target?.kind) {
    case 'number':
      return target.value;
    case 'date':
      return dayFirst(target.date);
    case 'lastYear':
      return LAST_YEAR;
    case undefined:
      return null;
  }
}

/** Columns that workbooks made earlier lack: there the programme's bands and cuts hold. */
export const PLAUSIBLE = { min: 'Hợp lý từ', max: 'Hợp lý đến' } as const;
export const CUTS = { onTrack: 'Ngưỡng đúng tiến độ', behind: 'Ngưỡng chậm' } as const;

/** Told by its code, "III.3"; workbooks made earlier lack the column. */
export const TASK_GROUP = 'Nhóm nhiệm vụ';

export const INDICATOR_COLUMNS: readonly CatalogueColumn<Indicator>[] = [
  { header: 'Mã', field: 'code', width: 9, required: true, cell: (row) => row.code },
  { header: 'Tên chỉ tiêu', field: 'name', width: 46, wrap: true, required: true, cell: (row) => row.name },
  { header: 'Tên gọn', field: 'short', width: 22, cell: (row) => row.short },
  { header: 'Tên khác', field: 'aliases', width: 30, cell: (row) => row.aliases.join('; ') },
  { header: 'Đơn vị tính', field: 'unit', width: 16, cell: (row) => row.unit },
  { header: 'Nhóm', field: 'group', width: 7, required: true, list: ['A', 'B', 'C', 'D'], cell: (row) => row.group },
  { header: 'Thuộc', field: 'parent', width: 9, cell: (row) => row.parent },
  { header: 'Loại', field: 'kind', width: 16, required: true, list: wordsOf(KIND_WORDS), cell: (row) => KIND_WORDS[row.kind] },
  { header: 'Cách gộp', field: 'aggregation', width: 15, required: true, list: wordsOf(AGGREGATION_WORDS), cell: (row) => AGGREGATION_WORDS[row.aggregation] },
  { header: 'Phép so', field: 'operator', width: 8, list: wordsOf(OPERATOR_WORDS), cell: (row) => (row.operator ? OPERATOR_WORDS[row.operator] : null) },
  { header: 'Mục tiêu', field: 'target', width: 18, required: true, format: '#,##0.00', cell: (row) => targetCell(row.target) },
  { header: 'Chiều tốt', field: 'better', width: 9, list: wordsOf(DIRECTION_WORDS), cell: (row) => (row.better ? DIRECTION_WORDS[row.better] : null) },
  { header: 'Đầu năm', field: 'baseline', width: 10, format: '#,##0.00', cell: (row) => row.baseline },
  { header: 'Dung sai', field: 'tolerance', width: 9, cell: (row) => row.tolerance },
  { header: 'Hệ số', field: 'scale', width: 8, cell: (row) => row.scale },
  { header: 'Số lẻ', field: 'decimals', width: 7, cell: (row) => row.decimals },
  { header: 'Cận dưới', field: 'bounds.min', width: 9, cell: (row) => row.bounds.min },
  { header: 'Cận trên', field: 'bounds.max', width: 9, cell: (row) => row.bounds.max },
  { header: 'Bỏ cận dưới', field: 'bounds.minExclusive', width: 9, list: [YES], cell: (row) => (row.bounds.minExclusive ? YES : null) },
  { header: 'Bỏ cận trên', field: 'bounds.maxExclusive', width: 9, list: [YES], cell: (row) => (row.bounds.maxExclusive ? YES : null) },
  { header: PLAUSIBLE.min, field: 'plausible.min', width: 9, cell: (row) => row.plausible?.min ?? null },
  { header: PLAUSIBLE.max, field: 'plausible.max', width: 9, cell: (row) => row.plausible?.max ?? null },
  { header: CUTS.onTrack, field: 'cuts.onTrack', width: 13, cell: (row) => row.cuts?.onTrack ?? null },
  { header: CUTS.behind, field: 'cuts.behind', width: 9, cell: (row) => row.cuts?.behind ?? null },
  { header: TASK_GROUP, field: 'taskGroup', width: 9, cell: (row) => (row.taskGroup === null ? null : taskGroupCode(row.taskGroup)) },
  { header: 'Tính từ', field: 'derivation.of', also: ['derivation.method'], width: 9, cell: (row) => row.derivation?.of ?? null },
  { header: 'Chia cho', field: 'derivation.denominator', width: 12, cell: (row) => (row.derivation?.method === 'share' ? row.derivation.denominator : null) },
  { header: 'Hiệu lực từ', field: 'validFrom', width: 12, format: DATE, cell: (row) => dateCell(row.validFrom) },
  { header: 'Hiệu lực đến', field: 'validTo', width: 12, format: DATE, cell: (row) => dateCell(row.validTo) },
];

export const UNIT_COLUMNS: readonly CatalogueColumn<ReportingUnit>[] = [
  { header: 'Mã', field: 'code', width: 10, required: true, cell: (row) => row.code },
  { header: 'Tên đơn vị', field: 'name', width: 38, required: true, cell: (row) => row.name },
  { header: 'Tên gọn', field: 'short', width: 18, cell: (row) => row.short },
  { header: 'Tên khác', field: 'aliases', width: 30, cell: (row) => row.aliases.join('; ') },
  { header: 'Loại', field: 'kind', width: 24, required: true, list: wordsOf(UNIT_KIND_WORDS), cell: (row) => UNIT_KIND_WORDS[row.kind] },
  { header: 'Khi còn lỗi', field: 'openErrors', width: 11, list: wordsOf(OPEN_ERRORS_WORDS), cell: (row) => OPEN_ERRORS_WORDS[row.openErrors] },
  { header: 'Hiệu lực từ', field: 'validFrom', width: 12, format: DATE, cell: (row) => dateCell(row.validFrom) },
  { header: 'Hiệu lực đến', field: 'validTo', width: 12, format: DATE, cell: (row) => dateCell(row.validTo) },
];

export const ASSIGNMENT = { indicator: 'Mã chỉ tiêu', unit: 'Mã đơn vị', role: 'Vai trò', due: 'Kỳ hạn', notes: 'Ghi chú', key: 'Khóa', newest: 'Tháng mới nhất', lacking: 'Còn thiếu' } as const;

const KEY = `=[@[${ASSIGNMENT.unit}]]&"|"&[@[${ASSIGNMENT.indicator}]]`;

const facts = (header: string): string => `${TABLES.facts}[${header}]`;
const monthly = `[@[${ASSIGNMENT.due}]]="M"`;
/** Whether the row's indicator is of a kind (and of an aggregation), asked of ChiTieu. */
const isKind = (kind: IndicatorKind, aggregation?: Aggregation): string =>
  `COUNTIFS(${TABLES.indicators}[Mã],[@[${ASSIGNMENT.indicator}]],${TABLES.indicators}[Loại],"${KIND_WORDS[kind]}"` +
  `${aggregation ? `,${TABLES.indicators}[Cách gộp],"${AGGREGATION_WORDS[aggregation]}"` : ''})>0`;
const usedFacts = `${facts(FACT.key)},[@${ASSIGNMENT.key}],${facts(FACT.used)},1,${facts(FACT.year)},${NAMES.year}`;

/**
 * The month whose figure counts at the report month: that month itself where it is due monthly, else the latest one
 * reported and used. The parts of a stock stay what they were until they are reported anew.
 */
const NEWEST_MONTH =
  `=IF(AND(${monthly},NOT(${isKind('stock', 'sum')})),${NAMES.month},MAXIFS(${facts(FACT.month)},${usedFacts},${facts(FACT.month)},"<="&${NAMES.month}))`;

/** 1 where a figure is due at the report month and no usable one of that month is there: the sum over it is provisional. */
const LACKING =
  `=IF(OR(${monthly},AND([@[${ASSIGNMENT.due}]]="Q",MOD(${NAMES.month},3)=0),AND([@[${ASSIGNMENT.due}]]="S",MOD(${NAMES.month},6)=0)),` +
  `IF(IF(AND(${monthly},${isKind('flow')}),COUNTIFS(${usedFacts},${facts(FACT.month)},${NAMES.month},${facts(FACT.monthFigure)},">-1E+99"),` +
  `COUNTIFS(${usedFacts},${facts(FACT.month)},${NAMES.month}))=0,1,0),0)`;

export const ASSIGNMENT_COLUMNS: readonly CatalogueColumn<Assignment>[] = [
  { header: ASSIGNMENT.indicator, field: 'indicator', width: 11, required: true, cell: (row) => row.indicator },
  { header: ASSIGNMENT.unit, field: 'unit', width: 11, required: true, cell: (row) => row.unit },
  { header: ASSIGNMENT.role, field: 'role', width: 13, required: true, list: wordsOf(ROLE_WORDS), cell: (row) => ROLE_WORDS[row.role] },
  { header: ASSIGNMENT.due, field: 'due', width: 8, required: true, list: wordsOf(DUE_WORDS), cell: (row) => row.due },
  { header: ASSIGNMENT.notes, field: 'notes', width: 34, cell: (row) => row.notes },
  { header: ASSIGNMENT.key, field: 'key', width: 14, helper: KEY, cell: () => ({ formula: KEY }) },
  { header: ASSIGNMENT.newest, field: 'newest', width: 10, helper: NEWEST_MONTH, cell: () => ({ formula: NEWEST_MONTH }) },
  { header: ASSIGNMENT.lacking, field: 'lacking', width: 8, helper: LACKING, cell: () => ({ formula: LACKING }) },
];

export const UNIT_PLAN_COLUMNS: readonly CatalogueColumn<UnitPlan>[] = [
  { header: 'Mã đơn vị', field: 'unit', width: 11, required: true, cell: (row) => row.unit },
  { header: 'Mã chỉ tiêu', field: 'indicator', width: 11, required: true, cell: (row) => row.indicator },
  { header: 'Kế hoạch', field: 'plan', width: 13, required: true, format: '#,##0.00', cell: (row) => row.plan },
];

export const HOLIDAY = { date: 'Ngày nghỉ', kind: 'Loại' } as const;

/** A day without a kind is free, as in tables that were made before there were kinds. */
export const HOLIDAY_COLUMNS: readonly CatalogueColumn<CalendarDay>[] = [
  { header: HOLIDAY.date, field: 'date', width: 12, required: true, format: DATE, cell: (row) => serialOf(row.date) },
  { header: HOLIDAY.kind, field: 'kind', width: 10, list: wordsOf(DAY_WORDS), cell: (row) => DAY_WORDS[row.kind] },
];

export const DENOMINATOR = { name: 'Tên', value: 'Giá trị', validFrom: 'Từ ngày', validTo: 'Đến ngày' } as const;

export const DENOMINATOR_COLUMNS: readonly CatalogueColumn<Denominator>[] = [
  { header: DENOMINATOR.name, field: 'name', width: 14, required: true, cell: (row) => row.name },
  { header: DENOMINATOR.value, field: 'value', width: 12, required: true, format: '#,##0.00', cell: (row) => row.value },
  { header: DENOMINATOR.validFrom, field: 'validFrom', width: 12, format: DATE, cell: (row) => dateCell(row.validFrom) },
  { header: DENOMINATOR.validTo, field: 'validTo', width: 12, format: DATE, cell: (row) => dateCell(row.validTo) },
];
