import type { AddAxisOptions, AddChartOptions, AddChartSeriesOptions, AddComboChartOptions, ChartTextProperties, ComboChartGroupOptions, ShapeProperties } from '@cj-tech-master/excelts/chart';
import type { ChartAxis, ChartCorner, ChartDrawing, ChartFont, ChartLine, ChartModel, ChartSeries } from '../model/charts';
import { readDrawing } from './chartReading';
import type { Worksheet } from './library';
import { decode, encode, type RawPart } from './parts';

/** English metric units of a point. */
const EMU = 12_700;

const FRAME = /<xdr:graphicFrame\b[\s\S]*?<\/xdr:graphicFrame>/g;
const NAME = /(<xdr:cNvPr\b[^>]*?\bname=")([^"]*)"/;

/** The charts of a sheet, in the file's order; a kind that is not drawn here is kept without a look inside. */
export function readCharts(file: Worksheet, drawings: readonly RawPart[], nextId: () => string): ChartModel[] {
  const names = drawings.flatMap(({ xml }) => [...xml.matchAll(FRAME)].map(([frame]) => decode(NAME.exec(frame)?.[2] ?? '')));
  return file.getCharts().map((chart, origin) => {
    const { tl, br } = chart.model.range;
    const from = corner(tl);
    const read: Omit<ChartModel, 'id'> = { name: names[origin] || `Chart ${origin + 1}`, from, to: br === undefined ? { ...from, row: from.row + 15, col: from.col + 8 } : corner(br), drawing: readDrawing(chart), origin };
    return { id: nextId(), ...read, asRead: told(read) };
  });
}

const corner = (anchor: { nativeCol: number; nativeColOff: number; nativeRow: number; nativeRowOff: number }): ChartCorner => ({
  row: anchor.nativeRow, col: anchor.nativeCol, down: anchor.nativeRowOff / EMU, right: anchor.nativeColOff / EMU,
});

const told = ({ from, to, drawing }: Pick<ChartModel, 'from' | 'to' | 'drawing'>): string => JSON.stringify({ from, to, drawing });

/**
 * Charts as they should stand in the file: those that came with it and were not changed stay as they are, down to what
 * the stand-in does not know; changed ones are written anew, and those that are gone go.
 *
 * @returns what they are called, in the file's order
 */
export function writeCharts(target: Worksheet, charts: readonly ChartModel[]): string[] {
  const stays = (chart: ChartModel): boolean => chart.origin !== undefined && (chart.drawing === null || told(chart) === chart.asRead);
  const kept = charts.filter(stays).sort((a, b) => (a.origin ?? 0) - (b.origin ?? 0));
  const origins = new Set(kept.map((chart) => chart.origin));
  target.getCharts().map((_, n) => n).filter((n) => !origins.has(n)).reverse().forEach((n) => target.removeChart(n));
  const fresh = charts.filter((chart) => !stays(chart));
  for (const { drawing, from, to } of fresh) if (drawing !== null) addChart(target, drawing, rangeOf(from, to));
  return [...kept, ...fresh].map((chart) => chart.name);
}

type Range = Exclude<Parameters<Worksheet['addChart']>[1], string>;

/** Anchors as the library takes them from people: whole columns and rows, and the share of the next. */
function rangeOf(from: ChartCorner, to: ChartCorner): Range {
  const anchor = ({ row, col, down, right }: ChartCorner) => ({ nativeCol: col, nativeColOff: Math.round(right * EMU), nativeRow: row, nativeRowOff: Math.round(down * EMU), col, row });
  return { tl: anchor(from), br: anchor(to), editAs: 'twoCell' };
}

/** The names into the written drawing, chart by chart. */
export function withChartNames(xml: string, names: readonly string[]): string {
  let n = 0;
  return xml.replace(FRAME, (frame) => {
    const name = names[n];
    n += 1;
    return name === undefined ? frame : frame.replace(NAME, (_whole, before: string) => `${before}${encode(name)}"`);
  });
}

const TITLE_POINTS = 14;
/** Files have sizes of text in hundredths of a point. */
const HUNDREDTHS = 100;
const LEGEND = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r', Corner: 'tr' } as const;
const BLANKS = { NotPlotted: 'gap', Zero: 'zero', Interplotted: 'span' } as const;

function addChart(target: Worksheet, drawing: ChartDrawing, range: Range): void {
  const { title, legend } = drawing;
  const common: Pick<AddComboChartOptions, 'title' | 'titleOptions' | 'showLegend' | 'legendPosition' | 'legendOptions' | 'displayBlanksAs' | 'plotVisOnly'> = {
    title: !title.visible ? null : title.formula !== null ? { formula: title.formula.slice(1) } : { paragraphs: [{ runs: [{ text: title.text, properties: textOf(title.font, TITLE_POINTS) ?? {} }] }] },
    titleOptions: { overlay: title.overlay, ...(title.formula === null ? {} : { txPr: textOf(title.font, TITLE_POINTS) }) },
    showLegend: legend.visible, legendPosition: LEGEND[legend.position], legendOptions: { overlay: legend.overlay, txPr: textOf(legend.font) },
    displayBlanksAs: BLANKS[drawing.displayBlanksAs], plotVisOnly: drawing.plotVisibleOnly,
  };
  const groups = groupsOf(drawing);
  const [first, ...others] = groups;
  if (first === undefined) return;
  if (others.length === 0) target.addChart({ ...first, ...common }, range);
  else target.addComboChart({ ...common, groups }, range);
}

