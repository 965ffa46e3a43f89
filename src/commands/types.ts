import type { Catalogue } from '../core/catalogue/types';
import type { CheckResult, Finding, FindingCode, Severity } from '../core/checks/finding';
import type { AcceptedRevision, CheckedReport, Consolidation, Decision, FactChange, Revision } from '../core/consolidation/types';
import type { Submission } from '../core/deadlines/types';
import type { IsoDate, Period } from '../core/period';
import type { FixProposal } from '../core/fixes/types';
import type { Memory } from '../core/memory/types';
import type { Report } from '../core/report/types';
import type { SheetPlan } from '../core/sheets/plan';
import type { Assessment } from '../core/targets/types';
import type { PickedFile, Progress } from '../files/types';
import type { HostRefusal, TakeBackReport, WriteReceipt } from '../excel/types';
import type { SummaryPlace } from './summary-places';

export type { FileOutcome, PickedFile, Progress } from '../files/types';
export type { HostRefusal, HostRefusalCode, TakeBackReport, WriteReceipt } from '../excel/types';

/** One input of a month, as the list in the pane shows it. */
export interface InputItem {
  readonly file: string;
  readonly sheet: string;
  readonly kind: 'file' | 'sheet';
  readonly status: 'read' | 'rejected' | 'skipped';
  readonly unit: string | null;
  readonly period: Period | null;
  /** `month`: counts for the report month; `history`: an earlier month of the year; `notUsed`: left out, findings say why. */
  readonly use: 'month' | 'history' | 'notUsed';
  /** Of the content; what chosenFiles names. */
  readonly hash: string;
  readonly result: CheckResult;
}

/** "Kiểm tra trang tính". */
export type CheckOutcome =
  | {
      readonly kind: 'checked';
      readonly sheet: string;
      /** A sheet that the add-in keeps itself: there is nothing to check in it. */
      readonly ownSheet: boolean;
      readonly report: Report | null;
      readonly result: CheckResult;
      /** What can be mended, by fingerprint. */
      readonly fixes: ReadonlyMap<string, FixProposal>;
      /** This run beside the last one. */
      readonly memory: Memory;
      /** The workbook has a table KiemTra: this run can be recorded in it (recordCheck). */
      readonly canRecord: boolean;
      readonly highlights: { readonly set: number; readonly refused: HostRefusal | null };
      readonly roundTrips: number;
    }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/** Everything that a consolidation would write, and why; nothing is written yet. */
export interface Preview {
  readonly period: Period;
  readonly asOf: IsoDate;
  readonly catalogue: Catalogue;
  readonly inputs: readonly InputItem[];
  /** The month's reports and history that were used, with their checks. */
  readonly reports: readonly CheckedReport[];
  readonly consolidation: Consolidation;
  readonly assessments: readonly Assessment[];
  readonly submissions: readonly Submission[];
  /** Last month's figures as reports restate them, old → new: offered, never applied by themselves. */
  readonly revisions: readonly Revision[];
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number; readonly leftOut: number; readonly held: number };
  /** All findings of all inputs and of the consolidation, in the pane's order (severity, unit, place). */
  readonly findings: readonly Finding[];
  /** The findings beside those that KiemTra holds; explanations among them. */
  readonly memory: Memory;
  readonly plans: readonly SheetPlan[];
  /** Each indicator's row in the summary sheet, by code, as it is or will be made. */
  readonly summaryPlaces?: ReadonlyMap<string, SummaryPlace>;
  readonly roundTrips: number;
}

export type PreviewOutcome =
  | { readonly kind: 'preview'; readonly preview: Preview }
  /** No report among the inputs, for this month or before. */
  | { readonly kind: 'nothingToRead'; readonly inputs: readonly InputItem[]; readonly findings: readonly Finding[] }
  | { readonly kind: 'cancelled'; readonly done: number; readonly total: number }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

export type WriteOutcome =
  | {
      readonly kind: 'written';
      readonly receipt: WriteReceipt;
      /** C04, empty when Excel and the add-in agree, or when Excel's results could not be read. */
      readonly differences: readonly Finding[];
      /** Why Excel's results could not be read back and compared, although everything was written. */
      readonly readBackRefusal?: HostRefusal;
      readonly changes: readonly FactChange[];
    }
  | { readonly kind: 'nothingToWrite' }
  /** The workbook changed since the preview was made: look again. */
  | { readonly kind: 'stale'; readonly sheet: string }
  /** `undone` says whether what had been written was put back. */
  | { readonly kind: 'refused'; readonly refusal: HostRefusal; readonly undone: boolean };

export type TakeBackOutcome =
  | { readonly kind: 'takenBack'; readonly report: TakeBackReport }
  | { readonly kind: 'nothingToTakeBack' }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

export interface PreviewRequest {
  readonly period: Period;
  /** Today, for deadlines. */
  readonly asOf: IsoDate;
  readonly files: readonly PickedFile[];
  /** Read report sheets of the open workbook too. */
  readonly includeSheets: boolean;
  readonly decisions: readonly Decision[];
  /** F07: the file to take per unit and period, by hash. */
  readonly chosenFiles: readonly string[];
  /** Figures of last month that are taken as this month's reports restate them. */
  readonly acceptedRevisions?: readonly AcceptedRevision[];
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** ISO 8601 with zone; stamped into new rows. */
  readonly now: string;
}

export type { Answer, AnswerPoint } from '../core/answers/types';
export type { CellEdit, FixOption, FixProposal } from '../core/fixes/types';
export type { Explanation, Memory, RememberedFinding, ResolvedFinding } from '../core/memory/types';
export type { Catalogue, CheckResult, Decision, Finding, FindingCode, Severity };

/** "Kiểm tra tất cả": every report sheet of the open workbook. */
export type CheckAllOutcome =
  | {
      readonly kind: 'checkedAll';
      readonly sheets: readonly {
        readonly sheet: string;
        readonly report: Report | null;
        readonly result: CheckResult;
        readonly fixes: ReadonlyMap<string, FixProposal>;
      }[];
      /** All findings in the pane's order, with the faults of Danh mục. */
      readonly findings: readonly Finding[];
      readonly memory: Memory;
      readonly canRecord: boolean;
      readonly highlights: { readonly set: number; readonly refused: HostRefusal | null };
      readonly roundTrips: number;
    }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/** What became of fixes in the sheet. */
export type FixOutcome =
  | {
      readonly kind: 'fixed';
      /** Hands over to takeBackWrite. */
      readonly receipt: WriteReceipt;
      readonly fixed: number;
      /** Cells that no longer hold what the check saw: left alone. */
      readonly left: readonly { readonly sheet: string; readonly address: string }[];
    }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

export interface ExplainRequest {
  readonly finding: Finding;
  readonly reason: string;
  readonly by: string;
  /** Today. */
  readonly on: IsoDate;
  readonly now: string;
}

/** Explanations and records of runs in KiemTra. */
export type RecordOutcome =
  | { readonly kind: 'recorded'; readonly receipt: WriteReceipt | null; readonly rows: number }
  | { readonly kind: 'stale'; readonly sheet: string }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

export interface RecordRequest {
  /** What was looked at: only findings of these sheets and units can have gone away. */
  readonly checked: readonly { readonly file: string; readonly sheet: string; readonly unit: string | null; readonly period: Period | null }[];
  readonly findings: readonly Finding[];
  readonly now: string;
}
