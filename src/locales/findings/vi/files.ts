import type { MessagesOf } from '../../messages';
import { FILE_REASONS, UNUSED, limitText } from './words';

export const filesVi: MessagesOf<'F'> = {
  F01: ({ params }) => ({ message: `Không đọc được tệp: ${FILE_REASONS[params.reason]}${params.looksLike === '' ? '' : ` (giống ${params.looksLike})`}.`, hint: 'Mở tệp bằng Excel, lưu lại dạng .xlsx hoặc xin đơn vị gửi lại.' }),
  F02: () => ({ message: 'Tệp có mật khẩu hoặc bị mã hóa nên không mở được.', hint: 'Xin đơn vị gửi bản không đặt mật khẩu.' }),
  F03: ({ params }, say) => ({ message: `Tệp bất thường: ${limitText(params, say)}.`, hint: 'Xin đơn vị gửi lại tệp chỉ có biểu báo cáo.' }),
  F04: ({ params }) => ({ message: params.reason === 'lockFile' ? 'Đây là tệp tạm của Excel (tên bắt đầu bằng ~$), không phải báo cáo.' : 'Tệp rỗng, không có nội dung.', hint: params.reason === 'lockFile' ? 'Không cần làm gì; hãy chọn tệp gốc nếu chưa chọn.' : 'Xin đơn vị gửi lại nếu đây là báo cáo.' }),
  F06: ({ params }, say) => ({ message: `Tệp trùng hoàn toàn với ${say.quote(params.sameAs)} nên chỉ tính một lần.`, hint: 'Không cần làm gì.' }),
  F07: (finding, say) => ({ message: `${say.unit(finding.unit)} có ${say.number(finding.params.files.length)} tệp khác nhau cho cùng một kỳ.`, hint: `Chọn tệp được dùng; đề xuất tệp sửa sau cùng: ${say.quote(finding.params.proposed)}.` }),
  F08: ({ params }, say) => ({
    message: params.stated === '' ? `Biểu không ghi phiên bản mẫu; mẫu hiện hành là ${say.quote(params.current)}.` : `Biểu theo phiên bản mẫu ${say.quote(params.stated)}; mẫu hiện hành là ${say.quote(params.current)}.`,
    hint: 'Đối chiếu các cột với mẫu hiện hành; các kỳ sau dùng mẫu mới.',
  }),
  F09: ({ params }, say) => ({ message: `Tệp có liên kết đến sổ khác: ${say.list(params.targets)}.`, hint: 'Thay liên kết bằng số liệu; số đang có là kết quả của lần lưu cuối, cần đối chiếu.' }),
  F10: () => ({ message: 'Tệp có macro; macro không được chạy.', hint: 'Lưu báo cáo dạng .xlsx không có macro.' }),
  F11: ({ params }, say) => ({ message: `${params.part === '' ? 'Tệp' : say.quote(params.part)} không được dùng: ${UNUSED[params.reason]}.`, hint: 'Xem lại nếu phần này có số liệu cần tổng hợp.' }),
};
