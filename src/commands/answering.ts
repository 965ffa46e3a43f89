import type { MadeFile, AnswersRequest } from './answers';

/** What answers units and exports findings is loaded with its first use, never with the pane. */
const load = () => import('./answers');

/** The commands of ./answers, each behind that door. */
export const answering = {
  answers: async (request: AnswersRequest) => (await load()).answers(request),
  answerTexts: async (request: AnswersRequest) => (await load()).answerTexts(request),
  answerFiles: async (request: AnswersRequest) => (await load()).answerFiles(request),
  answerSheet: async (request: AnswersRequest, unit?: string | null) => (await load()).answerSheet(request, unit),
  zipFiles: async (files: readonly MadeFile[]) => (await load()).zipFiles(files),
  exportFindings: async (request: AnswersRequest, format: 'csv' | 'json') => (await load()).exportFindings(request, format),
  openMadeFile: async (file: MadeFile) => (await load()).openMadeFile(file),
};
