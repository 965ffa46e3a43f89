import type { CatalogueIndex, Indicator } from '../catalogue/types';
import { foldName, foldText } from './fold';
import { approximator, type Approximate } from './approximate';
import type { RowMatch } from './types';

/** What a row says about which indicator it is. */
export interface RowIdentity {
  readonly code: string;
  readonly name: string;
  /** The indicator of the nearest row above that is not a "Trong đó": "- tăng thêm trong năm" is a part of it. */
  readonly above: string | null;
  /** The group heading above a "Trong đó", where it is no indicator itself: "Tai nạn giao thông" above "- Số vụ". */
  readonly group?: string;
}

export interface Matcher {
  match(row: RowIdentity): RowMatch;
}

/** Abbreviations inside names, folded. */
const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(Object.entries({
  bhyt: 'bao hiem y te', bhxh: 'bao hiem xa hoi', bhtn: 'bao hiem that nghiep', ntm: 'nong thon moi', nsnn: 'ngan sach nha nuoc',
  xnk: 'xuat nhap khau', sdd: 'suy dinh duong', tnld: 'tai nan lao dong', tngt: 'tai nan giao thong', kcn: 'khu cong nghiep',
  ccn: 'cum cong nghiep', ld: 'lao dong', ctr: 'chat thai ran', tcmr: 'tiem chung mo rong', kntc: 'khieu nai to cao', gtvt: 'giao thong van tai',
  cntt: 'cong nghe thong tin', vdt: 'von dau tu', qg: 'quoc gia',
}));

/** A name as it is looked up: folded, without punctuation, abbreviations written out. */
export function nameKey(name: string): string {
  const folded = foldName(name);
  const words = folded.split(' ');
  // Most names hold no abbreviation, and a long sheet has a name in every row.
  return words.some((word) => ABBREVIATIONS.has(word)) ? words.map((word) => ABBREVIATIONS.get(word) ?? word).join(' ') : folded;
}

/**
 * A name without the numbering glued to it ("1.2- ", "1.- ", "a) ", "- ", "+ ", "II. ") and without "Trong đó:".
 * A single letter or a number counts as numbering only with a sign behind it.
 */
export function withoutNumbering(name: string): string {
  let rest = name.normalize('NFC').trim();
  for (;;) {
    const next = rest
      .replace(/^[-–—+*•●▪◦]+\s*/u, '')
      .replace(/^(?:\d{1,2}(?:\.\d{1,2})+(?=\s)|\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])\s*[.)\-–/:]+)\s*/iu, '')
      .replace(/^(?:trong đó|trong đo|tđ|gồm)\s*[:,-]?\s+/iu, '')
      .trim();
    if (next === rest || next === '') return rest;
    rest = next;
  }
}

/** "kt 03", "KT03.", "XH12,1" → "KT03", "KT03", "XH12.1". */
function codeKey(code: string): string {
  return code.normalize('NFKC').toUpperCase().replace(/\s+/g, '').replace(/,/g, '.').replace(/\.+$/, '');
}

/** How near a name is that matches but for a remark in parentheses, or only together with its group heading. */
const REMARKED = 0.95;

/** More names than the longest sheets have rows, so that reading one twice asks nothing twice; some megabytes at most. */
const MOST_REMEMBERED = 20_000;

interface Named {
  readonly indicator: string;
  readonly how: 'name' | 'alias';
}

/**
 * Matches rows to the catalogue's indicators: by code when the code is known (it wins over the name), else by the
 * folded name, short name or alias, else approximately, as a proposal only. Built once for a book; each row costs a
 * few look-ups whatever the number of indicators.
 */
export function createMatcher(index: CatalogueIndex): Matcher {
  const { indicators } = index.catalogue;
  const codes = new Map(indicators.map((each) => [codeKey(each.code), each.code]));
  const names = namesOf(indicators);
  const approximate = approximator(indicators.map((each) => ({ indicator: each.code, keys: keysOf(each) })));
  // The same few names come in every report and in every row of a long sheet.
  const seen = new Map<string, RowMatch>();
  return {
    match({ code, name, above, group = '' }) {
      const key = `${code}\n${name}\n${above ?? ''}\n${group}`;
      const known = seen.get(key);
      if (known) return known;
      const byCode = code === '' ? undefined : codes.get(codeKey(code));
      const found: RowMatch = byCode !== undefined ? { how: 'code', indicator: byCode } : matchName({ name, above, group }, index, names, approximate);
      if (seen.size >= MOST_REMEMBERED) seen.clear();
      seen.set(key, found);
      return found;
    },
  };
}

/** Matches one row; for many rows keep a matcher. */
export function matchRow(row: RowIdentity, matcher: Matcher): RowMatch {
  return matcher.match(row);
}

function matchName({ name: stated, above, group }: { readonly name: string; readonly above: string | null; readonly group: string }, index: CatalogueIndex, names: ReadonlyMap<string, Named | null>, approximate: Approximate): RowMatch {
  const bare = withoutNumbering(stated);
  if (bare === '') return { how: 'none' };
  const key = nameKey(bare);
  for (const candidate of bare === stated ? [key] : [nameKey(stated), key]) {
    const found = names.get(candidate);
    if (found) return { how: found.how, indicator: found.indicator };
  }
  const remark = bare.endsWith(')') ? /^(.*\S)\s*\(([^()]*)\)$/u.exec(bare) : null;
  const beforeRemark = remark?.[1] === undefined ? null : names.get(nameKey(remark[1]));
  if (beforeRemark) {
    // "(%)" or "(người)" is the unit of measure; any other remark may narrow the name, so somebody must confirm it.
    const unit = foldText(index.indicator(beforeRemark.indicator)?.unit ?? '');
    if (foldText(remark?.[2] ?? '') === unit) return { how: beforeRemark.how, indicator: beforeRemark.indicator };
    return { how: 'approximate', indicator: beforeRemark.indicator, similarity: REMARKED };
  }
  const parent = above === null ? null : index.indicator(above);
  if (parent !== null && bare !== stated.trim()) {
    // "- tăng thêm trong năm" below "Số xã đạt chuẩn nông thôn mới".
    const found = names.get(nameKey(`${parent.name} ${bare}`));
    if (found && index.indicator(found.indicator)?.parent === parent.code) return { how: 'alias', indicator: found.indicator };
  }
  if (group !== '') {
    const whole = withoutNumbering(group);
    const found = names.get(nameKey(`${bare} ${whole}`)) ?? names.get(nameKey(`${bare} do ${whole}`));
    // Put together by us, so somebody must confirm it.
    if (found) return { how: 'approximate', indicator: found.indicator, similarity: REMARKED };
  }
  return approximate(key) ?? { how: 'none' };
}

function keysOf(indicator: Indicator): readonly string[] {
  return [indicator.name, indicator.short, ...indicator.aliases].map(nameKey);
}

/** Names before aliases; a key that two indicators claim decides nothing (null). */
function namesOf(indicators: readonly Indicator[]): ReadonlyMap<string, Named | null> {
  const names = new Map<string, Named | null>();
  const add = (key: string, named: Named): void => {
    const present = names.get(key);
    if (present === undefined) names.set(key, named);
    else if (present !== null && present.indicator !== named.indicator && present.how === named.how) names.set(key, null);
  };
  for (const each of indicators) add(nameKey(each.name), { indicator: each.code, how: 'name' });
  for (const each of indicators) for (const key of keysOf(each)) add(key, { indicator: each.code, how: 'alias' });
  return names;
}
