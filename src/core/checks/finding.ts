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
  S01: Record<never, never>;
  S02: { readonly sheets: readonly string[] };
  S04: Record<never, never>;
  S05: { readonly missing: readonly ('nameOrCode' | 'monthOrCumulative')[] };
  S07: { readonly headings: readonly string[] };
  S12: Record<never, never>;
  S13: { readonly name: string };
  S14: { readonly identical: boolean };
  S17: Record<never, never>;
  K01: { readonly text: string };
  K02: Record<never, never>;
  /** Two statements about the unit: `fileName` is what `other` says, the file name unless told. */
  K03: { readonly form: string; readonly fileName: string; readonly other?: 'header' | 'fileName' };
  K04: { readonly text: string };
  K05: { readonly reason: 'later' | 'otherYear'; readonly reportMonth: Period };
  K09: { readonly stated: string };
  K10: { readonly name: string; readonly similarity: number };
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
  V14: { readonly role: FigureRole; readonly value: number; readonly other: number };
  V15: { readonly role: FigureRole; readonly value: number; /** What the value would be in the right unit. */ readonly other: number; readonly factor: number; readonly against: 'target' | 'history' };
  V21: { readonly text: string };
  L01: { readonly total: number; readonly sum: number; readonly imbalance: number; readonly tolerance: number; readonly parts: readonly string[] };
  L02: { readonly smaller: string; readonly larger: string; readonly smallerValue: number; readonly largerValue: number };
  L07: { readonly what: 'rate' | 'percentOfPlan' | 'percentOfLastYear'; readonly stated: number; readonly computed: number };
  T01: { readonly previous: number; readonly previousPeriod: Period; readonly value: number };
  T02: { readonly previous: number; readonly previousPeriod: Period; readonly month: number; readonly value: number; readonly difference: number };
  T09: { readonly value: number };
  C01: { readonly deadline: IsoDate };
  C02: Record<never, never>;
  C03: Record<never, never>;
  C04: { readonly what: string; readonly computed: number | null; readonly excel: number | string | null };
  C05: { readonly errors: number; readonly held: number; readonly leftOut: boolean };
  C06: { readonly role: FigureRole; readonly before: number | null; readonly after: number | null };
  C09: { readonly total: string; readonly parts: readonly string[]; readonly totalValue: number; readonly sum: number; readonly imbalance: number; readonly tolerance: number };
  G05: { readonly value: number; readonly expected: number; readonly pace: number | null; readonly far: boolean };
  D01: { readonly deadline: IsoDate; readonly daysLate: number };
  /** `check`: codes of the checks concerned, joined by ", "; '' for all of them. */
  R01: { readonly check: string; readonly reason: 'noHistory' | 'noTarget' | 'noUnit' | 'noPeriod' | 'noReport' | 'cancelled' };
  R02: { readonly check: string; readonly message: string };
  R04: { readonly table: string; readonly problem: CatalogueProblem; readonly detail: string };
}

export type CatalogueProblem =
  | 'duplicateCode' | 'minAboveMax' | 'circularParent' | 'unknownUnit' | 'unknownIndicator' | 'badValue' | 'missingColumn' | 'unknownDenominator' | 'twoLeads';

export type FindingCode = keyof FindingParams;

interface FindingOf<C extends FindingCode> {
  readonly code: C;
  readonly severity: Severity;
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
