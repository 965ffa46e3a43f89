import { cellsOf, columnsOf, isWholeColumns, isWholeRows, rowsOf } from '../model/rects';
import { fullName } from '../model/addresses';
import type { CellStyle } from '../model/types';
import { isRowHidden, styleAt } from '../model/workbook';
import { requireFormatting } from './access';
import { asBoolean, asColor, asInteger, asNumber, asOneOf, asRecord, asText, isRecord } from './arguments';
import { refuse, unknown } from './errors';
import type { Json } from './objects';
import { FORMAT_WORDS } from './rangeFormat';
import { rectOf, redraw, type Place } from './session';
import { changeStyle } from './styles';
import { gridOf } from './writing';

/** A wish list such as { format: { fill: { color: true } } } answered from one cell or line. */
interface Source {
  readonly [key: string]: Json | Source | (() => Json) | undefined;
}

function answer(wanted: unknown, source: Source, location: string): Json {
  const out: Record<string, Json> = {};
  for (const [key, wish] of Object.entries(asRecord(wanted, location))) {
    if (wish === false || wish === undefined || wish === null) continue;
    if (!Object.hasOwn(source, key)) unknown(`${location}({ ${key} })`);
    const found = source[key];
    if (isSource(found)) out[key] = answer(wish === true ? Object.fromEntries(Object.keys(found).map((each) => [each, true])) : wish, found, location);
    else out[key] = typeof found === 'function' ? found() : (found ?? null);
  }
  return out;
}

function isSource(found: Source[string]): found is Source {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}

function styleSource(style: CellStyle): Source {
  return {
    fill: { color: style.fill ?? '#FFFFFF' },
    font: {
      name: style.font.name, size: style.font.size, bold: style.font.bold, italic: style.font.italic, color: style.font.color,
      underline: style.font.underline, strikethrough: style.font.strike,
    },
    horizontalAlignment: style.horizontal,
    verticalAlignment: style.vertical,
    wrapText: style.wrap,
    indentLevel: style.indent,
    protection: { locked: style.locked, formulaHidden: style.hidden },
  };
}

function requireCells(place: Place, location: string): void {
  const rect = rectOf(place);
  if (cellsOf(rect) > 5_000_000 || isWholeColumns(rect) || isWholeRows(rect)) refuse('OperationCellsExceedLimit', location);
}

/** One answer a cell: address, hidden and formats. */
export function readCellProperties(place: Place, wanted: unknown, location: string): Json {
  requireCells(place, location);
  const { sheet } = place;
  const rect = rectOf(place);
  const known = new Map<CellStyle, Source>();
  return Array.from({ length: rowsOf(rect) }, (_, r) =>
    Array.from({ length: columnsOf(rect) }, (__, c) => {
      const [row, col] = [rect.row + r, rect.col + c];
      const style = styleAt(sheet, row, col);
      const format = known.get(style) ?? styleSource(style);
      known.set(style, format);
      return answer(wanted, {
        address: () => fullName(sheet.name, { row, col, lastRow: row, lastCol: col }),
        hidden: () => isRowHidden(sheet, row) || sheet.columns.get(col)?.hidden === true,
        format,
      }, location);
    }),
  );
}

export function readRowProperties(place: Place, wanted: unknown, location: string): Json {
  const { sheet } = place;
  const rect = rectOf(place);
  if (isWholeColumns(rect)) refuse('OperationCellsExceedLimit', location);
  return Array.from({ length: rowsOf(rect) }, (_, n) => {
    const row = rect.row + n;
    return answer(wanted, {
      rowIndex: row,
      rowHidden: () => isRowHidden(sheet, row),
      address: () => fullName(sheet.name, { ...rect, row, lastRow: row }),
      format: { rowHeight: sheet.rows.get(row)?.height ?? sheet.standardHeight },
    }, location);
  });
}

