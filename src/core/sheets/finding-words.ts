import type { FactFigure } from '../consolidation/types';

/** Headings of KiemTra: its columns are found by them wherever the analyst moves them. */
export const FINDING = {
  fingerprint: 'Dấu vân', code: 'Mã kiểm tra', severity: 'Mức', state: 'Tình trạng', unit: 'Mã đơn vị', indicator: 'Mã chỉ tiêu', period: 'Kỳ',
  file: 'Tệp', sheet: 'Trang tính', cells: 'Ô', message: 'Nội dung', hint: 'Cách xử lý', found: 'Giá trị thấy', expected: 'Giá trị đúng ra',
  firstSeen: 'Thấy lần đầu', lastSeen: 'Thay đổi lần cuối', reason: 'Giải trình', explainedBy: 'Người giải trình', explainedOn: 'Ngày giải trình',
  boundTo: 'Giá trị khi giải trình', handling: 'Xử lý', taken: 'Giá trị lấy', figure: 'Số liệu xử lý', handledAt: 'Giá trị khi xử lý',
} as const;

export const NEW = 'mới';
export const STILL = 'còn';
export const RESOLVED = 'đã hết';

/** What was done with what was found; the word begins the cell, the value taken follows it. */
export const HANDLING_WORDS = {
  understood: 'đã hiểu là', take: 'giữ số', takeOther: 'lấy số', leaveOut: 'để ngoài', takeFile: 'lấy tệp', keptText: 'giữ là chữ',
  cataloguePlan: 'dùng kế hoạch trong danh mục', catalogueWords: 'dùng nội dung trong danh mục', recomputed: 'tính lại từ số gốc',
} as const;

export const FIGURE_WORDS: { readonly [F in FactFigure]: string } = {
  month: 'thực hiện tháng', cumulative: 'lũy kế', lastYear: 'cùng kỳ năm trước', numerator: 'tử số', denominator: 'mẫu số',
};
