import { columnName } from '../address';
import { groupTitle, GROUPS } from '../catalogue/groups';
import { requiredRoles } from '../catalogue/due';
import type { Assignment, CatalogueIndex, Group, Indicator } from '../catalogue/types';
import { periodKey, previousPeriod, type Period } from '../period';
import type { CellWrite } from './diff';
import { changedBlocks } from './diff';
import { formCells, isOnForm } from './form-row';
import { FORM_SHEET, FORM_VERSION, NAMES } from './names';
import type { BorderStyle, CellStyle, PlanCell, SheetPlan, StyledArea, ValidationPlan } from './plan';
import { emptyPlan } from './plan-sheet';
import { numberFormatOf } from './summary-style';
import { LEVEL_WORDS } from './words';

/** Columns A to P of Biểu 01 by their position. */
export const FORM_COLUMNS = [
  'STT', 'Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm', 'Thực hiện tháng trước', 'Ước thực hiện tháng', 'Lũy kế từ đầu năm', 'Lũy kế cùng kỳ năm trước',
  'So với kế hoạch (%)', 'So với cùng kỳ (%)', 'Tử số', 'Mẫu số', 'Tồn tại, nguyên nhân', 'Giải pháp, kiến nghị', 'Ghi chú',
] as const;
const AT = { plan: 4, previous: 5, month: 6, cumulative: 7, lastYear: 8, ofPlan: 9, ofLastYear: 10, numerator: 11, denominator: 12, cause: 13, remedy: 14, note: 15 } as const;
const WIDTHS = [5, 8, 42, 14, 12, 12, 12, 12, 12, 10, 10, 12, 12, 30, 30, 16];
const HEADING = 7;
const DATA = 10;
const LAST = FORM_COLUMNS.length - 1;
const GRID_LINE: BorderStyle = { edges: 'all', style: 'thin', color: '#7F7F7F' };

export interface FormInput {
  readonly unit: string;
  readonly period: Period;
  readonly index: CatalogueIndex;
  /** How the sheet is called: the unit's code where several forms share a workbook, with names of the sheet's own. */
  readonly sheet?: string;
}

type Item =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'partsOf' }
  | { readonly kind: 'row'; readonly indicator: Indicator; readonly assignment: Assignment; readonly ordinal: number };

/** Biểu 01 of one unit for one month: the rows that the assignment table gives it, ready to be filled. A unit without rows gets the heading alone. */
export function formPlan({ unit, period, index, sheet = FORM_SHEET }: FormInput): SheetPlan {
  const reporting = index.unit(unit);
  const items = itemsOf(index, unit, period);
  const foot = DATA + Math.max(1, items.length) + 1;
  const writes: CellWrite[] = [...headWrites(unit, reporting?.name ?? unit, period), ...footWrites(foot)];
  const styles: StyledArea[] = headStyles();
  const validations: ValidationPlan[] = [levelValidation(period), nothingValidation(foot)];
  items.forEach((item, position) => {
    const row = DATA + position;
    styles.push({ area: { top: row, bottom: row, left: 0, right: LAST }, style: { border: GRID_LINE, vertical: 'center', ...(item.kind === 'row' ? {} : { bold: true }) } });
    if (item.kind === 'group') writes.push({ row, column: 0, value: groupTitle(item.group) });
    else if (item.kind === 'partsOf') writes.push({ row, column: 2, value: 'Trong đó:' });
    else {
      writes.push(...rowWrites(item.indicator, item.assignment, item.ordinal, row, index));
      styles.push(...rowStyles(item.indicator, row));
      validations.push(...rowValidations(item.indicator, item.assignment, period, row));
    }
  });
  const scope = sheet === FORM_SHEET ? ('workbook' as const) : ('sheet' as const);
  return {
    ...emptyPlan(sheet, true),
    blocks: changedBlocks(writes, null),
    styles: [...styles, { area: { top: 5, bottom: 5, left: 0, right: 0 }, style: { locked: false } }, { area: { top: foot, bottom: foot, left: 1, right: 1 }, style: { locked: false, fill: '#FFF9E5', border: GRID_LINE, horizontal: 'center' } }],
    merges: [
      { top: 3, bottom: 3, left: 0, right: LAST },
      { top: HEADING, bottom: HEADING, left: AT.previous, right: AT.cumulative },
      ...FORM_COLUMNS.map((_, column) => column).filter((column) => column < AT.previous || column > AT.cumulative).map((column) => ({ top: HEADING, bottom: HEADING + 1, left: column, right: column })),
    ],
    validations,
    names: [
      { name: NAMES.formUnit, formula: `="${unit}"`, scope },
      { name: NAMES.formPeriod, formula: `="${periodKey(period)}"`, scope },
      { name: NAMES.formVersion, formula: `="${FORM_VERSION}"`, scope },
    ],
    columnWidths: Object.fromEntries(WIDTHS.map((width, column) => [column, width])),
    rowHeights: { [HEADING + 1]: 34 },
    freeze: { rows: DATA, columns: 3 },
    print: { orientation: 'landscape', fitToPagesWide: 1, titleRows: [HEADING, HEADING + 2], footer: 'Trang &P/&N' },
  };
}

