import type { CatalogueIndex } from '../catalogue/types';
import type { Finding, FindingDraft } from '../checks/finding';
import { makeFinding } from '../checks/make';
import { periodKey, previousPeriod, samePeriod, type IsoDate, type Period } from '../period';
import { dayOfInstant, daysBetween, workingDaysBetween } from './calendar';
import { lastTimelyDay, type FreeDayRule } from './deadline';
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
  const timely = lastTimelyDay(period, index.catalogue.holidays, freeDay);
  const workingDays = asOf > timely ? null : workingDaysBetween(asOf, timely, index.catalogue.holidays);
  const late = lateMonths(input);
  return input.submissions.flatMap((submission): Finding[] => {
    if (submission.owes === 'nothing' || !samePeriod(submission.period, period)) return [];
    const drafts = [...stateDrafts(submission, asOf), ...runningDrafts(submission, late, index.catalogue.thresholds.lateMonths)];
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
      return [];
  }
}

/** The day that the file was saved; none where that is still to come, since then the clock that wrote it was wrong. */
function evidenceOf(fileModified: string | null, asOf: IsoDate): IsoDate | null {
  const day = fileModified === null ? null : dayOfInstant(fileModified);
  return day !== null && day <= asOf ? day : null;
}

/** Units and months whose typed date is after the last timely day. */
function lateMonths({ receipts, index, freeDay }: DeadlineInput): ReadonlySet<string> {
  return new Set(receipts.flatMap(({ unit, period, receivedOn }) => (receivedOn !== null && receivedOn > lastTimelyDay(period, index.catalogue.holidays, freeDay) ? [keyOf(unit, period)] : [])));
}

/** D08. A report that is still missing after its deadline is late as well; an earlier month without a typed date ends the row. */
function runningDrafts({ unit, period, state }: Submission, late: ReadonlySet<string>, lateMonthsAllowed: number): FindingDraft[] {
  if (state !== 'late' && state !== 'missing') return [];
  const periods: Period[] = [period];
  for (let at = previousPeriod(period); late.has(keyOf(unit, at)); at = previousPeriod(at)) periods.unshift(at);
  return periods.length < Math.max(2, lateMonthsAllowed) ? [] : [{ code: 'D08', params: { periods }, found: periods.length }];
}

function keyOf(unit: string, period: Period): string {
  return `${unit}|${periodKey(period)}`;
}
