import { rowsOf } from '../model/rects';
import { parseRect, splitAddress } from '../model/addresses';
import type { FilterCriterion, Rect, SheetModel, TableModel } from '../model/types';
import { requirePermission } from './access';
import { asInteger, asOneOf, asRecord, asText, isAbsent, placeOf } from './arguments';
import { refuse, unknown } from './errors';
import { applyFilters } from './filters';
import { make, type Argument, type HostObject, type Json, type ObjectType, type Outcome } from './objects';
import { rangeOf } from './range';
import { rectOf, redraw, type Session } from './session';
import type { SheetState } from './worksheet';

interface FilterState {
  readonly session: Session;
  readonly sheet: SheetModel;
  /** The table whose filter it is; null for the sheet's own. */
  readonly table: TableModel | null;
}

export function sheetFilterOf({ session, sheet }: SheetState): HostObject {
  return make(filterType, { session, sheet, table: null });
}

export function tableFilterOf(session: Session, sheet: SheetModel, table: TableModel): HostObject {
  return make(filterType, { session, sheet, table });
}

function criteriaOf({ sheet, table }: FilterState): Map<number, FilterCriterion> | null {
  return table === null ? (sheet.autoFilter?.criteria ?? null) : table.showFilterButton ? table.criteria : null;
}

function rangeOfFilter({ sheet, table }: FilterState): Rect | null {
  return table === null ? (sheet.autoFilter?.range ?? null) : table.showFilterButton ? table.range : null;
}

function refresh({ session, sheet }: FilterState): void {
  applyFilters(sheet);
  redraw(session);
}

function criterionFrom(input: unknown, location: string): FilterCriterion {
  const { filterOn, values, criterion1, criterion2, operator } = asRecord(input, location);
  if (filterOn === 'Values') {
    if (!Array.isArray(values)) return refuse('InvalidArgument', location);
    return { kind: 'values', values: values.map((each: unknown) => asText(each, location)) };
  }
  if (filterOn !== 'Custom') return unknown(`${location}({ filterOn: "${String(filterOn)}" })`);
  return {
    kind: 'custom',
    criterion1: asText(criterion1, location),
    ...(isAbsent(criterion2) ? {} : { criterion2: asText(criterion2, location), operator: asOneOf(operator, ['And', 'Or'], location) }),
  };
}

function criterionJson(criterion: FilterCriterion): Json {
  switch (criterion.kind) {
    case 'values':
      return { filterOn: 'Values', values: [...criterion.values] };
    case 'custom':
      return { filterOn: 'Custom', criterion1: criterion.criterion1, criterion2: criterion.criterion2, operator: criterion.operator };
    case 'kept':
      return { filterOn: 'Dynamic' };
  }
}

function apply(state: FilterState, [range, column, criteria]: readonly Argument[], location: string): void {
  const { sheet, table } = state;
  requirePermission(sheet, 'allowAutoFilter', location);
  const rect = typeof range === 'string' ? parseRect(splitAddress(range).local) : rectOf(placeOf(range, location));
  if (rect === null || rowsOf(rect) < 1) return refuse('InvalidArgument', location);
  if (table === null && (sheet.autoFilter === null || sheet.autoFilter.range !== rect)) {
    sheet.autoFilter = { range: rect, criteria: new Map(sheet.autoFilter?.criteria ?? []) };
  }
  if (!isAbsent(column)) criteriaOf(state)?.set(asInteger(column, location), criterionFrom(criteria, location));
  refresh(state);
}

const filterType: ObjectType<FilterState> = {
  name: 'AutoFilter',
  properties: {
    Enabled: { get: (state) => rangeOfFilter(state) !== null },
    IsDataFiltered: { get: (state) => (criteriaOf(state)?.size ?? 0) > 0 },
    Criteria: {
      get: (state) => {
        const criteria = criteriaOf(state);
        const range = rangeOfFilter(state);
        if (criteria === null || range === null) return [];
        return Array.from({ length: range.lastCol - range.col + 1 }, (_, column) => {
          const criterion = criteria.get(column);
          return criterion === undefined ? null : criterionJson(criterion);
        });
      },
    },
  },
  methods: {
    Apply: (state, args, location) => apply(state, args, location),
    ClearCriteria: (state, _, location) => {
      requirePermission(state.sheet, 'allowAutoFilter', location);
      criteriaOf(state)?.clear();
      refresh(state);
    },
    ClearColumnCriteria: (state, [column], location) => {
      requirePermission(state.sheet, 'allowAutoFilter', location);
      criteriaOf(state)?.delete(asInteger(column, location));
      refresh(state);
    },
    Reapply: (state) => refresh(state),
    Remove: (state, _, location) => {
      requirePermission(state.sheet, 'allowAutoFilter', location);
      if (state.table !== null) return unknown('Table.autoFilter.remove');
      state.sheet.autoFilter = null;
      return refresh(state);
    },
    GetRange: (state, _, location) => rangeOf(state.session, state.sheet, rangeOfFilter(state) ?? refuse('ItemNotFound', location)),
    GetRangeOrNullObject: (state): Outcome => {
      const rect = rangeOfFilter(state);
      return rect === null ? null : rangeOf(state.session, state.sheet, rect);
    },
  },
};

/** The filter of one column of a table. */
export function columnFilterOf(session: Session, sheet: SheetModel, table: TableModel, column: number): HostObject {
  return make(columnFilterType, { session, sheet, table, column });
}

const columnFilterType: ObjectType<FilterState & { readonly table: TableModel; readonly column: number }> = {
  name: 'Filter',
  properties: {
    Criteria: {
      get: ({ table, column }) => {
        const criterion = table.criteria.get(column);
        return criterion === undefined ? null : criterionJson(criterion);
      },
    },
  },
  methods: {
    Apply: (state, [criteria], location) => {
      requirePermission(state.sheet, 'allowAutoFilter', location);
      state.table.criteria.set(state.column, criterionFrom(criteria, location));
      refresh(state);
    },
    ApplyValuesFilter: (state, [values], location) => {
      requirePermission(state.sheet, 'allowAutoFilter', location);
      state.table.criteria.set(state.column, criterionFrom({ filterOn: 'Values', values }, location));
      refresh(state);
    },
    ApplyCustomFilter: (state, [criterion1, criterion2, operator], location) => {
      requirePermission(state.sheet, 'allowAutoFilter', location);
      state.table.criteria.set(state.column, criterionFrom({ filterOn: 'Custom', criterion1, criterion2, operator }, location));
      refresh(state);
    },
    Clear: (state) => {
      state.table.criteria.delete(state.column);
      refresh(state);
    },
  },
};
