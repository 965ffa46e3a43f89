import { z } from 'zod';
import { CODES } from '../checks/codes';
import type { FindingCode } from '../checks/finding';
import type { Fact } from '../consolidation/types';
import { addressOf } from '../address';
import { cellsOfText, FACT, GONE, storedPeriod } from './fact-table';
import { TABLES } from './names';
import type { OwnFault } from './read-catalogue';
import { numberOf, textOf, type StoredRow, type StoredTable } from './table';
import { FACT_STATE_WORDS, LEVEL_WORDS, METHOD_WORDS, ROLE_WORDS, valueOfWord } from './words';

const figure = z.number().finite().nullable();
const factSchema = z.object({
  unit: z.string().min(1), indicator: z.string().min(1),
  role: z.enum(['lead', 'part', 'check']),
  month: figure, cumulative: figure, lastYear: figure, numerator: figure, denominator: figure,
});

const FIGURE_HEADERS: readonly (readonly [string, string])[] = [
  ['month', FACT.monthFigure], ['cumulative', FACT.cumulative], ['lastYear', FACT.lastYear], ['numerator', FACT.numerator], ['denominator', FACT.denominator],
];
const isCode = (text: string): text is FindingCode => Object.hasOwn(CODES, text);
const codes = (text: string): FindingCode[] => text.split(',').map((part) => part.trim()).filter(isCode);

/**
 * The facts of SoLieu. Rows that an earlier run marked as gone are left where they are and read no more; a row that the
 * analyst added counts as typed. A row that cannot be read is a fault with its cell.
 */
export function readFacts(table: StoredTable | null): { readonly facts: readonly Fact[]; readonly faults: readonly OwnFault[] } {
  const facts: Fact[] = [];
  const faults: OwnFault[] = [];
  for (const row of table?.rows ?? []) {
    const unit = textOf(row.at(FACT.unit));
    const indicator = textOf(row.at(FACT.indicator));
    if ((unit === '' && indicator === '') || textOf(row.at(FACT.reasons)) === GONE) continue;
    const period = storedPeriod(row);
    const read = factSchema.safeParse({
      unit, indicator, role: valueOfWord(ROLE_WORDS, textOf(row.at(FACT.role))),
      ...Object.fromEntries(FIGURE_HEADERS.map(([field, header]) => [field, figureOf(row, header)])),
    });
    if (!period || !read.success) {
      const field = read.success ? '' : String(read.error.issues[0]?.path[0] ?? '');
      const header = !period ? FACT.month : FIGURE_HEADERS.find(([name]) => name === field)?.[1] ?? (field === 'role' ? FACT.role : field === 'unit' ? FACT.unit : FACT.indicator);
      faults.push({
        table: TABLES.facts, problem: 'badValue', detail: `${header}: ${textOf(row.at(header))}`,
        sheet: table?.sheet ?? '', cell: addressOf(row.row, table?.columnOf(header) ?? 0),
      });
      continue;
    }
    const revision = textOf(row.at(FACT.revision));
    const hasFigure = read.data.cumulative !== null || read.data.month !== null;
    facts.push({
      ...read.data,
      period,
      level: valueOfWord(LEVEL_WORDS, textOf(row.at(FACT.level))),
      state: valueOfWord(FACT_STATE_WORDS, textOf(row.at(FACT.state))) ?? (hasFigure ? 'figure' : 'notAvailable'),
      used: numberOf(row.at(FACT.used)) === 1,
      reasons: codes(textOf(row.at(FACT.reasons))),
      marks: codes(textOf(row.at(FACT.marks))),
      method: valueOfWord(METHOD_WORDS, textOf(row.at(FACT.method))) ?? 'typed',
      file: textOf(row.at(FACT.file)),
      sheet: textOf(row.at(FACT.sheet)),
      cells: cellsOfText(textOf(row.at(FACT.cells))),
      hash: textOf(row.at(FACT.hash)),
      recordedAt: textOf(row.at(FACT.recordedAt)),
      ...(revision === '' ? {} : { revision }),
    });
  }
  return { facts, faults };
}

/** A number, null for a blank; a text is handed on for the schema to refuse. */
function figureOf(row: StoredRow, header: string): unknown {
  return numberOf(row.at(header)) ?? (textOf(row.at(header)) || null);
}
