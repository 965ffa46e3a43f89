import type { IsoDate, Period } from '../core/period';
import { SHEETS, TABLES } from '../core/sheets/names';
import { planClose, type ClosePlan } from '../core/year/plan-close';
import { readThenWrite } from '../excel/record';
import type { HostRefusal, WriteReceipt } from '../excel/types';
import { keptIn } from './own';

export interface CloseRequest {
  readonly period: Period;
  /** Who closes it, as typed. */
  readonly by: string;
  /** Today. */
  readonly on: IsoDate;
  /** ISO 8601 with zone. */
  readonly now: string;
}

export type CloseOutcome =
  /** `provisional`: how many of the figures were still "tạm tính". */
  | { readonly kind: 'closed'; readonly period: Period; readonly figures: number; readonly provisional: number; readonly receipt: WriteReceipt }
  | { readonly kind: 'alreadyClosed'; readonly period: Period; readonly closedOn: IsoDate }
  | { readonly kind: 'noFigures'; readonly period: Period }
  | { readonly kind: 'stale'; readonly sheet: string }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

const SOURCES = { sheets: [SHEETS.summary, SHEETS.facts, SHEETS.catalogue, SHEETS.frozen], tables: [TABLES.facts, TABLES.indicators, TABLES.closedPeriods, TABLES.frozen] };

/**
 * Closes a month: what is reported of it is copied into DaKhoa with a fingerprint and the time, and the month goes into
 * KyKhoa. From then on reports of it are findings (K06) and revisions show beside the copy. Three round trips; the
 * receipt takes it back, and deleting the row of KyKhoa opens the month again.
 */
export async function closeMonth({ period, by, on, now }: CloseRequest): Promise<CloseOutcome> {
  const made: { plan: ClosePlan } = { plan: { kind: 'noFigures' } };
  const result = await readThenWrite(SOURCES, (snapshot) => {
    const { own, index } = keptIn(snapshot);
    made.plan = planClose({ index, facts: own.facts, period, on, now, by: by.trim(), existing: snapshot.book.grids, tables: snapshot.tables });
    return made.plan.kind === 'plans' ? made.plan.plans : [];
  });
  if (!result.ok) return result.refusal.code === 'changedSince' ? { kind: 'stale', sheet: result.refusal.sheet } : { kind: 'refused', refusal: result.refusal };
  const { plan } = made;
  switch (plan.kind) {
    case 'alreadyClosed':
      return { kind: 'alreadyClosed', period, closedOn: plan.closedOn };
    case 'noFigures':
      return { kind: 'noFigures', period };
    case 'plans':
      return result.value === null ? { kind: 'noFigures', period } : { kind: 'closed', period, figures: plan.figures, provisional: plan.provisional, receipt: result.value };
  }
}
