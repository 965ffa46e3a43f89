import type { IsoDate, Period } from '../period';

/** How a figure behaves over time; see docs/decisions.md for the sources. */
export type IndicatorKind = 'flow' | 'stock' | 'rate' | 'growth' | 'change' | 'cohort' | 'milestone';

/** How the units' figures make the province's. */
export type Aggregation = 'lead' | 'sum' | 'ratio' | 'derived';

/** monthly · quarterly (3, 6, 9, 12) · half-yearly (6, 12) · annual report only · when something happens. */
export type Due = 'M' | 'Q' | 'S' | 'A' | 'E';

export type Role = 'lead' | 'part' | 'check' | 'derived';

export type Operator = '>=' | '>' | '<=' | '<' | '=' | '~';

export type Direction = 'up' | 'down';

export type Target =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly date: IsoDate }
  /** The figure of the same period last year. */
  | { readonly kind: 'lastYear' };

/** Roman-numbered blocks of the province's table. */
export type Group = 'A' | 'B' | 'C' | 'D';

/** How a derived indicator follows from another one; always in percent. */
export type Derivation =
  /** (cumulative of `of` ÷ its same period last year − 1) × 100; once the year is full, against the indicator's baseline where it has one. */
  | { readonly method: 'growth'; readonly of: string }
  /** value of `of` ÷ the named denominator valid at the month × 100. */
  | { readonly method: 'share'; readonly of: string; readonly denominator: string };

/** Bounds are inclusive unless the matching `…Exclusive` is true. */
export interface Bounds {
  readonly min: number | null;
  readonly max: number | null;
  readonly minExclusive: boolean;
  readonly maxExclusive: boolean;
}

export interface Indicator {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly aliases: readonly string[];
  /** Unit of measure as written: "tỷ đồng", "%", "giường/10.000 dân"; '' for milestones. */
  readonly unit: string;
  /** Numerator ÷ denominator × scale. */
  readonly scale: number;
  readonly decimals: number;
  readonly bounds: Bounds;
  readonly kind: IndicatorKind;
  readonly aggregation: Aggregation;
  readonly target: Target | null;
  readonly operator: Operator | null;
  readonly better: Direction | null;
  /** End of last year (of a derived growth: last year's total of what grows); null where the kind needs none or nobody knows. */
  readonly baseline: number | null;
  /** Of "≈" (share of the target) or of an identity (share, or points for rates). */
  readonly tolerance: number | null;
  /** Where the value of a rate is believable; outside of it a person looks (L08). null: no such band. */
  readonly plausible: { readonly min: number | null; readonly max: number | null } | null;
  /** From which pace (share) or gap (points) on it is on track, and behind; null: as for all. */
  readonly cuts: { readonly onTrack: number; readonly behind: number } | null;
  readonly group: Group;
  /** 1 to 12: the group of tasks of section III under which units write about it; null for none. */
  readonly taskGroup: number | null;
  /** The indicator that this one is a "Trong đó" of; null at the top. */
  readonly parent: string | null;
  readonly derivation: Derivation | null;
  /** First and last day in force, null = open. */
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
}

export type UnitKind = 'department' | 'central' | 'district' | 'service' | 'enterprise';

export interface ReportingUnit {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
  /** What to do with this unit's figures while its report has open errors. */
  readonly openErrors: 'take' | 'leaveOut';
}

export interface Assignment {
  readonly indicator: string;
  /** null only for derived indicators, which nobody reports. */
  readonly unit: string | null;
  readonly role: Role;
  /** null: a dated milestone, followed in words. */
  readonly due: Due | null;
  readonly notes: string;
}

/** A unit's own share of a target ("Kế hoạch năm" on a part's form). */
export interface UnitPlan {
  readonly unit: string;
  readonly indicator: string;
  readonly plan: number;
}

/**
 * A count that rates are taken over and that changes in the year (communes: 92, from 1 November 90). One that is named
 * by an indicator's code is the denominator that this rate will have when the year is full.
 */
export interface Denominator {
  readonly name: string;
  readonly value: number;
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
}

/**
 * What must hold between indicators. `scope` says where it can be judged: inside one report, over the province's
 * figures, or both.
 */
export type Identity =
  /** total = offset + Σ parts; tolerance is a share of the total (0.005 = half a percent), 0 = exact, null = rounding only. */
  | { readonly kind: 'sum'; readonly total: string; readonly parts: readonly string[]; readonly offset: number; readonly tolerance: number | null; readonly scope: 'report' | 'province' | 'both' }
  /** smaller ≤ larger, figure by figure. */
  | { readonly kind: 'atMost'; readonly smaller: string; readonly larger: string; readonly scope: 'report' | 'province' | 'both' };