/** Series of one type on one axis stand together, as files want them. */
function groupsOf(drawing: ChartDrawing): ComboChartGroupOptions[] {
  const groups = new Map<string, ChartSeries[]>();
  for (const series of drawing.series) {
    const family = series.type.startsWith('Line') ? 'Line' : series.type;
    const key = `${family} ${series.axisGroup}`;
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  const axes = { categoryAxis: axisOf(drawing.categoryAxis), valueAxis: axisOf(drawing.valueAxis) };
  return [...groups.values()].flatMap((series): ComboChartGroupOptions[] => {
    const [first] = series;
    if (first === undefined) return [];
    const isLine = first.type.startsWith('Line');
    const shape: Pick<AddChartOptions, 'type' | 'grouping' | 'barDir' | 'gapWidth' | 'overlap' | 'showMarker'> = isLine
      ? { type: 'line', grouping: 'standard', showMarker: true }
      : { type: 'bar', barDir: first.type.startsWith('Bar') ? 'bar' : 'col', grouping: first.type.endsWith('Stacked') ? 'stacked' : 'clustered', gapWidth: first.gapWidth, overlap: first.overlap };
    return [{ ...shape, ...axes, useSecondaryAxis: first.axisGroup === 'Secondary', series: series.map((each) => seriesOf(each, isLine)) }];
  });
}

const MARKERS = {
  Automatic: 'auto', None: 'none', Square: 'square', Diamond: 'diamond', Triangle: 'triangle', X: 'x', Star: 'star', Dot: 'dot', Dash: 'dash', Circle: 'circle', Plus: 'plus',
} as const;
const POSITIONS = { Center: 'ctr', InsideEnd: 'inEnd', InsideBase: 'inBase', OutsideEnd: 'outEnd', Left: 'l', Right: 'r', Top: 't', Bottom: 'b', BestFit: 'bestFit' } as const;

function seriesOf({ name, values, categories, fill, line, marker, smooth, labels }: ChartSeries, isLine: boolean): AddChartSeriesOptions {
  return {
    name, values: (values ?? '=').slice(1), ...(categories === null ? {} : { categories: categories.slice(1) }),
    ...(isLine
      ? { smooth, marker: { symbol: MARKERS[marker.style], size: marker.size, ...(marker.background === null ? {} : { fill: marker.background }), ...(marker.foreground === null ? {} : { border: marker.foreground }) } }
      : { invertIfNegative: false }),
    spPr: shapeOf(fill, line),
    ...(labels === null
      ? {}
      : {
          dataLabels: {
            showVal: labels.showValue, showSerName: labels.showSeriesName, showCatName: labels.showCategoryName, showLegendKey: false, showPercent: false, showBubbleSize: false,
            ...(labels.position === null ? {} : { position: POSITIONS[labels.position] }),
            ...(labels.numberFormat === null ? {} : { numFmt: labels.numberFormat, numFmtLinked: false }),
            txPr: textOf(labels.font),
          },
        }),
  };
}

function axisOf(axis: ChartAxis): AddAxisOptions {
  const labels = { NextToAxis: 'nextTo', High: 'high', Low: 'low', None: 'none' } as const;
  return {
    hidden: !axis.visible, orientation: axis.reversed ? 'maxMin' : 'minMax', tickLblPos: labels[axis.labelPosition], majorGridlines: axis.gridlines.visible,
    majorTickMark: 'none', minorTickMark: 'none',
    ...(axis.title.visible ? { title: axis.title.text, titleOptions: { overlay: false, txPr: textOf(axis.title.font) } } : {}),
    ...(axis.minimum === null ? {} : { min: axis.minimum }), ...(axis.maximum === null ? {} : { max: axis.maximum }), ...(axis.majorUnit === null ? {} : { majorUnit: axis.majorUnit }),
    ...(axis.numberFormat === null ? {} : { numFmt: axis.numberFormat, numFmtLinked: false }),
    ...(axis.gridlines.visible ? { majorGridlinesStyle: shapeOf(null, axis.gridlines.line) } : {}),
    ...(axis.line.style === 'Automatic' && axis.line.color === null ? {} : { spPr: shapeOf(null, axis.line) }),
    txPr: textOf(axis.font),
  };
}

function textOf({ name, size, bold, italic, color }: ChartFont, points?: number): ChartTextProperties | undefined {
  const text: ChartTextProperties = {
    ...(size === undefined && points === undefined ? {} : { size: (size ?? points ?? 0) * HUNDREDTHS }), ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }),
    ...(name === undefined ? {} : { fontFamily: name }), ...(color === undefined ? {} : { color: { srgb: color.slice(1) } }),
  };
  return Object.keys(text).length === 0 ? undefined : text;
}

const DASHES = { Continuous: 'solid', Dash: 'dash', DashDot: 'dashDot', DashDotDot: 'lgDashDotDot', Dot: 'sysDot', RoundDot: 'dot' } as const;

function shapeOf(fill: ChartSeries['fill'], { style, color, weight }: ChartLine): ShapeProperties {
  return {
    ...(fill === null ? {} : { fill: fill === 'none' ? { noFill: true } : { solid: { srgb: fill.slice(1) } } }),
    ...(style === 'None'
      ? { line: { noFill: true } }
      : style === 'Automatic' && color === null && weight === null
        ? {}
        : { line: { ...(weight === null ? {} : { width: weight * EMU }), ...(color === null ? {} : { color: { srgb: color.slice(1) } }), ...(style === 'Automatic' ? {} : { dash: DASHES[style] }) } }),
  };
}
