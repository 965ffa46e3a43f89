import type { MessagesOf } from '../../messages';
import { FILE_REASONS, UNUSED, limitText } from './words';

export const filesEn: MessagesOf<'F'> = {
  F01: ({ params }) => ({ message: `The file cannot be read: ${FILE_REASONS[params.reason]}${params.looksLike === '' ? '' : ` (it looks like ${params.looksLike})`}.`, hint: 'Open it in Excel and save it as .xlsx, or ask the unit to send it again.' }),
  F02: () => ({ message: 'The file is encrypted or protected by a password.', hint: 'Ask the unit for a copy without a password.' }),
  F03: ({ params }, say) => ({ message: `The file is abnormal: ${limitText(params, say)}.`, hint: 'Ask the unit for a file with the report sheet only.' }),
  F04: ({ params }) => ({ message: params.reason === 'lockFile' ? 'This is a temporary file of Excel (its name begins with ~$), not a report.' : 'The file is empty.', hint: params.reason === 'lockFile' ? 'Nothing to do; choose the original file if it is not chosen yet.' : 'Ask the unit to send it again if it is a report.' }),
  F06: ({ params }, say) => ({ message: `The file is identical to ${say.quote(params.sameAs)} and was taken once.`, hint: 'Nothing to do.' }),
  F07: (finding, say) => ({ message: `${say.unit(finding.unit)} has ${say.number(finding.params.files.length)} different files for one period.`, hint: `Choose the file to use; the last modified is proposed: ${say.quote(finding.params.proposed)}.` }),
  F08: ({ params }, say) => ({
    message: params.stated === '' ? `The form does not state its version; the current one is ${say.quote(params.current)}.` : `The form is of version ${say.quote(params.stated)}; the current one is ${say.quote(params.current)}.`,
    hint: 'Compare the columns with the current form; use the new one from now on.',
  }),
  F09: ({ params }, say) => ({ message: `The file links to other workbooks: ${say.list(params.targets)}.`, hint: 'Replace the links by figures; what stands there is the result of the last save.' }),
  F10: () => ({ message: 'The file has macros; they were not run.', hint: 'Save the report as .xlsx without macros.' }),
  F11: ({ params }, say) => ({ message: `${params.part === '' ? 'The file' : say.quote(params.part)} was not used: ${UNUSED[params.reason]}.`, hint: 'Look again if it holds figures that belong to the report.' }),
};
