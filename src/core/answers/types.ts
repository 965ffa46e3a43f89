import type { Finding, Severity } from '../checks/finding';
import type { Explanation } from '../memory/types';
import type { IsoDate, Period } from '../period';
import type { AskedCode } from './asked';

/** One point of the answer to a unit, in whole sentences of administrative Vietnamese. */
export interface AnswerPoint {
  readonly ordinal: number;
  readonly severity: Severity;
  readonly code: string;
  readonly file: string;
  readonly sheet: string;
  /** A1 of the cells, "H12, H14"; '' for the whole sheet or file. */
  readonly cells: string;
  /** "KT04 Tổng thu ngân sách"; '' where the point concerns none. */
  readonly indicator: string;
  /** What is wrong, as a sentence. */
  readonly content: string;
  /** What stands there and what is expected, as text, each '' where there is nothing to name; then what to do. */
  readonly found: string;
  readonly expected: string;
  readonly action: string;
  /** The explanation on record, '' when there is none. */
  readonly explanation: string;
}

/** What is sent back to one unit about one month: the points, and the words around them. */
export interface Answer {
  /** null where the file does not say whose it is. */
  readonly unit: string | null;
  readonly unitName: string;
  readonly period: Period | null;
  readonly title: string;
  /** To whom: "Kính gửi: Sở Công Thương". */
  readonly addressee: string;
  readonly opening: readonly string[];
  readonly points: readonly AnswerPoint[];
  readonly closing: readonly string[];
  /** "SCT_2024-06_phan-hoi.xlsx". */
  readonly fileName: string;
}

/** What the words of one answer depend on. */
export interface AnswerOccasion {
  /** '' where nobody knows whose report it is; then the file is named. */
  readonly unitName: string;
  readonly file: string;
  readonly period: Period | null;
  /** How many points of each severity are open, explained ones left out. */
  readonly counts: { readonly [S in Severity]: number };
  /** The report itself has not come: the answer reminds of it. */
  readonly isMissing: boolean;
  /** Until when a corrected report is asked for; null when no day is set. */
  readonly sendBackBy: IsoDate | null;
}

/** The sentences and headings of an answer in one language; locales/ has them. */
export interface AnswerWords {
  /** Two lines left and right above the title, and the line for place and date. */
  readonly agency: readonly [string, string];
  readonly motto: readonly [string, string];
  readonly number: string;
  readonly date: (period: Period | null) => string;
  readonly signatures: readonly [string, string];
  /** Ordinal, content, place, what stands there, what is asked, severity. */
  readonly columns: readonly [string, string, string, string, string, string];
  readonly severity: { readonly [S in Severity]: string };
  readonly title: (occasion: AnswerOccasion) => string;
  readonly addressee: (occasion: AnswerOccasion) => string;
  readonly opening: (occasion: AnswerOccasion) => readonly string[];
  readonly closing: (occasion: AnswerOccasion) => readonly string[];
  /** What to say to a unit whose report leaves nothing to ask. */
  readonly complete: (unitName: string, period: Period | null) => string;
  /** What the unit is asked to do. */
  readonly action: (finding: Finding<AskedCode>) => string;
  /** A value as text: a number in the language's notation, a text as it is. */
  readonly value: (value: number | string | null) => string;
  readonly explanation: (explanation: Explanation) => string;
  readonly wholeFile: string;
  readonly cell: (cells: string) => string;
  readonly foundLabel: string;
  readonly expectedLabel: string;
  readonly askedLabel: string;
  /** Beginning of the sheet's name: "Phản hồi". */
  readonly sheet: string;
}
