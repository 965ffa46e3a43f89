import type {
  Decision, Finding, HostRefusal, InputItem, PickedFile, Preview, PreviewOutcome, Progress, TakeBackOutcome, TakeBackReport, WriteOutcome, WriteReceipt,
} from '../../commands/types';
import type { AcceptedRevision } from '../../core/consolidation/types';
import { samePeriod, type Period } from '../../core/period';
import { sameFigureRevised } from '../trace/revisionGroups';
import { otherMonthOf, type OtherMonth } from './otherMonth';

/** What a preview is asked for. A new object starts a new run; the run before it is cancelled. */
export interface Order {
  readonly run: number;
  readonly period: Period;
  readonly files: readonly PickedFile[];
  readonly includeSheets: boolean;
  readonly decisions: readonly Decision[];
  readonly chosenFiles: readonly string[];
  readonly acceptedRevisions: readonly AcceptedRevision[];
}

/** The message under the drop zone. Sentences are made where it is shown. */
export type Report =
  | { readonly kind: 'refused'; readonly refusal: HostRefusal }
  | { readonly kind: 'failed'; readonly detail: string }
  | { readonly kind: 'cancelled'; readonly done: number; readonly total: number }
  | { readonly kind: 'nothing' }
  /** A sheet that the preview read was edited since. */
  | { readonly kind: 'edited'; readonly sheet: string }
  | { readonly kind: 'written'; readonly receipt: WriteReceipt; readonly differences: readonly Finding[] }
  | { readonly kind: 'nothingToWrite' }
  | { readonly kind: 'stale'; readonly sheet: string }
  | { readonly kind: 'writeRefused'; readonly refusal: HostRefusal; readonly undone: boolean }
  | { readonly kind: 'takenBack'; readonly report: TakeBackReport }
  | { readonly kind: 'nothingToTakeBack' };

/** Input, preview, write and take-back of one month. Targets and units show the same preview. */
export interface ConsolidationState {
  readonly period: Period;
  /** Whether the user chose the month; otherwise the reports may. */
  readonly periodChosen: boolean;
  readonly switched: boolean;
  readonly files: readonly PickedFile[];
  readonly includeSheets: boolean;
  readonly decisions: readonly Decision[];
  readonly chosenFiles: readonly string[];
  /** Figures of last month that are taken as reports restate them; none once they are written. */
  readonly acceptedRevisions: readonly AcceptedRevision[];
  readonly order: Order | null;
  readonly busy: 'reading' | 'writing' | 'takingBack' | null;
  readonly progress: Progress | null;
  readonly preview: Preview | null;
  /** The preview says what a write would do now: made of these inputs, and not written yet. */
  readonly fresh: boolean;
  readonly inputs: readonly InputItem[];
  readonly inputFindings: readonly Finding[];
  readonly otherMonth: OtherMonth | null;
  readonly report: Report | null;
  /** The last write, as long as it can be taken back. */
  readonly receipt: WriteReceipt | null;
}

export type ConsolidationAction =
  | { readonly type: 'filesAdded'; readonly files: readonly PickedFile[] }
  | { readonly type: 'samplesLoaded'; readonly files: readonly PickedFile[]; readonly period: Period }
  | { readonly type: 'fileRemoved'; readonly file: PickedFile }
  | { readonly type: 'filesCleared' }
  | { readonly type: 'sheetsIncluded'; readonly include: boolean }
  | { readonly type: 'periodChosen'; readonly period: Period }
  | { readonly type: 'periodFound'; readonly period: Period }
  | { readonly type: 'decided'; readonly decision: Decision }
  | { readonly type: 'undecided'; readonly decision: Decision }
  | { readonly type: 'revisionsAccepted'; readonly revisions: readonly AcceptedRevision[] }
  | { readonly type: 'revisionsLeft'; readonly revisions: readonly AcceptedRevision[] }
  | { readonly type: 'fileChosen'; readonly hash: string; readonly instead: readonly string[] }
  | { readonly type: 'asked' }
  | { readonly type: 'progressed'; readonly run: number; readonly progress: Progress }
  | { readonly type: 'previewed'; readonly run: number; readonly outcome: PreviewOutcome }
  | { readonly type: 'writing' }
  | { readonly type: 'wrote'; readonly outcome: WriteOutcome }
  | { readonly type: 'takingBack' }
  | { readonly type: 'tookBack'; readonly outcome: TakeBackOutcome }
  | { readonly type: 'failed'; readonly detail: string }
  | { readonly type: 'sheetEdited'; readonly sheet: string }
  | { readonly type: 'reportClosed' };

