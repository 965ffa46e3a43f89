import type { Alignment, Border, Borders as FileBorders, BorderStyle, Fill, Font, Style } from '@cj-tech-master/excelts';
import type { BorderLine, Borders, CellStyle, FontStyle, HorizontalAlignment, VerticalAlignment } from '../model/types';
import { DEFAULT_FONT, DEFAULT_STYLE } from '../model/workbook';
import { fileColor, type ReadColor } from './colors';

/** A style of the workbook with the number format that files keep beside it. */
export interface FormattedStyle {
  readonly style: CellStyle;
  readonly numberFormat: string;
}

type LineKind = Pick<BorderLine, 'style' | 'weight'>;

const LINES: Readonly<Record<BorderStyle, LineKind>> = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  dotted: { style: 'Dot', weight: 'Thin' },
  dashed: { style: 'Dash', weight: 'Thin' },
  mediumDashed: { style: 'Dash', weight: 'Medium' },
  dashDot: { style: 'DashDot', weight: 'Thin' },
  mediumDashDot: { style: 'DashDot', weight: 'Medium' },
  dashDotDot: { style: 'DashDotDot', weight: 'Thin' },
  mediumDashDotDot: { style: 'DashDotDot', weight: 'Medium' },
  slantDashDot: { style: 'SlantDashDot', weight: 'Medium' },
  double: { style: 'Double', weight: 'Thick' },
};

const HORIZONTAL: Readonly<Record<string, HorizontalAlignment>> = {
  general: 'General', left: 'Left', center: 'Center', right: 'Right', fill: 'Fill', justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection', distributed: 'Distributed',
};
const VERTICAL: Readonly<Record<string, VerticalAlignment>> = {
  top: 'Top', middle: 'Center', center: 'Center', bottom: 'Bottom', justify: 'Justify', distributed: 'Distributed',
};
const UNDERLINES = {
  None: false, Single: 'single', Double: 'double', SingleAccountant: 'singleAccounting', DoubleAccountant: 'doubleAccounting',
} as const;

/** Reads the styles of one file; equal styles come out as one object, the default as `DEFAULT_STYLE` itself. */
export function createStyleReader(color: ReadColor): (style: Partial<Style> | undefined) => FormattedStyle {
  const byObject = new WeakMap<object, FormattedStyle>();
  const byContent = new Map([[JSON.stringify(DEFAULT_STYLE), DEFAULT_STYLE]]);
  const plain: FormattedStyle = { style: DEFAULT_STYLE, numberFormat: 'General' };
  return (style) => {
    if (style === undefined) return plain;
    const known = byObject.get(style);
    if (known !== undefined) return known;
    const read = readStyle(style, color);
    const key = JSON.stringify(read);
    const shared = byContent.get(key) ?? read;
    byContent.set(key, shared);
    const numFmt = typeof style.numFmt === 'object' ? style.numFmt.formatCode : style.numFmt;
    const result = { style: shared, numberFormat: numFmt === undefined || numFmt === '' ? 'General' : numFmt };
    byObject.set(style, result);
    return result;
  };
}

function readStyle({ fill, font, border, alignment, protection }: Partial<Style>, color: ReadColor): CellStyle {
  const turned = alignment?.textRotation;
  const rotation = turned === 'vertical' ? 255 : (turned ?? 0);
  return {
    fill: fillColor(fill, color),
    font: { ...DEFAULT_FONT, ...readFont(font ?? {}, color) },
    borders: readBorders(border, color),
    horizontal: HORIZONTAL[alignment?.horizontal ?? 'general'] ?? 'General',
    vertical: VERTICAL[alignment?.vertical ?? 'bottom'] ?? 'Bottom',
    wrap: alignment?.wrapText === true,
    indent: alignment?.indent ?? 0,
    ...(alignment?.shrinkToFit === true ? { shrink: true } : {}),
    ...(rotation === 0 ? {} : { rotation }),
    locked: protection?.locked !== false,
    hidden: protection?.hidden === true,
  };
}

/** The colour of a solid fill, or of the ground of a pattern; null without one. */
export function fillColor(fill: Fill | undefined, color: ReadColor): string | null {
  if (fill === undefined) return null;
  if (fill.type === 'gradient') return color(fill.stops[0]?.color) ?? null;
  if (fill.pattern === 'none') return null;
  return fill.pattern === 'solid' ? (color(fill.fgColor) ?? color(fill.bgColor) ?? null) : (color(fill.bgColor) ?? null);
}

/** What a font of the file says; the rest is left to the default. */
export function readFont(font: Partial<Font>, color: ReadColor): Partial<FontStyle> {
  const shade = color(font.color);
  return {
    ...(font.name === undefined ? {} : { name: font.name }),
    ...(font.size === undefined ? {} : { size: font.size }),
    ...(font.bold === undefined ? {} : { bold: font.bold }),
    ...(font.italic === undefined ? {} : { italic: font.italic }),
    ...(shade === undefined ? {} : { color: shade }),
    ...(font.underline === undefined ? {} : { underline: readUnderline(font.underline) }),
    ...(font.strike === undefined ? {} : { strike: font.strike }),
    ...(font.vertAlign === 'superscript' ? { superscript: true } : {}),
    ...(font.vertAlign === 'subscript' ? { subscript: true } : {}),
  };
}

function readUnderline(underline: Font['underline']): FontStyle['underline'] {
  switch (underline) {
    case 'double':
      return 'Double';
    case 'singleAccounting':
      return 'SingleAccountant';
    case 'doubleAccounting':
      return 'DoubleAccountant';
    case 'none':
    case false:
      return 'None';
    case 'single':
    case true:
      return 'Single';
  }
}

