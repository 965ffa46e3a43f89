import { expectedUnits, unitsInWords } from '../../src/core/catalogue/due';
import type { CatalogueIndex, Indicator } from '../../src/core/catalogue/types';
import type { Finding, FindingCode } from '../../src/core/checks/finding';
import { runMonth } from '../../src/core/consolidation/pipeline';
import type { Fact } from '../../src/core/consolidation/types';
import type { Receipt } from '../../src/core/deadlines/submissions';
import type { Book } from '../../src/core/grid';
import type { IsoDate } from '../../src/core/period';
import { readBook } from '../../src/core/report/read-book';
import { readerTools } from '../../src/core/report/read-sheet';
import type { BookReading } from '../../src/core/report/types';
import type { Chance } from './chance';
import { draftOf, entry, type Draft } from './draft';
import { num, setMonth } from './fault';
import type { Case, Expected } from './make';
import { rounded } from './series';
import { bookOf } from './sheet';
import { drawStandard } from './standard-form';
import { MONTHS, YEAR, type World } from './world';

/** A month of the whole province before it is consolidated; scenarios change it. */
interface Month {
  readonly world: World;
  readonly chance: Chance;
  readonly month: number;
  /** Units whose report is there, each with its draft where it was changed. */
  readonly units: Set<string>;
  readonly changed: Map<string, Draft>;
  /** Days on which reports came in, by unit; null: it came, nobody knows when. */
  readonly received: Map<string, IsoDate | null>;
  earlierReceipts: Receipt[];
  stored: readonly Fact[];
  index: CatalogueIndex;
  asOf: IsoDate;
}

interface Told {
  readonly labels: readonly Expected[];
  readonly alsoTrue?: readonly FindingCode[];
}

interface Scenario {
  readonly code: FindingCode;
  readonly way: string;
  readonly kind?: 'near';
  change(month: Month): Told | null;
}

const two = (value: number): string => String(value).padStart(2, '0');
const day = (month: number, date: number): IsoDate => (month > 12 ? `${YEAR + 1}-01-${two(date)}` : `${YEAR}-${two(month)}-${two(date)}`);
const someUnit = (month: Month): string => month.chance.pick([...month.units].sort());
const draft = (month: Month, unit: string): Draft => {
  const made = month.changed.get(unit) ?? draftOf(month.world, unit, month.month);
  month.changed.set(unit, made);
  return made;
};
const withIndicator = (month: Month, code: string, change: Partial<Indicator>): void => {
  const { catalogue } = month.world;
  month.index = month.world.remake({ ...catalogue, indicators: catalogue.indicators.map((each) => (each.code === code ? { ...each, ...change } : each)) });
  if (change.target === undefined) return;
  // The forms of the month are made from the changed catalogue.
  for (const unit of month.units) {
    const role = month.index.assignment(unit, code)?.role;
    const row = role === 'lead' || role === 'check' ? draft(month, unit).entries.find((each) => each.indicator.code === code) : undefined;
    if (row !== undefined) row.figures.plan = change.target?.kind === 'number' ? change.target.value : null;
  }
};
/** The province's figure that one lead unit makes. */
const ledBy = (month: Month, code: string): number | null => {
  const unit = month.world.index.contributors(code)[0]?.unit;
  return typeof unit !== 'string' ? null : (month.world.point(unit, code, month.month)?.cumulative ?? null);
};
/** What a changed target makes of an indicator besides: its pace and forecast are judged against it. */
const PACE: readonly FindingCode[] = ['G05', 'G06'];

