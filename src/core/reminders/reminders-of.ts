import type { CatalogueIndex } from '../catalogue/types';
import { daysBetween } from '../deadlines/calendar';
import { timeLeft, type TimeLeft } from '../deadlines/deadline';
import { lateRun } from '../deadlines/runs';
import type { Submission } from '../deadlines/types';
import { comparePeriods, periodKey, samePeriod, type IsoDate, type Period } from '../period';
import type { Reminder, ReminderKind, ReminderOccasion, ReminderRow, ReminderWords } from './types';

export interface RemindersInput {
  /** All months that are known; those after the report month are not spoken of. */
  readonly submissions: readonly Submission[];
  readonly index: CatalogueIndex;
  readonly period: Period;
  /** Today. */
  readonly asOf: IsoDate;
  readonly words: ReminderWords;
  readonly sendBy?: IsoDate | null;
}

/**
 * One reminder for each unit that owes a report of the report month or before, sent the month's late, or has its
 * deadline near. Units without any of these get none; those that owe come first, then by code.
 */
export function remindersOf(input: RemindersInput): readonly Reminder[] {
  const { submissions, index, period, asOf, words } = input;
  const left = timeLeft(period, asOf, index.catalogue);
  const byUnit = new Map<string, Submission[]>();
  for (const row of submissions) {
    if (row.owes === 'nothing' || comparePeriods(row.period, period) > 0 || index.unit(row.unit)?.name === words.sender) continue;
    byUnit.set(row.unit, [...(byUnit.get(row.unit) ?? []), row]);
  }
  const rank: Readonly<Record<ReminderKind, number>> = { missing: 0, late: 1, soon: 2 };
  return [...byUnit]
    .flatMap(([unit, rows]): Reminder[] => {
      const sorted = rows.sort((a, b) => comparePeriods(a.period, b.period));
      const reason = reasonOf(sorted, input, left);
      return reason === null ? [] : [reminderOf(unit, sorted, reason, input, left)];
    })
    .sort((a, b) => rank[a.kind] - rank[b.kind] || (a.unit < b.unit ? -1 : 1));
}

interface Reason {
  readonly kind: ReminderKind;
  readonly rows: readonly Submission[];
}

function reasonOf(rows: readonly Submission[], { period, index }: RemindersInput, { workingDays }: TimeLeft): Reason | null {
  const missing = rows.filter((row) => row.state === 'missing');
  if (missing.length > 0) return { kind: 'missing', rows: missing };
  const now = rows.filter((row) => samePeriod(row.period, period));
  if (now.some((row) => row.state === 'late')) return { kind: 'late', rows: now };
  const isNear = workingDays !== null && workingDays <= index.catalogue.thresholds.remindDays;
  return isNear && now.some((row) => row.state === 'notYetDue') ? { kind: 'soon', rows: now } : null;
}

function reminderOf(unit: string, all: readonly Submission[], { kind, rows }: Reason, { index, period, asOf, words, sendBy = null }: RemindersInput, left: TimeLeft): Reminder {
  const running = lateRun(all, unit, period).length;
  const shown = rows.map((row): ReminderRow => ({
    period: row.period, deadline: row.deadline, receivedOn: row.receivedOn, state: row.state, daysLate: Math.max(0, daysBetween(row.deadline, row.receivedOn ?? asOf)),
  }));
  const occasion: ReminderOccasion = {
    unitName: index.unit(unit)?.name ?? unit,
    owes: all.at(-1)?.owes ?? 'figures',
    kind,
    period,
    asOf,
    rows: shown,
    running: running >= Math.max(2, index.catalogue.thresholds.lateMonths) ? running : 0,
    workingDays: left.workingDays,
    grace: left.timely === left.deadline ? null : left.timely,
    sendBy,
  };
  return {
    unit,
    unitName: occasion.unitName,
    kind,
    period,
    asOf,
    title: words.title(occasion),
    subject: words.subject(occasion),
    addressee: words.addressee(occasion),
    opening: words.opening(occasion),
    rows: shown,
    closing: words.closing(occasion),
    fileName: `${unit.replace(/[^A-Za-z0-9._-]/g, '-')}_${periodKey(period)}_don-doc.xlsx`,
  };
}
