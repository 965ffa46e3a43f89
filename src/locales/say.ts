import type { Catalogue } from '../core/catalogue/types';
import type { Finding } from '../core/checks/finding';
import { renderFinding } from './index';

/** A renderer of findings that knows the catalogue's short names. */
export function sayIn(locale: 'vi' | 'en', catalogue: Catalogue): (finding: Finding) => { readonly message: string; readonly hint: string } {
  const units = new Map(catalogue.units.map((unit) => [unit.code, unit.short]));
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator.short]));
  const names = {
    unit: (code: string) => units.get(code) ?? code,
    indicator: (code: string) => indicators.get(code) ?? code,
  };
  return (finding) => renderFinding(finding, locale, names);
}
