import type { MessagesOf } from '../../messages';
import { STATES, boundsText } from './words';

export const cellsEn: MessagesOf<'V'> = {
  V01: (finding, say) =>
    finding.params.noColumn
      ? { message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} is required, but the form has no such column.`, hint: 'Add the column and fill it in, or correct its heading.' }
      : { message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} is required but blank.`, hint: 'Fill it in; write "…" when not available, "-" when nothing occurred.' },
  V02: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} says ${say.quote(finding.params.text)}, which is not a number.`, hint: 'Enter a number; put explanations into the note.' }),
  V03: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.quote(finding.params.text)} is stored as text; read as ${say.number(finding.params.value)}.`, hint: 'Turn the cell into a number.' }),
  V04: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.quote(finding.params.text)} may be ${say.number(finding.params.readings[0])} or ${say.number(finding.params.readings[1])}.`, hint: 'Choose the right reading or ask the unit.' }),
  V05: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} says ${say.quote(finding.params.text)}, taken as ${STATES[finding.params.state]} and not as zero.`, hint: 'Nothing to do if this is what the unit means.' }),
  V06: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} holds the Excel error ${finding.params.error}.`, hint: 'Correct the formula or enter a number.' }),
  V07: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.number(finding.params.value)} is out of bounds (${boundsText(finding.params, say)}).`, hint: 'Check the figure and its unit of measure.' }),
  V08: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} cannot be negative (${say.number(finding.params.value)}).`, hint: 'Check the sign and correct the figure.' }),
  V09: (finding, say) => ({
    message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.number(finding.params.value)} ${finding.params.decimals === 0 ? 'has decimals where a whole number is asked' : `has more than ${say.number(finding.params.decimals)} decimals`}.`,
    hint: finding.params.decimals === 0 ? 'Check the figure and its unit of measure.' : 'Round it as asked.',
  }),
  V10: ({ params }, say) => ({
    message: `${params.what === 'level' ? 'The level of the figures' : 'The box for nothing to report'} says ${say.quote(params.text)}; allowed: ${say.list(params.allowed)}.`,
    hint: params.nearest === '' ? 'Choose from the list.' : `Choose from the list; the nearest is ${say.quote(params.nearest)}.`,
  }),
  V11: (finding, say) => {
    const { reason, text } = finding.params;
    const about = finding.indicator === null ? '' : `${say.indicator(finding.indicator)}: `;
    switch (reason) {
      case 'invalid': return { message: `${about}the date ${say.quote(text)} is not valid.`, hint: 'Write the date again as day/month/year.' };
      case 'outsidePeriod': return { message: `${about}the date ${say.quote(text)} is outside the period.`, hint: 'Correct the date, or check the period.' };
      case 'date1904': return { message: `${about}the file counts its days from 1904, so dates may be four years off${text === '' ? '' : ` (${say.quote(text)})`}.`, hint: 'Turn the 1904 date system off in Excel, then enter the dates again.' };
    }
  },
  V12: (finding, say) => ({ message: `${finding.indicator === null ? '' : `${say.indicator(finding.indicator)}: `}the text is exactly ${say.number(finding.params.length)} characters long and may have been cut.`, hint: 'Read its last sentence; add what is lost, in the next cell if need be.' }),
  V14: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.number(finding.params.value)} seems to be ${say.number(finding.params.other)} %${finding.params.value < finding.params.other ? ' typed as a fraction' : ' times 100'}.`, hint: 'Confirm the right percentage.' }),
  V15: (finding, say) => {
    const { params } = finding;
    const far = params.factor >= 1 ? `about ${say.number(params.factor)} times` : `about 1/${say.number(1 / params.factor)} of`;
    return {
      message: `${say.indicator(finding.indicator)}: ${say.role(params.role)} ${say.number(params.value)} is ${far} ${params.against === 'target' ? 'what the plan suggests' : 'earlier figures'}; it may be ${say.number(params.other)}.`,
      hint: 'Check the unit of measure (thousand, million, billion) and choose the right figure.',
    };
  },
  V16: ({ params }, say) => {
    const text = say.quote(params.text);
    const read = params.reason === 'spaces' ? '' : `; it reads ${say.quote(params.converted)}`;
    const wrong = { spaces: 'has stray or special spaces', decomposed: 'is in decomposed Unicode', cp1258: 'is in the CP1258 encoding', tcvn3: 'is in the TCVN3 (ABC) encoding', vni: 'is in the VNI encoding' }[params.reason];
    return { message: `${text} ${wrong}${read}.`, hint: params.reason === 'spaces' ? 'Remove the spaces; the meaning stays.' : 'Convert it to composed Unicode; the meaning stays.' };
  },
  V17: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} is the typed ${say.maybe(finding.params.value)} where the form has the formula ${say.quote(finding.params.formula)}.`, hint: 'Restore the formula of the form, or explain why it was typed over.' }),
  V18: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: the formula of ${say.role(finding.params.role)} is ${say.quote(finding.params.stated)}, the form has ${say.quote(finding.params.formula)}.`, hint: 'Restore the formula of the form, or explain the change.' }),
  V19: (finding, say) => ({ message: `${finding.indicator === null ? '' : `${say.indicator(finding.indicator)}: `}the formula ${say.quote(finding.params.formula)} points to another workbook (${say.quote(finding.params.target)}).`, hint: 'Replace the formula by its figure and compare.' }),
  V20: (finding, say) => ({ message: `${finding.indicator === null ? '' : `${say.indicator(finding.indicator)}: `}the formula ${say.quote(finding.params.formula)} has no stored result.`, hint: 'Open the file in Excel to compute it, save, and check again.' }),
  V21: ({ params }, say) => ({ message: `The text ${say.quote(params.text)} could become a formula when written to another sheet.`, hint: 'Nothing to do: it is written as text.' }),
  V22: (finding, say) => {
    const what = { code: 'the code', name: 'the name', unitOfMeasure: 'the unit of measure', plan: 'the plan for the year' }[finding.params.what];
    return { message: `${say.indicator(finding.indicator)}: ${what}, a locked part of the form, was changed to ${say.maybe(finding.params.stated)}; it should be ${say.maybe(finding.params.locked)}.`, hint: finding.params.what === 'plan' ? 'Restore the plan; if it was revised, update the catalogue.' : 'Restore what the form says.' };
  },
  V23: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} has no figure, though ${say.period(finding.params.previousPeriod)} had ${say.number(finding.params.previous)}.`, hint: 'Fill it in, or explain why there is none this month.' }),
  V24: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.number(finding.params.value)} seems to be an index; the growth would be ${say.number(finding.params.other)} %.`, hint: 'Confirm it and enter the growth.' }),
  V25: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} says ${say.quote(finding.params.text)}, read as ${say.number(finding.params.value)} with the word ${say.quote(finding.params.qualifier)}.`, hint: 'Keep the number in the cell and put the word into the note.' }),
};
