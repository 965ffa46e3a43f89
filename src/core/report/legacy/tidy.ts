/** What is wrong with how a Unicode text is stored, though it reads well. The worst first. */
export type Untidiness = 'cp1258' | 'decomposed' | 'spaces';

/** Nearly every text holds none of these, so that one test is enough for it. */
const SUSPECT = /^\s|\s$|\s\s|[\u00A0\u00AD\u0300-\u036F\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]/;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const ODD_SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g;
/** â ê ô ă ơ ư in one piece; code page 1258 keeps these whole and puts only the tone behind. */
const HATTED = /[ÂÊÔĂƠƯâêôăơư]/;

/**
 * A name, code or unit of measure as it should be stored, and what was wrong; null when nothing is. Names of child
 * rows are indented by ordinary spaces (`indented`), and line breaks inside a cell are no stray spaces.
 */
export function tidyText(text: string, indented: boolean): { readonly reason: Untidiness; readonly text: string } | null {
  if (!SUSPECT.test(text)) return null;
  const spaced = text.replace(INVISIBLE, '').normalize('NFC').replace(ODD_SPACES, ' ').replace(/ {2,}/g, (run, at: number) => (at === 0 ? run : ' ')).trimEnd();
  const tidy = indented ? spaced : spaced.trimStart();
  if (tidy === text || tidy === '') return null;
  if (text.normalize('NFC') === text) return { reason: 'spaces', text: tidy };
  return { reason: HATTED.test(text) ? 'cp1258' : 'decomposed', text: tidy };
}
