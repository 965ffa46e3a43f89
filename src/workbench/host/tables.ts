import { parseRect, splitAddress } from '../model/addresses';
import { columnsOf, contains, intersect, rowsOf } from '../model/rects';
import type { Rect, SheetModel, TableModel } from '../model/types';
import { findName } from './names';
import { findSheet, findTable, takeId } from '../model/workbook';
import { requireUnprotected } from './access';
import { asBoolean, asInteger, asText } from './arguments';
import { refuse, unknown } from './errors';
import { isHostObject, make, value, type Argument, type HostObject, type ObjectType, type Outcome } from './objects';
import { rectOf, restructure, type Place, type Session } from './session';
import { tableOf } from './table';
import { syncHeaders } from './writing';

interface TablesState {
  readonly session: Session;
  /** null: those of the whole workbook. */
  readonly sheet: SheetModel | null;
}

interface Found {
  readonly sheet: SheetModel;
  readonly table: TableModel;
}

export function tablesOf(session: Session, sheet: SheetModel | null): HostObject {
  return make(collectionType, { session, sheet });
}

function listed({ session, sheet }: TablesState): readonly Found[] {
  const sheets = sheet === null ? session.model.sheets : [sheet];
  return sheets.flatMap((each) => each.tables.map((table) => ({ sheet: each, table })));
}

function find(state: TablesState, key: Argument, location: string): Found | undefined {
  const text = typeof key === 'number' ? String(key) : asText(key, location);
  const found = findTable(state.session.model, text);
  return found !== undefined && (state.sheet === null || found.sheet === state.sheet) ? found : undefined;
}

/** The block that a range or an address stands for, for a new or resized table. */
export function tableRange(state: TablesState, input: Argument, location: string): { readonly sheet: SheetModel; readonly rect: Rect } {
  if (isHostObject(input) && input.place !== null) return { sheet: input.place.sheet, rect: rectOf(input.place) };
  const parts = splitAddress(asText(input, location));
  const sheet = parts.sheet === null ? state.sheet : findSheet(state.session.model, parts.sheet);
  const rect = parseRect(parts.local);
  if (sheet === null || sheet === undefined || rect === null) return refuse('InvalidArgument', location, 'A range with its sheet is expected.');
  return { sheet, rect };
}

/** Refuses a place that another table, a merged area or the sheet's filter holds. */
export function requireFree(sheet: SheetModel, rect: Rect, location: string, own?: TableModel): void {
  for (const other of sheet.tables) {
    if (other !== own && intersect(other.range, rect) !== null) refuse('InvalidArgument', location, `A table can't overlap table "${other.name}".`);
  }
  if (sheet.merges.some((merge) => intersect(merge, rect) !== null)) refuse('MergedRangeConflict', location);
}

function add(state: TablesState, [address, hasHeaders]: readonly Argument[], location: string): HostObject {
  const { session } = state;
  const { sheet, rect: asked } = tableRange(state, address, location);
  requireUnprotected(sheet, location);
  if (!asBoolean(hasHeaders, location)) return unknown(`${location}(…, false)`);
  // A table has at least one row of data: Excel adds an empty one to a lone header.
  const rect = rowsOf(asked) === 1 ? { ...asked, lastRow: asked.row + 1 } : asked;
  requireFree(sheet, rect, location);
  const id = takeId(session.model);
  const table: TableModel = {
    id: String(id), name: freeName(session), range: rect,
    columns: Array.from({ length: columnsOf(rect) }, (_, index) => ({ id: index + 1, name: '' })),
    showHeaders: true, showTotals: false, style: 'TableStyleMedium2', showBandedRows: true, showBandedColumns: false,
    highlightFirstColumn: false, highlightLastColumn: false, showFilterButton: true, criteria: new Map(),
  };
  sheet.tables.push(table);
  syncHeaders(session, sheet, rect);
  restructure(session);
  return tableOf(session, sheet, table);
}

function freeName(session: Session): string {
  for (let n = 1; ; n += 1) if (findTable(session.model, `Table${n}`) === undefined) return `Table${n}`;
}

/** A name for a table: as for a name of the workbook, and taken by neither. */
export function checkTableName(session: Session, name: string, own: Found, location: string): string {
  const valid =
    name.length <= 255 && /^[\p{L}_\\][\p{L}\p{M}\p{N}_.\\]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) && !/^[rc]\d*(?:c\d*)?$/i.test(name);
  if (!valid) return refuse('InvalidArgument', location, `"${name.slice(0, 80)}" is no name for a table.`);
  const other = findTable(session.model, name);
  const taken = (other !== undefined && other.table !== own.table) || findName(session.model, own.sheet, name) !== undefined;
  return taken ? refuse('InvalidArgument', location, `The name "${name}" is taken.`) : name;
}

const collectionType: ObjectType<TablesState> = {
  name: 'TableCollection',
  properties: { Count: { get: (state) => listed(state).length } },
  items: (state) => listed(state).map(({ sheet, table }) => tableOf(state.session, sheet, table)),
  item: (state, [key], location) => {
    const { sheet, table } = find(state, key, location) ?? refuse('ItemNotFound', location);
    return tableOf(state.session, sheet, table);
  },
  methods: {
    Add: (state, args, location) => add(state, args, location),
    GetCount: (state) => value(listed(state).length),
    GetItemAt: (state, [index], location) => {
      const { sheet, table } = listed(state)[asInteger(index, location)] ?? refuse('InvalidArgument', location);
      return tableOf(state.session, sheet, table);
    },
    GetItemOrNullObject: (state, [key], location): Outcome => {
      const found = find(state, key, location);
      return found === undefined ? null : tableOf(state.session, found.sheet, found.table);
    },
  },
};

interface ScopedState {
  readonly place: Place;
  readonly whole: boolean;
}

/** The tables that a range touches, or holds wholly. */
export function scopedTablesOf(place: Place, whole: boolean): HostObject {
  return make(scopedType, { place, whole });
}

function scoped({ place, whole }: ScopedState): readonly TableModel[] {
  const rect = rectOf(place);
  return place.sheet.tables.filter((table) => (whole ? contains(rect, table.range) : intersect(rect, table.range) !== null));
}

const scopedType: ObjectType<ScopedState> = {
  name: 'TableScopedCollection',
  items: (state) => scoped(state).map((table) => tableOf(state.place.session, state.place.sheet, table)),
  item: (state, [key], location) => {
    const table = scoped(state).find((each) => each.id === String(key) || each.name === key) ?? refuse('ItemNotFound', location);
    return tableOf(state.place.session, state.place.sheet, table);
  },
  methods: {
    GetCount: (state) => value(scoped(state).length),
    GetFirst: (state, _, location) =>
      tableOf(state.place.session, state.place.sheet, scoped(state)[0] ?? refuse('ItemNotFound', location)),
  },
};
