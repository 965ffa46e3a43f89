import type { CatalogueProblem, FileRefusalReason, FindingCode, FindingParams } from '../core/checks/finding';
import type { MissingState } from '../core/report/types';
import type { Messages, Say } from './messages';

const FILE_REASONS: { readonly [R in FileRefusalReason]: string } = {
  damaged: 'tệp bị hỏng hoặc tải về chưa đủ',
  notWorkbook: 'nội dung không phải bảng tính',
  mislabelled: 'nội dung không đúng với phần mở rộng của tên tệp',
  unsupported: 'định dạng này chưa đọc được',
};

const STATES: { readonly [S in MissingState]: string } = {
  notOccurred: 'không phát sinh',
  notAvailable: 'chưa có số liệu',
  notApplicable: 'không áp dụng',
};

const COLUMNS = { nameOrCode: 'tên hoặc mã chỉ tiêu', monthOrCumulative: 'số thực hiện tháng hoặc lũy kế' } as const;

const SOURCES = { definedName: 'tên đã đặt trong tệp', header: 'tiêu đề biểu', fileName: 'tên tệp' } as const;

const UNUSED: { readonly [R in FindingParams['F11']['reason']]: string } = {
  hiddenSheet: 'trang tính bị ẩn',
  notReport: 'không phải biểu báo cáo',
  emptySheet: 'trang tính trống',
  notChosen: 'tệp khác của cùng đơn vị và kỳ được chọn',
  otherPeriod: 'không thuộc kỳ đang tổng hợp',
  cancelled: 'việc đọc đã bị dừng',
  brokenSheet: 'trang tính bị hỏng',
  notAssigned: 'chỉ tiêu này không giao cho đơn vị báo cáo',
  derived: 'chỉ tiêu này được tính từ chỉ tiêu khác',
};

const SKIPPED: { readonly [R in FindingParams['R01']['reason']]: string } = {
  noHistory: 'chưa có số liệu các tháng trước',
  noTarget: 'chỉ tiêu chưa có mục tiêu',
  noUnit: 'chưa rõ đơn vị báo cáo',
  noPeriod: 'chưa rõ kỳ báo cáo',
  noReport: 'không có biểu báo cáo để kiểm tra',
  cancelled: 'việc kiểm tra đã bị dừng',
};

const SKIP_HINTS: { readonly [R in FindingParams['R01']['reason']]: string } = {
  noHistory: 'Đưa thêm báo cáo các tháng trước rồi kiểm tra lại.',
  noTarget: 'Bổ sung mục tiêu vào danh mục nếu có.',
  noUnit: 'Ghi rõ tên đơn vị rồi kiểm tra lại.',
  noPeriod: 'Ghi rõ kỳ báo cáo, chọn tháng tổng hợp rồi kiểm tra lại.',
  noReport: 'Chọn đúng tệp hoặc trang tính rồi kiểm tra lại.',
  cancelled: 'Chạy kiểm tra lại khi cần.',
};

/** Names of the checks that may be skipped or crash; any other one is "một phép kiểm tra". */
const CHECKS: { readonly [C in FindingCode]?: string } = {
  K03: 'so đơn vị trong biểu với tên tệp', K05: 'so kỳ báo cáo với tháng tổng hợp', K12: 'so các nơi ghi kỳ báo cáo',
  S12: 'tìm chỉ tiêu còn thiếu', V01: 'tìm ô bắt buộc để trống', T01: 'lũy kế không giảm', T02: 'cộng dồn với tháng trước', T09: 'số tháng trùng lũy kế',
};

const PROBLEMS: { readonly [P in CatalogueProblem]: string } = {
  duplicateCode: 'mã bị lặp', minAboveMax: 'cận dưới lớn hơn cận trên', circularParent: 'chỉ tiêu cha tạo thành vòng', unknownUnit: 'đơn vị không có trong danh mục',
  unknownIndicator: 'chỉ tiêu không có trong danh mục', badValue: 'giá trị không hợp lệ', missingColumn: 'thiếu cột', unknownDenominator: 'mẫu số chưa khai báo', twoLeads: 'một chỉ tiêu có hai đơn vị chủ trì',
};

const checksIn = (codes: string): string => {
  const names = codes.split(', ').flatMap((code) => Object.entries(CHECKS).find(([key]) => key === code)?.[1] ?? []);
  return names.length > 0 ? names.join('; ') : 'kiểm tra số liệu';
};

const limitText = (params: FindingParams['F03'], say: Say): string => {
  switch (params.reason) {
    case 'expands': return `dung lượng sau khi giải nén vượt ${say.number(params.limit / 1_048_576)} MB`;
    case 'tooLarge': return `dung lượng vượt ${say.number(params.limit / 1_048_576)} MB`;
    case 'tooManyCells': return `số ô vượt ${say.number(params.limit)}`;
    case 'tooManySheets': return `số trang tính vượt ${say.number(params.limit)}`;
    case 'timeLimit': return `đọc quá ${say.number(params.limit)} giây`;
  }
};

