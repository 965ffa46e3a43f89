import type { CatalogueProblem, FileRefusalReason, FindingParams } from '../../../core/checks/finding';
import type { MissingState } from '../../../core/report/types';
import type { Say } from '../../messages';

export const FILE_REASONS: { readonly [R in FileRefusalReason]: string } = {
  damaged: 'it is damaged or incomplete',
  notWorkbook: 'it is not a workbook',
  mislabelled: 'its content does not match its file extension',
  unsupported: 'its format is not supported',
};

export const STATES: { readonly [S in MissingState]: string } = {
  notOccurred: 'nothing occurred',
  notAvailable: 'not available yet',
  notApplicable: 'not applicable',
};

export const COLUMNS = { nameOrCode: 'indicator name or code', monthOrCumulative: 'month or cumulative' } as const;

export const SOURCES = { definedName: 'defined name', header: 'title', fileName: 'file name' } as const;

export const UNUSED: { readonly [R in FindingParams['F11']['reason']]: string } = {
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

export const SKIPPED: { readonly [R in FindingParams['R01']['reason']]: string } = {
  noHistory: 'there are no figures of earlier months',
  noTarget: 'the indicator has no target',
  noUnit: 'the reporting unit is not known',
  noPeriod: 'the period is not known',
  noReport: 'there is no report sheet to check',
  cancelled: 'checking was cancelled',
};

export const SKIP_HINTS: { readonly [R in FindingParams['R01']['reason']]: string } = {
  noHistory: 'Add the reports of earlier months and check again.',
  noTarget: 'Add the target to the catalogue if there is one.',
  noUnit: 'State the unit and check again.',
  noPeriod: 'State the period, choose the report month and check again.',
  noReport: 'Choose the right file or sheet and check again.',
  cancelled: 'Run the checks again when needed.',
};

export const PROBLEMS: { readonly [P in CatalogueProblem]: string } = {
  duplicateCode: 'duplicate code', minAboveMax: 'lower bound above upper bound', circularParent: 'circular parents', unknownUnit: 'unknown unit',
  unknownIndicator: 'unknown indicator', badValue: 'invalid value', missingColumn: 'missing column', unknownDenominator: 'undeclared denominator', twoLeads: 'two leads for one indicator',
  unknownCheck: 'unknown check', missingReason: 'a change without its reason', wrongKind: 'this table is not for indicators of that kind',
};

/** Which limit the file passes, with its number. */
export const limitText = (params: FindingParams['F03'], say: Say): string => {
  switch (params.reason) {
    case 'expands': return `it expands beyond ${say.number(params.limit / 1_048_576)} MB`;
    case 'tooLarge': return `it is larger than ${say.number(params.limit / 1_048_576)} MB`;
    case 'tooManyCells': return `it has more than ${say.number(params.limit)} cells`;
    case 'tooManySheets': return `it has more than ${say.number(params.limit)} sheets`;
    case 'timeLimit': return `reading took longer than ${say.number(params.limit)} seconds`;
  }
};

type Bounds = Pick<FindingParams['V07'], 'min' | 'max' | 'minExclusive' | 'maxExclusive'>;

/** "from 0 to 100": an open end is left unsaid. */
export const boundsText = ({ min, max, minExclusive, maxExclusive }: Bounds, say: Say): string => {
  const from = min === null ? '' : `${minExclusive ? 'more than' : 'from'} ${say.number(min)}`;
  const to = max === null ? '' : `${maxExclusive ? 'less than' : from === '' ? 'at most' : 'to'} ${say.number(max)}`;
  return [from, to].filter((part) => part !== '').join(maxExclusive ? ' and ' : ' ');
};
