import { createCommands } from '../commands/create';
import { reminderFiles, type ReminderFile } from '../commands/reminders';
import type { PreviewOutcome } from '../commands/types';
import type { IsoDate, Period } from '../core/period';
import { readFiles } from '../files/read-files-node';
import type { PickedFile } from '../files/types';
import type { WorkbookModel } from '../workbench/model/types';
import { startExcel } from './excel';

export type RemindPickedOutcome =
  | { readonly kind: 'made'; readonly period: Period; readonly reminders: readonly ReminderFile[]; readonly files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[] }
  | { readonly kind: 'notMade'; readonly preview: Exclude<PreviewOutcome, { kind: 'preview' }> };

interface RemindPickedRequest {
  readonly files: readonly PickedFile[];
  readonly period: Period;
  readonly asOf: IsoDate;
  /** The workbook with the months before and the days of receipt; null: only what the files say is known. */
  readonly into: WorkbookModel | null;
  readonly name: string;
  readonly now: string;
  readonly sendBy: IsoDate | null;
}

/** Who has not reported, or reported late, after these files and this workbook; a reminder to each. Nothing is written into the workbook. */
export async function remindPicked({ files, period, asOf, into, name, now, sendBy }: RemindPickedRequest): Promise<RemindPickedOutcome> {
  const excel = await startExcel(into, name);
  try {
    const outcome = await createCommands({ readFiles }).previewConsolidation({ period, asOf, now, files, includeSheets: into !== null, decisions: [], chosenFiles: [] });
    if (outcome.kind !== 'preview') return { kind: 'notMade', preview: outcome };
    const { submissions, catalogue } = outcome.preview;
    const reminders = await reminderFiles({ submissions, catalogue, period, asOf, sendBy });
    return {
      kind: 'made', period, reminders,
      files: reminders.flatMap(({ fileName, bytes, text }) => [{ fileName, bytes }, { fileName: fileName.replace(/\.xlsx$/, '.txt'), bytes: new TextEncoder().encode(text) }]),
    };
  } finally {
    excel.close();
  }
}
