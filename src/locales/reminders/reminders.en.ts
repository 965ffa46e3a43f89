import type { ReminderOccasion, ReminderWords } from '../../core/reminders/types';
import { answerWordsEn } from '../answers/answers.en';
import { formatDate, formatNumber, formatPeriod } from '../format';

const SENDER = 'the Department of Planning and Investment';

const days = (count: number, what = 'day'): string => `${formatNumber(count, 'en')} ${what}${count === 1 ? '' : 's'}`;
const report = ({ owes }: ReminderOccasion): string => (owes === 'words' ? 'report on the tasks' : 'report on the socio-economic indicators');

function situation(occasion: ReminderOccasion): string {
  const { kind, rows, asOf, workingDays, grace, period } = occasion;
  const [first] = rows;
  switch (kind) {
    case 'missing': {
      const over = rows.length === 1 && first ? ` (due on ${formatDate(first.deadline, 'en')}, ${days(first.daysLate)} overdue)` : '';
      return `By ${formatDate(asOf, 'en')} ${SENDER} had not received your unit's ${report(occasion)} for ${rows.map((row) => formatPeriod(row.period, 'en')).join(', ')}${over}.`;
    }
    case 'late':
      return first && first.receivedOn !== null ? `Your unit's ${report(occasion)} for ${formatPeriod(period, 'en')} was received on ${formatDate(first.receivedOn, 'en')}, ${days(first.daysLate)} after the deadline of ${formatDate(first.deadline, 'en')}.` : '';
    case 'soon': {
      const free = grace === null ? '' : ` As the deadline falls on a free day, what is received on ${formatDate(grace, 'en')} still counts as on time.`;
      return `The ${report(occasion)} for ${formatPeriod(period, 'en')} is due on ${formatDate(first?.deadline ?? asOf, 'en')}: ${workingDays === 0 ? 'today is the last day' : `${days(workingDays ?? 0, 'working day')} left`}.${free}`;
    }
  }
}

function request({ kind, sendBy }: ReminderOccasion): string {
  switch (kind) {
    case 'missing':
      return `Please send it ${sendBy === null ? 'within two working days of this letter' : `before ${formatDate(sendBy, 'en')}`}. If something stands in the way, please say so.`;
    case 'late':
      return 'Please send the reports of the coming months in time, before the 18th of each month.';
    case 'soon':
      return 'Please send it in time.';
  }
}

/** The words of a reminder, in English. */
export const reminderWordsEn: ReminderWords = {
  sender: 'Sở Kế hoạch và Đầu tư',
  agency: answerWordsEn.agency,
  motto: answerWordsEn.motto,
  number: answerWordsEn.number,
  date: (asOf) => `Khánh Hòa, …… / …… / ${asOf.slice(0, 4)}`,
  signatures: ['Followed by', 'Head of the agency'],
  columns: ['No.', 'Month', 'Due', 'Received', 'State'],
  title: ({ kind, period }) => `${kind === 'missing' ? 'REMINDER OF THE REPORT' : 'DEADLINE OF THE REPORT'} FOR ${formatPeriod(period, 'en').toUpperCase()}`,
  subject: ({ kind, period }) => `${kind === 'missing' ? 'Reminder of the report' : 'Deadline of the report'} for ${formatPeriod(period, 'en')}`,
  addressee: ({ unitName }) => `To: ${unitName}`,
  opening: (occasion) => [
    `Under the province's programme for ${occasion.period.year}, every unit reports before the 18th of each month through ${SENDER}.`,
    [situation(occasion), ...(occasion.running === 0 ? [] : [`It is month number ${formatNumber(occasion.running, 'en')} in a row that is late or missing.`])].join(' '),
  ],
  closing: (occasion) => [
    request(occasion),
    ...(occasion.kind === 'missing' ? ['If the report has been sent, please tell us the day on which it was.'] : []),
    'Thank you for your cooperation.',
  ],
  period: (period) => formatPeriod(period, 'en'),
  day: (date) => formatDate(date, 'en'),
  due: (date) => `due ${formatDate(date, 'en')}`,
  state: ({ state, daysLate }) => (state === 'missing' ? `missing, ${days(daysLate)} overdue` : state === 'late' ? `${days(daysLate)} late` : 'not due yet'),
  notReceived: 'not received',
  sheet: 'Reminder',
};
