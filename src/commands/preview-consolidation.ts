import { runMonth } from '../core/consolidation/pipeline';
import type { FactChange } from '../core/consolidation/types';
import { coveredByMonth } from '../core/memory/looked';
import { samePeriod } from '../core/period';
import type { BookReading } from '../core/report/types';
import { withStored, type FileChoice } from '../core/sheets/handling';
import { planSheets } from '../core/sheets/plan-sheets';
import { readWorkbook } from '../excel/read';
import { roundTrips } from '../excel/session';
import type { FileOutcome } from '../files/types';
import { sayIn } from '../locales/say';
import { fileReadings, sheetReadings } from './books';
import type { Ports } from './create';
import { gradedInputs, readInput, unreadInput } from './inputs';
import { keptIn } from './own';
import { remembered } from './remember';
import { summaryPlaces } from './summary-places';
import type { PreviewOutcome, PreviewRequest } from './types';

/**
 * Reads the workbook and the picked files, checks and consolidates them for the month, and says what would be written.
 * Nothing is written. Three round trips to Excel at most, whatever the number of files.
 */
export async function previewConsolidation(ports: Ports, request: PreviewRequest): Promise<PreviewOutcome> {
  const before = roundTrips();
  const read = await readWorkbook('all');
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const snapshot = read.value;
  const kept = keptIn(snapshot);
  const { own, index, faults } = kept;
  const opened = await ports.readFiles(request.files, { onProgress: request.onProgress, signal: request.signal });
  if (request.signal?.aborted === true) return { kind: 'cancelled', done: opened.filter((file) => !wasCancelled(file)).length, total: request.files.length };

  const sheets = request.includeSheets ? sheetReadings(snapshot, index) : [];
  const readings = [...sheets, ...fileReadings(opened, index)];
  // What was decided in an earlier session is not asked again, as long as the same thing stands there.
  const decisions = withStored(request.decisions, own.decisions);
  const run = runMonth({
    period: request.period,
    asOf: request.asOf,
    now: request.now,
    index,
    readings,
    stored: own.facts,
    receipts: own.receipts,
    submitted: own.submitted,
    words: own.obstacles,
    decisions,
    acceptedRevisions: request.acceptedRevisions,
    chosenFiles: chosenIn(readings, request.chosenFiles, own.fileChoices),
  });
  const items = [...run.inputs.map((outcome) => readInput(outcome, sheets.includes(outcome.reading) ? 'sheet' : 'file', opened)), ...opened.flatMap(unreadInput)];
  const inputs = gradedInputs(items, index.catalogue, request.asOf);
  const found = [...inputs.flatMap((input) => input.result.findings), ...run.consolidation.findings, ...faults];
  const knownBefore = own.facts.some((fact) => samePeriod(fact.period, request.period));
  const { findings, memory } = remembered(kept, found, coveredByMonth(request.period, run.checked, found), knownBefore);
  if (run.checked.length === 0 && own.facts.length === 0) return { kind: 'nothingToRead', inputs, findings };

  const plans = planSheets({
    // A table of the units' plans that is made now starts with what the forms state; one that exists is the analysts'.
    catalogue: { ...index.catalogue, unitPlans: run.unitPlans },
    index,
    consolidation: run.consolidation,
    assessments: run.assessments,
    submissions: run.submissions,
    findings,
    reports: run.checked,
    decisions,
    own,
    existing: snapshot.book.grids,
    tables: snapshot.tables,
    now: request.now,
    render: sayIn('vi', index.catalogue),
  });
  return {
    kind: 'preview',
    preview: {
      period: request.period,
      asOf: request.asOf,
      catalogue: index.catalogue,
      inputs,
      reports: run.checked,
      consolidation: run.consolidation,
      assessments: run.assessments,
      submissions: run.submissions,
      revisions: run.revisions,
      counts: {
        ...countChanges(run.consolidation.changes),
        leftOut: inputs.filter((input) => input.use === 'notUsed').length,
        held: run.consolidation.held.length,
      },
      findings,
      memory,
      plans,
      summaryPlaces: summaryPlaces(snapshot.book.grids, plans),
      roundTrips: roundTrips() - before,
    },
  };
}

/** The request's choices of files, and those on record for units and months that it says nothing about. */
function chosenIn(readings: readonly BookReading[], chosen: readonly string[], stored: readonly FileChoice[]): readonly string[] {
  const kept = stored.filter(({ unit, period }) => !readings.some(({ hash, report }) => chosen.includes(hash) && report?.unit === unit && report.period !== null && samePeriod(report.period, period)));
  return [...chosen, ...kept.map((choice) => choice.hash)];
}

/** A file that was not read any more. */
function wasCancelled(file: FileOutcome): boolean {
  return file.status === 'skipped' && file.finding.code === 'F11' && file.finding.params.reason === 'cancelled';
}

/** Changed figures, counted by fact: a row whose month and cumulative both changed is one change. */
function countChanges(changes: readonly FactChange[]): { readonly added: number; readonly changed: number; readonly removed: number } {
  const facts = { added: new Set<string>(), changed: new Set<string>(), removed: new Set<string>() };
  for (const { kind, unit, indicator, period } of changes) facts[kind].add(`${unit}|${indicator}|${period.year}-${period.month}`);
  return { added: facts.added.size, changed: facts.changed.size, removed: facts.removed.size };
}
