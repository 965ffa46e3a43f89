import type { MessagesOf } from '../../messages';

export const seriesEn: MessagesOf<'T'> = {
  T01: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: the cumulative ${say.number(finding.params.value)} is lower than that of ${say.period(finding.params.previousPeriod)} (${say.number(finding.params.previous)}).`, hint: 'Correct it, or explain the revision.' }),
  T02: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: the cumulative ${say.number(finding.params.value)} differs from ${say.number(finding.params.previous)} plus this month's ${say.number(finding.params.month)} by ${say.number(finding.params.difference)}.`, hint: 'Correct it, or explain the revision of earlier months.' }),
  T03: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: earlier months are missing: ${say.list(finding.params.missing.map((period) => say.period(period)))}.`, hint: 'Add the reports of the missing months.' }),
  T04: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: the figure to the end of ${say.period(finding.params.previousPeriod)} was revised from ${say.number(finding.params.stored)} to ${say.number(finding.params.restated)} (${say.number(Number((finding.params.change * 100).toFixed(1)))} %).`, hint: 'Check it, or explain the revision.' }),
  T05: ({ params }, say) => ({ message: `${say.number(params.revised)} of ${say.number(params.compared)} figures of ${say.period(params.previousPeriod)} were revised at once.`, hint: 'Check that the right form was used, or explain the revision.' }),
  T06: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} ${say.number(finding.params.value)} is unusual against ${say.number(finding.params.months)} months of history (about ${say.number(finding.params.median)}).`, hint: 'Check the figure; explain it if it is right.' }),
  T08: ({ params }, say) => ({ message: `${say.number(params.count)} figures are identical to ${say.period(params.previousPeriod)}.`, hint: 'Check whether last month\'s figures were sent again.' }),
  T09: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: month and cumulative are the same (${say.number(finding.params.value)}) though earlier months had figures.`, hint: 'Check whether one was typed in the place of the other.' }),
  T10: (finding, say) => {
    const { kind, role, previous, previousPeriod, value } = finding.params;
    return { message: `${say.indicator(finding.indicator)}: ${say.role(role)} is ${kind === 'zero' ? 'zero' : `suddenly ${say.number(value)}`}, though it was ${say.number(previous)} in ${say.period(previousPeriod)}.`, hint: 'Check the figure; explain it if it is right.' };
  },
};
