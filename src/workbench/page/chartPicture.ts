import { referenceOfFormula } from '../model/references';
import type { ChartDrawing, ChartSeries, LineStyle } from '../model/charts';
import type { CellValue, SheetModel, WorkbookModel } from '../model/types';
import { cellAt, findSheet } from '../model/workbook';

const SVG = 'http://www.w3.org/2000/svg';
const FORMAT = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
/** Steps of an axis carry binary noise. */
const formatNumber = (value: number): string => FORMAT.format(Number(value.toPrecision(9)));
type Attributes = Readonly<Record<string, string | number>>;

/** A chart as a simple picture: bars, columns and lines where they belong, title, legend and labels. Not Excel's own look. */
export function chartPicture(model: WorkbookModel, home: SheetModel, drawing: ChartDrawing, width: number, height: number): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}`, class: 'chart', role: 'img' })) svg.setAttribute(name, String(value));
  const read = (reference: string | null): CellValue[] => cellsOf(model, home, reference);
  const title = !drawing.title.visible ? '' : drawing.title.formula === null ? drawing.title.text : wordsOf(read(drawing.title.formula)[0] ?? null);
  svg.setAttribute('aria-label', title);
  put(svg, 'rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: '#fff', stroke: '#d0d0d0' });
  if (title !== '') write(svg, title, { x: width / 2, y: 20, 'text-anchor': 'middle', 'font-size': 14, 'font-weight': 600 });
  const series = drawing.series.map((each) => ({ each, values: read(each.values).map(numberOf) }));
  const labels = read(drawing.series[0]?.categories ?? null).map(wordsOf);
  const isBars = drawing.type.startsWith('Bar');
  const plot = { left: isBars ? Math.min(190, width * 0.34) : 52, top: 32, right: width - 14, bottom: height - 24 - 15 * Math.ceil(drawing.series.length / 3) };
  const scale = scaleOf(drawing, series.map(({ values }) => values));
  const along = (value: number): number => (isBars ? plot.left + ((value - scale.low) / (scale.high - scale.low)) * (plot.right - plot.left) : plot.bottom - ((value - scale.low) / (scale.high - scale.low)) * (plot.bottom - plot.top));
  const lane = (isBars ? plot.bottom - plot.top : plot.right - plot.left) / Math.max(1, labels.length);
  const laneAt = (n: number): number => (isBars ? plot.top + lane * (drawing.categoryAxis.reversed ? n : labels.length - 1 - n) : plot.left + lane * n);

  for (let value = scale.low; value <= scale.high + scale.step / 1e6; value += scale.step) {
    const at = along(value);
    put(svg, 'line', isBars ? { x1: at, x2: at, y1: plot.top, y2: plot.bottom, stroke: '#e2e2e2' } : { x1: plot.left, x2: plot.right, y1: at, y2: at, stroke: '#e2e2e2' });
    write(svg, formatNumber(value), isBars ? { x: at, y: plot.bottom + 12, 'text-anchor': 'middle' } : { x: plot.left - 5, y: at + 3, 'text-anchor': 'end' });
  }
  labels.forEach((label, n) => write(svg, label, isBars ? { x: plot.left - 5, y: laneAt(n) + lane / 2 + 3, 'text-anchor': 'end' } : { x: laneAt(n) + lane / 2, y: plot.bottom + 12, 'text-anchor': 'middle' }));

  const stacked = labels.map(() => 0);
  const clusters = drawing.series.filter(({ type }) => !type.startsWith('Line')).length;
  let cluster = 0;
  for (const { each, values } of series) {
    if (each.type.startsWith('Line')) {
      drawLine(svg, each, values.map((value, n) => (value === null ? null : { x: laneAt(n) + lane / 2, y: along(value) })));
      continue;
    }
    const isStacked = each.type.endsWith('Stacked');
    const shared = isStacked || each.overlap >= 100 ? 1 : clusters;
    const thick = lane / (1 + each.gapWidth / 100 / shared) / shared;
    values.forEach((value, n) => {
      if (value === null || value === 0) return;
      const from = isStacked ? (stacked[n] ?? 0) : Math.max(scale.low, 0);
      stacked[n] = from + value;
      const [a, b] = [along(from), along(isStacked ? from + value : value)];
      const start = laneAt(n) + (lane - thick * shared) / 2 + (shared === 1 ? 0 : cluster * thick);
      const box = isBars ? { x: Math.min(a, b), y: start, width: Math.abs(b - a), height: thick } : { x: start, y: Math.min(a, b), width: thick, height: Math.abs(b - a) };
      put(svg, 'rect', { ...box, fill: each.fill === 'none' ? 'none' : (each.fill ?? '#4472c4'), stroke: each.line.color ?? 'none', 'stroke-width': each.line.weight ?? 1 });
      if (each.labels?.showValue === true) write(svg, formatNumber(value), { x: isBars ? box.x + box.width - 4 : box.x + box.width / 2, y: isBars ? box.y + box.height / 2 + 3 : box.y + box.height / 2 + 3, 'text-anchor': isBars ? 'end' : 'middle', fill: each.labels.font.color ?? '#333' });
    });
    cluster += 1;
  }
  if (drawing.legend.visible) drawLegend(svg, drawing.series, plot.left, plot.bottom + 28, width);
  return svg;
}

function put(parent: Element, name: string, attributes: Attributes): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent.append(element);
  return element;
}

function write(parent: Element, text: string, attributes: Attributes): void {
  put(parent, 'text', { 'font-size': 10, fill: '#333', ...attributes }).textContent = text;
}

const DASHES: Readonly<Partial<Record<LineStyle, string>>> = { Dash: '6 4', DashDot: '6 3 2 3', DashDotDot: '6 3 2 3 2 3', Dot: '2 3', RoundDot: '2 3' };

function drawLine(svg: Element, series: ChartSeries, points: readonly ({ readonly x: number; readonly y: number } | null)[]): void {
  const known = points.filter((point) => point !== null);
  if (series.line.style !== 'None' && known.length > 1) {
    put(svg, 'polyline', { points: known.map(({ x, y }) => `${x},${y}`).join(' '), fill: 'none', stroke: series.line.color ?? '#4472c4', 'stroke-width': series.line.weight ?? 1.5, 'stroke-dasharray': DASHES[series.line.style] ?? 'none' });
  }
  if (series.marker.style !== 'None') for (const point of known) drawMarker(svg, series, point.x, point.y);
}

function drawMarker(svg: Element, { marker }: ChartSeries, x: number, y: number): void {
  const half = marker.size / 2;
  const look = { fill: marker.background ?? '#fff', stroke: marker.foreground ?? '#333' };
  if (marker.style === 'X') put(svg, 'path', { d: `M${x - half},${y - half}L${x + half},${y + half}M${x - half},${y + half}L${x + half},${y - half}`, stroke: look.stroke, 'stroke-width': 1.5 });
  else if (marker.style === 'Triangle') put(svg, 'path', { d: `M${x},${y - half}L${x + half},${y + half}L${x - half},${y + half}Z`, ...look });
  else put(svg, 'circle', { cx: x, cy: y, r: half, ...look });
}

const LEGEND_COLUMNS = 3;

function drawLegend(svg: Element, series: readonly ChartSeries[], left: number, top: number, width: number): void {
  const begin = Math.min(left, 20);
  const room = (width - begin - 10) / LEGEND_COLUMNS;
  series.forEach((each, n) => {
    const x = begin + (n % LEGEND_COLUMNS) * room;
    const y = top + Math.floor(n / LEGEND_COLUMNS) * 15;
    if (each.type.startsWith('Line')) drawLine(svg, each, [{ x, y: y - 3 }, { x: x + 18, y: y - 3 }]);
    else put(svg, 'rect', { x: x + 4, y: y - 8, width: 10, height: 9, fill: each.fill === 'none' ? 'none' : (each.fill ?? '#4472c4'), stroke: each.line.color ?? 'none' });
    write(svg, each.name, { x: x + 22, y });
  });
}

function cellsOf(model: WorkbookModel, home: SheetModel, reference: string | null): CellValue[] {
  const found = reference === null ? null : referenceOfFormula(reference);
  const sheet = found === null ? undefined : found.sheet === null ? home : findSheet(model, found.sheet);
  if (found === null || sheet === undefined) return [];
  const values: CellValue[] = [];
  for (let row = found.rect.row; row <= found.rect.lastRow; row += 1) for (let col = found.rect.col; col <= found.rect.lastCol; col += 1) values.push(cellAt(sheet, row, col)?.value ?? null);
  return values;
}

/** As Excel draws them: texts count as zero, errors and blanks as nothing. */
const numberOf = (value: CellValue): number | null => (typeof value === 'number' ? value : typeof value === 'string' ? 0 : null);
const wordsOf = (value: CellValue): string => (value === null || typeof value === 'object' ? '' : typeof value === 'number' ? formatNumber(value) : String(value));

/** From a round number to a round number in four to eight steps; columns and bars stand on zero. */
function scaleOf(drawing: ChartDrawing, all: readonly (readonly (number | null)[])[]): { readonly low: number; readonly high: number; readonly step: number } {
  const stacked = drawing.type.endsWith('Stacked');
  const values = stacked ? (all[0] ?? []).map((_, n) => all.reduce((sum, each) => sum + (each[n] ?? 0), 0)) : all.flatMap((each) => each.filter((value) => value !== null));
  const most = Math.max(...values, 0);
  const least = Math.min(...values, ...(drawing.type.startsWith('Line') && values.length > 0 && Math.min(...values) > most * 0.75 ? [] : [0]));
  const rough = (most - least || Math.abs(most) || 1) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = drawing.valueAxis.majorUnit ?? power * ([1, 2, 5, 10].find((times) => power * times >= rough) ?? 10);
  return { low: drawing.valueAxis.minimum ?? Math.floor(least / step) * step, high: drawing.valueAxis.maximum ?? Math.ceil((most || 1) / step) * step, step };
}
