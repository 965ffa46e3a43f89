import type { Finding, Severity } from '../../commands/types';
import { foldText } from '../../core/report/fold';

export type GroupBy = 'severity' | 'unit';

export interface FindingFilter {
  readonly severity: Severity | 'all';
  /** Words that must all stand somewhere in the finding, without regard to accents and case. */
  readonly query: string;
  readonly groupBy: GroupBy;
}

export const NO_FILTER: FindingFilter = { severity: 'all', query: '', groupBy: 'severity' };

/** A finding with its sentences and its identity within one list. */
export interface ShownFinding {
  readonly id: string;
  readonly finding: Finding;
  readonly message: string;
  readonly hint: string;
  /** "Biểu 01!H14", the file's name where there is no cell. */
  readonly place: string;
  readonly searched: string;
}

export type ListRow =
  | { readonly kind: 'group'; readonly key: string; readonly label: string; readonly count: number }
  | { readonly kind: 'finding'; readonly shown: ShownFinding };

const SEVERITIES: readonly Severity[] = ['E', 'W', 'I'];

/** Where a finding stands, for people: sheet!cell, the sheet, or the file. */
export function placeOf(finding: Finding): string {
  if (finding.cells.length > 0 && finding.sheet) return `${finding.sheet}!${finding.cells.join(', ')}`;
  return finding.sheet || finding.file;
}

/**
 * Renders every finding once. Identity is fingerprint and place, numbered where both repeat, so that the selected
 * one stays selected when the list is filtered or made anew.
 */
export function showFindings(
  findings: readonly Finding[],
  say: (finding: Finding) => { readonly message: string; readonly hint: string },
  names: { unit(code: string): string; indicator(code: string): string },
): readonly ShownFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const key = [finding.code, finding.fingerprint, finding.file, finding.sheet, ...finding.cells].join('|');
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const { message, hint } = say(finding);
    const place = placeOf(finding);
    const parts = [finding.code, place, finding.file, finding.unit ?? '', finding.unit ? names.unit(finding.unit) : '', finding.indicator ?? '', finding.indicator ? names.indicator(finding.indicator) : '', message];
    return { id: nth === 0 ? key : `${key}|${nth}`, finding, message, hint, place, searched: foldText(parts.join(' ')) };
  });
}

export function matching(shown: readonly ShownFinding[], filter: FindingFilter): readonly ShownFinding[] {
  const words = foldText(filter.query).split(' ').filter((word) => word !== '');
  return shown.filter((one) => (filter.severity === 'all' || one.finding.severity === filter.severity) && words.every((word) => one.searched.includes(word)));
}

/** The list with a heading before each group; groups stand in the order of severity, or of first appearance. */
export function rowsOf(
  shown: readonly ShownFinding[],
  groupBy: GroupBy,
  labels: { severity(severity: Severity): string; unit(code: string | null): string },
): readonly ListRow[] {
  const groups = new Map<string, { label: string; members: ShownFinding[] }>();
  if (groupBy === 'severity') for (const severity of SEVERITIES) groups.set(severity, { label: labels.severity(severity), members: [] });
  for (const one of shown) {
    const key = groupBy === 'severity' ? one.finding.severity : (one.finding.unit ?? '');
    const group = groups.get(key) ?? { label: labels.unit(one.finding.unit), members: [] };
    group.members.push(one);
    groups.set(key, group);
  }
  return [...groups].flatMap(([key, { label, members }]): readonly ListRow[] =>
    members.length === 0 ? [] : [{ kind: 'group', key, label, count: members.length }, ...members.map((one): ListRow => ({ kind: 'finding', shown: one }))],
  );
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { E: 0, W: 0, I: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}

/** The next (+1) or previous (−1) finding in the order of the list; stays at the ends, starts at either end. */
export function stepFrom(rows: readonly ListRow[], selected: string | null, step: 1 | -1): ShownFinding | null {
  const order = rows.flatMap((row) => (row.kind === 'finding' ? [row.shown] : []));
  const at = order.findIndex((one) => one.id === selected);
  if (at < 0) return (step === 1 ? order[0] : order[order.length - 1]) ?? null;
  return order[at + step] ?? order[at] ?? null;
}
