import type { CatalogueIndex } from '../catalogue/types';
import { likeness } from './approximate';
import { nameKey, withoutNumbering } from './match';
import { readerTools } from './read-sheet';

/** Whether a name may stand beside an indicator's code; else the indicator that it stands for, null when it stands for none. */
export type NameFit = { readonly fits: 'exactly' | 'roughly' } | { readonly fits: 'no'; readonly named: string | null };

/** Says how a name goes with the indicator of a code. */
export type NameJudge = (indicator: string, name: string) => NameFit;

const EXACTLY: NameFit = { fits: 'exactly' };
const ROUGHLY: NameFit = { fits: 'roughly' };
/** Fewer words may be a shorthand of anything. */
const FEWEST_WORDS = 3;
/** Share of the words, weighed by how rare they are in the catalogue's names, below which two names have nothing in common. */
const COMMON = 0.25;
/** And by their letters: a name in another encoding still has most of them. */
const ALIKE = 0.5;
const MOST_REMEMBERED = 20_000;
const judges = new WeakMap<CatalogueIndex, NameJudge>();

/**
 * The judge of a catalogue's names. A shortened, lengthened or lightly changed name fits roughly; it does not fit when
 * it is another indicator's name or alias, or has nothing in common with any name of this one.
 */
export function nameJudge(index: CatalogueIndex): NameJudge {
  const known = judges.get(index);
  if (known) return known;
  const keys = new Map(index.catalogue.indicators.map((each) => [each.code, [...new Set([each.name, each.short, ...each.aliases].map(nameKey))]]));
  const weight = weights([...keys.values()]);
  const owners = ownersOf(keys);
  const { matcher } = readerTools(index);
  const judge = (indicator: string, name: string): NameFit => {
    const own = keys.get(indicator) ?? [];
    const bare = withoutNumbering(name);
    const key = nameKey(bare);
    const spellings = [key, ...(bare === name ? [] : [nameKey(name)]), ...(bare.endsWith(')') ? [nameKey(bare.replace(/\s*\([^()]*\)$/u, ''))] : [])];
    if (spellings.some((each) => own.includes(each))) return EXACTLY;
    for (const each of spellings) {
      const named = owners.get(each);
      if (named !== undefined) return { fits: 'no', named };
    }
    if (own.length === 0 || key.split(' ').length < FEWEST_WORDS || own.some((each) => hasInCommon(key, each, weight))) return ROUGHLY;
    // Asked last: it costs as much as all the rest.
    const match = matcher.match({ code: '', name, above: null });
    return { fits: 'no', named: match.how === 'approximate' ? match.indicator : null };
  };
  const seen = new Map<string, NameFit>();
  const remembering: NameJudge = (indicator, name) => {
    const pair = `${indicator}\n${name}`;
    const known = seen.get(pair);
    if (known) return known;
    if (seen.size >= MOST_REMEMBERED) seen.clear();
    const found = judge(indicator, name);
    seen.set(pair, found);
    return found;
  };
  judges.set(index, remembering);
  return remembering;
}

/** The indicator of each name or alias that only one of them has. */
function ownersOf(keys: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const [indicator, names] of keys) {
    for (const name of names) {
      if (owners.has(name)) shared.add(name);
      else owners.set(name, indicator);
    }
  }
  for (const name of shared) owners.delete(name);
  return owners;
}

type Weight = (word: string) => number;

/** "tỷ lệ" and "số" stand in half of the names and tell little; a word of no name tells the most. */
function weights(names: readonly (readonly string[])[]): Weight {
  const occurs = new Map<string, number>();
  for (const keys of names) {
    for (const word of new Set(keys.flatMap((key) => key.split(' ')))) occurs.set(word, (occurs.get(word) ?? 0) + 1);
  }
  const known = new Map([...occurs].map(([word, count]) => [word, Math.log((names.length + 1) / count)]));
  const unknown = Math.log(names.length + 1);
  return (word) => known.get(word) ?? unknown;
}

function hasInCommon(name: string, own: string, weight: Weight): boolean {
  const words = new Set(name.split(' '));
  const owned = new Set(own.split(' '));
  const sum = (list: ReadonlySet<string>, counts: (word: string) => boolean = () => true): number => {
    let total = 0;
    for (const word of list) if (counts(word)) total += weight(word);
    return total;
  };
  const smaller = Math.min(sum(words), sum(owned));
  if (smaller <= 0 || sum(words, (word) => owned.has(word)) >= COMMON * smaller) return true;
  // "XK" for "xuất khẩu".
  const initials = own.split(' ').map((word) => word[0] ?? '').join('');
  if ([...words].some((word) => word.length > 1 && word.length <= 6 && !owned.has(word) && initials.includes(word))) return true;
  return likeness(name, own) >= ALIKE;
}
