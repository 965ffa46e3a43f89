import type { Finding } from '../../src/commands/types';
import type { WorkbookModel } from '../../src/workbench/model/types';
import { inExcel } from '../excel/world';
import { addReportSheet, fileOf, mayWorkbook, NOW, openOffice, rowsOf, type Office } from './office';

/** June's report of SCT as a sheet of the workbook of May: it holds a handful of findings. */
export const JUNE_SHEET = 'SCT tháng 6';

/** Workbooks that are opened one after the other in a test, closed together. */
export function officesOf(open: Office[]): { readonly at: (model: WorkbookModel) => Promise<Office>; readonly withJune: () => Promise<Office> } {
  const at = async (model: WorkbookModel): Promise<Office> => {
    const office = await openOffice(model);
    open.push(office);
    return office;
  };
  return {
    at,
    withJune: async () => {
      const model = await mayWorkbook();
      await addReportSheet(model, fileOf(6, 'SCT'), JUNE_SHEET);
      const office = await at(model);
      await showJune(office);
      return office;
    },
  };
}

export function showJune({ excel }: Office): Promise<void> {
  return inExcel(excel, (workbook) => workbook.worksheets.getItem(JUNE_SHEET).activate());
}

/** The check of the active sheet, with what it looked at. */
export async function check({ commands }: Office) {
  const outcome = await commands.checkSheet();
  if (outcome.kind !== 'checked') throw new Error(JSON.stringify(outcome));
  const { report, result: { findings } } = outcome;
  const looked = [{ file: 'Sổ.xlsx', sheet: outcome.sheet, unit: report?.unit ?? null, period: report?.period ?? null }];
  return { ...outcome, findings, looked };
}

export async function record({ commands }: Office, checked: Awaited<ReturnType<typeof check>>, now = NOW) {
  const outcome = await commands.recordCheck({ checked: checked.looked, findings: checked.findings, now });
  if (outcome.kind !== 'recorded') throw new Error(JSON.stringify(outcome));
  return outcome;
}

/** The row of KiemTra on a finding. */
export function logOf({ model }: Office, finding: Finding) {
  return rowsOf(model, 'KiemTra').find((row) => row.at('Dấu vân') === finding.fingerprint);
}

/** A warning on a figure whose two readings differ, where there is one; else the first on any cell. */
export function warningOf(findings: readonly Finding[]): Finding {
  const warnings = findings.filter(({ severity, code, cells }) => severity === 'W' && code !== 'R05' && cells.length > 0);
  const warning = warnings.find(({ code }) => code === 'V04') ?? warnings[0];
  if (!warning) throw new Error('no warning to explain');
  return warning;
}
