import type { IsoDate, Period } from '../period';

/** Something that holds from a day to a day, both included; null = open. */
export interface Validity {
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
}

/** Whether it is in force on a day. ISO dates compare as texts. */
export function isInForce(entry: Validity, on: IsoDate): boolean {
  return (entry.validFrom === null || entry.validFrom <= on) && (entry.validTo === null || on <= entry.validTo);
}

/** The last day of a month, on which a month's validity is judged: a figure states the end of its month. */
export function lastDayOf(period: Period): IsoDate {
  const leap = (period.year % 4 === 0 && period.year % 100 !== 0) || period.year % 400 === 0;
  const days = period.month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(period.month) ? 30 : 31;
  return `${String(period.year).padStart(4, '0')}-${String(period.month).padStart(2, '0')}-${days}`;
}
