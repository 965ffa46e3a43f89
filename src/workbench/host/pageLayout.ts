import { parseRect, splitAddress } from '../model/addresses';
import type { PageLayoutModel, Rect } from '../model/types';
import { LAST_COLUMN, LAST_ROW } from '../model/workbook';
import { asBoolean, asNumber, asOneOf, asRecord, asText, placeOf } from './arguments';
import { refuse, unknown } from './errors';
import { make, type Argument, type HostObject, type ObjectType, type Outcome } from './objects';
import { rangeOf } from './range';
import { rangeAreasOf } from './rangeAreas';
import { redraw } from './session';
import type { SheetState } from './worksheet';

/** Paper sizes as OOXML numbers them; the others fail by name. */
const PAPERS: Readonly<Record<string, number>> = { Letter: 1, Tabloid: 3, Legal: 5, Executive: 7, A3: 8, A4: 9, A5: 11, B4: 12, B5: 13 };
const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

export function pageLayoutOf(state: SheetState): HostObject {
  return make(layoutType, state);
}

function put({ session, sheet }: SheetState, patch: Partial<PageLayoutModel>): void {
  sheet.pageLayout = { ...sheet.pageLayout, ...patch };
  redraw(session);
}

type Margin = keyof PageLayoutModel['margins'];

const margin = (side: Margin): NonNullable<ObjectType<SheetState>['properties']>[string] => ({
  get: ({ sheet }) => sheet.pageLayout.margins[side],
  set: (state, input, at) => put(state, { margins: { ...state.sheet.pageLayout.margins, [side]: asNumber(input, at) } }),
});

const flag = (key: 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'blackAndWhite'): NonNullable<ObjectType<SheetState>['properties']>[string] => ({
  get: ({ sheet }) => sheet.pageLayout[key],
  set: (state, input, at) => put(state, { [key]: asBoolean(input, at) }),
});

function areas(input: Argument, location: string): Rect[] {
  if (typeof input !== 'string') return [...placeOf(input, location).rects];
  return input.split(',').map((part) => parseRect(splitAddress(part).local) ?? refuse('InvalidArgument', location));
}

function zoomFrom(input: unknown, location: string): PageLayoutModel['zoom'] {
  const zoom: PageLayoutModel['zoom'] = {};
  for (const [key, value] of Object.entries(asRecord(input, location))) {
    if (value === undefined || value === null) continue;
    if (key !== 'scale' && key !== 'horizontalFitToPages' && key !== 'verticalFitToPages') return unknown(`${location}({ ${key} })`);
    zoom[key] = asNumber(value, location);
  }
  return zoom;
}

function setMargins(state: SheetState, [unit, options]: readonly Argument[], location: string): void {
  const factor = POINTS[asOneOf(unit, ['Points', 'Inches', 'Centimeters'], location)];
  const margins = { ...state.sheet.pageLayout.margins };
  for (const [key, value] of Object.entries(asRecord(options, location))) {
    if (value === undefined || value === null) continue;
    const side = asOneOf(key, ['top', 'bottom', 'left', 'right', 'header', 'footer'], location);
    margins[side] = asNumber(value, location) * factor;
  }
  put(state, { margins });
}

const layoutType: ObjectType<SheetState> = {
  name: 'PageLayout',
  properties: {
    Orientation: {
      get: ({ sheet }) => sheet.pageLayout.orientation,
      set: (state, input, at) => put(state, { orientation: asOneOf(input, ['Portrait', 'Landscape'], at) }),
    },
    PaperSize: {
      get: ({ sheet }) => Object.entries(PAPERS).find(([, size]) => size === sheet.pageLayout.paperSize)?.[0] ?? null,
      set: (state, input, at) => put(state, { paperSize: PAPERS[asText(input, at)] ?? unknown(`${at}("${asText(input, at)}")`) }),
    },
    Zoom: { get: ({ sheet }) => ({ ...sheet.pageLayout.zoom }), set: (state, input, at) => put(state, { zoom: zoomFrom(input, at) }) },
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
    CenterHorizontally: flag('centerHorizontally'),
    CenterVertically: flag('centerVertically'),
    PrintGridlines: flag('printGridlines'),
    BlackAndWhite: flag('blackAndWhite'),
  },
  objects: { HeadersFooters: (state) => make(groupType, state) },
  methods: {
    SetPrintArea: (state, [area], at) => put(state, { printArea: areas(area, at) }),
    SetPrintMargins: (state, args, at) => setMargins(state, args, at),
    SetPrintTitleRows: (state, [rows], at) => {
      const [rect] = areas(rows, at);
      put(state, { titleRows: rect === undefined ? null : { first: rect.row, last: rect.lastRow } });
    },
    SetPrintTitleColumns: (state, [columns], at) => {
      const [rect] = areas(columns, at);
      put(state, { titleColumns: rect === undefined ? null : { first: rect.col, last: rect.lastCol } });
    },
    GetPrintAreaOrNullObject: ({ session, sheet }): Outcome =>
      sheet.pageLayout.printArea.length === 0 ? null : rangeAreasOf({ session, sheet, rects: sheet.pageLayout.printArea }),
    GetPrintTitleRowsOrNullObject: ({ session, sheet }): Outcome => {
      const rows = sheet.pageLayout.titleRows;
      return rows === null ? null : rangeOf(session, sheet, { row: rows.first, lastRow: rows.last, col: 0, lastCol: LAST_COLUMN });
    },
    GetPrintTitleColumnsOrNullObject: ({ session, sheet }): Outcome => {
      const columns = sheet.pageLayout.titleColumns;
      return columns === null ? null : rangeOf(session, sheet, { col: columns.first, lastCol: columns.last, row: 0, lastRow: LAST_ROW });
    },
  },
};

const groupType: ObjectType<SheetState> = {
  name: 'HeaderFooterGroup',
  properties: { State: { get: () => 'Default' } },
  objects: { DefaultForAllPages: (state) => make(headerFooterType, state) },
};

const part = (band: 'header' | 'footer', side: 'left' | 'center' | 'right'): NonNullable<ObjectType<SheetState>['properties']>[string] => ({
  get: ({ sheet }) => sheet.pageLayout[band][side],
  set: (state, input, at) => put(state, { [band]: { ...state.sheet.pageLayout[band], [side]: asText(input, at) } }),
});

const headerFooterType: ObjectType<SheetState> = {
  name: 'HeaderFooter',
  properties: {
    LeftHeader: part('header', 'left'),
    CenterHeader: part('header', 'center'),
    RightHeader: part('header', 'right'),
    LeftFooter: part('footer', 'left'),
    CenterFooter: part('footer', 'center'),
    RightFooter: part('footer', 'right'),
  },
};
