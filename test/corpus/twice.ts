import { runMonth } from '../../src/core/consolidation/pipeline';
import type { Finding } from '../../src/core/checks/finding';
import { readBook } from '../../src/core/report/read-book';
import { readerTools } from '../../src/core/report/read-sheet';
import type { BookReading } from '../../src/core/report/types';
import type { Chance } from './chance';
import { draftOf, type Draft } from './draft';
import { num, setMonth } from './fault';
import { drawFree, FREE_LAYOUTS } from './free-forms';
import type { Case } from './make';
import { bookOf, type Sheet } from './sheet';
import { drawStandard } from './standard-form';
import { FIRST_MONTH, MONTHS, YEAR, type World } from './world';

interface Slot {
  readonly unit: string;
  readonly month: number;
}

interface Pair {
  readonly way: string;
  readonly kind: 'fault' | 'near';
  /** A second report beside the first. */
  second(world: World, slot: Slot, chance: Chance): Sheet;
}

const UNITS = ['SCT', 'NT', 'VN', 'CAT', 'CTH', 'TTT', 'SYT', 'KV'] as const;

const PAIRS: readonly Pair[] = [
  { way: 'sent again with another figure', kind: 'fault', second: (world, slot) => ({ ...drawStandard(corrected(draftOf(world, slot.unit, slot.month))), file: `${slot.unit}_${YEAR}-${String(slot.month).padStart(2, '0')} (2).xlsx` }) },
  { way: 'the form and a form of its own', kind: 'fault', second: (world, slot, chance) => drawFree(corrected(draftOf(world, slot.unit, slot.month)), chance.pick(FREE_LAYOUTS), chance) },
  { way: 'the month before', kind: 'near', second: (world, slot) => drawStandard(draftOf(world, slot.unit, slot.month - 1)) },
  { way: 'another unit', kind: 'near', second: (world, slot) => drawStandard(draftOf(world, UNITS.find((unit) => unit !== slot.unit) ?? '', slot.month)) },
];

function corrected(draft: Draft): Draft {
  for (const row of draft.entries) if (num(row, 'month') > 0) setMonth(row, num(row, 'month') + 1);
  return draft;
}

function readingOf(world: World, sheet: Sheet, hash: string): BookReading {
  return readBook({ ...bookOf(sheet), hash }, world.index, 'file', readerTools(world.index));
}

/** Two files picked at once: of one unit and month, somebody must choose (F07); otherwise nobody need. */
export function pairCases(world: World, chance: Chance, wanted: number): readonly Case[] {
  const slots = UNITS.flatMap((unit) => MONTHS.filter((month) => month > FIRST_MONTH).map((month): Slot => ({ unit, month })));
  return PAIRS.flatMap((pair) => {
    const own = chance.branch(pair.way);
    const count = Math.ceil((pair.kind === 'fault' ? wanted : wanted / 3) / 2);
    return own.shuffled(slots).slice(0, count).map((slot): Case => ({
      kind: pair.kind, code: 'F07', way: pair.way, ...slot, layout: 'two files', labels: pair.kind === 'fault' ? [{ code: 'F07' }] : [], alsoTrue: [],
      findings() {
        const sheets = [drawStandard(draftOf(world, slot.unit, slot.month)), pair.second(world, slot, own.branch(`${slot.unit}${slot.month}`))];
        const { inputs } = runMonth({
          period: { year: YEAR, month: slot.month }, asOf: `${YEAR}-12-31`, index: world.index, readings: sheets.map((sheet, at) => readingOf(world, sheet, `${at}`)), stored: [], decisions: [], chosenFiles: [], now: `${YEAR}-12-31T08:00:00+07:00`,
        });
        // What each report says by itself is judged elsewhere.
        return Promise.resolve(inputs.flatMap((input): readonly Finding[] => input.result.findings.filter((finding) => finding.code === 'F07')));
      },
    }));
  });
}
