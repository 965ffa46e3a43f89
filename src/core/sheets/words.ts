import type { Aggregation, CalendarDay, Direction, Due, Identity, IndicatorKind, Operator, Role, Thresholds, UnitKind } from '../catalogue/types';
import type { Fact } from '../consolidation/types';
import { TIMELINESS_SIGNS } from '../deadlines/signs';
import type { Submission, Timeliness } from '../deadlines/types';
import type { Level } from '../report/types';
import type { AssessmentState, ForecastMethod, Pathway } from '../targets/types';

/**
 * The words that stand in cells for the values inside: they are read back, so each set is one-to-one. They are data of
 * the workbook, the same in every language of the pane.
 */
type Words<T extends string> = { readonly [K in T]: string };

export const ROLE_WORDS: Words<Role> = { lead: 'chính', part: 'thành phần', check: 'đối chiếu', derived: 'tính' };
export const LEVEL_WORDS: Words<Level> = { estimate: 'ước tính', preliminary: 'sơ bộ', official: 'chính thức' };
export const FACT_STATE_WORDS: Words<Fact['state']> = {
  figure: 'có số liệu', notOccurred: 'không phát sinh', notAvailable: 'chưa có', notApplicable: 'không áp dụng',
};
export const METHOD_WORDS: Words<Fact['method']> = { reported: 'báo cáo', computed: 'tính', typed: 'nhập tay', revised: 'theo báo cáo sau' };
export const KIND_WORDS: Words<IndicatorKind> = {
  flow: 'cộng dồn', stock: 'thời điểm', rate: 'tỷ lệ', growth: 'tốc độ tăng', change: 'mức thay đổi', cohort: 'theo đối tượng của năm', milestone: 'mốc',
};
export const AGGREGATION_WORDS: Words<Aggregation> = { lead: 'đơn vị chủ trì', sum: 'cộng', ratio: 'tử số ÷ mẫu số', derived: 'tính' };
/** "=" alone would be taken for the beginning of a formula by whoever edits the cell. */
export const OPERATOR_WORDS: Words<Operator> = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': 'bằng', '~': '≈' };
export const DIRECTION_WORDS: Words<Direction> = { up: 'tăng', down: 'giảm' };
export const DUE_WORDS: Words<Due> = { M: 'M', Q: 'Q', S: 'S', A: 'A', E: 'E' };
export const UNIT_KIND_WORDS: Words<UnitKind> = {
  department: 'sở, ban', central: 'cơ quan trung ương', district: 'huyện, thị xã, thành phố', service: 'đơn vị sự nghiệp', enterprise: 'doanh nghiệp',
};
export const OPEN_ERRORS_WORDS: Words<'take' | 'leaveOut'> = { take: 'lấy', leaveOut: 'để ngoài' };
export const OWES_WORDS: Words<Submission['owes']> = { figures: 'số liệu', words: 'bằng lời', nothing: 'không' };
export const TIMELINESS_WORDS: Words<Timeliness> = {
  onTimeClean: 'đúng hạn, sạch', onTimeWithErrors: 'đúng hạn, còn lỗi', late: 'trễ', missing: 'chưa nộp', notYetDue: 'chưa đến hạn', receivedUnknownDate: 'đã nhận, chưa rõ ngày',
  notTracked: 'chưa theo dõi',
};
/** The same for the narrow cells of a matrix: a sign, then a word or two. */
export const TIMELINESS_MARKS: Words<Timeliness> = {
  onTimeClean: `${TIMELINESS_SIGNS.onTimeClean} đúng hạn`, onTimeWithErrors: `${TIMELINESS_SIGNS.onTimeWithErrors} còn lỗi`, late: `${TIMELINESS_SIGNS.late} trễ`,
  missing: `${TIMELINESS_SIGNS.missing} chưa nộp`, notYetDue: `${TIMELINESS_SIGNS.notYetDue} chưa đến`, receivedUnknownDate: `${TIMELINESS_SIGNS.receivedUnknownDate} đã nhận`,
  notTracked: TIMELINESS_SIGNS.notTracked,
};
export const DAY_WORDS: Words<CalendarDay['kind']> = { off: 'nghỉ', working: 'làm bù' };
/** Icon and word: the state is never told by colour alone. */
export const STATE_WORDS: Words<AssessmentState> = {
  met: '✔ Đạt', notMet: '✖ Chưa đạt', onTrack: '● Đúng tiến độ', behind: '▼ Chậm', farBehind: '▼▼ Chậm nhiều',
  worsening: '↘ Xấu đi', notDue: '○ Không đến kỳ', noData: '… Chưa có số liệu', cannotJudge: '? Không đánh giá được',
};
/** Short: they stand in narrow columns beside the figures that they label. */
export const PATHWAY_WORDS: Words<Exclude<Pathway, 'none'>> = { scenario: 'kịch bản', seasonal: 'mùa vụ', linear: 'tuyến tính', target: 'chỉ tiêu', lastYear: 'cùng kỳ' };
export const FORECAST_WORDS: Words<Exclude<ForecastMethod, 'none'>> = {
  scenario: 'kịch bản', seasonal: 'mùa vụ', linear: 'tuyến tính', slope: 'đà năm nay', recentSlope: 'đà 3 tháng', held: 'giữ mức',
};
export const SEVERITY_WORDS: Words<'E' | 'W' | 'I'> = { E: 'Lỗi', W: 'Cảnh báo', I: 'Thông tin' };

export const IDENTITY_WORDS: Words<Identity['kind']> = { sum: 'tổng', atMost: 'không vượt quá' };
export const IDENTITY_SCOPE_WORDS: Words<Identity['scope']> = { report: 'trong báo cáo', province: 'toàn tỉnh', both: 'cả hai' };
export const THRESHOLD_WORDS: Words<keyof Thresholds> = {
  revisionShare: 'Sửa số tháng trước', revisedFigures: 'Tỷ lệ số liệu bị sửa', outlierScore: 'Điểm bất thường', outlierMonths: 'Số tháng để xét bất thường',
  outlierShare: 'Lệch khi chuỗi không đổi', identicalCells: 'Số ô trùng tháng trước', crossCheckShare: 'Lệch giữa hai nguồn', overshootShare: 'Vượt kế hoạch giữa năm',
  unitPlanShare: 'Lệch kế hoạch giao', remindDays: 'Nhắc trước hạn', lateMonths: 'Số tháng trễ liên tiếp', freeDayGrace: 'Hạn vào ngày nghỉ', percentPoints: 'Lệch phần trăm',
};

/** The value that a word stands for, null when it is none of the set. Case and outer spaces do not matter. */
export function valueOfWord<T extends string>(words: Words<T>, text: string): T | null {
  const wanted = text.normalize('NFC').trim().toLowerCase();
  for (const key in words) if (words[key].toLowerCase() === wanted || key.toLowerCase() === wanted) return key;
  return null;
}
