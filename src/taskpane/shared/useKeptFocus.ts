import { useEffect, type RefObject } from 'react';

/**
 * Where what had the focus is gone when a command has ended, the first of these that is there takes it: in Office a pane
 * whose focus stands nowhere hands every Tab back to Excel. A pane that does not have the keyboard is left alone.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>, idle: boolean, next: readonly string[]): void {
  const wanted = next.join('|');
  useEffect(() => {
    if (!idle || !document.hasFocus() || (document.activeElement !== null && document.activeElement !== document.body)) return;
    for (const selector of wanted.split('|')) {
      const element = root.current?.querySelector<HTMLElement>(selector);
      if (!element) continue;
      element.focus();
      return;
    }
  }, [idle, root, wanted]);
}
