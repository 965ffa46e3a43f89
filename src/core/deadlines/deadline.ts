import { periodKey, type IsoDate, type Period } from '../period';

const LAST_DAY_TO_REPORT = 17;

/**
 * The last day for a month's report: "trước ngày 18 hàng tháng" of Decision 173/QĐ-UBND, so the 17th of that month. It
 * stays the 17th on weekends and holidays: the decision moves it nowhere, and a tool must not give days away.
 */
export function deadlineOf(period: Period): IsoDate {
  return `${periodKey(period)}-${LAST_DAY_TO_REPORT}`;
}
