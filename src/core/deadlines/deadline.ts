import { periodKey, type IsoDate, type Period } from '../period';
import { workingDayFrom } from './calendar';

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
export function lastTimelyDay(period: Period, holidays: readonly IsoDate[], rule: FreeDayRule = FREE_DAY_RULE): IsoDate {
  const deadline = deadlineOf(period);
  switch (rule) {
    case 'strict':
      return deadline;
    case 'nextWorkingDay':
      return workingDayFrom(deadline, holidays);
  }
}
