import type { Commands } from '../commands';
import type { PaneCommands } from './services';

/**
 * The commands by their own names, in a part of the build that comes after the first picture: the pane shows itself
 * sooner, and what is pressed meanwhile waits for the part. A part that cannot be fetched is fetched again next time.
 */
export function lazyCommands(fetchPart: () => Promise<{ readonly commands: Commands }>): PaneCommands {
  let part: Promise<Commands> | null = null;
  const load = (): Promise<Commands> => {
    part ??= fetchPart().then(
      ({ commands }) => commands,
      (error: unknown) => {
        part = null;
        throw error;
      },
    );
    return part;
  };
  return {
    checkSheet: async () => (await load()).checkSheet(),
    checkAll: async () => (await load()).checkAll(),
    recordCheck: async (request) => (await load()).recordCheck(request),
    explain: async (request) => (await load()).explain(request),
    applyFixes: async (edits) => (await load()).applyFixes(edits),
    staleFinding: async (sheet) => (await load()).staleFinding(sheet),
    checkFiles: async (request) => (await load()).checkFiles(request),
    previewConsolidation: async (request) => (await load()).previewConsolidation(request),
    writeConsolidation: async (preview) => (await load()).writeConsolidation(preview),
    takeBackWrite: async (receipt) => (await load()).takeBackWrite(receipt),
    removeHighlights: async (sheet) => (await load()).removeHighlights(sheet),
    goToCell: async (sheet, address) => (await load()).goToCell(sheet, address),
    workbookState: async () => (await load()).workbookState(),
    onSheetEdited: async (handler) => (await load()).onSheetEdited(handler),
    setReceipts: async (entries) => (await load()).setReceipts(entries),
    reminderTexts: async (request) => (await load()).reminderTexts(request),
    reminderFiles: async (request) => (await load()).reminderFiles(request),
    reminderSheets: async (request) => (await load()).reminderSheets(request),
    answers: async (request) => (await load()).answers(request),
    answerTexts: async (request) => (await load()).answerTexts(request),
    answerFiles: async (request) => (await load()).answerFiles(request),
    answerSheet: async (request, unit) => (await load()).answerSheet(request, unit),
    zipFiles: async (files) => (await load()).zipFiles(files),
    exportFindings: async (request, format) => (await load()).exportFindings(request, format),
    drawCharts: async () => (await load()).drawCharts(),
    makeForms: async (request) => (await load()).makeForms(request),
    traceCell: async () => (await load()).traceCell(),
    traceFigure: async (request) => (await load()).traceFigure(request),
    lookBack: async (period) => (await load()).lookBack(period),
    closeMonth: async (request) => (await load()).closeMonth(request),
    newYearCatalogue: async (request) => (await load()).newYearCatalogue(request),
    writeMonthlyReport: async (request) => (await load()).writeMonthlyReport(request),
    monthlyReportFile: async (request) => (await load()).monthlyReportFile(request),
    openMadeFile: async (file) => (await load()).openMadeFile(file),
  };
}
