import { fullName } from '../model/addresses';
import { referenceOfFormula } from '../model/references';
import type { CellValue, NameModel, Rect, SheetModel, WorkbookModel } from '../model/types';
import { findSheet } from '../model/workbook';
import { asBoolean, asText, isAbsent, placeOf } from './arguments';
import { plainValue } from './display';
import { refuse } from './errors';
import { isHostObject, make, value, type Argument, type HostObject, type Json, type ObjectType, type Outcome } from './objects';
import { rangeOf } from './range';
import { rectOf, redraw, restructure, type Session } from './session';
import { worksheetOf } from './worksheet';

interface NamesState {
  readonly session: Session;
  /** null: names of the workbook. */
  readonly sheet: SheetModel | null;
}

interface NameState extends NamesState {
  readonly name: NameModel;
}

export function namesOf(session: Session, sheet: SheetModel | null): HostObject {
  return make(collectionType, { session, sheet });
}

const same = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();

/** A name as a sheet sees it: its own before the workbook's. */
export function findName(
  model: WorkbookModel,
  sheet: SheetModel,
  name: string,
): { readonly model: NameModel; readonly sheet: SheetModel | null } | undefined {
  const own = sheet.names.find((each) => same(each.name, name));
  if (own !== undefined) return { model: own, sheet };
  const global = model.names.find((each) => same(each.name, name));
  return global === undefined ? undefined : { model: global, sheet: null };
}

/** The cells a name stands for, or null when it is a constant, a formula or a lost reference. */
export function rangeOfName(session: Session, name: NameModel, home: SheetModel | null): { readonly sheet: SheetModel; readonly rect: Rect } | null {
  const reference = referenceOfFormula(name.formula);
  if (reference === null) return null;
  const sheet = reference.sheet === null ? home : findSheet(session.model, reference.sheet);
  return sheet === null || sheet === undefined ? null : { sheet, rect: reference.rect };
}

function listed({ session, sheet }: NamesState): NameModel[] {
  return sheet === null ? session.model.names : sheet.names;
}

function find(state: NamesState, key: Argument, location: string): NameModel | undefined {
  const text = asText(key, location);
  return listed(state).find((each) => same(each.name, text));
}

/** A name begins with a letter, _ or \, has no spaces and at most 255 characters, and looks like no cell. */
function checkName(name: string, location: string): string {
  const valid =
    name.length <= 255 && /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\?]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[rc]\d*(?:c\d*)?$/i.test(name);
  return valid ? name : refuse('InvalidArgument', location, `"${name.slice(0, 80)}" is no valid name.`);
}

function formulaFrom(reference: Argument, location: string): string {
  if (isHostObject(reference)) {
    const place = placeOf(reference, location);
    return `=${fullName(place.sheet.name, rectOf(place), true)}`;
  }
  if (typeof reference === 'number' || typeof reference === 'boolean') return `=${String(reference).toUpperCase()}`;
  const text = asText(reference, location);
  if (text.startsWith('=')) return text;
  return text !== '' && Number.isFinite(Number(text)) ? `=${text}` : `="${text.replace(/"/g, '""')}"`;
}

function add(state: NamesState, [name, reference, comment]: readonly Argument[], location: string): HostObject {
  const text = checkName(asText(name, location), location);
  if (find(state, text, location) !== undefined) return refuse('ItemAlreadyExists', location, `There is a name "${text}" already.`);
  if (state.session.model.sheets.some((sheet) => sheet.tables.some((table) => same(table.name, text)))) {
    return refuse('ItemAlreadyExists', location, `There is a table "${text}" already.`);
  }
  const model: NameModel = {
    name: text, formula: formulaFrom(reference, location), visible: true, comment: isAbsent(comment) ? '' : asText(comment, location),
  };
  listed(state).push(model);
  restructure(state.session);
  return make(nameType, { ...state, name: model });
}

