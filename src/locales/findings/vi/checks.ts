import type { FindingCode } from '../../../core/checks/finding';

/** What each check looks for, in a few words: where it was skipped or crashed, and where its severity is set. */
export const CHECKS_VI: { readonly [C in FindingCode]: string } = {
  F01: 'mở tệp', F02: 'tệp có mật khẩu', F03: 'tệp bất thường', F04: 'tệp tạm, tệp rỗng', F06: 'tệp trùng nhau', F07: 'nhiều tệp cho cùng đơn vị và kỳ', F08: 'phiên bản biểu mẫu',
  F09: 'liên kết đến sổ khác', F10: 'macro', F11: 'phần không được dùng',
  S01: 'tìm trang báo cáo', S02: 'nhiều trang có thể là báo cáo', S03: 'trang tính bị ẩn', S04: 'tìm dòng tiêu đề', S05: 'cột bắt buộc', S06: 'cột ngoài biểu mẫu',
  S07: 'hai cột cùng nghĩa', S08: 'dữ liệu dưới tiêu đề trống', S10: 'ô gộp', S12: 'tìm chỉ tiêu còn thiếu', S13: 'dòng không khớp chỉ tiêu', S14: 'chỉ tiêu ghi lặp',
  S15: 'dòng, cột bị ẩn có số liệu', S16: 'số liệu ngoài bảng', S17: 'trang tính trống',
  K01: 'nhận ra đơn vị', K02: 'tên đơn vị', K03: 'so đơn vị trong biểu với tên tệp', K04: 'đọc kỳ báo cáo', K05: 'so kỳ báo cáo với tháng tổng hợp', K06: 'kỳ đã khóa số liệu',
  K07: 'chỉ tiêu không giao cho đơn vị', K08: 'mã khớp với tên chỉ tiêu', K09: 'đơn vị tính', K10: 'tên chỉ tiêu gần đúng', K11: 'hiệu lực của đơn vị, chỉ tiêu, mẫu số',
  K12: 'so các nơi ghi kỳ báo cáo',
  V01: 'tìm ô bắt buộc để trống', V02: 'ô không phải số', V03: 'số lưu dạng chữ', V04: 'dấu phân cách không rõ', V05: 'ký hiệu thay cho số', V06: 'lỗi Excel',
  V07: 'giới hạn của chỉ tiêu', V08: 'số âm', V09: 'phần thập phân', V10: 'giá trị theo danh sách', V11: 'ngày tháng', V12: 'chữ bị cắt', V14: 'phân số thay cho phần trăm',
  V15: 'sai bậc đơn vị tính', V16: 'bảng mã và khoảng trắng', V17: 'công thức bị thay bằng số', V18: 'công thức khác biểu mẫu', V19: 'công thức lấy số từ sổ khác',
  V20: 'công thức chưa có kết quả', V21: 'chữ có thể thành công thức', V22: 'ô khóa bị sửa', V23: 'thiếu số so với tháng trước', V24: 'chỉ số thay cho tốc độ tăng',
  V25: 'chữ kèm theo số',
  L01: 'tổng bằng các phần', L02: 'phần không lớn hơn toàn bộ', L04: 'đủ tử số và mẫu số', L07: 'tỷ lệ ghi so với tính lại', L08: 'khoảng thường gặp của tỷ lệ',
  L10: 'nguyên nhân và giải pháp khi chậm', L11: 'nội dung nguyên nhân, giải pháp', L12: 'không phát sinh trong kỳ', L13: 'thực hiện bằng đúng kế hoạch',
  T01: 'lũy kế không giảm', T02: 'cộng dồn với tháng trước', T03: 'tháng còn thiếu', T04: 'mức điều chỉnh tháng trước', T05: 'nhiều số điều chỉnh cùng lúc', T06: 'số khác thường',
  T08: 'giống hệt tháng trước', T09: 'số tháng trùng lũy kế', T10: 'đột ngột về 0 hoặc đột ngột có số',
  C01: 'đơn vị chưa có báo cáo', C02: 'đơn vị không phải báo cáo', C03: 'báo cáo bằng lời', C04: 'đối chiếu với Excel', C05: 'đơn vị còn lỗi', C06: 'thay đổi so với lần trước',
  C07: 'đơn vị tính giữa các đơn vị', C08: 'số không có nguồn', C09: 'tổng bằng các phần giữa các đơn vị', C10: 'đơn vị chủ trì so với nguồn khác',
  G01: 'chưa có chỉ tiêu năm', G05: 'chậm tiến độ', G06: 'chậm nhiều hoặc dự báo không đạt', G07: 'đi ngược hướng', G08: 'vượt chỉ tiêu quá sớm',
  G10: 'kế hoạch các đơn vị so với tỉnh', G11: 'vừa đúng mức giới hạn',
  D01: 'quá hạn chưa gửi', D02: 'gửi trễ', D03: 'đúng hạn nhưng còn lỗi', D05: 'chưa rõ ngày nhận', D06: 'sắp đến hạn', D08: 'trễ nhiều tháng liền',
  R01: 'phép kiểm tra không chạy', R02: 'phép kiểm tra bị lỗi', R03: 'quy tắc nêu mã không có', R04: 'danh mục có lỗi', R05: 'giải trình hết hiệu lực',
  R06: 'trang tính đã thay đổi',
};

const MOST = 4;

/** The checks of "T01, T02"; a phrase for all of them where nothing known is named. */
export function checksInVi(codes: string): string {
  const names = codes.split(', ').flatMap((code) => Object.entries(CHECKS_VI).find(([key]) => key === code)?.[1] ?? []);
  if (names.length === 0) return 'kiểm tra số liệu';
  return names.length <= MOST ? names.join('; ') : `${names.slice(0, MOST).join('; ')}; và ${names.length - MOST} phép khác`;
}
