import { columnName } from '../address';
import { groupTitle } from '../catalogue/groups';
import type { CatalogueIndex } from '../catalogue/types';
import type { Fact } from '../consolidation/types';
import { periodKey, previousPeriod, samePeriod, type Period } from '../period';
import { changedBlocks, type CellWrite } from './diff';
import { levelValidation, nothingValidation, rowValidations, wordValidations } from './form-entry';
import { formItems, type FormItem } from './form-items';
import { AT, BELOW, DATA, dataRowHeight, FORM_COLUMNS, GROUP_HEIGHT, HEAD_HEIGHTS, HEADING, LAST, LEVEL, PARTS_HEIGHT, RIGHT_HALF, SIGNS, TITLE, WIDTHS } from './form-layout';
import { formStyles, runsOfRows } from './form-look';
import { formCells } from './form-row';
import { FORM_SHEET, FORM_VERSION, NAMES } from './names';
import type { PlanCell, SheetPlan } from './plan';
import { emptyPlan } from './plan-sheet';
import { LEVEL_WORDS } from './words';

export { FORM_COLUMNS } from './form-layout';

export interface FormInput {
  readonly unit: string;
  readonly period: Period;
  readonly index: CatalogueIndex;
  /** What is known of earlier months: last month's figures are printed on the form for the unit to confirm or to correct. */
  readonly facts?: readonly Fact[];
  /** How the sheet is called: the unit's code where several forms share a workbook, with names of the sheet's own. */
  readonly sheet?: string;
}

/**
 * Biểu 01 of one unit for one month: the rows that the assignment table gives it, ready to be filled. A unit without rows
 * gets the heading and the box alone. Protected without a password: only what the unit fills is open.
 */
export function formPlan({ unit, period, index, facts = [], sheet = FORM_SHEET }: FormInput): SheetPlan {
  const name = index.unit(unit)?.name ?? unit;
  const items = formItems(index, unit, period);
  const foot = DATA + Math.max(1, items.length) + 1;
  const known = lastMonth(facts, unit, period);
  const scope = sheet === FORM_SHEET ? ('workbook' as const) : ('sheet' as const);
  return {
    ...emptyPlan(sheet, true),
    blocks: changedBlocks([...headWrites(unit, name, period), ...items.flatMap((item, position) => itemWrites(item, DATA + position, index, known)), ...footWrites(foot)], null),
    styles: formStyles(items, foot, period),
    merges: [
      { top: TITLE, bottom: TITLE, left: 0, right: LAST },
      // A list drops down as wide as its cell.
      { top: LEVEL, bottom: LEVEL, left: 0, right: LAST },
      { top: HEADING, bottom: HEADING, left: AT.previous, right: AT.cumulative },
      ...FORM_COLUMNS.map((_, column) => column).filter((column) => !isUnderYear(column)).map((column) => ({ top: HEADING, bottom: HEADING + 1, left: column, right: column })),
    ],
    validations: [
      levelValidation(Object.values(LEVEL_WORDS).map((level) => periodLine(period, level))),
      nothingValidation(foot),
      ...items.flatMap((item, position) => (item.kind === 'row' ? rowValidations(item.indicator, item.assignment, period, DATA + position) : [])),
      ...runsOfRows(items).flatMap(({ top, bottom }) => wordValidations(top, bottom)),
    ],
    names: [
      { name: NAMES.formUnit, formula: `="${unit}"`, scope },
      { name: NAMES.formPeriod, formula: `="${periodKey(period)}"`, scope },
      { name: NAMES.formVersion, formula: `="${FORM_VERSION}"`, scope },
    ],
    columnWidths: Object.fromEntries(WIDTHS.map((width, column) => [column, width])),
    rowHeights: { ...HEAD_HEIGHTS, ...Object.fromEntries(items.map((item, position) => [DATA + position, heightOf(item)])) },
    ...(items.length === 0 ? {} : { growingRows: { top: DATA, bottom: DATA + items.length - 1 } }),
    freeze: { rows: DATA, columns: AT.unitOfMeasure },
    print: { orientation: 'landscape', fitToPagesWide: 1, titleRows: [HEADING, HEADING + 2], footer: `Biểu 01 – ${unit} – tháng ${period.month}/${period.year} – Trang &P/&N`, margin: 36 },
    showGridlines: false,
    protection: { formatCells: true, formatColumns: true, formatRows: true },
  };
}

