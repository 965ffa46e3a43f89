import { openXlsx } from '../io/open';
import { saveXlsx } from '../io/save';
import { createExcelHost, type ExcelHost } from '../host/host';
import type { Calculator } from '../model/types';
import { addressOf, createBook, type Book } from './book';
import { layConditionalFormats, type Laid } from './conditional';
import { picturesOn } from './charts';
import { createEditor } from './editor';
import { part } from './elements';
import { createGrid } from './grid';
import { moveFrom, type At } from './moves';
import { goToNextPart } from './nextPart';
import { connectPane, type PaneConnection } from './paneProtocol';
import type { PaneFrame } from './pane';
import { sumsOf } from './sums';
import { drawTabs } from './tabs';
import { toVietnamese } from './typed';

/** The page's workbook and what stands round it; tests reach it as `window.workbench`. */
export interface Workbench {
  readonly host: () => ExcelHost;
  readonly open: (bytes: Uint8Array, name: string) => Promise<void>;
  readonly save: () => Promise<Uint8Array>;
  /** Presses a button of the ribbon that calls a function of the pane. */
  readonly invoke: (functionName: string, controlId: string) => Promise<void>;
  readonly showPane: () => void;
  /** Hands the keyboard to the pane; false while none is shown. */
  readonly focusPane: (from: 'start' | 'end') => boolean;
  readonly name: () => string;
}

export interface WorkbenchOptions {
  readonly makeCalculator: () => Promise<Calculator>;
  readonly pane: PaneFrame;
  readonly paneAddress: string;
  readonly locale: string;
}

