import { parseRect, splitAddress } from '../model/addresses';
import { isOnSheet, WHOLE_SHEET } from '../model/rects';
import type { Rect, SheetModel } from '../model/types';
import { findSheet, usedRect } from '../model/workbook';
import { asBoolean, asColor, asInteger, asNumber, asOneOf, asText, isAbsent } from './arguments';
import { sheetFilterOf } from './autoFilter';
import { chartsOf } from './charts';
import { commentsOf } from './comments';
import { refuse } from './errors';
import { emit, register, unregister } from './events';
import { freezePanesOf } from './freezePanes';
import { make, type Argument, type HostObject, type ObjectType, type Outcome } from './objects';
import { findName, namesOf, rangeOfName } from './names';
import { pageLayoutOf } from './pageLayout';
import { protectionOf } from './protection';
import { rangeOf } from './range';
import { rangeAreasOf } from './rangeAreas';
import { activate } from './rangeEditing';
import { calculate, redraw, restructure, settle, type Session } from './session';
import { checkSheetName } from './sheetNames';
import { followSheet } from './structure';
import { tablesOf } from './tables';

export interface SheetState {
  readonly session: Session;
  readonly sheet: SheetModel;
}

/** Excel cuts an address here, without a word. */
const LONGEST_ADDRESS = 8_192;

export function worksheetOf(session: Session, sheet: SheetModel): HostObject {
  return make(worksheetType, { session, sheet });
}

/** Sets of a sheet that nothing but the screen shows. */
function put(state: SheetState, patch: Partial<SheetModel>): void {
  Object.assign(state.sheet, patch);
  redraw(state.session);
}

function rename({ session, sheet }: SheetState, input: unknown, location: string): void {
  const name = checkSheetName(session.model, asText(input, location), location, sheet);
  const before = sheet.name;
  if (session.model.structureProtected) refuse('AccessDenied', location, 'The structure of the workbook is protected.');
  sheet.name = name;
  followSheet(session.model, before, name);
  emit(session.events, 'nameChanged', sheet, { nameBefore: before, nameAfter: name });
  restructure(session);
}

function setVisibility(state: SheetState, input: unknown, location: string): void {
  const visibility = asOneOf(input, ['Visible', 'Hidden', 'VeryHidden'], location);
  const { session, sheet } = state;
  const others = session.model.sheets.filter((each) => each !== sheet && each.visibility === 'Visible');
  const [next] = others;
  if (visibility !== 'Visible') {
    if (next === undefined) return refuse('InvalidOperation', location, 'A workbook must show at least one sheet.');
    if (session.model.activeSheetId === sheet.id) activate({ session, sheet: next });
  }
  put(state, { visibility });
}

function move({ session, sheet }: SheetState, input: unknown, location: string): void {
  const { sheets } = session.model;
  const position = asInteger(input, location);
  if (position < 0 || position >= sheets.length) return refuse('InvalidArgument', location);
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
  restructure(session);
}

function remove({ session, sheet }: SheetState, location: string): void {
  const { model } = session;
  if (model.structureProtected) return refuse('AccessDenied', location, 'The structure of the workbook is protected.');
  if (sheet.visibility === 'VeryHidden') return refuse('InvalidOperation', location, 'The sheet is very hidden.');
  const next = model.sheets.find((each) => each !== sheet && each.visibility === 'Visible');
  if (next === undefined) return refuse('InvalidOperation', location, 'The last visible sheet cannot be deleted.');
  if (model.activeSheetId === sheet.id) activate({ session, sheet: next });
  model.sheets = model.sheets.filter((each) => each !== sheet);
  followSheet(model, sheet.name, null);
  emit(session.events, 'deleted', sheet);
  restructure(session);
}

/** The block an address or a name stands for. */
function resolve({ session, sheet }: SheetState, input: Argument, location: string): { readonly sheet: SheetModel; readonly rect: Rect } {
  if (isAbsent(input)) return { sheet, rect: WHOLE_SHEET };
  const address = asText(input, location).slice(0, LONGEST_ADDRESS);
  const parts = splitAddress(address);
  const target = parts.sheet === null ? sheet : (findSheet(session.model, parts.sheet) ?? refuse('ItemNotFound', location));
  const rect = parseRect(parts.local);
  if (rect !== null) return { sheet: target, rect };
  const name = findName(session.model, sheet, parts.local);
  const place = name === undefined ? null : rangeOfName(session, name.model, name.sheet ?? sheet);
  return place ?? refuse('InvalidArgument', location, `"${address.slice(0, 80)}" is no address.`);
}

function ranges(state: SheetState, input: Argument, location: string): HostObject {
  const { session, sheet } = state;
  if (isAbsent(input)) return rangeAreasOf({ session, sheet, rects: [WHOLE_SHEET] });
  const full = asText(input, location);
  const parts = full.slice(0, LONGEST_ADDRESS).split(',');
  const rects = parts.flatMap((part, index) => {
    const rect = parseRect(splitAddress(part).local);
    if (rect !== null) return [rect];
    // What the cut left of the last address is lost without a word.
    if (full.length > LONGEST_ADDRESS && index === parts.length - 1) return [];
    return refuse('InvalidArgument', location, `"${part.slice(0, 80)}" is no address.`);
  });
  return rangeAreasOf({ session, sheet, rects });
}

function block({ session, sheet }: SheetState, rect: Rect, location: string): HostObject {
  return isOnSheet(rect) ? rangeOf(session, sheet, rect) : refuse('InvalidArgument', location, 'The cells lie outside the sheet.');
}

