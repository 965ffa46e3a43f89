import type { CatalogueIndex } from '../catalogue/types';
import type { Finding } from '../checks/finding';
import type { Explanation } from '../memory/types';
import { periodKey } from '../period';
import { FINDING, type Render } from '../sheets/finding-table';
import { SEVERITY_WORDS } from '../sheets/words';

/** A finding as JSON has it, for every door: the keys are stable. */
export function findingJson(finding: Finding, render: Render) {
  const { message, hint } = render(finding);
  return {
    code: finding.code,
    severity: finding.severity,
    file: finding.file,
    sheet: finding.sheet,
    cells: finding.cells,
    unit: finding.unit,
    indicator: finding.indicator,
    period: finding.period === null ? null : periodKey(finding.period),
    message,
    hint,
    found: finding.found,
    expected: finding.expected,
    held: finding.held,
    fingerprint: finding.fingerprint,
  };
}

export interface ExportInput {
  readonly findings: readonly Finding[];
  readonly index: CatalogueIndex;
  readonly render: Render;
  /** By fingerprint, those that hold. */
  readonly explanations: ReadonlyMap<string, Explanation>;
}

/** All findings as one JSON text: those of the command line, with what was regraded and explained beside them. */
export function findingsJson({ findings, render, explanations }: ExportInput): string {
  const rows = findings.map((finding) => ({
    ...findingJson(finding, render),
    regraded: finding.regraded ?? null,
    explanation: explanations.get(finding.fingerprint) ?? null,
  }));
  return `${JSON.stringify({ findings: rows }, null, 2)}\n`;
}

type Value = string | number | null;

interface Column {
  readonly heading: string;
  readonly value: (finding: Finding, input: ExportInput, said: ReturnType<Render>) => Value;
}

/** The headings of KiemTra, where it has the column: one vocabulary wherever findings are listed. */
const COLUMNS: readonly Column[] = [
  { heading: FINDING.severity, value: (finding) => SEVERITY_WORDS[finding.severity] },
  { heading: 'Mức trước khi đổi', value: (finding) => (finding.regraded === undefined ? null : SEVERITY_WORDS[finding.regraded.from]) },
  { heading: FINDING.code, value: (finding) => finding.code },
  { heading: FINDING.period, value: (finding) => (finding.period === null ? null : periodKey(finding.period)) },
  { heading: FINDING.unit, value: (finding) => finding.unit },
  { heading: 'Đơn vị', value: (finding, { index }) => (finding.unit === null ? null : (index.unit(finding.unit)?.name ?? finding.unit)) },
  { heading: FINDING.indicator, value: (finding) => finding.indicator },
  { heading: 'Chỉ tiêu', value: (finding, { index }) => (finding.indicator === null ? null : (index.indicator(finding.indicator)?.name ?? finding.indicator)) },
  { heading: FINDING.message, value: (_finding, _input, said) => said.message },
  { heading: FINDING.hint, value: (_finding, _input, said) => said.hint },
  { heading: FINDING.found, value: (finding) => finding.found },
  { heading: FINDING.expected, value: (finding) => finding.expected },
  { heading: 'Tạm để ngoài', value: (finding) => (finding.held ? 'có' : 'không') },
  { heading: FINDING.file, value: (finding) => finding.file },
  { heading: FINDING.sheet, value: (finding) => finding.sheet },
  { heading: FINDING.cells, value: (finding) => finding.cells.join(', ') },
  { heading: FINDING.reason, value: (finding, { explanations }) => explanations.get(finding.fingerprint)?.reason ?? null },
  { heading: FINDING.explainedBy, value: (finding, { explanations }) => explanations.get(finding.fingerprint)?.by ?? null },
  { heading: FINDING.explainedOn, value: (finding, { explanations }) => explanations.get(finding.fingerprint)?.on ?? null },
  { heading: FINDING.fingerprint, value: (finding) => finding.fingerprint },
];

const BYTE_ORDER_MARK = '\uFEFF';
const LINE_END = '\r\n';

/**
 * All findings as CSV (RFC 4180, comma, UTF-8 with a byte order mark, so that Excel shows Vietnamese). Numbers have a
 * decimal point and no thousands. A text that a spreadsheet would take for a formula gets a leading apostrophe.
 */
export function findingsCsv(input: ExportInput): string {
  const rows = input.findings.map((finding) => {
    const said = input.render(finding);
    return COLUMNS.map(({ value }) => csvField(value(finding, input, said))).join(',');
  });
  return BYTE_ORDER_MARK + [COLUMNS.map(({ heading }) => csvField(heading)).join(','), ...rows].join(LINE_END) + LINE_END;
}

/** One field, quoted where it must be. */
export function csvField(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // Spaces before the sign do not keep every program from reading a formula.
  const safe = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
