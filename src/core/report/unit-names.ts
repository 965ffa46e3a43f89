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
  // "và", "&" and "-" stand for one another, or for nothing, in names of agencies.
  [/\bva\b ?/g, ''],
  [/\bptnt\b/g, 'phat trien nong thon'],
  [/\bnn (?=phat trien)/g, 'nong nghiep '],
  [/\bld ?tb ?xh\b/g, 'lao dong thuong binh xa hoi'],
  [/\bbhxh\b/g, 'bao hiem xa hoi'],
  [/\bbch\b/g, 'bo chi huy'],
  [/\bbdbp\b/g, 'bo doi bien phong'],
  [/\bqs\b/g, 'quan su'],
  [/\bbql\b/g, 'ban quan ly'],
  [/\bkkt\b/g, 'khu kinh te'],
];

/** The words that stand before a place's own name. */
const BEFORE_PLACE = /^(?:ubnd )?(?:(?:tp|tx|h) )?/;

/** The province's name that agencies add to their own, or leave out of it ("Công an tỉnh", "Công an tỉnh Khánh Hòa"). */
const PROVINCE = /(?: tinh)?(?: khanh hoa)?$/;

export function createUnitNames(index: CatalogueIndex): UnitNames {
  const { units } = index.catalogue;
  const exact = new Map<string, string | null>();
  const bare = new Map<string, string | null>();
  const contained = new Map<string, string | null>();
  const claim = (map: Map<string, string | null>, key: string, code: string): void => {
    const holder = map.get(key);
    if (key !== '') map.set(key, holder === undefined || holder === code ? code : null);
  };
  for (const unit of units) {
    const keys = [unit.name, unit.short, ...unit.aliases].map(unitKey);
    for (const key of [unitKey(unit.code), ...keys]) claim(exact, key, unit.code);
    for (const key of keys) claim(bare, key.replace(PROVINCE, ''), unit.code);
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
      const found = exact.get(key);
      if (found !== undefined) return found;
      const withoutProvince = key.replace(PROVINCE, '');
      return withoutProvince === key ? null : (bare.get(withoutProvince) ?? null);
    },
    within(text) {
      const leading = leadingCode(text, index);
      if (leading !== null) return leading;
      const key = ` ${unitKey(text)} `;
      const byName = longestFirst.find(([name]) => key.includes(` ${name} `))?.[1];
      return byName ?? codeWithin(text, index);
    },
  };
}

/** "SCT_2024-06", "sct_2024-06" and whatever follows, or a code of three letters and more in capitals in front ("SYT - báo cáo Nha Trang"): it says whose file it is. */
function leadingCode(text: string, index: CatalogueIndex): string | null {
  const first = /^([A-Za-z]{2,10})[_-]20\d{2}[-_.]?\d{2}(?!\d)/.exec(text)?.[1]?.toUpperCase() ?? /^([A-Z]{3,10})(?=[\s_-])/.exec(text)?.[1];
  return first !== undefined && index.unit(first) ? first : null;
}

/** Shorter codes ("NT", "VN") stand inside a file name by accident. */
const SURE_CODE = 3;

/** A code as the first or last part of a file name, in capitals ("BC_T6_2024_NT"), or a longer one anywhere when it is the only one. */
function codeWithin(text: string, index: CatalogueIndex): string | null {
  const parts = text.normalize('NFC').split(/[\s_.,()-]+/).filter((part) => part !== '');
  for (const part of [parts[0], parts.at(-1)]) if (part !== undefined && index.unit(part)) return part;
  const inside = new Set(parts.filter((part) => part.length >= SURE_CODE && index.unit(part)));
  const [only] = inside;
  return inside.size === 1 && only !== undefined ? only : null;
}

function unitKey(text: string): string {
  return FORMS.reduce((key, [pattern, form]) => key.replace(pattern, form), foldName(text)).trim();
}
