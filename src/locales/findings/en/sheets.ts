import type { MessagesOf } from '../../messages';
import { COLUMNS } from './words';

export const sheetsEn: MessagesOf<'S'> = {
  S01: () => ({ message: 'No report sheet was found in the file.', hint: 'Check that the right file was chosen, or use the standard form.' }),
  S02: ({ params }, say) => ({ message: `Several sheets may be the report: ${say.list(params.sheets)}.`, hint: 'Choose the right sheet or remove the others.' }),
  S03: ({ params }) => ({ message: params.visibility === 'hidden' ? 'The report sheet is hidden.' : 'The report sheet is very hidden: no ordinary command of Excel shows it.', hint: 'Check that it is the right form, then show the sheet.' }),
  S04: () => ({ message: 'No heading row of a table of figures was found.', hint: 'Put the headings within the first 40 rows.' }),
  S05: ({ params }, say) => ({ message: `A required column is missing: ${say.list(params.missing.map((each) => COLUMNS[each]))}.`, hint: 'Add the missing column as in the standard form.' }),
  S06: ({ params }, say) => ({ message: `Columns outside the form were not read: ${say.list(params.headings)}.`, hint: 'Nothing to do unless they hold figures that must be reported.' }),
  S07: ({ params }, say) => ({ message: `Two columns mean the same${params.headings.length > 0 ? `: ${say.list(params.headings)}` : ''}.`, hint: 'Keep one of them or make the headings clear.' }),
  S08: ({ params }, say) => ({ message: `Columns without a heading (${say.list(params.columns)}) hold ${say.number(params.count)} cells, which were not used.`, hint: 'Give the column a heading or remove what is not needed.' }),
  S10: ({ params }, say) => ({ message: `There are merged cells among the figures: ${say.list(params.areas)}.`, hint: 'Unmerge them and enter the figures row by row.' }),
  S12: (finding, say) => ({ message: `There is no row for ${say.indicator(finding.indicator)}, which the unit must report this month.`, hint: 'Add the row and its figures.' }),
  S13: ({ params }, say) => ({ message: `The row ${say.quote(params.name)} matches no indicator and was not used.`, hint: 'Correct the name or add the code; remove the row if it is not needed.' }),
  S14: (finding, say) => finding.params.identical
    ? { message: `${say.indicator(finding.indicator)} stands in two rows with the same figures; it was counted once.`, hint: 'Remove the repeated row.' }
    : { message: `${say.indicator(finding.indicator)} stands in several rows with different figures and is held.`, hint: 'Find the right figures and remove the other rows.' },
  S15: ({ params }, say) => ({
    message: `Hidden or filtered ${[params.rows > 0 ? `rows (${say.number(params.rows)})` : '', params.columns > 0 ? `columns (${say.number(params.columns)})` : ''].filter((part) => part !== '').join(' and ')} hold figures.`,
    hint: 'Show them to compare; their figures were read all the same.',
  }),
  S16: ({ params }, say) => ({ message: `Figures outside the table were not used: ${say.number(params.count)} cells.`, hint: 'Move them into the table if they must be reported.' }),
  S17: () => ({ message: 'The sheet is empty.', hint: 'Choose the right sheet or ask the unit to send it again.' }),
};
