import { LEGEND_POSITIONS, LINE_STYLES, type ChartAxis, type ChartDrawing, type ChartFont, type ChartLine } from '../model/charts';
import { asBoolean, asColor, asNumber, asOneOf, asText } from './arguments';
import { refuse } from './errors';
import { make, type HostObject, type Json, type ObjectType } from './objects';
import { redraw, type Session } from './session';

/** A part of a chart, with the workbook that has to be drawn anew when it changes. */
export interface PartState<T> {
  readonly session: Session;
  readonly part: T;
}

/** Says how a part is set: checked, then drawn. */
export function setting<T>(change: (part: T, input: unknown, location: string) => void): (state: PartState<T>, input: unknown, location: string) => void {
  return ({ session, part }, input, location) => {
    change(part, input, location);
    redraw(session);
  };
}

interface FontPart {
  readonly font: ChartFont;
  /** Points of text without a size of its own. */
  readonly size: number;
}

const fontType: ObjectType<PartState<FontPart>> = {
  name: 'ChartFont',
  properties: {
    Name: { get: ({ part }) => part.font.name ?? 'Calibri', set: setting(({ font }, input, at) => { font.name = asText(input, at); }) },
    Size: { get: ({ part }) => part.font.size ?? part.size, set: setting(({ font }, input, at) => { font.size = asNumber(input, at); }) },
    Bold: { get: ({ part }) => part.font.bold ?? false, set: setting(({ font }, input, at) => { font.bold = asBoolean(input, at); }) },
    Italic: { get: ({ part }) => part.font.italic ?? false, set: setting(({ font }, input, at) => { font.italic = asBoolean(input, at); }) },
    Color: { get: ({ part }) => part.font.color ?? '#595959', set: setting(({ font }, input, at) => { font.color = asColor(input, at); }) },
  },
};

const lineType: ObjectType<PartState<ChartLine>> = {
  name: 'ChartLineFormat',
  properties: {
    // What Excel chooses by itself is not known here.
    Color: {
      get: ({ part }) => part.color ?? '',
      set: setting((line, input, at) => {
        line.color = asColor(input, at);
        if (line.style === 'Automatic') line.style = 'Continuous';
      }),
    },
    LineStyle: { get: ({ part }) => part.style, set: setting((line, input, at) => { line.style = asOneOf(input, LINE_STYLES, at); }) },
    Weight: { get: ({ part }) => part.weight ?? 0.75, set: setting((line, input, at) => { line.weight = asNumber(input, at); }) },
  },
};

export const lineOf = (session: Session, line: ChartLine): HostObject => make(lineType, { session, part: line });

/** The `format` of a part: an object with just the objects given. */
export function formatOf(name: string, session: Session, members: { readonly font?: ChartFont; readonly size?: number; readonly line?: ChartLine; readonly fill?: HostObject }): HostObject {
  const { font, size = 10, line, fill } = members;
  const type: ObjectType<null> = {
    name,
    objects: {
      ...(font === undefined ? {} : { Font: () => make(fontType, { session, part: { font, size } }) }),
      ...(line === undefined ? {} : { Line: () => lineOf(session, line) }),
      ...(fill === undefined ? {} : { Fill: () => fill }),
    },
  };
  return make(type, null);
}

const titleType: ObjectType<PartState<ChartDrawing['title']>> = {
  name: 'ChartTitle',
  properties: {
    Text: {
      get: ({ part }) => part.text,
      set: setting((title, input, at) => {
        title.text = asText(input, at);
        title.formula = null;
        title.visible = true;
      }),
    },
    Visible: { get: ({ part }) => part.visible, set: setting((title, input, at) => { title.visible = asBoolean(input, at); }) },
    Overlay: { get: ({ part }) => part.overlay, set: setting((title, input, at) => { title.overlay = asBoolean(input, at); }) },
  },
  objects: { Format: ({ session, part }) => formatOf('ChartTitleFormat', session, { font: part.font, size: 14 }) },
  methods: {
    SetFormula: (state, [formula], at) => {
      const text = asText(formula, at);
      // Excel follows one cell and nothing else.
      if (!/^=(?:'(?:[^']|'')+'|[^'!]+)!\$?[A-Za-z]{1,3}\$?\d+$/u.test(text)) return refuse('InvalidArgument', at, 'A cell with its sheet is expected.');
      state.part.formula = text;
      state.part.visible = true;
      redraw(state.session);
    },
  },
};