export function readBorders(border: Partial<FileBorders> | undefined, color: ReadColor): Borders {
  if (border === undefined) return {};
  const line = (edge: Partial<Border> | undefined): BorderLine | undefined =>
    edge?.style === undefined ? undefined : { ...LINES[edge.style], color: color(edge.color) ?? '#000000' };
  const [top, bottom, left, right] = [line(border.top), line(border.bottom), line(border.left), line(border.right)];
  const diagonal = line(border.diagonal);
  return {
    ...(top === undefined ? {} : { top }),
    ...(bottom === undefined ? {} : { bottom }),
    ...(left === undefined ? {} : { left }),
    ...(right === undefined ? {} : { right }),
    ...(diagonal !== undefined && border.diagonal?.down === true ? { diagonalDown: diagonal } : {}),
    ...(diagonal !== undefined && border.diagonal?.up === true ? { diagonalUp: diagonal } : {}),
  };
}

/** Writes styles; one style with one number format gives one object of the file. */
export function createStyleWriter(): (style: CellStyle, numberFormat: string) => Partial<Style> {
  const known = new Map<CellStyle, Map<string, Partial<Style>>>();
  return (style, numberFormat) => {
    let formats = known.get(style);
    if (formats === undefined) known.set(style, (formats = new Map<string, Partial<Style>>()));
    let written = formats.get(numberFormat);
    if (written === undefined) {
      written = { ...(style === DEFAULT_STYLE ? {} : writeStyle(style)), ...(numberFormat === 'General' ? {} : { numFmt: numberFormat }) };
      formats.set(numberFormat, written);
    }
    return written;
  };
}

function writeStyle(style: CellStyle): Partial<Style> {
  const { fill, borders, locked, hidden } = style;
  return {
    font: writeFont(style.font),
    alignment: writeAlignment(style),
    ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: fileColor(fill) } as const }),
    ...(Object.keys(borders).length === 0 ? {} : { border: writeBorders(borders) }),
    ...(locked && !hidden ? {} : { protection: { locked, hidden } }),
  };
}

export function writeFont(font: Partial<FontStyle>): Partial<Font> {
  const { name, size, bold, italic, color, underline, strike, superscript, subscript } = font;
  return {
    ...(name === undefined ? {} : { name }),
    ...(size === undefined ? {} : { size }),
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(color === undefined ? {} : { color: fileColor(color) }),
    ...(underline === undefined || underline === 'None' ? {} : { underline: UNDERLINES[underline] }),
    ...(strike === undefined ? {} : { strike }),
    ...(superscript === true ? { vertAlign: 'superscript' as const } : {}),
    ...(subscript === true ? { vertAlign: 'subscript' as const } : {}),
  };
}

const FILE_HORIZONTAL: Readonly<Record<HorizontalAlignment, Alignment['horizontal'] | undefined>> = {
  General: undefined, Left: 'left', Center: 'center', Right: 'right', Fill: 'fill', Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous', Distributed: 'distributed',
};
const FILE_VERTICAL: Readonly<Record<VerticalAlignment, Alignment['vertical']>> = {
  Top: 'top', Center: 'middle', Bottom: 'bottom', Justify: 'justify', Distributed: 'distributed',
};

function writeAlignment({ horizontal, vertical, wrap, indent, shrink, rotation }: CellStyle): Partial<Alignment> {
  const across = FILE_HORIZONTAL[horizontal];
  return {
    vertical: FILE_VERTICAL[vertical],
    ...(across === undefined ? {} : { horizontal: across }),
    ...(wrap ? { wrapText: true } : {}),
    ...(indent === 0 ? {} : { indent }),
    ...(shrink === true ? { shrinkToFit: true } : {}),
    ...(rotation === undefined ? {} : { textRotation: rotation === 255 ? 'vertical' : rotation }),
  };
}

export function writeBorders({ top, bottom, left, right, diagonalDown, diagonalUp }: Borders): Partial<FileBorders> {
  const diagonal = diagonalDown ?? diagonalUp;
  return {
    ...(top === undefined ? {} : { top: writeLine(top) }),
    ...(bottom === undefined ? {} : { bottom: writeLine(bottom) }),
    ...(left === undefined ? {} : { left: writeLine(left) }),
    ...(right === undefined ? {} : { right: writeLine(right) }),
    ...(diagonal === undefined
      ? {}
      : { diagonal: { ...writeLine(diagonal), down: diagonalDown !== undefined, up: diagonalUp !== undefined } }),
  };
}

function writeLine(line: BorderLine): Partial<Border> {
  if (line.style === 'None') return {};
  return { style: fileLine(line), color: fileColor(line.color) };
}

/** The file's line for a style and weight; a weight that the style lacks takes the nearest. */
function fileLine({ style, weight }: BorderLine): BorderStyle {
  const heavy = weight === 'Medium' || weight === 'Thick';
  switch (style) {
    case 'Dash':
      return heavy ? 'mediumDashed' : 'dashed';
    case 'DashDot':
      return heavy ? 'mediumDashDot' : 'dashDot';
    case 'DashDotDot':
      return heavy ? 'mediumDashDotDot' : 'dashDotDot';
    case 'Dot':
      return 'dotted';
    case 'Double':
      return 'double';
    case 'SlantDashDot':
      return 'slantDashDot';
    case 'Continuous':
    case 'None':
      return ({ Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' } as const)[weight];
  }
}
