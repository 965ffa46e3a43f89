import type { Indicator } from '../catalogue/types';
import { columnName } from '../address';
import type { Area } from '../grid';
import type { BorderStyle, CellStyle, ConditionalFormatPlan, StyledArea } from './plan';
import type { SummaryKey } from './summary-columns';
import { STATE_WORDS } from './words';
import type { AssessmentState } from '../targets/types';

/** Told by it, the add-in's own conditional formats can be found among the analyst's. */
const MARKER = 'N("chitieu:trangthai")=0';

/** Light fills with dark text of one hue; told apart without red against green, and by the icon in grey print. */
const STATE_COLOURS: { readonly [S in AssessmentState]: { readonly fill: string; readonly fontColor: string } } = {
  met: { fill: '#D6E9F8', fontColor: '#0B4A78' },
  onTrack: { fill: '#E3F1EC', fontColor: '#0F5A43' },
  behind: { fill: '#FFF1C9', fontColor: '#6B4E00' },
  farBehind: { fill: '#FADBC8', fontColor: '#7A2E00' },
  worsening: { fill: '#E9DDF0', fontColor: '#4F2469' },
  notMet: { fill: '#FADBC8', fontColor: '#7A2E00' },
  notDue: { fill: '#F3F3F3', fontColor: '#555555' },
  noData: { fill: '#F3F3F3', fontColor: '#555555' },
  cannotJudge: { fill: '#F3F3F3', fontColor: '#555555' },
};

const STATES: readonly AssessmentState[] = ['met', 'notMet', 'onTrack', 'behind', 'farBehind', 'worsening', 'notDue', 'noData', 'cannotJudge'];

/** One conditional format a state, on the column of the states. */
export function stateFormats(area: Area): ConditionalFormatPlan[] {
  const first = `$${columnName(area.left)}${area.top + 1}`;
  return STATES.map((state): ConditionalFormatPlan => ({
    area, formula: `=AND(${first}="${STATE_WORDS[state]}",${MARKER})`, ...STATE_COLOURS[state], stopIfTrue: true,
    ...(state === 'farBehind' || state === 'worsening' ? { bold: true } : {}),
  }));
}

const GRID_LINE: BorderStyle = { edges: 'all', style: 'thin', color: '#A6A6A6' };
const FONT = { fontName: 'Times New Roman', fontSize: 12 } as const;
const TABLE_FONT = { fontName: 'Times New Roman', fontSize: 11 } as const;

