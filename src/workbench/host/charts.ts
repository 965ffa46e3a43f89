import { parseRect, splitAddress } from '../model/addresses';
import { CHART_TYPES, cornerAt, newAxis, newSeries, pointOf, type ChartCorner, type ChartDrawing, type ChartModel, type ChartType } from '../model/charts';
import { columnsOf, rowsOf } from '../model/rects';
import { fullName } from '../model/addresses';
import type { Rect, SheetModel } from '../model/types';
import { cellAt, takeId } from '../model/workbook';
import { requirePermission } from './access';
import { asBoolean, asInteger, asNumber, asOneOf, asText, isAbsent, placeOf } from './arguments';
import { axesOf, legendOf, titleOf } from './chartParts';
import { seriesOf, valuesOf } from './chartSeries';
import { refuse, unknown } from './errors';
import { isHostObject, make, value, type Argument, type HostObject, type ObjectType, type Outcome } from './objects';
import { rectOf, redraw, settle } from './session';
import { worksheetOf, type SheetState } from './worksheet';

interface ChartState extends SheetState {
  readonly chart: ChartModel;
}

export function chartsOf(state: SheetState): HostObject {
  return make(collectionType, state);
}

const chartOf = ({ session, sheet }: SheetState, chart: ChartModel): HostObject => make(chartType, { session, sheet, chart });

/** What a chart shows; of a kind that only files know the stand-in answers nothing but where it is and what it is called. */
const drawingOf = ({ chart }: ChartState): ChartDrawing => chart.drawing ?? unknown(`the inside of chart "${chart.name}"`);

/** Excel's size of a new chart, in points. */
const WIDTH = 360;
const HEIGHT = 216;

function add(state: SheetState, [typeWord, range, seriesBy]: readonly Argument[], location: string): HostObject {
  const { session, sheet } = state;
  requirePermission(sheet, 'allowEditObjects', location);
  const type = asOneOf(typeWord, CHART_TYPES, location);
  const place = placeOf(range, location);
  const by = isAbsent(seriesBy) ? 'Auto' : asOneOf(seriesBy, ['Auto', 'Columns', 'Rows'], location);
  const id = takeId(session.model);
  const chart: ChartModel = {
    id: `{${id.toString(16).padStart(8, '0').toUpperCase()}-0000-4000-8000-000000000000}`,
    name: freeName(sheet),
    from: cornerAt(sheet, 0, 0),
    to: cornerAt(sheet, WIDTH, HEIGHT),
    drawing: newDrawing(type),
  };
  if (chart.drawing !== null) chart.drawing.series = seriesFrom(place.sheet, rectOf(place), type, by, location);
  sheet.charts.push(chart);
  redraw(session);
  return chartOf(state, chart);
}

function freeName(sheet: SheetModel): string {
  for (let n = 1; ; n += 1) if (!sheet.charts.some((chart) => chart.name === `Chart ${n}`)) return `Chart ${n}`;
}

function newDrawing(type: ChartType): ChartDrawing {
  return {
    type,
    title: { text: 'Chart Title', formula: null, visible: true, overlay: false, font: {} },
    legend: { visible: true, position: 'Bottom', overlay: false, font: {} },
    categoryAxis: newAxis(false), valueAxis: newAxis(true), displayBlanksAs: 'NotPlotted', plotVisibleOnly: true, series: [],
  };
}

/**
 * The series that Excel makes of a block. It guesses headings where texts stand at the edges; the stand-in takes blocks
 * of numbers alone, so that nothing depends on a guess.
 */
function seriesFrom(sheet: SheetModel, rect: Rect, type: ChartType, by: 'Auto' | 'Columns' | 'Rows', location: string): ChartDrawing['series'] {
  for (let row = rect.row; row <= rect.lastRow; row += 1) {
    for (let col = rect.col; col <= rect.lastCol; col += 1) {
      if (typeof cellAt(sheet, row, col)?.value !== 'number') return unknown(`${location} over cells other than numbers`);
    }
  }
  const columns = by === 'Columns' || (by === 'Auto' && rowsOf(rect) >= columnsOf(rect));
  const count = columns ? columnsOf(rect) : rowsOf(rect);
  return Array.from({ length: count }, (_, n) => {
    const part = columns ? { ...rect, col: rect.col + n, lastCol: rect.col + n } : { ...rect, row: rect.row + n, lastRow: rect.row + n };
    return { ...newSeries(type, `Series${n + 1}`), values: `=${fullName(sheet.name, part, true)}` };
  });
}

function find({ sheet }: SheetState, key: Argument): ChartModel | undefined {
  return sheet.charts.find((chart) => chart.id === key || chart.name === key);
}

/** The block that a cell or an address on the chart's own sheet stands for. */
function blockOf({ sheet }: ChartState, input: Argument, location: string): Rect {
  if (isHostObject(input)) {
    const place = placeOf(input, location);
    return place.sheet === sheet ? rectOf(place) : refuse('InvalidArgument', location, 'The cell is on another sheet.');
  }
  return parseRect(splitAddress(asText(input, location)).local) ?? refuse('InvalidArgument', location);
}

