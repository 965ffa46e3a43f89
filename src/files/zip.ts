import { Inflate, inflateSync } from 'fflate';
import { LIMITS } from './limits';
import { crc32, startsWith, u16, u32, u64 } from './octets';
import { abnormal, accept, encrypted, unreadable, type Result } from './refusal';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its data begin. */
  readonly start: number;
}

const END = [0x50, 0x4b, 0x05, 0x06];
const END_64 = [0x50, 0x4b, 0x06, 0x06];
const LOCATOR_64 = [0x50, 0x4b, 0x06, 0x07];
const CENTRAL = [0x50, 0x4b, 0x01, 0x02];
const LOCAL = [0x50, 0x4b, 0x03, 0x04];
const END_LENGTH = 22;
const WIDE = 0xffffffff;

interface Directory {
  readonly count: number;
  readonly size: number;
  readonly start: number;
}

function directoryOf(bytes: Uint8Array): Directory | null {
  const lowest = Math.max(0, bytes.length - END_LENGTH - 0xffff);
  for (let at = bytes.length - END_LENGTH; at >= lowest; at -= 1) {
    if (!startsWith(bytes, END, at) || at + END_LENGTH + u16(bytes, at + 20) > bytes.length) continue;
    const plain = { count: u16(bytes, at + 10), size: u32(bytes, at + 12), start: u32(bytes, at + 16) };
    if (plain.start !== WIDE && plain.count !== 0xffff && plain.size !== WIDE) return { ...plain, ...(plain.start + plain.size > at ? { start: -1 } : {}) };
    if (!startsWith(bytes, LOCATOR_64, at - 20)) return null;
    const end = u64(bytes, at - 12);
    if (!startsWith(bytes, END_64, end)) return null;
    return { count: u64(bytes, end + 32), size: u64(bytes, end + 40), start: u64(bytes, end + 48) };
  }
  return null;
}

/** Sizes and offset of one central header; a zip64 extra field replaces those that do not fit 32 bits. */
function extentOf(bytes: Uint8Array, at: number, nameLength: number, extraLength: number): { packed: number; size: number; offset: number } {
  let size = u32(bytes, at + 24);
  let packed = u32(bytes, at + 20);
  let offset = u32(bytes, at + 42);
  const end = at + 46 + nameLength + extraLength;
  for (let field = at + 46 + nameLength; field + 4 <= end; field += 4 + u16(bytes, field + 2)) {
    if (u16(bytes, field) !== 0x0001) continue;
    let next = field + 4;
    if (size === WIDE) { size = u64(bytes, next); next += 8; }
    if (packed === WIDE) { packed = u64(bytes, next); next += 8; }
    if (offset === WIDE) offset = u64(bytes, next);
    break;
  }
  return { packed, size, offset };
}

/**
 * The entries of a zip by its central directory, every one of them inside the file, none over another, and all
 * together within the limits. Nothing is unpacked yet. Refuses with F01, F02 or F03; never throws.
 */
