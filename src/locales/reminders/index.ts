import type { ReminderWords } from '../../core/reminders/types';
import type { Locale } from '../format';
import { reminderWordsEn } from './reminders.en';
import { reminderWordsVi } from './reminders.vi';

/** The words of reminders, by language. What goes out to a unit is Vietnamese unless somebody asks otherwise. */
export const REMINDER_WORDS: { readonly [L in Locale]: ReminderWords } = { vi: reminderWordsVi, en: reminderWordsEn };
