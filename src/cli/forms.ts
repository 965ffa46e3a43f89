import type { FormsOutcome } from '../commands/forms';
import { createCommands } from '../commands/create';
import type { Period } from '../core/period';
import { readFiles } from '../files/read-files-node';
import type { WorkbookModel } from '../workbench/model/types';
import { startExcel } from './excel';

interface FormsForUnits {
  readonly period: Period;
  readonly units: readonly string[] | 'all';
  /** The workbook whose catalogue and facts are used; null takes the programme as it is. */
  readonly from: WorkbookModel | null;
  readonly name: string;
}

/** The pane's own command over the real Office.js and a workbook in memory: one file for each unit. */
export async function formsForUnits({ period, units, from, name }: FormsForUnits): Promise<FormsOutcome> {
  const excel = await startExcel(from, name);
  try {
    return await createCommands({ readFiles }).makeForms({ period, units, as: 'files' });
  } finally {
    excel.close();
  }
}

/** What `chitieu forms` says to a person when it made none. */
export function noFormsReason(outcome: Exclude<FormsOutcome, { kind: 'files' }>): string {
  switch (outcome.kind) {
    case 'otherYear':
      return `Danh mục là của năm ${outcome.catalogueYear}: chỉ tạo được biểu mẫu cho các tháng của năm đó. Chưa ghi gì.`;
    case 'unknownUnits':
      return `Danh mục không có đơn vị ${outcome.units.map((unit) => `«${unit}»`).join(', ')} trong kỳ này. Chưa ghi gì.`;
    case 'refused':
      return `Không đọc được sổ (${outcome.refusal.code}): ${outcome.refusal.detail}`;
    case 'cancelled':
    case 'sheets':
      return 'Chưa ghi gì.';
  }
}
