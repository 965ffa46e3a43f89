import { indexCatalogue } from '../core/catalogue/index-catalogue';
import type { Catalogue } from '../core/catalogue/types';
import type { Submission } from '../core/deadlines/types';
import type { IsoDate, Period } from '../core/period';
import { remindersOf } from '../core/reminders/reminders-of';
import { reminderPlan, reminderSheetName } from '../core/reminders/sheet';
import { reminderText } from '../core/reminders/text';
import type { Reminder, ReminderKind } from '../core/reminders/types';
import { applyPlans } from '../excel/apply';
import { sheetNames } from '../excel/sheetNames';
import type { HostRefusal, WriteReceipt } from '../excel/types';
import { writeWorkbook } from '../files/write-workbook';
import { REMINDER_WORDS } from '../locales/reminders';
import type { MadeFile } from './answers';

export interface RemindersRequest {
  readonly submissions: readonly Submission[];
  readonly catalogue: Catalogue;
  readonly period: Period;
  /** Today. */
  readonly asOf: IsoDate;
  /** Only these units; everyone who gives reason to when it is left out. */
  readonly units?: readonly string[];
  /** Until when the reports are asked for. */
  readonly sendBy?: IsoDate | null;
  /** What goes out is Vietnamese unless told. */
  readonly locale?: 'vi' | 'en';
}

export interface ReminderTextOf {
  readonly unit: string;
  readonly unitName: string;
  readonly kind: ReminderKind;
  readonly text: string;
}

export interface ReminderFile extends MadeFile, ReminderTextOf {}

export type ReminderSheetOutcome =
  | { readonly kind: 'written'; readonly sheets: readonly string[]; readonly receipt: WriteReceipt }
  /** Nobody is late, missing or near a deadline. */
  | { readonly kind: 'nothingToRemind' }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

const wordsOf = ({ locale = 'vi' }: RemindersRequest) => REMINDER_WORDS[locale];

function reminders(request: RemindersRequest): readonly Reminder[] {
  const { submissions, catalogue, period, asOf, units, sendBy = null } = request;
  const all = remindersOf({ submissions, index: indexCatalogue(catalogue), period, asOf, sendBy, words: wordsOf(request) });
  return units === undefined ? all : all.filter(({ unit }) => units.includes(unit));
}

/** The reminders as plain text, to paste into messages. */
export function reminderTexts(request: RemindersRequest): readonly ReminderTextOf[] {
  return reminders(request).map((reminder) => textOf(reminder, request));
}

function textOf(reminder: Reminder, request: RemindersRequest): ReminderTextOf {
  const { unit, unitName, kind } = reminder;
  return { unit, unitName, kind, text: reminderText(reminder, wordsOf(request)) };
}

/** One workbook per unit, ready to be signed and sent. */
export async function reminderFiles(request: RemindersRequest): Promise<readonly ReminderFile[]> {
  return Promise.all(
    reminders(request).map(async (reminder) => ({
      ...textOf(reminder, request), fileName: reminder.fileName, bytes: await writeWorkbook([reminderPlan(reminder, wordsOf(request))]),
    })),
  );
}

/** Writes the reminders as new sheets of the open workbook, one a unit, in four round trips at most; the receipt takes them back together. */
export async function reminderSheets(request: RemindersRequest): Promise<ReminderSheetOutcome> {
  const made = reminders(request);
  if (made.length === 0) return { kind: 'nothingToRemind' };
  const names = await sheetNames();
  if (!names.ok) return { kind: 'refused', refusal: names.refusal };
  const words = wordsOf(request);
  const taken = new Set(names.value.map((name) => name.toLowerCase()));
  const plans = made.map((reminder) => reminderPlan(reminder, words, takeName(reminderSheetName(reminder, words), taken)));
  const result = await applyPlans(plans);
  return result.ok ? { kind: 'written', sheets: plans.map(({ sheet }) => sheet), receipt: result.value } : { kind: 'refused', refusal: result.refusal };
}

const LONGEST_NAME = 31;

/** A free name, taken at once. Excel tells sheet names apart without regard to case. */
function takeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) {
    const suffix = ` (${n})`;
    name = `${wanted.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
  }
  taken.add(name.toLowerCase());
  return name;
}