export function readDirectory(bytes: Uint8Array): Result<readonly ZipEntry[]> {
  const directory = directoryOf(bytes);
  if (!directory || directory.start < 0 || directory.start + directory.size > bytes.length) return unreadable('damaged', 'zip');
  if (directory.count > LIMITS.entries) return abnormal('expands', LIMITS.totalBytes);
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  const begins: { readonly from: number; readonly to: number }[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = directory.start;
  for (let index = 0; index < directory.count; index += 1) {
    const nameLength = u16(bytes, at + 28);
    const extraLength = u16(bytes, at + 30);
    const next = at + 46 + nameLength + extraLength + u16(bytes, at + 32);
    if (!startsWith(bytes, CENTRAL, at) || next > directory.start + directory.size || nameLength > LIMITS.nameBytes) return unreadable('damaged', 'zip');
    if (u16(bytes, at + 8) & 0x2041) return encrypted();
    const { packed, size, offset } = extentOf(bytes, at, nameLength, extraLength);
    const start = offset + 30 + u16(bytes, offset + 26) + u16(bytes, offset + 28);
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    const sameName = u16(bytes, offset + 26) === nameLength && startsWith(bytes, [...rawName], offset + 30);
    if (!startsWith(bytes, LOCAL, offset) || !sameName || start + packed > directory.start) return unreadable('damaged', 'zip');
    // Some writers put backslashes; names differ only by case for nobody who opens workbooks.
    const name = decoder.decode(rawName).replace(/\\/g, '/');
    if (names.has(name.toLowerCase())) return unreadable('damaged', 'zip');
    names.add(name.toLowerCase());
    total += size;
    if (size > LIMITS.partBytes || total > LIMITS.totalBytes) return abnormal('expands', LIMITS.totalBytes);
    if (size > LIMITS.ratioFrom && size > packed * LIMITS.partRatio) return abnormal('expands', LIMITS.ratioFrom);
    begins.push({ from: offset, to: start + packed });
    entries.push({ name, method: u16(bytes, at + 10), crc: u32(bytes, at + 16), packed, size, start });
    at = next;
  }
  if (total > LIMITS.ratioFrom && total > bytes.length * LIMITS.totalRatio) return abnormal('expands', LIMITS.ratioFrom);
  begins.sort((one, other) => one.from - other.from);
  // Entries that share their data are how small files claim to be huge ones.
  if (begins.some((range, index) => index > 0 && range.from < (begins[index - 1]?.to ?? 0))) return unreadable('damaged', 'zip');
  return accept(entries);
}

/** Above this many packed bytes the output is watched while it grows: a forged stream may run far past its declared size. */
const WATCH_FROM = 1024 * 1024;

function inflateWatched(packed: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length <= size) out.set(chunk, length);
    length += chunk.length;
  });
  const step = 64 * 1024;
  for (let at = 0; at < packed.length && length <= size; at += step) stream.push(packed.subarray(at, at + step), at + step >= packed.length);
  return length === size ? out : null;
}

/** Unpacks one entry into a buffer of exactly its declared size and compares the checksum. */
export function readEntry(bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array> {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  let content: Uint8Array | null;
  try {
    if (entry.method === 0) content = entry.packed === entry.size ? packed : null;
    else if (entry.method !== 8) return unreadable('unsupported', 'zip');
    else if (packed.length > WATCH_FROM) content = inflateWatched(packed, entry.size);
    else content = inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch {
    return unreadable('damaged', 'zip');
  }
  if (!content || content.length !== entry.size || crc32(content) !== entry.crc) return unreadable('damaged', 'zip');
  return accept(content);
}

/** A zip of parts without compression: the only kind of zip that the file library is ever given. */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const encoder = new TextEncoder();
  const files = [...parts].map(([name, content]) => ({ name: encoder.encode(name), content, crc: crc32(content) }));
  const length = files.reduce((sum, file) => sum + 76 + 2 * file.name.length + file.content.length, END_LENGTH);
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  const offsets: number[] = [];
  let at = 0;
  const fields = (from: number, file: { readonly name: Uint8Array; readonly content: Uint8Array; readonly crc: number }): void => {
    view.setUint16(from, 20, true);
    view.setUint32(from + 10, file.crc, true);
    view.setUint32(from + 14, file.content.length, true);
    view.setUint32(from + 18, file.content.length, true);
    view.setUint16(from + 22, file.name.length, true);
  };
  for (const file of files) {
    offsets.push(at);
    out.set(LOCAL, at);
    fields(at + 4, file);
    out.set(file.name, at + 30);
    out.set(file.content, at + 30 + file.name.length);
    at += 30 + file.name.length + file.content.length;
  }
  const directory = at;
  files.forEach((file, index) => {
    out.set(CENTRAL, at);
    view.setUint16(at + 4, 20, true);
    fields(at + 6, file);
    view.setUint32(at + 42, offsets[index] ?? 0, true);
    out.set(file.name, at + 46);
    at += 46 + file.name.length;
  });
  out.set(END, at);
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}
