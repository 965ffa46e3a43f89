import type { Reminder, ReminderWords } from './types';

/** The reminder as plain text, to paste into a mail or a message. Lines end with "\n". */
export function reminderText(reminder: Reminder, words: ReminderWords): string {
  const rows = reminder.rows.length < 2 ? [] : [...reminder.rows.map((row) => `- ${words.period(row.period)} (${words.due(row.deadline)}): ${words.state(row)}`), ''];
  return [reminder.subject, '', reminder.addressee, '', ...reminder.opening, '', ...rows, ...reminder.closing, ''].join('\n');
}
