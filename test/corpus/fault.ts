import type { CatalogueIndex } from '../../src/core/catalogue/types';
import type { FindingCode } from '../../src/core/checks/finding';
import type { StoredWords } from '../../src/core/consolidation/fact-index';
import type { Fact } from '../../src/core/consolidation/types';
import type { Period } from '../../src/core/period';
import type { ColumnRole } from '../../src/core/report/types';
import type { Chance } from './chance';
import { numberIn, type Draft, type Entry, type TypedRole } from './draft';
import { isBehind, outlyingness, rounded } from './series';
import type { Sheet } from './sheet';
import type { World } from './world';

/** What must be found: a code, and where it concerns one indicator or one cell, which. */
export interface Label {
  readonly code: FindingCode;
  readonly indicator?: string;
  /** The cell of this column in the indicator's row must be among the cells of the finding. */
  readonly role?: ColumnRole;
}

/** What was done to a true report. */
export interface Seeded {
  readonly labels: readonly Label[];
  /** Codes that the same fault makes true as well; the reason stands beside each use. */
  readonly alsoTrue?: readonly FindingCode[];
  readonly facts?: readonly Fact[];
  readonly words?: readonly StoredWords[];
  readonly index?: CatalogueIndex;
  readonly reportPeriod?: Period;
}

/** A true report of one unit and month in one layout, to be spoiled. */
export interface Scene {
  readonly world: World;
  readonly chance: Chance;
  readonly draft: Draft;
  readonly unit: string;
  readonly month: number;
  readonly isStandard: boolean;
  /** What earlier months stored. */
  readonly facts: readonly Fact[];
  /** Draws the draft as it is now, once; from then on the sheet is what is changed. */
  sheet(): Sheet;
}

export type Forms = 'both' | 'standard' | 'free';

/** null: this report has nothing that the fault could be done to. */
export interface Fault {
  readonly code: FindingCode;
  readonly on: Forms;
  /** Several ways to make one fault are seeded in turn. */
  readonly way: string;
  seed(scene: Scene): Seeded | null;
}

/** A change after which the code must stay silent, and every other one as well but for the labels. */
export type NearMiss = Fault;

export const fault = (code: FindingCode, on: Forms, way: string, seed: Fault['seed']): Fault => ({ code, on, way, seed });

/** One row of the draft that satisfies a condition, by chance; null when none does. */
export function someRow(scene: Scene, wanted: (row: Entry) => boolean): Entry | null {
  return scene.chance.shuffled(scene.draft.entries).find(wanted) ?? null;
}

export const isFlow = (row: Entry): boolean => row.indicator.kind === 'flow';
export const isRate = (row: Entry): boolean => row.indicator.kind === 'rate' || row.indicator.kind === 'cohort';
export const has = (row: Entry, ...roles: readonly TypedRole[]): boolean => roles.every((role) => numberIn(row, role) !== null);
export const isPositive = (row: Entry, ...roles: readonly TypedRole[]): boolean => roles.every((role) => (numberIn(row, role) ?? 0) > 0);
/** Flows due every month, which always have a figure. */
export const isMonthlyFlow = (row: Entry): boolean => isFlow(row) && isPositive(row, 'month', 'cumulative', 'lastYear') && !row.indicator.code.startsWith('XH12');

export const num = (row: Entry, role: TypedRole): number => numberIn(row, role) ?? 0;

/** Another figure for the month, carried through to the cumulative one so that the sum stays true. */
export function setMonth(row: Entry, value: number): void {
  const month = rounded(value, row.indicator.decimals);
  row.figures.cumulative = rounded(num(row, 'cumulative') - num(row, 'month') + month, row.indicator.decimals);
  row.figures.month = month;
}

/** Other parts of a rate, the stated rate with them. */
export function setParts(row: Entry, numerator: number, denominator: number): void {
  row.figures.numerator = numerator;
  row.figures.denominator = denominator;
  row.figures.cumulative = rounded((numerator / denominator) * row.indicator.scale, row.indicator.decimals);
}

/** Earlier values of one figure of the unit. */
export function earlier(scene: Scene, code: string, role: 'month' | 'cumulative' | 'numerator' | 'denominator'): readonly number[] {
  return scene.facts.flatMap((fact) => (fact.indicator === code && fact[role] !== null ? [fact[role]] : []));
}

/** L10 where a figure that was lowered is now behind and its row has no words. */
export function behindToo(scene: Scene, row: Entry): readonly FindingCode[] {
  const now = { month: numberIn(row, 'month'), cumulative: numberIn(row, 'cumulative'), lastYear: numberIn(row, 'lastYear'), numerator: null, denominator: null };
  return row.cause === '' && row.remedy === '' && isBehind(row.indicator, now, scene.world.plan(scene.unit, row.indicator.code), scene.month, 'perhaps') ? ['L10'] : [];
}

/** L01 where the row is a total or a part of one in this very report: the sum fails as well. */
export function sumToo(scene: Scene, ...rows: readonly Entry[]): readonly FindingCode[] {
  const here = new Set(scene.draft.entries.map((each) => each.indicator.code));
  const concerned = scene.world.catalogue.identities.some((identity) => identity.kind === 'sum' && [identity.total, ...identity.parts].every((code) => here.has(code)) && rows.some(({ indicator }) => [identity.total, ...identity.parts].includes(indicator.code)));
  return concerned ? ['L01'] : [];
}

/** T06 where a changed figure also leaves the unit's own history, by the definition of the outlier; with a little room below the limit. */
export function outlierToo(scene: Scene): readonly FindingCode[] {
  const far = scene.draft.entries.some((row) => (isFlow(row) ? (['month'] as const) : (['cumulative', 'numerator', 'denominator'] as const)).some((role) => {
    const value = numberIn(row, role);
    return value !== null && outlyingness(earlier(scene, row.indicator.code, role), value) > 3;
  }));
  return far ? ['T06'] : [];
}