const SCENARIOS: readonly Scenario[] = [
  { code: 'C01', way: 'absent before the deadline', change: (month) => {
    const unit = someUnit(month);
    month.units.delete(unit);
    month.received.delete(unit);
    month.asOf = day(month.month, 5);
    // The others are compared by themselves, and may be behind.
    return { labels: [{ code: 'C01' }], alsoTrue: PACE };
  } },
  { code: 'D01', way: 'absent after the deadline', change: (month) => {
    const unit = someUnit(month);
    month.units.delete(unit);
    month.received.delete(unit);
    return { labels: [{ code: 'D01' }], alsoTrue: PACE };
  } },
  { code: 'C02', way: 'nobody waited for it', change: (month) => {
    const unit = month.chance.pick(['BHXH', 'STNMT', 'SGDDT'].filter((each) => draftOf(month.world, each, month.month).entries.some((row) => num(row, 'cumulative') > 0)));
    month.units.add(unit);
    month.received.set(unit, day(month.month, 12));
    // What it brings may be behind: without it there was no figure to judge.
    return { labels: [{ code: 'C02' }], alsoTrue: PACE };
  } },
  { code: 'C03', way: 'no words', change: (month) => {
    const unit = month.chance.pick(unitsInWords(month.index, { year: YEAR, month: month.month }));
    month.received.delete(unit);
    // A unit that owes words and sent none has not submitted either.
    return { labels: [{ code: 'C03' }], alsoTrue: ['D01'] };
  } },
  { code: 'C05', way: 'an error stays open', change: (month) => {
    const unit = month.chance.pick(['NT', 'CL', 'VN', 'SYT', 'CAT'].filter((each) => month.units.has(each)));
    const row = draft(month, unit).entries.find((each) => num(each, 'cumulative') > 0);
    if (row === undefined) return null;
    row.figures.cumulative = 'xem phụ lục';
    // It came on time and is not clean.
    return { labels: [{ code: 'C05' }], alsoTrue: ['D03', ...PACE] };
  } },
  { code: 'D03', way: 'on time, not clean', change: (month) => {
    const unit = month.chance.pick(['NT', 'CR', 'KV', 'SCT', 'TTT'].filter((each) => month.units.has(each)));
    const row = draft(month, unit).entries.find((each) => num(each, 'cumulative') > 0);
    if (row === undefined) return null;
    row.figures.cumulative = { error: '#REF!' };
    return { labels: [{ code: 'D03' }], alsoTrue: ['C05', ...PACE] };
  } },
  { code: 'C06', way: 'a stored figure changes', change: (month) => {
    const unit = month.chance.pick(['SCT', 'NT', 'CAT', 'CTH'].filter((each) => month.units.has(each)));
    const now = month.world.factsBefore(unit, month.month + 1).filter((fact) => fact.period.month === month.month);
    const code = now.find((fact) => fact.month !== null && fact.cumulative !== null && fact.cumulative > 0)?.indicator;
    if (code === undefined) return null;
    month.stored = [...month.stored, ...now.map((fact) => (fact.indicator === code ? { ...fact, cumulative: (fact.cumulative ?? 0) + 7 } : fact))];
    return { labels: [{ code: 'C06', indicator: code }] };
  } },
  { code: 'C08', way: 'typed by hand', change: (month) => {
    const unit = month.chance.pick(['SCT', 'CTH', 'CAT'].filter((each) => month.units.has(each)));
    const now = month.world.factsBefore(unit, month.month + 1).filter((fact) => fact.period.month === month.month);
    if (now.length === 0) return null;
    month.units.delete(unit);
    month.stored = [...month.stored, ...now.map((fact): Fact => ({ ...fact, method: 'typed', file: '', sheet: '', cells: {}, hash: '' }))];
    return { labels: [{ code: 'C08' }] };
  } },
  { code: 'C09', way: 'the total of three units', change: (month) => {
    const row = entry(draft(month, 'STC'), 'KT04');
    setMonth(row, num(row, 'month') + num(row, 'cumulative') * month.chance.between(0.01, 0.03));
    // The report that holds the parts beside it fails by itself, and is then no clean one; the growth made from the total may fall behind or not.
    return { labels: [{ code: 'C09', indicator: 'KT04' }], alsoTrue: ['C05', 'D03', ...PACE] };
  } },
  { code: 'C10', way: 'a second source', change: (month) => {
    const row = entry(draft(month, 'CHQ'), 'KT03');
    setMonth(row, num(row, 'month') + num(row, 'cumulative') * month.chance.between(0.01, 0.04));
    return { labels: [{ code: 'C10', indicator: 'KT03' }] };
  } },
  { code: 'D02', way: 'late', change: (month) => {
    month.received.set(someUnit(month), day(month.month, month.chance.int(22, 27)));
    return { labels: [{ code: 'D02' }] };
  } },
  { code: 'D05', way: 'nobody typed the day', change: (month) => {
    month.received.delete(someUnit(month));
    return { labels: [{ code: 'D05' }] };
  } },
  { code: 'D06', way: 'soon due', change: (month) => {
    const unit = someUnit(month);
    month.units.delete(unit);
    month.received.delete(unit);
    month.asOf = day(month.month, 15);
    return { labels: [{ code: 'D06' }], alsoTrue: ['C01', ...PACE] };
  } },
  { code: 'D08', way: 'late again', change: (month) => {
    const unit = someUnit(month);
    if (month.month < 3) return null;
    month.received.set(unit, day(month.month, 25));
    month.earlierReceipts = [{ unit, period: { year: YEAR, month: month.month - 1 }, receivedOn: day(month.month - 1, 26) }];
    return { labels: [{ code: 'D08' }], alsoTrue: ['D02'] };
  } },
  { code: 'G01', way: 'no target', change: (month) => {
    const code = month.chance.pick(['KT03', 'NV04', 'NV03', 'XH07']);
    withIndicator(month, code, { target: null });
    return { labels: [{ code: 'G01', indicator: code }] };
  } },
  { code: 'G05', way: 'a little behind', change: (month) => {
    const value = ledBy(month, 'KT03');
    // Later in the year there are months enough for a forecast, and whoever is behind hardly reaches the target any more (G06).
    if (value === null || month.month > 4) return null;
    withIndicator(month, 'KT03', { target: { kind: 'number', value: rounded((value * 12) / month.month / month.chance.between(0.87, 0.94), 0) } });
    return { labels: [{ code: 'G05', indicator: 'KT03' }] };
  } },
  { code: 'G06', way: 'far behind', change: (month) => {
    const code = month.chance.pick(['KT03', 'KT04.1', 'KT04.2']);
    const value = ledBy(month, code);
    if (value === null) return null;
    withIndicator(month, code, { target: { kind: 'number', value: rounded((value * 12) / month.month / month.chance.between(0.4, 0.7), 0) } });
    return { labels: [{ code: 'G06', indicator: code }], alsoTrue: ['G05'] };
  } },
  { code: 'G07', way: 'away from the target', change: (month) => {
    const code = month.chance.pick(['NV03', 'NV04']);
    const value = ledBy(month, code);
    if (value === null || value > 96) return null;
    withIndicator(month, code, { baseline: rounded(value + 2, 2), target: { kind: 'number', value: 99 } });
    return { labels: [{ code: 'G07', indicator: code }], alsoTrue: PACE };
  } },
  { code: 'G08', way: 'far beyond by mid-year', change: (month) => {
    const code = month.chance.pick(['KT03', 'KT04.1', 'KT04.2']);
    const value = ledBy(month, code);
    if (value === null || month.month > 6) return null;
    withIndicator(month, code, { target: { kind: 'number', value: rounded(value / month.chance.between(1.6, 2.4), 1) } });
    return { labels: [{ code: 'G08', indicator: code }] };
  } },
  { code: 'G10', way: 'plans that do not add up', change: (month) => {
    const { catalogue } = month.world;
    const unitPlans = catalogue.unitPlans.map((plan) => (plan.indicator === 'XH02' && plan.unit === 'NT' ? { ...plan, plan: plan.plan + month.chance.int(400, 900) * month.chance.pick([1, -1]) } : plan));
    month.index = month.world.remake({ ...catalogue, unitPlans });
    // The form is made from the changed plan.
    entry(draft(month, 'NT'), 'XH02').figures.plan = month.index.unitPlan('NT', 'XH02');
    return { labels: [{ code: 'G10', indicator: 'XH02' }] };
  } },
  { code: 'G11', way: 'exactly at a strict bound', change: (month) => {
    const code = month.chance.pick(['NV03', 'NV04']);
    const lead = month.world.index.contributors(code)[0]?.unit;
    const row = typeof lead !== 'string' ? undefined : draft(month, lead).entries.find((each) => each.indicator.code === code);
    if (row === undefined) return null;
    const value = (num(row, 'numerator') / num(row, 'denominator')) * row.indicator.scale;
    withIndicator(month, code, { target: { kind: 'number', value } });
    return { labels: [{ code: 'G11', indicator: code }], alsoTrue: PACE };
  } },
  { code: 'D02', way: 'on the last day', kind: 'near', change: (month) => {
    month.received.set(someUnit(month), day(month.month, month.chance.int(1, 17)));
    return { labels: [] };
  } },
  { code: 'C10', way: 'a second source that rounds', kind: 'near', change: (month) => {
    const row = entry(draft(month, 'CHQ'), 'KT03');
    setMonth(row, num(row, 'month') + num(row, 'cumulative') * 0.002);
    return { labels: [] };
  } },
];