function constant(formula: string): CellValue | undefined {
  const body = formula.slice(1).trim();
  const text = /^"((?:[^"]|"")*)"$/s.exec(body);
  if (text !== null) return (text[1] ?? '').replace(/""/g, '"');
  if (/^(true|false)$/i.test(body)) return body.toLowerCase() === 'true';
  if (body !== '' && Number.isFinite(Number(body))) return Number(body);
  return /^#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)$/.test(body) ? { error: body } : undefined;
}

function typeOf({ session, sheet, name }: NameState): string {
  if (rangeOfName(session, name, sheet) !== null) return 'Range';
  const content = constant(name.formula);
  switch (typeof content) {
    case 'string':
      return 'String';
    case 'number':
      return Number.isInteger(content) ? 'Integer' : 'Double';
    case 'boolean':
      return 'Boolean';
    case 'object':
      return 'Error';
    default:
      return refuse('GeneralException', 'NamedItem.type', `The stand-in does not calculate the name "${name.name}".`);
  }
}

function valueOf({ session, sheet, name }: NameState): Json {
  const range = rangeOfName(session, name, sheet);
  if (range !== null) return fullName(range.sheet.name, range.rect, true);
  const content = constant(name.formula);
  return content === undefined ? refuse('GeneralException', 'NamedItem.value', 'The stand-in does not calculate names.') : plainValue(content);
}

function remove(state: NameState): void {
  const names = listed(state);
  names.splice(names.indexOf(state.name), 1);
  restructure(state.session);
}

const collectionType: ObjectType<NamesState> = {
  name: 'NamedItemCollection',
  items: (state) => listed(state).map((name) => make(nameType, { ...state, name })),
  item: (state, [key], location) => make(nameType, { ...state, name: find(state, key, location) ?? refuse('ItemNotFound', location) }),
  methods: {
    Add: (state, args, location) => add(state, args, location),
    GetCount: (state) => value(listed(state).length),
    GetItemOrNullObject: (state, [key], location): Outcome => {
      const name = find(state, key, location);
      return name === undefined ? null : make(nameType, { ...state, name });
    },
  },
};

const nameType: ObjectType<NameState> = {
  name: 'NamedItem',
  identity: ({ name }) => ({ _Id: name.name }),
  properties: {
    Name: { get: ({ name }) => name.name },
    _Id: { get: ({ name }) => name.name },
    // Only when asked for: a name that is a formula has a type and a value that the stand-in does not calculate.
    Type: { get: typeOf, onlyByName: true },
    Value: { get: valueOf, onlyByName: true },
    Scope: { get: ({ sheet }) => (sheet === null ? 'Workbook' : 'Worksheet') },
    Formula: {
      get: ({ name }) => name.formula,
      set: ({ session, name }, input, at) => {
        name.formula = formulaFrom(input, at);
        restructure(session);
      },
    },
    Visible: {
      get: ({ name }) => name.visible,
      set: ({ session, name }, input, at) => {
        name.visible = asBoolean(input, at);
        redraw(session);
      },
    },
    Comment: {
      get: ({ name }) => name.comment,
      set: ({ session, name }, input, at) => {
        name.comment = asText(input, at);
        redraw(session);
      },
    },
  },
  objects: {
    Worksheet: ({ session, sheet }) => (sheet === null ? refuse('InvalidOperation', 'NamedItem.worksheet') : worksheetOf(session, sheet)),
    WorksheetOrNullObject: ({ session, sheet }) => (sheet === null ? null : worksheetOf(session, sheet)),
  },
  methods: {
    Delete: (state) => remove(state),
    GetRange: ({ session, sheet, name }, _, location) => {
      const range = rangeOfName(session, name, sheet) ?? refuse('ItemNotFound', location);
      return rangeOf(session, range.sheet, range.rect);
    },
    GetRangeOrNullObject: ({ session, sheet, name }): Outcome => {
      const range = rangeOfName(session, name, sheet);
      return range === null ? null : rangeOf(session, range.sheet, range.rect);
    },
  },
};
