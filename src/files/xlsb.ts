import { LIMITS } from './limits';
import { u16, u32, u8, utf16 } from './octets';
import type { SheetFacts } from './prepared';
import { abnormal, accept, unreadable, type Result } from './refusal';
import type { OoxmlParts } from './zip-workbook';

/** Record numbers of [MS-XLSB]. */
const BUNDLE_SHEET = 156;
const SHEET_PROTECTION = 535;
const LAST_CELL_RECORD = 11;

/** Walks the records of a binary part; false when one runs past its end. */
function eachRecord(part: Uint8Array, visit: (type: number, at: number, length: number) => void): boolean {
  let at = 0;
  while (at < part.length) {
    let type = u8(part, at++);
    if (type & 0x80) type = (type & 0x7f) | ((u8(part, at++) & 0x7f) << 7);
    let length = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = u8(part, at++);
      length |= (byte & 0x7f) << shift;
      if (!(byte & 0x80)) break;
    }
    if (at + length > part.length) return false;
    visit(type, at, length);
    at += length;
  }
  return true;
}

/** Protection of each sheet of an .xlsb; every record of every sheet lies inside its part. */
export function factsOfXlsb(parts: OoxmlParts): Result<ReadonlyMap<string, SheetFacts>> {
  const relations = new Map<string, string>();
  const sound = eachRecord(parts.workbook, (type, at) => {
    if (type !== BUNDLE_SHEET) return;
    const idLength = u32(parts.workbook, at + 8);
    if (idLength > 255) return;
    const name = at + 12 + 2 * idLength;
    relations.set(utf16(parts.workbook, name + 4, Math.min(u32(parts.workbook, name), 255)), utf16(parts.workbook, at + 12, idLength));
  });
  if (!sound) return unreadable('damaged', 'xlsb');
  const sheets = new Map<string, SheetFacts>();
  let cells = 0;
  for (const [name, relation] of relations) {
    const part = parts.part(relation);
    if (!part) continue;
    let isProtected = false;
    const whole = eachRecord(part, (type, at) => {
      if (type > 0 && type <= LAST_CELL_RECORD) cells += 1;
      if (type === SHEET_PROTECTION) isProtected = u16(part, at + 2) !== 0;
    });
    if (!whole) return unreadable('damaged', 'xlsb');
    if (cells > LIMITS.cells) return abnormal('tooManyCells', LIMITS.cells);
    sheets.set(name, { isProtected, fonts: new Map(), shown: null });
  }
  return accept(sheets);
}
