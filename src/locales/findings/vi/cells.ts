import type { MessagesOf } from '../../messages';
import { STATES, boundsText } from './words';

export const cellsVi: MessagesOf<'V'> = {
  V01: (finding, say) =>
    finding.params.noColumn
      ? { message: `${say.indicator(finding.indicator)}: biểu không có cột ${say.role(finding.params.role)}, là số bắt buộc.`, hint: 'Thêm cột này và điền số liệu, hoặc sửa lại tiêu đề cột.' }
      : { message: `${say.indicator(finding.indicator)}: ô ${say.role(finding.params.role)} bắt buộc nhưng để trống.`, hint: 'Điền số liệu; nếu chưa có hãy ghi “…”, không phát sinh thì ghi “-”.' },
  V02: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ghi ${say.quote(finding.params.text)}, không phải số.`, hint: 'Nhập lại bằng số; lời giải thích ghi vào cột Ghi chú.' }),
  V03: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.quote(finding.params.text)} lưu dạng chữ; hiểu là ${say.number(finding.params.value)}.`, hint: 'Chuyển ô sang dạng số.' }),
  V04: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.quote(finding.params.text)} có thể là ${say.number(finding.params.readings[0])} hoặc ${say.number(finding.params.readings[1])}.`, hint: 'Chọn cách đọc đúng hoặc hỏi lại đơn vị.' }),
  V05: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ghi ${say.quote(finding.params.text)}, hiểu là ${STATES[finding.params.state]}, không phải số 0.`, hint: 'Không cần làm gì nếu đúng ý đơn vị.' }),
  V06: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ô ${say.role(finding.params.role)} có lỗi Excel ${finding.params.error}.`, hint: 'Sửa công thức hoặc nhập số.' }),
  V07: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.number(finding.params.value)} nằm ngoài khoảng cho phép (${boundsText(finding.params, say)}).`, hint: 'Kiểm tra lại số liệu và đơn vị tính.' }),
  V08: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} không thể âm (${say.number(finding.params.value)}).`, hint: 'Kiểm tra dấu và sửa lại số liệu.' }),
  V09: (finding, say) => ({
    message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.number(finding.params.value)} ${finding.params.decimals === 0 ? 'có phần thập phân, trong khi phải là số nguyên' : `có hơn ${say.number(finding.params.decimals)} chữ số thập phân`}.`,
    hint: finding.params.decimals === 0 ? 'Kiểm tra số liệu và đơn vị tính.' : 'Làm tròn theo số chữ số quy định.',
  }),
  V10: ({ params }, say) => ({
    message: `${params.what === 'level' ? 'Mức độ số liệu' : 'Ô không phát sinh trong kỳ'} ghi ${say.quote(params.text)}; chỉ nhận: ${say.list(params.allowed)}.`,
    hint: params.nearest === '' ? 'Chọn lại trong danh sách.' : `Chọn lại trong danh sách; gần nhất là ${say.quote(params.nearest)}.`,
  }),
  V11: (finding, say) => {
    const { reason, text } = finding.params;
    const about = finding.indicator === null ? '' : `${say.indicator(finding.indicator)}: `;
    switch (reason) {
      case 'invalid': return { message: `${about}ngày ${say.quote(text)} không hợp lệ.`, hint: 'Ghi lại ngày theo dạng ngày/tháng/năm.' };
      case 'outsidePeriod': return { message: `${about}ngày ${say.quote(text)} nằm ngoài kỳ báo cáo.`, hint: 'Sửa ngày, hoặc kiểm tra lại kỳ báo cáo.' };
      case 'date1904': return { message: `${about}tệp dùng hệ ngày 1904 nên ngày có thể lệch bốn năm${text === '' ? '' : ` (${say.quote(text)})`}.`, hint: 'Bỏ chọn hệ ngày 1904 trong tùy chọn của Excel, rồi nhập lại ngày.' };
    }
  },
  V12: (finding, say) => ({ message: `${finding.indicator === null ? '' : `${say.indicator(finding.indicator)}: `}nội dung dài đúng ${say.number(finding.params.length)} ký tự nên có thể đã bị cắt.`, hint: 'Đọc lại câu cuối; bổ sung phần bị mất, có thể ghi sang ô bên cạnh.' }),
  V14: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.number(finding.params.value)} có vẻ là ${say.number(finding.params.other)} %${finding.params.value < finding.params.other ? ' ghi dạng phân số' : ' bị nhân 100'}.`, hint: 'Xác nhận giá trị phần trăm đúng.' }),
  V15: (finding, say) => {
    const { params } = finding;
    const far = params.factor >= 1 ? `gấp khoảng ${say.number(params.factor)} lần` : `chỉ bằng khoảng một phần ${say.number(1 / params.factor)}`;
    return {
      message: `${say.indicator(finding.indicator)}: ${say.role(params.role)} ${say.number(params.value)} ${far} ${params.against === 'target' ? 'mức kế hoạch' : 'số liệu trước đây'}; có thể là ${say.number(params.other)}.`,
      hint: 'Kiểm tra đơn vị tính (nghìn, triệu, tỷ) và chọn số đúng.',
    };
  },
  V16: ({ params }, say) => {
    const text = say.quote(params.text);
    const read = params.reason === 'spaces' ? '' : `; đọc là ${say.quote(params.converted)}`;
    const wrong = { spaces: 'có khoảng trắng thừa hoặc khoảng trắng đặc biệt', decomposed: 'gõ bằng Unicode tổ hợp', cp1258: 'gõ bằng bảng mã CP1258', tcvn3: 'gõ bằng bảng mã TCVN3 (ABC)', vni: 'gõ bằng bảng mã VNI' }[params.reason];
    return { message: `${text} ${wrong}${read}.`, hint: params.reason === 'spaces' ? 'Xóa khoảng trắng thừa; nghĩa không đổi.' : 'Chuyển sang Unicode dựng sẵn; nghĩa không đổi.' };
  },
  V17: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} là số nhập tay ${say.maybe(finding.params.value)}, trong khi biểu mẫu có công thức ${say.quote(finding.params.formula)}.`, hint: 'Khôi phục công thức của biểu mẫu, hoặc giải thích vì sao nhập tay.' }),
  V18: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: công thức ${say.role(finding.params.role)} là ${say.quote(finding.params.stated)}, khác biểu mẫu ${say.quote(finding.params.formula)}.`, hint: 'Khôi phục công thức của biểu mẫu, hoặc giải thích vì sao thay đổi.' }),
  V19: (finding, say) => ({ message: `${finding.indicator === null ? '' : `${say.indicator(finding.indicator)}: `}công thức ${say.quote(finding.params.formula)} lấy số từ sổ khác (${say.quote(finding.params.target)}).`, hint: 'Thay công thức bằng số liệu, rồi đối chiếu lại.' }),
  V20: (finding, say) => ({ message: `${finding.indicator === null ? '' : `${say.indicator(finding.indicator)}: `}công thức ${say.quote(finding.params.formula)} chưa có kết quả lưu trong tệp.`, hint: 'Mở tệp bằng Excel để tính lại, lưu rồi kiểm tra lại.' }),
  V21: ({ params }, say) => ({ message: `Nội dung ${say.quote(params.text)} có thể bị hiểu là công thức khi ghi sang trang khác.`, hint: 'Không cần làm gì: nội dung được ghi dạng chữ.' }),
  V22: (finding, say) => {
    const what = { code: 'mã chỉ tiêu', name: 'tên chỉ tiêu', unitOfMeasure: 'đơn vị tính', plan: 'kế hoạch năm' }[finding.params.what];
    return { message: `${say.indicator(finding.indicator)}: ${what} thuộc phần khóa của biểu đã bị sửa thành ${say.maybe(finding.params.stated)}, đúng ra là ${say.maybe(finding.params.locked)}.`, hint: finding.params.what === 'plan' ? 'Khôi phục kế hoạch được giao; nếu kế hoạch đã điều chỉnh, cập nhật danh mục.' : 'Khôi phục nội dung của biểu mẫu.' };
  },
  V23: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} chưa có số, trong khi ${say.period(finding.params.previousPeriod)} đã có ${say.number(finding.params.previous)}.`, hint: 'Bổ sung số liệu, hoặc giải thích vì sao tháng này không có.' }),
  V24: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.number(finding.params.value)} có vẻ là chỉ số; tốc độ tăng tương ứng là ${say.number(finding.params.other)} %.`, hint: 'Xác nhận và ghi lại tốc độ tăng.' }),
  V25: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ghi ${say.quote(finding.params.text)}, hiểu là ${say.number(finding.params.value)} kèm chữ ${say.quote(finding.params.qualifier)}.`, hint: 'Để số trong ô, chuyển phần chữ sang cột Ghi chú.' }),
};
