import { foldText } from './fold';

/** A unit of measure as a multiple of something: "triệu đồng" is 1,000,000 × "dong". */
export interface Measure {
  readonly scale: number;
  readonly base: string;
}

/** Folded spellings of one unit, each with the one that stands for it. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['vnd', 'dong'], ['d', 'dong'], ['dong viet nam', 'dong'], ['dong (vnd)', 'dong'], ['d/nguoi', 'dong/nguoi'], ['dong/nguoi/nam', 'dong/nguoi'], ['d/nguoi/nam', 'dong/nguoi'],
  ['usd', 'usd'], ['do la my', 'usd'], ['do la', 'usd'], ['do', 'usd'], ['dollar', 'usd'], ['do la my (usd)', 'usd'], ['us$', 'usd'], ['$', 'usd'],
  ['phan tram', '%'], ['phan tram (%)', '%'], ['ty le', '%'], ['ty le (%)', '%'], ['ty le %', '%'], ['ti le %', '%'], ['ty le phan tram', '%'], ['tl %', '%'],
  ['diem phan tram', 'diem %'], ['d.%', 'diem %'], ['% diem', 'diem %'], ['diem', 'diem %'],
  ['lao dong', 'nguoi'], ['ld', 'nguoi'], ['nguoi lao dong', 'nguoi'], ['ng', 'nguoi'], ['nguoi/nam', 'nguoi'],
  ['xa, thi tran', 'xa'], ['xa/thi tran', 'xa'], ['xa, phuong, thi tran', 'xa'], ['so xa', 'xa'], ['so vu', 'vu'], ['so ho', 'ho'], ['ho gia dinh', 'ho'], ['so nguoi', 'nguoi'],
  ['giuong/1 van dan', 'giuong/10000 dan'], ['giuong/van dan', 'giuong/10000 dan'], ['giuong benh/10000 dan', 'giuong/10000 dan'], ['so giuong/10000 dan', 'giuong/10000 dan'], ['so giuong/van dan', 'giuong/10000 dan'], ['so bac si/10000 dan', 'bac si/10000 dan'], ['so bac si/van dan', 'bac si/10000 dan'], ['giuong benh/van dan', 'giuong/10000 dan'],
  ['bac si/1 van dan', 'bac si/10000 dan'], ['bac si/van dan', 'bac si/10000 dan'], ['bs/10000 dan', 'bac si/10000 dan'], ['bs/van dan', 'bac si/10000 dan'],
]);

/** Longest first: "nghin ty" before "nghin". */
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:nghin|ngan) (?:ty|ti)\s+/, 1e12],
  [/^(?:ty|ti)\.?\s+/, 1e9],
  [/^(?:trieu|tr)\.?\s*/, 1e6],
  [/^(?:nghin|ngan|1000|103)\.?\s+/, 1e3],
  [/^chuc nghin\s+/, 1e4],
];

/** What a unit of measure means, whatever its spelling: case, tone marks, "tỷ" and "tỉ", "bác sĩ" and "bác sỹ". */
export function measureOf(unit: string): Measure {
  const folded = foldText(unit)
    .replace(/[đ]/g, 'd')
    .replace(/(\d)[.,\s](?=\d{3})/g, '$1')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\bsy\b/g, 'si')
    .replace(/^[\s"]+|[\s".:;]+$/g, '')
    .replace(/^\((.*)\)$/, '$1')
    .trim();
  const whole = SPELLINGS.get(folded);
  if (whole !== undefined) return { scale: 1, base: whole };
  for (const [pattern, scale] of SCALES) {
    if (!pattern.test(folded)) continue;
    const rest = folded.replace(pattern, '').trim();
    if (rest !== '') return { scale, base: SPELLINGS.get(rest) ?? rest };
  }
  // "Tỷ" alone is money; "triệu" or "nghìn" alone may be anything.
  return folded === 'ty' ? { scale: 1e9, base: 'dong' } : { scale: 1, base: folded };
}

/** What is counted in the programme's tables; tells "Đơn vị: tỷ đồng" (a measure) from "Đơn vị: Sở Công Thương" (a unit that reports). */
const COUNTED: ReadonlySet<string> = new Set([...SPELLINGS.values(), 'dong/nguoi', 'truong', 'huyen', 'tan', 'ha', 'm3', 'giuong', 'bac si']);

/** Whether a text names a unit of measure that is known here. */
export function isMeasure(text: string): boolean {
  return COUNTED.has(measureOf(text).base);
}