function setPosition(state: ChartState, [start, end]: readonly Argument[], location: string): void {
  requirePermission(state.sheet, 'allowEditObjects', location);
  const { chart, sheet } = state;
  const first = blockOf(state, start, location);
  const size = sizeOf(sheet, chart);
  chart.from = { row: first.row, col: first.col, down: 0, right: 0 };
  if (isAbsent(end)) {
    const { left, top } = pointOf(sheet, chart.from);
    chart.to = cornerAt(sheet, left + size.width, top + size.height);
  } else {
    const last = blockOf(state, end, location);
    if (last.lastRow < first.row || last.lastCol < first.col) return refuse('InvalidArgument', location, 'The last cell stands before the first.');
    chart.to = { row: last.lastRow + 1, col: last.lastCol + 1, down: 0, right: 0 };
  }
  redraw(state.session);
}

function sizeOf(sheet: SheetModel, { from, to }: { readonly from: ChartCorner; readonly to: ChartCorner }): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
  const [a, b] = [pointOf(sheet, from), pointOf(sheet, to)];
  return { left: a.left, top: a.top, width: b.left - a.left, height: b.top - a.top };
}

/** One of the four numbers that say where a chart stands, in points. */
const measure = (key: 'left' | 'top' | 'width' | 'height') => ({
  get: ({ sheet, chart }: ChartState): number => sizeOf(sheet, chart)[key],
  set: ({ session, sheet, chart }: ChartState, input: unknown, location: string): void => {
    requirePermission(sheet, 'allowEditObjects', location);
    const next = { ...sizeOf(sheet, chart), [key]: asNumber(input, location) };
    if (next[key] < 0) return refuse('InvalidArgument', location);
    chart.from = cornerAt(sheet, next.left, next.top);
    chart.to = cornerAt(sheet, next.left + next.width, next.top + next.height);
    redraw(session);
  },
});

const chartType: ObjectType<ChartState> = {
  name: 'Chart',
  identity: ({ chart }) => ({ Id: chart.id }),
  properties: {
    Id: { get: ({ chart }) => chart.id },
    Name: { get: ({ chart }) => chart.name, set: ({ session, chart }, input, at) => { chart.name = asText(input, at); redraw(session); } },
    Left: measure('left'),
    Top: measure('top'),
    Width: measure('width'),
    Height: measure('height'),
    ChartType: {
      get: (state) => drawingOf(state).type,
      set: (state, input, at) => {
        const type = asOneOf(input, CHART_TYPES, at);
        const drawing = drawingOf(state);
        drawing.type = type;
        for (const series of drawing.series) series.type = type;
        redraw(state.session);
      },
      onlyByName: true,
    },
    DisplayBlanksAs: {
      get: (state) => drawingOf(state).displayBlanksAs,
      set: (state, input, at) => { drawingOf(state).displayBlanksAs = asOneOf(input, ['NotPlotted', 'Zero', 'Interplotted'], at); redraw(state.session); },
      onlyByName: true,
    },
    PlotVisibleOnly: {
      get: (state) => drawingOf(state).plotVisibleOnly,
      set: (state, input, at) => { drawingOf(state).plotVisibleOnly = asBoolean(input, at); redraw(state.session); },
      onlyByName: true,
    },
  },
  objects: {
    Axes: (state) => axesOf(state.session, drawingOf(state)),
    Legend: (state) => legendOf(state.session, drawingOf(state).legend),
    Series: (state) => seriesOf(state.session, drawingOf(state), state.sheet),
    Title: (state) =>
      titleOf(state.session, drawingOf(state).title, () => {
        settle(state.session);
        return String(valuesOf(state.session, state.sheet, drawingOf(state).title.formula)[0] ?? '');
      }),
    Worksheet: ({ session, sheet }) => worksheetOf(session, sheet),
  },
  methods: {
    SetPosition: (state, args, at) => setPosition(state, args, at),
    Delete: ({ session, sheet, chart }, _, at) => {
      requirePermission(sheet, 'allowEditObjects', at);
      sheet.charts.splice(sheet.charts.indexOf(chart), 1);
      redraw(session);
    },
  },
};

const collectionType: ObjectType<SheetState> = {
  name: 'ChartCollection',
  properties: { Count: { get: ({ sheet }) => sheet.charts.length } },
  items: (state) => state.sheet.charts.map((chart) => chartOf(state, chart)),
  item: (state, [key], location) => chartOf(state, find(state, key) ?? refuse('ItemNotFound', location)),
  methods: {
    Add: (state, args, location) => add(state, args, location),
    GetCount: ({ sheet }) => value(sheet.charts.length),
    // The client asks for charts by this method, and for the items of a loaded collection by their id.
    GetItem: (state, [key], location) => chartOf(state, find(state, key) ?? refuse('ItemNotFound', location)),
    GetItemAt: (state, [index], location) => chartOf(state, state.sheet.charts[asInteger(index, location)] ?? refuse('InvalidArgument', location)),
    GetItemOrNullObject: (state, [name], location): Outcome => {
      const chart = find(state, asText(name, location));
      return chart === undefined ? null : chartOf(state, chart);
    },
  },
};
