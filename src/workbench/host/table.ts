import { columnsOf, intersect, rowsOf } from '../model/rects';
import type { Rect, SheetModel, TableModel } from '../model/types';
import { setValue } from '../model/workbook';
import { requireUnprotected } from './access';
import { asBoolean, asInteger, asText } from './arguments';
import { columnFilterOf, tableFilterOf } from './autoFilter';
import { refuse, unknown } from './errors';
import { applyFilters } from './filters';
import { make, value, type Argument, type HostObject, type ObjectType, type Outcome } from './objects';
import { rangeOf } from './range';
import { clear } from './rangeEditing';
import { redraw, restructure, type Session } from './session';
import { checkTableName, requireFree, tableRange } from './tables';
import { worksheetOf } from './worksheet';
import { syncHeaders, writeCells } from './writing';

interface TableState {
  readonly session: Session;
  readonly sheet: SheetModel;
  readonly table: TableModel;
}

export function tableOf(session: Session, sheet: SheetModel, table: TableModel): HostObject {
  return make(tableType, { session, sheet, table });
}

function headerRow({ table }: TableState, location: string): Rect {
  return table.showHeaders ? { ...table.range, lastRow: table.range.row } : refuse('ItemNotFound', location);
}

function bodyOf({ table }: TableState): Rect {
  return {
    ...table.range,
    row: table.range.row + (table.showHeaders ? 1 : 0),
    lastRow: table.range.lastRow - (table.showTotals ? 1 : 0),
  };
}

function resize(state: TableState, input: Argument, location: string): void {
  const { session, sheet, table } = state;
  requireUnprotected(sheet, location);
  const { sheet: target, rect } = tableRange(state, input, location);
  const least = 1 + (table.showTotals ? 1 : 0) + (table.showHeaders ? 1 : 0);
  if (target !== sheet || intersect(rect, table.range) === null || rect.row !== table.range.row || rowsOf(rect) < least) {
    return refuse('InvalidArgument', location, 'The header stays in its row and the new range overlaps the old one.');
  }
  if (table.showTotals) return unknown(`${location} of a table with a totals row`);
  requireFree(sheet, rect, location, table);
  const before = table.columns;
  const nextId = Math.max(0, ...before.map((column) => column.id)) + 1;
  const offset = rect.col - table.range.col;
  table.columns = Array.from({ length: columnsOf(rect) }, (_, index) => before[index + offset] ?? { id: nextId + index, name: '' });
  table.range = rect;
  syncHeaders(session, sheet, rect);
  applyFilters(sheet);
  return restructure(session);
}

/** Ends the table; what its cells hold and how they look stays. */
function convert({ session, sheet, table }: TableState, location: string): HostObject {
  requireUnprotected(sheet, location);
  sheet.tables = sheet.tables.filter((each) => each !== table);
  applyFilters(sheet);
  restructure(session);
  return rangeOf(session, sheet, table.range);
}

function remove(state: TableState, location: string): void {
  const { session, sheet, table } = state;
  convert(state, location);
  clear({ session, sheet, rects: [table.range] }, 'All', location);
}

type Flag = 'showBandedRows' | 'showBandedColumns' | 'highlightFirstColumn' | 'highlightLastColumn' | 'showFilterButton';
const flag = (key: Flag): NonNullable<ObjectType<TableState>['properties']>[string] => ({
  get: ({ table }) => table[key],
  set: ({ session, sheet, table }, input, at) => {
    requireUnprotected(sheet, at);
    table[key] = asBoolean(input, at);
    redraw(session);
  },
});

const fixed = (key: 'showHeaders' | 'showTotals'): NonNullable<ObjectType<TableState>['properties']>[string] => ({
  get: ({ table }) => table[key],
  set: ({ table }, input, at) => {
    if (table[key] !== asBoolean(input, at)) unknown(`${at} = ${String(input)}`);
  },
});

