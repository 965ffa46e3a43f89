import type { Finding, Severity } from '../core/checks/finding';
import type { Mark } from '../excel/highlights';
import { RANK } from './order';

/** What to mark on a sheet: one mark a cell, the gravest finding's. */
export function marksOf(findings: readonly Finding[], sheet: string): readonly Mark[] {
  const gravest = new Map<string, Severity>();
  for (const finding of findings) {
    if (finding.sheet !== sheet) continue;
    for (const address of finding.cells) {
      const known = gravest.get(address);
      if (known === undefined || RANK[finding.severity] < RANK[known]) gravest.set(address, finding.severity);
    }
  }
  return [...gravest].map(([address, severity]) => ({ address, severity }));
}
