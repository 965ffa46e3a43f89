/** Where things stand on Biểu 01, zero-based, and how wide and high they are. */

/** Columns A to P by their position. */
export const FORM_COLUMNS = [
  'STT', 'Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm', 'Thực hiện tháng trước', 'Ước thực hiện tháng', 'Lũy kế từ đầu năm', 'Lũy kế cùng kỳ năm trước',
  'So với kế hoạch (%)', 'So với cùng kỳ (%)', 'Tử số', 'Mẫu số', 'Tồn tại, nguyên nhân', 'Giải pháp, kiến nghị', 'Ghi chú',
] as const;

export const AT = {
  ordinal: 0, code: 1, name: 2, unitOfMeasure: 3, plan: 4, previous: 5, month: 6, cumulative: 7, lastYear: 8, ofPlan: 9, ofLastYear: 10, numerator: 11, denominator: 12,
  cause: 13, remedy: 14, note: 15,
} as const;

export type FormColumn = (typeof AT)[keyof typeof AT];

export const LAST = AT.note;
/** Left and right half of the national heading, and where the head of the unit signs. */
export const RIGHT_HALF = 8;
export const SIGNS = 11;

export const TITLE = 3;
export const LEVEL = 5;
export const HEADING = 7;
export const DATA = 10;

/** In characters. Together they fill a page of A4 across at three quarters of the size, which print can still be read at. */
export const WIDTHS: readonly number[] = [5, 8, 34, 11, 11, 10, 10, 11, 11, 9, 9, 11, 11, 21, 21, 12];

const LINE = 15.75;
const PADDING = 4;
/** Times New Roman 12 is a little narrower than the type that widths are counted in; that little is kept in reserve. */
const SIGNS_PER_CHARACTER = 1;

/** Points that a row of the table needs so that its name and unit of measure show whole. */
export function dataRowHeight(name: string, unitOfMeasure: string, indent: number): number {
  const lines = (text: string, column: FormColumn, lost: number): number => linesOf(text, ((WIDTHS[column] ?? 0) - lost) * SIGNS_PER_CHARACTER);
  return Math.max(lines(name, AT.name, indent * 1.5), lines(unitOfMeasure, AT.unitOfMeasure, 0)) * LINE + PADDING;
}

/** Lines that a text takes, word by word, in a cell that holds so many signs across. */
function linesOf(text: string, signs: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > signs) {
      lines += 1;
      used = 0;
    }
    lines += Math.ceil(word.length / signs) - 1;
    used += (used > 0 ? 1 : 0) + word.length;
  }
  return lines;
}

export const HEAD_HEIGHTS: Readonly<Record<number, number>> = { 0: 16.5, 1: 17, 2: 10, [TITLE]: 24, [TITLE + 1]: 17, [LEVEL]: 17, [HEADING]: 20, [HEADING + 1]: 50, [HEADING + 2]: 16 };
export const GROUP_HEIGHT = 19;
export const PARTS_HEIGHT = LINE + 2;

/** Rows below the table, counted from the box "Không phát sinh trong kỳ". */
export const BELOW = { box: 0, legend: 1, signature: 3, hint: 4, end: 9 } as const;
