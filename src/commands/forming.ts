import type { FormsRequest } from './forms';

/** The making of forms is loaded with its first use, never with the pane; the writer of files with the first file. */
export const forming = {
  makeForms: async (request: FormsRequest) => (await import('./forms')).makeForms(request),
};
