import type { Direction, IndicatorKind } from '../catalogue/types';
import type { IsoDate } from '../period';
import type { AssessmentState } from '../targets/types';

/** Where something that a sentence says stands in the workbook. */
export type Reference =
  /** One cell, whose content is shown; `label` says what it is: "KT04 · Lũy kế". */
  | { readonly kind: 'cell'; readonly sheet: string; readonly cell: string; readonly label: string }
  /** So many cells. `word`: every one of them holds it, and no other cell of `within` does. */
  | { readonly kind: 'count'; readonly sheet: string; readonly cells: readonly string[]; readonly label: string; readonly within?: string; readonly word?: string }
  /** A decision or a law that the report cites. */
  | { readonly kind: 'document' };

export interface NumberPart {
  readonly kind: 'number';
  /** As it is shown; of a gap that is worded ("thấp hơn") its size without the sign. */
  readonly value: number;
  readonly decimals: number;
  /** The cell may hold the same number with a minus. */
  readonly unsigned?: boolean;
  /** A year: written without a sign between thousands. */
  readonly isYear?: boolean;
  readonly reference: Reference;
}

export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  readonly reference: Reference;
}

export interface DatePart {
  readonly kind: 'date';
  readonly date: IsoDate;
  readonly reference: Reference;
}

export type Part = NumberPart | TextPart | DatePart;

/** What the sentence about one indicator may say; null where Tổng hợp shows nothing. */
export interface IndicatorParts {
  readonly name: TextPart;
  /** Unit of measure. */
  readonly unit: TextPart | null;
  readonly kind: IndicatorKind;
  readonly better: Direction | null;
  readonly state: AssessmentState;
  readonly value: NumberPart;
  readonly inMonth: NumberPart | null;
  /** The month of a figure that is older than the report. */
  readonly olderMonth: NumberPart | null;
  readonly plan: NumberPart | null;
  readonly percentOfPlan: NumberPart | null;
  readonly percentOfLastYear: NumberPart | null;
  /** Distance to the year's target, where no share of the plan says it. */
  readonly gap: (NumberPart & { readonly isShort: boolean }) | null;
  /** What is missing today; null when nothing is. */
  readonly shortToDate: NumberPart | null;
  readonly pace: NumberPart | null;
  /** How the expectation and the forecast came about: "tuyến tính". */
  readonly path: TextPart | null;
  readonly forecastMethod: TextPart | null;
  readonly forecast: NumberPart | null;
  readonly neededPerMonth: NumberPart | null;
  readonly isProvisional: boolean;
}

/** Units that said the same thing about one indicator. */
export interface SaidParts {
  readonly units: readonly TextPart[];
  readonly indicator: TextPart;
  readonly said: TextPart;
}

interface Counted {
  readonly count: NumberPart;
  readonly units: readonly TextPart[];
}

/** The templates of the report's sentences with what each of them shows; the wording is in locales/. */
export interface SentenceParts {
  readonly opening: { readonly month: NumberPart; readonly year: NumberPart };
  readonly coverage: { readonly month: NumberPart; readonly total: NumberPart; readonly withFigure: NumberPart };
  readonly states: { readonly counts: readonly { readonly state: AssessmentState; readonly count: NumberPart }[] };
  readonly provisional: { readonly count: NumberPart };
  readonly indicator: IndicatorParts;
  readonly cause: SaidParts;
  /** Units: none named where they are many. */
  readonly noCause: { readonly units: readonly TextPart[] };
  readonly noneSuch: Record<string, never>;
  readonly withoutFigure: { readonly count: NumberPart; readonly names: readonly TextPart[] };
  readonly notDue: { readonly count: NumberPart; readonly names: readonly TextPart[] };
  readonly milestone: { readonly name: TextPart; readonly date: DatePart; readonly hasPassed: boolean };
  /** A dated task of the programme that is past its day and not done. */
  readonly overdueTask: { readonly name: TextPart; readonly units: TextPart | null; readonly date: DatePart };
  readonly deadline: { readonly date: DatePart };
  readonly received: { readonly owed: NumberPart; readonly received: NumberPart };
  readonly receivedInWords: { readonly owed: NumberPart; readonly received: NumberPart };
  readonly onTimeClean: Counted;
  readonly onTimeWithErrors: Counted;
  readonly late: Counted;
  readonly missing: Counted;
  readonly missingInWords: Counted;
  readonly unknownDate: Counted;
  readonly notYetDue: Counted;
  readonly noSubmissions: Record<string, never>;
  readonly method: Record<string, never>;
  readonly obstacle: SaidParts;
  readonly remedy: SaidParts;
  readonly pushBehind: { readonly units: readonly TextPart[]; readonly names: readonly TextPart[] };
  readonly pushMissing: { readonly units: readonly TextPart[] };
  readonly askCauses: { readonly count: NumberPart };
  readonly askUs: Record<string, never>;
}

export type TemplateId = keyof SentenceParts;

/** One sentence: which template, and what fills it. */
export type Sentence<T extends TemplateId = TemplateId> = { readonly [K in T]: { readonly template: K; readonly parts: SentenceParts[K] } }[T];

export type HeadingKey =
  | 'overview' | 'results' | 'achieved' | 'behind' | 'open' | 'discipline' | 'obstacles' | 'otherObstacles' | 'remedies' | 'proposals';

export type Paragraph =
  /** "I. ..." at level 1, "1. ..." at level 2. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly ordinal: string; readonly heading: HeadingKey }
  | { readonly kind: 'text'; readonly bullet: boolean; readonly sentences: readonly Sentence[] };
