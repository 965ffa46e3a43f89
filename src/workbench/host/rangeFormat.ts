import type { CellStyle, FontStyle, HorizontalAlignment, VerticalAlignment } from '../model/types';
import { requirePermission } from './access';
import { asBoolean, asColor, asInteger, asNumber, asOneOf, asText } from './arguments';
import { borderCollectionOf } from './borders';
import { displayText } from './display';
import { make, type HostObject, type Json, type ObjectType } from './objects';
import { redraw, settle, type Place } from './session';
import { changeStyle, common, storedCells } from './styles';

const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'] satisfies HorizontalAlignment[];
const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] satisfies VerticalAlignment[];
const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] satisfies FontStyle['underline'][];

export function rangeFormatOf(place: Place): HostObject {
  return make(formatType, place);
}

/** Sets one member of the style from a checked input. */
export function setStyle(place: Place, patch: Partial<CellStyle>, location: string): void {
  changeStyle(place, (style) => ({ ...style, ...patch }), location);
}

function setFont(place: Place, patch: Partial<FontStyle>, location: string): void {
  changeStyle(place, (style) => ({ ...style, font: { ...style.font, ...patch } }), location);
}

function eachColumn(place: Place, location: string, change: (col: number) => void): void {
  requirePermission(place.sheet, 'allowFormatColumns', location);
  for (const rect of place.rects) for (let col = rect.col; col <= rect.lastCol; col += 1) change(col);
  redraw(place.session);
}

function eachRow(place: Place, location: string, change: (row: number) => void): void {
  requirePermission(place.sheet, 'allowFormatRows', location);
  for (const rect of place.rects) for (let row = rect.row; row <= rect.lastRow; row += 1) change(row);
  redraw(place.session);
}

function commonWidth({ sheet, rects }: Place): Json {
  const widths = new Set<number>();
  for (const rect of rects) for (let col = rect.col; col <= rect.lastCol; col += 1) widths.add(sheet.columns.get(col)?.width ?? sheet.standardWidth);
  return widths.size === 1 ? ([...widths][0] ?? null) : null;
}

function commonHeight({ sheet, rects }: Place): Json {
  const heights = new Set<number>();
  for (const rect of rects) {
    for (let row = rect.row; row <= rect.lastRow && heights.size < 2; row += 1) heights.add(sheet.rows.get(row)?.height ?? sheet.standardHeight);
  }
  return heights.size === 1 ? ([...heights][0] ?? null) : null;
}

/** A rough fit: the stand-in draws no letters, so it counts them. */
function autofitColumns(place: Place, location: string): void {
  settle(place.session);
  const longest = new Map<number, number>();
  for (const rect of place.rects) {
    for (const [, col, cell] of storedCells(place.sheet, rect)) {
      const width = Math.max(...displayText(cell).split('\n').map((line) => line.length)) * cell.style.font.size * 0.5 + 6;
      longest.set(col, Math.max(longest.get(col) ?? 0, width));
    }
  }
  eachColumn(place, location, (col) => {
    const width = longest.get(col);
    if (width !== undefined) place.sheet.columns.set(col, { ...place.sheet.columns.get(col), width: Math.min(width, 1342) });
  });
}

/** Likewise for rows: the lines that wrapped texts need in the widths of their columns; merged cells count for nothing, as in Excel. */
function autofitRows(place: Place, location: string): void {
  settle(place.session);
  const { sheet } = place;
  const isMerged = (row: number, col: number): boolean => sheet.merges.some((rect) => row >= rect.row && row <= rect.lastRow && col >= rect.col && col <= rect.lastCol);
  eachRow(place, location, (row) => {
    let points = 0;
    for (const [col, cell] of sheet.cells.get(row) ?? []) {
      if (isMerged(row, col)) continue;
      const { font: { size }, wrap } = cell.style;
      const width = sheet.columns.get(col)?.width ?? sheet.standardWidth;
      const lines = displayText(cell).split('\n').reduce((sum, line) => sum + (wrap ? Math.max(1, Math.ceil((line.length * size * 0.46) / Math.max(1, width))) : 1), 0);
      points = Math.max(points, lines * size * 1.3);
    }
    const { height: _, fitted: __, ...others } = sheet.rows.get(row) ?? {};
    sheet.rows.set(row, points > sheet.standardHeight ? { ...others, height: Math.min(Math.round(points), 409), fitted: true } : others);
  });
}

