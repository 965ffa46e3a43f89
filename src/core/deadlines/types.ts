import type { IsoDate, Period } from '../period';

/** On time with open errors is not on time and clean. */
export type Timeliness = 'onTimeClean' | 'onTimeWithErrors' | 'late' | 'missing' | 'notYetDue' | 'receivedUnknownDate';

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
