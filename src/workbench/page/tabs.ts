import { make } from './elements';
import type { WorkbookModel } from '../model/types';

/** Draws the sheet tabs; hidden sheets have none. */
export function drawTabs(root: HTMLElement, model: WorkbookModel, choose: (sheetName: string) => void): void {
  const tabs = model.sheets
    .filter(({ visibility }) => visibility === 'Visible')
    .map((sheet) => {
      const tab = make('button', '', sheet.name);
      const active = sheet.id === model.activeSheetId;
      tab.type = 'button';
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-selected', String(active));
      if (sheet.tabColor !== '') tab.style.boxShadow = `inset 0 -3px 0 ${sheet.tabColor}`;
      tab.addEventListener('click', () => choose(sheet.name));
      return tab;
    });
  const { scrollLeft } = root;
  const hadFocus = root.contains(document.activeElement);
  root.replaceChildren(...tabs);
  root.scrollLeft = scrollLeft;
  const active = tabs.find((tab) => tab.getAttribute('aria-selected') === 'true');
  active?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (hadFocus) active?.focus();
}
