/**
 * The two encodings that Vietnamese offices used before Unicode. Both draw Vietnamese letters in the places of the
 * signs of Latin-1, so that without the right font a text reads "Y tÕ" (TCVN3) or "Y teá" (VNI).
 */

/** Vietnamese letters with marks, and below each of them the sign that stands for it in TCVN3 (ABC). */
const LETTERS = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ';
const TCVN3_SIGNS = '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00ADøõö÷ùýúûüþ®';
/** Capitals with a sign of their own. Other capitals have none: a font of capitals (".VnTimeH") draws them. */
const TCVN3_CAPITALS = ['ĂÂĐÊÔƠƯ', '¡¢§£¤¥¦'] as const;

/** Sign → letter. U+00AD, an invisible hyphen, stands for ư; programs that copy it often make a minus of it. */
export const TCVN3: ReadonlyMap<string, string> = new Map([
  ...pairs(TCVN3_SIGNS, LETTERS),
  ...pairs(TCVN3_CAPITALS[1], TCVN3_CAPITALS[0]),
  ['\u2212', 'ư'] as const,
]);

/** Letters that VNI writes as a vowel and a mark behind it, in lower case. */
const VNI_DIGRAPHS: readonly (readonly [letters: string, base: string, marks: string])[] = [
  ['áàảãạ', 'a', 'ùøûõï'], ['âấầẩẫậ', 'a', 'âáàåãä'], ['ăắằẳẵặ', 'a', 'êéèúüë'],
  ['éèẻẽẹ', 'e', 'ùøûõï'], ['êếềểễệ', 'e', 'âáàåãä'],
  ['óòỏõọ', 'o', 'ùøûõï'], ['ôốồổỗộ', 'o', 'âáàåãä'], ['ớờởỡợ', 'ô', 'ùøûõï'],
  ['úùủũụ', 'u', 'ùøûõï'], ['ứừửữự', 'ö', 'ùøûõï'], ['ýỳỷỹ', 'y', 'ùøûõ'],
];
/** Letters that one sign of VNI stands for. */
const VNI_SINGLES = ['íìỉĩịơưỵđ', 'íìæóòôöîñ'] as const;

/** "aù" → "á", in lower case. */
export const VNI_PAIRS: ReadonlyMap<string, string> = new Map(
  VNI_DIGRAPHS.flatMap(([letters, base, marks]) => pairs(marks, letters).map(([mark, letter]) => [base + mark, letter] as const)),
);

/** "ñ" → "đ", in lower case. */
export const VNI_SIGNS: ReadonlyMap<string, string> = new Map(pairs(VNI_SINGLES[1], VNI_SINGLES[0]));

function pairs(keys: string, values: string): readonly (readonly [string, string])[] {
  const letters = [...values];
  return [...keys].map((key, index) => [key, letters[index] ?? key] as const);
}
