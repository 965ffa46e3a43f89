import type { AskedCode } from '../../core/answers/asked';
import type { AnswerOccasion, AnswerWords } from '../../core/answers/types';
import type { Finding } from '../../core/checks/finding';
import type { Period } from '../../core/period';
import { formatDate, formatNumber, formatPeriod } from '../format';
import { ACTIONS_VI } from './actions.vi';
import { countInWords } from './number-words';

const SENDER = 'Sở Kế hoạch và Đầu tư';
const LONGEST_VALUE = 120;

const reportOf = (period: Period | null): string => (period === null ? 'báo cáo' : `báo cáo ${formatPeriod(period, 'vi')}`);

/** "05 (năm) nội dung", as official letters count. */
function counted(count: number, what: string): string {
  const words = countInWords(count);
  return `${count < 10 ? `0${count}` : formatNumber(count, 'vi')}${words === '' ? '' : ` (${words})`} ${what}`;
}

function pointsText({ counts }: AnswerOccasion): string {
  const parts = [
    ...(counts.E > 0 ? [counted(counts.E, 'nội dung phải sửa')] : []),
    ...(counts.W > 0 ? [counted(counts.W, 'nội dung cần sửa hoặc giải trình')] : []),
    ...(counts.I > 0 ? [counted(counts.I, 'nội dung cần làm rõ')] : []),
  ];
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} và ${parts[parts.length - 1] ?? ''}` : (parts[0] ?? '');
}

function actionOf<C extends AskedCode>(finding: Finding<C>, actions: { readonly [P in AskedCode]: (finding: Finding<P>) => string }): string {
  return actions[finding.code](finding);
}

/** The words of an answer to a unit, in administrative Vietnamese. */
export const answerWordsVi: AnswerWords = {
  agency: ['UBND TỈNH KHÁNH HÒA', SENDER.toLocaleUpperCase('vi')],
  motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  number: 'Số: ………/………',
  date: (period) => `Khánh Hòa, ngày …… tháng …… năm ${period?.year ?? '……'}`,
  signatures: ['Người kiểm tra', 'Thủ trưởng cơ quan'],
  columns: ['STT', 'Nội dung', 'Vị trí', 'Số đang ghi', 'Đề nghị', 'Mức'],
  severity: { E: 'Phải sửa', W: 'Sửa hoặc giải trình', I: 'Làm rõ' },
  title: ({ period, isMissing }) =>
    `${isMissing ? 'ĐÔN ĐỐC GỬI BÁO CÁO' : 'PHẢN HỒI KẾT QUẢ KIỂM TRA BÁO CÁO'}${period === null ? '' : ` THÁNG ${period.month} NĂM ${period.year}`}`,
  addressee: ({ unitName, file }) => `Kính gửi: ${unitName === '' ? `Đơn vị gửi tệp “${file}”` : unitName}`,
  opening: (occasion) =>
    occasion.isMissing
      ? [`Đến nay, ${SENDER} chưa nhận được ${reportOf(occasion.period)} của quý đơn vị. ${SENDER} đề nghị quý đơn vị quan tâm thực hiện nội dung sau:`]
      : [`Qua kiểm tra ${reportOf(occasion.period)} của quý đơn vị, ${SENDER} đề nghị quý đơn vị rà soát ${pointsText(occasion)} sau đây:`],
  closing: ({ sendBackBy, isMissing }) => [
    ...(sendBackBy === null ? [] : [`Đề nghị quý đơn vị gửi ${isMissing ? 'báo cáo' : 'lại báo cáo đã hoàn chỉnh'} trước ngày ${formatDate(sendBackBy, 'vi')}.`]),
    'Trân trọng cảm ơn sự phối hợp của quý đơn vị./.',
  ],
  complete: (unitName, period) =>
    `Kính gửi: ${unitName}\n\n${SENDER} đã nhận được ${reportOf(period)} của quý đơn vị. Qua kiểm tra, báo cáo đã đầy đủ, không có nội dung cần rà soát.\n\nTrân trọng cảm ơn sự phối hợp của quý đơn vị./.\n`,
  action: (finding) => actionOf(finding, ACTIONS_VI),
  value: (value) => (value === null ? '' : typeof value === 'number' ? formatNumber(value, 'vi') : shortened(value)),
  explanation: ({ reason, by, on }) => `Đã ghi nhận giải trình ngày ${formatDate(on, 'vi')}${by === '' ? '' : ` (${by})`}: ${reason}`,
  wholeFile: 'Tệp',
  cell: (cells) => `ô ${cells}`,
  foundLabel: 'Số đang ghi',
  expectedLabel: 'Đúng ra',
  askedLabel: 'Đề nghị',
  sheet: 'Phản hồi',
};

function shortened(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length <= LONGEST_VALUE ? signs.join('') : `${signs.slice(0, LONGEST_VALUE - 1).join('')}…`;
}
