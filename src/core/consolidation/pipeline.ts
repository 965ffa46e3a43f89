import { indexCatalogue } from '../catalogue/index-catalogue';
import type { CatalogueIndex, UnitPlan } from '../catalogue/types';
import { checkBook } from '../checks/check-book';
import type { CheckResult } from '../checks/finding';
import { withSeverities } from '../checks/severities';
import type { FreeDayRule } from '../deadlines/deadline';
import { deadlineFindings } from '../deadlines/findings';
import { submissionsOf, type Receipt } from '../deadlines/submissions';
import type { StoredSubmission, Submission } from '../deadlines/types';
import { periodKey, samePeriod, type IsoDate, type Period } from '../period';
import type { BookReading } from '../report/types';
import { assessAll } from '../targets/assess-all';
import { targetFindings } from '../targets/findings';
import type { Assessment } from '../targets/types';
import { consolidate } from './consolidate';
import { factIndex, type StoredWords } from './fact-index';
import { factsOf } from './facts';
import { withMeasures } from './measures';
import { mergeFacts, type ReadMonth } from './merge';
import { revisionsOf, withAccepted } from './revisions';
import { selectReports } from './selection';
import { statedPlans } from './stated-plans';
import { storedHeld } from './stored-held';
import type { AcceptedRevision, CheckedReport, Consolidation, Decision, Fact, FactChange, HeldFigure, Revision } from './types';

export interface MonthInput {
  readonly period: Period;
  /** Today, for deadlines. */
  readonly asOf: IsoDate;
  readonly index: CatalogueIndex;
  /** Every book that could be opened, in the order of the inputs. */
  readonly readings: readonly BookReading[];
  /** Facts that the workbook holds already. */
  readonly stored: readonly Fact[];
  readonly decisions: readonly Decision[];
  readonly chosenFiles: readonly string[];
  /** Figures of earlier months that the analyst takes as later reports restate them. */
  readonly acceptedRevisions?: readonly AcceptedRevision[];
  /** ISO 8601 with zone; stamped into new and changed facts. */
  readonly now: string;
  readonly receipts?: readonly Receipt[];
  /** What units wrote beside their figures in earlier months, as the workbook keeps it. */
  readonly words?: readonly StoredWords[];
  readonly wordsReceived?: readonly string[];
  /** What earlier runs wrote down about reports, as TheoDoiNop keeps it. */
  readonly submitted?: readonly StoredSubmission[];
  /** What becomes of a deadline on a free day; by default what the catalogue says. */
  readonly freeDay?: FreeDayRule;
}

/** What became of one book. */
export interface ReadingOutcome {
  readonly reading: BookReading;
  readonly result: CheckResult;
  readonly use: 'month' | 'history' | 'notUsed';
}

export interface MonthOutcome {
  /** Reports of the month and of history that count. */
  readonly checked: readonly CheckedReport[];
  /** One for each reading, in the same order. */
  readonly inputs: readonly ReadingOutcome[];
  readonly consolidation: Consolidation;
  readonly assessments: readonly Assessment[];
  readonly submissions: readonly Submission[];
  readonly revisions: readonly Revision[];
  /** The catalogue's, and those that forms state where it has none. */
  readonly unitPlans: readonly UnitPlan[];
}

interface Progress {
  readonly facts: readonly Fact[];
  readonly changes: readonly FactChange[];
  readonly held: readonly HeldFigure[];
  readonly checked: readonly CheckedReport[];
  readonly revisions: readonly Revision[];
}

/**
 * Checks and consolidates a month's readings. Months go in their order, so that each report is checked against the
 * facts of the months before it, whichever of them come from files of this very run.
 */
export function runMonth(input: MonthInput): MonthOutcome {
  const { period, asOf, index, readings, freeDay } = input;
  const receipts = input.receipts ?? [];
  const outcomes = new Map<BookReading, ReadingOutcome>();
  let progress: Progress = { facts: input.stored, changes: [], held: [], checked: [], revisions: [] };
  for (const month of inOrderOfMonths(readings)) progress = takeMonth(month, input, progress, outcomes);

  const { checked, facts, changes, revisions } = progress;
  const held = [...progress.held, ...storedHeld(facts, period, monthsOf(checked), input.decisions)];
  // A date of receipt typed for a unit says that its report came, also where that is in words and no file of it is read.
  const wordsReceived = [...(input.wordsReceived ?? []), ...receipts.flatMap((receipt) => (samePeriod(receipt.period, period) ? [receipt.unit] : []))];
  const plain = consolidate({ period, asOf, index, reports: checked, facts, changes, held, wordsReceived, freeDay });
  const unitPlans = [...index.catalogue.unitPlans, ...statedPlans(checked, index)];
  const planned = indexCatalogue({ ...index.catalogue, unitPlans });
  const assessments = assessAll(plain, planned);
  const submissions = submissionsOf({ consolidation: plain, reports: checked, index, asOf, receipts, stored: input.submitted, freeDay });
  const found = [...targetFindings({ assessments, consolidation: plain, index: planned }), ...deadlineFindings({ period, asOf, index, submissions, receipts, freeDay })];
  const consolidation = { ...plain, findings: withSeverities([...plain.findings, ...found], index.catalogue, asOf) };
  const inputs = readings.flatMap((reading) => outcomes.get(reading) ?? []);
  return { checked, inputs, consolidation, assessments, submissions, revisions, unitPlans };
}

