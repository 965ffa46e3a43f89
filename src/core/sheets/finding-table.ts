import type { CatalogueIndex } from '../catalogue/types';
import type { Finding, FindingCode } from '../checks/finding';
import type { CheckedReport } from '../consolidation/types';
import { periodKey, samePeriod, type Period } from '../period';
import { TABLES } from './names';
import { textOf, type StoredRow, type StoredTable, type TableSpec } from './table';
import { SEVERITY_WORDS } from './words';

export const FINDING = {
  fingerprint: 'Dấu vân', code: 'Mã kiểm tra', severity: 'Mức', state: 'Tình trạng', unit: 'Mã đơn vị', indicator: 'Mã chỉ tiêu', period: 'Kỳ',
  file: 'Tệp', sheet: 'Trang tính', cells: 'Ô', message: 'Nội dung', hint: 'Cách xử lý', found: 'Giá trị thấy', expected: 'Giá trị đúng ra',
  firstSeen: 'Thấy lần đầu', lastSeen: 'Thay đổi lần cuối', reason: 'Giải trình', explainedBy: 'Người giải trình', explainedOn: 'Ngày giải trình',
} as const;

export const RESOLVED = 'đã hết';
const RECORD: FindingCode = 'C06';

export type Render = (finding: Finding) => { readonly message: string; readonly hint: string };

/** One row of KiemTra: a finding with what the earlier runs knew of it. */
export interface FindingRow {
  readonly finding: Finding;
  readonly message: string;
  readonly hint: string;
  readonly state: 'mới' | 'còn';
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/**
 * Findings as rows. A finding of the report month is "mới", one of an earlier month that is still there "còn": so the
 * same inputs give the same words, however often they are consolidated. "Thay đổi lần cuối" moves only with the row.
 */
export function findingRows(findings: readonly Finding[], stored: StoredTable | null, period: Period, now: string, render: Render): FindingRow[] {
  const known = new Map((stored?.rows ?? []).map((row) => [textOf(row.at(FINDING.fingerprint)), row]));
  const rows = new Map<string, FindingRow>();
  for (const finding of findings) {
    if (rows.has(finding.fingerprint)) continue;
    const { message, hint } = render(finding);
    const before = known.get(finding.fingerprint);
    const state = finding.period && !samePeriod(finding.period, period) ? 'còn' : 'mới';
    const draft: FindingRow = { finding, message, hint, state, firstSeen: (before && textOf(before.at(FINDING.firstSeen))) || now, lastSeen: now };
    const lastSeen = before && !differs(draft, before) ? textOf(before.at(FINDING.lastSeen)) || now : now;
    rows.set(finding.fingerprint, { ...draft, lastSeen });
  }
  return [...rows.values()];
}

function differs(row: FindingRow, before: StoredRow): boolean {
  return (
    [[FINDING.message, row.message], [FINDING.state, row.state], [FINDING.found, row.finding.found], [FINDING.cells, row.finding.cells.join(', ')]] as const
  ).some(([header, text]) => textOf(before.at(header)) !== String(text ?? '').normalize('NFC').trim());
}

/** KiemTra. `checked` says which units' reports this run has looked at: only their findings can have gone away. */
export function findingTable(index: CatalogueIndex, period: Period, checked: readonly CheckedReport[], rows: readonly FindingRow[]): TableSpec<FindingRow> {
  const looked = new Set(checked.map(({ report }) => `${report.unit ?? ''}|${report.period ? periodKey(report.period) : ''}`));
  const files = new Set([...checked.map(({ report }) => report.source.file), ...rows.map((row) => row.finding.file)]);
  return {
    name: TABLES.findings,
    columns: [
      { header: FINDING.severity, width: 10, cell: ({ finding }) => SEVERITY_WORDS[finding.severity] },
      { header: FINDING.code, width: 9, cell: ({ finding }) => finding.code },
      { header: FINDING.state, width: 10, cell: (row) => row.state },
      { header: FINDING.period, width: 9, cell: ({ finding }) => (finding.period ? periodKey(finding.period) : null) },
      { header: FINDING.unit, width: 10, cell: ({ finding }) => finding.unit },
      { header: 'Đơn vị', width: 24, cell: ({ finding }) => (finding.unit === null ? null : index.unit(finding.unit)?.name ?? finding.unit) },
      { header: FINDING.indicator, width: 10, cell: ({ finding }) => finding.indicator },
      { header: FINDING.message, width: 60, wrap: true, cell: (row) => row.message },
      { header: FINDING.hint, width: 48, wrap: true, cell: (row) => row.hint },
      { header: FINDING.found, width: 16, cell: ({ finding }) => finding.found },
      { header: FINDING.expected, width: 16, cell: ({ finding }) => finding.expected },
      { header: FINDING.file, width: 28, cell: ({ finding }) => finding.file },
      { header: FINDING.sheet, width: 14, cell: ({ finding }) => finding.sheet },
      { header: FINDING.cells, width: 12, cell: ({ finding }) => finding.cells.join(', ') },
      { header: FINDING.reason, width: 36, wrap: true, initial: null },
      { header: FINDING.explainedBy, width: 18, initial: null },
      { header: FINDING.explainedOn, width: 14, format: 'dd/mm/yyyy', initial: null },
      { header: FINDING.firstSeen, width: 20, cell: (row) => row.firstSeen },
      { header: FINDING.lastSeen, width: 20, cell: (row) => row.lastSeen },
      { header: FINDING.fingerprint, width: 18, cell: ({ finding }) => finding.fingerprint },
    ],
    keyHeaders: [FINDING.fingerprint],
    keyOf: ({ finding }) => finding.fingerprint,
    keyOfStored: (stored) => textOf(stored.at(FINDING.fingerprint)) || null,
    retire: (stored) => (couldGoAway(stored, period, looked, files) ? { [FINDING.state]: RESOLVED } : null),
  };
}

/** Findings on the province, on deadlines and on the rules are made anew for each month; those of a report only with the report at hand. */
function couldGoAway(stored: StoredRow, period: Period, looked: ReadonlySet<string>, files: ReadonlySet<string>): boolean {
  const at = textOf(stored.at(FINDING.period));
  // Old → new is the record of an event: with the new figure stored it is not found again, and stays on record.
  if (textOf(stored.at(FINDING.code)) === RECORD) return false;
  if (/^[CGDR]/.test(textOf(stored.at(FINDING.code)))) return at === '' || at === periodKey(period);
  return looked.has(`${textOf(stored.at(FINDING.unit))}|${at}`) || files.has(textOf(stored.at(FINDING.file)));
}
