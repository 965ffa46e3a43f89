import type { MonthlyReportRequest } from './monthly-report';

/** The making of the monthly report is loaded with its first use, never with the pane; the writer of text documents with the first file. */
export const reporting = {
  writeMonthlyReport: async (request: MonthlyReportRequest) => (await import('./monthly-report')).writeMonthlyReport(request),
  monthlyReportFile: async (request: MonthlyReportRequest) => (await import('./monthly-report')).monthlyReportFile(request),
};
