const { imul } = Math;
/** A byte as two digits: looked up, since numbers are slow to turn into text and every finding is hashed. */
const BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const digits = (byte: number): string => BYTES[byte & 255] ?? '';

/** cyrb53, 53 bits as 14 hex digits: 21 of one half, then the 32 of the other. */
function cyrb53(text: string, seed: number): string {
  let h1 = 0xdeadbeef ^ seed;
  let h2 = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    h1 = imul(h1 ^ code, 2654435761);
    h2 = imul(h2 ^ code, 1597334677);
  }
  h1 = imul(h1 ^ (h1 >>> 16), 2246822507) ^ imul(h2 ^ (h2 >>> 13), 3266489909);
  h2 = imul(h2 ^ (h2 >>> 16), 2246822507) ^ imul(h1 ^ (h1 >>> 13), 3266489909);
  return digits((h2 >>> 16) & 31) + digits(h2 >>> 8) + digits(h2) + digits(h1 >>> 24) + digits(h1 >>> 16) + digits(h1 >>> 8) + digits(h1);
}

/**
 * A short stable fingerprint of a text, 28 digits of lowercase hex: cyrb53 with two seeds. Not for secrets: it tells
 * texts apart, quickly and without waiting.
 */
export function hashText(text: string): string {
  return cyrb53(text, 0) + cyrb53(text, 1);
}