export function readColumnProperties(place: Place, wanted: unknown, location: string): Json {
  const { sheet } = place;
  const rect = rectOf(place);
  return Array.from({ length: columnsOf(rect) }, (_, n) => {
    const col = rect.col + n;
    return answer(wanted, {
      columnIndex: col,
      columnHidden: sheet.columns.get(col)?.hidden === true,
      address: () => fullName(sheet.name, { ...rect, col, lastCol: col }),
      format: { columnWidth: sheet.columns.get(col)?.width ?? sheet.standardWidth },
    }, location);
  });
}

/** Lays formats over cells: one record a cell, {} for none. */
export function writeCellProperties(place: Place, properties: unknown, location: string): void {
  requireFormatting(place, location);
  const rect = rectOf(place);
  const at = gridOf(properties, rect, location);
  for (let r = 0; r < rowsOf(rect); r += 1) {
    for (let c = 0; c < columnsOf(rect); c += 1) {
      const record = asRecord(at(r, c), location);
      const format = record.format;
      const others = Object.keys(record).filter((key) => key !== 'format');
      if (others.length > 0) unknown(`${location}({ ${others.join(', ')} })`);
      if (!isRecord(format)) continue;
      const cell = { row: rect.row + r, col: rect.col + c, lastRow: rect.row + r, lastCol: rect.col + c };
      changeStyle({ ...place, rects: [cell] }, (style) => overlaid(style, format, location), location);
    }
  }
  redraw(place.session);
}

function overlaid(style: CellStyle, format: Readonly<Record<string, unknown>>, location: string): CellStyle {
  let next = style;
  for (const [key, input] of Object.entries(format)) {
    if (input === undefined || input === null) continue;
    next = { ...next, ...overlay(next, key, input, location) };
  }
  return next;
}

function overlay(style: CellStyle, key: string, input: unknown, location: string): Partial<CellStyle> {
  switch (key) {
    case 'fill': {
      const { color } = asRecord(input, location);
      return { fill: color === undefined ? style.fill : color === '' ? null : asColor(color, location) };
    }
    case 'font':
      return { font: { ...style.font, ...fontFrom(asRecord(input, location), location) } };
    case 'horizontalAlignment':
      return { horizontal: asOneOf(input, FORMAT_WORDS.HORIZONTAL, location) };
    case 'verticalAlignment':
      return { vertical: asOneOf(input, FORMAT_WORDS.VERTICAL, location) };
    case 'wrapText':
      return { wrap: asBoolean(input, location) };
    case 'indentLevel':
      return { indent: asInteger(input, location) };
    case 'protection': {
      const { locked, formulaHidden } = asRecord(input, location);
      return {
        locked: locked === undefined ? style.locked : asBoolean(locked, location),
        hidden: formulaHidden === undefined ? style.hidden : asBoolean(formulaHidden, location),
      };
    }
    default:
      return unknown(`${location}({ format: { ${key} } })`);
  }
}

function fontFrom(input: Readonly<Record<string, unknown>>, location: string): Partial<CellStyle['font']> {
  let font: Partial<CellStyle['font']> = {};
  for (const [key, value] of Object.entries(input)) {
    switch (key) {
      case 'name':
        font = { ...font, name: asText(value, location) };
        break;
      case 'size':
        font = { ...font, size: asNumber(value, location) };
        break;
      case 'bold':
        font = { ...font, bold: asBoolean(value, location) };
        break;
      case 'italic':
        font = { ...font, italic: asBoolean(value, location) };
        break;
      case 'color':
        font = { ...font, color: asColor(value, location) };
        break;
      case 'underline':
        font = { ...font, underline: asOneOf(value, FORMAT_WORDS.UNDERLINES, location) };
        break;
      case 'strikethrough':
        font = { ...font, strike: asBoolean(value, location) };
        break;
      default:
        unknown(`${location}({ format: { font: { ${key} } } })`);
    }
  }
  return font;
}
