import { isSyllable } from './syllables';
import { TCVN3, VNI_PAIRS, VNI_SIGNS } from './tables';

export type LegacyEncoding = 'tcvn3' | 'vni';

/** Runs of letters and of the signs that stand for letters in either encoding. */
const WORDS = /[A-Za-z\u00A1-\u00AE\u00B5-\u00B9\u00BB-\u00BE\u00C0-\u00FF\u2212]+/g;
/** Something that only a text beyond ASCII, and no Unicode Vietnamese text without its own letters, can hold. */
const LATIN1 = /[\u00A1-\u00FF\u2212]/;
/** Letters of Vietnamese that Latin-1 lacks, and combining marks: the text is Unicode already. */
const UNICODE = /[\u0100-\u024F\u0300-\u036F\u1E00-\u1EFF]/;

/** Of the words beyond ASCII at most this share may come out as no syllable (abbreviations, foreign names). */
const STRANGE_SHARE = 0.25;

/** The encoding that a font is made for, null for Unicode fonts. */
export function encodingOfFont(font: string | undefined): LegacyEncoding | null {
  if (font === undefined) return null;
  if (/^(?:\.vn|vntime|\.tmc)/i.test(font)) return 'tcvn3';
  return /^vni[- ]/i.test(font) ? 'vni' : null;
}

/** Whether a font draws every letter as a capital (".VnTimeH", ".VnArialH"). */
function isFontOfCapitals(font: string | undefined): boolean {
  return font !== undefined && /^\.?vn.*h$/i.test(font.trim());
}

/** What a text may be: plain ASCII, Unicode Vietnamese, or something that either encoding could have made. */
export function kindOfText(text: string): 'plain' | 'unicode' | 'latin1' {
  if (!LATIN1.test(text)) return UNICODE.test(text) ? 'unicode' : 'plain';
  return UNICODE.test(text) ? 'unicode' : 'latin1';
}

/** Every word of a text put into Unicode, whether or not it makes sense; capitals where the font draws capitals. */
export function decodeAs(encoding: LegacyEncoding, text: string, font?: string): string {
  const decoded = text.replace(WORDS, (word) => (isSign(word) ? word : encoding === 'tcvn3' ? tcvn3Word(word) : vniWord(word)));
  return encoding === 'tcvn3' && isFontOfCapitals(font) ? decoded.toUpperCase() : decoded;
}

/**
 * A text of a legacy encoding in Unicode, with the encoding; null when it is none or nobody can tell.
 *
 * A font made for an encoding settles it, unless only the other reading makes words. Without one the text must break
 * Vietnamese spelling as it stands, and keep it once decoded: "Y tÕ" is decoded, "Café" and "toán" are left alone.
 * `assumed`: the encoding of the sheet's other texts, which settles short words ("hé" for "hộ") as a font would.
 */
export function decodeLegacy(text: string, font?: string, assumed?: LegacyEncoding): { readonly encoding: LegacyEncoding; readonly text: string } | null {
  const fromFont = encodingOfFont(font);
  if (kindOfText(text) !== 'latin1') return null;
  const words = beyondAscii(text);
  if (words.length === 0) return null;
  const strange = words.filter((word) => !isSyllable(word) || CAPITAL_INSIDE.test(word)).length;
  const known = fromFont ?? assumed ?? null;
  const verdicts = (known === null ? (['tcvn3', 'vni'] as const) : [known]).map((encoding) => ({ encoding, strange: words.filter((word) => !makesSense(decodeAs(encoding, word))).length }));
  // Where both make words ("thoâng": thông, thoõng), a vowel with a mark of VNI behind it decides.
  const digraphs = words.some((word) => hasDigraph(word));
  const best = verdicts.reduce((a, b) => (b.strange < a.strange || (b.strange === a.strange && digraphs) ? b : a));
  if (best.strange > words.length * STRANGE_SHARE) return null;
  // Without a font or a neighbour, a text that is Vietnamese as it stands is left as it stands.
  if (known === null ? strange <= best.strange || words.every((word) => UNITS.has(word)) : strange < best.strange) return null;
  const decoded = decodeAs(best.encoding, text, font);
  return decoded === text ? null : { encoding: best.encoding, text: decoded };
}

function hasDigraph(word: string): boolean {
  const lower = word.toLowerCase();
  return [...lower].some((_, at) => VNI_PAIRS.has(lower.slice(at, at + 2)));
}

/** "tÕ", "triÖu": nobody writes a capital behind a small letter. */
const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u;

/** Micrometres look like "àm" written in TCVN3. */
const UNITS = new Set(['µm', 'µg', 'µl', 'µs']);

function beyondAscii(text: string): readonly string[] {
  return (text.match(WORDS) ?? []).filter((word) => LATIN1.test(word) && !isSign(word));
}

/** A lone sign is what it looks like (® · × −), and so is a row of them; "®·" is the word "đã" all the same. */
function isSign(word: string): boolean {
  return !/[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u00FF]/.test(word) && (word.length === 1 || !isSyllable(tcvn3Word(word)));
}

/** Abbreviations in capitals (LĐTBXH) are no syllables, and no sign of a wrong encoding either. */
function makesSense(word: string): boolean {
  return isSyllable(word) || (/^[\p{Lu}\d]+$/u.test(word) && !/[AEIOUYÀ-Ý]/.test(word.normalize('NFD')));
}

function tcvn3Word(word: string): string {
  let decoded = '';
  for (const sign of word) decoded += TCVN3.get(sign) ?? sign;
  // Capitals with tone marks have no sign of their own; the letters around them say that a capital is meant.
  const ascii = word.replace(/[^A-Za-z]/g, '');
  return ascii.length > 1 && ascii === ascii.toUpperCase() ? decoded.toUpperCase() : decoded;
}

function vniWord(word: string): string {
  const lower = word.toLowerCase();
  let decoded = '';
  for (let at = 0; at < word.length; at += 1) {
    const pair = VNI_PAIRS.get(lower.slice(at, at + 2));
    const letter = pair ?? VNI_SIGNS.get(lower.charAt(at)) ?? lower.charAt(at);
    const isCapital = word.charAt(at) !== lower.charAt(at);
    decoded += isCapital ? letter.toUpperCase() : letter;
    if (pair !== undefined) at += 1;
  }
  return decoded;
}
