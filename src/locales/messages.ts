import type { Finding, FindingCode } from '../core/checks/finding';
import type { IsoDate, Period } from '../core/period';
import type { FigureRole } from '../core/report/types';

/** What is wrong, and what to do about it. */
export interface Sentence {
  readonly message: string;
  readonly hint: string;
}

/** How names, numbers and dates are said in one language. */
export interface Say {
  /** The unit of a finding; a phrase when it is unknown. */
  unit(code: string | null): string;
  indicator(code: string | null): string;
  number(value: number): string;
  /** A number that may be missing. */
  maybe(value: number | string | null): string;
  period(period: Period): string;
  date(date: IsoDate): string;
  role(role: FigureRole): string;
  /** A stranger's text in quotation marks, cut where it is long. */
  quote(text: string): string;
  /** At most a few items; the rest is counted. */
  list(items: readonly string[]): string;
}

/** One sentence for every code: a missing one does not compile. */
export type Messages = { readonly [C in FindingCode]: (finding: Finding<C>, say: Say) => Sentence };

/** The sentences of some families of codes: MessagesOf<'F'> is all of F01, F02, … */
export type MessagesOf<Letter extends string> = Pick<Messages, Extract<FindingCode, `${Letter}${string}`>>;
