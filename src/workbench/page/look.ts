import { format } from 'numfmt';
import type { BorderLine, CellModel, CellStyle, DifferentialStyle } from '../model/types';
import type { TableLook } from './tableLook';

/** What a cell shows under Vietnamese regional settings: 1.870,5 and dd/mm/yyyy, as on the analysts' machines. */
export function shownText(cell: CellModel | undefined): string {
  const value = cell?.value ?? null;
  if (cell === undefined || value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (cell.numberFormat === 'General' || cell.numberFormat === '@')) return value;
  try {
    return format(cell.numberFormat, value, { locale: 'vi' });
  } catch {
    return String(value);
  }
}

/** "#####" stands for a number that its column has no room for, as in Excel. */
export function fittedText(cell: CellModel | undefined, style: CellStyle, width: number): string {
  const text = shownText(cell);
  if (typeof cell?.value !== 'number' || cell.numberFormat === '@') return text;
  const room = width - 8;
  const needed = widthOf(text, style);
  if (needed <= room) return text;
  if (cell.numberFormat === 'General' && Math.abs(cell.value) < 1e11) {
    // A General number gives up decimals before it gives up.
    for (let decimals = 8; decimals >= 0; decimals -= 1) {
      const shorter = shownText({ ...cell, value: Number(cell.value.toFixed(decimals)) });
      if (widthOf(shorter, style) <= room) return shorter;
    }
  }
  return '#'.repeat(Math.max(1, Math.floor(room / 8)));
}

const pen = document.createElement('canvas').getContext('2d');
const fontOf = ({ font }: CellStyle): string => `${font.italic ? 'italic ' : ''}${font.bold ? '700 ' : ''}${font.size}pt "${font.name}", ${FALLBACK}`;

/** CSS pixels that a text takes in the font of a style. */
export function widthOf(text: string, style: CellStyle): number {
  if (pen === null) return text.length * 7;
  pen.font = fontOf(style);
  return pen.measureText(text).width;
}

/** Fonts of about the width of Excel's own, where those are missing. */
const FALLBACK = 'Carlito, "Liberation Sans", "Open Sans", Arial, sans-serif';

const WEIGHTS: Readonly<Record<BorderLine['weight'], string>> = { Hairline: '1px', Thin: '1px', Medium: '2px', Thick: '3px' };

function borderOf(line: BorderLine | undefined): string | null {
  if (line === undefined || line.style === 'None') return null;
  const style = line.style === 'Double' ? 'double' : line.style === 'Dot' || line.weight === 'Hairline' ? 'dotted' : line.style.startsWith('Dash') ? 'dashed' : 'solid';
  return `${line.style === 'Double' ? '3px' : WEIGHTS[line.weight]} ${style} ${line.color}`;
}

/** Lays a cell's own style on its element, over what its table gives and under what conditional formats add. */
export function dress(element: HTMLElement, cell: CellModel | undefined, style: CellStyle, laid: DifferentialStyle | undefined, table: TableLook | null): void {
  const css = element.style;
  const font = { ...style.font, ...(table?.bold === true ? { bold: true } : {}), ...(table !== null && table.color !== null && style.fill === null ? { color: table.color } : {}), ...laid?.font };
  const fill = laid?.fill ?? style.fill ?? table?.fill ?? null;
  if (fill !== null) {
    css.backgroundColor = fill;
    // A fill covers the grid lines.
    css.borderRightColor = fill;
    css.borderBottomColor = fill;
  }
  css.font = fontOf({ ...style, font });
  css.lineHeight = '1.25';
  css.color = font.color;
  if (font.underline !== 'None') css.textDecoration = 'underline';
  if (font.strike) css.textDecoration = `${css.textDecoration} line-through`;
  const value = cell?.value ?? null;
  const natural = typeof value === 'number' ? 'flex-end' : typeof value === 'boolean' || (typeof value === 'object' && value !== null) ? 'center' : 'flex-start';
  const across: Readonly<Partial<Record<CellStyle['horizontal'], string>>> = { Left: 'flex-start', Center: 'center', Right: 'flex-end', CenterAcrossSelection: 'center' };
  css.justifyContent = across[style.horizontal] ?? natural;
  css.textAlign = css.justifyContent === 'center' ? 'center' : css.justifyContent === 'flex-end' ? 'right' : 'left';
  css.alignItems = style.vertical === 'Top' ? 'flex-start' : style.vertical === 'Center' ? 'center' : 'flex-end';
  if (style.indent > 0) css.paddingLeft = `${3 + style.indent * 9}px`;
  css.whiteSpace = style.wrap ? 'pre-wrap' : 'pre';
  const borders = { ...style.borders, ...laid?.borders };
  const sides = [['borderTop', borders.top], ['borderRight', borders.right], ['borderBottom', borders.bottom], ['borderLeft', borders.left]] as const;
  for (const [side, line] of sides) {
    const drawn = borderOf(line);
    if (drawn !== null) css[side] = drawn;
  }
}
