import type { Piece } from '../../core/monthly-report/document';
import type { IndicatorParts, Sentence, SentenceParts, TemplateId, TextPart } from '../../core/monthly-report/types';
import type { AssessmentState } from '../../core/targets/types';
import { cited, joined, say, type Fill } from './pieces';

/** How a state is worded inside a sentence. */
const STATES: { readonly [S in AssessmentState]: string } = {
  met: 'đạt kế hoạch năm', onTrack: 'đúng tiến độ', behind: 'chậm', farBehind: 'chậm nhiều', worsening: 'xấu đi so với đầu năm', notMet: 'chưa đạt',
  noData: 'chưa có số liệu', notDue: 'không đến kỳ báo cáo', cannotJudge: 'không đánh giá được',
};

/** The programme that a year's report answers to; another year's decision is not known here. */
const PROGRAMMES: ReadonlyMap<number, string> = new Map([[2024, 'Quyết định số 173/QĐ-UBND ngày 19/01/2024']]);

type Templates = { readonly [T in TemplateId]: (parts: SentenceParts[T]) => readonly Piece[] };

const TEMPLATES: Templates = {
  opening: ({ month, year }) => {
    const decision = PROGRAMMES.get(year.value);
    const basis: Fill = decision === undefined ? say`Chương trình hành động của Ủy ban nhân dân tỉnh năm ${year}` : say`${cited(decision)} của Ủy ban nhân dân tỉnh về việc ban hành Chương trình hành động năm ${year}`;
    return say`Thực hiện ${basis}, Sở Kế hoạch và Đầu tư tổng hợp, báo cáo tình hình thực hiện các chỉ tiêu đến hết tháng ${month} năm ${year} như sau:`;
  },
  coverage: ({ month, total, withFigure }) => say`Đến hết tháng ${month}, trong tổng số ${total} chỉ tiêu, mục tiêu theo dõi có ${withFigure} chỉ tiêu đã có số liệu.`,
  states: ({ counts }) => say`Theo trạng thái: ${joined(counts.map(({ state, count }) => say`${count} chỉ tiêu ${STATES[state]}`), '; ')}.`,
  provisional: ({ count }) => say`Số liệu của ${count} chỉ tiêu là tạm tính do còn đơn vị chưa báo cáo hoặc số liệu đang chờ xác minh.`,
  indicator: (parts) => indicator(parts),
  cause: ({ units, said }) => say`Nguyên nhân theo ${joined(units, ', ')}: “${said}”.`,
  noCause: ({ units }) => say`${answerable(units)} chưa nêu nguyên nhân.`,
  noneSuch: () => say`Không có.`,
  withoutFigure: ({ count, names }) => say`Chưa có số liệu (${count} chỉ tiêu): ${joined(names, '; ')}.`,
  notDue: ({ count, names }) => say`Không đến kỳ báo cáo (${count} chỉ tiêu): ${joined(names, '; ')}.`,
  milestone: ({ name, date, hasPassed }) => (hasPassed ? say`${name}: thời hạn ${date} đã qua, chưa có thông tin hoàn thành.` : say`${name}: thời hạn ${date}.`),
  overdueTask: ({ name, units, date }) => say`Nhiệm vụ quá hạn chưa xong: ${name}${units === null ? '' : say` (${units})`}, thời hạn ${date}.`,
  deadline: ({ date }) => say`Thời hạn gửi báo cáo tháng là ngày ${date}.`,
  received: ({ owed, received }) => say`Đã nhận báo cáo của ${received} trong ${owed} đơn vị phải báo cáo số liệu; trong đó:`,
  receivedInWords: ({ owed, received }) => say`Đã nhận báo cáo của ${received} trong ${owed} đơn vị chỉ phải báo cáo bằng lời.`,
  onTimeClean: ({ count, units }) => say`Đúng hạn, không còn lỗi: ${count} đơn vị (${joined(units, ', ')}).`,
  onTimeWithErrors: ({ count, units }) => say`Đúng hạn, còn lỗi số liệu: ${count} đơn vị (${joined(units, ', ')}).`,
  late: ({ count, units }) => say`Gửi trễ hạn: ${count} đơn vị (${joined(units, ', ')}).`,
  missing: ({ count, units }) => say`Chưa gửi báo cáo: ${count} đơn vị (${joined(units, ', ')}).`,
  missingInWords: ({ count, units }) => say`Chưa gửi báo cáo bằng lời: ${count} đơn vị (${joined(units, ', ')}).`,
  unknownDate: ({ count }) => say`Đã gửi, chưa ghi ngày nhận: ${count} đơn vị.`,
  notYetDue: ({ count, units }) => say`Chưa gửi, chưa hết hạn: ${count} đơn vị (${joined(units, ', ')}).`,
  method: () => say`Mức cần có đến nay và tiến độ được xác định theo cột Kỳ vọng đến nay của bảng tổng hợp: theo kịch bản hoặc phân bổ các năm trước nếu có, còn lại theo tuyến tính.`,
  noSubmissions: () => say`Chưa có bảng theo dõi nộp báo cáo của tháng.`,
  obstacle: ({ units, indicator: name, said }) => say`${joined(units, ', ')} (${name}): “${said}”.`,
  remedy: ({ units, indicator: name, said }) => say`${joined(units, ', ')} (${name}): “${said}”.`,
  pushBehind: ({ units, names }) => say`Đề nghị Ủy ban nhân dân tỉnh chỉ đạo ${whom(units)} tập trung thực hiện chỉ tiêu: ${joined(names, '; ')}.`,
  pushMissing: ({ units }) => say`Đề nghị ${joined(units, ', ')} khẩn trương gửi báo cáo để tổng hợp đầy đủ.`,
  askCauses: ({ count }) => say`Đề nghị các đơn vị chủ trì làm rõ nguyên nhân và giải pháp đối với ${count} chỉ tiêu chậm, chưa đạt mà chưa nêu nguyên nhân.`,
  askUs: () => say`Sở Kế hoạch và Đầu tư không có kiến nghị trong tháng.`,
};

