import type { Timeliness } from './types';

/** One sign a state, the same in sheet, pane and reminder: told apart in grey print and without colour. */
export const TIMELINESS_SIGNS: { readonly [S in Timeliness]: string } = {
  onTimeClean: '✔', onTimeWithErrors: '●', late: '▼', missing: '✖', notYetDue: '○', receivedUnknownDate: '?', notTracked: '–',
};
