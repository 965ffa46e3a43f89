import { LIMITS } from './limits';
import { factsOfOoxml, LINK_RELATIONS } from './links';
import { indexOfAscii, startsWith } from './octets';
import { prepareOds } from './ods';
import { factsOfXlsb } from './xlsb';
import { factsOfXlsx } from './xlsx';
import { isoDate, type Prepared } from './prepared';
import { abnormal, accept, encrypted, unreadable, type Result } from './refusal';
import { tagsOf, attribute, unescapeXml } from './xml';
import { readDirectory, readEntry, storedZip, type ZipEntry } from './zip';

/** The parts that a reader of cells needs; pictures, macros, links, comments and print settings stay behind. Of links, who they lead to is read here. */
const OOXML_PARTS = [
  /^\[content_types\]\.xml$/i,
  /^_rels\/\.rels$/i,
  /^docprops\/core\.xml$/i,
  /(^|\/)(workbook\d*|styles\d*|sharedstrings\d*|metadata\d*)\.(xml|bin)$/i,
  /(^|\/)_rels\/workbook\d*\.(xml|bin)\.rels$/i,
  /(^|\/)theme\/[^/]+\.xml$/i,
  /(^|\/)(worksheets|chartsheets|dialogsheets|macrosheets)\/[^/]+\.(xml|bin)$/i,
];
const ODS_PARTS = [/^mimetype$/, /^content\.xml$/, /^styles\.xml$/, /^meta\.xml$/, /^META-INF\/manifest\.xml$/];
const WORKBOOK = /(^|\/)workbook\d*\.(xml|bin)$/i;

type Package = { readonly format: 'xlsx' | 'xlsb' | 'ods' } | { readonly format: null; readonly looksLike: string };

function packageOf(names: readonly string[]): Package {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^\[content_types\]\.xml$/i)) {
    const workbook = names.find((name) => WORKBOOK.test(name) && !name.includes('/_rels/'));
    if (workbook) return { format: workbook.toLowerCase().endsWith('.bin') ? 'xlsb' : 'xlsx' };
    if (has(/^word\//i)) return { format: null, looksLike: 'Word' };
    if (has(/^ppt\//i)) return { format: null, looksLike: 'PowerPoint' };
  }
  if (has(/^Index\/.*\.iwa$/) || has(/^Index\.zip$/)) return { format: null, looksLike: 'Numbers' };
  if (has(/^content\.xml$/)) return { format: 'ods' };
  return { format: null, looksLike: 'zip' };
}

function unpack(bytes: Uint8Array, entries: readonly ZipEntry[], wanted: readonly RegExp[]): Result<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    if (!wanted.some((pattern) => pattern.test(entry.name))) continue;
    const content = readEntry(bytes, entry);
    if (!content.ok) return content;
    parts.set(entry.name, content.value);
  }
  return accept(parts);
}

const SPREADSHEET = [...'application/vnd.oasis.opendocument.spreadsheet'].map((character) => character.charCodeAt(0));

/** Leads a zip through the guard: directory, limits, checksums, and only the needed parts, packed anew without compression. */
export function prepareZip(bytes: Uint8Array): Result<Prepared> {
  const directory = readDirectory(bytes);
  if (!directory.ok) return directory;
  const names = directory.value.map((entry) => entry.name);
  const kind = packageOf(names);
  if (kind.format === null) return unreadable(kind.looksLike === 'Numbers' ? 'unsupported' : 'notWorkbook', kind.looksLike);
  const unpacked = unpack(bytes, directory.value, kind.format === 'ods' ? ODS_PARTS : OOXML_PARTS);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  if (kind.format === 'ods') {
    const manifest = parts.get('META-INF/manifest.xml');
    if (manifest && indexOfAscii(manifest, 'encryption-data') >= 0) return encrypted();
    const type = parts.get('mimetype');
    if (type && !startsWith(type, SPREADSHEET)) return unreadable('notWorkbook', 'OpenDocument');
    return prepareOds(parts, names);
  }
  return prepareOoxml(parts, kind.format, names, linkRelations(bytes, directory.value));
}

/** Relations of the external links by lower-case part name. One that cannot be read loses only what it says. */
function linkRelations(bytes: Uint8Array, entries: readonly ZipEntry[]): ReadonlyMap<string, string> {
  const relations = new Map<string, string>();
  for (const entry of entries) {
    if (!LINK_RELATIONS.test(entry.name) || entry.size > LIMITS.relationBytes) continue;
    const content = readEntry(bytes, entry);
    if (content.ok) relations.set(entry.name.toLowerCase(), new TextDecoder().decode(content.value));
  }
  return relations;
}

/** The folder and the parts of a workbook, addressed as its relations address them. */
export interface OoxmlParts {
  readonly workbook: Uint8Array;
  readonly styles: Uint8Array | null;
  /** Sheet part by relation id. */
  part(relation: string): Uint8Array | null;
}

function prepareOoxml(parts: Map<string, Uint8Array>, format: 'xlsx' | 'xlsb', names: readonly string[], links: ReadonlyMap<string, string>): Result<Prepared> {
  const decoder = new TextDecoder();
  const byName = new Map([...parts].map(([name, content]) => [name.toLowerCase(), content]));
  const typesName = [...parts.keys()].find((name) => /^\[content_types\]\.xml$/i.test(name)) ?? '[Content_Types].xml';
  const types = decoder.decode(parts.get(typesName));
  // The library follows this list without asking whether a part is there.
  const kept = types.replace(/<(?:\w+:)?Override\b[^>]*?\/>/g, (tag) => (byName.has((attribute(tag, 'PartName') ?? '').replace(/^\//, '').toLowerCase()) ? tag : ''));
  parts.delete(typesName);
  parts.set('[Content_Types].xml', new TextEncoder().encode(kept));

  const workbookName = [...byName.keys()].find((name) => WORKBOOK.test(name)) ?? '';
  const folder = workbookName.slice(0, workbookName.lastIndexOf('/') + 1);
  const relations = new Map<string, string>();
  for (const tag of tagsOf(decoder.decode(byName.get(`${folder}_rels/${workbookName.slice(folder.length)}.rels`)), 'Relationship')) {
    const target = attribute(tag, 'Target') ?? '';
    relations.set(attribute(tag, 'Id') ?? '', (target.startsWith('/') ? target.slice(1) : folder + target).toLowerCase());
  }
  const stylesName = [...byName.keys()].find((name) => /(^|\/)styles\d*\.xml$/.test(name));
  const source: OoxmlParts = {
    workbook: byName.get(workbookName) ?? new Uint8Array(),
    styles: (stylesName === undefined ? undefined : byName.get(stylesName)) ?? null,
    part: (relation) => byName.get(relations.get(relation) ?? '') ?? null,
  };
  const sheets = format === 'xlsx' ? factsOfXlsx(source) : factsOfXlsb(source);
  if (!sheets.ok) return sheets;
  if (sheets.value.size > LIMITS.sheets) return abnormal('tooManySheets', LIMITS.sheets);
  const properties = decoder.decode(byName.get('docprops/core.xml'));
  const modified = /<(?:\w+:)?modified\b[^>]*>([^<]*)</.exec(properties)?.[1] ?? null;
  const numbered = links.size === 0 || format === 'xlsb' ? [] : tagsOf(decoder.decode(source.workbook), 'externalReference').map((tag) => relations.get(attribute(tag, 'id') ?? '') ?? '');
  return accept({ ...factsOfOoxml(names, links, numbered), format, bytes: storedZip(parts), sheets: sheets.value, names: null, modified: isoDate(modified === null ? null : unescapeXml(modified)) });
}
