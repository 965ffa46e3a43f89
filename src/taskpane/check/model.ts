import type { CheckAllOutcome, CheckOutcome, CheckResult, Finding, FixProposal, HostRefusal, Memory, RecordRequest, WriteReceipt } from '../../commands/types';
import type { Report } from '../../core/report/types';
import { NO_FILTER, type FindingFilter } from './filter';

/** What one run looked at and found: one sheet, or every report sheet of the workbook. */
export interface Checked {
  readonly scope: 'sheet' | 'all';
  /** The sheets that were looked at. */
  readonly sheets: readonly string[];
  /** A sheet that the add-in keeps itself: there was nothing to check. */
  readonly ownSheet: boolean;
  readonly findings: readonly Finding[];
  readonly checks: CheckResult['checks'];
  readonly cells: number;
  readonly fixes: ReadonlyMap<string, FixProposal>;
  readonly memory: Memory;
  readonly canRecord: boolean;
  readonly highlights: { readonly set: number; readonly refused: HostRefusal | null };
  /** For the record in KiemTra. */
  readonly looked: RecordRequest['checked'];
}

/** The view "Kiểm tra". A refusal leaves the last result in place. */
export interface CheckState {
  readonly busy: boolean;
  readonly checked: Checked | null;
  readonly filter: FindingFilter;
  readonly selected: string | null;
  /** A checked sheet, or what it was compared with, has changed since. */
  readonly stale: boolean;
  /** The sheet that was edited, '' where it is not known which. */
  readonly changedSheet: string;
  readonly highlighted: boolean;
  /** Fixes in the sheets that can be taken back, the latest last. */
  readonly fixed: readonly WriteReceipt[];
}

type Done = Extract<CheckOutcome, { readonly kind: 'checked' }> | Extract<CheckAllOutcome, { readonly kind: 'checkedAll' }>;

export type CheckAction =
  | { readonly type: 'started' }
  | { readonly type: 'ended'; readonly outcome: CheckOutcome | CheckAllOutcome | null }
  | { readonly type: 'filtered'; readonly filter: FindingFilter }
  | { readonly type: 'selected'; readonly id: string }
  /** null: the whole workbook. */
  | { readonly type: 'edited'; readonly sheet: string | null }
  | { readonly type: 'highlightsRemoved'; readonly sheet: string | null }
  | { readonly type: 'fixed'; readonly receipt: WriteReceipt }
  | { readonly type: 'fixTakenBack'; readonly receipt: WriteReceipt };

export const startOfCheck: CheckState = { busy: false, checked: null, filter: NO_FILTER, selected: null, stale: false, changedSheet: '', highlighted: false, fixed: [] };

/** More than anyone takes back one by one; the oldest is forgotten first. */
const MOST_FIXES = 50;

export function checkReducer(state: CheckState, action: CheckAction): CheckState {
  switch (action.type) {
    case 'started':
      return { ...state, busy: true };
    case 'ended': {
      if (action.outcome === null || action.outcome.kind === 'refused') return { ...state, busy: false };
      const checked = checkedOf(action.outcome);
      const same = state.checked !== null && state.checked.scope === checked.scope && state.checked.sheets.join('|') === checked.sheets.join('|');
      return {
        ...state,
        busy: false,
        checked,
        filter: same ? state.filter : { ...NO_FILTER, groupBy: state.filter.groupBy },
        selected: same ? state.selected : null,
        stale: false,
        highlighted: checked.highlights.set > 0,
      };
    }
    case 'filtered':
      return { ...state, filter: action.filter };
    case 'selected':
      return { ...state, selected: action.id };
    case 'edited':
      return state.checked && (action.sheet === null || state.checked.sheets.includes(action.sheet)) ? { ...state, stale: true, changedSheet: action.sheet ?? '' } : state;
    case 'highlightsRemoved':
      return action.sheet === null || state.checked?.sheets.includes(action.sheet) ? { ...state, highlighted: false } : state;
    case 'fixed':
      return { ...state, fixed: [...state.fixed, action.receipt].slice(-MOST_FIXES) };
    case 'fixTakenBack':
      return { ...state, fixed: state.fixed.filter((receipt) => receipt !== action.receipt) };
  }
}

/** Both kinds of run in one shape. */
export function checkedOf(outcome: Done): Checked {
  switch (outcome.kind) {
    case 'checked': {
      const { sheet, ownSheet, report, result, fixes, memory, canRecord, highlights } = outcome;
      return {
        scope: 'sheet', sheets: [sheet], ownSheet, findings: result.findings, checks: result.checks, cells: result.cells, fixes, memory, canRecord, highlights,
        looked: ownSheet ? [] : [lookedAt(sheet, report, result.findings)],
      };
    }
    case 'checkedAll': {
      const { sheets, findings, memory, canRecord, highlights } = outcome;
      const sum = (pick: (result: CheckResult) => number): number => sheets.reduce((so, { result }) => so + pick(result), 0);
      return {
        scope: 'all',
        sheets: sheets.map(({ sheet }) => sheet),
        ownSheet: false,
        findings,
        checks: { run: sum(({ checks }) => checks.run), skipped: sum(({ checks }) => checks.skipped), crashed: sum(({ checks }) => checks.crashed) },
        cells: sum(({ cells }) => cells),
        fixes: new Map(sheets.flatMap(({ fixes }) => [...fixes])),
        memory, canRecord, highlights,
        looked: sheets.map(({ sheet, report, result }) => lookedAt(sheet, report, result.findings)),
      };
    }
  }
}

/** A sheet that gave no report was looked at all the same: its findings name the file. */
function lookedAt(sheet: string, report: Report | null, findings: readonly Finding[]): Checked['looked'][number] {
  const file = report?.source.file ?? findings.find((finding) => finding.sheet === sheet)?.file ?? '';
  return { file, sheet, unit: report?.unit ?? null, period: report?.period ?? null };
}