/** `shown` is what the title reads at the moment. */
export const titleOf = (session: Session, title: ChartDrawing['title'], shown: () => string): HostObject =>
  make({ ...titleType, properties: { ...titleType.properties, Text: { ...titleType.properties?.Text, get: () => (title.formula === null ? title.text : shown()) } } }, { session, part: title });

const legendType: ObjectType<PartState<ChartDrawing['legend']>> = {
  name: 'ChartLegend',
  properties: {
    Visible: { get: ({ part }) => part.visible, set: setting((legend, input, at) => { legend.visible = asBoolean(input, at); }) },
    Position: { get: ({ part }) => part.position, set: setting((legend, input, at) => { legend.position = asOneOf(input, LEGEND_POSITIONS, at); }) },
    Overlay: { get: ({ part }) => part.overlay, set: setting((legend, input, at) => { legend.overlay = asBoolean(input, at); }) },
  },
  objects: { Format: ({ session, part }) => formatOf('ChartLegendFormat', session, { font: part.font, size: 9 }) },
};

export const legendOf = (session: Session, legend: ChartDrawing['legend']): HostObject => make(legendType, { session, part: legend });

const axisTitleType: ObjectType<PartState<ChartAxis['title']>> = {
  name: 'ChartAxisTitle',
  properties: {
    Text: {
      get: ({ part }) => part.text,
      set: setting((title, input, at) => {
        title.text = asText(input, at);
        title.visible = true;
      }),
    },
    Visible: { get: ({ part }) => part.visible, set: setting((title, input, at) => { title.visible = asBoolean(input, at); }) },
  },
  objects: { Format: ({ session, part }) => formatOf('ChartAxisTitleFormat', session, { font: part.font, size: 10 }) },
};

const gridlinesType: ObjectType<PartState<ChartAxis['gridlines']>> = {
  name: 'ChartGridlines',
  properties: { Visible: { get: ({ part }) => part.visible, set: setting((lines, input, at) => { lines.visible = asBoolean(input, at); }) } },
  objects: { Format: ({ session, part }) => formatOf('ChartGridlinesFormat', session, { line: part.line }) },
};

/** A bound or a step of an axis: a number, or "" for Excel's own choice (which the stand-in does not compute). */
const bound = (key: 'minimum' | 'maximum' | 'majorUnit') => ({
  get: ({ part }: PartState<ChartAxis>): Json => part[key] ?? '',
  set: setting<ChartAxis>((axis, input, at) => { axis[key] = input === '' ? null : asNumber(input, at); }),
});

const axisType: ObjectType<PartState<ChartAxis>> = {
  name: 'ChartAxis',
  properties: {
    Minimum: bound('minimum'),
    Maximum: bound('maximum'),
    MajorUnit: bound('majorUnit'),
    Visible: { get: ({ part }) => part.visible, set: setting((axis, input, at) => { axis.visible = asBoolean(input, at); }) },
    NumberFormat: { get: ({ part }) => part.numberFormat ?? 'General', set: setting((axis, input, at) => { axis.numberFormat = asText(input, at); }) },
    ReversePlotOrder: { get: ({ part }) => part.reversed, set: setting((axis, input, at) => { axis.reversed = asBoolean(input, at); }) },
    TickLabelPosition: {
      get: ({ part }) => part.labelPosition,
      set: setting((axis, input, at) => { axis.labelPosition = asOneOf(input, ['NextToAxis', 'High', 'Low', 'None'], at); }),
    },
  },
  objects: {
    Title: ({ session, part }) => make(axisTitleType, { session, part: part.title }),
    MajorGridlines: ({ session, part }) => make(gridlinesType, { session, part: part.gridlines }),
    Format: ({ session, part }) => formatOf('ChartAxisFormat', session, { font: part.font, size: 9, line: part.line }),
  },
};

const axesType: ObjectType<PartState<ChartDrawing>> = {
  name: 'ChartAxes',
  objects: {
    CategoryAxis: ({ session, part }) => make(axisType, { session, part: part.categoryAxis }),
    ValueAxis: ({ session, part }) => make(axisType, { session, part: part.valueAxis }),
  },
};

export const axesOf = (session: Session, drawing: ChartDrawing): HostObject => make(axesType, { session, part: drawing });
