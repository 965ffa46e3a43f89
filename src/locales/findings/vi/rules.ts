import type { MessagesOf } from '../../messages';
import { checksInVi } from './checks';
import { PROBLEMS, SKIP_HINTS, SKIPPED } from './words';

export const rulesVi: MessagesOf<'R'> = {
  R01: ({ params }) => ({ message: `Chưa kiểm tra được (${checksInVi(params.check)}) vì ${SKIPPED[params.reason]}.`, hint: SKIP_HINTS[params.reason] }),
  R02: ({ params }, say) => ({ message: `Một phép kiểm tra bị lỗi khi chạy: ${checksInVi(params.check)} (${say.quote(params.message)}).`, hint: 'Kết quả phép này chưa có; các phép khác vẫn dùng được. Báo cho người phụ trách phần mềm.' }),
  R03: ({ params }, say) => ({ message: `Quy tắc trong bảng ${say.quote(params.table)} nêu ${say.quote(params.code)}, không có trong danh mục.`, hint: 'Sửa mã trong bảng; khi chưa sửa, quy tắc này không được áp dụng.' }),
  R04: ({ params }, say) => ({ message: `Danh mục ${say.quote(params.table)} có lỗi: ${PROBLEMS[params.problem]}${params.detail === '' ? '' : ` (${say.quote(params.detail)})`}.`, hint: 'Sửa ô được nêu trong danh mục rồi chạy lại.' }),
  R05: ({ params }, say) => ({ message: `Giải trình ${say.quote(params.reason)} (${say.quote(params.by)}) hết hiệu lực: giá trị đã đổi từ ${say.maybe(params.was)} thành ${say.maybe(params.now)}.`, hint: 'Xem lại phát hiện này và giải trình lại nếu vẫn đúng.' }),
  R06: () => ({ message: 'Trang tính đã thay đổi sau lần kiểm tra này.', hint: 'Bấm kiểm tra lại để có kết quả mới.' }),
};
