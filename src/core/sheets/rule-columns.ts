import type { ClosedPeriod, Identity, SeverityChange, Thresholds } from '../catalogue/types';
import type { ThresholdRow } from '../catalogue/schemas';
import type { FindingCode } from '../checks/finding';
import { DATE, dateCell, wordsOf, type CatalogueColumn } from './catalogue-columns';
import { serialOf } from './serial';
import { IDENTITY_SCOPE_WORDS, IDENTITY_WORDS, SEVERITY_WORDS, THRESHOLD_WORDS } from './words';

/** The tables of rules: what must hold between indicators, how grave a check is, what the checks go by, which months are closed. */

export const IDENTITY = { kind: 'Loại', left: 'Vế trái', right: 'Vế phải', offset: 'Cộng thêm', tolerance: 'Dung sai', scope: 'Phạm vi' } as const;

/** "tổng": left = sum of the right; "không vượt quá": left ≤ right. */
export const IDENTITY_COLUMNS: readonly CatalogueColumn<Identity>[] = [
  { header: IDENTITY.kind, field: 'kind', width: 15, required: true, list: wordsOf(IDENTITY_WORDS), cell: (row) => IDENTITY_WORDS[row.kind] },
  { header: IDENTITY.left, field: 'total', also: ['smaller'], width: 10, required: true, cell: (row) => (row.kind === 'sum' ? row.total : row.smaller) },
  { header: IDENTITY.right, field: 'parts', also: ['larger'], width: 24, required: true, cell: (row) => (row.kind === 'sum' ? row.parts.join('; ') : row.larger) },
  { header: IDENTITY.offset, field: 'offset', width: 11, cell: (row) => (row.kind === 'sum' ? row.offset : null) },
  { header: IDENTITY.tolerance, field: 'tolerance', width: 10, cell: (row) => (row.kind === 'sum' ? row.tolerance : null) },
  { header: IDENTITY.scope, field: 'scope', width: 14, list: wordsOf(IDENTITY_SCOPE_WORDS), cell: (row) => IDENTITY_SCOPE_WORDS[row.scope] },
];

export const SEVERITY = { check: 'Mã kiểm tra', severity: 'Mức', reason: 'Lý do', validFrom: 'Từ ngày', validTo: 'Đến ngày' } as const;

export const SEVERITY_COLUMNS: readonly CatalogueColumn<SeverityChange>[] = [
  { header: SEVERITY.check, field: 'check', width: 12, required: true, cell: (row) => row.check },
  { header: SEVERITY.severity, field: 'severity', width: 11, required: true, list: wordsOf(SEVERITY_WORDS), cell: (row) => SEVERITY_WORDS[row.severity] },
  { header: SEVERITY.reason, field: 'reason', width: 38, wrap: true, required: true, cell: (row) => row.reason },
  { header: SEVERITY.validFrom, field: 'validFrom', width: 12, format: DATE, cell: (row) => dateCell(row.validFrom) },
  { header: SEVERITY.validTo, field: 'validTo', width: 12, format: DATE, cell: (row) => dateCell(row.validTo) },
];

/** What a threshold is for, to whoever thinks of changing it. */
const MEANINGS: { readonly [K in keyof Thresholds]: { readonly check: FindingCode; readonly meaning: string } } = {
  revisionShare: { check: 'T04', meaning: 'Số tháng trước bị sửa quá phần này thì cảnh báo (0,1 là 10 %).' },
  revisedFigures: { check: 'T05', meaning: 'Sửa cùng lúc quá phần này trong các số liệu của báo cáo thì cảnh báo (0,1 là 10 %).' },
  outlierScore: { check: 'T06', meaning: 'Điểm Z hiệu chỉnh (theo trung vị) từ đó một số liệu bị coi là bất thường.' },
  outlierMonths: { check: 'T06', meaning: 'Cần ít nhất bấy nhiêu tháng số liệu trước đó mới xét bất thường (3 đến 12).' },
  outlierShare: { check: 'T06', meaning: 'Khi các tháng trước gần như bằng nhau: lệch quá phần này là bất thường (0,1 là 10 %).' },
  identicalCells: { check: 'T08', meaning: 'Từ bấy nhiêu ô khác 0 giống hệt tháng trước thì cảnh báo (ít nhất 2).' },
  crossCheckShare: { check: 'C10', meaning: 'Nguồn đối chiếu lệch với đơn vị chủ trì quá phần này thì cảnh báo (0,005 là 0,5 %).' },
  overshootShare: { check: 'G08', meaning: 'Đến giữa năm đã vượt bấy nhiêu lần kế hoạch năm thì cảnh báo (1,5 là 150 %).' },
  unitPlanShare: { check: 'G10', meaning: 'Tổng kế hoạch giao lệch với mục tiêu của tỉnh quá phần này thì cảnh báo (0,005 là 0,5 %).' },
  remindDays: { check: 'D06', meaning: 'Nhắc nộp báo cáo từ bấy nhiêu ngày làm việc trước hạn (0 đến 30).' },
  lateMonths: { check: 'D08', meaning: 'Trễ liên tiếp bấy nhiêu tháng thì cảnh báo (2 đến 12).' },
  freeDayGrace: { check: 'D02', meaning: 'Hạn nộp rơi vào ngày nghỉ: 1 là nhận trong ngày làm việc kế tiếp vẫn đúng hạn, 0 là tính trễ.' },
  percentPoints: { check: 'L07', meaning: 'Tỷ lệ ghi trong báo cáo được lệch với số tính lại đến bấy nhiêu điểm %.' },
};

export const THRESHOLD = { name: 'Ngưỡng', value: 'Giá trị', check: 'Mã kiểm tra', meaning: 'Ý nghĩa' } as const;

export const THRESHOLD_COLUMNS: readonly CatalogueColumn<ThresholdRow>[] = [
  { header: THRESHOLD.name, field: 'name', width: 27, required: true, cell: (row) => THRESHOLD_WORDS[row.name] },
  { header: THRESHOLD.value, field: 'value', width: 9, required: true, cell: (row) => row.value },
  { header: THRESHOLD.check, field: 'check', width: 12, note: true, cell: (row) => MEANINGS[row.name].check },
  { header: THRESHOLD.meaning, field: 'meaning', width: 80, note: true, cell: (row) => MEANINGS[row.name].meaning },
];

export const CLOSED_PERIOD = { year: 'Năm', month: 'Tháng', closedOn: 'Ngày khóa' } as const;

export const CLOSED_PERIOD_COLUMNS: readonly CatalogueColumn<ClosedPeriod>[] = [
  { header: CLOSED_PERIOD.year, field: 'period.year', width: 8, required: true, cell: (row) => row.period.year },
  { header: CLOSED_PERIOD.month, field: 'period.month', width: 8, required: true, cell: (row) => row.period.month },
  { header: CLOSED_PERIOD.closedOn, field: 'closedOn', width: 12, required: true, format: DATE, cell: (row) => serialOf(row.closedOn) },
];
