import type { Finding } from '../checks/finding';
import { makeFinding } from '../checks/make';

/** R06: the sheet was edited after it was checked, so its findings may no longer hold. */
export function staleFinding(sheet: string): Finding {
  return makeFinding({ code: 'R06', params: {}, key: sheet }, { file: '', sheet, unit: null, period: null });
}