export function startOfConsolidation(period: Period): ConsolidationState {
  return {
    period, periodChosen: false, switched: false, files: [], includeSheets: true, decisions: [], chosenFiles: [], acceptedRevisions: [], order: null, busy: null, progress: null,
    preview: null, fresh: false, inputs: [], inputFindings: [], otherMonth: null, report: null, receipt: null,
  };
}

/** The state with a new run under way; the preview of before stays in sight until the new one is there. */
function asking(state: ConsolidationState): ConsolidationState {
  const { period, files, includeSheets, decisions, chosenFiles, acceptedRevisions } = state;
  const run = (state.order?.run ?? 0) + 1;
  return { ...state, order: { run, period, files, includeSheets, decisions, chosenFiles, acceptedRevisions }, busy: 'reading', progress: null, fresh: false, report: null };
}

/** Asks again only where something was read before or there is something to read. */
const askingAgain = (state: ConsolidationState): ConsolidationState => (state.order || state.files.length > 0 ? asking(state) : state);

/** A decision is bound to figure and value; a newer one replaces it. */
export const sameFigure = (a: Decision, b: Decision): boolean =>
  a.unit === b.unit && a.indicator === b.indicator && a.figure === b.figure && samePeriod(a.period, b.period);

const sameFile = (a: PickedFile, b: PickedFile): boolean => a.name === b.name && a.lastModified === b.lastModified && a.bytes.length === b.bytes.length;

const without = (accepted: readonly AcceptedRevision[], gone: readonly AcceptedRevision[]): readonly AcceptedRevision[] => accepted.filter((each) => !gone.some((one) => sameFigureRevised(one, each)));

function withPeriod(state: ConsolidationState, period: Period): ConsolidationState {
  if (samePeriod(state.period, period)) return state;
  return { ...state, period, preview: null, inputs: [], inputFindings: [], otherMonth: null, report: null, acceptedRevisions: [] };
}

export function consolidationReducer(state: ConsolidationState, action: ConsolidationAction): ConsolidationState {
  switch (action.type) {
    case 'filesAdded': {
      const added = action.files.filter((file) => !state.files.some((known) => sameFile(known, file)));
      return asking({ ...state, files: [...state.files, ...added], switched: false });
    }
    case 'samplesLoaded':
      return asking({ ...withPeriod(state, action.period), files: action.files, periodChosen: true, decisions: [], chosenFiles: [], acceptedRevisions: [], switched: false });
    case 'fileRemoved':
      return askingAgain({ ...state, files: state.files.filter((file) => file !== action.file) });
    case 'filesCleared':
      return askingAgain({ ...state, files: [] });
    case 'sheetsIncluded':
      return askingAgain({ ...state, includeSheets: action.include });
    case 'periodChosen':
      return askingAgain({ ...withPeriod(state, action.period), periodChosen: true, switched: false });
    case 'periodFound':
      return state.periodChosen || state.order ? state : withPeriod(state, action.period);
    case 'decided':
      return asking({ ...state, decisions: [...state.decisions.filter((one) => !sameFigure(one, action.decision)), action.decision] });
    case 'undecided':
      return asking({ ...state, decisions: state.decisions.filter((one) => !sameFigure(one, action.decision)) });
    case 'revisionsAccepted':
      return asking({ ...state, acceptedRevisions: [...without(state.acceptedRevisions, action.revisions), ...action.revisions] });
    case 'revisionsLeft':
      return asking({ ...state, acceptedRevisions: without(state.acceptedRevisions, action.revisions) });
    case 'fileChosen':
      return asking({ ...state, chosenFiles: [...state.chosenFiles.filter((hash) => hash !== action.hash && !action.instead.includes(hash)), action.hash] });
    case 'asked':
      return asking(state);
    case 'progressed':
      return action.run === state.order?.run && state.busy === 'reading' ? { ...state, progress: action.progress } : state;
    case 'previewed':
      return action.run === state.order?.run ? previewed(state, action.outcome) : state;
    case 'writing':
      return { ...state, busy: 'writing', report: null };
    case 'wrote':
      return wrote(state, action.outcome);
    case 'takingBack':
      return { ...state, busy: 'takingBack', report: null };
    case 'tookBack':
      return tookBack(state, action.outcome);
    case 'failed':
      return { ...state, busy: null, progress: null, report: { kind: 'failed', detail: action.detail } };
    case 'sheetEdited':
      return state.fresh && state.inputs.some((input) => input.kind === 'sheet' && input.sheet === action.sheet)
        ? { ...state, fresh: false, report: { kind: 'edited', sheet: action.sheet } }
        : state;
    case 'reportClosed':
      return { ...state, report: null, switched: false };
  }
}

