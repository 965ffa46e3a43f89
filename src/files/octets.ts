/** Little-endian reading that answers 0 past the end, so that a truncated file never throws; callers check their bounds. */

export function u8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

export function u16(bytes: Uint8Array, at: number): number {
  return u8(bytes, at) | (u8(bytes, at + 1) << 8);
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

/** 64 bits as a double: exact up to 2^53, and anything above is refused by size anyway. */
export function u64(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) + u32(bytes, at + 4) * 2 ** 32;
}

/** Whether `pattern` stands at `at`. */
export function startsWith(bytes: Uint8Array, pattern: readonly number[], at = 0): boolean {
  return pattern.every((byte, index) => bytes[at + index] === byte);
}

/** First position of an ASCII text at or after `from`, -1 when there is none. */
export function indexOfAscii(bytes: Uint8Array, text: string, from = 0, to = bytes.length): number {
  const first = text.charCodeAt(0);
  const last = to - text.length;
  for (let at = bytes.indexOf(first, from); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < text.length && bytes[at + length] === text.charCodeAt(length)) length += 1;
    if (length === text.length) return at;
  }
  return -1;
}

/** UTF-16LE without a byte-order mark, `length` in characters. */
export function utf16(bytes: Uint8Array, at: number, length: number): string {
  let text = '';
  for (let index = 0; index < length; index += 1) text += String.fromCharCode(u16(bytes, at + 2 * index));
  return text;
}

/** Each byte of a text as UTF-16LE, to look for it in binary content. */
export function asUtf16(text: string): string {
  return [...text].map((character) => `${character}\u0000`).join('');
}

const TABLE = (() => {
  const table = new Uint32Array(256);
  for (let index = 0; index < 256; index += 1) {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    table[index] = value;
  }
  return table;
})();

/** CRC-32 as zip files have it. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let index = 0; index < bytes.length; index += 1) value = (TABLE[(value ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