/** A month whose figures were closed: later reports of it are findings (K06). */
export interface ClosedPeriod {
  readonly period: Period;
  readonly closedOn: IsoDate;
}

/** A severity that the analysts changed, with why and since when. */
export interface SeverityChange {
  /** Code of the check. */
  readonly check: string;
  readonly severity: 'E' | 'W' | 'I';
  readonly reason: string;
  readonly validFrom: IsoDate | null;
  readonly validTo: IsoDate | null;
}

/** A day that is not what its weekday says: a holiday, or a weekend day on which people work for it. */
export interface CalendarDay {
  readonly date: IsoDate;
  readonly kind: 'off' | 'working';
}

/**
 * What an approved scenario expects by the end of a month: the cumulative of a flow, the value itself of a rate, a
 * growth or a change (percent). Of a scenario by quarters the months are 3, 6, 9 and 12.
 */
export interface ScenarioPoint {
  readonly indicator: string;
  readonly month: number;
  readonly value: number;
}

/** The cumulative of a flow by the end of a month of a past year; that of month 12 is the year's total. */
export interface PastCumulative {
  readonly indicator: string;
  readonly year: number;
  readonly month: number;
  readonly cumulative: number;
}

/** Numbers that checks go by; shares are fractions of 1. */
export interface Thresholds {
  /** T04: a revision larger than this share of the stored figure. */
  readonly revisionShare: number;
  /** T05: more than this share of a report's figures revised at once. */
  readonly revisedFigures: number;
  /** T06: modified Z above which a figure is an outlier. */
  readonly outlierScore: number;
  /** T06: months of history that it takes. */
  readonly outlierMonths: number;
  /** T06, where the history does not spread at all: at most this share away. */
  readonly outlierShare: number;
  /** T08: so many non-zero cells identical to last month. */
  readonly identicalCells: number;
  /** C10: how far a second source may be from the lead. */
  readonly crossCheckShare: number;
  /** G08: above this share of the target by mid-year. */
  readonly overshootShare: number;
  /** G10: how far the units' plans together may be from the province's target. */
  readonly unitPlanShare: number;
  /** D06: working days before the deadline from which it is announced. */
  readonly remindDays: number;
  /** D08: months late in a row. */
  readonly lateMonths: number;
  /** D02: 1 when a deadline on a free day lets the next working day count as on time, 0 when it does not. */
  readonly freeDayGrace: number;
  /** L07: how far a stated percentage may be from the computed one, in points. */
  readonly percentPoints: number;
}

/** Something that the programme sets a date for, done or not done. */
export interface ProgrammeTask {
  readonly code: string;
  readonly name: string;
  /** 1 to 12, null for what stands outside of section III. */
  readonly group: number | null;
  /** Who answers for it, in words. */
  readonly units: string;
  readonly due: IsoDate;
  /** The milestone that follows it, null for none. */
  readonly indicator: string | null;
  /** Where it stands in the decision. */
  readonly source: string;
}

export interface Catalogue {
  readonly year: number;
  readonly indicators: readonly Indicator[];
  readonly units: readonly ReportingUnit[];
  readonly assignments: readonly Assignment[];
  readonly unitPlans: readonly UnitPlan[];
  readonly denominators: readonly Denominator[];
  readonly identities: readonly Identity[];
  readonly holidays: readonly CalendarDay[];
  readonly thresholds: Thresholds;
  readonly severities: readonly SeverityChange[];
  readonly closedPeriods: readonly ClosedPeriod[];
  /** What the sheet of tasks is first filled with. */
  readonly tasks: readonly ProgrammeTask[];
  readonly scenarios: readonly ScenarioPoint[];
  readonly pastCumulatives: readonly PastCumulative[];
}

/** Look-ups over a catalogue, built once per run. All of them are O(1). */
export interface CatalogueIndex {
  readonly catalogue: Catalogue;
  indicator(code: string): Indicator | null;
  unit(code: string): ReportingUnit | null;
  /** The assignment of one unit for one indicator, null when it is not this unit's. */
  assignment(unit: string, indicator: string): Assignment | null;
  assignmentsOf(unit: string): readonly Assignment[];
  /** Lead and parts of an indicator, `check` left out. */
  contributors(indicator: string): readonly Assignment[];
  unitPlan(unit: string, indicator: string): number | null;
  /** Value of a named denominator on a day, null when none is in force. */
  denominator(name: string, on: IsoDate): number | null;
}
