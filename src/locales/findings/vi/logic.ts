import type { MessagesOf } from '../../messages';
import { boundsText } from './words';

export const logicVi: MessagesOf<'L'> = {
  L01: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: tổng ${say.number(finding.params.total)} khác tổng các phần ${say.number(finding.params.sum)}, lệch ${say.number(finding.params.imbalance)}.`, hint: `Kiểm tra lại tổng và các phần: ${say.list(finding.params.parts.map((part) => say.indicator(part)))}.` }),
  L02: ({ params }, say) => ({ message: `${say.indicator(params.smaller)} (${say.number(params.smallerValue)}) lớn hơn ${say.indicator(params.larger)} (${say.number(params.largerValue)}).`, hint: 'Phần không thể lớn hơn toàn bộ; kiểm tra lại hai dòng.' }),
  L04: (finding, say) => {
    const [present, missing] = finding.params.missing === 'numerator' ? (['denominator', 'numerator'] as const) : (['numerator', 'denominator'] as const);
    return { message: `${say.indicator(finding.indicator)}: có ${say.role(present)} nhưng thiếu ${say.role(missing)}.`, hint: 'Bổ sung cho đủ cả tử số và mẫu số, hoặc để trống cả hai.' };
  },
  L07: (finding, say) => {
    const { what, stated, computed } = finding.params;
    const name = what === 'rate' ? 'tỷ lệ' : what === 'percentOfPlan' ? say.role('percentOfPlan') : say.role('percentOfLastYear');
    return { message: `${say.indicator(finding.indicator)}: ${name} ghi ${say.number(stated)}, tính lại là ${say.number(Number(computed.toFixed(2)))}.`, hint: what === 'rate' ? 'Kiểm tra tử số, mẫu số; khi tổng hợp dùng tử số chia mẫu số.' : 'Kiểm tra công thức hoặc số nhập tay.' };
  },
  L08: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.number(finding.params.value)} nằm ngoài khoảng thường gặp (${boundsText(finding.params, say)}).`, hint: 'Kiểm tra lại số liệu; nếu đúng thì giải thích.' }),
  L10: (finding, say) => ({ message: `${say.indicator(finding.indicator)} đạt ${say.number(finding.params.value)}, ${finding.params.far ? 'chậm nhiều' : 'chậm'} so với mức cần có ${say.number(finding.params.expected)}, nhưng chưa nêu nguyên nhân hoặc giải pháp.`, hint: 'Ghi cả tồn tại, nguyên nhân và giải pháp, kiến nghị.' }),
  L11: (finding, say) => {
    const { what, reason, text } = finding.params;
    const part = what === 'cause' ? 'nguyên nhân' : 'giải pháp';
    return { message: `${say.indicator(finding.indicator)}: phần ${part} ${reason === 'empty' ? 'chưa có nội dung cụ thể' : 'giống hệt tháng trước'} (${say.quote(text)}).`, hint: `Nêu ${part} cụ thể của tháng này.` };
  },
  L12: ({ params }) => params.declared
    ? { message: 'Biểu đánh dấu không phát sinh trong kỳ nhưng vẫn có số liệu.', hint: 'Bỏ dấu nếu có số liệu, hoặc xóa số liệu nếu không phát sinh.' }
    : { message: 'Mọi dòng đều ghi không phát sinh nhưng chưa đánh dấu ô không phát sinh trong kỳ.', hint: 'Đánh dấu x vào ô cuối biểu, hoặc bổ sung số liệu.' },
  L13: (finding, say) => ({ message: finding.params.reason === 'equalsPlan' ? `${say.indicator(finding.indicator)}: thực hiện ${say.number(finding.params.value)} bằng đúng kế hoạch năm.` : `${say.indicator(finding.indicator)}: tỷ lệ bằng đúng ${say.number(finding.params.value)} %.`, hint: 'Xác nhận đây là số thực hiện, không phải số chép từ kế hoạch.' }),
};
