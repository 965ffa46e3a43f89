/** Months and numbers of months in words, to digits; only with their marks: folded, "tháng sáu" (June) and "tháng sau" (next month) are one. */
const NUMBERS: Readonly<Record<string, number>> = {
  giêng: 1, một: 1, hai: 2, ba: 3, tư: 4, bốn: 4, năm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9, mười: 10, 'mười một': 11, 'mười hai': 12, chạp: 12,
};
const WORD = 'mười một|mười hai|mười|giêng|chạp|một|hai|ba|tư|bốn|sáu|bảy|bẩy|tám|chín';
// "Tháng năm" alone may be the beginning of "tháng … năm 2024"; before another "năm" it is May.
const NAMED = new RegExp(`(tháng\\s+)(${WORD}|năm(?=\\s+năm\\s+20))(?![\\p{L}\\p{N}])`, 'giu');
const COUNTED = new RegExp(`(?<![\\p{L}\\p{N}])(${WORD}|năm)(\\s+tháng)(?![\\p{L}\\p{N}])`, 'giu');

/** "THÁNG SÁU NĂM 2024" → "THÁNG 6 NĂM 2024", "Chín tháng đầu năm" → "9 tháng đầu năm"; any other text comes back composed. */
export function digitMonths(text: string): string {
  const composed = text.normalize('NFC');
  if (!/tháng/iu.test(composed)) return composed;
  const digits = (word: string): string => String(NUMBERS[word.toLowerCase()] ?? word);
  return composed.replace(NAMED, (_, before: string, word: string) => before + digits(word)).replace(COUNTED, (_, word: string, after: string) => digits(word) + after);
}
