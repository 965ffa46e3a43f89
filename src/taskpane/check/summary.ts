import type { Text } from '../text';
import { countBySeverity } from './filter';
import type { Checked } from './model';

/** Whether anything must be corrected or explained. */
export function isDirty(checked: Checked): boolean {
  const counts = countBySeverity(checked.findings);
  return counts.E + counts.W > 0;
}

/** The result in one line: "3 lỗi · 2 cảnh báo · 61 phép kiểm, 412 ô", or in words that nothing is wrong. */
export function summaryWords(checked: Checked, text: Text): string {
  const { t, number } = text;
  if (checked.sheets.length === 0) return t('check.noSheets');
  const counts = countBySeverity(checked.findings);
  const tally = { run: number(checked.checks.run), cells: number(checked.cells) };
  const infos = number(counts.I);
  if (isDirty(checked)) {
    const graver = { errors: number(counts.E), warnings: number(counts.W), ...tally };
    return counts.I > 0 ? t('check.summaryWithInfos', { infos, ...graver }) : t('check.summary', graver);
  }
  if (counts.I > 0) return t('check.cleanButInfos', { infos, ...tally });
  if (checked.scope === 'all') return t('check.cleanAll', { count: number(checked.sheets.length), ...tally });
  const sheet = checked.sheets[0] ?? '';
  return checked.ownSheet ? t('check.ownSheet', { sheet }) : t('check.clean', { sheet, ...tally });
}

/** "So với lần trước: 2 mới · 5 còn · 3 đã hết. 1 cảnh báo đã giải trình."; '' where no earlier run is known and nothing is explained. */
export function memoryWords({ findings, memory }: Checked, { t, number }: Text): string {
  const explained = findings.filter((finding) => memory.byFingerprint.get(finding.fingerprint)?.explanation).length;
  const settled = explained > 0 ? t('memory.explained', { count: number(explained) }) : '';
  if (!memory.hasLastRun) return settled;
  const fresh = findings.filter((finding) => memory.byFingerprint.get(finding.fingerprint)?.state === 'new').length;
  const since = t('memory.since', { fresh: number(fresh), still: number(findings.length - fresh), resolved: number(memory.resolved.length) });
  return settled === '' ? since : `${since} ${settled}`;
}
