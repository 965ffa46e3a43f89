import { strFromU8, unzipSync } from 'fflate';
import type { FilterCriterion } from '../model/types';

/** A defined name as the file has it. */
export interface RawName {
  readonly name: string;
  /** With "=". */
  readonly formula: string;
  /** Position of the sheet it belongs to; undefined for the workbook. */
  readonly sheet: number | undefined;
  readonly hidden: boolean;
  readonly comment: string;
}

/** What the file library drops when it reads: taken from the parts of the file themselves. */
export interface RawParts {
  readonly date1904: boolean;
  readonly names: readonly RawName[];
  readonly theme: string | undefined;
  /** Who wrote threaded comments, by id. */
  readonly persons: ReadonlyMap<string, string>;
  /** By sheet name. */
  readonly sheets: ReadonlyMap<string, RawSheet>;
}

export interface RawPart {
  readonly path: string;
  readonly xml: string;
}

export interface RawSheet {
  readonly path: string;
  /** What follows the cells. */
  readonly tail: string;
  readonly tables: readonly RawPart[];
  readonly notes: readonly RawNote[];
  readonly drawings: readonly RawPart[];
  /** Formulas whose stored result is an empty text; the library takes it for no result. */
  readonly emptyTexts: ReadonlySet<string>;
}

export interface RawNote {
  /** "B2". */
  readonly cell: string;
  readonly author: string;
  readonly text: string;
}

/** Reads the parts of an .xlsx; a part that is missing is simply not there. */
export function readParts(bytes: Uint8Array): RawParts {
  const wanted = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|theme\/theme1\.xml|persons\/.+|tables\/.+|comments.*\.xml|drawings\/drawing\d+\.xml|worksheets\/.+)$/;
  const files = unzipSync(bytes, { filter: ({ name }) => wanted.test(name) });
  const text = (path: string): string | undefined => {
    const part = files[path];
    return part === undefined ? undefined : strFromU8(part);
  };
  const workbook = text('xl/workbook.xml') ?? '';
  const targets = relations(text('xl/_rels/workbook.xml.rels'), 'xl');
  const sheets = new Map<string, RawSheet>();
  for (const { attributes } of elements(workbook, 'sheet')) {
    const path = targets.find(({ id }) => id === attributes.get('r:id'))?.path;
    const xml = path === undefined ? undefined : text(path);
    if (path === undefined || xml === undefined) continue;
    const folder = path.slice(0, path.lastIndexOf('/'));
    const related = relations(text(`${folder}/_rels/${path.slice(folder.length + 1)}.rels`), folder);
    const parts = (type: string): RawPart[] =>
      related.flatMap((relation) => {
        const part = relation.type.endsWith(`/${type}`) ? text(relation.path) : undefined;
        return part === undefined ? [] : [{ path: relation.path, xml: part }];
      });
    const tail = xml.slice(Math.max(0, xml.indexOf('</sheetData>')));
    sheets.set(attributes.get('name') ?? '', { path, tail, tables: parts('table'), notes: parts('comments').flatMap((part) => readNotes(part.xml)), drawings: parts('drawing'), emptyTexts: emptyTextsOf(xml) });
  }
  const persons = Object.keys(files).filter((path) => path.startsWith('xl/persons/')).flatMap((path) => elements(text(path) ?? '', 'person'));
  return {
    date1904: isTrue(elements(workbook, 'workbookPr')[0]?.attributes.get('date1904')), names: readNames(workbook), theme: text('xl/theme/theme1.xml'), sheets,
    persons: new Map(persons.map(({ attributes }) => [attributes.get('id') ?? '', attributes.get('displayName') ?? ''])),
  };
}

const EMPTY_TEXT = /<c r="([A-Z]+[0-9]+)"(?=[^>]*\st="str")[^>]*(?<!\/)>(?:<f\b[^>]*(?:\/>|>[^<]*<\/f>))<v\s*(?:\/>|><\/v>)/g;

function emptyTextsOf(xml: string): ReadonlySet<string> {
  return new Set([...xml.matchAll(EMPTY_TEXT)].flatMap(([, address]) => address ?? []));
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}

function relations(xml: string | undefined, folder: string): Relation[] {
  return elements(xml ?? '', 'Relationship').map(({ attributes }) => {
    const target = attributes.get('Target') ?? '';
    const steps = target.startsWith('/') ? [] : folder.split('/');
    for (const step of target.split('/')) {
      if (step === '..') steps.pop();
      else if (step !== '' && step !== '.') steps.push(step);
    }
    return { id: attributes.get('Id') ?? '', type: attributes.get('Type') ?? '', path: steps.join('/') };
  });
}

function readNotes(xml: string): RawNote[] {
  const authors = elements(elements(xml, 'authors')[0]?.content ?? '', 'author').map(({ content }) => decode(content));
  return elements(xml, 'comment').map(({ attributes, content }) => ({
    cell: attributes.get('ref') ?? '', author: authors[Number(attributes.get('authorId') ?? 0)] ?? '',
    text: elements(content, 't').map((run) => decode(run.content)).join('').replaceAll('\r\n', '\n'),
  }));
}

