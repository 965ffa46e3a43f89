import { areaOfAddress, rangeAt } from './regions';
import { done, refused } from './refusals';
import { run } from './session';
import type { HostResult } from './types';

/**
 * Shows a sheet and selects a cell or a block of it.
 *
 * @param address "H12" or "H12:J14"; '' only shows the sheet
 * @returns `missingSheet` when the sheet is gone or hidden: nothing is unhidden behind the analyst's back
 */
export function goTo(sheet: string, address: string): Promise<HostResult<null>> {
  return run(async (session) => {
    const target = session.context.workbook.worksheets.getItemOrNullObject(sheet);
    target.load('visibility');
    await session.sync();
    if (target.isNullObject) return refused('missingSheet', sheet);
    if (target.visibility !== 'Visible') return refused('missingSheet', sheet, target.visibility);
    target.activate();
    const area = areaOfAddress(address);
    if (area !== null) rangeAt(target, area).select();
    await session.sync();
    return done(null);
  });
}
