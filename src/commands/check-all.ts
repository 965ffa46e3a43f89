import { lastDayOf } from '../core/catalogue/validity';
import { runMonth, type ReadingOutcome } from '../core/consolidation/pipeline';
import { fixesOf } from '../core/fixes/fixes-of';
import type { BookReading } from '../core/report/types';
import { setAllHighlights } from '../excel/highlights';
import { readWorkbook } from '../excel/read';
import { roundTrips } from '../excel/session';
import { sheetReadings } from './books';
import { runsOf } from './check-files';
import { marksOf } from './marks';
import { inOrder } from './order';
import { keptIn } from './own';
import { rememberedSheets } from './remember';
import type { CheckAllOutcome } from './types';

/**
 * "Kiểm tra tất cả": every report sheet of the open workbook, each in its own month, with the facts of the workbook and
 * the sheets of earlier months as history. Two sheets of one unit and month show too (F06, F07). Five round trips,
 * whatever the number of sheets: three to read, two to highlight.
 */
export async function checkAll(): Promise<CheckAllOutcome> {
  const before = roundTrips();
  const read = await readWorkbook('all');
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const kept = keptIn(read.value);
  const { own, index, faults } = kept;
  const readings = sheetReadings(read.value, index);
  const outcomes = new Map<BookReading, ReadingOutcome>();
  for (const { period, group } of runsOf(readings, null)) {
    // Only the checks of the sheets are wanted: decisions stay with the consolidation, and deadlines are not asked about.
    const run = runMonth({ period, asOf: lastDayOf(period), now: '', index, readings: group, stored: own.facts, receipts: own.receipts, words: own.obstacles, decisions: [], chosenFiles: [] });
    for (const outcome of run.inputs) outcomes.set(outcome.reading, outcome);
  }
  const checked = readings.flatMap((reading) => {
    const outcome = outcomes.get(reading);
    const sheet = reading.report?.source.sheet ?? reading.sheets.map((each) => (each.status === 'report' ? each.report.source.sheet : each.source.sheet))[0];
    return outcome === undefined || sheet === undefined ? [] : [{ sheet, report: reading.report, result: outcome.result }];
  });
  const looked = checked.map(({ sheet, report }) => ({ file: read.value.book.file, sheet, unit: report?.unit ?? null, period: report?.period ?? null }));
  const { findings, memory } = rememberedSheets(kept, [...checked.flatMap(({ result }) => result.findings), ...faults], looked);
  const highlights = await setAllHighlights(new Map(checked.map(({ sheet }) => [sheet, marksOf(findings, sheet)])));
  return {
    kind: 'checkedAll',
    sheets: checked.map(({ sheet, report, result }) => ({
      sheet, report, result: { ...result, findings: inOrder(result.findings) }, fixes: report === null ? new Map() : fixesOf(report, result.findings, index),
    })),
    findings,
    memory,
    canRecord: own.hasLog,
    highlights: highlights.ok ? highlights.value : { set: 0, refused: highlights.refusal },
    roundTrips: roundTrips() - before,
  };
}
