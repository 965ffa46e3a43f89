import { createCommands } from '../commands/create';
import type { InputItem } from '../commands/types';
import { findingsCsv } from '../core/answers/export';
import { indexCatalogue } from '../core/catalogue/index-catalogue';
import { samePeriod, type IsoDate, type Period } from '../core/period';
import { readFiles } from '../files/read-files-node';
import type { PickedFile } from '../files/types';
import { sayIn } from '../locales/say';
import { inputJson } from './json';

export interface CheckJson {
  readonly files: readonly ReturnType<typeof inputJson>[];
}

export interface CheckPickedOutcome {
  readonly json: CheckJson;
  /** All findings as a table for spreadsheets. */
  readonly csv: () => string;
  /** Files that gave a report. */
  readonly read: number;
  /** Whether an error stands against the month that was asked for, or against any file when none was. */
  readonly failed: boolean;
}

export async function checkPicked(request: { readonly files: readonly PickedFile[]; readonly period: Period | null; readonly asOf: IsoDate }): Promise<CheckPickedOutcome> {
  const { inputs, catalogue } = await createCommands({ readFiles }).checkFiles(request);
  const say = sayIn('vi', catalogue);
  return {
    json: { files: inputs.map((input) => inputJson(input, say)) },
    csv: () => findingsCsv({ findings: inputs.flatMap((input) => input.result.findings), index: indexCatalogue(catalogue), render: say, explanations: new Map() }),
    read: inputs.filter((input) => input.status === 'read').length,
    failed: inputs.some((input) => counts(input, request.period) && input.result.findings.some((finding) => finding.severity === 'E')),
  };
}

/** Earlier months of the year are history; every other file counts. */
function counts(input: InputItem, period: Period | null): boolean {
  return period === null || input.period === null || samePeriod(input.period, period) || input.use !== 'history';
}
