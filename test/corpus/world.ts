import { indexCatalogue } from '../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../src/core/catalogue/programme2024';
import type { Assignment, Catalogue, CatalogueIndex, Indicator, UnitPlan } from '../../src/core/catalogue/types';
import type { StoredWords } from '../../src/core/consolidation/fact-index';
import type { Fact } from '../../src/core/consolidation/types';
import { chanceOf, type Chance } from './chance';
import { isBehind, seriesOf, type Point } from './series';
import { wordsFor, type Words } from './words';

/** A whole year of true figures: what every unit would report in every month if nobody ever made a mistake. */
export interface World {
  readonly seed: string;
  readonly catalogue: Catalogue;
  readonly index: CatalogueIndex;
  /** null where the unit has nothing to say on the indicator in this month. */
  point(unit: string, indicator: string, month: number): Point | null;
  /** The unit's own plan, or the target of a lead; null where there is none. */
  plan(unit: string, indicator: string): number | null;
  /** Both empty where nothing is behind. */
  words(unit: string, indicator: string, month: number): Words;
  /** What the reports of the months before this one stored. */
  factsBefore(unit: string, month: number): readonly Fact[];
  /** What the unit's last report before this month said in words. */
  wordsBefore(unit: string, month: number): readonly StoredWords[];
  /** Look-ups over a changed catalogue. */
  remake(catalogue: Catalogue): CatalogueIndex;
}

export const YEAR = 2024;
/** The first monthly report of the programme. */
export const FIRST_MONTH = 2;
export const MONTHS: readonly number[] = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const DISTRICTS = ['NT', 'CR', 'CL', 'VN', 'NH', 'KV', 'DK', 'KS'] as const;
const SHARES = [0.345, 0.115, 0.09, 0.105, 0.19, 0.035, 0.095, 0.025] as const;

/** Plans of the units, which the decision leaves to them; together they make the province's target to the digit. */
function unitPlans(catalogue: Catalogue): readonly UnitPlan[] {
  const target = (code: string): number => {
    const stated = catalogue.indicators.find((each) => each.code === code)?.target;
    return stated?.kind === 'number' ? stated.value : 0;
  };
  const rounded = SHARES.map((share) => Math.round(target('XH02') * share));
  const rest = target('XH02') - rounded.slice(1).reduce((sum, value) => sum + value, 0);
  const split = (code: string, shares: Readonly<Record<string, number>>): UnitPlan[] => Object.entries(shares).map(([unit, plan]) => ({ unit, indicator: code, plan }));
  return [
    ...DISTRICTS.map((unit, at) => ({ unit, indicator: 'XH02', plan: at === 0 ? rest : (rounded[at] ?? 0) })),
    ...split('XH12.1', { NH: 2, DK: 1 }),
    ...split('XH12.4', { CL: 3, VN: 3, NH: 2, DK: 2 }),
  ];
}

/** The finance department shows the two parts of its total beside it: a second source, by the analysts' own table. */
const SECOND_SOURCES: readonly Assignment[] = ['KT04.1', 'KT04.2'].map((indicator) => ({ indicator, unit: 'STC', role: 'check', due: 'M', notes: '' }));

function catalogueOf(): Catalogue {
  const base = programme2024();
  return { ...base, unitPlans: unitPlans(base), assignments: [...base.assignments, ...SECOND_SOURCES] };
}

/** Makes the year of a seed. */
export function worldOf(seed: string): World {
  const catalogue = catalogueOf();
  const index = indexCatalogue(catalogue);
  const chance = chanceOf(seed);
  const planOf = (unit: string, code: string): number | null => ownPlan(index, unit, code);
  const series = seriesOf(index, planOf, chance.branch('series'));
  const filled = habits(catalogue, chance.branch('habits'));
  const point = (unit: string, code: string, month: number): Point | null => {
    const assignment = index.assignment(unit, code);
    if (assignment === null || (assignment.due === 'E' && !filled.has(unit))) return null;
    return series.get(`${unit}|${code}`)?.[month] ?? null;
  };
  const words = (unit: string, code: string, month: number): Words => {
    const indicator = index.indicator(code);
    const at = point(unit, code, month);
    if (indicator === null || at === null || !isBehind(indicator, at, planOf(unit, code), month, 'perhaps')) return { cause: '', remedy: '' };
    return wordsFor(indicator, month, chance.branch(`words/${unit}/${code}`));
  };
  const factsBefore = (unit: string, before: number): readonly Fact[] =>
    MONTHS.filter((month) => month < before).flatMap((month) =>
      index.assignmentsOf(unit).flatMap((assignment) => {
        const at = point(unit, assignment.indicator, month);
        return at === null ? [] : [factOf(assignment, index.indicator(assignment.indicator)?.scale ?? 1, unit, month, at)];
      }),
    );
  const wordsBefore = (unit: string, before: number): readonly StoredWords[] =>
    index.assignmentsOf(unit).flatMap(({ indicator }) => {
      const said = MONTHS.filter((month) => month < before && words(unit, indicator, month).cause !== '');
      const last = said.at(-1);
      return last === undefined ? [] : [{ unit, indicator, months: said.map((month) => `${YEAR}-${String(month).padStart(2, '0')}`), ...words(unit, indicator, last) }];
    });
  return { seed, catalogue, index, point, plan: planOf, words, factsBefore, wordsBefore, remake: indexCatalogue };
}

/** Units that fill in the rows of what only happens now and then; the others leave them blank all year. */
function habits(catalogue: Catalogue, chance: Chance): ReadonlySet<string> {
  return new Set(catalogue.units.filter(() => chance.flip(0.6)).map((unit) => unit.code));
}

function ownPlan(index: CatalogueIndex, unit: string, code: string): number | null {
  const own = index.unitPlan(unit, code);
  if (own !== null) return own;
  const indicator = index.indicator(code);
  const isPart = index.assignment(unit, code)?.role === 'part';
  return !isPart && indicator?.target?.kind === 'number' ? indicator.target.value : null;
}

function factOf(assignment: Assignment, scale: number, unit: string, month: number, point: Point): Fact {
  const role = assignment.role === 'derived' ? 'check' : assignment.role;
  const file = `${unit}_${YEAR}-${String(month).padStart(2, '0')}.xlsx`;
  // A rate with its parts is what they make, unrounded.
  const made = point.numerator !== null && point.denominator ? (point.numerator / point.denominator) * scale : point.cumulative;
  return {
    ...point, cumulative: made, unit, indicator: assignment.indicator, period: { year: YEAR, month }, role, level: 'estimate', state: 'figure', used: true, reasons: [], marks: [],
    method: 'reported', file, sheet: 'Biểu 01', cells: { month: 'G12', cumulative: 'H12', lastYear: 'I12', numerator: 'L12', denominator: 'M12' }, hash: file, recordedAt: '2024-01-01T00:00:00+07:00',
  };
}

/** Indicators by what a fault needs of them, in the catalogue's order. */
export function indicatorsOf(world: World, unit: string): readonly Indicator[] {
  return world.catalogue.indicators.filter((each) => world.index.assignment(unit, each.code) !== null);
}
