/**
 * Vietnamese in the two encodings of before Unicode, as such texts look when they are read as if they were Western:
 * TCVN3 (fonts ".Vn…") has one byte a letter, VNI a vowel followed by a sign. Made here from their published tables, to
 * write what old machines wrote.
 */

/** Letters in the order of the TCVN3 table (TCVN 5712:1993), lower case; their bytes follow in the same order. */
const LETTERS = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ';
const BYTES = [
  0xb5, 0xb6, 0xb7, 0xb8, 0xb9, 0xa8, 0xbb, 0xbc, 0xbd, 0xbe, 0xc6, 0xa9, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xae, 0xcc, 0xce, 0xcf, 0xd0, 0xd1, 0xaa, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xdc, 0xdd,
  0xde, 0xdf, 0xe1, 0xe2, 0xe3, 0xe4, 0xab, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xac, 0xea, 0xeb, 0xec, 0xed, 0xee, 0xef, 0xf1, 0xf2, 0xf3, 0xf4, 0xad, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe,
] as const;
/** Capitals have bytes of their own only without a tone; with one they are written small. */
const CAPITALS: Readonly<Record<string, number>> = { 'Ă': 0xa1, 'Â': 0xa2, 'Ê': 0xa3, 'Ô': 0xa4, 'Ơ': 0xa5, 'Ư': 0xa6, 'Đ': 0xa7 };

const TCVN3 = new Map([...LETTERS].map((letter, at) => [letter, String.fromCharCode(BYTES[at] ?? 0x3f)]));

export function toTcvn3(text: string): string {
  return [...text.normalize('NFC')].map((letter) => {
    const capital = CAPITALS[letter];
    return capital === undefined ? (TCVN3.get(letter) ?? TCVN3.get(letter.toLowerCase()) ?? letter) : String.fromCharCode(capital);
  }).join('');
}

/** Signs of VNI behind their vowel: the tone alone, with a circumflex, with a breve. */
const PLAIN: Readonly<Record<string, string>> = { '\u0301': 'ù', '\u0300': 'ø', '\u0309': 'û', '\u0303': 'õ', '\u0323': 'ï' };
const CIRCUMFLEX: Readonly<Record<string, string>> = { '': 'â', '\u0301': 'á', '\u0300': 'à', '\u0309': 'å', '\u0303': 'ã', '\u0323': 'ä' };
const BREVE: Readonly<Record<string, string>> = { '': 'ê', '\u0301': 'é', '\u0300': 'è', '\u0309': 'ú', '\u0303': 'ü', '\u0323': 'ë' };
const WHOLE: Readonly<Record<string, string>> = { 'đ': 'ñ', 'Đ': 'Ñ', 'í': 'í', 'ì': 'ì', 'ỉ': 'æ', 'ĩ': 'ó', 'ị': 'ò', 'ỵ': 'î', 'ơ': 'ô', 'ư': 'ö', 'Ơ': 'Ô', 'Ư': 'Ö' };

export function toVni(text: string): string {
  return [...text.normalize('NFC')].map((letter) => {
    const whole = WHOLE[letter];
    if (whole !== undefined) return whole;
    const [base = '', ...marks] = [...letter.normalize('NFD')];
    if (marks.length === 0) return letter;
    const tone = marks.find((mark) => PLAIN[mark] !== undefined) ?? '';
    const asTyped = (sign: string | undefined): string => (base === base.toLowerCase() ? (sign ?? '') : (sign ?? '').toUpperCase());
    if (marks.includes('\u0302')) return base + asTyped(CIRCUMFLEX[tone]);
    if (marks.includes('\u0306')) return base + asTyped(BREVE[tone]);
    if (marks.includes('\u031b')) return (base.toLowerCase() === 'o' ? asTyped('ô') : asTyped('ö')) + asTyped(PLAIN[tone]);
    return base + asTyped(PLAIN[tone]);
  }).join('');
}
