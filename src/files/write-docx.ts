import type { ReportDocument } from '../core/monthly-report/document';

/** The monthly report as a .docx file. The library that writes it is loaded with the first call, never with the pane. */
export async function writeReportDocument(report: ReportDocument): Promise<Uint8Array> {
  const { reportBytes } = await import('./docx/report');
  return reportBytes(report);
}
