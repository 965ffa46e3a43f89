import type { BorderLine, Borders, DifferentialStyle } from '../model/types';
import { asBoolean, asColor, asOneOf, asText } from './arguments';
import { put, type FormatState } from './conditionalState';
import { make, type HostObject, type ObjectType } from './objects';

function formatOf({ format }: FormatState): DifferentialStyle {
  return 'format' in format.rule ? format.rule.format : {};
}

function patch(state: FormatState, change: Partial<DifferentialStyle>): void {
  const { rule } = state.format;
  if ('format' in rule) put(state, { ...rule, format: { ...rule.format, ...change } });
}

function patchFont(state: FormatState, change: NonNullable<DifferentialStyle['font']>): void {
  patch(state, { font: { ...formatOf(state).font, ...change } });
}

const EDGES = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' } as const;
type Edge = keyof typeof EDGES;
const EDGE_NAMES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const satisfies readonly Edge[];

interface BorderState {
  readonly state: FormatState;
  readonly edge: Edge;
}

function patchBorder({ state, edge }: BorderState, change: Partial<BorderLine>): void {
  const borders: Borders = formatOf(state).borders ?? {};
  const line: BorderLine = { style: 'Continuous', weight: 'Thin', color: '#000000', ...borders[EDGES[edge]], ...change };
  patch(state, { borders: { ...borders, [EDGES[edge]]: line } });
}

const borderType: ObjectType<BorderState> = {
  name: 'ConditionalRangeBorder',
  properties: {
    SideIndex: { get: ({ edge }) => edge },
    Style: {
      get: ({ state, edge }) => formatOf(state).borders?.[EDGES[edge]]?.style ?? 'None',
      set: (state, input, at) => patchBorder(state, { style: asOneOf(input, ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot'], at) }),
    },
    Color: {
      get: ({ state, edge }) => formatOf(state).borders?.[EDGES[edge]]?.color ?? '',
      set: (state, input, at) => patchBorder(state, { color: asColor(input, at) }),
    },
  },
};

const bordersType: ObjectType<FormatState> = {
  name: 'ConditionalRangeBorderCollection',
  properties: { Count: { get: () => EDGE_NAMES.length } },
  items: (state) => EDGE_NAMES.map((edge) => make(borderType, { state, edge })),
  item: (state, [edge], at) => make(borderType, { state, edge: asOneOf(edge, EDGE_NAMES, at) }),
  objects: {
    Top: (state) => make(borderType, { state, edge: 'EdgeTop' }),
    Bottom: (state) => make(borderType, { state, edge: 'EdgeBottom' }),
    Left: (state) => make(borderType, { state, edge: 'EdgeLeft' }),
    Right: (state) => make(borderType, { state, edge: 'EdgeRight' }),
  },
};

const fillType: ObjectType<FormatState> = {
  name: 'ConditionalRangeFill',
  properties: { Color: { get: (state) => formatOf(state).fill ?? '', set: (state, input, at) => patch(state, { fill: asColor(input, at) }) } },
  methods: { Clear: (state) => patch(state, { fill: undefined }) },
};

const fontType: ObjectType<FormatState> = {
  name: 'ConditionalRangeFont',
  properties: {
    Color: { get: (state) => formatOf(state).font?.color ?? '', set: (state, input, at) => patchFont(state, { color: asColor(input, at) }) },
    Bold: { get: (state) => formatOf(state).font?.bold ?? null, set: (state, input, at) => patchFont(state, { bold: asBoolean(input, at) }) },
    Italic: { get: (state) => formatOf(state).font?.italic ?? null, set: (state, input, at) => patchFont(state, { italic: asBoolean(input, at) }) },
    Strikethrough: {
      get: (state) => formatOf(state).font?.strike ?? null,
      set: (state, input, at) => patchFont(state, { strike: asBoolean(input, at) }),
    },
    Underline: {
      get: (state) => formatOf(state).font?.underline ?? null,
      set: (state, input, at) => patchFont(state, { underline: asOneOf(input, ['None', 'Single', 'Double'], at) }),
    },
  },
  methods: { Clear: (state) => patch(state, { font: undefined }) },
};

const rangeFormatType: ObjectType<FormatState> = {
  name: 'ConditionalRangeFormat',
  properties: {
    NumberFormat: { get: (state) => formatOf(state).numberFormat ?? '', set: (state, input, at) => patch(state, { numberFormat: asText(input, at) }) },
  },
  objects: {
    Fill: (state) => make(fillType, state),
    Font: (state) => make(fontType, state),
    Borders: (state) => make(bordersType, state),
  },
};

/** The format that a rule lays over its cells. */
export const formatObject = { Format: (state: FormatState): HostObject => make(rangeFormatType, state) };
