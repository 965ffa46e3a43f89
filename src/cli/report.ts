import { createCommands } from '../commands/create';
import type { MonthlyReportOutcome, NoReport } from '../commands/monthly-report';
import type { IsoDate, Period } from '../core/period';
import { readFiles } from '../files/read-files-node';
import { formatPeriod } from '../locales/format';
import type { WorkbookModel } from '../workbench/model/types';
import { startExcel } from './excel';

interface ReportFrom {
  readonly from: WorkbookModel;
  readonly name: string;
  readonly period: Period;
  readonly asOf: IsoDate;
  /** `document`: a .docx; `workbook`: the workbook with the report's sheets in it. */
  readonly as: 'document' | 'workbook';
}

export type ReportFromOutcome =
  | { readonly kind: 'made'; readonly bytes: Uint8Array }
  | Exclude<MonthlyReportOutcome, { kind: 'written' | 'nothingToWrite' }>;

/** The pane's own command over the real Office.js and a workbook in memory. */
export async function reportFrom({ from, name, period, asOf, as }: ReportFrom): Promise<ReportFromOutcome> {
  const excel = await startExcel(from, name);
  try {
    const commands = createCommands({ readFiles });
    if (as === 'document') {
      const outcome = await commands.monthlyReportFile({ period, asOf });
      return outcome.kind === 'made' ? { kind: 'made', bytes: outcome.file.bytes } : outcome;
    }
    const outcome = await commands.writeMonthlyReport({ period, asOf });
    return outcome.kind === 'written' || outcome.kind === 'nothingToWrite' ? { kind: 'made', bytes: await excel.save() } : outcome;
  } finally {
    excel.close();
  }
}

/** What `chitieu report` says to a person when it made none. */
export function noReportReason(outcome: NoReport | { readonly kind: 'stale'; readonly sheet: string }): string {
  switch (outcome.kind) {
    case 'noSummary':
      return 'Sổ chưa có trang Tổng hợp: hãy tổng hợp trước. Chưa ghi gì.';
    case 'otherMonth':
      return `Trang Tổng hợp đang đặt ở ${formatPeriod(outcome.standing, 'vi')}: hãy đổi tháng báo cáo trong trang này, hoặc nêu đúng --period. Chưa ghi gì.`;
    case 'stale':
      return `Trang ${outcome.sheet} vừa đổi. Chưa ghi gì.`;
    case 'refused':
      return `Không lập được báo cáo (${outcome.refusal.code}): ${outcome.refusal.detail}`;
  }
}
