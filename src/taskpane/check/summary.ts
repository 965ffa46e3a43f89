import type { Text } from '../text';
import { countBySeverity } from './filter';
import type { CheckState } from './model';

type Checked = NonNullable<CheckState['checked']>;

/** Whether anything must be corrected or explained. */
export function isDirty(checked: Checked): boolean {
  const counts = countBySeverity(checked.result.findings);
  return counts.E + counts.W > 0;
}

/** The result in one line: "3 lỗi · 2 cảnh báo · 61 phép kiểm, 412 ô", or in words that nothing is wrong. */
export function summaryWords(checked: Checked, text: Text): string {
  const { t, number } = text;
  const counts = countBySeverity(checked.result.findings);
  const tally = { run: number(checked.result.checks.run), cells: number(checked.result.cells) };
  const infos = number(counts.I);
  if (isDirty(checked)) {
    const graver = { errors: number(counts.E), warnings: number(counts.W), ...tally };
    return counts.I > 0 ? t('check.summaryWithInfos', { infos, ...graver }) : t('check.summary', graver);
  }
  if (counts.I > 0) return t('check.cleanButInfos', { infos, ...tally });
  return checked.ownSheet ? t('check.ownSheet', { sheet: checked.sheet }) : t('check.clean', { sheet: checked.sheet, ...tally });
}
