import path from 'node:path';
import { createCommands } from '../commands/create';
import type { PreviewOutcome, Preview, WriteOutcome } from '../commands/types';
import type { Finding } from '../core/checks/finding';
import type { IsoDate, Period } from '../core/period';
import { readFiles } from '../files/read-files-node';
import type { PickedFile } from '../files/types';
import { sayIn } from '../locales/say';
import type { WorkbookModel } from '../workbench/model/types';
import { startExcel } from './excel';
import { consolidationJson, failsRun } from './json';

export interface ConsolidateFiles {
  readonly files: readonly PickedFile[];
  readonly period: Period;
  readonly asOf: IsoDate;
  /** Stamped into new rows, ISO 8601 with zone. */
  readonly now: string;
  /** The workbook to write into; null starts a new one. */
  readonly into: WorkbookModel | null;
  readonly name: string;
  readonly onProgress?: (text: string) => void;
}

export type ConsolidateFilesOutcome =
  | { readonly kind: 'written'; readonly preview: Preview; readonly findings: readonly Finding[]; readonly json: ReturnType<typeof consolidationJson>; readonly workbook: Uint8Array; readonly failed: boolean }
  | { readonly kind: 'notWritten'; readonly preview: Exclude<PreviewOutcome, { kind: 'preview' }> | null; readonly write: WriteOutcome | null };

/** The pane's own commands over the real Office.js and a workbook in memory: preview, write, read back, save. */
export async function consolidateFiles(request: ConsolidateFiles): Promise<ConsolidateFilesOutcome> {
  const excel = await startExcel(request.into, request.name);
  try {
    const commands = createCommands({ readFiles });
    const outcome = await commands.previewConsolidation({
      period: request.period,
      asOf: request.asOf,
      now: request.now,
      files: request.files,
      includeSheets: request.into !== null,
      decisions: [],
      chosenFiles: [],
      onProgress: ({ done, total, current }) => request.onProgress?.(`${done}/${total} ${current}`),
    });
    if (outcome.kind !== 'preview') return { kind: 'notWritten', preview: outcome, write: null };
    const written = await commands.writeConsolidation(outcome.preview);
    if (written.kind !== 'written' && written.kind !== 'nothingToWrite') return { kind: 'notWritten', preview: null, write: written };
    const differences = written.kind === 'written' ? written.differences : [];
    const { requests, requestBytes, actions } = excel.headless.host.counters;
    const findings = [...outcome.preview.findings, ...differences];
    return {
      kind: 'written',
      preview: outcome.preview,
      findings,
      json: consolidationJson(outcome.preview, differences, { requests, requestBytes, actions }, sayIn('vi', outcome.preview.catalogue)),
      workbook: await excel.save(),
      failed: failsRun(findings, request.period),
    };
  } finally {
    excel.close();
  }
}

export const nameOf = (file: string): string => path.basename(file);