const formatType: ObjectType<Place> = {
  name: 'RangeFormat',
  properties: {
    HorizontalAlignment: {
      get: (place) => common(place, (style) => style.horizontal),
      set: (place, input, at) => setStyle(place, { horizontal: asOneOf(input, HORIZONTAL, at) }, at),
    },
    VerticalAlignment: {
      get: (place) => common(place, (style) => style.vertical),
      set: (place, input, at) => setStyle(place, { vertical: asOneOf(input, VERTICAL, at) }, at),
    },
    WrapText: {
      get: (place) => common(place, (style) => style.wrap),
      set: (place, input, at) => setStyle(place, { wrap: asBoolean(input, at) }, at),
    },
    IndentLevel: {
      get: (place) => common(place, (style) => style.indent),
      set: (place, input, at) => setStyle(place, { indent: asInteger(input, at) }, at),
    },
    ShrinkToFit: {
      get: (place) => common(place, (style) => style.shrink ?? false),
      set: (place, input, at) => setStyle(place, { shrink: asBoolean(input, at) }, at),
    },
    TextOrientation: {
      get: (place) => common(place, (style) => style.rotation ?? 0),
      set: (place, input, at) => setStyle(place, { rotation: asInteger(input, at) }, at),
    },
    ColumnWidth: {
      get: commonWidth,
      set: (place, input, at) => {
        const width = asNumber(input, at);
        eachColumn(place, at, (col) => place.sheet.columns.set(col, { ...place.sheet.columns.get(col), width }));
      },
    },
    RowHeight: {
      get: commonHeight,
      set: (place, input, at) => {
        const height = asNumber(input, at);
        eachRow(place, at, (row) => place.sheet.rows.set(row, { ...place.sheet.rows.get(row), height, fitted: false }));
      },
    },
  },
  objects: {
    Fill: (place) => make(fillType, place),
    Font: (place) => make(fontType, place),
    Borders: borderCollectionOf,
    Protection: (place) => make(protectionType, place),
  },
  methods: {
    AutofitColumns: (place, _, at) => autofitColumns(place, at),
    AutofitRows: (place, _, at) => autofitRows(place, at),
  },
};

const fillType: ObjectType<Place> = {
  name: 'RangeFill',
  properties: {
    Color: {
      // Excel answers white for no fill, and "" for a mixture.
      get: (place) => common(place, (style) => style.fill ?? '#FFFFFF') ?? '',
      set: (place, input, at) => setStyle(place, { fill: input === '' ? null : asColor(input, at) }, at),
    },
  },
  methods: { Clear: (place, _, at) => setStyle(place, { fill: null }, at) },
};

const fontType: ObjectType<Place> = {
  name: 'RangeFont',
  properties: {
    Name: { get: (place) => common(place, (style) => style.font.name), set: (place, input, at) => setFont(place, { name: asText(input, at) }, at) },
    Size: { get: (place) => common(place, (style) => style.font.size), set: (place, input, at) => setFont(place, { size: asNumber(input, at) }, at) },
    Bold: { get: (place) => common(place, (style) => style.font.bold), set: (place, input, at) => setFont(place, { bold: asBoolean(input, at) }, at) },
    Italic: { get: (place) => common(place, (style) => style.font.italic), set: (place, input, at) => setFont(place, { italic: asBoolean(input, at) }, at) },
    Color: { get: (place) => common(place, (style) => style.font.color) ?? '', set: (place, input, at) => setFont(place, { color: asColor(input, at) }, at) },
    Underline: {
      get: (place) => common(place, (style) => style.font.underline),
      set: (place, input, at) => setFont(place, { underline: asOneOf(input, UNDERLINES, at) }, at),
    },
    Strikethrough: {
      get: (place) => common(place, (style) => style.font.strike),
      set: (place, input, at) => setFont(place, { strike: asBoolean(input, at) }, at),
    },
    Superscript: {
      get: (place) => common(place, (style) => style.font.superscript ?? false),
      set: (place, input, at) => setFont(place, { superscript: asBoolean(input, at) }, at),
    },
    Subscript: {
      get: (place) => common(place, (style) => style.font.subscript ?? false),
      set: (place, input, at) => setFont(place, { subscript: asBoolean(input, at) }, at),
    },
  },
};

const protectionType: ObjectType<Place> = {
  name: 'FormatProtection',
  properties: {
    Locked: {
      get: (place) => common(place, (style) => style.locked),
      set: (place, input, at) => setStyle(place, { locked: asBoolean(input, at) }, at),
    },
    FormulaHidden: {
      get: (place) => common(place, (style) => style.hidden),
      set: (place, input, at) => setStyle(place, { hidden: asBoolean(input, at) }, at),
    },
  },
};

/** The format of one cell with another's members laid over it, from the JSON of setCellProperties. */
export const FORMAT_WORDS = { HORIZONTAL, VERTICAL, UNDERLINES } as const;