/** "#,##0.00" for two decimals. */
export function numberFormatOf(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** Of a dated milestone the plan and what was reached are days. */
const dayOrNumber = (indicator: Indicator): string => (indicator.target?.kind === 'date' ? 'dd/mm/yyyy' : numberFormatOf(indicator.decimals));

const FORMATS: Readonly<Partial<Record<SummaryKey, (indicator: Indicator) => string>>> = {
  plan: dayOrNumber,
  month: (indicator) => numberFormatOf(indicator.decimals), cumulative: dayOrNumber,
  lastYear: (indicator) => numberFormatOf(indicator.decimals), percentOfPlan: () => '#,##0.00', percentOfLastYear: () => '#,##0.00',
  expected: (indicator) => numberFormatOf(Math.max(1, indicator.decimals)), gap: (indicator) => numberFormatOf(Math.max(1, indicator.decimals)),
  gapToDate: (indicator) => numberFormatOf(Math.max(1, indicator.decimals)), pace: () => '0.00',
  forecast: (indicator) => numberFormatOf(Math.max(1, indicator.decimals)), needed: (indicator) => numberFormatOf(Math.max(1, indicator.decimals)),
  coverage: () => '0%', used: () => '0', contributors: () => '0', asOf: () => '0',
  scenarioMonth: () => '0;-0;', scenarioValue: (indicator) => numberFormatOf(Math.max(1, indicator.decimals)), pastShare: () => '0.0000',
};
const CENTRED: readonly SummaryKey[] = ['ordinal', 'code', 'unit', 'pathway', 'forecastMethod', 'scenarioMonth', 'state', 'coverage', 'used', 'contributors', 'asOf'];
const WRAPPED: readonly SummaryKey[] = ['name', 'unit', 'plan', 'pathway', 'forecastMethod', 'remark', 'note'];

/** Formats of one indicator's row. */
export function indicatorRowStyles(indicator: Indicator, row: number, columns: ReadonlyMap<SummaryKey, number>): StyledArea[] {
  const styles: StyledArea[] = [{ area: rowArea(row, columns), style: { ...TABLE_FONT, vertical: 'center', border: GRID_LINE } }];
  for (const [key, column] of columns) {
    const style: CellStyle = {
      ...(FORMATS[key] ? { numberFormat: FORMATS[key](indicator), horizontal: 'right' } : {}),
      ...(CENTRED.includes(key) ? { horizontal: 'center' } : {}),
      ...(WRAPPED.includes(key) ? { wrap: true } : {}),
      ...(key === 'name' && indicator.parent !== null ? { indent: 2, italic: true } : {}),
    };
    if (Object.keys(style).length > 0) styles.push({ area: { top: row, bottom: row, left: column, right: column }, style });
  }
  return styles;
}

export function groupRowStyle(row: number, columns: ReadonlyMap<SummaryKey, number>): StyledArea {
  return { area: rowArea(row, columns), style: { ...TABLE_FONT, bold: true, fill: '#EAF1F8', vertical: 'center', border: GRID_LINE } };
}

/** National heading and title over the printed columns (up to `last`), and the table's heading row (up to `end`). */
export function headingStyles(headingRow: number, last: number, end: number): StyledArea[] {
  const line = (row: number, left: number, right: number, style: CellStyle): StyledArea => ({ area: { top: row, bottom: row, left, right }, style: { ...FONT, ...style } });
  const middle = Math.floor(last / 2) + 1;
  return [
    { area: { top: 0, bottom: headingRow, left: 0, right: end }, style: FONT },
    line(0, 0, 4, { horizontal: 'centerAcross' }),
    line(1, 0, 4, { horizontal: 'centerAcross', bold: true }),
    line(0, middle, last, { horizontal: 'centerAcross', bold: true }),
    line(1, middle, last, { horizontal: 'centerAcross', bold: true }),
    // The motto is underlined by the edge below it; the style of a cell knows no underline.
    line(1, middle + 3, last - 3, { border: { edges: 'bottom', style: 'thin', color: '#000000' } }),
    line(3, 0, last, { horizontal: 'centerAcross', bold: true, fontSize: 14 }),
    line(4, 0, last, { horizontal: 'centerAcross', italic: true }),
    line(5, 0, last, { horizontal: 'centerAcross', italic: true, bold: true, fontColor: '#7A2E00' }),
    line(6, 2, 5, { horizontal: 'right', vertical: 'center' }),
    line(6, 3, 3, { bold: true, horizontal: 'center', fill: '#FFF9E5', border: GRID_LINE, numberFormat: '0' }),
    line(6, 5, 5, { bold: true, horizontal: 'center', fill: '#FFF9E5', border: GRID_LINE, numberFormat: '0' }),
    line(headingRow, 0, end, { ...TABLE_FONT, bold: true, wrap: true, horizontal: 'center', vertical: 'center', fill: '#D9E4F0', border: GRID_LINE }),
  ];
}

export function legendStyle(top: number, bottom: number): StyledArea {
  return { area: { top, bottom, left: 1, right: 2 }, style: { fontName: 'Times New Roman', fontSize: 11, italic: true, fontColor: '#444444' } };
}

function rowArea(row: number, columns: ReadonlyMap<SummaryKey, number>): Area {
  const positions = [...columns.values()];
  return { top: row, bottom: row, left: Math.min(...positions), right: Math.max(...positions) };
}

/** Points that a row needs for its name and unit of measure to show whole: estimated, since a host need not fit heights by itself. */
export function indicatorRowHeight(indicator: Indicator, widthOf: (key: SummaryKey) => number): number {
  const lines = (text: string, key: 'name' | 'unit', indent = 0): number => Math.ceil((text.length + indent) / (widthOf(key) * CHARACTERS_PER_WIDTH[key]));
  const most = Math.max(1, lines(indicator.name, 'name', indicator.parent === null ? 0 : 4), lines(indicator.unit, 'unit'), indicator.target?.kind === 'lastYear' ? 2 : 1);
  return most * LINE_POINTS + 3;
}

/** Times New Roman 11 is a little narrower than the font that widths are counted in; a narrow column loses more at the end of each line. */
const CHARACTERS_PER_WIDTH = { name: 1.18, unit: 0.9 } as const;
const LINE_POINTS = 14.5;
