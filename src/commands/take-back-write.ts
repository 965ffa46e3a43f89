import { takeBack } from '../excel/takeBack';
import type { WriteReceipt } from '../excel/types';
import type { TakeBackOutcome } from './types';

/** "Hoàn tác lần ghi này": puts back what the write changed; a cell that was changed since is left and named. */
export async function takeBackWrite(receipt: WriteReceipt): Promise<TakeBackOutcome> {
  if (receipt.changes.length === 0 && receipt.createdSheets.length === 0 && (receipt.createdCharts ?? []).length === 0) return { kind: 'nothingToTakeBack' };
  const result = await takeBack(receipt);
  return result.ok ? { kind: 'takenBack', report: result.value } : { kind: 'refused', refusal: result.refusal };
}
