import type { Book } from '../core/grid';
import { readCsv } from './csv';
import { LIMITS } from './limits';
import { fileFinding, hashOf, isLockFile } from './picked';
import { abnormal, accept, leftAside, unreadable, type Result } from './refusal';
import { sniff } from './sniff';
import type { FileOutcome } from './types';
import { readPrepared } from './workbook';
import { prepareCompound } from './xls';
import { prepareZip } from './zip-workbook';

const WORKBOOK_NAME = /\.(?:xlsx|xlsm|xltx|xltm|xls|xlt|xlsb|ods|ots)$/i;
const CSV_NAME = /\.(?:csv|tsv|tab|txt)$/i;

interface Opened {
  readonly book: Book;
  readonly broken: readonly string[];
}

function open(name: string, bytes: Uint8Array, hash: string): Result<Opened> {
  if (isLockFile(name)) return leftAside('lockFile');
  if (bytes.length === 0) return leftAside('empty');
  if (bytes.length > LIMITS.fileBytes) return abnormal('tooLarge', LIMITS.fileBytes);
  const content = sniff(bytes);
  switch (content.kind) {
    case 'zip':
    case 'compound': {
      const prepared = content.kind === 'zip' ? prepareZip(bytes) : prepareCompound(bytes);
      if (!prepared.ok) return prepared;
      const workbook = readPrepared(prepared.value);
      if (!workbook.ok) return workbook;
      const { grids, names, date1904, broken } = workbook.value;
      const { modified, links, hasMacros } = prepared.value;
      return accept({ book: { file: name, hash, modified, names, grids, date1904, links, hasMacros }, broken });
    }
    case 'text': {
      if (!CSV_NAME.test(name)) return WORKBOOK_NAME.test(name) ? unreadable('mislabelled', 'CSV') : unreadable('notWorkbook', 'text');
      const grid = readCsv(name, bytes);
      if (!grid.ok) return grid;
      return accept({ book: { file: name, hash, modified: null, names: [], grids: [grid.value], date1904: false }, broken: [] });
    }
    case 'oldWorkbook':
      return unreadable('unsupported', content.looksLike);
    case 'other':
      return unreadable(WORKBOOK_NAME.test(name) || CSV_NAME.test(name) ? 'mislabelled' : 'notWorkbook', content.looksLike);
    case 'unknown':
      return unreadable(WORKBOOK_NAME.test(name) ? 'damaged' : 'notWorkbook');
  }
}

/**
 * Opens one picked file, whatever it is: .xlsx, .xlsm, .xls, .xlsb, .ods or .csv by its content, anything else ends
 * in one finding (F01 to F04). Never throws. It bounds sizes but not time: readFiles runs it in a worker with a limit.
 *
 * @param hash SHA-256 of the bytes when the caller has it already.
 */
export async function openFile(name: string, bytes: Uint8Array, hash?: string): Promise<FileOutcome> {
  const start = performance.now();
  const known = hash ?? (await hashOf(bytes));
  let opened: Result<Opened>;
  try {
    opened = open(name, bytes, known);
  } catch {
    // The last net: what a forged file makes the library throw outside its own reading is the file's fault, too.
    opened = unreadable('damaged');
  }
  const milliseconds = performance.now() - start;
  if (!opened.ok) {
    const status = opened.refusal.code === 'F04' ? 'skipped' : 'rejected';
    return { status, file: name, hash: known, finding: fileFinding(name, opened.refusal), milliseconds };
  }
  const findings = opened.value.broken.map((part) => fileFinding(name, { code: 'F11', params: { reason: 'brokenSheet', part }, sheet: part, key: part }));
  return { status: 'read', file: name, hash: known, book: opened.value.book, findings, milliseconds };
}