function readNames(workbook: string): RawName[] {
  return elements(workbook, 'definedName').map(({ attributes, content }) => {
    const sheet = attributes.get('localSheetId');
    return {
      name: attributes.get('name') ?? '', formula: `=${decode(content)}`, sheet: sheet === undefined ? undefined : Number(sheet),
      hidden: isTrue(attributes.get('hidden')), comment: attributes.get('comment') ?? '',
    };
  });
}

export interface Element {
  readonly attributes: ReadonlyMap<string, string>;
  /** The text between the tags, not decoded; "" for an element without any. */
  readonly content: string;
  readonly xml: string;
}

/** The elements of that name, in order, whatever their prefix; elements of one name never stand inside each other here. */
export function elements(xml: string, name: string): Element[] {
  const pattern = new RegExp(`<(?:\\w+:)?${name}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g');
  return [...xml.matchAll(pattern)].map((match) => ({
    attributes: new Map(
      [...(match[1] ?? '').matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map((pair) => [pair[1] ?? '', decode(pair[2] ?? pair[3] ?? '')]),
    ),
    content: match[2] ?? '',
    xml: match[0],
  }));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex: string | undefined, digits: string | undefined, name: string | undefined) => {
    if (hex !== undefined) return String.fromCodePoint(parseInt(hex, 16));
    if (digits !== undefined) return String.fromCodePoint(Number(digits));
    return ENTITIES[name ?? ''] ?? whole;
  });
}

export function encode(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

const OPERATORS: readonly (readonly [string, string])[] = [
  ['equal', '='], ['notEqual', '<>'], ['greaterThanOrEqual', '>='], ['lessThanOrEqual', '<='], ['greaterThan', '>'], ['lessThan', '<'],
];

/** What the filter in a sheet's tail or a table's part lets through, by column of the filter. */
export function readCriteria(xml: string): Map<number, FilterCriterion> {
  const criteria = new Map<number, FilterCriterion>();
  for (const { attributes, content, xml: whole } of elements(elements(xml, 'autoFilter')[0]?.content ?? '', 'filterColumn')) {
    if (content === '') continue;
    criteria.set(Number(attributes.get('colId') ?? 0), readCriterion(content, whole));
  }
  return criteria;
}

function readCriterion(content: string, whole: string): FilterCriterion {
  const filters = elements(content, 'filters')[0];
  if (filters !== undefined && !content.includes('dateGroupItem')) {
    const values = elements(filters.content, 'filter').map(({ attributes }) => attributes.get('val') ?? '');
    return { kind: 'values', values, ...(isTrue(filters.attributes.get('blank')) ? { blanks: true } : {}) };
  }
  const custom = elements(content, 'customFilters')[0];
  if (custom === undefined) return { kind: 'kept', raw: whole };
  const [first, second] = elements(custom.content, 'customFilter').map(({ attributes }) => {
    const sign = OPERATORS.find(([name]) => name === (attributes.get('operator') ?? 'equal'))?.[1] ?? '=';
    return `${sign}${attributes.get('val') ?? ''}`;
  });
  if (second === undefined) return { kind: 'custom', criterion1: first ?? '' };
  return { kind: 'custom', criterion1: first ?? '', operator: isTrue(custom.attributes.get('and')) ? 'And' : 'Or', criterion2: second };
}

/** The filterColumn elements for some criteria. */
export function writeCriteria(criteria: ReadonlyMap<number, FilterCriterion>): string {
  return [...criteria]
    .sort(([a], [b]) => a - b)
    .map(([column, criterion]) => writeCriterion(column, criterion))
    .join('');
}

function writeCriterion(column: number, criterion: FilterCriterion): string {
  switch (criterion.kind) {
    case 'kept':
      return typeof criterion.raw === 'string' ? criterion.raw : '';
    case 'values': {
      const values = criterion.values.map((value) => `<filter val="${encode(value)}"/>`).join('');
      return `<filterColumn colId="${column}"><filters${criterion.blanks === true ? ' blank="1"' : ''}>${values}</filters></filterColumn>`;
    }
    case 'custom': {
      const one = (text: string): string => {
        const [name, sign] = OPERATORS.find(([, each]) => text.startsWith(each)) ?? ['equal', ''];
        return `<customFilter${name === 'equal' ? '' : ` operator="${name}"`} val="${encode(text.slice(sign.length))}"/>`;
      };
      const both = criterion.criterion2 === undefined ? '' : one(criterion.criterion2);
      return `<filterColumn colId="${column}"><customFilters${criterion.operator === 'And' ? ' and="1"' : ''}>${one(criterion.criterion1)}${both}</customFilters></filterColumn>`;
    }
  }
}

/** The priorities of the rules that stop the ones after them. */
export function readStops(tail: string): ReadonlySet<number> {
  const stops = new Set<number>();
  for (const [rule] of tail.matchAll(/<(?:\w+:)?cfRule\b[^>]*>/g)) {
    const priority = /\bpriority="(\d+)"/.exec(rule)?.[1];
    if (priority !== undefined && /\bstopIfTrue="(?:1|true)"/.test(rule)) stops.add(Number(priority));
  }
  return stops;
}
