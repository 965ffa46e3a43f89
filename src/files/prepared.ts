import type { DefinedName } from '../core/grid';
import type { BookFacts } from './links';

/** What the file library does not tell about a sheet, found in the file's own parts. */
export interface SheetFacts {
  readonly isProtected: boolean;
  /** Font by A1 address, only for fonts of legacy encodings. */
  readonly fonts: ReadonlyMap<string, string>;
  /** null: ask the file library. */
  readonly shown: {
    readonly visibility: 'visible' | 'hidden';
    readonly hiddenRows: readonly number[];
    readonly hiddenColumns: readonly number[];
  } | null;
}

/** A workbook that passed the guard: what the file library is given, and what was found beside it. */
export interface Prepared extends BookFacts {
  readonly format: 'xlsx' | 'xlsb' | 'xls' | 'ods';
  readonly bytes: Uint8Array;
  readonly sheets: ReadonlyMap<string, SheetFacts>;
  /** null: ask the file library. */
  readonly names: readonly DefinedName[] | null;
  /** ISO 8601, by the document's own properties. */
  readonly modified: string | null;
}

const NO_FONTS: ReadonlyMap<string, string> = new Map();

export const PLAIN_SHEET: SheetFacts = { isProtected: false, fonts: NO_FONTS, shown: null };

/** A date of the document's properties as ISO 8601 in UTC; a date without a zone is taken as UTC, so that no machine reads it differently. */
export function isoDate(text: string | null): string | null {
  if (text === null) return null;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
