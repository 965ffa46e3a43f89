import { foldText } from '../report/fold';

/** A unit of measure as a multiple of something: "triệu đồng" is 1,000,000 × "dong". */
export interface Measure {
  readonly scale: number;
  readonly base: string;
}

/** Folded spellings of one unit, each with the one that stands for it. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['vnd', 'dong'], ['d', 'dong'], ['dong viet nam', 'dong'],
  ['usd', 'usd'], ['do la my', 'usd'], ['do la', 'usd'], ['us$', 'usd'], ['$', 'usd'],
  ['phan tram', '%'], ['ty le %', '%'], ['ti le %', '%'], ['ty le phan tram', '%'], ['tl %', '%'],
  ['diem phan tram', 'diem %'], ['d.%', 'diem %'],
  ['lao dong', 'nguoi'], ['nguoi lao dong', 'nguoi'], ['ng', 'nguoi'], ['nguoi/nam', 'nguoi'],
  ['xa, thi tran', 'xa'], ['so xa', 'xa'], ['so vu', 'vu'], ['so ho', 'ho'], ['ho gia dinh', 'ho'], ['so nguoi', 'nguoi'],
  ['giuong/1 van dan', 'giuong/10000 dan'], ['giuong/van dan', 'giuong/10000 dan'], ['giuong benh/10000 dan', 'giuong/10000 dan'], ['giuong benh/van dan', 'giuong/10000 dan'],
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
    .replace(/^[\s("]+|[\s)"]+$/g, '')
    .trim();
  const whole = SPELLINGS.get(folded);
  if (whole !== undefined) return { scale: 1, base: whole };
  for (const [pattern, scale] of SCALES) {
    if (!pattern.test(folded)) continue;
    const rest = folded.replace(pattern, '').trim();
    if (rest !== '') return { scale, base: SPELLINGS.get(rest) ?? rest };
  }
  return { scale: 1, base: folded };
}
