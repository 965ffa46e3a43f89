import { part } from './elements';

const ROOTS = ['ribbon', 'grid', 'pane', 'tabs'] as const;
type Root = (typeof ROOTS)[number];
type Step = 1 | -1;

/** The element of a part that takes the keyboard. */
function entryOf(root: Exclude<Root, 'pane'>): HTMLElement | null {
  const element = part(root, HTMLElement);
  switch (root) {
    case 'ribbon':
      return element.querySelector('button');
    case 'grid':
      return element.querySelector<HTMLElement>('[tabindex]') ?? element;
    case 'tabs':
      return element.querySelector<HTMLElement>('[aria-selected="true"]');
  }
}

/** Leads the keyboard to the next part of the window, in the order of Excel's F6: ribbon, sheet, task pane, sheet tabs. */
export function goToNextPart(from: Root | null, step: Step, focusPane: (from: 'start' | 'end') => boolean): void {
  const start = from === null ? (step === 1 ? -1 : 0) : ROOTS.indexOf(from);
  for (let n = 1; n <= ROOTS.length; n += 1) {
    const root = ROOTS[(start + step * n + ROOTS.length * 2) % ROOTS.length];
    if (root === undefined) return;
    if (root === 'pane') {
      if (focusPane(step === 1 ? 'start' : 'end')) return;
      continue;
    }
    const entry = entryOf(root);
    if (entry === null) continue;
    entry.focus();
    return;
  }
}

/** F6 leads to the next part, Shift+F6 to the one before: the sheet keeps Tab for itself, as Excel's does. */
export function listenForF6(focusPane: (from: 'start' | 'end') => boolean): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    const now = ROOTS.find((id) => part(id, HTMLElement).contains(document.activeElement)) ?? null;
    goToNextPart(now, event.shiftKey ? -1 : 1, focusPane);
  });
}
