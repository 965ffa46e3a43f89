import { readCompound, type CompoundFile } from './compound';
import { LIMITS } from './limits';
import { linkOfSupBook } from './links';
import { asUtf16, indexOfAscii, startsWith, u16, u32, u64, u8, utf16 } from './octets';
import type { Prepared, SheetFacts } from './prepared';
import { abnormal, accept, encrypted, unreadable, type Result } from './refusal';

/** Record numbers of [MS-XLS]. */
const BOF = 0x0809;
const FILE_PASS = 0x002f;
const BOUND_SHEET = 0x0085;
const PROTECT = 0x0012;
const SUP_BOOK = 0x01ae;
/** In place of a length: the book itself, add-ins. */
const OWN_BOOK = 0x0401;
const ADD_INS = 0x3a01;
const MULTIPLE_RK = 0x00bd;
const CELLS = new Set([0x0006, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e]);
const EXCEL_97 = 0x0600;

interface Records {
  readonly version: number;
  readonly isEncrypted: boolean;
  readonly cells: number;
  readonly sheets: ReadonlyMap<string, number>;
  /** Positions of the substreams that hold a PROTECT record that is on. */
  readonly protectedAt: ReadonlySet<number>;
  readonly links: readonly string[];
}

/** Walks all records of the workbook stream; null when one runs past its end. */
function walk(stream: Uint8Array): Records | null {
  const sheets = new Map<string, number>();
  const protectedAt = new Set<number>();
  const links: string[] = [];
  let isEncrypted = false;
  let version = 0;
  let cells = 0;
  let substream = 0;
  let at = 0;
  while (at + 4 <= stream.length) {
    const type = u16(stream, at);
    const length = u16(stream, at + 2);
    // Streams end in zeros up to a full sector.
    if (type === 0 && length === 0) break;
    const data = at + 4;
    if (data + length > stream.length) return null;
    if (type === BOF) {
      substream = at;
      if (at === 0) version = u16(stream, data);
    } else if (type === FILE_PASS) {
      isEncrypted = true;
      break;
    } else if (type === BOUND_SHEET) {
      const wide = (u8(stream, data + 7) & 1) === 1;
      const count = u8(stream, data + 6);
      const name = wide ? utf16(stream, data + 8, count) : String.fromCharCode(...stream.subarray(data + 8, data + 8 + count));
      sheets.set(name, u32(stream, data));
    } else if (type === PROTECT && u16(stream, data) !== 0) {
      protectedAt.add(substream);
    } else if (type === SUP_BOOK) {
      const link = linkOfSupBook(supBookPath(stream, data, length));
      if (link !== null && links.length < LIMITS.sheets) links.push(link);
    } else if (type === MULTIPLE_RK) {
      cells += Math.max(0, Math.floor((length - 6) / 6));
    } else if (CELLS.has(type)) {
      cells += 1;
    }
    at = data + length;
  }
  return { version, isEncrypted, cells, sheets, protectedAt, links };
}

/** The path that a SUPBOOK record states; '' for the book itself and for add-ins. */
function supBookPath(stream: Uint8Array, data: number, length: number): string {
  const count = u16(stream, data + 2);
  if (count === OWN_BOOK || count === ADD_INS) return '';
  const wide = (u8(stream, data + 4) & 1) === 1;
  const fits = Math.max(0, Math.min(count, wide ? Math.floor((length - 5) / 2) : length - 5));
  return wide ? utf16(stream, data + 5, fits) : String.fromCharCode(...stream.subarray(data + 5, data + 5 + fits));
}

const MODIFIED = 13;
const FILE_TIME = 0x40;
/** Milliseconds between 1601 and 1970. */
const EPOCH = 11_644_473_600_000;

/** "Last saved" of the summary property set, ISO 8601. */
function modifiedOf(compound: CompoundFile): string | null {
  const summary = compound.stream('\u0005SummaryInformation');
  if (!summary) return null;
  const section = u32(summary, 44);
  const count = Math.min(u32(summary, section + 4), 100);
  for (let index = 0; index < count; index += 1) {
    const pair = section + 8 + 8 * index;
    const value = section + u32(summary, pair + 4);
    if (u32(summary, pair) !== MODIFIED || u32(summary, value) !== FILE_TIME) continue;
    const time = u64(summary, value + 4) / 10_000 - EPOCH;
    if (time > 0 && time < 8.64e15) return new Date(Math.floor(time)).toISOString();
  }
  return null;
}

/** Leads a compound file through the guard: encrypted packages and .xls with a password are F02, the rest must be a whole Excel 97 stream. */
export function prepareCompound(bytes: Uint8Array): Result<Prepared> {
  const compound = readCompound(bytes);
  if (compound?.names.includes('EncryptedPackage') || (!compound && indexOfAscii(bytes, asUtf16('EncryptedPackage')) >= 0)) return encrypted();
  if (!compound) return unreadable('damaged', 'xls');
  const named = (name: string): boolean => compound.names.some((each) => each.toLowerCase() === name);
  if (!named('workbook')) {
    if (named('book')) return unreadable('unsupported', 'Excel 5');
    if (named('worddocument')) return unreadable('notWorkbook', 'Word');
    if (named('powerpoint document')) return unreadable('notWorkbook', 'PowerPoint');
    if (compound.names.some((name) => name.startsWith('__substg1.0_'))) return unreadable('notWorkbook', 'Outlook');
    return unreadable('notWorkbook', '');
  }
  const stream = compound.stream('Workbook');
  const records = stream && startsWith(stream, [BOF & 0xff, BOF >> 8]) ? walk(stream) : null;
  if (!stream || !records) return unreadable('damaged', 'xls');
  if (records.isEncrypted) return encrypted();
  if (records.version !== EXCEL_97) return unreadable('unsupported', 'Excel 5');
  if (records.cells > LIMITS.cells) return abnormal('tooManyCells', LIMITS.cells);
  if (records.sheets.size > LIMITS.sheets) return abnormal('tooManySheets', LIMITS.sheets);
  const sheets = new Map<string, SheetFacts>();
  for (const [name, at] of records.sheets) sheets.set(name, { isProtected: records.protectedAt.has(at), fonts: new Map(), shown: null });
  // The bare stream goes on: the library's own reading of the container is not bounded.
  return accept({ format: 'xls', bytes: stream, sheets, names: null, modified: modifiedOf(compound), links: records.links, hasMacros: named('_vba_project_cur') });
}
