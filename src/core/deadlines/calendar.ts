import type { CalendarDay } from '../catalogue/types';
import type { IsoDate } from '../period';

const MILLISECONDS_A_DAY = 86_400_000;

/** Days since 1970-01-01; NaN for what is no date. Days carry no zone, so they are counted in UTC. */
function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

function dateOf(day: number): IsoDate {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Days from one date to another; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Saturday or Sunday. 1970-01-01 was a Thursday. */
export function isWeekend(date: IsoDate): boolean {
  const weekday = (((dayNumber(date) + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

/** What the calendar says of the day; else any day but Saturday and Sunday. */
export function isWorkingDay(date: IsoDate, calendar: readonly CalendarDay[]): boolean {
  const stated = calendar.find((day) => day.date === date);
  return stated === undefined ? !isWeekend(date) : stated.kind === 'working';
}

/** The date itself, or the last working day before it. */
export function workingDayUpTo(date: IsoDate, calendar: readonly CalendarDay[]): IsoDate {
  let day = dayNumber(date);
  while (!isWorkingDay(dateOf(day), calendar)) day -= 1;
  return dateOf(day);
}

/** The date itself, or the first working day after it. */
export function workingDayFrom(date: IsoDate, calendar: readonly CalendarDay[]): IsoDate {
  let day = dayNumber(date);
  while (!isWorkingDay(dateOf(day), calendar)) day += 1;
  return dateOf(day);
}

/** Working days after the first date, up to and including the second; 0 when it is not later. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: readonly CalendarDay[]): number {
  let count = 0;
  for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) if (isWorkingDay(dateOf(day), calendar)) count += 1;
  return count;
}

/** Viet Nam keeps UTC+7 all year. */
const ZONE = 7 / 24;
const WITH_TIME = /^(\d{4}-\d{2}-\d{2})(?:T.*(Z|[+-]\d{2}:?\d{2}))?/;

/** The day in Viet Nam of an ISO 8601 instant; without a zone, the day as it is written. null for what is neither. */
export function dayOfInstant(instant: string): IsoDate | null {
  const [, day, zone] = WITH_TIME.exec(instant) ?? [];
  if (day === undefined || Number.isNaN(dayNumber(day))) return null;
  const at = zone === undefined ? Number.NaN : Date.parse(instant) / MILLISECONDS_A_DAY;
  return Number.isNaN(at) ? day : dateOf(Math.floor(at + ZONE));
}