export async function createWorkbench({ makeCalculator, pane, paneAddress, locale }: WorkbenchOptions): Promise<Workbench> {
  const nameBox = part('name-box', HTMLInputElement);
  const formula = part('formula', HTMLInputElement);
  const gridRoot = part('grid', HTMLElement);
  // One engine for the workbook, one for the rules of conditional formats, which come and go.
  const [calculator, painter] = await Promise.all([makeCalculator(), makeCalculator()]);
  let book: Book | null = null;
  let connection: PaneConnection | null = null;
  let laid: Laid = new Map();
  let painted = '';
  let paintLater = 0;
  let selecting = false;
  let anchor: At | null = null;

  const grid = createGrid(gridRoot, {
    onSelect: (rect) => {
      editor.commit();
      select([rect]);
      grid.focus();
    },
    onEdit: (row, col) => edit(row, col, null),
  });
  const editor = createEditor(gridRoot, grid, {
    begin: () => book?.host.setCellEditMode(true),
    end: (row, col, text, key, shift) => {
      if (book === null) return;
      book.host.setCellEditMode(false);
      const refusal = text === null || text === toVietnamese(book.sheet().cells.get(row)?.get(col)) ? null : book.type({ row, col }, text);
      if (refusal !== null) say(refusal, true);
      if (key !== '') grid.focus();
      if (key === 'Enter' || key === 'Tab') step(key, shift);
    },
  });

  const open = (): Book => {
    if (book === null) throw new Error('No workbook is open.');
    return book;
  };

  function select(rects: Parameters<Book['select']>[0]): void {
    selecting = true;
    try {
      open().select(rects);
    } finally {
      selecting = false;
    }
    showSelection();
    grid.redraw();
  }

  function step(key: string, shift: boolean): void {
    const { row, col } = moveFrom(open().sheet(), open().active(), { key, control: false, shift }, grid.page(), grid.last()) ?? open().active();
    select([{ row, col, lastRow: row, lastCol: col }]);
    grid.reveal(row, col);
  }

  function edit(row: number, col: number, start: string | null): void {
    say('');
    editor.open(row, col, start ?? toVietnamese(open().sheet().cells.get(row)?.get(col)));
  }

  function say(text: string, warning = false): void {
    const line = part('message', HTMLElement);
    line.textContent = text;
    line.classList.toggle('warning', warning);
  }

  function showSelection(): void {
    const sheet = open().sheet();
    const { row, col } = open().active();
    nameBox.value = addressOf(sheet);
    formula.value = toVietnamese(sheet.cells.get(row)?.get(col));
    part('sums', HTMLElement).textContent = sumsOf(sheet);
  }

  /** Draws at once with the colours at hand; those of the rules follow when nothing changes for a moment. */
  function show(): void {
    const { host, sheet, activate } = open();
    if (painted !== sheet().id) laid = new Map();
    drawTabs(part('tabs', HTMLElement), host.model, (name) => {
      editor.commit();
      activate(name);
    });
    showSelection();
    grid.show(sheet(), laid, picturesOn(host.model, sheet()));
    clearTimeout(paintLater);
    paintLater = window.setTimeout(paint, 40);
  }

  function paint(): void {
    const { host, sheet } = open();
    laid = layConditionalFormats(host.model, sheet(), painter);
    painted = sheet().id;
    grid.show(sheet(), laid, picturesOn(host.model, sheet()));
    const refused = host.lastCalculation()?.refused ?? [];
    if (refused.length > 0) say(`${refused.length} công thức không tính được ở đây, giữ kết quả cũ: ${refused[0]?.sheet}!${refused[0]?.cell}`, true);
  }

  function connect(): PaneConnection {
    connection ??= connectPane({ ...pane, host: open().host, address: paneAddress, locale, documentName: open().host.model.name, leave: (step) => goToNextPart('pane', step, focusPane) });
    return connection;
  }

  function focusPane(from: 'start' | 'end'): boolean {
    if (!pane.isShown()) return false;
    connect().focus(from);
    return true;
  }

  gridRoot.addEventListener('keydown', (event) => {
    if (editor.isOpen() || event.isComposing || event.altKey) return;
    const { sheet, active, clear } = open();
    const control = event.ctrlKey || event.metaKey;
    const from = active();
    if (event.key === 'F2') {
      event.preventDefault();
      edit(from.row, from.col, null);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      const refusal = clear();
      if (refusal !== null) say(refusal, true);
    } else if (control && (event.key === 'PageUp' || event.key === 'PageDown')) {
      event.preventDefault();
      turnSheet(event.key === 'PageUp' ? -1 : 1);
    } else if (!control && event.key.length === 1) {
      // The key itself goes into the field that opens, whatever input method makes of it.
      edit(from.row, from.col, '');
    } else move(event, sheet(), from, control);
  });

  function move(event: KeyboardEvent, sheet: ReturnType<Book['sheet']>, from: At, control: boolean): void {
    const extends_ = event.shiftKey && event.key !== 'Enter' && event.key !== 'Tab';
    const [selected] = sheet.selection;
    if (!extends_ || anchor === null || selected === undefined) anchor = from;
    const moving = extends_ && selected !== undefined ? { row: anchor.row === selected.row ? selected.lastRow : selected.row, col: anchor.col === selected.col ? selected.lastCol : selected.col } : from;
    const to = moveFrom(sheet, moving, { key: event.key, control, shift: event.shiftKey }, grid.page(), grid.last());
    if (to === null) return;
    event.preventDefault();
    const start = extends_ ? anchor : to;
    select([{ row: Math.min(start.row, to.row), col: Math.min(start.col, to.col), lastRow: Math.max(start.row, to.row), lastCol: Math.max(start.col, to.col) }]);
    grid.reveal(to.row, to.col);
  }

  function turnSheet(by: number): void {
    const { host, sheet, activate } = open();
    const visible = host.model.sheets.filter(({ visibility }) => visibility === 'Visible');
    const next = visible[visible.indexOf(sheet()) + by];
    if (next !== undefined) activate(next.name);
  }

  nameBox.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    if (!open().goTo(nameBox.value)) say(`Không có ô hay tên «${nameBox.value}».`, true);
    const { row, col } = open().active();
    show();
    grid.reveal(row, col);
    grid.focus();
  });
  formula.addEventListener('focus', () => open().host.setCellEditMode(true));
  formula.addEventListener('blur', () => {
    open().host.setCellEditMode(false);
    showSelection();
  });
  formula.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    const { active, type, host } = open();
    const text = formula.value;
    host.setCellEditMode(false);
    const refusal = event.key === 'Enter' ? type(active(), text) : null;
    if (refusal !== null) say(refusal, true);
    grid.focus();
    if (event.key === 'Enter') step('Enter', false);
  });

  return {
    host: () => open().host,
    name: () => open().host.model.name,
    save: () => saveXlsx(open().host.model),
    focusPane,
    showPane: () => {
      pane.show();
      connect();
    },
    invoke: (functionName, controlId) => {
      editor.commit();
      return connect().invoke(functionName, controlId);
    },
    open: async (bytes, name) => {
      const model = await openXlsx(bytes, name);
      editor.commit();
      const connected = connection !== null;
      connection?.close();
      connection = null;
      const host = createExcelHost({ model, calculator });
      book = createBook(host);
      let shown = '';
      host.onChange(() => {
        if (selecting || book?.host !== host) return;
        const { row, col } = open().active();
        const place = `${model.activeSheetId} ${row} ${col}`;
        show();
        // The add-in went to a cell: the user has to see it.
        if (place !== shown) grid.reveal(row, col);
        shown = place;
      });
      part('file-name', HTMLElement).textContent = name;
      document.title = name;
      say('');
      show();
      const { row, col } = open().active();
      grid.reveal(row, col);
      if (connected) connect();
    },
  };
}
