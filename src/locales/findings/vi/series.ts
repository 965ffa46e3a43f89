import type { MessagesOf } from '../../messages';

export const seriesVi: MessagesOf<'T'> = {
  T01: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: lũy kế ${say.number(finding.params.value)} thấp hơn lũy kế ${say.period(finding.params.previousPeriod)} (${say.number(finding.params.previous)}).`, hint: 'Sửa lại, hoặc giải thích nếu có điều chỉnh giảm.' }),
  T02: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: lũy kế ${say.number(finding.params.value)} khác lũy kế trước ${say.number(finding.params.previous)} cộng tháng này ${say.number(finding.params.month)}, lệch ${say.number(finding.params.difference)}.`, hint: 'Sửa lại, hoặc giải thích nếu các tháng trước được điều chỉnh.' }),
  T03: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: các tháng trước còn thiếu ${say.list(finding.params.missing.map((period) => say.period(period)))}.`, hint: 'Bổ sung báo cáo của tháng còn thiếu.' }),
  T04: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: số đến hết ${say.period(finding.params.previousPeriod)} được điều chỉnh từ ${say.number(finding.params.stored)} thành ${say.number(finding.params.restated)} (${say.number(Number((finding.params.change * 100).toFixed(1)))} %).`, hint: 'Kiểm tra lại, hoặc giải thích lý do điều chỉnh.' }),
  T05: ({ params }, say) => ({ message: `${say.number(params.revised)} trên ${say.number(params.compared)} số của ${say.period(params.previousPeriod)} được điều chỉnh cùng lúc.`, hint: 'Kiểm tra có dùng nhầm biểu không, hoặc giải thích lý do điều chỉnh.' }),
  T06: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.number(finding.params.value)} khác thường so với ${say.number(finding.params.months)} tháng đã có (thường quanh ${say.number(finding.params.median)}).`, hint: 'Kiểm tra lại số liệu; nếu đúng thì giải thích.' }),
  T08: ({ params }, say) => ({ message: `Có ${say.number(params.count)} số giống hệt ${say.period(params.previousPeriod)}.`, hint: 'Kiểm tra có gửi lại số liệu tháng trước không.' }),
  T09: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: số tháng bằng đúng lũy kế (${say.number(finding.params.value)}) dù các tháng trước đã có số.`, hint: 'Kiểm tra có ghi nhầm lũy kế vào cột tháng hoặc ngược lại không.' }),
  T10: (finding, say) => {
    const { kind, role, previous, previousPeriod, value } = finding.params;
    const before = `trong khi ${say.period(previousPeriod)} là ${say.number(previous)}`;
    return { message: `${say.indicator(finding.indicator)}: ${say.role(role)} ${kind === 'zero' ? 'bằng 0' : `bất ngờ có số ${say.number(value)}`}, ${before}.`, hint: 'Kiểm tra lại số liệu; nếu đúng thì giải thích.' };
  },
};
