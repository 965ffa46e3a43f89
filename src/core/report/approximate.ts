import { distanceFrom } from './edit-distance';
import type { RowMatch } from './types';

/** A proposal for a name that nothing matched exactly; null when none is near enough or two are alike near. */
export type Approximate = (key: string) => RowMatch | null;

/** Nearer than this, and nearer than any other indicator by the margin. */
const NEAR = 0.8;
const MARGIN = 0.04;
/** Below this share of common words the letters are not compared. */
const WORTH_COMPARING = 0.6;
/** Only the nearest by words are compared by letters. */
const MOST_COMPARED = 4;
/** Short names differ by too few letters to be told apart ("Đô thị hóa"). */
const SHORTEST = 8;

interface Candidate {
  readonly indicator: string;
  readonly key: string;
  readonly words: number;
}

/** Compares by common words first (an inverted index over the candidates), then by letters where that is worth it. */
export function approximator(entries: readonly { readonly indicator: string; readonly keys: readonly string[] }[]): Approximate {
  const candidates: Candidate[] = [];
  const byWord = new Map<string, number[]>();
  for (const { indicator, keys } of entries) {
    for (const key of keys) {
      const words = new Set(key.split(' '));
      for (const word of words) {
        const list = byWord.get(word);
        if (list) list.push(candidates.length);
        else byWord.set(word, [candidates.length]);
      }
      candidates.push({ indicator, key, words: words.size });
    }
  }
  // Words in common with each candidate; all nought between two questions.
  const common = new Uint16Array(candidates.length);
  return (key) => {
    if (key.length < SHORTEST) return null;
    const words = new Set(key.split(' '));
    const touched: number[] = [];
    for (const word of words) {
      for (const position of byWord.get(word) ?? []) {
        if (common[position] === 0) touched.push(position);
        common[position] = (common[position] ?? 0) + 1;
      }
    }
    const near: { readonly candidate: Candidate; readonly byWords: number }[] = [];
    for (const position of touched) {
      const shared = common[position] ?? 0;
      common[position] = 0;
      const candidate = candidates[position];
      if (!candidate || candidate.key.length < SHORTEST) continue;
      const byWords = (2 * shared) / (words.size + candidate.words);
      if (byWords >= WORTH_COMPARING) near.push({ candidate, byWords });
    }
    if (near.length === 0) return null;
    const likeness = likenessTo(key);
    const best = new Map<string, number>();
    for (const { candidate, byWords } of near.sort((a, b) => b.byWords - a.byWords).slice(0, MOST_COMPARED)) {
      const similarity = Math.max(byWords, couldBeNear(key, candidate.key) ? likeness(candidate.key) : 0);
      if (similarity > (best.get(candidate.indicator) ?? 0)) best.set(candidate.indicator, similarity);
    }
    const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
    if (!first || first[1] < NEAR || (second && first[1] - second[1] < MARGIN)) return null;
    return { how: 'approximate', indicator: first[0], similarity: Math.round(first[1] * 1000) / 1000 };
  };
}

/** Texts whose lengths differ by more cannot be near by letters. */
function couldBeNear(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= (1 - NEAR) * Math.max(a.length, b.length);
}

/** How alike other texts are to one: 1 − edit distance ÷ length of the longer text. */
export function likenessTo(a: string): (b: string) => number {
  const distance = distanceFrom(a);
  return (b) => (a === b ? 1 : 1 - distance(b) / Math.max(a.length, b.length));
}
