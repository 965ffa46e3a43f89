import type { IsoDate, Period } from '../period';
import type { FigureRole, MissingState } from '../report/types';

/** E must be corrected; W is corrected or explained; I needs nothing. */
export type Severity = 'E' | 'W' | 'I';

export type Scope = 'file' | 'sheet' | 'row' | 'cell' | 'unit' | 'series' | 'province' | 'rules';

/** none: a person must; safe: the meaning cannot change; ask: the analyst chooses. */
export type Fix = 'none' | 'safe' | 'ask';

export type FileRefusalReason =
  | 'damaged' | 'notWorkbook' | 'mislabelled' | 'unsupported';

/**
 * What each code needs to be said as a sentence, beyond the common fields of a finding. Numbers are plain doubles;
 * the renderers format them. A code that needs nothing has an empty object.
 */
export interface FindingParams {
  F01: { readonly reason: FileRefusalReason; /** What the content looks like ("PDF", "HTML", "zip"), '' when unknown. */ readonly looksLike: string };
  F02: Record<never, never>;
  F03: { readonly reason: 'expands' | 'tooManyCells' | 'tooLarge' | 'timeLimit' | 'tooManySheets'; /** Bytes, cells, sheets or seconds. */ readonly limit: number };
  F04: { readonly reason: 'lockFile' | 'empty' };
  F06: { readonly sameAs: string };
  F07: { readonly files: readonly string[]; readonly proposed: string };
  F11: { readonly reason: 'hiddenSheet' | 'notReport' | 'emptySheet' | 'notChosen' | 'otherPeriod' | 'cancelled' | 'brokenSheet' | 'notAssigned' | 'derived'; readonly part: string };
  /** The form's version, as stated and as it is now. */
  F08: { readonly stated: string; readonly current: string };
  /** File names of the workbooks that it links to. */
  F09: { readonly targets: readonly string[] };
  F10: Record<never, never>;
  S01: Record<never, never>;
  S02: { readonly sheets: readonly string[] };
  S03: { readonly visibility: 'hidden' | 'veryHidden' };
  S04: Record<never, never>;
  S05: { readonly missing: readonly ('nameOrCode' | 'monthOrCumulative')[] };
  S06: { readonly headings: readonly string[] };
  S07: { readonly headings: readonly string[] };
  /** Columns (letters) without a heading, and how many cells below it hold something. */
  S08: { readonly columns: readonly string[]; readonly count: number };
  S10: { readonly areas: readonly string[] };
  S12: Record<never, never>;
  S13: { readonly name: string };
  S14: { readonly identical: boolean };
  /** How many rows and columns do not show although they hold figures. */
  S15: { readonly rows: number; readonly columns: number };
  S16: { readonly count: number };
  S17: Record<never, never>;
  K01: { readonly text: string };
  K02: Record<never, never>;
  /** Two statements about the unit: `fileName` is what `other` says, the file name unless told. */
  K03: { readonly form: string; readonly fileName: string; readonly other?: 'header' | 'fileName' };
  K04: { readonly text: string };
  K05: { readonly reason: 'later' | 'otherYear'; readonly reportMonth: Period };
  K06: { readonly closedOn: IsoDate };
  K07: Record<never, never>;
  /** `named`: the indicator that the name stands for, null when it stands for none. */
  K08: { readonly stated: string; readonly name: string; readonly named: string | null };
  K09: { readonly stated: string };
  K10: { readonly name: string; readonly similarity: number };
  /** What is not in force in the period; `stated` and `valid` are the values of a denominator. */
  K11: { readonly what: 'unit' | 'indicator' | 'denominator'; readonly validFrom: IsoDate | null; readonly validTo: IsoDate | null; readonly stated: number | null; readonly valid: number | null };
  K12: { readonly used: Period; readonly statements: readonly { readonly from: 'definedName' | 'header' | 'fileName'; readonly period: Period }[] };
  /** `noColumn`: the form has no such column at all. */
  V01: { readonly role: FigureRole; readonly noColumn?: boolean };
  V02: { readonly role: FigureRole; readonly text: string };
  V03: { readonly role: FigureRole; readonly text: string; readonly value: number };
  V04: { readonly role: FigureRole; readonly text: string; /** The likelier first. */ readonly readings: readonly [number, number] };
  V05: { readonly role: FigureRole; readonly text: string; readonly state: MissingState };
  V06: { readonly role: FigureRole; readonly error: string };
  V07: { readonly role: FigureRole; readonly value: number; readonly min: number | null; readonly max: number | null; /** The bound itself is excluded. */ readonly minExclusive?: boolean; readonly maxExclusive?: boolean };
  V08: { readonly role: FigureRole; readonly value: number };
  V09: { readonly role: FigureRole; readonly value: number; /** Decimals that are allowed; 0 for a count. */ readonly decimals: number };
  V10: { readonly what: 'level' | 'nothing'; readonly text: string; readonly allowed: readonly string[]; /** '' when nothing is near. */ readonly nearest: string };
  V11: { readonly reason: 'invalid' | 'outsidePeriod' | 'date1904'; readonly text: string };
  V12: { readonly length: 255 | 32767 };
  V14: { readonly role: FigureRole; readonly value: number; readonly other: number };
  V15: { readonly role: FigureRole; readonly value: number; /** What the value would be in the right unit. */ readonly other: number; readonly factor: number; readonly against: 'target' | 'history' };
  /** `converted`: how the text reads once it is put right. */
  V16: { readonly reason: 'spaces' | 'decomposed' | 'cp1258' | 'tcvn3' | 'vni'; readonly text: string; readonly converted: string };
  V17: { readonly role: FigureRole; readonly value: number | string; /** A1 notation, with its "=". */ readonly formula: string };
  V18: { readonly role: FigureRole; readonly stated: string; readonly formula: string };
  V19: { readonly formula: string; readonly target: string };
  V20: { readonly formula: string };
  V21: { readonly text: string };
  V22: { readonly what: 'code' | 'name' | 'unitOfMeasure' | 'plan'; readonly stated: string | number | null; readonly locked: string | number };
  V23: { readonly role: FigureRole; readonly previous: number; readonly previousPeriod: Period };
  V24: { readonly role: FigureRole; readonly value: number; readonly other: number };
  V25: { readonly role: FigureRole; readonly text: string; readonly qualifier: string; readonly value: number };
  L01: { readonly total: number; readonly sum: number; readonly imbalance: number; readonly tolerance: number; readonly parts: readonly string[] };
  L02: { readonly smaller: string; readonly larger: string; readonly smallerValue: number; readonly largerValue: number };
  L04: { readonly missing: 'numerator' | 'denominator' };
  L07: { readonly what: 'rate' | 'percentOfPlan' | 'percentOfLastYear'; readonly stated: number; readonly computed: number };
  L08: { readonly value: number; readonly min: number | null; readonly max: number | null };
  L10: { readonly value: number; readonly expected: number; readonly pace: number | null; readonly far: boolean };
  L11: { readonly what: 'cause' | 'remedy'; readonly reason: 'empty' | 'sameAsLastMonth'; readonly text: string };
  /** `declared`: the box is ticked and figures stand there; else every figure says so and the box is not ticked. */
  L12: { readonly declared: boolean };
  L13: { readonly reason: 'equalsPlan' | 'fullRate'; readonly value: number };
  T01: { readonly previous: number; readonly previousPeriod: Period; readonly value: number };
  T02: { readonly previous: number; readonly previousPeriod: Period; readonly month: number; readonly value: number; readonly difference: number };
  T03: { readonly missing: readonly Period[] };
  /** `change`: share of the stored figure, 0.12 for 12 %. */
  T04: { readonly previousPeriod: Period; readonly stored: number; readonly restated: number; readonly change: number };
  T05: { readonly previousPeriod: Period; readonly revised: number; readonly compared: number };
  /** `score`: modified Z; null where the spread is nil and the fallback judged. */
  T06: { readonly role: FigureRole; readonly value: number; readonly median: number; readonly score: number | null; readonly months: number };
  T08: { readonly previousPeriod: Period; readonly count: number };
  T09: { readonly value: number };
  T10: { readonly kind: 'zero' | 'appeared'; readonly role: FigureRole; readonly previous: number; readonly previousPeriod: Period; readonly value: number };
  C01: { readonly deadline: IsoDate };
  C02: Record<never, never>;
  C03: Record<never, never>;
  C04: { readonly what: string; readonly computed: number | null; readonly excel: number | string | null };
  C05: { readonly errors: number; readonly held: number; readonly leftOut: boolean };
  C06: { readonly role: FigureRole; readonly before: number | null; readonly after: number | null };
  C07: { readonly measures: readonly { readonly unit: string; readonly measure: string }[] };
  C08: { readonly role: FigureRole; readonly value: number };
  C09: { readonly total: string; readonly parts: readonly string[]; readonly totalValue: number; readonly sum: number; readonly imbalance: number; readonly tolerance: number };
  /** `share`: difference over the lead's figure. */
  C10: { readonly lead: string; readonly leadValue: number; readonly others: readonly string[]; readonly otherValue: number; readonly share: number };
  G01: Record<never, never>;
  G05: { readonly value: number; readonly expected: number; readonly pace: number | null; readonly far: boolean };
  G06: { readonly reason: 'farBehind' | 'forecastMisses'; readonly value: number; readonly expected: number | null; readonly pace: number | null; readonly forecast: number | null; readonly target: number | null };
  G07: { readonly value: number; readonly start: number };
  G08: { readonly value: number; readonly target: number; /** 1.5 for 150 %. */ readonly share: number };
  G10: { readonly sum: number; readonly target: number; readonly units: number };
  G11: { readonly value: number; readonly bound: number };
  D01: { readonly deadline: IsoDate; readonly daysLate: number };
  D02: { readonly deadline: IsoDate; readonly receivedOn: IsoDate; readonly daysLate: number };
  D03: { readonly errors: number };
  /** Day of the file's own properties, evidence only; null when it says nothing. */
  D05: { readonly modified: IsoDate | null };
  D06: { readonly deadline: IsoDate; readonly workingDays: number };
  D08: { readonly periods: readonly Period[] };
  /** `check`: codes of the checks concerned, joined by ", "; '' for all of them. */
  R01: { readonly check: string; readonly reason: 'noHistory' | 'noTarget' | 'noUnit' | 'noPeriod' | 'noReport' | 'cancelled' };
  R02: { readonly check: string; readonly message: string };
  /** The rule stands in `table`; `code` is what it names and nobody knows. */
  R03: { readonly table: string; readonly code: string };
  R04: { readonly table: string; readonly problem: CatalogueProblem; readonly detail: string };
  /** The finding was explained while something else stood there. */
  R05: { readonly code: string; readonly reason: string; readonly by: string; readonly was: string; readonly now: string };
  R06: Record<never, never>;
}