function used(state: SheetState, [valuesOnly]: readonly Argument[]): Rect | null {
  if (valuesOnly === true) settle(state.session);
  return usedRect(state.sheet, valuesOnly === true);
}

function neighbour({ session, sheet }: SheetState, step: 1 | -1, visibleOnly: Argument): SheetModel | undefined {
  const { sheets } = session.model;
  for (let at = sheets.indexOf(sheet) + step; at >= 0 && at < sheets.length; at += step) {
    const next = sheets[at];
    if (next !== undefined && (visibleOnly !== true || next.visibility === 'Visible')) return next;
  }
  return undefined;
}

const EVENTS = { DataChanged: 'changed', Activated: 'activated', Deactivated: 'deactivated', SelectionChanged: 'selectionChanged' } as const;

/** The registrations that the client asks for under names such as _RegisterDataChangedEvent. */
export function eventMethods<S extends { readonly session: Session }>(
  events: Readonly<Record<string, Parameters<typeof register>[1]>>,
  target: (state: S) => string,
): Readonly<Record<string, (state: S) => void>> {
  return Object.fromEntries(
    Object.entries(events).flatMap(([word, event]) => [
      [`_Register${word}Event`, (state: S) => register(state.session.events, event, target(state))],
      [`_Unregister${word}Event`, (state: S) => unregister(state.session.events, event, target(state))],
    ]),
  );
}

const worksheetType: ObjectType<SheetState> = {
  name: 'Worksheet',
  identity: ({ sheet }) => ({ Id: sheet.id }),
  properties: {
    Id: { get: ({ sheet }) => sheet.id },
    Name: { get: ({ sheet }) => sheet.name, set: rename },
    Position: { get: ({ session, sheet }) => session.model.sheets.indexOf(sheet), set: move },
    Visibility: { get: ({ sheet }) => sheet.visibility, set: setVisibility },
    TabColor: {
      get: ({ sheet }) => sheet.tabColor,
      set: (state, input, at) => put(state, { tabColor: input === '' ? '' : asColor(input, at) }),
    },
    ShowGridlines: { get: ({ sheet }) => sheet.showGridlines },
    ShowHeadings: { get: ({ sheet }) => sheet.showHeadings },
    // The client sets these two under other names than it reads them.
    Gridlines: { get: ({ sheet }) => sheet.showGridlines, set: (state, input, at) => put(state, { showGridlines: asBoolean(input, at) }), onlyByName: true },
    Headings: { get: ({ sheet }) => sheet.showHeadings, set: (state, input, at) => put(state, { showHeadings: asBoolean(input, at) }), onlyByName: true },
    StandardWidth: { get: ({ sheet }) => sheet.standardWidth, set: (state, input, at) => put(state, { standardWidth: asNumber(input, at) }) },
    StandardHeight: { get: ({ sheet }) => sheet.standardHeight },
  },
  objects: {
    Tables: ({ session, sheet }) => tablesOf(session, sheet),
    Names: ({ session, sheet }) => namesOf(session, sheet),
    Charts: (state) => chartsOf(state),
    Comments: ({ session, sheet }) => commentsOf(session, sheet),
    Protection: (state) => protectionOf(state),
    FreezePanes: (state) => freezePanesOf(state),
    PageLayout: (state) => pageLayoutOf(state),
    AutoFilter: (state) => sheetFilterOf(state),
  },
  methods: {
    ...eventMethods<SheetState>(EVENTS, ({ sheet }) => sheet.id),
    Activate: (state, _, at) => {
      if (state.sheet.visibility !== 'Visible') return refuse('InvalidOperation', at, 'The sheet is hidden.');
      return activate(state);
    },
    Calculate: ({ session }) => calculate(session),
    Delete: (state, _, at) => remove(state, at),
    GetRange: (state, [address], at) => {
      const { sheet, rect } = resolve(state, address, at);
      return rangeOf(state.session, sheet, rect);
    },
    GetRanges: (state, [address], at) => ranges(state, address, at),
    GetCell: (state, [row, col], at) => {
      const cell = { row: asInteger(row, at), col: asInteger(col, at) };
      return block(state, { ...cell, lastRow: cell.row, lastCol: cell.col }, at);
    },
    GetRangeByIndexes: (state, [row, col, rows, cols], at) => {
      const first = { row: asInteger(row, at), col: asInteger(col, at) };
      return block(state, { ...first, lastRow: first.row + asInteger(rows, at) - 1, lastCol: first.col + asInteger(cols, at) - 1 }, at);
    },
    GetUsedRange: (state, args) => rangeOf(state.session, state.sheet, used(state, args) ?? { row: 0, col: 0, lastRow: 0, lastCol: 0 }),
    GetUsedRangeOrNullObject: (state, args): Outcome => {
      const rect = used(state, args);
      return rect === null ? null : rangeOf(state.session, state.sheet, rect);
    },
    GetNextOrNullObject: (state, [visibleOnly]): Outcome => {
      const next = neighbour(state, 1, visibleOnly);
      return next === undefined ? null : worksheetOf(state.session, next);
    },
    GetPreviousOrNullObject: (state, [visibleOnly]): Outcome => {
      const next = neighbour(state, -1, visibleOnly);
      return next === undefined ? null : worksheetOf(state.session, next);
    },
    _GetSheetById: ({ session }, [id], at) =>
      worksheetOf(session, session.model.sheets.find((each) => each.id === id) ?? refuse('ItemNotFound', at)),
  },
};
