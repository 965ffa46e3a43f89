import { attribute, tagsOf, unescapeXml } from './xml';

/** More than any report has; keeps a forged file from filling the list. */
const MOST_LINKS = 100;
const LONGEST_NAME = 255;

/** What else a file's own parts say of the whole book. */
export interface BookFacts {
  /** File names of the workbooks that it links to, in the order in which formulas number them ("[1]Sheet1!A1"); one may come twice. */
  readonly links: readonly string[];
  readonly hasMacros: boolean;
}

/** File name of a link's target without folders, percent-encoding resolved; '' when it has none. */
export function fileNameOf(target: string): string {
  return decoded(lastPart(target.replace(/[?#].*$/s, ''))).trim().slice(0, LONGEST_NAME);
}

function lastPart(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Relations of an external link that lead to a workbook; other kinds are servers (DDE, OLE) and add-ins. */
const TO_WORKBOOK = /\/(?:externalLink(?:Long)?Path|xlPathMissing|xl(?:Alternate)?Startup)$/i;

/** The workbook that one external-link part leads to, by its relations; null for none. */
function linkedBook(relations: string): string | null {
  for (const tag of tagsOf(relations, 'Relationship')) {
    const name = TO_WORKBOOK.test(attribute(tag, 'Type') ?? '') ? fileNameOf(attribute(tag, 'Target') ?? '') : '';
    if (name !== '') return name;
  }
  return null;
}

/** Names of the relation parts of external links, and the part that runs macros. */
export const LINK_RELATIONS = /(^|\/)externallinks\/_rels\/[^/]+\.rels$/i;
const OOXML_MACROS = /(^|\/)(?:vbaproject\.bin$|(?:intl)?macrosheets\/[^/]+$)/i;
/** Modules of Basic and scripts; LibreOffice writes the lists of an empty library as well. */
const ODS_MACROS = /^(?:Basic\/[^/]+\/(?!script-lb\.xml$)[^/]+\.xml|Scripts\/.+[^/])$/;

/**
 * Links and macros of an .xlsx, .xlsm or .xlsb.
 *
 * @param relations decoded relation parts of the external links by their lower-case names
 * @param order names of the external-link parts as the workbook numbers them, lower case
 */
export function factsOfOoxml(names: readonly string[], relations: ReadonlyMap<string, string>, order: readonly string[]): BookFacts {
  const relationsOf = (part: string): string => part.replace(/([^/]+)$/, '_rels/$1.rels');
  const ordered = order.map(relationsOf).filter((name) => relations.has(name));
  const all = [...ordered, ...[...relations.keys()].filter((name) => !ordered.includes(name)).sort()];
  const links = all.slice(0, MOST_LINKS).flatMap((name) => linkedBook(relations.get(name) ?? '') ?? []);
  return { links, hasMacros: names.some((name) => OOXML_MACROS.test(name)) };
}

/** Links and macros of an .ods: sheets kept of other files, and formulas that name one. Linear in the content. */
export function factsOfOds(names: readonly string[], content: string): BookFacts {
  const found = new Set<string>();
  const add = (target: string): void => {
    const name = fileNameOf(target);
    if (name !== '' && found.size < MOST_LINKS) found.add(name);
  };
  for (const tag of tagsOf(content, 'table-source')) add(attribute(tag, 'href') ?? '');
  for (const [, target = ''] of content.matchAll(/(?:'|&apos;)(file:\/\/[^'&<>"]*)(?:'|&apos;)#/g)) add(unescapeXml(target));
  return { links: [...found], hasMacros: names.some((name) => ODS_MACROS.test(name)) };
}

/** The workbook behind a SUPBOOK record of an .xls: the path's marks for drives and folders are control characters ([MS-XLS] 2.5.277). null for the book itself, add-ins, DDE and OLE. */
export function linkOfSupBook(path: string): string | null {
  const marks = /[\u0001-\u001f]/;
  // A server has a mark between its two names and none in front.
  if (!path.startsWith('\u0001') && marks.test(path)) return null;
  const name = lastPart(path.split(marks).at(-1) ?? '').trim().slice(0, LONGEST_NAME);
  return name === '' ? null : name;
}
