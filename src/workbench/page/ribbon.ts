import { make } from './elements';
import type { AddIn, RibbonButton } from './manifest';

/** Draws the add-in's tab of the ribbon. A button is busy until what it started has ended. */
export function drawRibbon(root: HTMLElement, addIn: AddIn, press: (button: RibbonButton) => Promise<void>): void {
  const groups = make('div', 'groups');
  for (const { label, buttons } of addIn.groups) {
    const group = make('div', 'group');
    const row = make('div', 'buttons');
    for (const button of buttons) row.append(buttonElement(button, press));
    group.append(row, make('div', 'label', label));
    groups.append(group);
  }
  root.replaceChildren(make('div', 'tab', addIn.tab), groups);
}

function buttonElement(button: RibbonButton, press: (button: RibbonButton) => Promise<void>): HTMLElement {
  const element = make('button');
  element.type = 'button';
  element.dataset.control = button.id;
  element.title = button.tip;
  const icon = make('img');
  icon.src = button.icon;
  icon.alt = '';
  element.append(icon, make('span', '', button.label));
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-busy') === 'true') return;
    element.setAttribute('aria-busy', 'true');
    void press(button).finally(() => element.removeAttribute('aria-busy'));
  });
  return element;
}
