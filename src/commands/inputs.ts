import type { Catalogue } from '../core/catalogue/types';
import type { CheckResult, Finding } from '../core/checks/finding';
import { withSeverities } from '../core/checks/severities';
import type { ReadingOutcome } from '../core/consolidation/pipeline';
import type { IsoDate } from '../core/period';
import type { FileOutcome } from '../files/types';
import type { InputItem } from './types';

const NOTHING_RUN = { run: 0, skipped: 0, crashed: 0 };

/** A book that was opened, with what the checks and the opening found. */
export function readInput({ reading, result, use }: ReadingOutcome, kind: InputItem['kind'], opened: readonly FileOutcome[]): InputItem {
  const file = opened.find((candidate) => candidate.status === 'read' && candidate.hash === reading.hash && candidate.file === reading.file);
  const extra: readonly Finding[] = file?.status === 'read' ? file.findings : [];
  const { report } = reading;
  return {
    file: reading.file,
    sheet: report?.source.sheet ?? '',
    kind,
    status: report === null ? 'rejected' : 'read',
    unit: report?.unit ?? null,
    period: report?.period ?? null,
    use,
    hash: reading.hash,
    result: extra.length === 0 ? result : { ...result, findings: [...result.findings, ...extra] },
  };
}

/** A file that was refused or skipped: its one finding says why. */
export function unreadInput(outcome: FileOutcome): readonly InputItem[] {
  if (outcome.status === 'read') return [];
  const result: CheckResult = { findings: [outcome.finding], checks: NOTHING_RUN, cells: 0 };
  return [{ file: outcome.file, sheet: '', kind: 'file', status: outcome.status, unit: null, period: null, use: 'notUsed', hash: outcome.hash, result }];
}

/** Inputs with the findings of opening them as grave as the catalogue says; of files without a month, on the day `asOf`. */
export function gradedInputs(inputs: readonly InputItem[], catalogue: Catalogue, asOf: IsoDate): readonly InputItem[] {
  return inputs.map((input) => ({ ...input, result: { ...input.result, findings: withSeverities(input.result.findings, catalogue, asOf) } }));
}
