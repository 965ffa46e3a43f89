import type { MessagesOf } from '../../messages';
import { SOURCES } from './words';

export const keysVi: MessagesOf<'K'> = {
  K01: ({ params }, say) => ({ message: `Không nhận ra đơn vị ${say.quote(params.text)}.`, hint: 'Sửa tên đơn vị hoặc bổ sung tên gọi này vào danh mục đơn vị.' }),
  K02: () => ({ message: 'Báo cáo không ghi tên đơn vị.', hint: 'Ghi tên đơn vị ở đầu biểu hoặc trong tên tệp.' }),
  K03: ({ params }, say) => ({ message: `Biểu ghi đơn vị ${say.unit(params.form)}, nhưng ${params.other === 'header' ? 'tiêu đề' : 'tên tệp'} ghi ${say.unit(params.fileName)}.`, hint: 'Xác định đúng đơn vị rồi sửa chỗ sai.' }),
  K04: ({ params }, say) => ({ message: params.text === '' ? 'Báo cáo không ghi kỳ (tháng, năm).' : `Không đọc được kỳ báo cáo từ ${say.quote(params.text)}.`, hint: 'Ghi rõ tháng và năm ở tiêu đề biểu hoặc trong tên tệp.' }),
  K05: (finding, say) => ({ message: `Kỳ báo cáo ${finding.period ? say.period(finding.period) : ''} ${finding.params.reason === 'later' ? 'sau tháng đang tổng hợp' : 'thuộc năm khác'} (${say.period(finding.params.reportMonth)}) nên không dùng.`, hint: 'Chọn lại tháng tổng hợp, hoặc sửa kỳ nếu đơn vị ghi nhầm.' }),
  K06: (finding, say) => ({ message: `Số liệu ${finding.period ? say.period(finding.period) : 'kỳ này'} đã khóa từ ngày ${say.date(finding.params.closedOn)}.`, hint: 'Chỉ điều chỉnh khi có văn bản của đơn vị; nếu đồng ý, bỏ khóa kỳ này trong danh mục.' }),
  K07: (finding, say) => ({ message: `${say.indicator(finding.indicator)} không giao cho ${say.unit(finding.unit)} nhưng có số liệu.`, hint: 'Bỏ dòng này, hoặc bổ sung phân công vào danh mục nếu còn thiếu.' }),
  K08: ({ params }, say) => ({
    message: `Mã ${say.quote(params.stated)} không khớp với tên ${say.quote(params.name)}${params.named === null ? '' : `; tên này là của ${say.indicator(params.named)}`}.`,
    hint: 'Xác định số liệu ở dòng này là của chỉ tiêu nào, rồi sửa mã hoặc tên.',
  }),
  K09: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: đơn vị tính ghi ${say.quote(finding.params.stated)}, yêu cầu là ${say.maybe(finding.expected)}.`, hint: 'Quy đổi số liệu và sửa lại đơn vị tính.' }),
  K10: (finding, say) => ({ message: `Dòng ${say.quote(finding.params.name)} có vẻ là ${say.indicator(finding.indicator)}, nhưng chưa chắc chắn.`, hint: 'Xác nhận, hoặc sửa tên dòng cho đúng danh mục.' }),
  K11: (finding, say) => {
    const { what, validFrom, validTo, stated, valid } = finding.params;
    const from = validFrom === null ? '' : ` từ ngày ${say.date(validFrom)}`;
    const to = validTo === null ? '' : ` đến ngày ${say.date(validTo)}`;
    const during = from + to === '' ? '' : ` (có hiệu lực${from}${to})`;
    const month = finding.period ? say.period(finding.period) : 'kỳ này';
    switch (what) {
      case 'unit': return { message: `${say.unit(finding.unit)} không có hiệu lực trong ${month}${during}.`, hint: 'Kiểm tra kỳ báo cáo, tên đơn vị, hoặc thời gian hiệu lực trong danh mục.' };
      case 'indicator': return { message: `${say.indicator(finding.indicator)} không có hiệu lực trong ${month}${during}.`, hint: 'Bỏ dòng này, hoặc sửa thời gian hiệu lực trong danh mục.' };
      case 'denominator': return { message: `${say.indicator(finding.indicator)}: mẫu số ghi ${say.maybe(stated)}, mẫu số của ${month} là ${say.maybe(valid)}${during}.`, hint: 'Tính lại theo mẫu số có hiệu lực trong kỳ.' };
    }
  },
  K12: ({ params }, say) => ({ message: `Các nơi ghi kỳ khác nhau: ${params.statements.map((each) => `${SOURCES[each.from]} ${say.period(each.period)}`).join(', ')}; dùng ${say.period(params.used)}.`, hint: 'Sửa chỗ ghi sai; kiểm tra có gửi nhầm số liệu tháng trước không.' }),
};
