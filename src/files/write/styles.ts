import type { Alignment, Border, Borders, Style } from '@cj-tech-master/excelts';
import { addressOf } from '../../core/address';
import type { Area } from '../../core/grid';
import type { BorderStyle, CellStyle, StyledArea } from '../../core/sheets/plan';

const DEFAULT_FONT = { name: 'Calibri', size: 11 } as const;
const HORIZONTAL = { left: 'left', center: 'center', right: 'right', centerAcross: 'centerContinuous' } as const;
const VERTICAL = { top: 'top', center: 'middle', bottom: 'bottom' } as const;

type Side = 'top' | 'bottom' | 'left' | 'right';
type Lines = { readonly [S in Side]?: BorderStyle };
type Look = Omit<CellStyle, 'border'> & { readonly lines?: Lines };

/** "#1F4E79" as files write it. */
export function fileColor(color: string): { argb: string } {
  return { argb: `FF${color.replace('#', '').toUpperCase()}` };
}

/**
 * The style of every cell that has one, by address. Areas lie over each other: what a later one says counts, what it
 * does not say stays. Equal styles are one object, so that the file holds each of them once.
 */
export function stylesByCell(areas: readonly StyledArea[]): ReadonlyMap<string, { readonly row: number; readonly column: number; readonly style: Partial<Style> }> {
  const looks = new Map<string, { row: number; column: number; look: Look }>();
  for (const { area, style } of areas) {
    const { border, ...rest } = style;
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        const address = addressOf(row, column);
        const before = looks.get(address)?.look;
        const lines = border === undefined ? before?.lines : { ...before?.lines, ...linesOf(border, area, row, column) };
        looks.set(address, { row, column, look: { ...before, ...rest, ...(lines === undefined ? {} : { lines }) } });
      }
    }
  }
  const shared = new Map<string, Partial<Style>>();
  return new Map(
    [...looks].map(([address, { row, column, look }]) => {
      const key = JSON.stringify(look);
      const style = shared.get(key) ?? fileStyle(look);
      shared.set(key, style);
      return [address, { row, column, style }];
    }),
  );
}

/** The sides of one cell that a border over an area draws. */
function linesOf(border: BorderStyle, area: Area, row: number, column: number): Lines {
  const all = border.edges === 'all';
  const outline = all || border.edges === 'outline';
  return {
    ...(all || ((outline || border.edges === 'top') && row === area.top) ? { top: border } : {}),
    ...(all || ((outline || border.edges === 'bottom') && row === area.bottom) ? { bottom: border } : {}),
    ...(all || (outline && column === area.left) ? { left: border } : {}),
    ...(all || (outline && column === area.right) ? { right: border } : {}),
  };
}

function fileStyle(look: Look): Partial<Style> {
  const { fill, numberFormat, locked, lines } = look;
  return {
    font: {
      name: look.fontName ?? DEFAULT_FONT.name,
      size: look.fontSize ?? DEFAULT_FONT.size,
      ...(look.fontColor === undefined ? {} : { color: fileColor(look.fontColor) }),
      ...(look.bold === undefined ? {} : { bold: look.bold }),
      ...(look.italic === undefined ? {} : { italic: look.italic }),
    },
    alignment: alignmentOf(look),
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: fileColor(fill) } }),
    ...(lines === undefined ? {} : { border: bordersOf(lines) }),
    ...(numberFormat === undefined || numberFormat === 'General' ? {} : { numFmt: numberFormat }),
    ...(locked === undefined ? {} : { protection: { locked } }),
  };
}

function alignmentOf({ horizontal, vertical, wrap, indent }: Look): Partial<Alignment> {
  return {
    ...(horizontal === undefined || horizontal === 'general' ? {} : { horizontal: HORIZONTAL[horizontal] }),
    ...(vertical === undefined ? {} : { vertical: VERTICAL[vertical] }),
    ...(wrap === undefined ? {} : { wrapText: wrap }),
    ...(indent === undefined ? {} : { indent }),
  };
}

function bordersOf(lines: Lines): Partial<Borders> {
  const line = (border: BorderStyle | undefined): Partial<Border> | undefined => (border === undefined ? undefined : { style: border.style, color: fileColor(border.color) });
  const [top, bottom, left, right] = [line(lines.top), line(lines.bottom), line(lines.left), line(lines.right)];
  return { ...(top ? { top } : {}), ...(bottom ? { bottom } : {}), ...(left ? { left } : {}), ...(right ? { right } : {}) };
}
