import { answerFiles, type MadeFile } from '../commands/answers';
import { createCommands } from '../commands/create';
import { comparePeriods, type IsoDate, type Period } from '../core/period';
import { completeUnits } from '../core/answers/complete';
import { readFiles } from '../files/read-files-node';
import type { PickedFile } from '../files/types';

export interface AnswerPickedOutcome {
  readonly period: Period | null;
  /** For each unit its workbook and its message. */
  readonly answers: readonly { readonly unit: string | null; readonly unitName: string; readonly points: number; readonly files: readonly MadeFile[] }[];
  /** Units whose reports leave nothing to ask. */
  readonly complete: readonly string[];
  /** Files that gave a report. */
  readonly read: number;
}

interface AnswerPickedRequest {
  readonly files: readonly PickedFile[];
  /** The month that is answered; null takes the latest one among the reports. */
  readonly period: Period | null;
  readonly asOf: IsoDate;
  readonly sendBackBy: IsoDate | null;
}

/** Checks files and makes the answers to their units: a workbook each, and the same as text. */
export async function answerPicked({ files, period: asked, asOf, sendBackBy }: AnswerPickedRequest): Promise<AnswerPickedOutcome> {
  const { inputs, catalogue } = await createCommands({ readFiles }).checkFiles({ files, period: asked, asOf });
  const read = inputs.filter((input) => input.status === 'read');
  const period = asked ?? latestOf(read.flatMap((input) => input.period ?? []));
  const findings = inputs.flatMap((input) => input.result.findings);
  const made = await answerFiles({ findings, catalogue, period, sendBackBy });
  const reported = read.filter((input) => period === null || input.period === null || comparePeriods(input.period, period) === 0).flatMap((input) => input.unit ?? []);
  return {
    period,
    answers: made.map(({ unit, unitName, points, fileName, bytes, text }) => ({
      unit, unitName, points,
      files: [{ fileName, bytes }, { fileName: fileName.replace(/\.xlsx$/, '.txt'), bytes: new TextEncoder().encode(text) }],
    })),
    complete: completeUnits(reported, made),
    read: read.length,
  };
}

function latestOf(periods: readonly Period[]): Period | null {
  return periods.reduce<Period | null>((latest, period) => (latest === null || comparePeriods(period, latest) > 0 ? period : latest), null);
}