export type CatalogueProblem =
  | 'duplicateCode' | 'minAboveMax' | 'circularParent' | 'unknownUnit' | 'unknownIndicator' | 'badValue' | 'missingColumn' | 'unknownDenominator' | 'twoLeads' | 'unknownCheck' | 'missingReason' | 'wrongKind';

export type FindingCode = keyof FindingParams;

interface FindingOf<C extends FindingCode> {
  readonly code: C;
  readonly severity: Severity;
  /** What the severity was before a row of Danh mục changed it, and why; absent when nobody changed it. */
  readonly regraded?: { readonly from: Severity; readonly reason: string };
  readonly scope: Scope;
  /** What it concerns is left out of the province's figures until the analyst decides. */
  readonly held: boolean;
  readonly file: string;
  /** '' for a finding on a whole file or on the province. */
  readonly sheet: string;
  /** A1 of every cell concerned; a duplicate names both. */
  readonly cells: readonly string[];
  /** Unit code, null when unknown or none. */
  readonly unit: string | null;
  readonly indicator: string | null;
  readonly period: Period | null;
  readonly found: string | number | null;
  readonly expected: string | number | null;
  readonly fix: Fix;
  /** Stable over moved rows: hash of code, unit, indicator, period and a key, never of the address. */
  readonly fingerprint: string;
  readonly params: FindingParams[C];
}

/** One thing that is wrong, as plain data. It holds no sentence: locales/ makes those. */
export type Finding<C extends FindingCode = FindingCode> = { readonly [P in C]: FindingOf<P> }[C];

/** What a rule hands in; the engine adds the rest (place, unit, period, fingerprint). */
export type FindingDraft<C extends FindingCode = FindingCode> = {
  readonly [P in C]: {
    readonly code: P;
    readonly params: FindingParams[P];
    readonly severity?: Severity;
    readonly held?: boolean;
    readonly cells?: readonly string[];
    readonly sheet?: string;
    readonly unit?: string | null;
    readonly indicator?: string | null;
    readonly period?: Period | null;
    readonly found?: string | number | null;
    readonly expected?: string | number | null;
    readonly fix?: Fix;
    /** Tells apart findings of one code on one indicator (a role, a text); part of the fingerprint. */
    readonly key?: string;
  };
}[C];

/** How the checking of one report went, counted: a pass, a skip and a crash never look alike. */
export interface CheckTally {
  readonly run: number;
  readonly skipped: number;
  readonly crashed: number;
}

/** All findings of one report, with what was looked at. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly checks: CheckTally;
  /** Cells that the checks looked at. */
  readonly cells: number;
}
