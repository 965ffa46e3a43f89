import type { FindingCode } from '../checks/finding';
import type { Fact, FactFigure } from '../consolidation/types';
import type { Period } from '../period';
import type { SummaryKey } from '../sheets/summary-columns';

/** Columns of Tổng hợp that hold a figure or follow from figures; names, numbering and notes have no origin. */
export type TracedKey = Exclude<SummaryKey, 'ordinal' | 'code' | 'name' | 'unit' | 'remark' | 'note'>;

/** A cell of the open workbook that can be shown. */
export interface TracePlace {
  readonly sheet: string;
  readonly address: string;
}

/** One number of a fact, with where it stands now and where it stood in the report. */
export interface TracedNumber {
  readonly figure: FactFigure;
  readonly value: number | null;
  /** Address in the report, '' where it was computed. */
  readonly cell: string;
  /** Its cell in Số liệu; null while the table is not there. */
  readonly fact: TracePlace | null;
  /** The cell of the report where that is a sheet of this workbook. */
  readonly source: TracePlace | null;
}

/** What one unit's fact gives to the figure. */
export interface TraceSource extends Pick<Fact, 'unit' | 'indicator' | 'period' | 'role' | 'level' | 'state' | 'method' | 'file' | 'sheet' | 'recordedAt'> {
  /** The numbers that enter: numerator and denominator of a ratio, one number otherwise. */
  readonly numbers: readonly TracedNumber[];
  readonly reasons: readonly FindingCode[];
  readonly marks: readonly FindingCode[];
  /** What an accepted revision replaced; '' for none. */
  readonly revision: string;
  /** The unit's own months of the year up to this one, the earliest first. */
  readonly months: readonly { readonly period: Period; readonly month: number | null; readonly cumulative: number | null; readonly used: boolean }[];
}

/** A fact that is shown beside the figure and is not in it. */
export interface TraceBeside extends TraceSource {
  /** Waiting for a decision · left out by the analyst · a second source, only compared · an earlier month than the one that counts. */
  readonly why: 'held' | 'leftOut' | 'secondSource' | 'older';
}

/** Another cell that the formula reads. */
export interface TraceOperand {
  readonly indicator: string;
  readonly key: TracedKey;
  readonly value: number | string | null;
  readonly place: TracePlace | null;
}

/** How the units' figures make the province's. */
export type TraceRule = 'lead' | 'sum' | 'ratio' | 'growth' | 'share';

/** Where a figure of Tổng hợp comes from. */
export interface Trace {
  readonly indicator: string;
  readonly key: TracedKey;
  readonly period: Period;
  readonly rule: TraceRule;
  /** The indicator whose facts it is made of: its own, or the one that it is derived from. */
  readonly of: string;
  /** As the add-in computes it from the facts; null for none, and for columns that are words. */
  readonly value: number | null;
  /** As the sheet shows it. */
  readonly shown: number | string | null;
  readonly formula: string | null;
  /** Somebody typed over the formula of the column. */
  readonly overwritten: boolean;
  readonly place: TracePlace | null;
  /** Month of the latest fact in it. */
  readonly asOf: Period | null;
  readonly provisional: boolean;
  /** Σ numerators and Σ denominators of a ratio. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What a share is taken of. */
  readonly whole: { readonly name: string; readonly value: number | null } | null;
  readonly operands: readonly TraceOperand[];
  readonly sources: readonly TraceSource[];
  readonly beside: readonly TraceBeside[];
  /** Units that should be in it and of which nothing is known this year. */
  readonly missing: readonly string[];
}
