import type { MessagesOf } from '../../messages';
import { boundsText } from './words';

export const logicEn: MessagesOf<'L'> = {
  L01: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: the total ${say.number(finding.params.total)} differs from the sum of its parts ${say.number(finding.params.sum)} by ${say.number(finding.params.imbalance)}.`, hint: `Check the total and its parts: ${say.list(finding.params.parts.map((part) => say.indicator(part)))}.` }),
  L02: ({ params }, say) => ({ message: `${say.indicator(params.smaller)} (${say.number(params.smallerValue)}) is larger than ${say.indicator(params.larger)} (${say.number(params.largerValue)}).`, hint: 'A part cannot exceed its whole; check both rows.' }),
  L04: (finding, say) => {
    const [present, missing] = finding.params.missing === 'numerator' ? (['denominator', 'numerator'] as const) : (['numerator', 'denominator'] as const);
    return { message: `${say.indicator(finding.indicator)}: there is a ${say.role(present)} but no ${say.role(missing)}.`, hint: 'Give both numerator and denominator, or neither.' };
  },
  L07: (finding, say) => {
    const { what, stated, computed } = finding.params;
    const name = what === 'rate' ? 'the rate' : what === 'percentOfPlan' ? say.role('percentOfPlan') : say.role('percentOfLastYear');
    return { message: `${say.indicator(finding.indicator)}: ${name} is stated as ${say.number(stated)}, recomputed ${say.number(Number(computed.toFixed(2)))}.`, hint: what === 'rate' ? 'Check numerator and denominator; they make the province\'s figure.' : 'Check the formula or the number typed over it.' };
  },
  L08: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.number(finding.params.value)} is outside the plausible range (${boundsText(finding.params, say)}).`, hint: 'Check the figure; explain it if it is right.' }),
  L10: (finding, say) => ({ message: `${say.indicator(finding.indicator)} is at ${say.number(finding.params.value)}, ${finding.params.far ? 'far behind' : 'behind'} the expected ${say.number(finding.params.expected)}, but no cause or remedy is given.`, hint: 'State both the cause and the remedy.' }),
  L11: (finding, say) => {
    const { what, reason, text } = finding.params;
    return { message: `${say.indicator(finding.indicator)}: the ${what} ${reason === 'empty' ? 'says nothing concrete' : 'is the same as last month'} (${say.quote(text)}).`, hint: `State a concrete ${what} for this month.` };
  },
  L12: ({ params }) => params.declared
    ? { message: 'The form declares that nothing occurred, but figures stand in it.', hint: 'Untick the box, or remove the figures.' }
    : { message: 'Every row says that nothing occurred, but the box for it is not ticked.', hint: 'Put an x into the box below the table, or fill in the figures.' },
  L13: (finding, say) => ({ message: finding.params.reason === 'equalsPlan' ? `${say.indicator(finding.indicator)}: the actual ${say.number(finding.params.value)} equals the plan to the digit.` : `${say.indicator(finding.indicator)}: the rate is exactly ${say.number(finding.params.value)} %.`, hint: 'Confirm that it is an actual figure and not copied from the plan.' }),
};
