import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { programme2024 } from '../../../src/core/catalogue/programme2024';
import type { Submission, Timeliness } from '../../../src/core/deadlines/types';
import type { IsoDate } from '../../../src/core/period';
import { remindersOf } from '../../../src/core/reminders/reminders-of';
import { reminderPlan } from '../../../src/core/reminders/sheet';
import { reminderText } from '../../../src/core/reminders/text';
import { REMINDER_WORDS } from '../../../src/locales/reminders';

const index = indexCatalogue(programme2024());
const words = REMINDER_WORDS.vi;

const row = (unit: string, month: number, state: Timeliness, rest: Partial<Submission> = {}): Submission => ({
  unit, period: { year: 2024, month }, owes: 'figures', deadline: `2024-0${month}-17`, receivedOn: null, file: null, fileModified: null, state, errors: 0, warnings: 0, held: 0, ...rest,
});
const made = (submissions: readonly Submission[], asOf: IsoDate = '2024-06-20', month = 6, sendBy: IsoDate | null = null) =>
  remindersOf({ submissions, index, period: { year: 2024, month }, asOf, words, sendBy });
const textOf = (...given: Parameters<typeof made>): string => made(...given).map((reminder) => reminderText(reminder, words)).join('\n');

test.each<[string, Submission[], IsoDate, (readonly [string, string])[]]>([
  ['who is missing', [row('SCT', 6, 'missing')], '2024-06-20', [['SCT', 'missing']]],
  ['who was late', [row('SCT', 6, 'late', { receivedOn: '2024-06-19' })], '2024-06-20', [['SCT', 'late']]],
  ['who is in time is not written to', [row('SCT', 6, 'onTimeClean'), row('STC', 6, 'onTimeWithErrors'), row('CT', 6, 'receivedUnknownDate')], '2024-06-20', []],
  ['a near deadline', [row('SCT', 6, 'notYetDue')], '2024-06-13', [['SCT', 'soon']]],
  ['a deadline that is far', [row('SCT', 6, 'notYetDue')], '2024-06-03', []],
  ['an earlier month that is owed', [row('SCT', 4, 'missing'), row('SCT', 6, 'onTimeClean')], '2024-06-20', [['SCT', 'missing']]],
  ['late in an earlier month only', [row('SCT', 4, 'late'), row('SCT', 6, 'onTimeClean')], '2024-06-20', []],
  ['a month that nobody followed', [row('SCT', 4, 'notTracked'), row('SCT', 6, 'onTimeClean')], '2024-06-20', []],
  ['a later month', [row('SCT', 7, 'missing')], '2024-06-20', []],
  ['who owes nothing', [row('SCT', 6, 'late', { owes: 'nothing' })], '2024-06-20', []],
  ['who writes does not write to itself', [row('SKHDT', 6, 'missing')], '2024-06-20', []],
  ['missing first, then late, then by code', [row('STC', 6, 'late', { receivedOn: '2024-06-18' }), row('SYT', 6, 'missing'), row('SCT', 6, 'missing')], '2024-06-20', [['SCT', 'missing'], ['SYT', 'missing'], ['STC', 'late']]],
])('%s', (_name, submissions, asOf, wanted) => expect(made(submissions, asOf).map(({ unit, kind }) => [unit, kind])).toEqual(wanted));

test.each<[string, Parameters<typeof made>, string[]]>([
  ['one month', [[row('SCT', 6, 'missing')]], ['Kính gửi: Sở Công Thương', 'Đến ngày 20/06/2024, Sở Kế hoạch và Đầu tư chưa nhận được báo cáo các chỉ tiêu kinh tế - xã hội tháng 6/2024 của quý đơn vị (hạn gửi ngày 17/06/2024, đã quá 03 (ba) ngày).', 'chậm nhất trong 02 (hai) ngày làm việc', 'Quyết định số 173/QĐ-UBND ngày 19/01/2024']],
  ['several months, and running', [[row('SCT', 3, 'missing'), row('SCT', 5, 'late'), row('SCT', 6, 'missing')]], ['tháng 3 và tháng 6/2024 của quý đơn vị.', 'Đây là tháng thứ 03 (ba) liên tiếp', '- Tháng 3/2024 (hạn 17/03/2024): chưa gửi, quá hạn 95 ngày']],
  ['in words', [[row('SDL', 6, 'missing', { owes: 'words' })]], ['báo cáo tình hình thực hiện nhiệm vụ tháng 6/2024']],
  ['until a day', [[row('SCT', 6, 'missing')], '2024-06-20', 6, '2024-06-25'], ['gửi báo cáo nêu trên trước ngày 25/06/2024']],
  ['late', [[row('SCT', 6, 'late', { receivedOn: '2024-06-19' })]], ['tháng 6/2024 của quý đơn vị ngày 19/06/2024, chậm 02 (hai) ngày so với hạn gửi ngày 17/06/2024', 'gửi báo cáo đúng hạn trong các tháng tiếp theo']],
  ['soon, on a free day', [[row('SCT', 3, 'notYetDue')], '2024-03-14', 3], ['tháng 3/2024 là ngày 17/03/2024, còn 02 (hai) ngày làm việc', 'báo cáo nhận trong ngày 18/03/2024 vẫn được tính đúng hạn']],
  ['today', [[row('SCT', 6, 'notYetDue')], '2024-06-17'], ['hôm nay là ngày cuối']],
])('the letter: %s', (_name, given, parts) => {
  const text = textOf(...given);
  for (const part of parts) expect(text).toContain(part);
  expect(text).toContain('Trân trọng cảm ơn sự phối hợp của quý đơn vị./.');
});

test('no letter of a late report asks for it again, none of a near deadline calls anybody late', () => {
  expect(textOf([row('SCT', 6, 'late', { receivedOn: '2024-06-19' })])).not.toMatch(/chưa nhận|chưa gửi/);
  expect(textOf([row('SCT', 6, 'notYetDue')], '2024-06-14')).not.toMatch(/chậm|chưa/);
});

test('the sheet prints on one A4 page, holds every sentence as text and one line a month', () => {
  const [reminder] = made([row('SCT', 3, 'missing'), row('SCT', 6, 'missing')]);
  if (!reminder) throw new Error('no reminder');
  const plan = reminderPlan(reminder, words);
  const cells = plan.blocks.flatMap((block) => block.rows.flat());
  expect(plan.sheet).toBe('Đôn đốc SCT');
  expect(reminder.fileName).toBe('SCT_2024-06_don-doc.xlsx');
  expect(cells.every((cell) => typeof cell === 'string' || typeof cell === 'number')).toBe(true);
  expect(cells).toEqual(expect.arrayContaining([...reminder.opening, ...reminder.closing, reminder.title, 'Tháng 3/2024', '17/06/2024', 'chưa nhận']));
  expect(plan.print).toMatchObject({ orientation: 'portrait', fitToPagesWide: 1 });
});

test('English has the same letters', () => {
  const english = REMINDER_WORDS.en;
  const [reminder] = remindersOf({ submissions: [row('SCT', 6, 'missing')], index, period: { year: 2024, month: 6 }, asOf: '2024-06-20', words: english });
  expect(reminder && reminderText(reminder, english)).toContain('due on 17/06/2024, 3 days overdue');
});
