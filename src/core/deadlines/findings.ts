import type { CatalogueIndex } from '../catalogue/types';
import type { Finding, FindingDraft } from '../checks/finding';
import { makeFinding } from '../checks/make';
import { periodKey, previousPeriod, samePeriod, type IsoDate, type Period } from '../period';
import { dayOfInstant, daysBetween } from './calendar';
import { timeLeft, timelyDayOf, type FreeDayRule } from './deadline';
import { isBehind, lateRun } from './runs';
import type { Receipt } from './submissions';
import type { Submission } from './types';

export interface DeadlineInput {
  readonly period: Period;
  /** Today. */
  readonly asOf: IsoDate;
  readonly index: CatalogueIndex;
  /** Those of the report month are judged; earlier ones had their findings in their own month. */
  readonly submissions: readonly Submission[];
  /** Typed dates of receipt, of earlier months too. */
  readonly receipts: readonly Receipt[];
  readonly freeDay?: FreeDayRule;
}

/**
 * How the units keep to the deadline of the report month: late (D02), on time with open errors (D03), no date of
 * receipt (D05), due soon (D06), late for months running (D08). What never came is said by coverage (C01, D01). A unit
 * that owes nothing is late for nothing. Only typed dates call a report late; where there is none, D05 asks for it.
 */
export function deadlineFindings(input: DeadlineInput): readonly Finding[] {
  const { period, asOf, index, freeDay } = input;
  const { remindDays } = index.catalogue.thresholds;
  const { timely, workingDays } = timeLeft(period, asOf, index.catalogue, freeDay);
  const late = lateMonths(input);
  return input.submissions.flatMap((submission): Finding[] => {
    if (submission.owes === 'nothing' || !samePeriod(submission.period, period)) return [];
    const drafts = [...stateDrafts(submission, asOf), ...runningDrafts(submission, input.submissions, late, index.catalogue.thresholds.lateMonths)];
    if (submission.state === 'notYetDue' && workingDays !== null && workingDays <= remindDays) drafts.push({ code: 'D06', params: { deadline: timely, workingDays } });
    return drafts.map((draft) => makeFinding(draft, { file: submission.file ?? '', sheet: '', unit: submission.unit, period }));
  });
}

/** What the state of a report itself says. */
function stateDrafts({ state, deadline, receivedOn, errors, fileModified }: Submission, asOf: IsoDate): FindingDraft[] {
  switch (state) {
    case 'late':
      return receivedOn === null ? [] : [{ code: 'D02', params: { deadline, receivedOn, daysLate: daysBetween(deadline, receivedOn) }, found: receivedOn, expected: deadline }];
    case 'onTimeWithErrors':
      return [{ code: 'D03', params: { errors }, found: errors }];
    case 'receivedUnknownDate':
      return [{ code: 'D05', params: { modified: evidenceOf(fileModified, asOf) } }];
    case 'onTimeClean':
    case 'missing':
    case 'notYetDue':
    case 'notTracked':
      return [];
  }
}

/** The day that the file was saved; none where that is still to come, since then the clock that wrote it was wrong. */
function evidenceOf(fileModified: string | null, asOf: IsoDate): IsoDate | null {
  const day = fileModified === null ? null : dayOfInstant(fileModified);
  return day !== null && day <= asOf ? day : null;
}

/** Units and months whose typed date is after the last timely day, in months that no submission speaks of. */
function lateMonths({ receipts, index, freeDay }: DeadlineInput): ReadonlySet<string> {
  return new Set(receipts.flatMap(({ unit, period, receivedOn }) => (receivedOn !== null && receivedOn > timelyDayOf(period, index.catalogue, freeDay) ? [keyOf(unit, period)] : [])));
}

/** D08. A report that is still missing after its deadline is late as well. Where the year's months are all late, last year's typed dates count on. */
function runningDrafts(submission: Submission, submissions: readonly Submission[], late: ReadonlySet<string>, lateMonthsAllowed: number): FindingDraft[] {
  if (!isBehind(submission)) return [];
  const { unit, period } = submission;
  const periods: Period[] = [...lateRun(submissions, unit, period)];
  const known = (at: Period): boolean => submissions.some((row) => row.unit === unit && samePeriod(row.period, at));
  const [first = period] = periods;
  for (let at = previousPeriod(first); !known(at) && late.has(keyOf(unit, at)); at = previousPeriod(at)) periods.unshift(at);
  return periods.length < Math.max(2, lateMonthsAllowed) ? [] : [{ code: 'D08', params: { periods }, found: periods.length }];
}

function keyOf(unit: string, period: Period): string {
  return `${unit}|${periodKey(period)}`;
}
