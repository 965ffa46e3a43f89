import { addressOf } from '../address';
import { requiredRoles } from '../catalogue/due';
import type { Assignment, Indicator } from '../catalogue/types';
import { lastDayOf } from '../catalogue/validity';
import { previousPeriod, type Period } from '../period';
import type { FigureRole } from '../report/types';
import { AT, FORM_COLUMNS, LEVEL, LAST, type FormColumn } from './form-layout';
import type { ValidationPlan } from './plan';
import { serialOf } from './serial';

/** Signs that may stand where there is no figure: nothing occurred, not available, not applicable. */
const SIGNS = ['-', '–', '…', '...', 'x'] as const;
const LONGEST_WORDS = 2000;

/** Columns of a row that the unit fills: figures by the indicator's kind, and its words. */
export function openColumns(indicator: Indicator): FormColumn[] {
  const { kind, aggregation } = indicator;
  const flows = kind === 'flow' ? [AT.previous, AT.month] : [];
  const lastYear = kind === 'flow' || kind === 'stock' ? [AT.lastYear] : [];
  const parts = aggregation === 'ratio' || kind === 'rate' || kind === 'cohort' ? [AT.numerator, AT.denominator] : [];
  return [...flows, AT.cumulative, ...lastYear, ...parts, AT.cause, AT.remedy, AT.note];
}

/** The figures among them. */
export const openFigures = (indicator: Indicator): FormColumn[] => openColumns(indicator).filter((column) => column < AT.cause);

const ROLES: Readonly<Partial<Record<FormColumn, FigureRole>>> = { [AT.month]: 'month', [AT.cumulative]: 'cumulative', [AT.numerator]: 'numerator', [AT.denominator]: 'denominator' };

/** Whether a figure must stand in this column of the row in this month. */
export function isRequired(column: FormColumn, indicator: Indicator, assignment: Assignment, period: Period): boolean {
  const role = ROLES[column];
  return role !== undefined && requiredRoles(indicator, assignment, period).includes(role);
}

/** What each cell of a row takes, said in the prompt: a number within the indicator's bounds or a sign for none. */
export function rowValidations(indicator: Indicator, assignment: Assignment, period: Period, row: number): ValidationPlan[] {
  return openFigures(indicator).map((column): ValidationPlan => {
    const isDate = column === AT.cumulative && indicator.target?.kind === 'date';
    const cell = addressOf(row, column);
    const must = isRequired(column, indicator, assignment, period) ? 'Phải có trong kỳ này. ' : '';
    return {
      area: { top: row, bottom: row, left: column, right: column },
      rule: { kind: 'custom', formula: isDate ? dateFormula(cell, period) : figureFormula(cell, column, indicator) },
      prompt: { title: FORM_COLUMNS[column], message: isDate ? dayHint(period) : `${must}${meaningOf(column, indicator, assignment, period)}${measureOf(column, indicator)}${SIGNS_HINT}` },
      error: isDate
        ? { title: 'Không phải ngày phù hợp', message: `Ô này nhận ngày hoàn thành trong năm ${period.year}, không sau kỳ báo cáo.` }
        : { title: 'Không phải số phù hợp', message: `Ô này nhận một con số${boundsOf(column, indicator)}, không kèm chữ; không có số thì ghi "-", "…" hoặc "x".` },
    };
  });
}

const SIGNS_HINT = ' Không phát sinh ghi "-", chưa có ghi "…", không áp dụng ghi "x".';

/** The three columns of words over some rows that follow each other. */
export function wordValidations(top: number, bottom: number): ValidationPlan[] {
  const words: readonly (readonly [FormColumn, string])[] = [
    [AT.cause, 'Nêu ngắn gọn tồn tại, nguyên nhân; cần có khi chỉ tiêu chậm tiến độ.'],
    [AT.remedy, 'Nêu giải pháp đã và sẽ làm; kiến nghị với tỉnh nếu có.'],
    [AT.note, 'Ghi chú thêm về số liệu, nếu có.'],
  ];
  return words.map(([column, message]): ValidationPlan => ({
    area: { top, bottom, left: column, right: column },
    rule: { kind: 'textLength', max: LONGEST_WORDS },
    prompt: { title: FORM_COLUMNS[column], message },
    error: { title: 'Quá dài', message: `Ô này nhận nhiều nhất ${LONGEST_WORDS} ký tự.` },
  }));
}

/** The line of data period and level is chosen from a list of such lines. */
export function levelValidation(lines: readonly string[]): ValidationPlan {
  return {
    area: { top: LEVEL, bottom: LEVEL, left: 0, right: LAST },
    rule: { kind: 'list', values: lines },
    prompt: { title: 'Mức độ số liệu', message: 'Chọn dòng có mức độ của số liệu: ước tính, sơ bộ hoặc chính thức.' },
    error: { title: 'Mức độ số liệu', message: 'Hãy chọn một dòng trong danh sách.' },
  };
}

