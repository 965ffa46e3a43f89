/** Whole words that are spelled with i or y (tỷ/tỉ, kỳ/kì, sĩ/sỹ, lý/lí …), to the spelling that this catalogue uses. */
const SPELLINGS: Readonly<Record<string, string>> = { ti: 'ty', ki: 'ky', li: 'ly', mi: 'my', qui: 'quy', sy: 'si' };

/**
 * A text as it is compared, never as it is shown: Unicode composed or not, upper or lower case, tone marks wherever
 * they stand (hòa, hoà), đ, i or y, spaces, line breaks and dashes of every kind come out alike. Punctuation stays.
 *
 * "Lũy kế\n6  THÁNG" and "Luỹ kế 6 tháng" both give "luy ke 6 thang". Linear in the text.
 */
export function foldText(text: string): string {
  return bare(text).replace(/\b[a-z]{2,4}\b/g, (word) => SPELLINGS[word] ?? word);
}

/** As foldText, with every sign that is no letter or digit made a space: for names. */
export function foldName(text: string): string {
  return foldText(text).replace(/[^a-z0-9%]+/g, ' ').trim();
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u200B-\u200D\u2060\uFEFF\u00AD]/gu, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text as it is kept: composed, without stray spaces at its ends. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\u00A0/g, ' ').trim();
}
