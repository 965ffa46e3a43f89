import type { CatalogueIndex } from '../catalogue/types';
import { addressOf } from '../address';
import type { FindingDraft } from '../checks/finding';
import type { History } from '../checks/history';
import { makeFinding } from '../checks/make';
import { isMeasure, measureOf, type Measure } from '../report/measure';
import type { ReportRow } from '../report/types';
import { isBlankRow } from './row-values';
import type { CheckedReport } from './types';

/** A part's figure for an indicator, with the unit of measure that its form states. */
interface Statement {
  readonly checked: CheckedReport;
  readonly unit: string;
  readonly row: ReportRow;
  readonly measure: Measure;
  readonly text: string;
}

/**
 * C07: parts that are added up, or whose numerators and denominators are, state different units of measure. Those that
 * most parts do not agree with are held, each in its own report; where there is no majority, all that disagree.
 *
 * K09 speaks of a measure that differs from the catalogue's, so that such rows are left to it: C07 speaks where the
 * catalogue has no measure to hold them against. Words that are no measure known here make no difference, and a
 * table's caption differs only in scale ("triệu đồng", "tỷ đồng"). A report whose figures are all held is not compared.
 *
 * @param history a figure that was held for this in an earlier run stays held when its file comes alone, with nothing to compare.
 */
export function withMeasures(reports: readonly CheckedReport[], index: CatalogueIndex, history: History): readonly CheckedReport[] {
  const drafts = new Map<CheckedReport, FindingDraft<'C07'>[]>();
  for (const [indicator, statements] of statementsByIndicator(reports, index)) {
    const stated = [...new Map(statements.map(({ unit, text }) => [unit, { unit, measure: text }])).values()];
    const suspects = statements.length > 1 ? suspectsOf(statements) : statements.filter((statement) => stillHeld(statement, indicator, history));
    for (const suspect of suspects) {
      const draft: FindingDraft<'C07'> = { code: 'C07', params: { measures: stated }, indicator, cells: [cellOf(suspect)], found: suspect.text };
      drafts.set(suspect.checked, [...(drafts.get(suspect.checked) ?? []), draft]);
    }
  }
  return drafts.size === 0 ? reports : reports.map((checked) => withFindings(checked, drafts.get(checked) ?? []));
}

function statementsByIndicator(reports: readonly CheckedReport[], index: CatalogueIndex): ReadonlyMap<string, readonly Statement[]> {
  const groups = new Map<string, Statement[]>();
  for (const checked of reports) {
    const { report, result } = checked;
    const { unit } = report;
    if (unit === null || result.findings.some((finding) => finding.held && (finding.scope === 'file' || finding.scope === 'sheet'))) continue;
    const judged = new Set(result.findings.flatMap((finding) => (finding.code === 'K09' || finding.code === 'K10' ? [finding.indicator] : [])));
    for (const row of report.rows) {
      const text = row.unitOfMeasure.trim();
      if (row.match.how === 'none' || text === '' || row.unitOfMeasureFrom === 'none' || isBlankRow(row)) continue;
      const code = row.match.indicator;
      const aggregation = index.indicator(code)?.aggregation;
      if ((aggregation !== 'sum' && aggregation !== 'ratio') || judged.has(code) || index.assignment(unit, code)?.role !== 'part') continue;
      groups.set(code, [...(groups.get(code) ?? []), { checked, unit, row, measure: measureOf(text), text }]);
    }
  }
  return groups;
}

function differ(a: Statement, b: Statement): boolean {
  if (a.unit === b.unit) return false;
  if (a.measure.base === b.measure.base) return a.measure.scale !== b.measure.scale;
  return [a, b].every(({ row, text }) => row.unitOfMeasureFrom === 'row' && isMeasure(text));
}

function suspectsOf(statements: readonly Statement[]): readonly Statement[] {
  const keyOf = ({ measure }: Statement): string => `${measure.base}|${measure.scale}`;
  const counts = new Map<string, number>();
  for (const statement of statements) counts.set(keyOf(statement), (counts.get(keyOf(statement)) ?? 0) + 1);
  const majority = [...counts].find(([, count]) => count > statements.length / 2)?.[0];
  const standards = majority === undefined ? statements : statements.filter((statement) => keyOf(statement) === majority);
  return statements.filter((statement) => standards.some((standard) => differ(statement, standard)));
}

function stillHeld({ checked: { report }, unit }: Statement, indicator: string, history: History): boolean {
  const stored = report.period === null ? null : history.fact(unit, indicator, report.period);
  return stored !== null && !stored.used && stored.hash === report.source.hash && stored.reasons.includes('C07');
}

function cellOf({ checked: { report }, row }: Statement): string {
  const column = report.heading.columns.find((each) => each.role === 'unitOfMeasure')?.column;
  return column !== undefined && row.unitOfMeasureFrom === 'row' ? addressOf(row.row, column) : row.address;
}

function withFindings(checked: CheckedReport, drafts: readonly FindingDraft[]): CheckedReport {
  if (drafts.length === 0) return checked;
  const { source, unit, period } = checked.report;
  const findings = drafts.map((draft) => makeFinding(draft, { file: source.file, sheet: source.sheet, unit, period }));
  return { ...checked, result: { ...checked.result, findings: [...checked.result.findings, ...findings] } };
}
