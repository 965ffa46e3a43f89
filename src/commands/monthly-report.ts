import { indexCatalogue } from '../core/catalogue/index-catalogue';
import { APPENDIX_KEYS, appendixLines } from '../core/monthly-report/appendix';
import { appendixSheetPlan } from '../core/monthly-report/appendix-sheet';
import { composeReport } from '../core/monthly-report/compose';
import type { ReportDocument } from '../core/monthly-report/document';
import { reportHome } from '../core/monthly-report/kept';
import { readReport } from '../core/monthly-report/read';
import { TEXT_COLUMNS, textSheetPlan } from '../core/monthly-report/text-sheet';
import { samePeriod, type IsoDate, type Period } from '../core/period';
import { APPENDIX_SHEET, SHEETS } from '../core/sheets/names';
import { changesAnything } from '../core/sheets/plan-sheet';
import { summaryGrid } from '../core/sheets/read-own';
import { applyPlans } from '../excel/apply';
import { readWorkbook } from '../excel/read';
import type { HostRefusal, WorkbookSnapshot, WriteReceipt } from '../excel/types';
import { writeReportDocument } from '../files/write-docx';
import { appendixRows } from '../locales/monthly-report/appendix';
import { reportDocument, reportFileName } from '../locales/monthly-report/report';
import type { MadeFile } from './answers';
import { keptIn } from './own';

export interface MonthlyReportRequest {
  /** Today: who has not sent anything by now. */
  readonly asOf: IsoDate;
  /** The month that is asked for; the one that Tổng hợp stands on unless told. */
  readonly period?: Period | null;
}

/** Why there can be no report. */
export type NoReport =
  /** There is no Tổng hợp yet: consolidate first. */
  | { readonly kind: 'noSummary' }
  /** Tổng hợp stands on another month: set CT_ThangBaoCao, and its figures follow. */
  | { readonly kind: 'otherMonth'; readonly standing: Period }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

export type MonthlyReportOutcome =
  | { readonly kind: 'written'; readonly period: Period; readonly sheet: string; readonly appendixSheet: string; readonly receipt: WriteReceipt }
  /** The sheets say so already. */
  | { readonly kind: 'nothingToWrite'; readonly period: Period; readonly sheet: string; readonly appendixSheet: string }
  | { readonly kind: 'stale'; readonly sheet: string }
  | NoReport;

export type ReportDocumentOutcome =
  | {
      readonly kind: 'made';
      readonly period: Period;
      readonly file: MadeFile;
      /** The same in words, each number and name with the cell that it comes from: for a look before saving. */
      readonly document: ReportDocument;
    }
  | NoReport;

interface Made {
  readonly kind: 'report';
  readonly snapshot: WorkbookSnapshot;
  readonly period: Period;
  readonly document: ReportDocument;
  readonly lines: ReturnType<typeof appendixLines>;
  readonly summarySheet: string;
}

async function makeReport({ asOf, period = null }: MonthlyReportRequest): Promise<Made | NoReport> {
  const read = await readWorkbook('all');
  if (!read.ok) return { kind: 'refused', refusal: read.refusal };
  const snapshot = read.value;
  const { book: { grids, names }, tables } = snapshot;
  const index = indexCatalogue(keptIn(snapshot).own.catalogue);
  const reading = readReport({ grids, tables, names, index, asOf });
  const grid = summaryGrid(grids);
  if (reading === null || grid === null) return { kind: 'noSummary' };
  const standing = reading.summary.period;
  if (period !== null && !samePeriod(period, standing)) return { kind: 'otherMonth', standing };
  const lines = appendixLines(grid, index);
  const document = reportDocument({ period: standing, paragraphs: composeReport(reading, index), appendix: appendixRows(lines), columns: APPENDIX_KEYS });
  return { kind: 'report', snapshot, period: standing, document, lines, summarySheet: grid.name };
}

/**
 * "Lập báo cáo tháng": the report as two sheets that print, its text and its table. Made again in their place as long as
 * nobody has edited them; else under new names. Nothing is written when they say so already. Four round trips.
 */
export async function writeMonthlyReport(request: MonthlyReportRequest): Promise<MonthlyReportOutcome> {
  const made = await makeReport(request);
  if (made.kind !== 'report') return made;
  const { period, document, lines, summarySheet, snapshot: { book: { grids, names } } } = made;
  const text = reportHome(SHEETS.report, TEXT_COLUMNS, grids, names);
  const table = reportHome(APPENDIX_SHEET, document.appendix.columns.length, grids, names);
  const plans = [textSheetPlan(document, text), appendixSheetPlan({ appendix: document.appendix, lines, summary: summarySheet, home: table })].filter(changesAnything);
  const places = { period, sheet: text.sheet, appendixSheet: table.sheet };
  if (plans.length === 0) return { kind: 'nothingToWrite', ...places };
  const result = await applyPlans(plans);
  if (result.ok) return { kind: 'written', ...places, receipt: result.value };
  return result.refusal.code === 'changedSince' ? { kind: 'stale', sheet: result.refusal.sheet } : { kind: 'refused', refusal: result.refusal };
}

/** The same report as a text document (.docx) to save; nothing is written into the workbook. */
export async function monthlyReportFile(request: MonthlyReportRequest): Promise<ReportDocumentOutcome> {
  const made = await makeReport(request);
  if (made.kind !== 'report') return made;
  const { period, document } = made;
  return { kind: 'made', period, file: { fileName: reportFileName(period), bytes: await writeReportDocument(document) }, document };
}