/** One sentence in administrative Vietnamese; every number and name in it is a piece with its reference. */
export function renderSentence<T extends TemplateId>(sentence: Sentence<T>): readonly Piece[] {
  const template: Templates[T] = TEMPLATES[sentence.template];
  return template(sentence.parts);
}

function answerable(units: readonly TextPart[]): Fill {
  return units.length === 0 ? 'Các đơn vị báo cáo' : joined(units, ', ');
}

function whom(units: readonly TextPart[]): Fill {
  return units.length === 0 ? 'các đơn vị, địa phương được giao' : joined(units, ', ');
}

/** "Thu ngân sách nhà nước: trong tháng 1.562,9 tỷ đồng; lũy kế 9.725 tỷ đồng, bằng 58,28% kế hoạch năm …; đúng tiến độ." */
function indicator(parts: IndicatorParts): readonly Piece[] {
  const { name, inMonth, value, olderMonth, percentOfLastYear, shortToDate, pace, forecast, neededPerMonth, better, state, path, forecastMethod } = parts;
  const older: Fill = olderMonth === null ? '' : say` (số liệu tháng ${olderMonth})`;
  const provisional = parts.isProvisional ? ' (tạm tính)' : '';
  const clauses: readonly Piece[][] = [
    inMonth === null ? [] : [...say`trong tháng ${amount(inMonth, parts)}`],
    [...say`${parts.kind === 'flow' ? 'lũy kế ' : ''}${amount(value, parts)}${older}${provisional}${againstPlan(parts)}${percentOfLastYear === null ? '' : say`, bằng ${percentOfLastYear}% so với cùng kỳ năm trước`}`],
    [...say`${STATES[state]}${pace === null ? '' : say` (tiến độ ${pace})`}`],
    shortToDate === null ? [] : [...say`${better === 'down' ? 'cao hơn' : 'thấp hơn'} mức cần có đến nay${path === null ? '' : say` (${path})`} ${difference(shortToDate, parts)}`],
    forecast === null ? [] : [...say`dự báo cả năm${forecastMethod === null ? '' : say` (${forecastMethod})`} ${amount(forecast, parts)}`],
    neededPerMonth === null ? [] : [...say`mỗi tháng còn lại cần thêm ${difference(neededPerMonth, parts)}`],
  ];
  return say`${name}: ${joined(clauses.filter((clause) => clause.length > 0), '; ')}.`;
}

/** A number with its unit of measure: "%" close to it, others after a space. */
function amount(number: Fill, { unit }: IndicatorParts): readonly Piece[] {
  if (unit === null) return say`${number}`;
  return unit.text === '%' ? say`${number}%` : say`${number} ${unit}`;
}

/** A difference of two percentages is one of points. */
function difference(number: Fill, parts: IndicatorParts): readonly Piece[] {
  return parts.unit?.text === '%' ? say`${number} điểm %` : amount(number, parts);
}

function againstPlan(parts: IndicatorParts): Fill {
  const { kind, plan, percentOfPlan, gap } = parts;
  if (plan === null) return '';
  if (kind === 'flow' && percentOfPlan !== null) return say`, bằng ${percentOfPlan}% kế hoạch năm (${amount(plan, parts)})`;
  if (gap === null) return say`, bằng kế hoạch năm (${amount(plan, parts)})`;
  const higher = gap.isShort === (parts.better === 'down');
  return say`, ${higher ? 'cao hơn' : 'thấp hơn'} kế hoạch năm (${amount(plan, parts)}) ${difference(gap, parts)}`;
}
