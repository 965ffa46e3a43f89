import type { Period } from '../period';
import { foldText } from './fold';
import { digitMonths } from './month-words';

/** What a text says about the reporting month; the year may be missing ("Bao cao thang 6"). */
export interface StatedMonth {
  readonly month: number;
  readonly year: number | null;
}

const YEAR = '(20\\d{2})';
const QUARTERS: Readonly<Record<string, number>> = { i: 3, ii: 6, iii: 9, iv: 12, '1': 3, '2': 6, '3': 9, '4': 12 };

/**
 * The month that a title or line states: "THÁNG 6 NĂM 2024", "tháng 06/2024", "6 tháng đầu năm 2024", "quý II năm
 * 2024". null when it states none; a date of signing ("ngày 15 tháng 6 năm 2024") is none.
 */
export function monthInTitle(text: string): StatedMonth | null {
  const folded = foldText(digitMonths(text));
  if (!/\b(thang|quy)\b/.test(folded)) return null;
  const undated = folded.replace(/\bngay \d{1,2} thang \d{1,2}( nam \d{4})?/g, ' ');
  // What is to be done next month is no statement about this one; the year behind it holds for both.
  const about = undated.replace(AHEAD, '');
  const found = statedIn(about);
  if (found === null || found.year !== null || about === undated) return found;
  const year = new RegExp(`\\b${YEAR}\\b`).exec(undated)?.[1];
  return { month: found.month, year: year === undefined ? null : Number(year) };
}

const AHEAD = /\b(phuong huong|va nhiem vu|(mot so )?nhiem vu trong tam|va ke hoach thang)\b.*$/;

function statedIn(undated: string): StatedMonth | null {
  return (
    stated(new RegExp(`\\bthang (\\d{1,2})\\b(?:\\s*[/.-]\\s*${YEAR}|.*?\\b${YEAR}\\b)?`).exec(undated)) ??
    stated(new RegExp(`\\b(\\d{1,2}) thang\\b(?:.*?\\b${YEAR}\\b)?`).exec(undated)) ??
    quarter(new RegExp(`\\bquy (i{1,3}|iv|[1-4])\\b(?:.*?\\b${YEAR}\\b)?`).exec(undated))
  );
}

/** The month in a file name: "SCT_2024-06", "2024_06", "06-2024", "T6_2024", "Bao cao thang 6". */
export function monthInFileName(name: string): StatedMonth | null {
  const folded = foldText(name.replace(/\.[A-Za-z]{2,5}$/, ''));
  const yearFirst = new RegExp(`(?:^|\\D)${YEAR}[-_. ]?(0[1-9]|1[0-2])(?:\\D|$)`).exec(folded);
  if (yearFirst) return stated([yearFirst[0], yearFirst[2], yearFirst[1]]);
  const monthFirst = new RegExp(`(?:^|\\D)(0?[1-9]|1[0-2])[-_. ]${YEAR}(?:\\D|$)`).exec(folded);
  if (monthFirst) return stated(monthFirst);
  const worded = /(?:^|[^a-z])(?:thang|t)[-_. ]?(\d{1,2})(?!\d)/.exec(folded);
  if (!worded) return null;
  return stated([worded[0], worded[1], new RegExp(`(?:^|\\D)${YEAR}(?:\\D|$)`).exec(folded)?.[1]]);
}

/** The end of "Kỳ số liệu: 15/05/2024 – 14/06/2024": the month that the figures close. */
export function monthOfDataPeriod(text: string): StatedMonth | null {
  const match = /ky so lieu.*?(\d{1,2})\/(\d{1,2})\/(20\d{2})\s*-\s*(\d{1,2})\/(\d{1,2})\/(20\d{2})/.exec(foldText(text));
  return match ? stated([match[0], match[5], match[6]]) : null;
}

/** A full period, with the year of somebody else where the text gave none. */
export function periodFrom(month: StatedMonth, otherYear: number | null): Period | null {
  const year = month.year ?? otherYear;
  return year === null ? null : { year, month: month.month };
}

function stated(match: readonly (string | undefined)[] | null): StatedMonth | null {
  if (match === null) return null;
  const month = Number(match[1]);
  const year = match[2] ?? match[3];
  return month >= 1 && month <= 12 ? { month, year: year === undefined ? null : Number(year) } : null;
}

function quarter(match: readonly (string | undefined)[] | null): StatedMonth | null {
  const month = QUARTERS[match?.[1] ?? ''];
  return month === undefined ? null : { month, year: match?.[2] === undefined ? null : Number(match[2]) };
}
