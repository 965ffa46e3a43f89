import { done } from './refusals';
import { run } from './session';
import type { HostResult } from './types';

/** The names of all sheets of the open workbook, hidden ones too, in their order. One round trip. */
export function sheetNames(): Promise<HostResult<readonly string[]>> {
  return run(async ({ context, sync }) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await sync();
    return done(worksheets.items.map((sheet) => sheet.name));
  });
}
