import { indexCatalogue } from '../core/catalogue/index-catalogue';
import { programme2024 } from '../core/catalogue/programme2024';
import type { Catalogue } from '../core/catalogue/types';
import { runMonth, type ReadingOutcome } from '../core/consolidation/pipeline';
import { comparePeriods, type IsoDate, type Period } from '../core/period';
import type { BookReading } from '../core/report/types';
import type { PickedFile } from '../files/types';
import { fileReadings } from './books';
import type { Ports } from './create';
import { gradedInputs, readInput, unreadInput } from './inputs';
import type { InputItem } from './types';

export interface CheckFilesRequest {
  readonly files: readonly PickedFile[];
  /** Reports after this month, or of another year, are findings (K05); null judges each year by its own latest month. */
  readonly period: Period | null;
  readonly asOf: IsoDate;
}

/**
 * Checks files without a workbook, by the programme's own catalogue. Files of earlier months in the same call are the
 * history of the later ones, as they are when a month is consolidated.
 */
export async function checkFiles(ports: Ports, request: CheckFilesRequest): Promise<{ readonly catalogue: Catalogue; readonly inputs: readonly InputItem[] }> {
  const catalogue = programme2024();
  const index = indexCatalogue(catalogue);
  const opened = await ports.readFiles(request.files);
  const readings = fileReadings(opened, index);
  const outcomes = new Map<BookReading, ReadingOutcome>();
  for (const { period, group } of runsOf(readings, request.period)) {
    const run = runMonth({ period, asOf: request.asOf, index, readings: group, stored: [], decisions: [], chosenFiles: [], now: request.asOf });
    for (const outcome of run.inputs) outcomes.set(outcome.reading, outcome);
  }
  const inputs = readings.flatMap((reading) => {
    const outcome = outcomes.get(reading);
    return outcome === undefined ? [] : [readInput(outcome, 'file', opened)];
  });
  return { catalogue, inputs: gradedInputs([...inputs, ...opened.flatMap(unreadInput)], catalogue, request.asOf) };
}

/** What is judged together: everything, where a month was named; otherwise each year with its latest month. */
export function runsOf(readings: readonly BookReading[], period: Period | null): readonly { readonly period: Period; readonly group: readonly BookReading[] }[] {
  if (period !== null) return [{ period, group: readings }];
  const years = new Map<number, BookReading[]>();
  for (const reading of readings) {
    const year = reading.report?.period?.year ?? 0;
    years.set(year, [...(years.get(year) ?? []), reading]);
  }
  return [...years.values()].map((group) => ({ group, period: latestOf(group) }));
}

/** A group without any month has none that could be too late. */
function latestOf(group: readonly BookReading[]): Period {
  return group.reduce<Period>((latest, { report }) => (report?.period && comparePeriods(report.period, latest) > 0 ? report.period : latest), { year: 0, month: 1 });
}
