import { addressOf } from '../core/address';
import type { Catalogue } from '../core/catalogue/types';
import { SHEETS, NAMES, TABLES } from '../core/sheets/names';
import { summaryGrid } from '../core/sheets/read-own';
import { findSummaryLayout } from '../core/sheets/summary-columns';
import { findStored } from '../core/sheets/table';
import { figureAt } from '../core/trace/places';
import { traceFigure as traceOf } from '../core/trace/trace';
import type { Trace, TracedKey } from '../core/trace/types';
import { readHomes, type HomesReading } from '../excel/read';
import { roundTrips } from '../excel/session';
import type { HostRefusal } from '../excel/types';
import { keptIn } from './own';

export type { Trace, TraceBeside, TracedKey, TracedNumber, TraceOperand, TracePlace, TraceRule, TraceSource } from '../core/trace/types';

export interface TraceRequest {
  readonly indicator: string;
  readonly key: TracedKey;
}

export type TraceOutcome =
  /** `catalogue` is the workbook's own: it names units and indicators. */
  | { readonly kind: 'traced'; readonly trace: Trace; readonly catalogue: Catalogue; readonly roundTrips: number }
  /** Nothing was consolidated into this workbook, or Tổng hợp does not say its month. */
  | { readonly kind: 'noSummary' }
  /** The selected cell is no figure of Tổng hợp. */
  | { readonly kind: 'noFigure'; readonly sheet: string; readonly address: string }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/** What "Từ đâu ra" reads, wherever the analyst moved it. */
const SOURCES = { sheets: [SHEETS.summary, SHEETS.facts, SHEETS.catalogue], tables: [TABLES.facts, TABLES.indicators], names: [NAMES.month] };

/** "Từ đâu ra" for the selected cell of Tổng hợp. Two round trips; one more where sheets were given other names. */
export function traceCell(): Promise<TraceOutcome> {
  return traced(({ snapshot, activeCell }) => {
    const summary = summaryGrid(snapshot.book.grids);
    const layout = summary && findSummaryLayout(summary);
    if (!summary || !layout) return { kind: 'noSummary' };
    const figure = summary.name === snapshot.activeSheet ? figureAt(layout, activeCell.row, activeCell.column) : null;
    return figure ?? { kind: 'noFigure', sheet: snapshot.activeSheet, address: addressOf(activeCell.row, activeCell.column) };
  });
}

/** The same for an indicator that the pane shows. */
export function traceFigure(request: TraceRequest): Promise<TraceOutcome> {
  return traced(() => request);
}

async function traced(choose: (reading: HomesReading) => TraceRequest | Extract<TraceOutcome, { kind: 'noSummary' | 'noFigure' }>): Promise<TraceOutcome> {
  const before = roundTrips();
  const read = await readHomes(SOURCES);
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const { snapshot } = read.value;
  const chosen = choose(read.value);
  if ('kind' in chosen) return chosen;
  const { own, index } = keptIn(snapshot);
  const { grids } = snapshot.book;
  if (own.reportPeriod === null) return { kind: 'noSummary' };
  const trace = traceOf({
    ...chosen, index, facts: own.facts, period: own.reportPeriod, summary: summaryGrid(grids), table: findStored(TABLES.facts, snapshot.tables, grids), sheetNames: snapshot.sheetNames,
  });
  return trace === null ? { kind: 'noSummary' } : { kind: 'traced', trace, catalogue: own.catalogue, roundTrips: roundTrips() - before };
}
