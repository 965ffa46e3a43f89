import type { MessagesOf } from '../../messages';
import { COLUMNS } from './words';

export const sheetsVi: MessagesOf<'S'> = {
  S01: () => ({ message: 'Không tìm thấy trang tính báo cáo trong tệp.', hint: 'Kiểm tra xem có chọn nhầm tệp không, hoặc đưa số liệu vào Biểu 01.' }),
  S02: ({ params }, say) => ({ message: `Có nhiều trang tính có thể là báo cáo: ${say.list(params.sheets)}.`, hint: 'Chọn trang tính đúng hoặc xóa các trang thừa.' }),
  S03: ({ params }) => ({ message: params.visibility === 'hidden' ? 'Trang tính báo cáo đang bị ẩn.' : 'Trang tính báo cáo bị ẩn hoàn toàn, không hiện lại được bằng lệnh thường của Excel.', hint: 'Kiểm tra đây có đúng là biểu cần gửi không, rồi cho hiện trang tính.' }),
  S04: () => ({ message: 'Không tìm thấy dòng tiêu đề của bảng số liệu.', hint: 'Đặt tiêu đề (Chỉ tiêu, Đơn vị tính, Lũy kế…) trong 40 dòng đầu.' }),
  S05: ({ params }, say) => ({ message: `Bảng thiếu cột bắt buộc: ${say.list(params.missing.map((each) => COLUMNS[each]))}.`, hint: 'Bổ sung cột còn thiếu theo Biểu 01.' }),
  S06: ({ params }, say) => ({ message: `Có cột ngoài biểu mẫu, không được đọc: ${say.list(params.headings)}.`, hint: 'Không cần làm gì, trừ khi cột này chứa số liệu phải báo cáo.' }),
  S07: ({ params }, say) => ({ message: `Có hai cột cùng một nghĩa${params.headings.length > 0 ? `: ${say.list(params.headings)}` : ''}.`, hint: 'Giữ một cột hoặc sửa lại tiêu đề cho rõ.' }),
  S08: ({ params }, say) => ({ message: `Cột không có tiêu đề (${say.list(params.columns)}) có ${say.number(params.count)} ô dữ liệu; các ô này không được dùng.`, hint: 'Ghi tiêu đề cho cột hoặc xóa dữ liệu thừa.' }),
  S10: ({ params }, say) => ({ message: `Có ô gộp trong vùng số liệu: ${say.list(params.areas)}.`, hint: 'Bỏ gộp ô và ghi số liệu riêng cho từng dòng.' }),
  S12: (finding, say) => ({ message: `Thiếu dòng ${say.indicator(finding.indicator)} mà đơn vị phải báo cáo tháng này.`, hint: 'Bổ sung dòng chỉ tiêu và số liệu.' }),
  S13: ({ params }, say) => ({ message: `Dòng ${say.quote(params.name)} không khớp với chỉ tiêu nào nên không được dùng.`, hint: 'Sửa tên hoặc ghi mã chỉ tiêu, bỏ dòng nếu không cần.' }),
  S14: (finding, say) => finding.params.identical
    ? { message: `${say.indicator(finding.indicator)} ghi hai lần, số giống nhau; chỉ tính một lần.`, hint: 'Xóa dòng lặp.' }
    : { message: `${say.indicator(finding.indicator)} ghi nhiều lần với số khác nhau nên tạm giữ lại.`, hint: 'Xác định số đúng và xóa các dòng còn lại.' },
  S15: ({ params }, say) => ({
    message: `Có ${[params.rows > 0 ? `${say.number(params.rows)} dòng` : '', params.columns > 0 ? `${say.number(params.columns)} cột` : ''].filter((part) => part !== '').join(' và ')} bị ẩn hoặc bị lọc nhưng chứa số liệu.`,
    hint: 'Cho hiện lại để đối chiếu; số liệu ở đó vẫn được đọc.',
  }),
  S16: ({ params }, say) => ({ message: `Có ${say.number(params.count)} ô số liệu nằm ngoài bảng, không được dùng.`, hint: 'Đưa vào bảng nếu là số liệu phải báo cáo.' }),
  S17: () => ({ message: 'Trang tính trống, không có ô nào có dữ liệu.', hint: 'Chọn đúng trang tính hoặc xin đơn vị gửi lại.' }),
};
