import type { CellEdit } from './types';

/**
 * One edit for each cell. Two fixes may meet in one: a number typed with stray spaces is put right by becoming the
 * number, a text with stray spaces that must stay text by losing them and keeping the format, and words that two
 * figures leave in the row's note stand one behind the other.
 */
export function mergedEdits(edits: readonly CellEdit[]): readonly CellEdit[] {
  const byCell = new Map<string, CellEdit>();
  for (const edit of edits) {
    const key = `${edit.sheet}\n${edit.address}`;
    const known = byCell.get(key);
    byCell.set(key, known === undefined ? edit : merged(known, edit));
  }
  return [...byCell.values()];
}

function merged(first: CellEdit, second: CellEdit): CellEdit {
  const looks = { ...(first.fontName ?? second.fontName ? { fontName: first.fontName ?? second.fontName } : {}) };
  const [a, b] = [first.after, second.after];
  if (a === b) return { ...first, ...looks, ...formatOf(first, second) };
  if (typeof a !== 'string') return { ...first, ...looks };
  if (typeof b !== 'string') return { ...second, ...looks };
  // A fix that only keeps the text gives way to one that mends it.
  if (a === first.before) return { ...second, ...looks, ...formatOf(first, second) };
  if (b === second.before) return { ...first, ...looks, ...formatOf(first, second) };
  const before = typeof first.before === 'string' ? first.before : '';
  if (a.startsWith(before) && b.startsWith(before) && first.appends === true && second.appends === true) {
    const more = b.slice(before.length).replace(/^; /, '');
    return { ...first, after: `${a}; ${more}`, ...looks };
  }
  // A note that is appended to stands on the text as it was; the other fix has put that text right.
  if (first.appends === true) return { ...first, after: `${b}${a.slice(before.length)}`, ...looks };
  if (second.appends === true) return { ...first, after: `${a}${b.slice(before.length)}`, ...looks };
  return { ...second, ...looks };
}

function formatOf(first: CellEdit, second: CellEdit): Pick<CellEdit, 'numberFormat'> {
  const numberFormat = first.numberFormat ?? second.numberFormat;
  return numberFormat === undefined ? {} : { numberFormat };
}
