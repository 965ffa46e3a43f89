import type { MessagesOf } from '../../messages';
import { SOURCES } from './words';

export const keysEn: MessagesOf<'K'> = {
  K01: ({ params }, say) => ({ message: `The unit ${say.quote(params.text)} is not known.`, hint: 'Correct the name or add it to the list of units as an alias.' }),
  K02: () => ({ message: 'The report does not state its unit.', hint: 'State the unit above the table or in the file name.' }),
  K03: ({ params }, say) => ({ message: `The form says ${say.unit(params.form)}, but the ${params.other === 'header' ? 'title' : 'file name'} says ${say.unit(params.fileName)}.`, hint: 'Find the right unit and correct the wrong place.' }),
  K04: ({ params }, say) => ({ message: params.text === '' ? 'The report does not state its month and year.' : `The period cannot be read from ${say.quote(params.text)}.`, hint: 'State month and year in the title or in the file name.' }),
  K05: (finding, say) => ({ message: `The period ${finding.period ? say.period(finding.period) : ''} ${finding.params.reason === 'later' ? 'is after the report month' : 'is of another year'} (${say.period(finding.params.reportMonth)}) and was not used.`, hint: 'Choose another report month, or correct the period.' }),
  K06: (finding, say) => ({ message: `The figures of ${finding.period ? say.period(finding.period) : 'this period'} were closed on ${say.date(finding.params.closedOn)}.`, hint: 'Change them on a written request of the unit only; open the period in the catalogue if agreed.' }),
  K07: (finding, say) => ({ message: `${say.indicator(finding.indicator)} is not assigned to ${say.unit(finding.unit)} but is filled in.`, hint: 'Remove the row, or add the assignment to the catalogue if it is missing.' }),
  K08: ({ params }, say) => ({
    message: `The code ${say.quote(params.stated)} does not belong to the name ${say.quote(params.name)}${params.named === null ? '' : `, which stands for ${say.indicator(params.named)}`}.`,
    hint: 'Find out whose figures the row holds, then correct the code or the name.',
  }),
  K09: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: the unit of measure is ${say.quote(finding.params.stated)}, asked is ${say.maybe(finding.expected)}.`, hint: 'Convert the figures and correct the unit of measure.' }),
  K10: (finding, say) => ({ message: `The row ${say.quote(finding.params.name)} seems to be ${say.indicator(finding.indicator)}, but this is not certain.`, hint: 'Confirm it, or correct the name.' }),
  K11: (finding, say) => {
    const { what, validFrom, validTo, stated, valid } = finding.params;
    const from = validFrom === null ? '' : ` from ${say.date(validFrom)}`;
    const to = validTo === null ? '' : ` to ${say.date(validTo)}`;
    const during = from + to === '' ? '' : ` (valid${from}${to})`;
    const month = finding.period ? say.period(finding.period) : 'this period';
    switch (what) {
      case 'unit': return { message: `${say.unit(finding.unit)} is not in force in ${month}${during}.`, hint: 'Check the period, the name of the unit, or its dates in the catalogue.' };
      case 'indicator': return { message: `${say.indicator(finding.indicator)} is not in force in ${month}${during}.`, hint: 'Remove the row, or correct the dates in the catalogue.' };
      case 'denominator': return { message: `${say.indicator(finding.indicator)}: the denominator is ${say.maybe(stated)}, in ${month} it is ${say.maybe(valid)}${during}.`, hint: 'Compute the figure again with the valid denominator.' };
    }
  },
  K12: ({ params }, say) => ({ message: `The period is stated differently: ${params.statements.map((each) => `${SOURCES[each.from]} ${say.period(each.period)}`).join(', ')}; ${say.period(params.used)} is used.`, hint: 'Correct the wrong place; check that the figures are not those of last month.' }),
};