/** Groups of one month each, the earliest first; readings without a month come last. */
function inOrderOfMonths(readings: readonly BookReading[]): readonly (readonly BookReading[])[] {
  const groups = new Map<string, BookReading[]>();
  for (const reading of readings) {
    const key = reading.report?.period ? periodKey(reading.report.period) : '9999';
    groups.set(key, [...(groups.get(key) ?? []), reading]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** Checks the readings of one month, selects those that count, and adds their facts. */
function takeMonth(readings: readonly BookReading[], input: MonthInput, before: Progress, outcomes: Map<BookReading, ReadingOutcome>): Progress {
  const { index, period } = input;
  // What was accepted counts before the month is checked: else the next run, with it stored, would say other things.
  const revised = withAccepted(before.facts, readings.flatMap((reading) => reading.report ?? []), input.acceptedRevisions ?? [], index, input.now);
  const progress = { ...before, facts: revised.facts, changes: [...before.changes, ...revised.changes] };
  const history = factIndex(progress.facts, [...(input.words ?? []), ...wordsOf(progress.checked)], [...(input.receipts ?? []), ...monthsOf(progress.checked)]);
  const byReport = new Map<CheckedReport['report'], BookReading>();
  const checked: CheckedReport[] = [];
  for (const reading of readings) {
    const result = checkBook({ reading, index, reportPeriod: period, history });
    outcomes.set(reading, { reading, result, use: 'notUsed' });
    if (!reading.report) continue;
    byReport.set(reading.report, reading);
    checked.push({ report: reading.report, result });
  }
  const selected = selectReports({ checked, period, chosenFiles: input.chosenFiles });
  const selection = { ...selected, month: withMeasures(selected.month, index, history), history: withMeasures(selected.history, index, history) };
  const note = (use: ReadingOutcome['use']) => ({ report, result }: CheckedReport): void => {
    const reading = byReport.get(report);
    if (reading) outcomes.set(reading, { reading, result, use });
  };
  selection.month.forEach(note('month'));
  selection.history.forEach(note('history'));
  selection.notUsed.forEach(note('notUsed'));

  const used = [...selection.history, ...selection.month];
  const incoming = new Map<string, readonly Fact[]>();
  const held: HeldFigure[] = [];
  const made = (one: CheckedReport): ReturnType<typeof factsOf> => factsOf({ checked: one, index, history, decisions: input.decisions });
  for (const one of used) {
    const output = made(one);
    held.push(...output.held);
    // Of files that wait for a choice the proposed one comes first; its rows stand for all of them, held.
    const unit = one.report.unit ?? '';
    if (!incoming.has(unit)) incoming.set(unit, output.facts);
  }
  // What cannot be laid to a unit or month waits for the analyst too; other months' reports do not (K05).
  for (const one of selection.notUsed) if (one.report.unit === null || one.report.period === null) held.push(...made(one).held);
  const merged = mergeFacts(progress.facts, [...incoming.values()].flat(), input.now, monthsOf(used));
  return {
    facts: merged.facts,
    changes: [...progress.changes, ...merged.changes],
    held: [...progress.held, ...held],
    checked: [...progress.checked, ...used],
    revisions: [...progress.revisions, ...used.flatMap(({ report }) => revisionsOf(report, history, index))],
  };
}

/** What reports of this run say in words, with their months. */
function wordsOf(reports: readonly CheckedReport[]): readonly StoredWords[] {
  return reports.flatMap(({ report: { unit, period, rows } }) => (unit === null || period === null ? [] : rows.flatMap((row): StoredWords[] => {
    const { cause, remedy } = row.words;
    if (row.match.how === 'none' || row.match.how === 'approximate' || (cause === '' && remedy === '')) return [];
    return [{ unit, indicator: row.match.indicator, months: [periodKey(period)], cause, remedy }];
  })));
}

/** The units' months that reports stand for. */
function monthsOf(reports: readonly CheckedReport[]): readonly ReadMonth[] {
  return reports.flatMap(({ report }) => (report.unit !== null && report.period !== null ? [{ unit: report.unit, period: report.period }] : []));
}
