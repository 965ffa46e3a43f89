import type { ReceiptEntry } from './receipts';
import type { RemindersRequest } from './reminders';

/** What reminds units is loaded with its first use, never with the pane. */
const load = () => import('./reminders');

/** The commands of ./receipts and ./reminders, each behind its door. */
export const reminding = {
  setReceipts: async (entries: readonly ReceiptEntry[]) => (await import('./receipts')).setReceipts(entries),
  reminderTexts: async (request: RemindersRequest) => (await load()).reminderTexts(request),
  reminderFiles: async (request: RemindersRequest) => (await load()).reminderFiles(request),
  reminderSheets: async (request: RemindersRequest) => (await load()).reminderSheets(request),
};
