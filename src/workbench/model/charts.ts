import type { SheetModel } from './types';
import { shiftRect, type Shift } from './rects';

/** The kinds of charts that the stand-in draws, by Excel's words. */
export const CHART_TYPES = ['BarClustered', 'BarStacked', 'ColumnClustered', 'ColumnStacked', 'Line', 'LineMarkers'] as const;
export type ChartType = (typeof CHART_TYPES)[number];

export const MARKER_STYLES = ['Automatic', 'None', 'Square', 'Diamond', 'Triangle', 'X', 'Star', 'Dot', 'Dash', 'Circle', 'Plus'] as const;
export type MarkerStyle = (typeof MARKER_STYLES)[number];

export const LINE_STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'RoundDot', 'Automatic'] as const;
export type LineStyle = (typeof LINE_STYLES)[number];

export const LABEL_POSITIONS = ['Center', 'InsideEnd', 'InsideBase', 'OutsideEnd', 'Left', 'Right', 'Top', 'Bottom', 'BestFit'] as const;
export type LabelPosition = (typeof LABEL_POSITIONS)[number];

export const LEGEND_POSITIONS = ['Top', 'Bottom', 'Left', 'Right', 'Corner'] as const;
export type LegendPosition = (typeof LEGEND_POSITIONS)[number];

/** A corner of a chart: a cell, and points from that cell's own corner. */
export interface ChartCorner {
  row: number;
  col: number;
  down: number;
  right: number;
}

export interface ChartFont {
  name?: string;
  size?: number;
  bold?: boolean;
  italic?: boolean;
  color?: string;
}

export interface ChartLine {
  style: LineStyle;
  /** null: Excel's own choice. */
  color: string | null;
  /** Points; null: Excel's own. */
  weight: number | null;
}

export interface ChartLabels {
  showValue: boolean;
  showSeriesName: boolean;
  showCategoryName: boolean;
  position: LabelPosition | null;
  /** null: that of the cells. */
  numberFormat: string | null;
  font: ChartFont;
}

export interface ChartSeries {
  name: string;
  /** A reference with "=", e.g. "='Biểu đồ'!$B$2:$B$13"; null while none is set. */
  values: string | null;
  categories: string | null;
  type: ChartType;
  axisGroup: 'Primary' | 'Secondary';
  gapWidth: number;
  overlap: number;
  /** "none": not filled. null: Excel's own choice. */
  fill: string | 'none' | null;
  line: ChartLine;
  marker: { style: MarkerStyle; size: number; background: string | null; foreground: string | null };
  smooth: boolean;
  /** null: none are shown. */
  labels: ChartLabels | null;
}

export interface ChartAxis {
  visible: boolean;
  title: { text: string; visible: boolean; font: ChartFont };
  /** null: Excel chooses. */
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  /** null: that of the cells. */
  numberFormat: string | null;
  reversed: boolean;
  labelPosition: 'NextToAxis' | 'High' | 'Low' | 'None';
  gridlines: { visible: boolean; line: ChartLine };
  line: ChartLine;
  font: ChartFont;
}

/** What a chart shows and how. */
export interface ChartDrawing {
  type: ChartType;
  /** `formula` with "=" where the text follows a cell. */
  title: { text: string; formula: string | null; visible: boolean; overlay: boolean; font: ChartFont };
  legend: { visible: boolean; position: LegendPosition; overlay: boolean; font: ChartFont };
  categoryAxis: ChartAxis;
  valueAxis: ChartAxis;
  displayBlanksAs: 'NotPlotted' | 'Zero' | 'Interplotted';
  plotVisibleOnly: boolean;
  series: ChartSeries[];
}

export interface ChartModel {
  id: string;
  name: string;
  from: ChartCorner;
  to: ChartCorner;
  /** null: a kind that the stand-in does not draw; it is kept as the file has it. */
  drawing: ChartDrawing | null;
  /** Its number among the sheet's charts in the file that it came with; undefined for a new one. */
  origin?: number;
  /** What the file said, to know whether anything was changed since. */
  asRead?: string;
}

export const plainLine = (): ChartLine => ({ style: 'Automatic', color: null, weight: null });

export function newAxis(gridlines: boolean): ChartAxis {
  return {
    visible: true, title: { text: '', visible: false, font: {} }, minimum: null, maximum: null, majorUnit: null, numberFormat: null, reversed: false,
    labelPosition: 'NextToAxis', gridlines: { visible: gridlines, line: plainLine() }, line: plainLine(), font: {},
  };
}

export function newSeries(type: ChartType, name: string): ChartSeries {
  return {
    name, values: null, categories: null, type, axisGroup: 'Primary', gapWidth: type.startsWith('Line') ? 150 : 182, overlap: type.endsWith('Stacked') ? 100 : 0,
    fill: null, line: plainLine(), marker: { style: type === 'Line' ? 'None' : 'Automatic', size: 5, background: null, foreground: null }, smooth: false, labels: null,
  };
}

export const newLabels = (): ChartLabels => ({ showValue: true, showSeriesName: false, showCategoryName: false, position: null, numberFormat: null, font: {} });

/** Widths and heights as they show: nothing for what is hidden. */
const widthAt = (sheet: SheetModel, col: number): number => {
  const column = sheet.columns.get(col);
  return column?.hidden === true ? 0 : (column?.width ?? sheet.standardWidth);
};
const heightAt = (sheet: SheetModel, row: number): number => {
  const line = sheet.rows.get(row);
  return line?.hidden === true || line?.filtered === true ? 0 : (line?.height ?? sheet.standardHeight);
};

/** Points from the sheet's corner. */
export function pointOf(sheet: SheetModel, corner: ChartCorner): { readonly left: number; readonly top: number } {
  let left = 0;
  let top = 0;
  for (let col = 0; col < corner.col; col += 1) left += widthAt(sheet, col);
  for (let row = 0; row < corner.row; row += 1) top += heightAt(sheet, row);
  return { left: left + Math.min(corner.right, widthAt(sheet, corner.col)), top: top + Math.min(corner.down, heightAt(sheet, corner.row)) };
}

/** The cell that holds a point of the sheet, and how far into it. */
export function cornerAt(sheet: SheetModel, left: number, top: number): ChartCorner {
  const [col, right] = walk(left, (n) => widthAt(sheet, n));
  const [row, down] = walk(top, (n) => heightAt(sheet, n));
  return { row, col, down, right };
}

const FARTHEST = 16_383;

function walk(distance: number, extent: (n: number) => number): readonly [number, number] {
  let rest = Math.max(0, distance);
  let n = 0;
  while (n < FARTHEST && (rest > extent(n) || (rest === extent(n) && rest > 0) || extent(n) === 0)) {
    rest -= extent(n);
    n += 1;
  }
  return [n, rest];
}

/** A chart moves and grows with the cells beneath it; one whose cells are all gone shrinks to nothing and stays. */
export function moveChart(chart: ChartModel, shift: Shift): void {
  for (const corner of [chart.from, chart.to]) {
    const moved = shiftRect({ row: corner.row, lastRow: corner.row, col: corner.col, lastCol: corner.col }, shift);
    if (moved !== null) Object.assign(corner, { row: moved.row, col: moved.col });
    else if (shift.axis === 'row') Object.assign(corner, { row: shift.block.row, down: 0 });
    else Object.assign(corner, { col: shift.block.col, right: 0 });
  }
}
