import { FIRST_REPORT } from '../catalogue/data/rules-2024';
import type { CalendarDay, Catalogue } from '../catalogue/types';
import { comparePeriods, periodKey, type IsoDate, type Period } from '../period';
import { workingDayFrom, workingDaysBetween } from './calendar';

const LAST_DAY_TO_REPORT = 17;

/**
 * The last day for a month's report: "trước ngày 18 hàng tháng" of Decision 173/QĐ-UBND, so the 17th of that month. It
 * stays the 17th on weekends and holidays: the decision moves it nowhere.
 */
export function deadlineOf(period: Period): IsoDate {
  return `${periodKey(period)}-${LAST_DAY_TO_REPORT}`;
}

/**
 * What becomes of a deadline that falls on a free day. The date stays; by `nextWorkingDay` what comes on the first
 * working day after it is still on time, since nobody was there to take it before. `strict` gives no day away.
 */
export type FreeDayRule = 'nextWorkingDay' | 'strict';

export const FREE_DAY_RULE: FreeDayRule = 'nextWorkingDay';

/** The last day on which a month's report is on time. */
export function lastTimelyDay(period: Period, calendar: readonly CalendarDay[], rule: FreeDayRule = FREE_DAY_RULE): IsoDate {
  const deadline = deadlineOf(period);
  switch (rule) {
    case 'strict':
      return deadline;
    case 'nextWorkingDay':
      return workingDayFrom(deadline, calendar);
  }
}

/** The same by the catalogue's own calendar and threshold; a rule that is handed in goes before the threshold. */
export function timelyDayOf(period: Period, { holidays, thresholds }: Pick<Catalogue, 'holidays' | 'thresholds'>, rule?: FreeDayRule): IsoDate {
  return lastTimelyDay(period, holidays, rule ?? (thresholds.freeDayGrace === 1 ? 'nextWorkingDay' : 'strict'));
}

/** How much time there is for a month's report. */
export interface TimeLeft {
  readonly deadline: IsoDate;
  /** The last day on which it is on time. */
  readonly timely: IsoDate;
  /** Working days after today up to that day, 0 on the day itself; null once it is past. */
  readonly workingDays: number | null;
}

export function timeLeft(period: Period, asOf: IsoDate, catalogue: Pick<Catalogue, 'holidays' | 'thresholds'>, rule?: FreeDayRule): TimeLeft {
  const timely = timelyDayOf(period, catalogue, rule);
  return { deadline: deadlineOf(period), timely, workingDays: asOf > timely ? null : workingDaysBetween(asOf, timely, catalogue.holidays) };
}

/** The months of the year for which reports are owed up to a month, in their order; a month before the first one stands alone. */
export function reportedMonths(period: Period): readonly Period[] {
  const all = Array.from({ length: period.month }, (_, at): Period => ({ year: period.year, month: at + 1 }));
  const owed = all.filter((month) => comparePeriods(month, FIRST_REPORT) >= 0);
  return owed.length === 0 ? [period] : owed;
}
