import { CHART_TYPES, LABEL_POSITIONS, MARKER_STYLES, newLabels, newSeries, type ChartDrawing, type ChartLabels, type ChartSeries } from '../model/charts';
import { fullName } from '../model/addresses';
import { referenceOfFormula } from '../model/references';
import type { CellValue, SheetModel } from '../model/types';
import { cellAt, findSheet } from '../model/workbook';
import { asBoolean, asColor, asInteger, asNumber, asOneOf, asText, isAbsent, placeOf } from './arguments';
import { formatOf, setting, type PartState } from './chartParts';
import { plainValue } from './display';
import { refuse } from './errors';
import { make, value, type Argument, type HostObject, type Json, type ObjectType, type Outcome } from './objects';
import { rectOf, redraw, settle, type Session } from './session';

interface SeriesState extends PartState<ChartSeries> {
  readonly drawing: ChartDrawing;
  readonly home: SheetModel;
}

interface AllState {
  readonly session: Session;
  readonly drawing: ChartDrawing;
  readonly home: SheetModel;
}

export function seriesOf(session: Session, drawing: ChartDrawing, home: SheetModel): HostObject {
  return make(collectionType, { session, drawing, home });
}

const one = ({ session, drawing, home }: AllState, series: ChartSeries): HostObject => make(seriesType, { session, drawing, home, part: series });

const collectionType: ObjectType<AllState> = {
  name: 'ChartSeriesCollection',
  properties: { Count: { get: ({ drawing }) => drawing.series.length } },
  items: (state) => state.drawing.series.map((series) => one(state, series)),
  item: (state, [index], location) => one(state, at(state, index, location)),
  methods: {
    GetCount: ({ drawing }) => value(drawing.series.length),
    GetItemAt: (state, [index], location) => one(state, at(state, index, location)),
    Add: (state, [name, index], location) => {
      const series = newSeries(state.drawing.type, isAbsent(name) ? `Series${state.drawing.series.length + 1}` : asText(name, location));
      const place = isAbsent(index) ? state.drawing.series.length : asInteger(index, location);
      if (place < 0 || place > state.drawing.series.length) return refuse('InvalidArgument', location);
      state.drawing.series.splice(place, 0, series);
      redraw(state.session);
      return one(state, series);
    },
  },
};

const at = ({ drawing }: AllState, index: Argument, location: string): ChartSeries => drawing.series[asInteger(index, location)] ?? refuse('InvalidArgument', location);

/** Cells in one row or one column, as a series takes them. */
function source(input: Argument, location: string): string {
  const place = placeOf(input, location);
  const rect = rectOf(place);
  if (rect.row !== rect.lastRow && rect.col !== rect.lastCol) return refuse('InvalidArgument', location, 'One row or one column is expected.');
  return `=${fullName(place.sheet.name, rect, true)}`;
}

/** What stands in the cells of a reference, in order; empty for a lost one. */
export function valuesOf(session: Session, home: SheetModel, reference: string | null): CellValue[] {
  const found = reference === null ? null : referenceOfFormula(reference);
  const sheet = found === null ? undefined : found.sheet === null ? home : findSheet(session.model, found.sheet);
  if (found === null || sheet === undefined) return [];
  const values: CellValue[] = [];
  for (let row = found.rect.row; row <= found.rect.lastRow; row += 1) {
    for (let col = found.rect.col; col <= found.rect.lastCol; col += 1) values.push(cellAt(sheet, row, col)?.value ?? null);
  }
  return values;
}

const requireBars = (series: ChartSeries, location: string): ChartSeries => (series.type.startsWith('Line') ? refuse('InvalidOperation', location, 'A line has no bars.') : series);
const requireLine = (series: ChartSeries, location: string): ChartSeries => (series.type.startsWith('Line') ? series : refuse('InvalidOperation', location, 'A bar has no markers.'));

/** Bars of one chart type share gap and overlap. */
const shared = (key: 'gapWidth' | 'overlap', least: number, most: number) => ({
  get: ({ part }: SeriesState): Json => part[key],
  set: ({ session, drawing, part }: SeriesState, input: unknown, location: string): void => {
    const size = asInteger(input, location);
    if (size < least || size > most) return refuse('InvalidArgument', location);
    requireBars(part, location);
    for (const series of drawing.series) if (series.type === part.type && series.axisGroup === part.axisGroup) series[key] = size;
    redraw(session);
  },
});

const fillType: ObjectType<PartState<ChartSeries>> = {
  name: 'ChartFill',
  methods: {
    Clear: ({ session, part }) => {
      part.fill = 'none';
      redraw(session);
    },
    SetSolidColor: ({ session, part }, [color], location) => {
      part.fill = asColor(color, location);
      redraw(session);
    },
  },
};

