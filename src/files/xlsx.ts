import { LIMITS } from './limits';
import { indexOfAscii } from './octets';
import type { SheetFacts } from './prepared';
import { abnormal, accept, unreadable, type Result } from './refusal';
import { attribute, tagsOf } from './xml';
import type { OoxmlParts } from './zip-workbook';

/** Fonts whose characters are not what their code points say: TCVN3 (.VnTime) and VNI. */
const LEGACY_FONT = /^(?:\.vn|vni[- ]|vntime|\.tmc)/i;

/** Cell formats (index of xf) that use a legacy font, with the font's name. */
function legacyFormats(styles: Uint8Array | null): ReadonlyMap<string, string> {
  const legacy = new Map<string, string>();
  if (!styles) return legacy;
  const xml = new TextDecoder().decode(styles);
  const fonts = (/<(?:\w+:)?fonts\b[\s\S]*?<\/(?:\w+:)?fonts>/.exec(xml)?.[0] ?? '')
    .split(/<(?:\w+:)?font(?=[\s>/])/)
    .slice(1)
    .map((font) => attribute(/<(?:\w+:)?name\b[^>]*>/.exec(font)?.[0] ?? '', 'val') ?? '');
  if (!fonts.some((font) => LEGACY_FONT.test(font))) return legacy;
  const formats = tagsOf(/<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? '', 'xf');
  formats.forEach((tag, index) => {
    const font = fonts[Number(attribute(tag, 'fontId') ?? -1)];
    if (font !== undefined && LEGACY_FONT.test(font)) legacy.set(String(index), font);
  });
  return legacy;
}

function fontsOf(sheet: Uint8Array, legacy: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const fonts = new Map<string, string>();
  if (legacy.size === 0) return fonts;
  for (const tag of tagsOf(new TextDecoder().decode(sheet), 'c')) {
    const font = legacy.get(attribute(tag, 's') ?? '0');
    const address = attribute(tag, 'r');
    if (font !== undefined && address !== null) fonts.set(address, font);
  }
  return fonts;
}

function isProtected(sheet: Uint8Array): boolean {
  const at = indexOfAscii(sheet, 'sheetProtection ');
  if (at < 0) return false;
  const before = sheet[at - 1];
  if (before !== 0x3c && before !== 0x3a) return false;
  const end = sheet.indexOf(0x3e, at);
  const tag = new TextDecoder().decode(sheet.subarray(at, end < 0 ? undefined : end));
  return ['1', 'true', 'on'].includes(attribute(tag, 'sheet') ?? '0');
}

/** Cells in a sheet part, by their opening tags and without decoding it. */
function countCells(sheet: Uint8Array): number {
  let count = 0;
  for (let at = sheet.indexOf(0x3c); at >= 0; at = sheet.indexOf(0x3c, at + 1)) {
    const next = sheet[at + 2];
    if (sheet[at + 1] === 0x63 && (next === 0x20 || next === 0x3e || next === 0x2f)) count += 1;
  }
  return count;
}

/** A column definition beyond the last column would be walked one by one. */
function hasWildColumns(sheet: Uint8Array): boolean {
  const start = indexOfAscii(sheet, 'cols>');
  if (start < 0) return false;
  const end = indexOfAscii(sheet, 'cols>', start + 5);
  const xml = new TextDecoder().decode(sheet.subarray(start, end < 0 ? undefined : end));
  return tagsOf(xml, 'col').some((tag) => !(Number(attribute(tag, 'max') ?? 1) <= LIMITS.columns));
}

/** Protection and legacy fonts of each sheet of an .xlsx or .xlsm; refuses one with more cells than anybody types. */
export function factsOfXlsx(parts: OoxmlParts): Result<ReadonlyMap<string, SheetFacts>> {
  const legacy = legacyFormats(parts.styles);
  const sheets = new Map<string, SheetFacts>();
  let cells = 0;
  for (const tag of tagsOf(new TextDecoder().decode(parts.workbook), 'sheet')) {
    const part = parts.part(/[\s:]id\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '');
    if (!part) continue;
    cells += countCells(part);
    if (cells > LIMITS.cells) return abnormal('tooManyCells', LIMITS.cells);
    if (hasWildColumns(part)) return unreadable('damaged', 'xlsx');
    sheets.set(attribute(tag, 'name') ?? '', { isProtected: isProtected(part), fonts: fontsOf(part, legacy), shown: null });
  }
  return accept(sheets);
}
