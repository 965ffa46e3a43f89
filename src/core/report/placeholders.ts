import { foldText } from './fold';
import type { MissingState } from './types';

/** What units write where there is no figure, folded; the meaning of the signs is that of the statistical tables. */
const WORDS: Readonly<Record<string, MissingState>> = {
  'khong phat sinh': 'notOccurred',
  'chua phat sinh': 'notOccurred',
  'khong phat sinh trong ky': 'notOccurred',
  'khong co phat sinh': 'notOccurred',
  kps: 'notOccurred',
  khong: 'notOccurred',
  'khong co': 'notOccurred',
  'chua co so lieu': 'notAvailable',
  'chua co': 'notAvailable',
  chua: 'notAvailable',
  'chua co bao cao': 'notAvailable',
  'khong co so lieu': 'notAvailable',
  'chua tong hop': 'notAvailable',
  'dang tong hop': 'notAvailable',
  'dang cap nhat': 'notAvailable',
  'chua cap nhat': 'notAvailable',
  'cho so lieu': 'notAvailable',
  x: 'notApplicable',
  'khong ap dung': 'notApplicable',
  'n/a': 'notApplicable',
};

/** The same said at greater length; a digit in it may be a figure, so such a text is left to be read by a person. */
const PHRASES: readonly (readonly [RegExp, MissingState])[] = [
  [/^(khong|chua)( co)? phat sinh\b\D*$/, 'notOccurred'],
  [/^(chua co|dang|cho) (so lieu|bao cao|tong hop|cap nhat|thong ke|ra soat|dieu tra)\b\D*$/, 'notAvailable'],
  [/^chua (tong hop|cap nhat|thong ke|cong bo)\b\D*$/, 'notAvailable'],
];

/** The state that a placeholder stands for: "-" nothing occurred, "…" not available, "x" not applicable; null for any other text. */
export function placeholderState(text: string): MissingState | null {
  const folded = foldText(text).replace(/^\((.*)\)$/, '$1').trim();
  if (/^-+$/.test(folded)) return 'notOccurred';
  if (/^\.{2,}$/.test(folded)) return 'notAvailable';
  const key = folded.replace(/\.+$/, '');
  if (Object.hasOwn(WORDS, key)) return WORDS[key] ?? null;
  return PHRASES.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}