/** Rows of the unit in the catalogue's order, under their groups; children under a "Trong đó" where their parent stands above them. */
function itemsOf(index: CatalogueIndex, unit: string, period: Period): Item[] {
  const own = index.catalogue.indicators.flatMap((indicator) => {
    const assignment = index.assignment(unit, indicator.code);
    return assignment && isOnForm(indicator, assignment, period) ? [{ indicator, assignment }] : [];
  });
  const codes = new Set(own.map(({ indicator }) => indicator.code));
  const items: Item[] = [];
  let ordinal = 0;
  for (const { key } of GROUPS) {
    const members = own.filter(({ indicator }) => indicator.group === key);
    if (members.length > 0) items.push({ kind: 'group', group: key });
    const opened = new Set<string>();
    for (const member of members) {
      const { parent } = member.indicator;
      if (parent !== null && codes.has(parent) && !opened.has(parent)) {
        opened.add(parent);
        items.push({ kind: 'partsOf' });
      }
      items.push({ kind: 'row', ...member, ordinal: (ordinal += 1) });
    }
  }
  return items;
}

function headWrites(unit: string, name: string, period: Period): CellWrite[] {
  const at = (row: number, column: number, value: PlanCell): CellWrite => ({ row, column, value });
  return [
    at(0, 0, 'UBND TỈNH KHÁNH HÒA'), at(0, 8, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    at(1, 0, name.toLocaleUpperCase('vi')), at(1, 8, 'Độc lập - Tự do - Hạnh phúc'),
    at(3, 0, `BÁO CÁO CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI THÁNG ${period.month} NĂM ${period.year}`),
    at(4, 0, `Đơn vị báo cáo: ${name} (${unit})`),
    at(5, 0, periodLine(period, LEVEL_WORDS.estimate)),
    ...FORM_COLUMNS.map((heading, column) => at(column >= AT.previous && column <= AT.cumulative ? HEADING + 1 : HEADING, column, heading)),
    at(HEADING, AT.previous, `Thực hiện năm ${period.year}`),
    ...FORM_COLUMNS.map((_, column) => at(HEADING + 2, column, column < AT.plan ? columnName(column) : column - AT.plan + 1)),
  ];
}

/** The province closes a month's data on the 14th; the level is chosen from a list of such lines. */
function periodLine(period: Period, level: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const before = previousPeriod(period);
  return `Kỳ số liệu: 15/${two(before.month)}/${before.year} – 14/${two(period.month)}/${period.year}; Mức độ: ${level}`;
}

function footWrites(foot: number): CellWrite[] {
  return [
    { row: foot, column: 2, value: 'Không phát sinh trong kỳ (đánh dấu x vào ô bên trái)' },
    { row: foot + 2, column: 2, value: 'Người lập biểu' },
    { row: foot + 2, column: 11, value: 'Thủ trưởng đơn vị' },
  ];
}

function rowWrites(indicator: Indicator, assignment: Assignment, ordinal: number, row: number, index: CatalogueIndex): CellWrite[] {
  const { code, name, unitOfMeasure, plan, percentOfPlan, percentOfLastYear } = formCells(indicator, assignment, row, index, AT);
  return [
    { row, column: 0, value: ordinal },
    { row, column: 1, value: code },
    { row, column: 2, value: name },
    { row, column: 3, value: unitOfMeasure },
    ...(plan === null ? [] : [{ row, column: AT.plan, value: plan }]),
    ...(percentOfPlan === null ? [] : [{ row, column: AT.ofPlan, value: { formula: percentOfPlan } }]),
    ...(percentOfLastYear === null ? [] : [{ row, column: AT.ofLastYear, value: { formula: percentOfLastYear } }]),
  ];
}

/** Columns that the unit fills: figures by the indicator's kind, and its words. */
function openColumns(indicator: Indicator): number[] {
  const flows = indicator.kind === 'flow' ? [AT.previous, AT.month] : [];
  const parts = indicator.aggregation === 'ratio' || indicator.kind === 'rate' || indicator.kind === 'cohort' ? [AT.numerator, AT.denominator] : [];
  return [...flows, AT.cumulative, ...(indicator.kind === 'flow' || indicator.kind === 'stock' ? [AT.lastYear] : []), ...parts, AT.cause, AT.remedy, AT.note];
}

function rowStyles(indicator: Indicator, row: number): StyledArea[] {
  const cell = (column: number, style: CellStyle): StyledArea => ({ area: { top: row, bottom: row, left: column, right: column }, style });
  const figure = numberFormatOf(indicator.decimals);
  return [
    cell(0, { horizontal: 'center' }),
    cell(2, { wrap: true, ...(indicator.parent !== null ? { indent: 2 } : {}) }),
    ...[AT.plan, AT.previous, AT.month, AT.cumulative, AT.lastYear].map((column) => cell(column, { numberFormat: figure })),
    ...[AT.ofPlan, AT.ofLastYear].map((column) => cell(column, { numberFormat: '#,##0.00' })),
    ...[AT.numerator, AT.denominator].map((column) => cell(column, { numberFormat: '#,##0.##' })),
    ...openColumns(indicator).map((column) => cell(column, { locked: false, ...(column >= AT.cause ? { wrap: true } : { fill: '#FFF9E5' }) })),
  ];
}

const UNITS_HINT = (indicator: Indicator): string => (indicator.unit === '' ? '' : `, đơn vị tính: ${indicator.unit}`);

function rowValidations(indicator: Indicator, assignment: Assignment, period: Period, row: number): ValidationPlan[] {
  const required = requiredRoles(indicator, assignment, period);
  const { min, max } = indicator.bounds;
  return openColumns(indicator).filter((column) => column < AT.cause).map((column): ValidationPlan => {
    const isPart = column === AT.numerator || column === AT.denominator;
    const role = column === AT.month ? 'month' : column === AT.cumulative ? 'cumulative' : column === AT.numerator ? 'numerator' : column === AT.denominator ? 'denominator' : null;
    const must = role !== null && required.includes(role) ? 'Phải có trong kỳ này. ' : '';
    const whole = !isPart && indicator.decimals === 0;
    return {
      area: { top: row, bottom: row, left: column, right: column },
      rule: { kind: whole ? 'whole' : 'decimal', min: isPart ? 0 : min ?? -1e12, max: isPart || column === AT.lastYear ? 1e15 : max ?? 1e15 },
      prompt: { title: FORM_COLUMNS[column] ?? '', message: `${must}Nhập số${UNITS_HINT(indicator)}. Không phát sinh ghi "-", chưa có ghi "…".` },
      error: { title: 'Không phải số phù hợp', message: 'Ô này nhận một con số trong giới hạn của chỉ tiêu, không kèm chữ.' },
    };
  });
}

function levelValidation(period: Period): ValidationPlan {
  return {
    area: { top: 5, bottom: 5, left: 0, right: 0 },
    rule: { kind: 'list', values: Object.values(LEVEL_WORDS).map((level) => periodLine(period, level)) },
    prompt: { title: 'Mức độ số liệu', message: 'Chọn ước tính, sơ bộ hoặc chính thức.' },
  };
}

function nothingValidation(foot: number): ValidationPlan {
  return {
    area: { top: foot, bottom: foot, left: 1, right: 1 },
    rule: { kind: 'list', values: ['x'] },
    prompt: { title: 'Không phát sinh', message: 'Chọn x khi trong kỳ đơn vị không có số liệu nào để báo cáo.' },
  };
}

function headStyles(): StyledArea[] {
  const line = (row: number, left: number, right: number, style: CellStyle): StyledArea => ({ area: { top: row, bottom: row, left, right }, style });
  const heading: CellStyle = { bold: true, wrap: true, horizontal: 'center', vertical: 'center', fill: '#D9E4F0', border: GRID_LINE };
  return [
    { area: { top: 0, bottom: HEADING + 2, left: 0, right: LAST }, style: { fontName: 'Times New Roman', fontSize: 12 } },
    line(0, 8, 8, { bold: true }), line(1, 0, 0, { bold: true }), line(1, 8, 8, { bold: true }),
    line(3, 0, LAST, { bold: true, fontSize: 14, horizontal: 'center' }),
    line(HEADING, 0, LAST, heading), line(HEADING + 1, 0, LAST, heading),
    line(HEADING + 2, 0, LAST, { italic: true, horizontal: 'center', border: GRID_LINE }),
  ];
}
