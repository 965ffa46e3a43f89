import { parseSpPr, parseTxPr, type AxisBase, type BarChartGroup, type Chart, type ChartTextProperties, type ChartTypeGroup, type DataLabels, type LineChartGroup, type LineSeries, type ShapeProperties } from '@cj-tech-master/excelts/chart';
import { newAxis, newLabels, newSeries, plainLine, type ChartAxis, type ChartDrawing, type ChartFont, type ChartLabels, type ChartLine, type ChartSeries, type ChartType, type LineStyle, type MarkerStyle } from '../model/charts';
import { decode } from './parts';

/** English metric units of a point. */
const EMU = 12_700;
/** Files have sizes of text in hundredths of a point. */
const HUNDREDTHS = 100;

type DrawnGroup = BarChartGroup | LineChartGroup;

const isDrawn = (group: ChartTypeGroup): group is DrawnGroup =>
  group.type === 'line' ? group.grouping === 'standard' : group.type === 'bar' && (group.grouping === 'clustered' || group.grouping === 'stacked');

/** What a chart of a file shows; null for a kind that the stand-in does not draw, and for what it could not follow. */
export function readDrawing(chart: Chart): ChartDrawing | null {
  const model = chart.isChartEx ? undefined : chart.chartModel?.chart;
  if (model === undefined) return null;
  const groups = model.plotArea.chartTypes.filter(isDrawn);
  const [first] = groups;
  if (first === undefined || groups.length !== model.plotArea.chartTypes.length) return null;
  const series = groups.flatMap((group) => group.series.map((each) => readSeries(each, group, first)));
  if (series.some(({ values }) => values === null)) return null;
  const { legend } = model;
  const titleXml = model.title?.rawTx ?? '';
  const formula = model.title?.strRef?.formula ?? /<c:f>([\s\S]*?)<\/c:f>/.exec(titleXml)?.[1];
  const categories = model.plotArea.axes.find((axis) => axis.axisType === 'cat' && first.axisIds.includes(axis.axId));
  const values = model.plotArea.axes.find((axis) => axis.axisType === 'val' && first.axisIds.includes(axis.axId));
  return {
    type: typeOf(first),
    title: {
      text: formula === undefined ? (chart.title ?? '') : '', formula: formula === undefined ? null : `=${decode(formula)}`, visible: model.title !== undefined && model.autoTitleDeleted !== true,
      overlay: model.title?.overlay ?? false, font: formula === undefined ? titleFont(titleXml) : fontOf(model.title?.txPr),
    },
    legend: {
      visible: legend !== undefined, overlay: legend?.overlay ?? false, font: fontOf(legend?.txPr),
      position: ({ t: 'Top', b: 'Bottom', l: 'Left', r: 'Right', tr: 'Corner' } as const)[legend?.legendPos ?? 'b'],
    },
    categoryAxis: readAxis(categories), valueAxis: readAxis(values),
    displayBlanksAs: ({ gap: 'NotPlotted', zero: 'Zero', span: 'Interplotted' } as const)[model.dispBlanksAs ?? 'gap'],
    plotVisibleOnly: model.plotVisOnly ?? true,
    series,
  };
}

/** The library hands a title of a file on as it stands there: the font of its first run is read from that. */
function titleFont(xml: string): ChartFont {
  const run = /<a:rPr\b([^>]*?)(?:\/>|>([\s\S]*?)<\/a:rPr>)/.exec(xml);
  const attribute = (name: string): string | undefined => new RegExp(`\\b${name}="([^"]*)"`).exec(run?.[1] ?? '')?.[1];
  const [size, bold, italic] = [attribute('sz'), attribute('b'), attribute('i')];
  const color = /<a:srgbClr val="([0-9A-Fa-f]{6})"/.exec(run?.[2] ?? '')?.[1];
  const name = /<a:latin\b[^>]*?typeface="([^"]*)"/.exec(run?.[2] ?? '')?.[1];
  return {
    ...(size === undefined ? {} : { size: Number(size) / HUNDREDTHS }), ...(bold === undefined ? {} : { bold: bold === '1' }), ...(italic === undefined ? {} : { italic: italic === '1' }),
    ...(name === undefined ? {} : { name: decode(name) }), ...(color === undefined ? {} : { color: `#${color.toUpperCase()}` }),
  };
}

function typeOf(group: DrawnGroup): ChartType {
  if (!('barDir' in group)) return group.series.every((series) => series.marker?.symbol === 'none') ? 'Line' : 'LineMarkers';
  const stacked = group.grouping === 'stacked';
  return group.barDir === 'bar' ? (stacked ? 'BarStacked' : 'BarClustered') : stacked ? 'ColumnStacked' : 'ColumnClustered';
}

const SYMBOLS: Readonly<Record<string, MarkerStyle>> = {
  auto: 'Automatic', none: 'None', square: 'Square', diamond: 'Diamond', triangle: 'Triangle', x: 'X', star: 'Star', dot: 'Dot', dash: 'Dash', circle: 'Circle', plus: 'Plus',
};

