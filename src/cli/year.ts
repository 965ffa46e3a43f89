import type { CloseOutcome } from '../commands/close';
import { createCommands } from '../commands/create';
import type { NewYearOutcome } from '../commands/new-year';
import type { IsoDate, Period } from '../core/period';
import { readFiles } from '../files/read-files-node';
import type { WorkbookModel } from '../workbench/model/types';
import { startExcel } from './excel';

interface CloseInFile {
  readonly from: WorkbookModel;
  readonly name: string;
  readonly period: Period;
  readonly by: string;
  readonly on: IsoDate;
  /** ISO 8601 with zone. */
  readonly now: string;
}

/** The pane's own command over the real Office.js and a workbook in memory; the bytes are there when something was written. */
export async function closeInFile({ from, name, ...request }: CloseInFile): Promise<{ readonly outcome: CloseOutcome; readonly workbook: Uint8Array | null }> {
  const excel = await startExcel(from, name);
  try {
    const outcome = await createCommands({ readFiles }).closeMonth(request);
    return { outcome, workbook: outcome.kind === 'closed' ? await excel.save() : null };
  } finally {
    excel.close();
  }
}

/** Next year's workbook from the one that is there. */
export async function newYearFrom(from: WorkbookModel, name: string, year: number | null, now: string): Promise<NewYearOutcome> {
  const excel = await startExcel(from, name);
  try {
    return await createCommands({ readFiles }).newYearCatalogue({ year, now });
  } finally {
    excel.close();
  }
}

/** What `chitieu close` says to a person. */
export function closeSummary(outcome: CloseOutcome, out: string): string {
  switch (outcome.kind) {
    case 'closed':
      return `Đã khóa tháng ${outcome.period.month}/${outcome.period.year}: ${outcome.figures} số liệu${outcome.provisional > 0 ? `, ${outcome.provisional} còn tạm tính` : ''}. Đã ghi ${out}`;
    case 'alreadyClosed':
      return `Tháng ${outcome.period.month}/${outcome.period.year} đã khóa từ ${outcome.closedOn}: xóa dòng của tháng trong bảng KyKhoa để mở lại. Chưa ghi gì.`;
    case 'noFigures':
      return `Sổ chưa có số liệu tháng ${outcome.period.month}/${outcome.period.year}. Chưa ghi gì.`;
    case 'stale':
      return `Trang ${outcome.sheet} vừa thay đổi. Chưa ghi gì.`;
    case 'refused':
      return `Không khóa được (${outcome.refusal.code}): ${outcome.refusal.detail}. Chưa ghi gì.`;
  }
}

/** What `chitieu new-year` says to a person: what was carried over, and what is left to see to. */
export function newYearSummary(outcome: NewYearOutcome, out: string): string {
  switch (outcome.kind) {
    case 'made': {
      const { year, baselines, withoutBaseline, dropped, openRules } = outcome;
      return [
        `Đã ghi ${out}: sổ năm ${year}, mục tiêu, kế hoạch giao và ngày nghỉ để trống.`,
        ...(baselines.length === 0 ? [] : [`Số đầu năm lấy từ tháng 12/${year - 1}: ${baselines.join(', ')}`]),
        ...(withoutBaseline.length === 0 ? [] : [`Chưa có số đầu năm, cần điền vào Danh mục: ${withoutBaseline.join(', ')}`]),
        ...(openRules.length === 0 ? [] : [`Ràng buộc cần lập lại với số đầu năm: ${openRules.join(', ')}`]),
        ...(dropped.length === 0 ? [] : [`Hết hiệu lực, không đưa sang: ${dropped.join(', ')}`]),
      ].join('\n');
    }
    case 'otherYear':
      return `Sổ là của năm ${outcome.from}: chỉ lập được sổ năm ${outcome.from + 1}, không phải ${outcome.wanted}. Chưa ghi gì.`;
    case 'refused':
      return `Không đọc được sổ (${outcome.refusal.code}): ${outcome.refusal.detail}. Chưa ghi gì.`;
  }
}
