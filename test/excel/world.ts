import { createCalculator } from '../../src/workbench/calc/node';
import { startHeadless, type Headless } from '../../src/workbench/host/headless';
import type { HostOptions } from '../../src/workbench/host/host';
import type { Calculator, SheetModel, WorkbookModel } from '../../src/workbench/model/types';
import { createWorkbook, findSheet } from '../../src/workbench/model/workbook';
import type { Block, PlanCell, SheetPlan } from '../../src/core/sheets/plan';

let engine: Promise<Calculator> | undefined;

/** Excel's stand-in behind the real client, with a real engine; `Excel` and `Office` are global until `dispose`. */
export async function openExcel(model: WorkbookModel = createWorkbook('Sổ.xlsx', ['Báo cáo', 'Số liệu']), options: Partial<HostOptions> = {}): Promise<Headless> {
  engine ??= createCalculator();
  const excel = startHeadless({ model, calculator: await engine, now: () => new Date(2024, 5, 20), ...options });
  excel.install();
  return excel;
}

export function sheetOf(excel: Headless, name: string): SheetModel {
  const sheet = findSheet(excel.host.model, name);
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`);
  return sheet;
}

/** What a cell of the stand-in holds. */
export function cellOf(excel: Headless, sheet: string, row: number, column: number) {
  const cell = sheetOf(excel, sheet).cells.get(row)?.get(column);
  return { value: cell?.value ?? null, formula: cell?.formula ?? null, format: cell?.numberFormat ?? 'General' };
}

/** Does something in Excel that is not the add-in's doing. */
export async function inExcel(excel: Headless, batch: (workbook: Excel.Workbook) => void): Promise<void> {
  await excel.run(async (context) => {
    batch(context.workbook);
    await context.sync();
  });
  excel.host.resetCounters();
}

export function plan(sheet: string, overrides: Partial<SheetPlan> = {}): SheetPlan {
  return {
    sheet, isNew: false, blocks: [], styles: [], merges: [], tables: [], conditionalFormats: [], validations: [], names: [], columnWidths: {},
    rowHeights: {}, hiddenColumns: [], freeze: null, print: null, tabColor: null, showGridlines: true, readBack: [], ...overrides,
  };
}

export const block = (top: number, left: number, rows: readonly (readonly PlanCell[])[]): Block => ({ top, left, rows });

/** The refusal's name, or "done". */
export function nameOf(result: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } }): string {
  return result.ok ? 'done' : result.refusal.code;
}
