import type { Catalogue } from '../core/catalogue/types';
import { monthChanges, type MonthChange } from '../core/changes/months';
import { recordedRuns, type RecordedRun } from '../core/changes/runs';
import { previousPeriod, type Period } from '../core/period';
import { FINDING } from '../core/sheets/finding-words';
import { NAMES, SHEETS, TABLES } from '../core/sheets/names';
import { findStored, ours } from '../core/sheets/table';
import { closedMonths, type ClosedMonth } from '../core/year/frozen';
import { FROZEN_KEYS, storedFrozen } from '../core/year/frozen-table';
import { readHomes } from '../excel/read';
import { roundTrips } from '../excel/session';
import type { HostRefusal } from '../excel/types';
import { keptIn } from './own';

export type { MonthChange, MonthStand } from '../core/changes/months';
export type { RecordedChange, RecordedRun } from '../core/changes/runs';
export type { ClosedMonth, FrozenDifference } from '../core/year/frozen';

export type LookBackOutcome =
  | {
      readonly kind: 'lookedBack';
      readonly catalogue: Catalogue;
      readonly period: Period;
      /** The month that `months` compares with; null in January. */
      readonly before: Period | null;
      /** This month beside the one before it, the biggest movers first. */
      readonly months: readonly MonthChange[];
      /** What earlier consolidations changed, the latest first. */
      readonly runs: readonly RecordedRun[];
      /** Closed months with what was revised since, the latest first. */
      readonly closed: readonly ClosedMonth[];
      /** Months of the year that have figures and are not closed. */
      readonly open: readonly Period[];
      readonly roundTrips: number;
    }
  | { readonly kind: 'nothingStored' }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

const SOURCES = {
  sheets: [SHEETS.summary, SHEETS.facts, SHEETS.catalogue, SHEETS.findings, SHEETS.frozen],
  tables: [TABLES.facts, TABLES.indicators, TABLES.findings, TABLES.frozen],
  names: [NAMES.month],
};

/**
 * "Thay đổi": between two months, between runs, and against what was closed; all from what the workbook keeps. Two round
 * trips; one more where sheets were given other names.
 *
 * @param period the month to look from; null takes the one that Tổng hợp stands on
 */
export async function lookBack(period: Period | null): Promise<LookBackOutcome> {
  const start = roundTrips();
  const read = await readHomes(SOURCES);
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const { book, tables } = read.value.snapshot;
  const { own, index } = keptIn(read.value.snapshot);
  const at = period ?? own.reportPeriod;
  if (at === null || own.facts.length === 0) return { kind: 'nothingStored' };
  const stored = (name: string) => findStored(name, tables, book.grids);
  const { closedPeriods } = own.catalogue;
  const months = [...new Set(own.facts.filter((fact) => fact.period.year === at.year).map((fact) => fact.period.month))].sort((a, b) => a - b);
  return {
    kind: 'lookedBack',
    catalogue: own.catalogue,
    period: at,
    before: at.month === 1 ? null : previousPeriod(at),
    months: monthChanges(index, own.facts, at),
    runs: recordedRuns(ours(stored(TABLES.findings), [FINDING.fingerprint])),
    closed: closedMonths(index, own.facts, storedFrozen(ours(stored(TABLES.frozen), FROZEN_KEYS))),
    open: months.filter((month) => !closedPeriods.some((closed) => closed.period.year === at.year && closed.period.month === month)).map((month) => ({ year: at.year, month })),
    roundTrips: roundTrips() - start,
  };
}
