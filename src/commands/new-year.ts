import { NAMES, SHEETS, TABLES } from '../core/sheets/names';
import { newYearCatalogue as nextCatalogue, type NewYear } from '../core/year/new-year';
import { planNewYear } from '../core/year/plan-new-year';
import { readHomes } from '../excel/read';
import type { HostRefusal } from '../excel/types';
import { writeWorkbook } from '../files/write-workbook';
import type { MadeFile } from './answers';
import { keptIn } from './own';

export type NewYearOutcome =
  | ({ readonly kind: 'made'; readonly year: number; readonly file: MadeFile } & Omit<NewYear, 'catalogue'>)
  /** The workbook's year leads: another one cannot be started from it. */
  | { readonly kind: 'otherYear'; readonly from: number; readonly wanted: number }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

export interface NewYearRequest {
  /** The year to start; null takes the one after the workbook's. */
  readonly year: number | null;
  /** ISO 8601 with zone. */
  readonly now: string;
}

const SOURCES = { sheets: [SHEETS.summary, SHEETS.facts, SHEETS.catalogue], tables: [TABLES.facts, TABLES.indicators], names: [NAMES.year] };

/**
 * Next year's workbook from this year's, as a new file: nothing in the open one changes. Two round trips; one more where
 * sheets were given other names.
 */
export async function newYearCatalogue({ year, now }: NewYearRequest): Promise<NewYearOutcome> {
  const read = await readHomes(SOURCES);
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const { own, index } = keptIn(read.value.snapshot);
  if (year !== null && year !== own.catalogue.year + 1) return { kind: 'otherYear', from: own.catalogue.year, wanted: year };
  const { catalogue, ...about } = nextCatalogue(index, own.facts);
  const bytes = await writeWorkbook(planNewYear(catalogue, now));
  return { kind: 'made', year: catalogue.year, file: { fileName: `so-tong-hop_${catalogue.year}.xlsx`, bytes }, ...about };
}