const readings = new WeakMap<World, Map<string, BookReading>>();

function readingOf(month: Month, unit: string): BookReading {
  const known = readings.get(month.world) ?? new Map<string, BookReading>();
  readings.set(month.world, known);
  const key = `${unit}|${month.month}`;
  const own = month.index === month.world.index && !month.changed.has(unit);
  const present = own ? known.get(key) : undefined;
  if (present) return present;
  const book: Book = bookOf(drawStandard(month.changed.get(unit) ?? draftOf(month.world, unit, month.month)));
  const reading = readBook({ ...book, hash: `${unit}_${YEAR}-${two(month.month)}.xlsx` }, month.index, 'file', readerTools(month.index));
  if (own) known.set(key, reading);
  return reading;
}

function monthOf(world: World, month: number, chance: Chance): Month {
  const period = { year: YEAR, month };
  const units = expectedUnits(world.index, period);
  const received = new Map<string, IsoDate | null>([...units, ...unitsInWords(world.index, period)].map((unit) => [unit, day(month, 2)]));
  const stored = units.flatMap((unit) => world.factsBefore(unit, month));
  return { world, chance, month, units: new Set(units), changed: new Map(), received, earlierReceipts: [], stored, index: world.index, asOf: day(month, 28) };
}

/** The findings on the province itself; those of the reports are judged elsewhere. */
function findingsOf(month: Month): readonly Finding[] {
  const period = { year: YEAR, month: month.month };
  const receipts: Receipt[] = [...[...month.received].map(([unit, receivedOn]) => ({ unit, period, receivedOn })), ...month.earlierReceipts];
  const books = [...month.units].sort().map((unit) => readingOf(month, unit));
  const { consolidation } = runMonth({ period, asOf: month.asOf, index: month.index, readings: books, stored: month.stored, decisions: [], chosenFiles: [], now: `${month.asOf}T08:00:00+07:00`, receipts });
  return consolidation.findings;
}

