import { positionOf } from '../core/address';
import type { Finding, Severity } from '../core/checks/finding';

/** The gravest first. */
export const RANK: Readonly<Record<Severity, number>> = { E: 0, W: 1, I: 2 };

/** Gravest first, then by file, sheet and place: the order in which an analyst works through them. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, place: finding.cells[0] === undefined ? null : positionOf(finding.cells[0]) }))
    .sort(
      (a, b) =>
        RANK[a.finding.severity] - RANK[b.finding.severity] ||
        compare(a.finding.file, b.finding.file) ||
        compare(a.finding.sheet, b.finding.sheet) ||
        (a.place?.row ?? -1) - (b.place?.row ?? -1) ||
        (a.place?.column ?? -1) - (b.place?.column ?? -1) ||
        compare(a.finding.code, b.finding.code),
    )
    .map(({ finding }) => finding);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
