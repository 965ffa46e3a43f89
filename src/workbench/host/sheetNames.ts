import type { SheetModel, WorkbookModel } from '../model/types';
import { findSheet } from '../model/workbook';
import { refuse } from './errors';

/** A name a sheet may take, or the refusal Excel gives: 31 characters, none of []:*?/\, no apostrophe at the ends, free. */
export function checkSheetName(model: WorkbookModel, name: string, location: string, own?: SheetModel): string {
  const valid = name.length > 0 && name.length <= 31 && !/[[\]:*?/\\]/.test(name) && !/^'|'$/.test(name) && name.toLowerCase() !== 'history';
  if (!valid) return refuse('InvalidArgument', location, `"${name}" is no name for a sheet.`);
  const taken = findSheet(model, name);
  return taken === undefined || taken === own ? name : refuse('ItemAlreadyExists', location, `There is a sheet "${name}" already.`);
}

/** "Sheet2", the next name that is free. */
export function nextSheetName(model: WorkbookModel): string {
  for (let n = model.sheets.length + 1; ; n += 1) if (findSheet(model, `Sheet${n}`) === undefined) return `Sheet${n}`;
}
