import type { CheckResult, Finding, FindingCode } from '../checks/finding';
import type { Period } from '../period';
import type { FigureRole, Level, MissingState, Report } from '../report/types';
import type { Role } from '../catalogue/types';

/** The five figures that make a fact. */
export interface FactValues {
  readonly month: number | null;
  /** Cumulative of a flow, or the value of any other kind (rates in percent). */
  readonly cumulative: number | null;
  readonly lastYear: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export type FactFigure = keyof FactValues;

/** One unit's figures for one indicator and month, with where each of them stood. One row of SoLieu. */
export interface Fact extends FactValues {
  readonly unit: string;
  readonly indicator: string;
  readonly period: Period;
  readonly role: Exclude<Role, 'derived'>;
  readonly level: Level | null;
  /** `figure`: there is one; otherwise why not. */
  readonly state: 'figure' | MissingState;
  /** false: held, left out of the province until the analyst decides. */
  readonly used: boolean;
  /** Why it is held, or what was done to it, as finding codes ("V15"). */
  readonly reasons: readonly FindingCode[];
  /** Findings that do not hold it, shown beside it. */
  readonly marks: readonly FindingCode[];
  /** `revised`: a later report restated it and the analyst took that; the file that it came from says otherwise. */
  readonly method: 'reported' | 'computed' | 'typed' | 'revised';
  readonly file: string;
  readonly sheet: string;
  /** Where each figure stood; computed ones have no cell. */
  readonly cells: Readonly<Partial<Record<FactFigure, string>>>;
  readonly hash: string;
  /** When this row was first written with these figures, ISO 8601 with zone; '' before it is written. */
  readonly recordedAt: string;
  /** What accepted revisions put in place of what, by which report and why; one line each. */
  readonly revision?: string;
}

/** A figure that waits for the analyst. */
export interface HeldFigure {
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly period: Period | null;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly found: string | number | null;
  readonly codes: readonly FindingCode[];
  /** Which of the five figures it is, for a decision; the value of the row where a finding speaks of the whole row. */
  readonly figure?: FactFigure;
}

export interface FigureSource {
  readonly unit: string;
  readonly period: Period;
  readonly role: Exclude<Role, 'derived'>;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: number | null;
  readonly marks: readonly FindingCode[];
}

/** The province's figure of one indicator at the report month. Rates in percent. */
export interface ProvinceFigure extends FactValues {
  readonly indicator: string;
  /** Month of the latest figure used (the report month for figures due monthly); null without a figure. */
  readonly asOf: Period | null;
  /** Figures used ÷ figures expected, 0 to 1; null for derived indicators and milestones followed in words. */
  readonly coverage: number | null;
  readonly partsExpected: number;
  readonly partsUsed: number;
  /** Contributors without a usable figure: missing or held. */
  readonly partsMissing: readonly string[];
  /** "tạm tính": some part that is due at the report month is missing or held. */
  readonly provisional: boolean;
  /** Due at the report month by the assignment. */
  readonly dueNow: boolean;
  readonly sources: readonly FigureSource[];
}

/** One report that takes part, with how its check went. */
export interface CheckedReport {
  readonly report: Report;
  readonly result: CheckResult;
}

/** What the analyst decided about a held figure; bound to the value that was found. */
export interface Decision {
  readonly unit: string;
  readonly indicator: string;
  readonly period: Period;
  readonly figure: FactFigure;
  readonly found: string | number | null;
  readonly action: 'take' | 'takeOther' | 'leaveOut';
  /** For takeOther. */
  readonly value: number | null;
}

export interface UnitCoverage {
  readonly expected: readonly string[];
  readonly received: readonly string[];
  readonly missing: readonly string[];
  /** Units that owe a report in words. */
  readonly inWords: { readonly expected: readonly string[]; readonly received: readonly string[] };
}

/** A stored figure that this run changes, old → new. */
export interface FactChange {
  readonly kind: 'added' | 'changed' | 'removed';
  readonly unit: string;
  readonly indicator: string;
  readonly period: Period;
  readonly figure: FactFigure | 'state' | 'used';
  readonly before: number | string | boolean | null;
  readonly after: number | string | boolean | null;
}

/** What the month's inputs make. */
export interface Consolidation {
  readonly period: Period;
  readonly units: UnitCoverage;
  /** Every indicator of the catalogue, in its order. */
  readonly figures: readonly ProvinceFigure[];
  readonly held: readonly HeldFigure[];
  /** All facts, stored ones (of later months too: they must not get lost) and new ones, sorted by indicator, unit, month. The figures read those up to the report month. */
  readonly facts: readonly Fact[];
  readonly changes: readonly FactChange[];
  /** Findings of the consolidation itself (C, G, D); those of the reports are in the reports. */
  readonly findings: readonly Finding[];
}

/** Last month's figure as a report restates it, beside what was stored: offered old → new, never applied by itself. */
export interface Revision {
  readonly unit: string;
  readonly indicator: string;
  /** The month that is restated. */
  readonly period: Period;
  readonly figure: 'month' | 'cumulative';
  readonly stored: number;
  readonly restated: number;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A revision that the analyst took over; it holds only for the very figure that was restated. */
export interface AcceptedRevision extends Pick<Revision, 'unit' | 'indicator' | 'period' | 'figure' | 'restated'> {
  readonly reason: string;
}

export type { FigureRole };
