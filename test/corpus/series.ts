import type { CatalogueIndex, Indicator } from '../../src/core/catalogue/types';
import type { Chance } from './chance';

/** The true figures of one unit and indicator at the end of a month; rates in percent. */
export interface Point {
  readonly month: number | null;
  readonly cumulative: number | null;
  readonly lastYear: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** By month, 1 to 12; undefined where nothing is reported. */
export type Series = readonly (Point | undefined)[];

type PlanOf = (unit: string, code: string) => number | null;

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const PEOPLE: Readonly<Record<string, number>> = { NT: 435_300, CR: 141_200, CL: 115_400, VN: 135_100, NH: 240_600, KV: 42_300, DK: 145_800, KS: 29_400 };
const COMMUNES: Readonly<Record<string, readonly [number, number, number]>> = {
  NT: [7, 3, 0], CR: [5, 2, 0], CL: [11, 2, 0], VN: [11, 3, 0], NH: [16, 4, 0], KV: [3, 1, 0], DK: [12, 4, 0], KS: [0, 0, 0],
};
/** Last year's totals of what has no target but last year. */
const LAST_YEAR: Readonly<Record<string, number>> = { 'NV08.1': 412, 'NV08.2': 198, 'NV08.3': 305 };
const SCALE = 100;

export const rounded = (value: number, decimals: number): number => Number(`${Math.round(Number(`${value}e${decimals}`))}e-${decimals}`);

/**
 * 0,6745 · |x − median| ÷ MAD of a value against the values before it, or how far it is beyond max(1 unit, 10 %) where
 * they do not spread; 0 with fewer than six of them. As the catalogue of checks defines it (T06).
 */
export function outlyingness(before: readonly number[], value: number): number {
  if (before.length < 6) return 0;
  const middle = medianOf(before);
  const spread = medianOf(before.map((each) => Math.abs(each - middle)));
  if (spread === 0) return Math.abs(value - middle) > Math.max(1, 0.1 * Math.abs(middle)) ? Infinity : 0;
  return (0.6745 * Math.abs(value - middle)) / spread;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

/** True series stay well inside of what counts as an outlier. */
const CALM = 2.4;

/** Draws a value a month until it lies calmly among those before it. January stands in no report, so it does not count. */
function calmly(draw: (month: number, width: number) => number): number[] {
  const values: number[] = [];
  for (const month of MONTHS) {
    const before = values.slice(1);
    let value = draw(month, 1);
    for (let tries = 1; tries < 60 && outlyingness(before, value) > CALM; tries += 1) value = draw(month, 1 / (1 + tries / 6));
    // Months that happened to lie close together, away from where the others are drawn: another one like them.
    if (outlyingness(before, value) > CALM) value = [...before].sort((a, b) => a - b)[before.length >> 1] ?? value;
    values.push(value);
  }
  return values;
}

/** All series of a year, by "unit|indicator". */
export function seriesOf(index: CatalogueIndex, planOf: PlanOf, chance: Chance): ReadonlyMap<string, Series> {
  const all = new Map<string, Series>();
  for (const indicator of index.catalogue.indicators) {
    for (const { unit } of index.contributors(indicator.code)) {
      if (unit === null) continue;
      const made = seriesFor(indicator, unit, planOf(unit, indicator.code), chance.branch(`${unit}/${indicator.code}`), chance.branch(`people/${unit}`));
      if (made !== null) all.set(`${unit}|${indicator.code}`, made);
    }
  }
  countedTogether(all, 'XH12', 'XH12.1');
  countedTogether(all, 'XH12.3', 'XH12.4');
  withinOneAnother(all, 'XH08', 'XH09', chance);
  totalOfParts(all, chance.branch('other revenue'));
  secondSources(all, index);
  return all;
}

function seriesFor(indicator: Indicator, unit: string, plan: number | null, chance: Chance, people: Chance): Series | null {
  if (indicator.unit === '' || indicator.aggregation === 'derived' || YEARLY.has(indicator.code)) return null;
  switch (indicator.kind) {
    case 'flow':
      return indicator.code.startsWith('XH12') ? events(indicator.code, unit, chance) : flow(indicator, plan, chance);
    case 'stock':
      return indicator.code.startsWith('XH12') ? communes(indicator.code, unit) : leftOver(chance);
    case 'growth':
      return only([3, 6, 9, 12], () => ({ ...NOTHING, cumulative: rounded(chance.between(7.1, 9.4), 2) }));
    case 'rate':
    case 'cohort':
      return rate(indicator, unit, chance, people);
    case 'change':
    case 'milestone':
      return null;
  }
}

const NOTHING: Point = { month: null, cumulative: null, lastYear: null, numerator: null, denominator: null };
/** Asked in the annual report alone. */
const YEARLY: ReadonlySet<string> = new Set(['KT02', 'XH01', 'XH04', 'XH05', 'XH06', 'XH11', 'MT01', 'MT04', 'MT05', 'NV07']);

function only(months: readonly number[], make: (month: number) => Point): Series {
  return Array.from({ length: 13 }, (_, month) => (months.includes(month) ? make(month) : undefined));
}

/** A flow that runs from 75 % to 112 % of its plan over the year, a little uneven from month to month. */
function flow(indicator: Indicator, plan: number | null, chance: Chance): Series {
  const { decimals, code } = indicator;
  const last = LAST_YEAR[code];
  const year = last === undefined ? (plan ?? 0) * chance.between(0.75, 1.12) : last * chance.between(0.72, 0.93);
  const unevenness = last === undefined ? 0.1 : 0.16;
  const months = calmly((_, width) => Math.max(10 ** -decimals, rounded((year / 12) * (1 + unevenness * width * chance.between(-1, 1)), decimals)));
  const growth = last === undefined ? chance.between(1.04, 1.16) : year / last;
  const before = months.map((value) => rounded((value / growth) * chance.between(0.97, 1.03), decimals));
  const upTo = (values: readonly number[], month: number): number => rounded(values.slice(0, month).reduce((sum, value) => sum + value, 0), decimals);
  const quarterly = code === 'KT05';
  return only(quarterly ? [3, 6, 9, 12] : MONTHS, (month) => ({
    ...NOTHING, month: quarterly ? null : (months[month - 1] ?? null), cumulative: upTo(months, month), lastYear: upTo(before, month),
  }));
}

/** Something that happens once a year in some districts. */
function eventMonth(unit: string, chance: Chance): number | null {
  return PEOPLE[unit] !== undefined && unit !== 'KS' && chance.flip(0.5) ? chance.int(5, 10) : null;
}

function events(code: string, unit: string, chance: Chance): Series {
  const at = code === 'XH12.1' && unit !== 'NH' ? null : code === 'XH12.4' && !['CL', 'VN', 'NH', 'DK'].includes(unit) ? null : eventMonth(unit, chance);
  return only(MONTHS, (month) => ({ ...NOTHING, month: month === at ? 1 : 0, cumulative: at !== null && month >= at ? 1 : 0, lastYear: 0 }));
}

function communes(code: string, unit: string): Series {
  const [all, advanced, model] = COMMUNES[unit] ?? [0, 0, 0];
  const base = code === 'XH12' ? all : code === 'XH12.3' ? advanced : model;
  return only(MONTHS, () => ({ ...NOTHING, cumulative: base, lastYear: base }));
}

/** Households that should be none: a few left, fewer at the end of the year. */
function leftOver(chance: Chance): Series {
  const first = chance.int(3, 6);
  return only([6, 12], (month) => ({ ...NOTHING, cumulative: month === 6 ? first : first - 2, lastYear: first + 3 }));
}

function rate(indicator: Indicator, unit: string, chance: Chance, people: Chance): Series {
  const { code, scale, decimals } = indicator;
  const inhabitants = PEOPLE[unit] ?? 640_000;
  const growth = people.between(0.0004, 0.0008);
  const workers = people.between(0.51, 0.53);
  const [from, to] = BANDS[code] ?? [70, 90];
  const start = chance.between(from, to);
  const slope = chance.between(0.02, 0.06);
  const share = calmly((month, width) => start + slope * month + width * chance.between(-0.04, 0.04)).map((value) => value / SCALE);
  const point = (month: number, denominator: number, part: number): Point => {
    const near = Math.round(denominator * part);
    // Small counts hit the target to the digit now and then; that is worth a finding (L13), so it is no plain true report.
    const numerator = indicator.target?.kind === 'number' && Math.abs((near / denominator) * scale - indicator.target.value) < 1e-9 ? near - 1 : near;
    return { ...NOTHING, cumulative: rounded((numerator / denominator) * scale, decimals), numerator, denominator };
  };
  const at = (month: number): number => share[month - 1] ?? start / SCALE;
  switch (code) {
    case 'XH07':
      return only(MONTHS, (month) => point(month, Math.round(inhabitants * (1 + growth * month)), at(month)));
    case 'XH08':
    case 'XH09':
      return only(MONTHS, (month) => point(month, Math.round(inhabitants * workers * (1 + growth * month)), at(month)));
    case 'XH10': {
      const schools = unit === 'SGDDT' ? 32 : Math.max(14, Math.round(inhabitants / 3900));
      const good = Math.round(schools * chance.between(0.52, 0.7));
      return only(MONTHS, (month) => point(month, schools, (good + (month >= 9 && schools >= 30 ? 1 : 0)) / schools));
    }
    case 'MT02':
      return only([6, 12], (month) => point(month, 5, 0.8));
    case 'MT03':
      return only([3, 6, 9, 12], (month) => point(month, Math.round(inhabitants * 0.024 * month * chance.between(0.99, 1.01)), at(month)));
    case 'NV02': {
      const children = 17_240;
      const monthly = calmly((_, width) => 0.0735 * (1 + 0.06 * width * chance.between(-1, 1)));
      return only(MONTHS, (month) => point(month, children, monthly.slice(0, month).reduce((sum, value) => sum + value, 0)));
    }
    case 'NV03':
    case 'NV04': {
      const a = code === 'NV03' ? 66 : 17;
      const cases = calmly((_, width) => Math.max(4, Math.round(a * (1 + 0.1 * width * chance.between(-1, 1)))));
      return only(MONTHS, (month) => point(month, cases.slice(0, month).reduce((sum, value) => sum + value, 0), at(month)));
    }
    default:
      return only([6, 12], (month) => point(month, Math.round(641_000 * (1 + growth * month)), at(month)));
  }
}

/** Percent at the start of the year. */
const BANDS: Readonly<Record<string, readonly [number, number]>> = {
  XH03: [82.6, 84.1], 'XH03.1': [28.9, 30.3], XH07: [93.4, 97.2], XH08: [36.9, 40.1], XH09: [31.2, 33.4], MT03: [92.2, 96.8], NV03: [83.5, 91.5], NV04: [86.4, 92.8],
};

/** The count at the end of a month is last year's and what was added since. */
function countedTogether(all: Map<string, Series>, count: string, added: string): void {
  for (const [key, series] of [...all]) {
    const [unit, code] = key.split('|');
    const more = all.get(`${unit ?? ''}|${added}`);
    if (code !== count || more === undefined) continue;
    all.set(key, series.map((each, month) => (each === undefined ? each : { ...each, cumulative: (each.cumulative ?? 0) + (more[month]?.cumulative ?? 0) })));
  }
}

/** Both rates are taken over the same people, and the smaller never passes the larger. */
function withinOneAnother(all: Map<string, Series>, larger: string, smaller: string, chance: Chance): void {
  for (const [key, series] of [...all]) {
    const [unit, code] = key.split('|');
    if (code !== smaller) continue;
    const share = chance.branch(`share/${unit ?? ''}`).between(0.8, 0.88);
    const whole = all.get(`${unit ?? ''}|${larger}`);
    all.set(key, series.map((each, month) => {
      const of = whole?.[month];
      if (each === undefined || typeof of?.numerator !== 'number' || typeof of.denominator !== 'number') return each;
      const numerator = Math.round(of.numerator * share);
      return { ...each, numerator, denominator: of.denominator, cumulative: rounded((numerator / of.denominator) * SCALE, 2) };
    }));
  }
}

/** The total is its two parts and some small items beside them, a tenth of a percent. */
function totalOfParts(all: Map<string, Series>, chance: Chance): void {
  const parts = [all.get('CHQ|KT04.1'), all.get('CTH|KT04.2')];
  const extra = MONTHS.map(() => chance.between(0.0006, 0.0014));
  let cumulative = 0;
  let lastYear = 0;
  const sum = (month: number, pick: (point: Point) => number | null): number => parts.reduce((total, part) => total + (part?.[month] ? (pick(part[month]) ?? 0) : 0), 0);
  const made: (Point | undefined)[] = [undefined];
  for (const month of MONTHS) {
    const value = rounded(sum(month, (point) => point.month) * (1 + (extra[month - 1] ?? 0)), 1);
    cumulative = rounded(cumulative + value, 1);
    lastYear = rounded(sum(month, (point) => point.lastYear) * 1.001, 1);
    made.push({ ...NOTHING, month: value, cumulative, lastYear });
  }
  all.set('STC|KT04', made);
}

/** A second source says what the lead says, or what the parts make together. */
function secondSources(all: Map<string, Series>, index: CatalogueIndex): void {
  for (const { indicator: code, unit, role } of index.catalogue.assignments) {
    const indicator = index.indicator(code);
    if (role !== 'check' || unit === null || indicator === null) continue;
    const parts = index.contributors(code).map((each) => all.get(`${each.unit ?? ''}|${code}`)).filter((each) => each !== undefined);
    const first = parts[0];
    if (first !== undefined) all.set(`${unit}|${code}`, first.map((_, month) => together(indicator, parts.flatMap((series) => series[month] ?? []))));
  }
}

function together(indicator: Indicator, points: readonly Point[]): Point | undefined {
  if (points.length === 0) return undefined;
  const sum = (pick: (point: Point) => number | null): number | null =>
    points.every((point) => pick(point) === null) ? null : rounded(points.reduce((total, point) => total + (pick(point) ?? 0), 0), indicator.decimals);
  const whole: Point = { month: sum((each) => each.month), cumulative: sum((each) => each.cumulative), lastYear: sum((each) => each.lastYear), numerator: sum((each) => each.numerator), denominator: sum((each) => each.denominator) };
  if (indicator.kind !== 'rate' || whole.numerator === null || !whole.denominator) return whole;
  return { ...whole, cumulative: rounded((whole.numerator / whole.denominator) * indicator.scale, indicator.decimals) };
}

/**
 * Whether a figure is behind: `perhaps` by any reading of the rules (there the true reports carry their words),
 * `surely` only where nobody could doubt it (there a missing word is a fault).
 */
export function isBehind(indicator: Indicator, point: Point, plan: number | null, month: number, how: 'perhaps' | 'surely'): boolean {
  const value = point.cumulative;
  if (value === null) return false;
  const target = indicator.target?.kind === 'number' ? indicator.target.value : null;
  const strict = how === 'surely';
  switch (indicator.kind) {
    case 'flow': {
      if (indicator.target?.kind === 'lastYear') return !strict && point.lastYear !== null && value > point.lastYear * 0.97;
      return plan !== null && value < plan * (month / 12) * (strict ? 0.92 : 0.98);
    }
    case 'cohort':
      return target !== null && value < target * (month / 12) * (strict ? 0.92 : 0.98);
    case 'rate':
    case 'growth': {
      const goal = strict ? plan : target;
      return goal !== null && (indicator.better === 'down' ? value - goal : goal - value) > (strict ? 0.7 : 0.2);
    }
    case 'stock':
      return !strict && indicator.better === 'down' && value > (target ?? 0);
    case 'change':
    case 'milestone':
      return false;
  }
}