const labelsType: ObjectType<PartState<ChartLabels>> = {
  name: 'ChartDataLabels',
  properties: {
    ShowValue: { get: ({ part }) => part.showValue, set: setting((labels, input, location) => { labels.showValue = asBoolean(input, location); }) },
    ShowSeriesName: { get: ({ part }) => part.showSeriesName, set: setting((labels, input, location) => { labels.showSeriesName = asBoolean(input, location); }) },
    ShowCategoryName: { get: ({ part }) => part.showCategoryName, set: setting((labels, input, location) => { labels.showCategoryName = asBoolean(input, location); }) },
    Position: { get: ({ part }) => part.position ?? '', set: setting((labels, input, location) => { labels.position = asOneOf(input, LABEL_POSITIONS, location); }) },
    NumberFormat: { get: ({ part }) => part.numberFormat ?? 'General', set: setting((labels, input, location) => { labels.numberFormat = asText(input, location); }) },
  },
  objects: { Format: ({ session, part }) => formatOf('ChartDataLabelFormat', session, { font: part.font, size: 9 }) },
};

const seriesType: ObjectType<SeriesState> = {
  name: 'ChartSeries',
  properties: {
    Name: { get: ({ part }) => part.name, set: ({ session, part }, input, location) => { part.name = asText(input, location); redraw(session); } },
    ChartType: {
      get: ({ part }) => part.type,
      set: ({ session, part }, input, location) => {
        const type = asOneOf(input, CHART_TYPES, location);
        Object.assign(part, { type, marker: { ...part.marker, style: type === 'Line' ? 'None' : 'Automatic' } });
        redraw(session);
      },
    },
    AxisGroup: {
      get: ({ part }) => part.axisGroup,
      set: ({ session, part }, input, location) => { part.axisGroup = asOneOf(input, ['Primary', 'Secondary'], location); redraw(session); },
    },
    GapWidth: shared('gapWidth', 0, 500),
    Overlap: shared('overlap', -100, 100),
    HasDataLabels: {
      get: ({ part }) => part.labels !== null,
      set: ({ session, part }, input, location) => { part.labels = asBoolean(input, location) ? (part.labels ?? newLabels()) : null; redraw(session); },
    },
    MarkerStyle: { get: ({ part }) => part.marker.style, set: setting((series: ChartSeries, input, location) => { requireLine(series, location).marker.style = asOneOf(input, MARKER_STYLES, location); }) },
    MarkerSize: {
      get: ({ part }) => part.marker.size,
      set: setting((series: ChartSeries, input, location) => {
        const size = asNumber(input, location);
        if (size < 2 || size > 72) return refuse('InvalidArgument', location);
        requireLine(series, location).marker.size = size;
      }),
    },
    MarkerBackgroundColor: { get: ({ part }) => part.marker.background ?? '', set: setting((series: ChartSeries, input, location) => { requireLine(series, location).marker.background = asColor(input, location); }) },
    MarkerForegroundColor: { get: ({ part }) => part.marker.foreground ?? '', set: setting((series: ChartSeries, input, location) => { requireLine(series, location).marker.foreground = asColor(input, location); }) },
    Smooth: { get: ({ part }) => part.smooth, set: setting((series: ChartSeries, input, location) => { series.smooth = asBoolean(input, location); }) },
    PlotOrder: { get: ({ drawing, part }) => drawing.series.indexOf(part) },
  },
  objects: {
    Format: ({ session, part }) => formatOf('ChartSeriesFormat', session, { line: part.line, fill: make(fillType, { session, part }) }),
    DataLabels: ({ session, part }) => make(labelsType, { session, part: part.labels ?? refuse('InvalidOperation', 'ChartSeries.dataLabels', 'The series shows no labels.') }),
  },
  methods: {
    Delete: ({ session, drawing, part }) => {
      drawing.series.splice(drawing.series.indexOf(part), 1);
      redraw(session);
    },
    SetValues: ({ session, part }, [range], location) => {
      part.values = source(range, location);
      redraw(session);
    },
    SetXAxisValues: ({ session, part }, [range], location) => {
      part.categories = source(range, location);
      redraw(session);
    },
    GetDimensionValues: ({ session, home, part }, [dimension], location): Outcome => {
      const wanted = asOneOf(dimension, ['Categories', 'Values'], location);
      settle(session);
      return value(valuesOf(session, home, wanted === 'Values' ? part.values : part.categories).map(plainValue));
    },
  },
};
