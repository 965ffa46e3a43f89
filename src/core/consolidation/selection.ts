import { makeFinding } from '../checks/make';
import { comparePeriods, periodKey, samePeriod, type Period } from '../period';
import type { CheckedReport } from './types';

export interface SelectionInput {
  readonly checked: readonly CheckedReport[];
  readonly period: Period;
  /** Hashes of the files that the analyst chose where a unit sent several for one month. */
  readonly chosenFiles: readonly string[];
}

/** Which reports count; where they are left out or held, a finding in their own result says so (F07, F11). */
export interface Selection {
  /** Of the report month; where several files of one unit wait for a choice, all of them, the proposed one first. */
  readonly month: readonly CheckedReport[];
  /** Of earlier months of the same year, in the order of their months. */
  readonly history: readonly CheckedReport[];
  readonly notUsed: readonly CheckedReport[];
}

/**
 * Files of the report month count, earlier months of the year are history; later months, other years (K05) and reports
 * without a known unit or month are not used. Of two different files for one unit and month the one last modified by
 * its own properties is proposed; until the analyst chooses, both are held (F07).
 */
export function selectReports({ checked, period, chosenFiles }: SelectionInput): Selection {
  const groups = new Map<string, CheckedReport[]>();
  const notUsed: CheckedReport[] = [];
  for (const one of checked) {
    const { unit, period: own } = one.report;
    if (unit === null || own === null || own.year !== period.year || comparePeriods(own, period) > 0) {
      notUsed.push(one);
      continue;
    }
    const key = `${periodKey(own)}|${unit}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const used: CheckedReport[] = [];
  for (const group of groups.values()) {
    const rivals = [...group].sort(proposedFirst);
    const chosen = rivals.find((one) => chosenFiles.includes(one.report.source.hash));
    if (rivals.length === 1) used.push(...rivals);
    else if (chosen) {
      used.push(chosen);
      notUsed.push(...rivals.filter((one) => one !== chosen).map(notChosen));
    } else used.push(...rivals.map((one) => heldForChoice(one, rivals)));
  }
  used.sort((a, b) => comparePeriods(periodOf(a, period), periodOf(b, period)));
  return {
    month: used.filter((one) => samePeriod(periodOf(one, period), period)),
    history: used.filter((one) => !samePeriod(periodOf(one, period), period)),
    notUsed,
  };
}

function periodOf(one: CheckedReport, otherwise: Period): Period {
  return one.report.period ?? otherwise;
}

/** Last modified first; a file that does not say when comes after those that do. Names settle the rest, so that runs agree. */
function proposedFirst(a: CheckedReport, b: CheckedReport): number {
  const [first, second] = [a.report.source, b.report.source];
  const [at, other] = [instantOf(first.modified), instantOf(second.modified)];
  if (at !== other) return other > at ? 1 : -1;
  return labelOf(a) < labelOf(b) ? -1 : 1;
}

function instantOf(modified: string | null): number {
  const instant = modified === null ? Number.NaN : Date.parse(modified);
  return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant;
}

/** Sheets of the open workbook share its file name, so that their own name is said too. */
function labelOf({ report: { source } }: CheckedReport): string {
  return source.kind === 'sheet' ? `${source.file} › ${source.sheet}` : source.file;
}

function heldForChoice(one: CheckedReport, rivals: readonly CheckedReport[]): CheckedReport {
  const [first] = rivals;
  const params = { files: rivals.map(labelOf), proposed: first ? labelOf(first) : '' };
  return withFinding(one, { code: 'F07', params, key: labelOf(one) });
}

function notChosen(one: CheckedReport): CheckedReport {
  return withFinding(one, { code: 'F11', params: { reason: 'notChosen', part: labelOf(one) }, key: `notChosen|${labelOf(one)}` });
}

function withFinding(one: CheckedReport, draft: Parameters<typeof makeFinding>[0]): CheckedReport {
  const { source, unit, period } = one.report;
  const finding = makeFinding(draft, { file: source.file, sheet: source.sheet, unit, period });
  return { ...one, result: { ...one.result, findings: [...one.result.findings, finding] } };
}
