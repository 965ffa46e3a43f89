import type { Cell, Grid } from '../core/grid';
import { LIMITS } from './limits';
import { abnormal, accept, type Result } from './refusal';
import { wideEncoding } from './sniff';

/**
 * The text of a csv: UTF-16 when it is told or seen, UTF-8 when it is valid, else windows-1258, whose letters and
 * tone marks are put together (NFC) because they are one letter to whoever typed them.
 */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
}

type Separator = ',' | ';' | '\t';

/** Rows of fields by RFC 4180, with lone quotes taken as they stand. Stops after `most` rows or when there are more than `limit` fields. */
function split(text: string, separator: Separator, most: number, limit: number): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let fields = 0;
  let at = 0;
  const endField = (): void => {
    row.push(field);
    field = '';
    fields += 1;
  };
  while (at < text.length && rows.length < most) {
    const character = text.charAt(at);
    if (character === '"' && field === '') {
      let end = text.indexOf('"', at + 1);
      while (end >= 0 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
      field = text.slice(at + 1, end < 0 ? undefined : end).replace(/""/g, '"');
      at = end < 0 ? text.length : end + 1;
    } else if (character === separator) {
      endField();
      at += 1;
    } else if (character === '\n' || character === '\r') {
      endField();
      rows.push(row);
      row = [];
      at += character === '\r' && text.charAt(at + 1) === '\n' ? 2 : 1;
    } else {
      const start = at;
      while (at < text.length && !isBreak(text.charCodeAt(at), separator)) at += 1;
      field += text.slice(start, at);
    }
    if (fields > limit) return null;
  }
  if (rows.length < most && (field !== '' || row.length > 0)) {
    endField();
    rows.push(row);
  }
  return rows;
}

function isBreak(code: number, separator: Separator): boolean {
  return code === 10 || code === 13 || code === separator.charCodeAt(0);
}

const SAMPLE_ROWS = 60;

/** The separator that most rows agree upon: commas inside numbers ("92,13") are fewer and uneven. */
function separatorOf(text: string): Separator {
  let best: Separator = ',';
  let bestScore = 0;
  for (const separator of ['\t', ';', ','] as const) {
    const counts = new Map<number, number>();
    for (const row of split(text, separator, SAMPLE_ROWS, LIMITS.cells) ?? []) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
    const score = Math.max(0, ...[...counts].map(([width, times]) => (width - 1) * times));
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** Whole numbers that read the same under every notation; anything else, and codes with leading zeros, stay texts. */
const PLAIN_NUMBER = /^(?:0|-?[1-9]\d{0,14})$/;

function toCell(field: string): Cell | null {
  if (field === '') return null;
  return { content: PLAIN_NUMBER.test(field) ? { kind: 'number', value: Number(field) } : { kind: 'text', value: field }, text: field };
}

/** Excel names the sheet of a csv after the file. */
function sheetName(file: string): string {
  const name = file.replace(/\.[^.]*$/, '').replace(/[[\]:*?/\\]/g, ' ').slice(0, LIMITS.sheetName).trim();
  return name === '' ? 'CSV' : name;
}

/** One csv as one Grid. Refuses with F03 when it has more cells than the limit. */
export function readCsv(file: string, bytes: Uint8Array): Result<Grid> {
  const decoded = decodeText(bytes).replace(/^\ufeff/, '');
  const declared = /^sep=([,;\t])\r?\n/i.exec(decoded);
  const text = declared ? decoded.slice(declared[0].length) : decoded;
  const stated = declared?.[1];
  const separator = stated === ';' || stated === '\t' || stated === ',' ? stated : separatorOf(text);
  const fields = split(text, separator, Infinity, LIMITS.cells);
  if (!fields || fields.length > LIMITS.rows || fields.some((row) => row.length > LIMITS.columns)) return abnormal('tooManyCells', LIMITS.cells);
  const rows = fields.map((row) => {
    const cells = row.map(toCell);
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return cells;
  });
  while (rows.length > 0 && rows[rows.length - 1]?.length === 0) rows.pop();
  return accept({
    name: sheetName(file),
    origin: { row: 0, column: 0 },
    cells: rows,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    visibility: 'visible',
    isProtected: false,
  });
}
