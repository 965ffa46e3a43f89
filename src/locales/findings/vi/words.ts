import type { CatalogueProblem, FileRefusalReason, FindingParams } from '../../../core/checks/finding';
import type { MissingState } from '../../../core/report/types';
import type { Say } from '../../messages';

export const FILE_REASONS: { readonly [R in FileRefusalReason]: string } = {
  damaged: 'tệp bị hỏng hoặc tải về chưa đủ',
  notWorkbook: 'nội dung không phải bảng tính',
  mislabelled: 'nội dung không đúng với phần mở rộng của tên tệp',
  unsupported: 'định dạng này chưa đọc được',
};

export const STATES: { readonly [S in MissingState]: string } = {
  notOccurred: 'không phát sinh',
  notAvailable: 'chưa có số liệu',
  notApplicable: 'không áp dụng',
};

export const COLUMNS = { nameOrCode: 'tên hoặc mã chỉ tiêu', monthOrCumulative: 'số thực hiện tháng hoặc lũy kế' } as const;

export const SOURCES = { definedName: 'tên đã đặt trong tệp', header: 'tiêu đề biểu', fileName: 'tên tệp' } as const;

export const UNUSED: { readonly [R in FindingParams['F11']['reason']]: string } = {
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

export const SKIPPED: { readonly [R in FindingParams['R01']['reason']]: string } = {
  noHistory: 'chưa có số liệu các tháng trước',
  noTarget: 'chỉ tiêu chưa có mục tiêu',
  noUnit: 'chưa rõ đơn vị báo cáo',
  noPeriod: 'chưa rõ kỳ báo cáo',
  noReport: 'không có biểu báo cáo để kiểm tra',
  cancelled: 'việc kiểm tra đã bị dừng',
};

export const SKIP_HINTS: { readonly [R in FindingParams['R01']['reason']]: string } = {
  noHistory: 'Đưa thêm báo cáo các tháng trước rồi kiểm tra lại.',
  noTarget: 'Bổ sung mục tiêu vào danh mục nếu có.',
  noUnit: 'Ghi rõ tên đơn vị rồi kiểm tra lại.',
  noPeriod: 'Ghi rõ kỳ báo cáo, chọn tháng tổng hợp rồi kiểm tra lại.',
  noReport: 'Chọn đúng tệp hoặc trang tính rồi kiểm tra lại.',
  cancelled: 'Chạy kiểm tra lại khi cần.',
};

export const PROBLEMS: { readonly [P in CatalogueProblem]: string } = {
  duplicateCode: 'mã bị lặp', minAboveMax: 'cận dưới lớn hơn cận trên', circularParent: 'chỉ tiêu cha tạo thành vòng', unknownUnit: 'đơn vị không có trong danh mục',
  unknownIndicator: 'chỉ tiêu không có trong danh mục', badValue: 'giá trị không hợp lệ', missingColumn: 'thiếu cột', unknownDenominator: 'mẫu số chưa khai báo', twoLeads: 'một chỉ tiêu có hai đơn vị chủ trì',
  unknownCheck: 'mã kiểm tra không có', missingReason: 'thiếu lý do thay đổi', wrongKind: 'loại chỉ tiêu này không dùng bảng này',
};

/** Which limit the file passes, with its number. */
export const limitText = (params: FindingParams['F03'], say: Say): string => {
  switch (params.reason) {
    case 'expands': return `dung lượng sau khi giải nén vượt ${say.number(params.limit / 1_048_576)} MB`;
    case 'tooLarge': return `dung lượng vượt ${say.number(params.limit / 1_048_576)} MB`;
    case 'tooManyCells': return `số ô vượt ${say.number(params.limit)}`;
    case 'tooManySheets': return `số trang tính vượt ${say.number(params.limit)}`;
    case 'timeLimit': return `đọc quá ${say.number(params.limit)} giây`;
  }
};

type Bounds = Pick<FindingParams['V07'], 'min' | 'max' | 'minExclusive' | 'maxExclusive'>;

/** "từ 0 đến 100": an open end is left unsaid. */
export const boundsText = ({ min, max, minExclusive, maxExclusive }: Bounds, say: Say): string => {
  const from = min === null ? '' : `${minExclusive ? 'lớn hơn' : 'từ'} ${say.number(min)}`;
  const to = max === null ? '' : `${maxExclusive ? 'nhỏ hơn' : from === '' ? 'không quá' : 'đến'} ${say.number(max)}`;
  if (from !== '' && to !== '') return `${from} ${maxExclusive ? 'và ' : ''}${to}`;
  return to !== '' ? to : minExclusive || from === '' ? from : `${from} trở lên`;
};
