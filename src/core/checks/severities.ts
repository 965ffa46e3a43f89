import type { Catalogue, SeverityChange } from '../catalogue/types';
import { isInForce, lastDayOf } from '../catalogue/validity';
import type { IsoDate } from '../period';
import type { Finding } from './finding';

/**
 * Findings as grave as the analysts want them: a change of MucDo that is in force on the last day of a finding's month
 * (of one without a month: on `on`) sets its severity, and the finding says what it was and why. What is held stays
 * held: whether a figure can be used is no question of severity. Where `on` is null too, only changes without dates
 * count. Doing it twice is doing it once.
 */
export function withSeverities(findings: readonly Finding[], catalogue: Catalogue, on: IsoDate | null): readonly Finding[] {
  const { severities } = catalogue;
  if (severities.length === 0) return findings;
  const changes = new Map<string, SeverityChange[]>();
  for (const change of severities) changes.set(change.check, [...(changes.get(change.check) ?? []), change]);
  return findings.map((finding) => {
    const day = finding.period ? lastDayOf(finding.period) : on;
    const change = changes.get(finding.code)?.find((each) => holds(each, day));
    return change ? regraded(finding, change) : finding;
  });
}

function holds(change: SeverityChange, day: IsoDate | null): boolean {
  return day === null ? change.validFrom === null && change.validTo === null : isInForce(change, day);
}

/** Nothing is said of a change to what the finding is anyway. */
function regraded<F extends Finding>(finding: F, { severity, reason }: SeverityChange): F {
  const from = finding.regraded?.from ?? finding.severity;
  return from === severity ? finding : { ...finding, severity, regraded: { from, reason } };
}
