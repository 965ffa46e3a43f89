import { fullName, parseRect, rectName, splitAddress } from '../model/addresses';
import type { Rect, SheetModel } from '../model/types';
import { activeSheet, findSheet } from '../model/workbook';
import { ExcelRefusal } from '../host/errors';
import type { ExcelHost } from '../host/host';
import type { At } from './moves';
import { fromVietnamese } from './typed';

/** What the page lets a person do to the open workbook; what Excel refuses comes back as a sentence. */
export interface Book {
  readonly host: ExcelHost;
  readonly sheet: () => SheetModel;
  readonly active: () => At;
  readonly select: (rects: readonly Rect[]) => void;
  readonly activate: (sheetName: string) => void;
  /** Types a text into the active sheet's cell, in Vietnamese notation. */
  readonly type: (at: At, text: string) => string | null;
  readonly clear: () => string | null;
  /** Goes to an address or a name, as the name box does; false when it is none. */
  readonly goTo: (address: string) => boolean;
}

const SENTENCES: Readonly<Record<string, string>> = {
  AccessDenied: 'Ô này được bảo vệ: bỏ bảo vệ trang tính rồi sửa.',
  InvalidArgument: 'Excel không đọc được nội dung vừa gõ.',
};

export function createBook(host: ExcelHost): Book {
  const { model, user } = host;
  const sheet = (): SheetModel => activeSheet(model);
  const active = (): At => {
    const [first] = sheet().selection;
    return { row: first?.row ?? 0, col: first?.col ?? 0 };
  };
  const refused = (act: () => void): string | null => {
    try {
      act();
      return null;
    } catch (error) {
      if (error instanceof ExcelRefusal) return SENTENCES[error.code] ?? error.message;
      throw error;
    }
  };
  const select = (rects: readonly Rect[]): void => user.select(sheet().name, rects);
  return {
    host, sheet, active, select,
    activate: (name) => user.activate(name),
    type: ({ row, col }, text) => refused(() => user.type(sheet().name, row, col, fromVietnamese(text))),
    clear: () =>
      refused(() => {
        const { selection, cells } = sheet();
        const filled = [...cells].flatMap(([row, line]) => [...line].filter(([, cell]) => cell.value !== null || cell.formula !== null).map(([col]) => ({ row, col })));
        for (const { row, col } of filled) {
          if (selection.some((rect) => row >= rect.row && row <= rect.lastRow && col >= rect.col && col <= rect.lastCol)) user.type(sheet().name, row, col, '');
        }
      }),
    goTo: (address) => {
      const place = placeOf(host, address);
      if (place === null) return false;
      user.select(place.sheet.name, [place.rect]);
      return true;
    },
  };
}

function placeOf({ model }: ExcelHost, address: string): { readonly sheet: SheetModel; readonly rect: Rect } | null {
  const own = activeSheet(model);
  const named = [...own.names, ...model.names].find(({ name }) => name.toLocaleLowerCase() === address.trim().toLocaleLowerCase());
  const table = model.sheets.flatMap((sheet) => sheet.tables.map(({ name, range }) => ({ name, address: fullName(sheet.name, range) }))).find(({ name }) => name.toLocaleLowerCase() === address.trim().toLocaleLowerCase());
  const { sheet, local } = splitAddress(table?.address ?? named?.formula.replace(/^=/, '') ?? address);
  const target = sheet === null ? own : findSheet(model, sheet);
  const rect = parseRect(local);
  return target === undefined || rect === null || target.visibility !== 'Visible' ? null : { sheet: target, rect };
}

/** "B3", or "3H x 2C" while a block is selected would come and go; the name box keeps to the address. */
export const addressOf = (sheet: SheetModel): string => sheet.selection.map((rect) => rectName(rect)).join(',');
