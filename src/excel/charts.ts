import { addressOf, quotedSheet } from '../core/address';
import type { ChartLook, ChartPlan, ChartSeriesPlan, SheetPlan } from '../core/sheets/plan';
import { rangeAt } from './regions';
import { small, type Step } from './steps';

const TYPES = { bars: 'BarClustered', stackedColumns: 'ColumnStacked', lines: 'LineMarkers' } as const;
const LINES = { solid: 'Continuous', dash: 'Dash', dot: 'RoundDot' } as const;
const MARKERS = { circle: 'Circle', diamond: 'Diamond', triangle: 'Triangle', x: 'X', square: 'Square' } as const;
const POSITIONS = { insideEnd: 'InsideEnd', outsideEnd: 'OutsideEnd', center: 'Center' } as const;
const TEXT = '#333333';
const GRID = '#D9D9D9';

/** The charts of a plan, each a step of its own; they come when cells and widths stand. */
export function chartSteps(plan: SheetPlan): Step[] {
  return (plan.charts ?? []).map((chart) => small((sheet) => drawChart(sheet(plan.sheet), plan.sheet, chart), 40 + chart.series.length * 20));
}

/**
 * Makes a native chart. Excel takes it from cells that hold numbers, so that there is nothing to guess; every series is
 * then led to its own cells by name, categories and values.
 */
function drawChart(sheet: Excel.Worksheet, sheetName: string, plan: ChartPlan): void {
  const chart = sheet.charts.add(TYPES[plan.type], rangeAt(sheet, plan.seed), 'Columns');
  chart.name = plan.name;
  const { place, title } = plan;
  chart.setPosition(addressOf(place.top, place.left), addressOf(place.bottom, place.right));
  // The cells that it is drawn from may be hidden: the chart stays.
  chart.plotVisibleOnly = false;
  // A line goes on from quarter to quarter; its marks tell which months were reported.
  chart.displayBlanksAs = 'Interplotted';
  plan.series.forEach((series, n) => drawSeries(sheet, n === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name), series, plan));
  chart.title.setFormula(`=${quotedSheet(sheetName)}!${addressOf(title.row, title.column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')}`);
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = TEXT;
  chart.legend.position = 'Bottom';
  chart.legend.format.font.size = 8;
  chart.legend.format.font.color = TEXT;
  drawAxes(chart, plan);
}

function drawAxes({ axes }: Excel.Chart, { valueAxis: plan, isReversed }: ChartPlan): void {
  const { categoryAxis, valueAxis } = axes;
  // Below zero the labels would stand in the bars.
  categoryAxis.tickLabelPosition = 'Low';
  if (isReversed === true) categoryAxis.reversePlotOrder = true;
  valueAxis.numberFormat = plan.numberFormat;
  if (plan.minimum !== undefined) valueAxis.minimum = plan.minimum;
  if (plan.majorUnit !== undefined) valueAxis.majorUnit = plan.majorUnit;
  if (plan.title !== '') {
    valueAxis.title.text = plan.title;
    valueAxis.title.format.font.size = 8;
  }
  valueAxis.majorGridlines.format.line.color = GRID;
  for (const axis of [categoryAxis, valueAxis]) {
    axis.format.font.size = 8;
    axis.format.font.color = TEXT;
  }
}

function drawSeries(sheet: Excel.Worksheet, series: Excel.ChartSeries, { name, values, categories, look, labels }: ChartSeriesPlan, plan: ChartPlan): void {
  series.name = name;
  series.setValues(rangeAt(sheet, values));
  series.setXAxisValues(rangeAt(sheet, categories));
  if (plan.type === 'lines') drawMarkers(series, look);
  else {
    if (look.fill === null) series.format.fill.clear();
    else if (look.fill !== undefined) series.format.fill.setSolidColor(look.fill);
    if (plan.gap !== undefined) series.gapWidth = plan.gap;
    if (plan.isOverlaid === true) series.overlap = 100;
  }
  const { line } = series.format;
  if (look.line === null) line.lineStyle = 'None';
  else {
    line.color = look.line.color;
    line.weight = look.line.weight;
    line.lineStyle = LINES[look.line.style];
  }
  if (labels === undefined) return;
  series.hasDataLabels = true;
  series.dataLabels.showValue = true;
  series.dataLabels.numberFormat = labels.numberFormat;
  series.dataLabels.position = POSITIONS[labels.position];
  series.dataLabels.format.font.size = 8;
  series.dataLabels.format.font.color = labels.color;
}

function drawMarkers(series: Excel.ChartSeries, { marker }: ChartLook): void {
  if (marker === undefined) {
    series.markerStyle = 'None';
    return;
  }
  series.markerStyle = MARKERS[marker.style];
  series.markerSize = marker.size;
  series.markerBackgroundColor = marker.fill;
  series.markerForegroundColor = marker.edge;
}
