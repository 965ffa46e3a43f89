import { areaAddress } from '../address';
import type { Area } from '../grid';
import type { CellWrite } from './diff';
import type { ChartPlan, CellStyle, StyledArea, ValidationPlan } from './plan';

/**
 * The states' own hues, in steps of light and dark: neighbours differ in grey print too, and every bar has an edge. The
 * words and signs stand beside them in legend and labels.
 */
export const CHART_COLOURS = {
  dark: '#0F5A43', middle: '#7FB5A0', blue: '#0B4A78', paleBlue: '#D6E9F8', amber: '#F0C75E', amberEdge: '#6B4E00', rust: '#C1835F', rustDark: '#7A2E00', pale: '#F3F3F3', grey: '#555555', black: '#000000', white: '#FFFFFF',
} as const;

export const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, at) => at + 1);

/** What one chart adds to the sheet: its cells, how they look, the chart. */
export interface ChartPart {
  readonly writes: readonly CellWrite[];
  readonly styles: readonly StyledArea[];
  readonly validations: readonly ValidationPlan[];
  readonly chart: ChartPlan;
}

export const cellsOf = (top: number, left: number, bottom = top, right = left): Area => ({ top, left, bottom, right });

/** "$X$5" or "$X$5:$X$40". */
export function absolute({ top, left, bottom, right }: Area): string {
  return areaAddress(top, left, bottom, right).replace(/([A-Z]+)([0-9]+)/g, '$$$1$$$2');
}

export const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

const HEADING: CellStyle = { bold: true, wrap: true, vertical: 'center', horizontal: 'center', fontSize: 8, fill: '#EDEDED', fontColor: '#444444' };

/** A block of figures that a chart follows: headings over columns, small and grey. */
export function helperStyles(headings: Area, body: Area, numberFormat: string): StyledArea[] {
  return [
    { area: headings, style: HEADING },
    { area: body, style: { fontSize: 8, fontColor: '#666666', numberFormat } },
  ];
}
