import { columnName } from '../model/addresses';
import { holds } from '../model/rects';
import type { Rect, SheetModel } from '../model/types';
import { styleAt } from '../model/workbook';
import type { Laid } from './conditional';
import { geometryOf, lineAt, type Geometry } from './geometry';
import { dress, fittedText, widthOf } from './look';
import { tableLookAt } from './tableLook';

/** A chart's picture with its place on the sheet, in CSS pixels. */
export interface PlacedChart {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly element: SVGSVGElement;
}

export interface GridEvents {
  readonly onSelect: (rect: Rect) => void;
  readonly onEdit: (row: number, col: number, start: string | null) => void;
}

export interface Grid {
  /** Draws another sheet, or the same after a change. */
  show(sheet: SheetModel, laid: Laid, charts: readonly PlacedChart[]): void;
  /** Draws the same sheet with another selection. */
  redraw(): void;
  /** Scrolls so that the cell can be seen. */
  reveal(row: number, col: number): void;
  focus(): void;
  /** Rows that fit into the view. */
  page(): number;
  /** The last row and column that can be reached. */
  last(): { readonly row: number; readonly col: number };
  cellBox(row: number, col: number): { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

const HEAD_WIDTH = 44;
const HEAD_HEIGHT = 22;

/** A sheet as a person sees it: only what is in view is drawn, frozen rows and columns stand still. */
export function createGrid(root: HTMLElement, events: GridEvents): Grid {
  root.innerHTML = '<div class="scroll" tabindex="0" role="application" aria-label="Lưới ô của trang tính"><div class="extent"></div></div><div class="layer body"></div><div class="layer top"></div><div class="layer left"></div><div class="layer corner"></div><div class="heads columns"></div><div class="heads rows"></div><div class="heads origin"></div>';
  const part = (selector: string): HTMLElement => {
    const found = root.querySelector<HTMLElement>(selector);
    if (found === null) throw new Error(`The grid has no ${selector}.`);
    return found;
  };
  const scroll = part('.scroll');
  const extent = part('.extent');
  const layers = { body: part('.layer.body'), top: part('.layer.top'), left: part('.layer.left'), corner: part('.layer.corner') };
  const heads = { columns: part('.heads.columns'), rows: part('.heads.rows') };
  let sheet: SheetModel | null = null;
  let laid: Laid = new Map();
  let charts: readonly PlacedChart[] = [];
  let noted: ReadonlySet<string> = new Set();
  let geometry: Geometry = { rows: 0, columns: 0, tops: new Float64Array(1), lefts: new Float64Array(1) };
  let drawn = 0;

  const frozen = (): { rows: number; columns: number } => sheet?.freeze ?? { rows: 0, columns: 0 };

  function draw(): void {
    drawn = 0;
    if (sheet === null) return;
    const { rows: frozenRows, columns: frozenColumns } = frozen();
    const frozenHeight = geometry.tops[frozenRows] ?? 0;
    const frozenWidth = geometry.lefts[frozenColumns] ?? 0;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroll;
    const firstRow = lineAt(geometry.tops, scrollTop + frozenHeight);
    const lastRow = Math.min(geometry.rows - 1, lineAt(geometry.tops, scrollTop + clientHeight) + 1);
    const firstColumn = lineAt(geometry.lefts, scrollLeft + frozenWidth);
    const lastColumn = Math.min(geometry.columns - 1, lineAt(geometry.lefts, scrollLeft + clientWidth) + 1);
    const body = { row: Math.max(firstRow, frozenRows), lastRow, col: Math.max(firstColumn, frozenColumns), lastCol: lastColumn };
    const strip = { row: 0, lastRow: frozenRows - 1, col: 0, lastCol: frozenColumns - 1 };
    place(layers.body, HEAD_WIDTH + frozenWidth, HEAD_HEIGHT + frozenHeight, clientWidth - HEAD_WIDTH - frozenWidth, clientHeight - HEAD_HEIGHT - frozenHeight);
    place(layers.top, HEAD_WIDTH + frozenWidth, HEAD_HEIGHT, clientWidth - HEAD_WIDTH - frozenWidth, frozenHeight);
    place(layers.left, HEAD_WIDTH, HEAD_HEIGHT + frozenHeight, frozenWidth, clientHeight - HEAD_HEIGHT - frozenHeight);
    place(layers.corner, HEAD_WIDTH, HEAD_HEIGHT, frozenWidth, frozenHeight);
    fill(layers.body, body, scrollLeft + frozenWidth, scrollTop + frozenHeight);
    fill(layers.top, { ...body, row: strip.row, lastRow: strip.lastRow }, scrollLeft + frozenWidth, 0);
    fill(layers.left, { ...body, col: strip.col, lastCol: strip.lastCol }, 0, scrollTop + frozenHeight);
    fill(layers.corner, strip, 0, 0);
    drawHeads(body, strip, scrollLeft, scrollTop);
  }

  function place(layer: HTMLElement, left: number, top: number, width: number, height: number): void {
    Object.assign(layer.style, { left: `${left}px`, top: `${top}px`, width: `${Math.max(0, width)}px`, height: `${Math.max(0, height)}px` });
  }

  function fill(layer: HTMLElement, view: Rect, x: number, y: number): void {
    const pieces = document.createDocumentFragment();
    if (sheet !== null && view.lastRow >= view.row && view.lastCol >= view.col) {
      const covered = new Set<string>();
      const owners: Rect[] = [];
      for (const merge of sheet.merges) {
        if (merge.lastRow < view.row || merge.row > view.lastRow || merge.lastCol < view.col || merge.col > view.lastCol) continue;
        owners.push(merge);
        for (let row = merge.row; row <= merge.lastRow; row += 1) for (let col = merge.col; col <= merge.lastCol; col += 1) covered.add(`${row},${col}`);
      }
      for (const merge of owners) pieces.append(cellElement(merge, x, y));
      for (let row = view.row; row <= view.lastRow; row += 1) {
        if ((geometry.tops[row + 1] ?? 0) === (geometry.tops[row] ?? 0)) continue;
        const left = textFromTheLeft(row, view.col);
        if (left !== null && !covered.has(`${row},${left}`)) pieces.append(cellElement({ row, col: left, lastRow: row, lastCol: left }, x, y));
        for (let col = view.col; col <= view.lastCol; col += 1) {
          if ((geometry.lefts[col + 1] ?? 0) === (geometry.lefts[col] ?? 0) || covered.has(`${row},${col}`)) continue;
          pieces.append(cellElement({ row, col, lastRow: row, lastCol: col }, x, y));
        }
      }
      for (const rect of sheet.selection) pieces.append(selectionElement(rect, x, y));
      for (const picture of charts) if (picture.bottom > y && picture.right > x) pieces.append(chartElement(picture, x, y));
    }
    layer.replaceChildren(pieces);
    layer.classList.toggle('plain', sheet?.showGridlines === false);
  }

  function box(element: HTMLElement, rect: Rect, x: number, y: number, more = 0): void {
    const left = (geometry.lefts[rect.col] ?? 0) - x;
    const top = (geometry.tops[rect.row] ?? 0) - y;
    const right = (geometry.lefts[Math.min(rect.lastCol + 1, geometry.columns)] ?? 0) - x;
    const bottom = (geometry.tops[Math.min(rect.lastRow + 1, geometry.rows)] ?? 0) - y;
    Object.assign(element.style, { left: `${left}px`, top: `${top}px`, width: `${right - left + more}px`, height: `${bottom - top + more}px` });
  }

  function cellElement(rect: Rect, x: number, y: number): HTMLElement {
    const element = document.createElement('div');
    element.className = 'cell';
    element.dataset.at = `${rect.row},${rect.col}`;
    // Neighbours share their edge.
    box(element, rect, x + 1, y + 1, 1);
    if (sheet === null) return element;
    const cell = sheet.cells.get(rect.row)?.get(rect.col);
    const style = cell?.style ?? styleAt(sheet, rect.row, rect.col);
    const table = sheet.tables.length === 0 ? null : tableLookAt(sheet, rect.row, rect.col);
    dress(element, cell, style, laid.get(`${rect.row},${rect.col}`), table);
    if (noted.has(`${rect.row},${rect.col}`)) element.classList.add('noted');
    const width = (geometry.lefts[Math.min(rect.lastCol + 1, geometry.columns)] ?? 0) - (geometry.lefts[rect.col] ?? 0);
    const text = fittedText(cell, style, width);
    if (text !== '') {
      const span = document.createElement('span');
      span.textContent = text;
      element.append(span);
      if (style.horizontal === 'CenterAcrossSelection' && rect.col === rect.lastCol) {
        element.classList.add('over');
        element.style.width = `${(geometry.lefts[acrossEnd(rect.row, rect.col)] ?? 0) - (geometry.lefts[rect.col] ?? 0) + 1}px`;
      }
      if (typeof cell?.value === 'string' && !style.wrap && rect.col === rect.lastCol && widthOf(text, style) > width - 8) runOver(element, span, rect.row, rect.col, style.horizontal);
    }
    return element;
  }

  /** The column of a text that stands left of the view and may run into it; null when there is none. */
  function textFromTheLeft(row: number, before: number): number | null {
    const cells = sheet?.cells.get(row);
    if (cells === undefined || sheet === null) return null;
    for (let col = before - 1; col >= 0; col -= 1) {
      const value = cells.get(col)?.value ?? null;
      if (value === null) continue;
      return typeof value === 'string' && !sheet.merges.some((merge) => holds(merge, row, col)) ? col : null;
    }
    return null;
  }

  /** The edge up to which a text is centred: blank neighbours of the same alignment belong to it. */
  function acrossEnd(row: number, col: number): number {
    let end = col + 1;
    while (end < geometry.columns && sheet !== null && (sheet.cells.get(row)?.get(end)?.value ?? null) === null && styleAt(sheet, row, end).horizontal === 'CenterAcrossSelection') end += 1;
    return end;
  }

  /** A long text runs over the blank cells to its right, up to the next filled one; a number never does. */
  function runOver(element: HTMLElement, span: HTMLElement, row: number, col: number, horizontal: string): void {
    if (sheet === null || (horizontal !== 'General' && horizontal !== 'Left')) return;
    const cells = sheet.cells.get(row);
    let end = col + 1;
    while (end < geometry.columns && (cells?.get(end)?.value ?? null) === null && !sheet.merges.some((merge) => holds(merge, row, end))) end += 1;
    if (end === col + 1) return;
    element.classList.add('over');
    span.style.maxWidth = `${(geometry.lefts[end] ?? 0) - (geometry.lefts[col] ?? 0) - 6}px`;
  }

  function chartElement({ left, top, element }: PlacedChart, x: number, y: number): HTMLElement {
    const holder = document.createElement('div');
    holder.className = 'chart-holder';
    Object.assign(holder.style, { left: `${left - x}px`, top: `${top - y}px` });
    holder.append(element.cloneNode(true));
    return holder;
  }

  function selectionElement(rect: Rect, x: number, y: number): HTMLElement {
    const element = document.createElement('div');
    element.className = rect.row === rect.lastRow && rect.col === rect.lastCol ? 'selected' : 'selected block';
    box(element, rect, x, y);
    return element;
  }

  function drawHeads(body: Rect, strip: Rect, x: number, y: number): void {
    const columns = document.createDocumentFragment();
    const rows = document.createDocumentFragment();
    const [selected] = sheet?.selection ?? [];
    const head = (text: string, active: boolean, css: Partial<CSSStyleDeclaration>): HTMLElement => {
      const element = document.createElement('div');
      element.className = active ? 'head active' : 'head';
      element.textContent = text;
      Object.assign(element.style, css);
      return element;
    };
    const columnHead = (col: number, shift: number): void => {
      const [from, to] = [geometry.lefts[col] ?? 0, geometry.lefts[col + 1] ?? 0];
      if (to > from) columns.append(head(columnName(col), selected !== undefined && col >= selected.col && col <= selected.lastCol, { left: `${HEAD_WIDTH + from - shift}px`, width: `${to - from}px` }));
    };
    const rowHead = (row: number, shift: number): void => {
      const [from, to] = [geometry.tops[row] ?? 0, geometry.tops[row + 1] ?? 0];
      if (to > from) rows.append(head(String(row + 1), selected !== undefined && row >= selected.row && row <= selected.lastRow, { top: `${HEAD_HEIGHT + from - shift}px`, height: `${to - from}px` }));
    };
    for (let col = body.col; col <= body.lastCol; col += 1) columnHead(col, x);
    for (let col = 0; col <= strip.lastCol; col += 1) columnHead(col, 0);
    for (let row = body.row; row <= body.lastRow; row += 1) rowHead(row, y);
    for (let row = 0; row <= strip.lastRow; row += 1) rowHead(row, 0);
    heads.columns.replaceChildren(columns);
    heads.rows.replaceChildren(rows);
  }

  function later(): void {
    if (drawn === 0) drawn = requestAnimationFrame(draw);
  }

  function positionAt(event: MouseEvent): { row: number; col: number } | null {
    const area = scroll.getBoundingClientRect();
    const x = event.clientX - area.left - HEAD_WIDTH;
    const y = event.clientY - area.top - HEAD_HEIGHT;
    if (x < 0 || y < 0) return null;
    const { rows, columns } = frozen();
    const frozenWidth = geometry.lefts[columns] ?? 0;
    const frozenHeight = geometry.tops[rows] ?? 0;
    return { row: lineAt(geometry.tops, y < frozenHeight ? y : y + scroll.scrollTop), col: lineAt(geometry.lefts, x < frozenWidth ? x : x + scroll.scrollLeft) };
  }

  scroll.addEventListener('scroll', later);
  new ResizeObserver(later).observe(scroll);
  let anchor: { row: number; col: number } | null = null;
  scroll.addEventListener('mousedown', (event) => {
    const at = positionAt(event);
    if (at === null || event.button !== 0) return;
    anchor = at;
    events.onSelect(whole(at, at));
  });
  window.addEventListener('mousemove', (event) => {
    const at = anchor === null || event.buttons !== 1 ? null : positionAt(event);
    if (anchor !== null && at !== null && (at.row !== anchor.row || at.col !== anchor.col)) events.onSelect(whole(anchor, at));
  });
  window.addEventListener('mouseup', () => (anchor = null));
  scroll.addEventListener('dblclick', (event) => {
    const at = positionAt(event);
    if (at !== null) events.onEdit(at.row, at.col, null);
  });

  /** A merged cell is selected as a whole. */
  function whole(a: { row: number; col: number }, b: { row: number; col: number }): Rect {
    const rect = { row: Math.min(a.row, b.row), col: Math.min(a.col, b.col), lastRow: Math.max(a.row, b.row), lastCol: Math.max(a.col, b.col) };
    const merge = sheet?.merges.find((area) => rect.row >= area.row && rect.lastRow <= area.lastRow && rect.col >= area.col && rect.lastCol <= area.lastCol);
    return merge === undefined ? rect : { ...merge };
  }

  return {
    show: (next, nextLaid, nextCharts) => {
      const other = next !== sheet;
      sheet = next;
      laid = nextLaid;
      charts = nextCharts;
      noted = new Set(next.comments.map(({ row, col }) => `${row},${col}`));
      geometry = geometryOf(next);
      Object.assign(extent.style, { width: `${HEAD_WIDTH + (geometry.lefts[geometry.columns] ?? 0)}px`, height: `${HEAD_HEIGHT + (geometry.tops[geometry.rows] ?? 0)}px` });
      if (other) scroll.scrollTo(0, 0);
      draw();
    },
    redraw: draw,
    reveal: (row, col) => {
      const { rows, columns } = frozen();
      const [top, bottom] = [geometry.tops[row] ?? 0, geometry.tops[row + 1] ?? 0];
      const [left, right] = [geometry.lefts[col] ?? 0, geometry.lefts[col + 1] ?? 0];
      const frozenHeight = geometry.tops[rows] ?? 0;
      const frozenWidth = geometry.lefts[columns] ?? 0;
      if (row >= rows) {
        if (top < scroll.scrollTop + frozenHeight) scroll.scrollTop = top - frozenHeight;
        else if (bottom > scroll.scrollTop + scroll.clientHeight - HEAD_HEIGHT - 18) scroll.scrollTop = bottom - scroll.clientHeight + HEAD_HEIGHT + 18;
      }
      if (col >= columns) {
        if (left < scroll.scrollLeft + frozenWidth) scroll.scrollLeft = left - frozenWidth;
        else if (right > scroll.scrollLeft + scroll.clientWidth - HEAD_WIDTH - 18) scroll.scrollLeft = right - scroll.clientWidth + HEAD_WIDTH + 18;
      }
      later();
    },
    focus: () => scroll.focus({ preventScroll: true }),
    page: () => Math.max(1, Math.floor((scroll.clientHeight - HEAD_HEIGHT) / 20) - 1),
    last: () => ({ row: geometry.rows - 1, col: geometry.columns - 1 }),
    cellBox: (row, col) => {
      const { rows, columns } = frozen();
      const left = HEAD_WIDTH + (geometry.lefts[col] ?? 0) - (col < columns ? 0 : scroll.scrollLeft);
      const top = HEAD_HEIGHT + (geometry.tops[row] ?? 0) - (row < rows ? 0 : scroll.scrollTop);
      return { left, top, width: (geometry.lefts[col + 1] ?? 0) - (geometry.lefts[col] ?? 0), height: (geometry.tops[row + 1] ?? 0) - (geometry.tops[row] ?? 0) };
    },
  };
}
