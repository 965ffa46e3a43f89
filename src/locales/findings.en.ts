import type { CatalogueProblem, FileRefusalReason, FindingCode, FindingParams } from '../core/checks/finding';
import type { MissingState } from '../core/report/types';
import type { Messages, Say } from './messages';

const FILE_REASONS: { readonly [R in FileRefusalReason]: string } = {
  damaged: 'it is damaged or incomplete',
  notWorkbook: 'it is not a workbook',
  mislabelled: 'its content does not match its file extension',
  unsupported: 'its format is not supported',
};

const STATES: { readonly [S in MissingState]: string } = {
  notOccurred: 'nothing occurred',
  notAvailable: 'not available yet',
  notApplicable: 'not applicable',
};

const COLUMNS = { nameOrCode: 'indicator name or code', monthOrCumulative: 'month or cumulative' } as const;

const SOURCES = { definedName: 'defined name', header: 'title', fileName: 'file name' } as const;

const UNUSED: { readonly [R in FindingParams['F11']['reason']]: string } = {
  hiddenSheet: 'the sheet is hidden',
  notReport: 'it is no report sheet',
  emptySheet: 'the sheet is empty',
  notChosen: 'another file of the same unit and month was chosen',
  otherPeriod: 'it belongs to another period',
  cancelled: 'reading was cancelled',
  brokenSheet: 'the sheet is broken',
  notAssigned: 'the indicator is not assigned to this unit',
  derived: 'the indicator is computed from another one',
};

const SKIPPED: { readonly [R in FindingParams['R01']['reason']]: string } = {
  noHistory: 'there are no figures of earlier months',
  noTarget: 'the indicator has no target',
  noUnit: 'the reporting unit is not known',
  noPeriod: 'the period is not known',
  noReport: 'there is no report sheet to check',
  cancelled: 'checking was cancelled',
};

const SKIP_HINTS: { readonly [R in FindingParams['R01']['reason']]: string } = {
  noHistory: 'Add the reports of earlier months and check again.',
  noTarget: 'Add the target to the catalogue if there is one.',
  noUnit: 'State the unit and check again.',
  noPeriod: 'State the period, choose the report month and check again.',
  noReport: 'Choose the right file or sheet and check again.',
  cancelled: 'Run the checks again when needed.',
};

const CHECKS: { readonly [C in FindingCode]?: string } = {
  K03: 'unit against file name', K05: 'period against the report month', K12: 'statements of the period',
  S12: 'missing indicators', V01: 'required cells', T01: 'falling cumulative', T02: 'last month plus this month', T09: 'month equal to cumulative',
};

const PROBLEMS: { readonly [P in CatalogueProblem]: string } = {
  duplicateCode: 'duplicate code', minAboveMax: 'lower bound above upper bound', circularParent: 'circular parents', unknownUnit: 'unknown unit',
  unknownIndicator: 'unknown indicator', badValue: 'invalid value', missingColumn: 'missing column', unknownDenominator: 'undeclared denominator', twoLeads: 'two leads for one indicator',
};

const checksIn = (codes: string): string => {
  const names = codes.split(', ').flatMap((code) => Object.entries(CHECKS).find(([key]) => key === code)?.[1] ?? []);
  return names.length > 0 ? names.join('; ') : 'checks of the figures';
};

const limitText = (params: FindingParams['F03'], say: Say): string => {
  switch (params.reason) {
    case 'expands': return `it expands beyond ${say.number(params.limit / 1_048_576)} MB`;
    case 'tooLarge': return `it is larger than ${say.number(params.limit / 1_048_576)} MB`;
    case 'tooManyCells': return `it has more than ${say.number(params.limit)} cells`;
    case 'tooManySheets': return `it has more than ${say.number(params.limit)} sheets`;
    case 'timeLimit': return `reading took longer than ${say.number(params.limit)} seconds`;
  }
};

const boundsText = ({ min, max, minExclusive, maxExclusive }: FindingParams['V07'], say: Say): string => {
  const from = min === null ? '' : `${minExclusive ? 'more than' : 'from'} ${say.number(min)}`;
  const to = max === null ? '' : `${maxExclusive ? 'less than' : from === '' ? 'at most' : 'to'} ${say.number(max)}`;
  return [from, to].filter((part) => part !== '').join(maxExclusive ? ' and ' : ' ');
};