const keyOf = ({ code, unit, indicator }: Finding): string => `${code}|${unit ?? ''}|${indicator ?? ''}`;

/**
 * Months of the whole province with one thing wrong. A true month has findings of its own (what is behind is behind);
 * only what a scenario adds to them is judged.
 */
export function provinceCases(world: World, chance: Chance, wanted: number): readonly Case[] {
  return SCENARIOS.flatMap((scenario) => {
    const cases: Case[] = [];
    for (let tries = 0; tries < wanted * 6 && cases.length < (scenario.kind === 'near' ? wanted / 2 : wanted); tries += 1) {
      const own = chance.branch(`${scenario.code}/${scenario.way}/${tries}`);
      const at = monthOf(world, own.pick(MONTHS), own);
      const told = scenario.change(at);
      if (told === null) continue;
      cases.push({
        kind: scenario.kind ?? 'fault', code: scenario.code, way: scenario.way, unit: '', month: at.month, layout: 'province', labels: told.labels, alsoTrue: told.alsoTrue ?? [],
        findings() {
          const before = new Set(trueFindings(world, at.month));
          const isLabelled = ({ code, indicator }: Finding): boolean => told.labels.some((label) => label.code === code && (label.indicator === undefined || label.indicator === indicator));
          return Promise.resolve(findingsOf(at).filter((finding) => !before.has(keyOf(finding)) || isLabelled(finding)));
        },
      });
    }
    return cases;
  });
}

const baselines = new WeakMap<World, Map<number, readonly string[]>>();

/** Keys of what a true month finds on the province. */
export function trueFindings(world: World, month: number): readonly string[] {
  const known = baselines.get(world) ?? new Map<number, readonly string[]>();
  baselines.set(world, known);
  const keys = known.get(month) ?? findingsOf(monthOf(world, month, { next: () => 0, int: (from) => from, between: (from) => from, flip: () => false, pick: (list) => { const [first] = list; if (first === undefined) throw new Error('Nothing to pick from.'); return first; }, shuffled: (list) => [...list], branch: () => { throw new Error('A true month needs no chance.'); } })).map(keyOf);
  known.set(month, keys);
  return keys;
}