function readSeries(series: DrawnGroup['series'][number], group: DrawnGroup, first: DrawnGroup): ChartSeries {
  const isLine = group.type === 'line' || group.type === 'line3D';
  const type = isLine ? (markerOf(series)?.symbol === 'none' ? 'Line' : 'LineMarkers') : typeOf(group);
  const read = newSeries(type, series.tx?.value ?? series.tx?.strRef?.cache?.points[0]?.value ?? '');
  const shape = series.spPr === undefined ? {} : parseSpPr(series.spPr);
  const values = series.val?.numRef?.formula;
  const categories = series.cat?.strRef?.formula ?? series.cat?.numRef?.formula;
  const marker = markerOf(series);
  const look = marker?.spPr === undefined ? {} : parseSpPr(marker.spPr);
  return {
    ...read,
    values: values === undefined ? null : `=${decode(values)}`,
    categories: categories === undefined ? null : `=${decode(categories)}`,
    axisGroup: group.axisIds.some((id) => first.axisIds.includes(id)) ? 'Primary' : 'Secondary',
    ...(group.type === 'bar' ? { gapWidth: group.gapWidth ?? 150, overlap: group.overlap ?? 0 } : {}),
    fill: shape.fill?.noFill === true ? 'none' : hex(shape.fill?.solid?.srgb),
    line: lineOf(shape.line),
    marker: { style: SYMBOLS[marker?.symbol ?? 'auto'] ?? 'Automatic', size: marker?.size ?? 5, background: hex(look.fill?.solid?.srgb), foreground: hex(look.line?.color?.srgb) },
    smooth: 'smooth' in series ? (series.smooth ?? false) : false,
    labels: readLabels(series.dataLabels),
  };
}

const markerOf = (series: DrawnGroup['series'][number]): LineSeries['marker'] => ('marker' in series ? series.marker : undefined);

const hex = (srgb: string | undefined): string | null => (srgb === undefined ? null : `#${srgb.toUpperCase()}`);

function readLabels(labels: DataLabels | undefined): ChartLabels | null {
  if (labels === undefined || labels.delete === true) return null;
  const position = ({ ctr: 'Center', inEnd: 'InsideEnd', inBase: 'InsideBase', outEnd: 'OutsideEnd', l: 'Left', r: 'Right', t: 'Top', b: 'Bottom', bestFit: 'BestFit' } as const);
  return {
    ...newLabels(),
    showValue: labels.showVal ?? false, showSeriesName: labels.showSerName ?? false, showCategoryName: labels.showCatName ?? false,
    position: labels.position === undefined ? null : position[labels.position],
    numberFormat: labels.numFmt === undefined || labels.numFmt.sourceLinked === true ? null : labels.numFmt.formatCode,
    font: fontOf(labels.txPr),
  };
}

function readAxis(axis: AxisBase & { majorUnit?: number } | undefined): ChartAxis {
  if (axis === undefined) return newAxis(false);
  const labels = { nextTo: 'NextToAxis', high: 'High', low: 'Low', none: 'None' } as const;
  const lines = axis.majorGridlines;
  return {
    ...newAxis(lines !== undefined),
    visible: axis.delete !== true,
    title: { text: plainText(axis.title?.text ?? axis.title?.rawTx), visible: axis.title !== undefined, font: fontOf(axis.title?.txPr) },
    minimum: axis.scaling?.min ?? null, maximum: axis.scaling?.max ?? null, majorUnit: axis.majorUnit ?? null,
    numberFormat: axis.numFmt === undefined || axis.numFmt.sourceLinked === true ? null : axis.numFmt.formatCode,
    reversed: axis.scaling?.orientation === 'maxMin',
    labelPosition: labels[axis.tickLblPos ?? 'nextTo'],
    gridlines: { visible: lines !== undefined, line: lineOf(lines === undefined ? undefined : parseSpPr(lines).line) },
    line: lineOf(axis.spPr === undefined ? undefined : parseSpPr(axis.spPr).line),
    font: fontOf(axis.txPr),
  };
}

function plainText(text: string | NonNullable<AxisBase['title']>['text']): string {
  if (typeof text === 'string') return [...text.matchAll(/<a:t>([\s\S]*?)<\/a:t>/g)].map(([, run]) => decode(run ?? '')).join('');
  return (text?.paragraphs ?? []).flatMap((paragraph) => paragraph.runs ?? []).map((run) => run.text).join('');
}

const STYLES: Readonly<Record<string, LineStyle>> = { solid: 'Continuous', dash: 'Dash', dashDot: 'DashDot', lgDashDotDot: 'DashDotDot', sysDot: 'Dot', dot: 'RoundDot' };

function lineOf(line: ShapeProperties['line']): ChartLine {
  if (line === undefined) return plainLine();
  if (line.noFill === true) return { ...plainLine(), style: 'None' };
  const color = hex(line.color?.srgb);
  return { style: line.dash === undefined ? (color === null ? 'Automatic' : 'Continuous') : (STYLES[line.dash] ?? 'Automatic'), color, weight: line.width === undefined ? null : line.width / EMU };
}

function fontOf(text: ChartTextProperties | undefined): ChartFont {
  if (text === undefined) return {};
  const { size, bold, italic, color, fontFamily } = parseTxPr(text);
  return {
    ...(size === undefined ? {} : { size: size / HUNDREDTHS }), ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }),
    ...(fontFamily === undefined ? {} : { name: fontFamily }), ...(color?.srgb === undefined ? {} : { color: `#${color.srgb.toUpperCase()}` }),
  };
}