/** A finding's sentence and what to do, in plain English. */
export const messagesEn: Messages = {
  F01: ({ params }) => ({ message: `The file cannot be read: ${FILE_REASONS[params.reason]}${params.looksLike === '' ? '' : ` (it looks like ${params.looksLike})`}.`, hint: 'Open it in Excel and save it as .xlsx, or ask the unit to send it again.' }),
  F02: () => ({ message: 'The file is encrypted or protected by a password.', hint: 'Ask the unit for a copy without a password.' }),
  F03: ({ params }, say) => ({ message: `The file is abnormal: ${limitText(params, say)}.`, hint: 'Ask the unit for a file with the report sheet only.' }),
  F04: ({ params }) => ({ message: params.reason === 'lockFile' ? 'This is a temporary file of Excel (its name begins with ~$), not a report.' : 'The file is empty.', hint: params.reason === 'lockFile' ? 'Nothing to do; choose the original file if it is not chosen yet.' : 'Ask the unit to send it again if it is a report.' }),
  F06: ({ params }, say) => ({ message: `The file is identical to ${say.quote(params.sameAs)} and was taken once.`, hint: 'Nothing to do.' }),
  F07: (finding, say) => ({ message: `${say.unit(finding.unit)} has ${say.number(finding.params.files.length)} different files for one period.`, hint: `Choose the file to use; the last modified is proposed: ${say.quote(finding.params.proposed)}.` }),
  F11: ({ params }, say) => ({ message: `${params.part === '' ? 'The file' : say.quote(params.part)} was not used: ${UNUSED[params.reason]}.`, hint: 'Look again if it holds figures that belong to the report.' }),
  S01: () => ({ message: 'No report sheet was found in the file.', hint: 'Check that the right file was chosen, or use the standard form.' }),
  S02: ({ params }, say) => ({ message: `Several sheets may be the report: ${say.list(params.sheets)}.`, hint: 'Choose the right sheet or remove the others.' }),
  S04: () => ({ message: 'No heading row of a table of figures was found.', hint: 'Put the headings within the first 40 rows.' }),
  S05: ({ params }, say) => ({ message: `A required column is missing: ${say.list(params.missing.map((each) => COLUMNS[each]))}.`, hint: 'Add the missing column as in the standard form.' }),
  S07: ({ params }, say) => ({ message: `Two columns mean the same${params.headings.length > 0 ? `: ${say.list(params.headings)}` : ''}.`, hint: 'Keep one of them or make the headings clear.' }),
  S12: (finding, say) => ({ message: `There is no row for ${say.indicator(finding.indicator)}, which the unit must report this month.`, hint: 'Add the row and its figures.' }),
  S13: ({ params }, say) => ({ message: `The row ${say.quote(params.name)} matches no indicator and was not used.`, hint: 'Correct the name or add the code; remove the row if it is not needed.' }),
  S14: (finding, say) => finding.params.identical
    ? { message: `${say.indicator(finding.indicator)} stands in two rows with the same figures; it was counted once.`, hint: 'Remove the repeated row.' }
    : { message: `${say.indicator(finding.indicator)} stands in several rows with different figures and is held.`, hint: 'Find the right figures and remove the other rows.' },
  S17: () => ({ message: 'The sheet is empty.', hint: 'Choose the right sheet or ask the unit to send it again.' }),
  K01: ({ params }, say) => ({ message: `The unit ${say.quote(params.text)} is not known.`, hint: 'Correct the name or add it to the list of units as an alias.' }),
  K02: () => ({ message: 'The report does not state its unit.', hint: 'State the unit above the table or in the file name.' }),
  K03: ({ params }, say) => ({ message: `The form says ${say.unit(params.form)}, but the ${params.other === 'header' ? 'title' : 'file name'} says ${say.unit(params.fileName)}.`, hint: 'Find the right unit and correct the wrong place.' }),
  K04: ({ params }, say) => ({ message: params.text === '' ? 'The report does not state its month and year.' : `The period cannot be read from ${say.quote(params.text)}.`, hint: 'State month and year in the title or in the file name.' }),
  K05: (finding, say) => ({ message: `The period ${finding.period ? say.period(finding.period) : ''} ${finding.params.reason === 'later' ? 'is after the report month' : 'is of another year'} (${say.period(finding.params.reportMonth)}) and was not used.`, hint: 'Choose another report month, or correct the period.' }),
  K09: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: the unit of measure is ${say.quote(finding.params.stated)}, asked is ${say.maybe(finding.expected)}.`, hint: 'Convert the figures and correct the unit of measure.' }),
  K10: (finding, say) => ({ message: `The row ${say.quote(finding.params.name)} seems to be ${say.indicator(finding.indicator)}, but this is not certain.`, hint: 'Confirm it, or correct the name.' }),
  K12: ({ params }, say) => ({ message: `The period is stated differently: ${params.statements.map((each) => `${SOURCES[each.from]} ${say.period(each.period)}`).join(', ')}; ${say.period(params.used)} is used.`, hint: 'Correct the wrong place; check that the figures are not those of last month.' }),
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
  V14: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: ${say.number(finding.params.value)} seems to be ${say.number(finding.params.other)} %${finding.params.value < finding.params.other ? ' typed as a fraction' : ' times 100'}.`, hint: 'Confirm the right percentage.' }),
  V15: (finding, say) => {
    const { params } = finding;
    const far = params.factor >= 1 ? `about ${say.number(params.factor)} times` : `about 1/${say.number(1 / params.factor)} of`;
    return {
      message: `${say.indicator(finding.indicator)}: ${say.role(params.role)} ${say.number(params.value)} is ${far} ${params.against === 'target' ? 'what the plan suggests' : 'earlier figures'}; it may be ${say.number(params.other)}.`,
      hint: 'Check the unit of measure (thousand, million, billion) and choose the right figure.',
    };
  },
  V21: ({ params }, say) => ({ message: `The text ${say.quote(params.text)} could become a formula when written to another sheet.`, hint: 'Nothing to do: it is written as text.' }),
  L01: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: the total ${say.number(finding.params.total)} differs from the sum of its parts ${say.number(finding.params.sum)} by ${say.number(finding.params.imbalance)}.`, hint: `Check the total and its parts: ${say.list(finding.params.parts.map((part) => say.indicator(part)))}.` }),
  L02: ({ params }, say) => ({ message: `${say.indicator(params.smaller)} (${say.number(params.smallerValue)}) is larger than ${say.indicator(params.larger)} (${say.number(params.largerValue)}).`, hint: 'A part cannot exceed its whole; check both rows.' }),
  L07: (finding, say) => {
    const { what, stated, computed } = finding.params;
    const name = what === 'rate' ? 'the rate' : what === 'percentOfPlan' ? say.role('percentOfPlan') : say.role('percentOfLastYear');
    return { message: `${say.indicator(finding.indicator)}: ${name} is stated as ${say.number(stated)}, recomputed ${say.number(Number(computed.toFixed(2)))}.`, hint: what === 'rate' ? 'Check numerator and denominator; they make the province\'s figure.' : 'Check the formula or the number typed over it.' };
  },
  T01: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: the cumulative ${say.number(finding.params.value)} is lower than that of ${say.period(finding.params.previousPeriod)} (${say.number(finding.params.previous)}).`, hint: 'Correct it, or explain the revision.' }),
  T02: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: the cumulative ${say.number(finding.params.value)} differs from ${say.number(finding.params.previous)} plus this month's ${say.number(finding.params.month)} by ${say.number(finding.params.difference)}.`, hint: 'Correct it, or explain the revision of earlier months.' }),
  T09: (finding, say) => ({ message: `${say.indicator(finding.indicator)}: month and cumulative are the same (${say.number(finding.params.value)}) though earlier months had figures.`, hint: 'Check whether one was typed in the place of the other.' }),
  C01: (finding, say) => ({ message: `There is no report from ${say.unit(finding.unit)} yet.`, hint: `Remind the unit; the deadline is ${say.date(finding.params.deadline)}.` }),
  C02: (finding, say) => ({ message: `${say.unit(finding.unit)} sent a report though no figures are due from it this month.`, hint: 'Nothing to do; its figures are used.' }),
  C03: (finding, say) => ({ message: `${say.unit(finding.unit)} has not sent its report in words.`, hint: 'Remind the unit; the figures are not affected.' }),
  C04: ({ params }, say) => ({ message: `${say.quote(params.what)}: computed ${say.maybe(params.computed)}, Excel shows ${say.maybe(params.excel)}.`, hint: 'Do not use this figure until the difference is found; look at the formula.' }),
  C05: (finding, say) => ({ message: `${say.unit(finding.unit)} has ${say.number(finding.params.errors)} open errors and ${say.number(finding.params.held)} held figures; ${finding.params.leftOut ? 'the whole report is left out' : 'the rest is taken with a mark'}.`, hint: 'Settle the errors or decide on each held figure.' }),
  C06: (finding, say) => ({ message: `${say.unit(finding.unit)}, ${say.indicator(finding.indicator)}: ${say.role(finding.params.role)} changes from ${say.maybe(finding.params.before)} to ${say.maybe(finding.params.after)}.`, hint: 'Look at it before writing.' }),
  C09: ({ params }, say) => ({ message: `${say.indicator(params.total)} ${say.number(params.totalValue)} differs from the sum of its parts ${say.number(params.sum)} by ${say.number(params.imbalance)}.`, hint: `Compare with the units that report ${say.list(params.parts.map((part) => say.indicator(part)))}.` }),
  G05: (finding, say) => ({ message: `${say.indicator(finding.indicator)} is at ${say.number(finding.params.value)}, ${finding.params.far ? 'far behind' : 'behind'} the expected ${say.number(finding.params.expected)}.`, hint: 'Ask the lead unit for cause and remedy.' }),
  D01: (finding, say) => ({ message: `${say.unit(finding.unit)} has not reported; the deadline ${say.date(finding.params.deadline)} passed ${say.number(finding.params.daysLate)} days ago.`, hint: 'Remind the unit at once.' }),
  R01: ({ params }) => ({ message: `Not checked (${checksIn(params.check)}) because ${SKIPPED[params.reason]}.`, hint: SKIP_HINTS[params.reason] }),
  R02: ({ params }, say) => ({ message: `A check failed while running: ${checksIn(params.check)} (${say.quote(params.message)}).`, hint: 'Its result is missing; the others stand. Tell whoever maintains the add-in.' }),
  R04: ({ params }, say) => ({ message: `The catalogue ${say.quote(params.table)} is faulty: ${PROBLEMS[params.problem]}${params.detail === '' ? '' : ` (${say.quote(params.detail)})`}.`, hint: 'Correct the named cell and run again.' }),
};
