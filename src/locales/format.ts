import type { IsoDate, Period } from '../core/period';
import type { FigureRole } from '../core/report/types';

export type Locale = 'vi' | 'en';

const TAGS: { readonly [L in Locale]: string } = { vi: 'vi-VN', en: 'en-GB' };
const DEFAULT_DECIMALS = 4;
const formats = new Map<string, Intl.NumberFormat>();

/** 1870.5 → "1.870,5" (vi), "1,870.5" (en). Rounded to at most `maxDecimals`, without trailing zeros. */
export function formatNumber(value: number, locale: Locale, maxDecimals: number = DEFAULT_DECIMALS): string {
  const key = `${locale}${maxDecimals}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: maxDecimals, useGrouping: true });
  formats.set(key, format);
  // Twelve digits carry every figure that is reported; beyond them stands binary noise.
  const clean = Number(value.toPrecision(12));
  return format.format(Object.is(clean, -0) ? 0 : clean);
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** "tháng 6/2024" (vi), "June 2024" (en). */
export function formatPeriod(period: Period, locale: Locale): string {
  return locale === 'vi' ? `tháng ${period.month}/${period.year}` : `${MONTHS[period.month - 1] ?? period.month} ${period.year}`;
}

/** "2024-06-17" → "17/06/2024", as both languages write it here; any other text comes back as it is. */
export function formatDate(date: IsoDate, _locale: Locale): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : date;
}

const ROLES: { readonly [L in Locale]: { readonly [R in FigureRole]: string } } = {
  vi: {
    plan: 'kế hoạch năm',
    previousMonth: 'thực hiện tháng trước',
    previousCumulative: 'lũy kế đến hết tháng trước',
    month: 'thực hiện tháng',
    cumulative: 'lũy kế từ đầu năm',
    lastYear: 'lũy kế cùng kỳ năm trước',
    percentOfPlan: 'so với kế hoạch (%)',
    percentOfLastYear: 'so với cùng kỳ (%)',
    numerator: 'tử số',
    denominator: 'mẫu số',
  },
  en: {
    plan: 'plan for the year',
    previousMonth: 'previous month',
    previousCumulative: 'cumulative to last month',
    month: 'this month',
    cumulative: 'cumulative',
    lastYear: 'same period last year',
    percentOfPlan: '% of plan',
    percentOfLastYear: '% of last year',
    numerator: 'numerator',
    denominator: 'denominator',
  },
};

/** A figure's name in the middle of a sentence. */
export function roleName(role: FigureRole, locale: Locale): string {
  return ROLES[locale][role];
}
