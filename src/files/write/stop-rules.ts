import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SheetPlan } from '../../core/sheets/plan';

/** The library cannot say that a conditional format ends the ones below it: the attribute is put into the written file. */
export function stopRules(bytes: Uint8Array, plans: readonly SheetPlan[]): Uint8Array {
  if (!plans.some((plan) => plan.conditionalFormats.some(({ stopIfTrue }) => stopIfTrue === true))) return bytes;
  const parts = unzipSync(bytes);
  plans.forEach((plan, n) => {
    // Sheets are numbered in the order in which they were added.
    const path = `xl/worksheets/sheet${n + 1}.xml`;
    const part = parts[path];
    if (part === undefined) return;
    const xml = strFromU8(part).replace(/<cfRule\b[^>]*?\bpriority="(\d+)"/g, (tag, priority) => (plan.conditionalFormats[Number(priority) - 1]?.stopIfTrue === true ? `${tag} stopIfTrue="1"` : tag));
    parts[path] = strToU8(xml);
  });
  return zipSync(parts, { level: 6 });
}
