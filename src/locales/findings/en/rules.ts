import type { MessagesOf } from '../../messages';
import { checksInEn } from './checks';
import { PROBLEMS, SKIP_HINTS, SKIPPED } from './words';

export const rulesEn: MessagesOf<'R'> = {
  R01: ({ params }) => ({ message: `Not checked (${checksInEn(params.check)}) because ${SKIPPED[params.reason]}.`, hint: SKIP_HINTS[params.reason] }),
  R02: ({ params }, say) => ({ message: `A check failed while running: ${checksInEn(params.check)} (${say.quote(params.message)}).`, hint: 'Its result is missing; the others stand. Tell whoever maintains the add-in.' }),
  R03: ({ params }, say) => ({ message: `A rule in the table ${say.quote(params.table)} names ${say.quote(params.code)}, which is not in the catalogue.`, hint: 'Correct the code; until then the rule is not applied.' }),
  R04: ({ params }, say) => ({ message: `The catalogue ${say.quote(params.table)} is faulty: ${PROBLEMS[params.problem]}${params.detail === '' ? '' : ` (${say.quote(params.detail)})`}.`, hint: 'Correct the named cell and run again.' }),
  R05: ({ params }, say) => ({ message: `The explanation ${say.quote(params.reason)} (${say.quote(params.by)}) lapsed: the value changed from ${say.maybe(params.was)} to ${say.maybe(params.now)}.`, hint: 'Look at the finding again and explain it anew if it is right.' }),
  R06: () => ({ message: 'The sheet changed after this check.', hint: 'Check again for a current result.' }),
};