const boundsText = ({ min, max, minExclusive, maxExclusive }: FindingParams['V07'], say: Say): string => {
  const from = min === null ? '' : `${minExclusive ? 'lớn hơn' : 'từ'} ${say.number(min)}`;
  const to = max === null ? '' : `${maxExclusive ? 'nhỏ hơn' : from === '' ? 'không quá' : 'đến'} ${say.number(max)}`;
  if (from !== '' && to !== '') return `${from} ${maxExclusive ? 'và ' : ''}${to}`;
  return to !== '' ? to : minExclusive || from === '' ? from : `${from} trở lên`;
};

/** A finding's sentence and what to do, in plain Vietnamese for an analyst. */
export const messagesVi: Messages = {
  F01: ({ params }) => ({ message: `Không đọc được tệp: ${FILE_REASONS[params.reason]}${params.looksLike === '' ? '' : ` (giống ${params.looksLike})`}.`, hint: 'Mở tệp bằng Excel, lưu lại dạng .xlsx hoặc xin đơn vị gửi lại.' }),
  F02: () => ({ message: 'Tệp có mật khẩu hoặc bị mã hóa nên không mở được.', hint: 'Xin đơn vị gửi bản không đặt mật khẩu.' }),
  F03: ({ params }, say) => ({ message: `Tệp bất thường: ${limitText(params, say)}.`, hint: 'Xin đơn vị gửi lại tệp chỉ có biểu báo cáo.' }),
  F04: ({ params }) => ({ message: params.reason === 'lockFile' ? 'Đây là tệp tạm của Excel (tên bắt đầu bằng ~$), không phải báo cáo.' : 'Tệp rỗng, không có nội dung.', hint: params.reason === 'lockFile' ? 'Không cần làm gì; hãy chọn tệp gốc nếu chưa chọn.' : 'Xin đơn vị gửi lại nếu đây là báo cáo.' }),
  F06: ({ params }, say) => ({ message: `Tệp trùng hoàn toàn với ${say.quote(params.sameAs)} nên chỉ tính một lần.`, hint: 'Không cần làm gì.' }),
  F07: (finding, say) => ({ message: `${say.unit(finding.unit)} có ${say.number(finding.params.files.length)} tệp khác nhau cho cùng một kỳ.`, hint: `Chọn tệp được dùng; đề xuất tệp sửa sau cùng: ${say.quote(finding.params.proposed)}.` }),
  F11: ({ params }, say) => ({ message: `${params.part === '' ? 'Tệp' : say.quote(params.part)} không được dùng: ${UNUSED[params.reason]}.`, hint: 'Xem lại nếu phần này có số liệu cần tổng hợp.' }),
  S01: () => ({ message: 'Không tìm thấy trang tính báo cáo trong tệp.', hint: 'Kiểm tra xem có chọn nhầm tệp không, hoặc đưa số liệu vào Biểu 01.' }),
  S02: ({ params }, say) => ({ message: `Có nhiều trang tính có thể là báo cáo: ${say.list(params.sheets)}.`, hint: 'Chọn trang tính đúng hoặc xóa các trang thừa.' }),
  S04: () => ({ message: 'Không tìm thấy dòng tiêu đề của bảng số liệu.', hint: 'Đặt tiêu đề (Chỉ tiêu, Đơn vị tính, Lũy kế…) trong 40 dòng đầu.' }),
  S05: ({ params }, say) => ({ message: `Bảng thiếu cột bắt buộc: ${say.list(params.missing.map((each) => COLUMNS[each]))}.`, hint: 'Bổ sung cột còn thiếu theo Biểu 01.' }),
  S07: ({ params }, say) => ({ message: `Có hai cột cùng một nghĩa${params.headings.length > 0 ? `: ${say.list(params.headings)}` : ''}.`, hint: 'Giữ một cột hoặc sửa lại tiêu đề cho rõ.' }),
  S12: (finding, say) => ({ message: `Thiếu dòng ${say.indicator(finding.indicator)} mà đơn vị phải báo cáo tháng này.`, hint: 'Bổ sung dòng chỉ tiêu và số liệu.' }),
  S13: ({ params }, say) => ({ message: `Dòng ${say.quote(params.name)} không khớp với chỉ tiêu nào nên không được dùng.`, hint: 'Sửa tên hoặc ghi mã chỉ tiêu, bỏ dòng nếu không cần.' }),
  S14: (finding, say) => finding.params.identical
    ? { message: `${say.indicator(finding.indicator)} ghi hai lần, số giống nhau; chỉ tính một lần.`, hint: 'Xóa dòng lặp.' }
    : { message: `${say.indicator(finding.indicator)} ghi nhiều lần với số khác nhau nên tạm giữ lại.`, hint: 'Xác định số đúng và xóa các dòng còn lại.' },
  S17: () => ({ message: 'Trang tính trống, không có ô nào có dữ liệu.', hint: 'Chọn đúng trang tính hoặc xin đơn vị gửi lại.' }),
  K01: ({ params }, say) => ({ message: `Không nhận ra đơn vị ${say.quote(params.text)}.`, hint: 'Sửa tên đơn vị hoặc bổ sung tên gọi này vào danh mục đơn vị.' }),
  K02: () => ({ message: 'Báo cáo không ghi tên đơn vị.', hint: 'Ghi tên đơn vị ở đầu biểu hoặc trong tên tệp.' }),
  K03: ({ params }, say) => ({ message: `Biểu ghi đơn vị ${say.unit(params.form)}, nhưng ${params.other === 'header' ? 'tiêu đề' : 'tên tệp'} ghi ${say.unit(params.fileName)}.`, hint: 'Xác định đúng đơn vị rồi sửa chỗ sai.' }),
  K04: ({ params }, say) => ({ message: params.text === '' ? 'Báo cáo không ghi kỳ (tháng, năm).' : `Không đọc được kỳ báo cáo từ ${say.quote(params.text)}.`, hint: 'Ghi rõ tháng và năm ở tiêu đề biểu hoặc trong tên tệp.' }),
  K05: (finding, say) => ({ message: `Kỳ báo cáo ${finding.period ? say.period(finding.period) : ''} ${finding.params.reason === 'later' ? 'sau tháng đang tổng hợp' : 'thuộc năm khác'} (${say.period(finding.params.reportMonth)}) nên không dùng.`, hint: 'Chọn lại tháng tổng hợp, hoặc sửa kỳ nếu đơn vị ghi nhầm.' }),
  K09: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: đơn vị tính ghi ${say.quote(finding.params.stated)}, yêu cầu là ${say.maybe(finding.expected)}.`, hint: 'Quy đổi số liệu và sửa lại đơn vị tính.' }),
  K10: (finding, say) => ({ message: `Dòng ${say.quote(finding.params.name)} có vẻ là ${say.indicator(finding.indicator)}, nhưng chưa chắc chắn.`, hint: 'Xác nhận, hoặc sửa tên dòng cho đúng danh mục.' }),
  K12: ({ params }, say) => ({ message: `Các nơi ghi kỳ khác nhau: ${params.statements.map((each) => `${SOURCES[each.from]} ${say.period(each.period)}`).join(', ')}; dùng ${say.period(params.used)}.`, hint: 'Sửa chỗ ghi sai; kiểm tra có gửi nhầm số liệu tháng trước không.' }),
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
  V14: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.number(finding.params.value)} có vẻ là ${say.number(finding.params.other)} %${finding.params.value < finding.params.other ? ' ghi dạng phân số' : ' bị nhân 100'}.`, hint: 'Xác nhận giá trị phần trăm đúng.' }),
  V15: (finding, say) => {
    const { params } = finding;
    const far = params.factor >= 1 ? `gấp khoảng ${say.number(params.factor)} lần` : `chỉ bằng khoảng một phần ${say.number(1 / params.factor)}`;
    return {
      message: `${say.indicator(finding.indicator)}: ${say.role(params.role)} ${say.number(params.value)} ${far} ${params.against === 'target' ? 'mức kế hoạch' : 'số liệu trước đây'}; có thể là ${say.number(params.other)}.`,
      hint: 'Kiểm tra đơn vị tính (nghìn, triệu, tỷ) và chọn số đúng.',
    };
  },
  V21: ({ params }, say) => ({ message: `Nội dung ${say.quote(params.text)} có thể bị hiểu là công thức khi ghi sang trang khác.`, hint: 'Không cần làm gì: nội dung được ghi dạng chữ.' }),
  L01: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: tổng ${say.number(finding.params.total)} khác tổng các phần ${say.number(finding.params.sum)}, lệch ${say.number(finding.params.imbalance)}.`, hint: `Kiểm tra lại tổng và các phần: ${say.list(finding.params.parts.map((part) => say.indicator(part)))}.` }),
  L02: ({ params }, say) => ({ message: `${say.indicator(params.smaller)} (${say.number(params.smallerValue)}) lớn hơn ${say.indicator(params.larger)} (${say.number(params.largerValue)}).`, hint: 'Phần không thể lớn hơn toàn bộ; kiểm tra lại hai dòng.' }),
  L07: (finding, say) => {
    const { what, stated, computed } = finding.params;
    const name = what === 'rate' ? 'tỷ lệ' : what === 'percentOfPlan' ? say.role('percentOfPlan') : say.role('percentOfLastYear');
    return { message: `${say.indicator(finding.indicator)}: ${name} ghi ${say.number(stated)}, tính lại là ${say.number(Number(computed.toFixed(2)))}.`, hint: what === 'rate' ? 'Kiểm tra tử số, mẫu số; khi tổng hợp dùng tử số chia mẫu số.' : 'Kiểm tra công thức hoặc số nhập tay.' };
  },
  T01: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: lũy kế ${say.number(finding.params.value)} thấp hơn lũy kế ${say.period(finding.params.previousPeriod)} (${say.number(finding.params.previous)}).`, hint: 'Sửa lại, hoặc giải thích nếu có điều chỉnh giảm.' }),
  T02: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: lũy kế ${say.number(finding.params.value)} khác lũy kế trước ${say.number(finding.params.previous)} cộng tháng này ${say.number(finding.params.month)}, lệch ${say.number(finding.params.difference)}.`, hint: 'Sửa lại, hoặc giải thích nếu các tháng trước được điều chỉnh.' }),
  T09: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: số tháng bằng đúng lũy kế (${say.number(finding.params.value)}) dù các tháng trước đã có số.`, hint: 'Kiểm tra có ghi nhầm lũy kế vào cột tháng hoặc ngược lại không.' }),
  C01: (finding, say) => ({ message: `Chưa có báo cáo của ${say.unit(finding.unit)}.`, hint: `Đôn đốc đơn vị; hạn gửi là ${say.date(finding.params.deadline)}.` }),
  C02: (finding, say) => ({ message: `${say.unit(finding.unit)} gửi báo cáo dù tháng này không phải báo cáo số liệu.`, hint: 'Không cần làm gì; số liệu vẫn được dùng.' }),
  C03: (finding, say) => ({ message: `${say.unit(finding.unit)} chưa gửi báo cáo bằng lời.`, hint: 'Đôn đốc đơn vị; số liệu tổng hợp không bị ảnh hưởng.' }),
  C04: ({ params }, say) => ({ message: `${say.quote(params.what)}: phần mềm tính ${say.maybe(params.computed)}, Excel tính ${say.maybe(params.excel)}.`, hint: 'Không dùng con số này cho đến khi tìm ra chỗ lệch; xem công thức của ô.' }),
  C05: (finding, say) => ({ message: `${say.unit(finding.unit)} còn ${say.number(finding.params.errors)} lỗi, ${say.number(finding.params.held)} số tạm giữ; ${finding.params.leftOut ? 'toàn bộ báo cáo bị để ngoài' : 'các số còn lại vẫn được tính, có đánh dấu'}.`, hint: 'Xử lý các lỗi hoặc quyết định cho từng số tạm giữ.' }),
  C06: (finding, say) => ({ message: `${say.unit(finding.unit)}, ${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} đổi từ ${say.maybe(finding.params.before)} thành ${say.maybe(finding.params.after)}.`, hint: 'Xem lại trước khi ghi.' }),
  C09: ({ params }, say) => ({ message: `${say.indicator(params.total)} ${say.number(params.totalValue)} khác tổng các phần ${say.number(params.sum)}, lệch ${say.number(params.imbalance)}.`, hint: `Đối chiếu với các đơn vị báo cáo ${say.list(params.parts.map((part) => say.indicator(part)))}.` }),
  G05: (finding, say) => ({ message: `${say.indicator(finding.indicator)} đạt ${say.number(finding.params.value)}, ${finding.params.far ? 'chậm nhiều' : 'chậm'} so với mức cần có ${say.number(finding.params.expected)}.`, hint: 'Nêu nguyên nhân và giải pháp của đơn vị chủ trì.' }),
  D01: (finding, say) => ({ message: `${say.unit(finding.unit)} chưa gửi báo cáo, quá hạn ${say.date(finding.params.deadline)} đã ${say.number(finding.params.daysLate)} ngày.`, hint: 'Đôn đốc đơn vị gửi ngay.' }),
  R01: ({ params }) => ({ message: `Chưa kiểm tra được (${checksIn(params.check)}) vì ${SKIPPED[params.reason]}.`, hint: SKIP_HINTS[params.reason] }),
  R02: ({ params }, say) => ({ message: `Một phép kiểm tra bị lỗi khi chạy: ${checksIn(params.check)} (${say.quote(params.message)}).`, hint: 'Kết quả phép này chưa có; các phép khác vẫn dùng được. Báo cho người phụ trách phần mềm.' }),
  R04: ({ params }, say) => ({ message: `Danh mục ${say.quote(params.table)} có lỗi: ${PROBLEMS[params.problem]}${params.detail === '' ? '' : ` (${say.quote(params.detail)})`}.`, hint: 'Sửa ô được nêu trong danh mục rồi chạy lại.' }),
};
