import { rectName } from '../model/addresses';
import type { Rect, SheetModel } from '../model/types';
import { findSheet } from '../model/workbook';
import { refuse } from './errors';
import { emit } from './events';
import { activate } from './rangeEditing';
import { redraw, type Session } from './session';
import { USER, writeCells } from './writing';

/** What a person does in the grid. It changes the workbook and raises events as a request would. */
export interface UserActions {
  readonly activate: (sheetName: string) => void;
  readonly select: (sheetName: string, rects: readonly Rect[]) => void;
  /** Types into a cell, with the rules of a US Excel; refused on locked cells of protected sheets. */
  readonly type: (sheetName: string, row: number, col: number, text: string) => void;
}

export function actAsUser(session: Session, done: () => void): UserActions {
  const sheetOf = (name: string): SheetModel => findSheet(session.model, name) ?? refuse('ItemNotFound', USER);
  return {
    activate: (name) => {
      activate({ session, sheet: sheetOf(name) });
      done();
    },
    select: (name, rects) => {
      const sheet = sheetOf(name);
      activate({ session, sheet });
      sheet.selection = [...rects];
      emit(session.events, 'selectionChanged', sheet, { address: rects.map((rect) => rectName(rect)).join(',') });
      redraw(session);
      done();
    },
    type: (name, row, col, text) => {
      writeCells({ session, sheet: sheetOf(name), rects: [{ row, col, lastRow: row, lastCol: col }] }, text, USER);
      done();
    },
  };
}