/** Last month's month figures by indicator. A figure that is held, or that never was one, is not put into the unit's mouth. */
function lastMonth(facts: readonly Fact[], unit: string, period: Period): ReadonlyMap<string, number> {
  const last = previousPeriod(period);
  return new Map(
    facts
      .filter((fact) => fact.unit === unit && fact.used && fact.state === 'figure' && samePeriod(fact.period, last))
      .flatMap(({ indicator, month }) => (month === null ? [] : [[indicator, month] as const])),
  );
}

const isUnderYear = (column: number): boolean => column >= AT.previous && column <= AT.cumulative;

function headWrites(unit: string, name: string, period: Period): CellWrite[] {
  const at = (row: number, column: number, value: PlanCell): CellWrite => ({ row, column, value });
  return [
    at(0, 0, 'UBND TỈNH KHÁNH HÒA'), at(0, RIGHT_HALF, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    at(1, 0, name.toLocaleUpperCase('vi')), at(1, RIGHT_HALF, 'Độc lập - Tự do - Hạnh phúc'),
    at(TITLE, 0, `BÁO CÁO CÁC CHỈ TIÊU KINH TẾ - XÃ HỘI THÁNG ${period.month} NĂM ${period.year}`),
    at(TITLE + 1, 0, `Đơn vị báo cáo: ${name} (${unit})`),
    at(LEVEL, 0, periodLine(period, LEVEL_WORDS.estimate)),
    ...FORM_COLUMNS.map((heading, column) => at(isUnderYear(column) ? HEADING + 1 : HEADING, column, heading)),
    at(HEADING, AT.previous, `Thực hiện năm ${period.year}`),
    ...FORM_COLUMNS.map((_, column) => at(HEADING + 2, column, column < AT.plan ? columnName(column) : column - AT.plan + 1)),
  ];
}

/** The province closes a month's data on the 14th. */
function periodLine(period: Period, level: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const before = previousPeriod(period);
  return `Kỳ số liệu: 15/${two(before.month)}/${before.year} – 14/${two(period.month)}/${period.year}; Mức độ: ${level}`;
}

function footWrites(foot: number): CellWrite[] {
  return [
    { row: foot, column: AT.name, value: 'Không phát sinh trong kỳ (đánh dấu x vào ô bên trái)' },
    { row: foot + BELOW.legend, column: 0, value: 'Ghi chú: đơn vị điền vào ô nền vàng, ô vàng đậm phải có trong kỳ này; ô trắng đã khóa.' },
    { row: foot + BELOW.signature, column: AT.name, value: 'Người lập biểu' },
    { row: foot + BELOW.signature, column: SIGNS, value: 'Thủ trưởng đơn vị' },
    { row: foot + BELOW.hint, column: AT.name, value: '(Ký, ghi rõ họ tên)' },
    { row: foot + BELOW.hint, column: SIGNS, value: '(Ký, đóng dấu, ghi rõ họ tên)' },
  ];
}

function itemWrites(item: FormItem, row: number, index: CatalogueIndex, known: ReadonlyMap<string, number>): CellWrite[] {
  if (item.kind === 'group') return [{ row, column: 0, value: groupTitle(item.group) }];
  if (item.kind === 'partsOf') return [{ row, column: AT.name, value: 'Trong đó:' }];
  const { indicator, assignment, ordinal } = item;
  const { code, name, unitOfMeasure, plan, percentOfPlan, percentOfLastYear } = formCells(indicator, assignment, row, index, AT);
  const previous = indicator.kind === 'flow' ? known.get(code) : undefined;
  return [
    { row, column: AT.ordinal, value: ordinal },
    { row, column: AT.code, value: code },
    { row, column: AT.name, value: name },
    { row, column: AT.unitOfMeasure, value: unitOfMeasure },
    ...(plan === null ? [] : [{ row, column: AT.plan, value: plan }]),
    ...(previous === undefined ? [] : [{ row, column: AT.previous, value: previous }]),
    // With nothing filled in yet, nothing of a plan is done, and a comparison without its base is blank.
    ...(percentOfPlan === null ? [] : [{ row, column: AT.ofPlan, value: { formula: percentOfPlan, result: plan === 0 ? '' : 0 } }]),
    ...(percentOfLastYear === null ? [] : [{ row, column: AT.ofLastYear, value: { formula: percentOfLastYear, result: '' } }]),
  ];
}

function heightOf(item: FormItem): number {
  switch (item.kind) {
    case 'group':
      return GROUP_HEIGHT;
    case 'partsOf':
      return PARTS_HEIGHT;
    case 'row':
      return dataRowHeight(item.indicator.name, item.indicator.unit, item.nested ? 2 : 0);
  }
}
