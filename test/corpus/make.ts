import { checkBook } from '../../src/core/checks/check-book';
import type { Book } from '../../src/core/grid';
import type { CatalogueIndex } from '../../src/core/catalogue/types';
import type { Finding, FindingCode } from '../../src/core/checks/finding';
import { factIndex, type StoredWords } from '../../src/core/consolidation/fact-index';
import type { Fact } from '../../src/core/consolidation/types';
import type { Period } from '../../src/core/period';
import { readBook } from '../../src/core/report/read-book';
import { readerTools } from '../../src/core/report/read-sheet';
import { throughFile } from './bytes';
import type { Chance } from './chance';
import { draftOf } from './draft';
import type { Fault, Forms, Label, Scene } from './fault';
import { drawFree, FREE_LAYOUTS } from './free-forms';
import { addressIn, bookOf, type Sheet } from './sheet';
import { drawStandard } from './standard-form';
import { FIRST_MONTH, MONTHS, type World } from './world';

/** A label with its cell, where one is meant. */
export interface Expected {
  readonly code: FindingCode;
  readonly indicator?: string;
  readonly cell?: string;
}

/** One thing that is to be checked, and what must come out. */
export interface Case {
  readonly kind: 'clean' | 'fault' | 'near';
  /** The seeded code, or the one that must stay silent; '' for a clean report. */
  readonly code: FindingCode | '';
  readonly way: string;
  readonly unit: string;
  readonly month: number;
  readonly layout: string;
  readonly labels: readonly Expected[];
  readonly alsoTrue: readonly FindingCode[];
  /** Checks it as the product does. */
  findings(): Promise<readonly Finding[]>;
}

/** A report with what it is checked against. */
interface Checked {
  readonly book: Book;
  readonly facts: readonly Fact[];
  readonly words: readonly StoredWords[];
  readonly index: CatalogueIndex;
  readonly reportPeriod: Period;
  /** Written to a file and opened again first. */
  readonly throughBytes: boolean;
}

async function findingsOf({ book, facts, words, index, reportPeriod, throughBytes }: Checked): Promise<readonly Finding[]> {
  const reading = readBook(throughBytes ? await throughFile(book) : book, index, 'file', readerTools(index));
  return checkBook({ reading, index, reportPeriod, history: factIndex(facts, words) }).findings;
}

export interface Corpus {
  readonly world: World;
  readonly cases: readonly Case[];
}

/** A unit and month that has something to report. */
interface Slot {
  readonly unit: string;
  readonly month: number;
}

function slotsOf(world: World): readonly Slot[] {
  return world.catalogue.units.flatMap(({ code: unit }) => MONTHS.filter((month) => draftOf(world, unit, month).entries.some((row) => row.figures.cumulative !== null)).map((month) => ({ unit, month })));
}

function sceneOf(world: World, { unit, month }: Slot, layout: string, chance: Chance): Scene {
  const draft = draftOf(world, unit, month);
  let drawn: Sheet | null = null;
  return {
    world, chance, draft, unit, month, isStandard: layout === 'standard', facts: world.factsBefore(unit, month),
    sheet: () => (drawn ??= layout === 'standard' ? drawStandard(draft) : drawFree(draft, layout, chance.branch('layout'))),
  };
}

const layoutsFor = (on: Forms): readonly string[] => (on === 'standard' ? ['standard'] : on === 'free' ? FREE_LAYOUTS : ['standard', ...FREE_LAYOUTS]);

/** Half of the cases of a fault that fits both kinds stand on the standard form, the others go round the free ones. */
function layoutOf(on: Forms, turn: number, chance: Chance): string {
  if (on === 'both') return turn % 2 === 0 ? 'standard' : chance.pick(FREE_LAYOUTS);
  return chance.pick(layoutsFor(on));
}

/** Enough rounds over all units and months for what only one unit reports, four times a year. */
const MOST_TRIES = 1400;

