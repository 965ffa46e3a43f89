import { GROUPS } from '../catalogue/groups';
import type { Assignment, CatalogueIndex, Group, Indicator } from '../catalogue/types';
import type { Period } from '../period';
import { isOnForm } from './form-row';

/** One line of the form's table. */
export type FormItem =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'partsOf' }
  /** `nested`: its whole stands above it on the same form. */
  | { readonly kind: 'row'; readonly indicator: Indicator; readonly assignment: Assignment; readonly ordinal: number; readonly nested: boolean };

/** Rows of the unit in the catalogue's order, under their groups; children under a "Trong đó" where their parent stands above them. */
export function formItems(index: CatalogueIndex, unit: string, period: Period): FormItem[] {
  const own = index.catalogue.indicators.flatMap((indicator) => {
    const assignment = index.assignment(unit, indicator.code);
    return assignment && isOnForm(indicator, assignment, period) ? [{ indicator, assignment }] : [];
  });
  const codes = new Set(own.map(({ indicator }) => indicator.code));
  const items: FormItem[] = [];
  let ordinal = 0;
  for (const { key } of GROUPS) {
    const members = own.filter(({ indicator }) => indicator.group === key);
    if (members.length > 0) items.push({ kind: 'group', group: key });
    const opened = new Set<string>();
    for (const member of members) {
      const { parent } = member.indicator;
      const nested = parent !== null && codes.has(parent);
      if (nested && !opened.has(parent)) {
        opened.add(parent);
        items.push({ kind: 'partsOf' });
      }
      items.push({ kind: 'row', ...member, ordinal: (ordinal += 1), nested });
    }
  }
  return items;
}
