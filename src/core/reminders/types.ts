import type { Submission, Timeliness } from '../deadlines/types';
import type { IsoDate, Period } from '../period';

/** Why a unit is written to: a report is owed, it came late, or its deadline is near. */
export type ReminderKind = 'missing' | 'late' | 'soon';

/** One month that the reminder speaks of. */
export interface ReminderRow {
  readonly period: Period;
  readonly deadline: IsoDate;
  readonly receivedOn: IsoDate | null;
  readonly state: Timeliness;
  /** Days after the deadline: up to the day of receipt, else up to today; 0 before it. */
  readonly daysLate: number;
}

/** What the words of one reminder depend on. */
export interface ReminderOccasion {
  readonly unitName: string;
  readonly owes: Submission['owes'];
  readonly kind: ReminderKind;
  readonly period: Period;
  /** Today. */
  readonly asOf: IsoDate;
  /** The months that are owed, or came late; of a near deadline that month. The earliest first. */
  readonly rows: readonly ReminderRow[];
  /** So many months running late or missing; 0 where it is not yet worth a word. */
  readonly running: number;
  /** Working days up to the last timely day; null once it is past. */
  readonly workingDays: number | null;
  /** The last timely day, where it is another than the deadline; null otherwise. */
  readonly grace: IsoDate | null;
  /** Until when the report is asked for; null when no day is set. */
  readonly sendBy: IsoDate | null;
}

/** A letter that reminds one unit. */
export interface Reminder {
  readonly unit: string;
  readonly unitName: string;
  readonly kind: ReminderKind;
  readonly period: Period;
  /** The day on which it is written. */
  readonly asOf: IsoDate;
  readonly title: string;
  readonly subject: string;
  readonly addressee: string;
  /** Paragraphs above and below the table of months. */
  readonly opening: readonly string[];
  readonly rows: readonly ReminderRow[];
  readonly closing: readonly string[];
  /** "SCT_2024-06_don-doc.xlsx". */
  readonly fileName: string;
}

/** The sentences and headings of a reminder in one language; locales/ has them. */
export interface ReminderWords {
  /** The name of the unit that writes: it does not write to itself. */
  readonly sender: string;
  readonly agency: readonly [string, string];
  readonly motto: readonly [string, string];
  readonly number: string;
  readonly date: (asOf: IsoDate) => string;
  readonly signatures: readonly [string, string];
  /** Ordinal, month, deadline, received, state. */
  readonly columns: readonly [string, string, string, string, string];
  readonly title: (occasion: ReminderOccasion) => string;
  readonly subject: (occasion: ReminderOccasion) => string;
  readonly addressee: (occasion: ReminderOccasion) => string;
  readonly opening: (occasion: ReminderOccasion) => readonly string[];
  readonly closing: (occasion: ReminderOccasion) => readonly string[];
  readonly period: (period: Period) => string;
  readonly day: (date: IsoDate) => string;
  /** "hạn 17/06/2024". */
  readonly due: (date: IsoDate) => string;
  /** The state of one month, with the days that it is late. */
  readonly state: (row: ReminderRow) => string;
  readonly notReceived: string;
  /** Beginning of the sheet's name: "Đôn đốc". */
  readonly sheet: string;
}