/** `wanted` cases of one fault, over units, months and layouts; fewer where the programme has nothing to do it to. */
function casesOf(world: World, slots: readonly Slot[], fault: Fault, kind: 'fault' | 'near', wanted: number, chance: Chance): readonly Case[] {
  const made: Case[] = [];
  const order = chance.shuffled(slots);
  for (let tries = 0; tries < MOST_TRIES && made.length < wanted; tries += 1) {
    const slot = order[tries % order.length];
    if (slot === undefined) break;
    const own = chance.branch(`${tries}`);
    const scene = sceneOf(world, slot, layoutOf(fault.on, made.length, own), own);
    const seeded = fault.seed(scene);
    if (seeded === null) continue;
    const sheet = scene.sheet();
    const facts = seeded.facts ?? scene.facts;
    const throughBytes = own.flip(BYTES_SHARE);
    const checked: Checked = {
      book: bookOf(sheet), facts, words: seeded.words ?? world.wordsBefore(slot.unit, slot.month), index: seeded.index ?? world.index, reportPeriod: seeded.reportPeriod ?? scene.draft.period, throughBytes,
    };
    made.push({
      kind, code: fault.code, way: fault.way, ...slot, layout: sheet.layout + (throughBytes ? ' (file)' : ''), labels: seeded.labels.map((label) => expectedOf(sheet, label)),
      alsoTrue: [...(seeded.alsoTrue ?? []), ...notRun(facts, slot.month)], findings: () => findingsOf(checked),
    });
  }
  return made;
}

/** Where the unit has reported nothing before, the checks over time cannot run, and say so. */
const notRun = (facts: readonly Fact[], month: number): readonly FindingCode[] => (facts.length === 0 && month > FIRST_MONTH ? ['R01'] : []);

function expectedOf(sheet: Sheet, { code, indicator, role }: Label): Expected {
  const cell = indicator === undefined || role === undefined ? null : addressIn(sheet, indicator, role);
  return { code, ...(indicator === undefined ? {} : { indicator }), ...(cell === null ? {} : { cell }) };
}

export interface Amounts {
  /** Cases of each code, however many ways it has. */
  readonly each: number;
  readonly near: number;
  /** Share of the clean reports that is checked. */
  readonly clean: number;
}

/** Share of the books that are written to bytes and opened again as files. */
const BYTES_SHARE = 0.1;

/** The whole corpus of a year: clean reports in all layouts, seeded faults, near misses. */
export function makeCorpus(world: World, chance: Chance, faults: readonly Fault[], nearMisses: readonly Fault[], amounts: Amounts): Corpus {
  const slots = slotsOf(world);
  const clean = slots.flatMap((slot, at) => ['standard', FREE_LAYOUTS[at % FREE_LAYOUTS.length] ?? 'plain'].flatMap((layout): Case[] => {
    const own = chance.branch(`clean/${slot.unit}/${slot.month}/${layout}`);
    if (!own.flip(amounts.clean)) return [];
    const scene = sceneOf(world, slot, layout, own);
    const throughBytes = own.flip(BYTES_SHARE);
    const checked: Checked = { book: bookOf(scene.sheet()), facts: scene.facts, words: world.wordsBefore(slot.unit, slot.month), index: world.index, reportPeriod: scene.draft.period, throughBytes };
    return [{ kind: 'clean', code: '', way: 'clean', ...slot, layout: layout + (throughBytes ? ' (file)' : ''), labels: [], alsoTrue: notRun(scene.facts, slot.month), findings: () => findingsOf(checked) }];
  }));
  const seeded = (list: readonly Fault[], kind: 'fault' | 'near', wanted: number): Case[] => list.flatMap((fault) => {
    const ways = list.filter((each) => each.code === fault.code).length;
    return casesOf(world, slots, fault, kind, Math.ceil(wanted / ways), chance.branch(`${kind}/${fault.code}/${fault.way}`));
  });
  return { world, cases: [...clean, ...seeded(faults, 'fault', amounts.each), ...seeded(nearMisses, 'near', amounts.near)] };
}