/** The box "Không phát sinh trong kỳ". */
export function nothingValidation(row: number): ValidationPlan {
  return {
    area: { top: row, bottom: row, left: AT.code, right: AT.code },
    rule: { kind: 'list', values: ['x'] },
    prompt: { title: 'Không phát sinh trong kỳ', message: 'Chọn x khi trong kỳ đơn vị không có số liệu nào để báo cáo.' },
    error: { title: 'Không phát sinh trong kỳ', message: 'Ô này chỉ nhận dấu x, hoặc để trống.' },
  };
}

function figureFormula(cell: string, column: FormColumn, { bounds, decimals }: Indicator): string {
  const isPart = column === AT.numerator || column === AT.denominator;
  const min = isPart ? 0 : bounds.min;
  const max = isPart || column === AT.lastYear ? null : bounds.max;
  const limits = [
    ...(min === null ? [] : [`${cell}>${!isPart && bounds.minExclusive ? '' : '='}${min}`]),
    ...(max === null ? [] : [`${cell}<${bounds.maxExclusive ? '' : '='}${max}`]),
    ...(!isPart && decimals === 0 ? [`${cell}=INT(${cell})`] : []),
  ];
  const number = limits.length === 0 ? 'TRUE' : limits.length === 1 ? limits.join('') : `AND(${limits.join(',')})`;
  return `=IF(ISNUMBER(${cell}),${number},OR(${SIGNS.map((sign) => `${cell}="${sign}"`).join(',')}))`;
}

/** Words about a milestone are welcome too: what cannot be is a day outside of the year so far. */
function dateFormula(cell: string, period: Period): string {
  return `=IF(ISNUMBER(${cell}),AND(${cell}>=${serialOf(`${period.year}-01-01`)},${cell}<${serialOf(lastDayOf(period)) + 1}),TRUE)`;
}

const dayHint = (period: Period): string => `Khi đã xong, nhập ngày hoàn thành (ngày/tháng/${period.year}). Chưa xong thì để trống và nêu tình hình ở hai cột bên phải.`;

const monthText = ({ month, year }: Period): string => `${month}/${year}`;

/** What the figure of a column is, in words. */
function meaningOf(column: FormColumn, indicator: Indicator, { notes }: Assignment, period: Period): string {
  switch (column) {
    case AT.previous:
      return `Thực hiện tháng ${monthText(previousPeriod(period))}. Số in sẵn là số đã báo cáo; có điều chỉnh thì ghi số mới`;
    case AT.month:
      return `Ước thực hiện riêng tháng ${monthText(period)}`;
    case AT.cumulative:
      return indicator.kind === 'flow' ? `Cộng dồn từ đầu năm đến hết tháng ${monthText(period)}` : `Kết quả đến tháng ${monthText(period)}`;
    case AT.lastYear:
      return indicator.kind === 'flow' ? `Cộng dồn đến hết tháng ${monthText({ ...period, year: period.year - 1 })}` : `Kết quả cùng thời điểm năm ${period.year - 1}`;
    case AT.numerator:
      return `Tử số của tỷ lệ${partName(notes, 'numerator|tử số')}`;
    case AT.denominator:
      return `Mẫu số của tỷ lệ${partName(notes, 'denominator|mẫu số')}`;
    default:
      return 'Nhập số';
  }
}

/** "numerator người có thẻ; denominator dân số" → ": người có thẻ". */
function partName(notes: string, label: string): string {
  const name = new RegExp(`(?:${label})\\s*:?\\s*([^;()]+)`, 'iu').exec(notes)?.[1]?.trim();
  return name === undefined || name === '' ? '' : `: ${name}`;
}

function measureOf(column: FormColumn, { unit }: Indicator): string {
  return column === AT.numerator || column === AT.denominator || unit === '' ? '.' : `; đơn vị tính: ${unit}.`;
}

/** " từ 0 đến 100", as far as there are bounds. */
function boundsOf(column: FormColumn, { bounds: { min, max }, decimals }: Indicator): string {
  const isPart = column === AT.numerator || column === AT.denominator;
  const [from, to] = isPart ? [0, null] : [min, column === AT.lastYear ? null : max];
  const shown = (value: number): string => String(value).replace('.', ',');
  return `${!isPart && decimals === 0 ? ' nguyên' : ''}${from === null ? '' : ` từ ${shown(from)}`}${to === null ? '' : `${from === null ? ' không quá' : ' đến'} ${shown(to)}`}${from !== null && to === null ? ' trở lên' : ''}`;
}
