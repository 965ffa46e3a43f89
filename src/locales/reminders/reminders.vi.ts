import type { ReminderOccasion, ReminderRow, ReminderWords } from '../../core/reminders/types';
import type { IsoDate } from '../../core/period';
import { answerWordsVi } from '../answers/answers.vi';
import { countInWords } from '../answers/number-words';
import { formatDate, formatNumber, formatPeriod } from '../format';

const SENDER = 'Sở Kế hoạch và Đầu tư';
const RECEIVER = 'UBND tỉnh';

/** "03 (ba)", as official letters count. */
function counted(count: number): string {
  const words = countInWords(count);
  return `${count < 10 ? `0${count}` : formatNumber(count, 'vi')}${words === '' ? '' : ` (${words})`}`;
}

const day = (date: IsoDate): string => `ngày ${formatDate(date, 'vi')}`;

/** "tháng 3, tháng 4 và tháng 6/2024": the year is said once where it is one. */
function months(rows: readonly ReminderRow[]): string {
  const oneYear = new Set(rows.map(({ period }) => period.year)).size === 1;
  const said = rows.map(({ period }, at) => (oneYear && at < rows.length - 1 ? `tháng ${period.month}` : formatPeriod(period, 'vi')));
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} và ${said.at(-1) ?? ''}` : (said[0] ?? '');
}

const report = ({ owes }: ReminderOccasion): string => (owes === 'words' ? 'báo cáo tình hình thực hiện nhiệm vụ' : 'báo cáo các chỉ tiêu kinh tế - xã hội');

/** The decision stands for 2024; of other years only what it started is said. */
const basis = ({ period }: ReminderOccasion): string =>
  period.year === 2024
    ? `Quyết định số 173/QĐ-UBND ngày 19/01/2024 của ${RECEIVER} giao các cơ quan, đơn vị, địa phương báo cáo kết quả thực hiện Chương trình hành động năm 2024 trước ngày 18 hàng tháng, thông qua ${SENDER} để theo dõi, tổng hợp.`
    : `Theo Chương trình hành động năm ${period.year}, các cơ quan, đơn vị, địa phương báo cáo kết quả thực hiện trước ngày 18 hàng tháng, thông qua ${SENDER} để theo dõi, tổng hợp.`;

function situation(occasion: ReminderOccasion): string {
  const { kind, rows, asOf, workingDays, grace, period } = occasion;
  const [first] = rows;
  switch (kind) {
    case 'missing': {
      const over = rows.length === 1 && first ? ` (hạn gửi ${day(first.deadline)}, đã quá ${counted(first.daysLate)} ngày)` : '';
      return `Đến ${day(asOf)}, ${SENDER} chưa nhận được ${report(occasion)} ${months(rows)} của quý đơn vị${over}.`;
    }
    case 'late': {
      if (!first || first.receivedOn === null) return '';
      return `${SENDER} nhận được ${report(occasion)} ${formatPeriod(period, 'vi')} của quý đơn vị ${day(first.receivedOn)}, chậm ${counted(first.daysLate)} ngày so với hạn gửi ${day(first.deadline)}.`;
    }
    case 'soon': {
      const left = workingDays === 0 ? 'hôm nay là ngày cuối' : `còn ${counted(workingDays ?? 0)} ngày làm việc`;
      const free = grace === null ? '' : ` Hạn gửi rơi vào ngày nghỉ, báo cáo nhận trong ${day(grace)} vẫn được tính đúng hạn.`;
      return `Hạn gửi ${report(occasion)} ${formatPeriod(period, 'vi')} là ${day(first?.deadline ?? asOf)}, ${left}.${free}`;
    }
  }
}

const running = ({ running: count }: ReminderOccasion): readonly string[] =>
  count === 0 ? [] : [`Đây là tháng thứ ${counted(count)} liên tiếp báo cáo của quý đơn vị chậm hoặc chưa được gửi.`];

function request(occasion: ReminderOccasion): string {
  const { kind, sendBy } = occasion;
  switch (kind) {
    case 'missing':
      return `Để kịp thời tổng hợp, báo cáo ${RECEIVER}, ${SENDER} đề nghị quý đơn vị gửi báo cáo nêu trên ${sendBy === null ? `chậm nhất trong ${counted(2)} ngày làm việc kể từ khi nhận được văn bản này` : `trước ${day(sendBy)}`}. Trường hợp có khó khăn, vướng mắc, đề nghị nêu rõ để phối hợp xử lý.`;
    case 'late':
      return `${SENDER} đề nghị quý đơn vị quan tâm, gửi báo cáo đúng hạn trong các tháng tiếp theo (trước ngày 18 hàng tháng) để việc tổng hợp, báo cáo ${RECEIVER} được kịp thời.`;
    case 'soon':
      return `${SENDER} đề nghị quý đơn vị quan tâm, gửi báo cáo đúng hạn.`;
  }
}

/** The words of a reminder, in administrative Vietnamese. */
export const reminderWordsVi: ReminderWords = {
  sender: SENDER,
  agency: answerWordsVi.agency,
  motto: answerWordsVi.motto,
  number: answerWordsVi.number,
  date: (asOf) => `Khánh Hòa, ngày …… tháng …… năm ${asOf.slice(0, 4)}`,
  signatures: ['Người theo dõi', 'Thủ trưởng cơ quan'],
  columns: ['STT', 'Kỳ báo cáo', 'Hạn gửi', 'Ngày nhận', 'Tình trạng'],
  title: ({ kind, period }) => `${kind === 'missing' ? 'ĐÔN ĐỐC GỬI BÁO CÁO' : 'NHẮC THỜI HẠN GỬI BÁO CÁO'} THÁNG ${period.month} NĂM ${period.year}`,
  subject: ({ kind, period }) => `V/v ${kind === 'missing' ? 'đôn đốc gửi báo cáo' : 'thời hạn gửi báo cáo'} tháng ${period.month} năm ${period.year}`,
  addressee: ({ unitName }) => `Kính gửi: ${unitName}`,
  opening: (occasion) => [basis(occasion), [situation(occasion), ...running(occasion)].join(' ')],
  closing: (occasion) => [
    request(occasion),
    ...(occasion.kind === 'missing' ? ['Nếu báo cáo đã được gửi, đề nghị quý đơn vị thông tin lại ngày gửi để đối chiếu.'] : []),
    'Trân trọng cảm ơn sự phối hợp của quý đơn vị./.',
  ],
  period: (period) => `Tháng ${period.month}/${period.year}`,
  day: (date) => formatDate(date, 'vi'),
  due: (date) => `hạn ${formatDate(date, 'vi')}`,
  state: ({ state, daysLate }) =>
    state === 'missing' ? `chưa gửi, quá hạn ${formatNumber(daysLate, 'vi')} ngày` : state === 'late' ? `gửi chậm ${formatNumber(daysLate, 'vi')} ngày` : 'chưa đến hạn',
  notReceived: 'chưa nhận',
  sheet: 'Đôn đốc',
};
