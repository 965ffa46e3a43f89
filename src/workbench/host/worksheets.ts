import type { SheetModel } from '../model/types';
import { activeSheet, addSheet, findSheet } from '../model/workbook';
import { asText, isAbsent } from './arguments';
import { refuse } from './errors';
import { emit, WORKBOOK } from './events';
import { make, value, type Argument, type HostObject, type ObjectType, type Outcome } from './objects';
import { restructure, type Session } from './session';
import { checkSheetName, nextSheetName } from './sheetNames';
import { eventMethods, worksheetOf } from './worksheet';

interface SheetsState {
  readonly session: Session;
}

export function worksheetsOf(session: Session): HostObject {
  return make(collectionType, { session });
}

function find({ session }: SheetsState, key: Argument, location: string): SheetModel | undefined {
  const text = asText(key, location);
  return session.model.sheets.find((sheet) => sheet.id === text) ?? findSheet(session.model, text);
}

function listed({ session }: SheetsState, visibleOnly: Argument): readonly SheetModel[] {
  return visibleOnly === true ? session.model.sheets.filter((sheet) => sheet.visibility === 'Visible') : session.model.sheets;
}

function add({ session }: SheetsState, name: Argument, location: string): HostObject {
  const { model } = session;
  if (model.structureProtected) return refuse('AccessDenied', location, 'The structure of the workbook is protected.');
  const sheet = addSheet(model, isAbsent(name) ? nextSheetName(model) : checkSheetName(model, asText(name, location), location));
  emit(session.events, 'added', sheet);
  restructure(session);
  return worksheetOf(session, sheet);
}

const EVENTS = {
  DataChanged: 'changed', Activated: 'activated', Deactivated: 'deactivated', SelectionChanged: 'selectionChanged',
  Added: 'added', Deleted: 'deleted',
} as const;

const collectionType: ObjectType<SheetsState> = {
  name: 'WorksheetCollection',
  items: ({ session }) => session.model.sheets.map((sheet) => worksheetOf(session, sheet)),
  item: (state, [key], location) => worksheetOf(state.session, find(state, key, location) ?? refuse('ItemNotFound', location)),
  methods: {
    ...eventMethods<SheetsState>(EVENTS, () => WORKBOOK),
    Add: (state, [name], location) => add(state, name, location),
    GetActiveWorksheet: ({ session }) => worksheetOf(session, activeSheet(session.model)),
    GetCount: (state, [visibleOnly]) => value(listed(state, visibleOnly).length),
    GetFirst: (state, [visibleOnly], location) => worksheetOf(state.session, listed(state, visibleOnly).at(0) ?? refuse('ItemNotFound', location)),
    GetLast: (state, [visibleOnly], location) => worksheetOf(state.session, listed(state, visibleOnly).at(-1) ?? refuse('ItemNotFound', location)),
    GetItemOrNullObject: (state, [key], location): Outcome => {
      const sheet = find(state, key, location);
      return sheet === undefined ? null : worksheetOf(state.session, sheet);
    },
  },
};
