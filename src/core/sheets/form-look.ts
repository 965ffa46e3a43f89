import type { Assignment, Indicator } from '../catalogue/types';
import type { Period } from '../period';
import { isRequired, openFigures } from './form-entry';
import type { FormItem } from './form-items';
import { AT, BELOW, DATA, HEADING, LAST, LEVEL, RIGHT_HALF, SIGNS, TITLE } from './form-layout';
import type { BorderStyle, CellStyle, StyledArea } from './plan';
import { numberFormatOf } from './summary-style';

const FONT = 'Times New Roman';
const GRID_LINE: BorderStyle = { edges: 'all', style: 'thin', color: '#7F7F7F' };
/** Where the unit writes, and where it must: two steps that grey print keeps apart. */
const OPEN = '#FFF9E5';
const DUE = '#FFE9A8';

const area = (top: number, left: number, bottom: number, right: number, style: CellStyle): StyledArea => ({ area: { top, left, bottom, right }, style });
const line = (row: number, left: number, right: number, style: CellStyle): StyledArea => area(row, left, row, right, style);

/** The look of the whole form; `foot` is the row of the box below the table. */
export function formStyles(items: readonly FormItem[], foot: number, period: Period): StyledArea[] {
  return [
    area(0, 0, foot + BELOW.end, LAST, { fontName: FONT, fontSize: 12 }),
    ...headStyles(),
    ...tableStyles(items),
    ...items.flatMap((item, position) => (item.kind === 'row' ? rowStyles(item, DATA + position, period) : [])),
    line(foot, AT.code, AT.code, { locked: false, bold: true, fill: OPEN, border: GRID_LINE, horizontal: 'center' }),
    line(foot, AT.name, AT.name, { horizontal: 'left', indent: 1 }),
    line(foot + BELOW.legend, 0, 0, { italic: true, fontSize: 11 }),
    line(foot + BELOW.signature, AT.name, AT.name, { bold: true, horizontal: 'center' }),
    line(foot + BELOW.signature, SIGNS, LAST, { bold: true, horizontal: 'centerAcross' }),
    line(foot + BELOW.hint, AT.name, AT.name, { italic: true, horizontal: 'center' }),
    line(foot + BELOW.hint, SIGNS, LAST, { italic: true, horizontal: 'centerAcross' }),
  ];
}

function headStyles(): StyledArea[] {
  const heading: CellStyle = { bold: true, wrap: true, horizontal: 'center', vertical: 'center', fill: '#D9E4F0', border: GRID_LINE };
  return [
    line(0, 0, AT.unitOfMeasure, { horizontal: 'centerAcross' }),
    line(1, 0, AT.unitOfMeasure, { bold: true, horizontal: 'centerAcross' }),
    area(0, RIGHT_HALF, 1, LAST, { bold: true, horizontal: 'centerAcross' }),
    // The motto is underlined by the edge of the row below; the style of a cell knows no underline.
    line(2, RIGHT_HALF + 3, LAST - 2, { border: { edges: 'top', style: 'thin', color: '#000000' } }),
    line(TITLE, 0, LAST, { bold: true, fontSize: 14, horizontal: 'center', vertical: 'center' }),
    line(TITLE + 1, 0, LAST, { bold: true, horizontal: 'centerAcross' }),
    line(LEVEL, 0, LAST, { locked: false, italic: true, horizontal: 'center', fill: OPEN }),
    area(HEADING, 0, HEADING + 1, LAST, heading),
    line(HEADING + 2, 0, LAST, { italic: true, fontSize: 10, horizontal: 'center', border: GRID_LINE }),
  ];
}

/** Lines and alignment of the table. A group's title runs over the cells beside it, so no line stands between them. */
function tableStyles(items: readonly FormItem[]): StyledArea[] {
  const groups = items.flatMap((item, position) => (item.kind === 'group' ? [line(DATA + position, 0, LAST, { bold: true, vertical: 'center', fill: '#EEF3F8', border: { ...GRID_LINE, edges: 'outline' } })] : []));
  const bodies = runsOfRows(items).flatMap(({ top, bottom }) => [
    area(top, 0, bottom, LAST, { vertical: 'center', border: GRID_LINE }),
    area(top, 0, bottom, AT.code, { horizontal: 'center' }),
    area(top, AT.name, bottom, AT.name, { wrap: true }),
    area(top, AT.unitOfMeasure, bottom, AT.unitOfMeasure, { wrap: true, horizontal: 'center' }),
    area(top, AT.ofPlan, bottom, AT.ofLastYear, { numberFormat: '#,##0.00' }),
    area(top, AT.numerator, bottom, AT.denominator, { numberFormat: '#,##0.0' }),
    area(top, AT.cause, bottom, AT.note, { wrap: true }),
  ]);
  const parts = items.flatMap((item, position) => (item.kind === 'partsOf' ? [line(DATA + position, AT.name, AT.name, { italic: true, horizontal: 'left', indent: 1 })] : []));
  return [...groups, ...bodies, ...parts];
}

/** Rows between group titles, as areas: each group opens with its title. */
export function runsOfRows(items: readonly FormItem[]): { readonly top: number; readonly bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  items.forEach((item, position) => {
    const row = DATA + position;
    const open = runs.at(-1);
    if (item.kind === 'group') return;
    if (open !== undefined && open.bottom === row - 1) open.bottom = row;
    else runs.push({ top: row, bottom: row });
  });
  return runs;
}

type RowItem = Extract<FormItem, { kind: 'row' }>;

function rowStyles({ indicator, assignment, nested }: RowItem, row: number, period: Period): StyledArea[] {
  return [
    ...(nested ? [line(row, AT.name, AT.name, { horizontal: 'left', indent: 2 })] : []),
    line(row, AT.plan, AT.lastYear, { numberFormat: numberFormatOf(indicator.decimals) }),
    ...(indicator.target?.kind === 'date' ? [line(row, AT.cumulative, AT.cumulative, { numberFormat: 'dd/mm/yyyy' })] : []),
    ...openFigures(indicator).map((column) => line(row, column, column, { locked: false, fill: fillOf(column, indicator, assignment, period) })),
    line(row, AT.cause, AT.note, { locked: false, fill: OPEN }),
  ];
}

function fillOf(column: ReturnType<typeof openFigures>[number], indicator: Indicator, assignment: Assignment, period: Period): string {
  return isRequired(column, indicator, assignment, period) ? DUE : OPEN;
}
