import { expectedUnits, unitsInWords } from '../catalogue/due';
import type { CatalogueIndex } from '../catalogue/types';
import type { CheckedReport, Consolidation } from '../consolidation/types';
import { comparePeriods, periodKey, samePeriod, type IsoDate, type Period } from '../period';
import { deadlineOf, reportedMonths, timelyDayOf, type FreeDayRule } from './deadline';
import type { StoredSubmission, Submission, Timeliness } from './types';

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
  /** What earlier runs wrote down: of a report that is not read again it is all there is. */
  readonly stored?: readonly StoredSubmission[];
  /** What becomes of a deadline on a free day; by default what the catalogue says. */
  readonly freeDay?: FreeDayRule;
}

/** Everything that tells of one unit's report for one month. */
interface Evidence {
  readonly report: CheckedReport | null;
  readonly receipt: Receipt | null;
  readonly stored: StoredSubmission | null;
  /** File of a fact that an earlier run stored; undefined: none was. */
  readonly factFile: string | undefined;
}

/**
 * Who sent what and when: every unit for every month that is reported, up to the report month. The file system's and
 * the file's own dates are evidence only, so that without a typed date a report is "received, date unknown" and never
 * called late. Sorted by month, then units with figures, with words, with neither.
 */
export function submissionsOf(input: SubmissionsInput): readonly Submission[] {
  const { consolidation: { period, facts }, reports, index, asOf, receipts, freeDay } = input;
  const received = new Map<string, CheckedReport>();
  const readMonths = new Map<string, Period>();
  for (const report of reports) {
    const { unit, period: own } = report.report;
    if (unit === null || own === null) continue;
    if (!received.has(keyOf(unit, own))) received.set(keyOf(unit, own), report);
    readMonths.set(periodKey(own), own);
  }
  const typed = new Map(receipts.map((receipt) => [keyOf(receipt.unit, receipt.period), receipt]));
  const stored = new Map((input.stored ?? []).map((row) => [keyOf(row.unit, row.period), row]));
  const factFiles = new Map(facts.map((fact) => [keyOf(fact.unit, fact.period), fact.file]));
  const evidenceOf = (unit: string, at: Period): Evidence => {
    const key = keyOf(unit, at);
    return { report: received.get(key) ?? null, receipt: typed.get(key) ?? null, stored: stored.get(key) ?? null, factFile: factFiles.get(key) };
  };

  const owedMonths = reportedMonths(period);
  // History of another year, or of a month before there was anything to report, shows as far as it was read.
  const others = [...readMonths.values()].filter((at) => comparePeriods(at, period) < 0 && !owedMonths.some((month) => samePeriod(month, at)));
  return [...others, ...owedMonths].sort(comparePeriods).flatMap((at) => {
    const isOwed = owedMonths.some((month) => samePeriod(month, at));
    const figures = expectedUnits(index, at);
    const words = unitsInWords(index, at);
    const owing = new Set([...figures, ...words]);
    const came = [...received.values()].flatMap(({ report }) => (report.unit !== null && report.period !== null && samePeriod(report.period, at) ? [report.unit] : []));
    const timely = timelyDayOf(at, index.catalogue, freeDay);
    // Who writes words may be followed without anybody reading a file, and the other way round: each sort is judged by itself.
    const rows = (owes: Submission['owes'], members: readonly string[]): readonly Submission[] => {
      const tracked = samePeriod(at, period) || isTracked(at, members, stored, (unit) => hasArrived(evidenceOf(unit, at)));
      return members.filter((unit) => isOwed || came.includes(unit)).map((unit) => submissionOf(unit, at, owes, evidenceOf(unit, at), { asOf, timely, tracked }));
    };
    // A unit out of force owes nothing; when it reports all the same, it is not kept silent.
    return [...rows('figures', figures), ...rows('words', words), ...rows('nothing', came.filter((unit) => !owing.has(unit)))];
  });
}

/** A month is followed once it was the report month of a run, or when half of those that owe the same are in: one stray file of an old month makes nobody missing. */
function isTracked(period: Period, owing: readonly string[], stored: ReadonlyMap<string, StoredSubmission>, arrived: (unit: string) => boolean): boolean {
  const before = owing.map((unit) => stored.get(keyOf(unit, period))?.state);
  if (before.includes('missing') || before.includes('notYetDue')) return true;
  return owing.length > 0 && owing.filter(arrived).length * 2 >= owing.length;
}

/** What a typed date alone said is unsaid when the date is deleted; a file that was read stays received. */
function hasArrived({ report, receipt, stored, factFile }: Evidence): boolean {
  return report !== null || receipt !== null || factFile !== undefined || (stored?.file ?? null) !== null;
}

interface Day {
  readonly asOf: IsoDate;
  /** The last day on which the report is on time. */
  readonly timely: IsoDate;
  readonly tracked: boolean;
}

function submissionOf(unit: string, period: Period, owes: Submission['owes'], evidence: Evidence, { asOf, timely, tracked }: Day): Submission {
  const { report, receipt, stored, factFile } = evidence;
  const receivedOn = receipt?.receivedOn ?? null;
  const counts = report === null ? { errors: stored?.errors ?? 0, warnings: stored?.warnings ?? 0, held: stored?.held ?? 0 } : countsOf(report);
  const absent = (): Timeliness => (owes === 'nothing' || asOf <= timely ? 'notYetDue' : tracked ? 'missing' : 'notTracked');
  return {
    unit,
    period,
    owes,
    deadline: deadlineOf(period),
    receivedOn,
    file: report?.report.source.file ?? factFile ?? stored?.file ?? null,
    fileModified: report === null ? (stored?.fileModified ?? null) : report.report.source.modified,
    state: hasArrived(evidence) ? stateOnReceipt(receivedOn, timely, counts.errors) : absent(),
    ...counts,
  };
}

function countsOf({ result: { findings } }: CheckedReport): Pick<Submission, 'errors' | 'warnings' | 'held'> {
  const count = (severity: 'E' | 'W'): number => findings.filter((finding) => finding.severity === severity).length;
  return { errors: count('E'), warnings: count('W'), held: findings.filter((finding) => finding.held).length };
}

function stateOnReceipt(receivedOn: IsoDate | null, timely: IsoDate, errors: number): Timeliness {
  if (receivedOn === null) return 'receivedUnknownDate';
  if (receivedOn > timely) return 'late';
  return errors > 0 ? 'onTimeWithErrors' : 'onTimeClean';
}

function keyOf(unit: string, period: Period): string {
  return `${unit}|${periodKey(period)}`;
}
