import { readFiles } from '../files/read-files';
import { createCommands } from './create';

export type { Commands } from './create';
export type * from './types';
export type { WorkbookState } from './sheet';
export type { AnswerFile, AnswerSheetOutcome, AnswersRequest, MadeFile } from './answers';

/** The commands as the pane and the ribbon call them: picked files are opened in a Web Worker. */
export const commands = createCommands({ readFiles });