const tableType: ObjectType<TableState> = {
  name: 'Table',
  identity: ({ table }) => ({ Id: table.id }),
  properties: {
    Id: { get: ({ table }) => table.id },
    Name: {
      get: ({ table }) => table.name,
      set: ({ session, sheet, table }, input, at) => {
        requireUnprotected(sheet, at);
        table.name = checkTableName(session, asText(input, at), { sheet, table }, at);
        restructure(session);
      },
    },
    Style: {
      get: ({ table }) => table.style ?? '',
      set: ({ session, sheet, table }, input, at) => {
        requireUnprotected(sheet, at);
        const style = asText(input, at);
        if (style !== '' && !/^TableStyle(?:Light|Medium|Dark)\d{1,2}$/.test(style)) refuse('InvalidArgument', at, `No table style "${style}".`);
        table.style = style === '' ? null : style;
        redraw(session);
      },
    },
    ShowHeaders: fixed('showHeaders'),
    ShowTotals: fixed('showTotals'),
    ShowBandedRows: flag('showBandedRows'),
    ShowBandedColumns: flag('showBandedColumns'),
    HighlightFirstColumn: flag('highlightFirstColumn'),
    HighlightLastColumn: flag('highlightLastColumn'),
    ShowFilterButton: flag('showFilterButton'),
  },
  objects: {
    Columns: (state) => make(columnsType, state),
    Rows: (state) => make(rowsType, state),
    Worksheet: ({ session, sheet }) => worksheetOf(session, sheet),
    AutoFilter: ({ session, sheet, table }) => tableFilterOf(session, sheet, table),
  },
  methods: {
    GetRange: ({ session, sheet, table }) => rangeOf(session, sheet, table.range),
    GetHeaderRowRange: (state, _, at) => rangeOf(state.session, state.sheet, headerRow(state, at)),
    GetDataBodyRange: (state) => rangeOf(state.session, state.sheet, bodyOf(state)),
    GetTotalRowRange: ({ session, sheet, table }, _, at) =>
      table.showTotals ? rangeOf(session, sheet, { ...table.range, row: table.range.lastRow }) : refuse('ItemNotFound', at),
    Resize: (state, [range], at) => resize(state, range, at),
    ConvertToRange: (state, _, at) => convert(state, at),
    Delete: (state, _, at) => remove(state, at),
    ClearFilters: ({ session, sheet, table }) => {
      table.criteria.clear();
      applyFilters(sheet);
      redraw(session);
    },
    ReapplyFilters: ({ session, sheet }) => {
      applyFilters(sheet);
      redraw(session);
    },
  },
};

interface ColumnState extends TableState {
  readonly index: number;
}

function columnAt(state: TableState, index: number): HostObject {
  return make(columnType, { ...state, index });
}

function findColumn({ table }: TableState, key: Argument): number {
  if (typeof key === 'number') return table.columns.findIndex((column) => column.id === key);
  return table.columns.findIndex((column) => column.name.toLocaleLowerCase() === String(key).toLocaleLowerCase());
}

const columnsType: ObjectType<TableState> = {
  name: 'TableColumnCollection',
  properties: { Count: { get: ({ table }) => table.columns.length } },
  items: (state) => state.table.columns.map((_, index) => columnAt(state, index)),
  item: (state, [key], at) => {
    const index = findColumn(state, key);
    return index < 0 ? refuse('ItemNotFound', at) : columnAt(state, index);
  },
  methods: {
    GetCount: ({ table }) => value(table.columns.length),
    GetItemAt: (state, [index], at) => {
      const position = asInteger(index, at);
      return state.table.columns[position] === undefined ? refuse('InvalidArgument', at) : columnAt(state, position);
    },
    GetItemOrNullObject: (state, [key]): Outcome => {
      const index = findColumn(state, key);
      return index < 0 ? null : columnAt(state, index);
    },
  },
};

function span({ table, index }: ColumnState, rect: Rect): Rect {
  return { ...rect, col: table.range.col + index, lastCol: table.range.col + index };
}

const columnType: ObjectType<ColumnState> = {
  name: 'TableColumn',
  identity: ({ table, index }) => ({ Id: table.columns[index]?.id ?? null }),
  properties: {
    Id: { get: ({ table, index }) => table.columns[index]?.id ?? null },
    Index: { get: ({ index }) => index },
    Name: {
      get: ({ table, index }) => table.columns[index]?.name ?? '',
      set: (state, input, at) => {
        requireUnprotected(state.sheet, at);
        const { row, col } = span(state, headerRow(state, at));
        setValue(state.sheet, row, col, asText(input, at));
        syncHeaders(state.session, state.sheet, state.table.range);
        restructure(state.session);
      },
    },
    Values: {
      get: (state) => rangeOf(state.session, state.sheet, span(state, state.table.range)).get('Values'),
      set: ({ session, sheet, table, index }, input, at) =>
        writeCells({ session, sheet, rects: [span({ session, sheet, table, index }, table.range)] }, input, at),
      onlyByName: true,
    },
  },
  objects: { Filter: ({ session, sheet, table, index }) => columnFilterOf(session, sheet, table, index) },
  methods: {
    GetRange: (state) => rangeOf(state.session, state.sheet, span(state, state.table.range)),
    GetDataBodyRange: (state) => rangeOf(state.session, state.sheet, span(state, bodyOf(state))),
    GetHeaderRowRange: (state, _, at) => rangeOf(state.session, state.sheet, span(state, headerRow(state, at))),
  },
};

const rowsType: ObjectType<TableState> = {
  name: 'TableRowCollection',
  properties: { Count: { get: (state) => rowsOf(bodyOf(state)) } },
  methods: { GetCount: (state) => value(rowsOf(bodyOf(state))) },
};
