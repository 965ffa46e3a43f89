import { parsePeriod, type Period } from '../period';
import { FINDING } from '../sheets/finding-words';
import { numberOf, textOf, type StoredTable } from '../sheets/table';

/** A stored figure that a run changed, as KiemTra keeps it. */
export interface RecordedChange {
  readonly unit: string;
  readonly indicator: string;
  readonly period: Period | null;
  /** null: there was none, or it is gone. */
  readonly before: number | null;
  readonly after: number | null;
  /** The record in words, which say the figure too ("lũy kế"). */
  readonly message: string;
  readonly file: string;
  readonly sheet: string;
  readonly cells: string;
}

/** What one consolidation changed among the figures that were there before it. */
export interface RecordedRun {
  /** ISO 8601 with zone: when it was written. */
  readonly at: string;
  readonly changes: readonly RecordedChange[];
}

/** The check whose findings record what was and what became. */
const RECORD = 'C06';

/**
 * "Thay đổi" between runs: the records of KiemTra by the run that wrote them, the latest first. Each change of a figure
 * is one row there and stays, so that nothing but the workbook is needed to look back.
 */
export function recordedRuns(table: StoredTable | null): readonly RecordedRun[] {
  const runs = new Map<string, RecordedChange[]>();
  for (const row of table?.rows ?? []) {
    const text = (header: string): string => textOf(row.at(header));
    if (text(FINDING.code) !== RECORD) continue;
    const at = text(FINDING.lastSeen) || text(FINDING.firstSeen);
    const change: RecordedChange = {
      unit: text(FINDING.unit), indicator: text(FINDING.indicator), period: parsePeriod(text(FINDING.period)),
      before: numberOf(row.at(FINDING.expected)), after: numberOf(row.at(FINDING.found)),
      message: text(FINDING.message), file: text(FINDING.file), sheet: text(FINDING.sheet), cells: text(FINDING.cells),
    };
    runs.set(at, [...(runs.get(at) ?? []), change]);
  }
  return [...runs].map(([at, changes]) => ({ at, changes })).sort((a, b) => instantOf(b.at) - instantOf(a.at));
}

function instantOf(at: string): number {
  const instant = Date.parse(at);
  return Number.isNaN(instant) ? 0 : instant;
}
