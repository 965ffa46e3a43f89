import { readFiles } from '../files/read-files';
import { createCommands } from './create';

export type { Commands } from './create';
export type * from './types';
export type { WorkbookState } from './sheet';
export type { TraceOutcome, TraceRequest } from './trace';
export type { LookBackOutcome } from './look-back';
export type { CloseOutcome, CloseRequest } from './close';
export type { NewYearOutcome, NewYearRequest } from './new-year';
export type { FormFile, FormSheet, FormsOutcome, FormsRequest } from './forms';
export type { ReceiptsOutcome } from './receipts';
export type { ReminderFile, ReminderSheetOutcome, RemindersRequest } from './reminders';
export type { MonthlyReportOutcome, MonthlyReportRequest, NoReport, ReportDocumentOutcome } from './monthly-report';
export type { AnswerFile, AnswerSheetOutcome, AnswersRequest, MadeFile } from './answers';

/** The commands as the pane and the ribbon call them: picked files are opened in a Web Worker. */
export const commands = createCommands({ readFiles });