function previewed(before: ConsolidationState, outcome: PreviewOutcome): ConsolidationState {
  const state: ConsolidationState = { ...before, busy: null, progress: null, fresh: false };
  switch (outcome.kind) {
    case 'preview':
    case 'nothingToRead': {
      const preview = outcome.kind === 'preview' ? outcome.preview : null;
      const inputs = preview?.inputs ?? (outcome.kind === 'nothingToRead' ? outcome.inputs : []);
      const inputFindings = preview?.findings ?? (outcome.kind === 'nothingToRead' ? outcome.findings : []);
      const otherMonth = otherMonthOf(inputs, state.period);
      // Nobody chose a month and the reports all speak of another one: follow them, once, and say so.
      if (otherMonth && !state.periodChosen && !inputs.some((input) => input.use === 'month')) {
        return { ...asking(withPeriod({ ...state, order: before.order }, otherMonth.period)), periodChosen: true, switched: true };
      }
      // Why this preview was made stays in sight with it.
      const kept = state.report?.kind === 'stale' ? state.report : null;
      return { ...state, preview, fresh: preview !== null, inputs, inputFindings, otherMonth, report: preview ? kept : { kind: 'nothing' } };
    }
    case 'cancelled':
      return { ...state, report: { kind: 'cancelled', done: outcome.done, total: outcome.total } };
    case 'refused':
      return { ...state, report: { kind: 'refused', refusal: outcome.refusal } };
  }
}

function wrote(before: ConsolidationState, outcome: WriteOutcome): ConsolidationState {
  const state: ConsolidationState = { ...before, busy: null };
  switch (outcome.kind) {
    case 'written':
      return { ...state, fresh: false, acceptedRevisions: [], receipt: outcome.receipt, report: { kind: 'written', receipt: outcome.receipt, differences: outcome.differences } };
    case 'nothingToWrite':
      return { ...state, fresh: false, report: { kind: 'nothingToWrite' } };
    case 'stale':
      return { ...asking(state), report: { kind: 'stale', sheet: outcome.sheet } };
    case 'refused':
      return { ...state, fresh: outcome.undone, report: { kind: 'writeRefused', refusal: outcome.refusal, undone: outcome.undone } };
  }
}

function tookBack(before: ConsolidationState, outcome: TakeBackOutcome): ConsolidationState {
  const state: ConsolidationState = { ...before, busy: null };
  switch (outcome.kind) {
    case 'takenBack':
      return { ...state, receipt: null, fresh: false, report: { kind: 'takenBack', report: outcome.report } };
    case 'nothingToTakeBack':
      return { ...state, receipt: null, report: { kind: 'nothingToTakeBack' } };
    case 'refused':
      return { ...state, report: { kind: 'refused', refusal: outcome.refusal } };
  }
}
