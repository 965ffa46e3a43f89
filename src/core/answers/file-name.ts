import { periodKey, type Period } from '../period';

const LONGEST = 60;

/**
 * "SCT_2024-06_phan-hoi.xlsx": plain letters only, so that it survives mail, Zalo and old file systems. A name that is
 * taken is numbered; the new one is added to `taken`.
 */
export function answerFileName(whose: string, period: Period | null, taken: Set<string>): string {
  const stem = [plain(whose) || 'bao-cao', ...(period === null ? [] : [periodKey(period)]), 'phan-hoi'].join('_');
  let name = `${stem}.xlsx`;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${stem}-${n}.xlsx`;
  taken.add(name.toLowerCase());
  return name;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
}
