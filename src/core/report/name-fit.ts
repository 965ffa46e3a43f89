import type { CatalogueIndex } from '../catalogue/types';
import { likenessTo } from './approximate';
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
  const owned = new Map([...keys].map(([code, names]) => [code, names.map((key) => worded(key, weight))]));
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
    if (own.length === 0 || key.split(' ').length < FEWEST_WORDS || hasInCommon(worded(key, weight), owned.get(indicator) ?? [], weight)) return ROUGHLY;
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

/** A name with its words, and what they weigh together. */
interface Worded {
  readonly key: string;
  readonly words: ReadonlySet<string>;
  readonly weight: number;
  /** "xk" of "xuất khẩu". */
  readonly initials: string;
}

function worded(key: string, weight: Weight): Worded {
  const list = key.split(' ');
  const words = new Set(list);
  let sum = 0;
  for (const word of words) sum += weight(word);
  return { key, words, weight: sum, initials: list.map((word) => word[0] ?? '').join('') };
}

/** Whether a name has words, an abbreviation or letters in common with one of an indicator's; letters are compared last, since that takes longest. */
function hasInCommon(name: Worded, own: readonly Worded[], weight: Weight): boolean {
  if (own.some((each) => sharesWords(name, each, weight) || isAbbreviated(name, each))) return true;
  const likeness = likenessTo(name.key);
  return own.some((each) => couldBeAlike(name.key, each.key) && likeness(each.key) >= ALIKE);
}

function sharesWords(name: Worded, own: Worded, weight: Weight): boolean {
  const smaller = Math.min(name.weight, own.weight);
  if (smaller <= 0) return true;
  let shared = 0;
  for (const word of name.words) if (own.words.has(word)) shared += weight(word);
  return shared >= COMMON * smaller;
}

/** Letters that only the longer text has room for are as many differences. */
function couldBeAlike(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= ALIKE * Math.max(a.length, b.length);
}

/** "XK" for "xuất khẩu". */
function isAbbreviated(name: Worded, own: Worded): boolean {
  for (const word of name.words) if (word.length > 1 && word.length <= 6 && !own.words.has(word) && own.initials.includes(word)) return true;
  return false;
}
