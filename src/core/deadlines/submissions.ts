import { expectedUnits, unitsInWords } from '../catalogue/due';
import type { CatalogueIndex } from '../catalogue/types';
import type { CheckedReport, Consolidation, Fact } from '../consolidation/types';
import { comparePeriods, periodKey, samePeriod, type IsoDate, type Period } from '../period';
import { deadlineOf, lastTimelyDay, type FreeDayRule } from './deadline';
import type { Submission, Timeliness } from './types';

/** When a unit's report came in, as the analyst typed it; receivedOn null: it came, nobody knows when. */
export interface Receipt {
  readonly unit: string;
  readonly period: Period;
  readonly receivedOn: IsoDate | null;
}

export interface SubmissionsInput {
  readonly consolidation: Consolidation;
  /** The reports that were read: the month's and those of earlier months. */
  readonly reports: readonly CheckedReport[];
  readonly index: CatalogueIndex;
  /** Today. */
  readonly asOf: IsoDate;
  readonly receipts: readonly Receipt[];
  /** What becomes of a deadline on a free day; by default the next working day is on time. */
  readonly freeDay?: FreeDayRule;
}

/**
 * Who sent what and when: every unit for the report month, and for earlier months the units whose report was read in
 * this run. The file system's and the file's own dates are evidence only, so that without a typed date a report is
 * "received, date unknown" and never called late.
 */
export function submissionsOf({ consolidation, reports, index, asOf, receipts, freeDay }: SubmissionsInput): readonly Submission[] {
  const { period, facts } = consolidation;
  const received = new Map<string, CheckedReport>();
  for (const report of reports) {
    const { unit, period: own } = report.report;
    if (unit !== null && own !== null && !received.has(keyOf(unit, own))) received.set(keyOf(unit, own), report);
  }
  const typed = new Map(receipts.map((receipt) => [keyOf(receipt.unit, receipt.period), receipt]));
  const stored = new Map(facts.map((fact) => [keyOf(fact.unit, fact.period), fact]));
  const one = (unit: string, at: Period, owes: Submission['owes']): Submission => {
    const key = keyOf(unit, at);
    return submissionOf({ unit, period: at, owes, asOf, timely: lastTimelyDay(at, index.catalogue.holidays, freeDay), report: received.get(key) ?? null, receipt: typed.get(key) ?? null, fact: stored.get(key) ?? null });
  };
  const owed = (at: Period): Map<string, 'figures' | 'words'> =>
    new Map([...expectedUnits(index, at).map((unit) => [unit, 'figures'] as const), ...unitsInWords(index, at).map((unit) => [unit, 'words'] as const)]);

  const rows: Submission[] = [];
  const months = new Map<string, ReturnType<typeof owed>>();
  const earlier = [...received.values()].filter(({ report }) => report.period !== null && !samePeriod(report.period, period));
  for (const { report } of earlier) {
    if (report.unit === null || report.period === null) continue;
    const owes = months.get(periodKey(report.period)) ?? owed(report.period);
    months.set(periodKey(report.period), owes);
    rows.push(one(report.unit, report.period, owes.get(report.unit) ?? 'nothing'));
  }
  rows.sort((a, b) => comparePeriods(a.period, b.period) || (a.unit < b.unit ? -1 : 1));
  const now = owed(period);
  // A unit out of force owes nothing; when it reports all the same, it is not kept silent.
  const others = [...received.values()].flatMap(({ report }) => (report.unit !== null && report.period !== null && samePeriod(report.period, period) && !now.has(report.unit) ? [report.unit] : []));
  for (const [unit, owes] of now) rows.push(one(unit, period, owes));
  for (const unit of others) rows.push(one(unit, period, 'nothing'));
  return rows;
}

interface Evidence {
  readonly unit: string;
  readonly period: Period;
  readonly owes: Submission['owes'];
  readonly asOf: IsoDate;
  /** The last day on which the report is on time. */
  readonly timely: IsoDate;
  readonly report: CheckedReport | null;
  readonly receipt: Receipt | null;
  /** A fact of this unit and month that an earlier run stored. */
  readonly fact: Fact | null;
}

function submissionOf({ unit, period, owes, asOf, timely, report, receipt, fact }: Evidence): Submission {
  const findings = report?.result.findings ?? [];
  const deadline = deadlineOf(period);
  const errors = findings.filter((finding) => finding.severity === 'E').length;
  const receivedOn = receipt?.receivedOn ?? null;
  const arrived = report !== null || receipt !== null || fact !== null;
  return {
    unit,
    period,
    owes,
    deadline,
    receivedOn,
    file: report?.report.source.file ?? fact?.file ?? null,
    fileModified: report?.report.source.modified ?? null,
    state: arrived ? stateOnReceipt(receivedOn, timely, errors) : owes === 'nothing' || asOf <= timely ? 'notYetDue' : 'missing',
    errors,
    warnings: findings.filter((finding) => finding.severity === 'W').length,
    held: findings.filter((finding) => finding.held).length,
  };
}

function stateOnReceipt(receivedOn: IsoDate | null, timely: IsoDate, errors: number): Timeliness {
  if (receivedOn === null) return 'receivedUnknownDate';
  if (receivedOn > timely) return 'late';
  return errors > 0 ? 'onTimeWithErrors' : 'onTimeClean';
}

function keyOf(unit: string, period: Period): string {
  return `${unit}|${periodKey(period)}`;
}
