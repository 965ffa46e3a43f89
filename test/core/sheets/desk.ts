import { createCalculator } from '../../../src/workbench/calc/node';
import type { CellValue, SheetModel, WorkbookModel } from '../../../src/workbench/model/types';
import { addSheet, cellAt, createWorkbook, findSheet, setFormula, setValue, takeId, usedRect } from '../../../src/workbench/model/workbook';
import type { Cell, CellContent, DefinedName, ExcelError, Grid, TableArea } from '../../../src/core/grid';
import type { Area } from '../../../src/core/grid';
import type { PlanCell, SheetPlan } from '../../../src/core/sheets/plan';

/** A workbook on the desk: takes plans, calculates, and shows itself as the readers see it. */
export interface Desk {
  readonly model: WorkbookModel;
  readonly apply: (plans: readonly SheetPlan[]) => void;
  readonly recalculate: () => void;
  readonly look: () => { readonly grids: Grid[]; readonly tables: TableArea[]; readonly names: DefinedName[] };
  readonly value: (sheet: string, row: number, column: number) => CellValue;
  readonly write: (sheet: string, row: number, column: number, value: CellValue) => void;
}

export async function openDesk(): Promise<Desk> {
  const calculator = await createCalculator();
  const model = createWorkbook('Tổng hợp 2024.xlsx', ['Sheet1']);
  const recalculate = (): void => {
    const report = calculator.recalculate(model);
    if (report.refused.length > 0) throw new Error(JSON.stringify(report.refused.slice(0, 3)));
  };
  const sheetOf = (name: string): SheetModel => {
    const sheet = findSheet(model, name);
    if (!sheet) throw new Error(`no sheet ${name}`);
    return sheet;
  };
  return {
    model,
    recalculate,
    apply: (plans) => {
      for (const plan of plans) if (plan.isNew) addSheet(model, plan.sheet);
      for (const plan of plans) {
        const sheet = sheetOf(plan.sheet);
        for (const block of plan.blocks) block.rows.forEach((row, r) => { row.forEach((cell, c) => { put(sheet, block.top + r, block.left + c, cell); }); });
        for (const table of plan.tables) placeTable(model, sheet, table.name, table.area);
        for (const { name, formula } of plan.names) model.names.push({ name, formula, visible: true, comment: '' });
      }
      recalculate();
    },
    look: () => ({
      grids: model.sheets.map(gridOf),
      tables: model.sheets.flatMap((sheet) => sheet.tables.map((table): TableArea => ({
        name: table.name, sheet: sheet.name, area: areaOf(table.range), headers: table.columns.map((column) => column.name),
      }))),
      names: model.names.map(({ name, formula }) => ({ name, scope: null, value: formula })),
    }),
    value: (sheet, row, column) => cellAt(sheetOf(sheet), row, column)?.value ?? null,
    write: (sheet, row, column, value) => { setValue(sheetOf(sheet), row, column, value); },
  };
}

function put(sheet: SheetModel, row: number, column: number, cell: PlanCell): void {
  if (cell !== null && typeof cell === 'object') setFormula(sheet, row, column, cell.formula);
  else setValue(sheet, row, column, cell);
}

function placeTable(model: WorkbookModel, sheet: SheetModel, name: string, area: Area): void {
  const range = { row: area.top, col: area.left, lastRow: area.bottom, lastCol: area.right };
  const columns = Array.from({ length: area.right - area.left + 1 }, (_, index) => ({ id: index + 1, name: String(cellAt(sheet, area.top, area.left + index)?.value ?? `Cột${index + 1}`) }));
  const known = sheet.tables.find((table) => table.name === name);
  if (known) Object.assign(known, { range, columns });
  else {
    sheet.tables.push({
      id: String(takeId(model)), name, range, columns, showHeaders: true, showTotals: false, style: null, showBandedRows: true, showBandedColumns: false,
      highlightFirstColumn: false, highlightLastColumn: false, showFilterButton: true, criteria: new Map(),
    });
  }
}

const areaOf = (rect: { row: number; col: number; lastRow: number; lastCol: number }): Area => ({ top: rect.row, left: rect.col, bottom: rect.lastRow, right: rect.lastCol });

function gridOf(sheet: SheetModel): Grid {
  const used = usedRect(sheet, true);
  const cells: (Cell | null)[][] = [];
  if (used) {
    for (let row = used.row; row <= used.lastRow; row += 1) {
      cells.push(Array.from({ length: used.lastCol - used.col + 1 }, (_, index) => cellOf(sheet, row, used.col + index)));
    }
  }
  return { name: sheet.name, origin: { row: used?.row ?? 0, column: used?.col ?? 0 }, cells, merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false };
}

function cellOf(sheet: SheetModel, row: number, column: number): Cell | null {
  const cell = cellAt(sheet, row, column);
  if (!cell || (cell.value === null && cell.formula === null)) return null;
  return { content: contentOf(cell.value), text: '', ...(cell.formula === null ? {} : { formula: cell.formula }) };
}

function contentOf(value: CellValue): CellContent | null {
  if (value === null) return null;
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'string') return { kind: 'text', value };
  return typeof value === 'boolean' ? { kind: 'boolean', value } : { kind: 'error', code: value.error as ExcelError };
}
