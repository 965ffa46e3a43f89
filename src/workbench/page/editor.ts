import { make } from './elements';
import type { Grid } from './grid';

export interface EditorEvents {
  readonly begin: () => void;
  /** The text that is to be typed into the cell, and the key that ended the edit; null takes nothing. */
  readonly end: (row: number, col: number, text: string | null, key: string, shift: boolean) => void;
}

export interface Editor {
  /** Opens over a cell; `text` stands in it, the cursor behind. */
  open(row: number, col: number, text: string): void;
  /** Ends an edit as a click elsewhere does: what was typed is taken. */
  commit(): void;
  readonly isOpen: () => boolean;
}

/** The field that lies over a cell while it is edited. */
export function createEditor(root: HTMLElement, grid: Grid, events: EditorEvents): Editor {
  let field: HTMLTextAreaElement | null = null;
  let at = { row: 0, col: 0 };

  function finish(text: string | null, key: string, shift: boolean): void {
    const ended = field;
    if (ended === null) return;
    field = null;
    ended.remove();
    events.end(at.row, at.col, text, key, shift);
  }

  return {
    isOpen: () => field !== null,
    commit: () => finish(field?.value ?? null, '', false),
    open: (row, col, text) => {
      finish(field?.value ?? null, '', false);
      at = { row, col };
      grid.reveal(row, col);
      const { left, top, width, height } = grid.cellBox(row, col);
      const opened = make('textarea', 'editor');
      opened.setAttribute('aria-label', 'Sửa ô');
      opened.value = text;
      Object.assign(opened.style, { left: `${left - 1}px`, top: `${top - 1}px`, width: `${Math.max(width + 2, 80)}px`, height: `${height + 2}px` });
      opened.addEventListener('input', () => {
        opened.style.width = `${Math.max(opened.offsetWidth, Math.min(opened.scrollWidth + 8, 420))}px`;
        opened.style.height = `${Math.max(opened.offsetHeight, opened.scrollHeight + 4)}px`;
      });
      opened.addEventListener('keydown', (event) => {
        event.stopPropagation();
        if (event.isComposing) return;
        const ends = event.key === 'Escape' || event.key === 'Tab' || (event.key === 'Enter' && !event.altKey);
        if (!ends) return;
        event.preventDefault();
        finish(event.key === 'Escape' ? null : opened.value, event.key, event.shiftKey);
      });
      opened.addEventListener('blur', () => {
        // Who clicks into the pane leaves the cell in edit mode, as in Excel; elsewhere in the page the edit ends.
        setTimeout(() => {
          if (field === opened && !(document.activeElement instanceof HTMLIFrameElement)) finish(opened.value, '', false);
        });
      });
      field = opened;
      root.append(opened);
      opened.focus();
      opened.setSelectionRange(text.length, text.length);
      events.begin();
    },
  };
}
