import { startsWith, u32 } from './octets';

/** What the bytes are, whatever the file is called. */
export type Content =
  | { readonly kind: 'zip' | 'compound' | 'text' }
  /** Known, and no workbook that we read; the word needs no translation. */
  | { readonly kind: 'other'; readonly looksLike: string }
  /** A workbook of a kind that we do not read. */
  | { readonly kind: 'oldWorkbook'; readonly looksLike: string }
  | { readonly kind: 'unknown' };

const SIGNATURES: readonly (readonly [looksLike: string, bytes: readonly number[], at?: number])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['WebP', [0x57, 0x45, 0x42, 0x50], 8],
  ['HEIC', [0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63], 4],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['EXE', [0x4d, 0x5a, 0x90, 0x00]],
];
const ZIP_STARTS = [[0x50, 0x4b, 0x03, 0x04], [0x50, 0x4b, 0x05, 0x06], [0x50, 0x4b, 0x07, 0x08]] as const;
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Tells the kind by the content alone. Never throws. */
export function sniff(bytes: Uint8Array): Content {
  if (ZIP_STARTS.some((start) => startsWith(bytes, start))) return { kind: 'zip' };
  if (startsWith(bytes, COMPOUND)) return { kind: 'compound' };
  // A record "beginning of file" of Excel 2 to 4, which had no container around it.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && [4, 6, 8, 16].includes(bytes[2] ?? -1) && bytes[3] === 0) {
    return { kind: 'oldWorkbook', looksLike: 'Excel 2–5' };
  }
  const known = SIGNATURES.find(([, signature, at]) => startsWith(bytes, signature, at ?? 0));
  if (known) return { kind: 'other', looksLike: known[0] };
  if (startsWith(bytes, [0x42, 0x4d]) && u32(bytes, 2) === bytes.length) return { kind: 'other', looksLike: 'BMP' };
  return sniffText(bytes);
}

/** Enough to see past a licence comment in front of the first tag. */
const HEAD = 4096;

function sniffText(bytes: Uint8Array): Content {
  const wide = wideEncoding(bytes);
  if (wide === null && holdsControls(bytes)) return { kind: 'unknown' };
  const head = new TextDecoder(wide ?? 'utf-8').decode(bytes.subarray(0, HEAD)).replace(/^\ufeff/, '').trimStart().toLowerCase();
  if (head.startsWith('<')) {
    if (head.includes('urn:schemas-microsoft-com:office:spreadsheet')) return { kind: 'oldWorkbook', looksLike: 'XML 2003' };
    if (head.includes('office:mimetype="application/vnd.oasis.opendocument.spreadsheet')) return { kind: 'oldWorkbook', looksLike: 'Flat ODS' };
    if (/<(!doctype html|html|head|body|table|meta|style|div)\b/.test(head)) return { kind: 'other', looksLike: 'HTML' };
    if (head.startsWith('<?xml')) return { kind: 'other', looksLike: 'XML' };
  }
  if (/^mime-version:/.test(head)) return { kind: 'other', looksLike: 'MHTML' };
  return { kind: 'text' };
}

/** The UTF-16 that the bytes are in, by the byte-order mark or by where the zeros stand; null for everything else. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const sample = Math.min(bytes.length, 1024) & ~1;
  if (sample < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  // Letters with marks have a high byte; digits, separators and blanks do not, and a table has many of those.
  if (odd > sample / 5 && even === 0) return 'utf-16le';
  if (even > sample / 5 && odd === 0) return 'utf-16be';
  return null;
}

/** Control characters do not occur in any text encoding; one is enough to tell binary content. */
function holdsControls(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) return true;
    if (byte === 0x7f) return true;
  }
  return false;
}
