import type { IsoDate, Period } from '../period';

/**
 * On time with open errors is not on time and clean. `notTracked`: nothing is known of a month that the workbook never
 * followed, so nobody is called missing for it.
 */
export type Timeliness = 'onTimeClean' | 'onTimeWithErrors' | 'late' | 'missing' | 'notYetDue' | 'receivedUnknownDate' | 'notTracked';

/** One row of TheoDoiNop. */
export interface Submission {
  readonly unit: string;
  readonly period: Period;
  readonly owes: 'figures' | 'words' | 'nothing';
  readonly deadline: IsoDate;
  /** Typed by the analyst; null when unknown. */
  readonly receivedOn: IsoDate | null;
  readonly file: string | null;
  /** What the file's own properties say; evidence only. */
  readonly fileModified: string | null;
  readonly state: Timeliness;
  readonly errors: number;
  readonly warnings: number;
  readonly held: number;
}

/** What an earlier run wrote down about a report: it holds until the report is read again. */
export type StoredSubmission = Pick<Submission, 'unit' | 'period' | 'file' | 'fileModified' | 'errors' | 'warnings' | 'held'> & {
  /** The state without a typed date; null where the workbook has none. */
  readonly state: Timeliness | null;
};
