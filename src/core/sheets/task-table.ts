import { taskGroupTitle } from '../catalogue/task-groups';
import type { CatalogueIndex, ProgrammeTask } from '../catalogue/types';
import type { ConditionalFormatPlan, SheetPlan } from './plan';
import { columnName } from '../address';
import type { Grid } from '../grid';
import { NAMES, TABLES } from './names';
import { emptyPlan, tableSheetPlan } from './plan-sheet';
import { serialOf } from './serial';
import { planTable, textOf, type StoredTable, type TableSpec } from './table';

export const TASK = {
  code: 'Mã', group: 'Nhóm nhiệm vụ', name: 'Nhiệm vụ', units: 'Đơn vị chủ trì', due: 'Hạn', state: 'Trạng thái', left: 'Còn lại (ngày)', result: 'Kết quả, vướng mắc', indicator: 'Mã chỉ tiêu', source: 'Nguồn',
} as const;

export const TASK_STATES = ['chưa làm', 'đang làm', 'xong'] as const;
const DONE = TASK_STATES[2];
const DATE = 'dd/mm/yyyy';

/** Days from the end of the report month: the sheet follows the month that it stands on, and says the same whoever opens it when. */
const LEFT = `=IF(OR([@[${TASK.state}]]="${DONE}",[@[${TASK.due}]]=""),"",[@[${TASK.due}]]-DATE(${NAMES.year},${NAMES.month}+1,0))`;
const MARKER = 'N("chitieu:nhiemvu")=0';

/** NhiemVu: what the decision sets a date for. State and result are the analysts', and so are rows that they add. */
function taskTable(index: CatalogueIndex): TableSpec<ProgrammeTask> {
  return {
    name: TABLES.tasks,
    columns: [
      { header: TASK.code, width: 8, cell: (row) => row.code },
      { header: TASK.group, width: 30, wrap: true, cell: (row) => taskGroupTitle(row.group) || null },
      { header: TASK.name, width: 56, wrap: true, cell: (row) => row.name },
      { header: TASK.units, width: 28, wrap: true, cell: (row) => row.units },
      { header: TASK.due, width: 12, format: DATE, cell: (row) => serialOf(row.due) },
      { header: TASK.state, width: 12, initial: TASK_STATES[0], list: TASK_STATES },
      { header: TASK.left, width: 11, format: '0', cell: () => ({ formula: LEFT }) },
      { header: TASK.result, width: 44, wrap: true, initial: null },
      { header: TASK.indicator, width: 11, cell: (row) => (row.indicator !== null && index.indicator(row.indicator) ? row.indicator : null) },
      { header: TASK.source, width: 12, cell: (row) => row.source },
    ],
    keyHeaders: [TASK.code],
    keyOf: (row) => row.code,
    keyOfStored: (stored) => textOf(stored.at(TASK.code)) || null,
  };
}

/** The sheet of tasks: past and not done in the colours of "chậm nhiều", due within 30 days in those of "chậm". */
export function planTaskSheet(input: { readonly sheet: string; readonly grid: Grid | null; readonly table: StoredTable | null; readonly index: CatalogueIndex }): SheetPlan {
  const { sheet, grid, table, index } = input;
  const { tasks } = index.catalogue;
  if (tasks.length === 0 && table === null) return emptyPlan(sheet, false);
  const part = planTable(taskTable(index), tasks, table, { row: 0, column: 0 });
  const plan = tableSheetPlan(sheet, grid, [part], { tabColor: '#5B5FC7', frozenColumns: 1 });
  if (!plan.isNew) return plan;
  const { top, bottom, left, right } = part.area;
  const at = left + Object.keys(TASK).indexOf('left');
  const area = { top: top + 1, bottom, left, right };
  const days = `$${columnName(at)}${top + 2}`;
  const format = (rule: string, fill: string, fontColor: string): ConditionalFormatPlan => ({ area, formula: `=AND(ISNUMBER(${days}),${rule},${MARKER})`, fill, fontColor, stopIfTrue: true });
  return { ...plan, conditionalFormats: [format(`${days}<0`, '#FADBC8', '#7A2E00'), format(`${days}<=30`, '#FFF1C9', '#6B4E00')] };
}
