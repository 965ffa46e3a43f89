import type { CatalogueIndex } from '../catalogue/types';
import { foldName } from './fold';

/** Finds reporting units by what people call them. Built once for a book. */
export interface UnitNames {
  /** The unit that a text names: code, name, short name or alias, and nothing else; null when none or two. */
  named(text: string): string | null;
  /** The unit whose name stands somewhere in a text (a file name); the longest name counts. */
  within(text: string): string | null;
}

/** Administrative words in their one form. Folded. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(uy ban nhan dan|ub nhan dan|ub nd)\b/g, 'ubnd'],
  [/\b(thanh pho|tp)\b/g, 'tp'],
  [/\b(thi xa|tx)\b/g, 'tx'],
  [/\b(huyen|h)\b/g, 'h'],
];

/** The words that stand before a place's own name. */
const BEFORE_PLACE = /^(?:ubnd )?(?:(?:tp|tx|h) )?/;

/** The province's name that agencies add to their own. */
const PROVINCE = / (?:tinh )?khanh hoa$/;

export function createUnitNames(index: CatalogueIndex): UnitNames {
  const { units } = index.catalogue;
  const exact = new Map<string, string | null>();
  const contained = new Map<string, string | null>();
  const claim = (map: Map<string, string | null>, key: string, code: string): void => {
    const holder = map.get(key);
    if (key !== '') map.set(key, holder === undefined || holder === code ? code : null);
  };
  for (const unit of units) {
    const keys = [unit.name, unit.short, ...unit.aliases].map(unitKey);
    for (const key of [unitKey(unit.code), ...keys]) claim(exact, key, unit.code);
    for (const key of keys) {
      // Codes of the statistics office are digits, and digits in a file name are dates.
      if (/^\d+$/.test(key)) continue;
      claim(contained, key, unit.code);
      const place = key.replace(BEFORE_PLACE, '');
      if (unit.kind === 'district' && place !== key) {
        claim(contained, place, unit.code);
        claim(exact, place, unit.code);
      }
    }
  }
  const longestFirst = [...contained].sort((a, b) => b[0].length - a[0].length);
  return {
    named(text) {
      const key = unitKey(text);
      return exact.get(key) ?? exact.get(key.replace(PROVINCE, '')) ?? null;
    },
    within(text) {
      const key = ` ${unitKey(text)} `;
      const byName = longestFirst.find(([name]) => key.includes(` ${name} `))?.[1];
      return byName ?? codeWithin(text, index);
    },
  };
}

/** A code as the first or last part of a file name, in capitals ("SCT_2024-06", "BC_T6_2024_NT"): inside it would be an accident. */
function codeWithin(text: string, index: CatalogueIndex): string | null {
  const parts = text.normalize('NFC').split(/[\s_.,()-]+/).filter((part) => part !== '');
  for (const part of [parts[0], parts.at(-1)]) if (part !== undefined && index.unit(part)) return part;
  return null;
}

function unitKey(text: string): string {
  return FORMS.reduce((key, [pattern, form]) => key.replace(pattern, form), foldName(text));
}
