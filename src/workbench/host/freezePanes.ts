import type { Rect } from '../model/types';
import { LAST_COLUMN, LAST_ROW } from '../model/workbook';
import { parseRect, splitAddress } from '../model/addresses';
import { asInteger, isAbsent, placeOf } from './arguments';
import { refuse } from './errors';
import { make, type Argument, type HostObject, type ObjectType, type Outcome } from './objects';
import { rangeOf } from './range';
import { rectOf, redraw } from './session';
import type { SheetState } from './worksheet';

export function freezePanesOf(state: SheetState): HostObject {
  return make(freezeType, state);
}

function freeze({ session, sheet }: SheetState, rows: number, columns: number): void {
  sheet.freeze = rows === 0 && columns === 0 ? null : { rows, columns };
  redraw(session);
}

function frozen({ sheet }: SheetState): Rect | null {
  if (sheet.freeze === null) return null;
  const { rows, columns } = sheet.freeze;
  return { row: 0, col: 0, lastRow: rows === 0 ? LAST_ROW : rows - 1, lastCol: columns === 0 ? LAST_COLUMN : columns - 1 };
}

function freezeAt(state: SheetState, range: Argument, location: string): void {
  const rect = typeof range === 'string' ? parseRect(splitAddress(range).local) : rectOf(placeOf(range, location));
  if (rect === null || rect.row !== 0 || rect.col !== 0) return refuse('InvalidArgument', location, 'The frozen cells begin at A1.');
  freeze(state, rect.lastRow === LAST_ROW ? 0 : rect.lastRow + 1, rect.lastCol === LAST_COLUMN ? 0 : rect.lastCol + 1);
}

const count = (input: Argument, location: string): number => (isAbsent(input) ? 1 : asInteger(input, location));

const freezeType: ObjectType<SheetState> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeAt: (state, [range], location) => freezeAt(state, range, location),
    FreezeRows: (state, [rows], location) => freeze(state, count(rows, location), 0),
    FreezeColumns: (state, [columns], location) => freeze(state, 0, count(columns, location)),
    Unfreeze: (state) => freeze(state, 0, 0),
    GetLocationOrNullObject: (state): Outcome => {
      const rect = frozen(state);
      return rect === null ? null : rangeOf(state.session, state.sheet, rect);
    },
  },
};
