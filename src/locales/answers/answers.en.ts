import type { AskedCode } from '../../core/answers/asked';
import type { AnswerOccasion, AnswerWords } from '../../core/answers/types';
import type { Finding } from '../../core/checks/finding';
import type { Period } from '../../core/period';
import { formatDate, formatNumber, formatPeriod } from '../format';
import { ACTIONS_EN } from './actions.en';

const SENDER = 'the Department of Planning and Investment';
const LONGEST_VALUE = 120;

const reportOf = (period: Period | null): string => (period === null ? 'report' : `report for ${formatPeriod(period, 'en')}`);

function counted(count: number, one: string, many: string): string {
  return `${formatNumber(count, 'en')} ${count === 1 ? one : many}`;
}

function pointsText({ counts }: AnswerOccasion): string {
  return [
    ...(counts.E > 0 ? [counted(counts.E, 'point to correct', 'points to correct')] : []),
    ...(counts.W > 0 ? [counted(counts.W, 'point to correct or explain', 'points to correct or explain')] : []),
    ...(counts.I > 0 ? [counted(counts.I, 'point to make clear', 'points to make clear')] : []),
  ].join(', ');
}

function actionOf<C extends AskedCode>(finding: Finding<C>, actions: { readonly [P in AskedCode]: (finding: Finding<P>) => string }): string {
  return actions[finding.code](finding);
}

/** The words of an answer to a unit, in English. */
export const answerWordsEn: AnswerWords = {
  agency: ['PEOPLE\'S COMMITTEE OF KHÁNH HÒA', 'DEPARTMENT OF PLANNING AND INVESTMENT'],
  motto: ['SOCIALIST REPUBLIC OF VIET NAM', 'Independence - Freedom - Happiness'],
  number: 'No. ………/………',
  date: (period) => `Khánh Hòa, …… / …… / ${period?.year ?? '……'}`,
  signatures: ['Checked by', 'Head of the agency'],
  columns: ['No.', 'Point', 'Place', 'As stated', 'Please', 'Kind'],
  severity: { E: 'To correct', W: 'Correct or explain', I: 'Make clear' },
  title: ({ period, isMissing }) => `${isMissing ? 'REMINDER OF THE REPORT' : 'RESULT OF CHECKING THE REPORT'}${period === null ? '' : ` FOR ${formatPeriod(period, 'en').toUpperCase()}`}`,
  addressee: ({ unitName, file }) => `To: ${unitName === '' ? `the sender of the file "${file}"` : unitName}`,
  opening: (occasion) =>
    occasion.isMissing
      ? [`The ${reportOf(occasion.period)} of your unit has not reached ${SENDER} yet. Please see to the following:`]
      : [`Having checked the ${reportOf(occasion.period)} of your unit, ${SENDER} asks you to look at the following: ${pointsText(occasion)}.`],
  closing: ({ sendBackBy, isMissing }) => [
    ...(sendBackBy === null ? [] : [`Please send the ${isMissing ? '' : 'corrected '}report before ${formatDate(sendBackBy, 'en')}.`]),
    'Thank you for your cooperation.',
  ],
  complete: (unitName, period) => `To: ${unitName}\n\nThe ${reportOf(period)} of your unit has been received and checked. It is complete; there is nothing to correct.\n\nThank you for your cooperation.\n`,
  action: (finding) => actionOf(finding, ACTIONS_EN),
  value: (value) => (value === null ? '' : typeof value === 'number' ? formatNumber(value, 'en') : shortened(value)),
  explanation: ({ reason, by, on }) => `Explained on ${formatDate(on, 'en')}${by === '' ? '' : ` (${by})`}: ${reason}`,
  wholeFile: 'File',
  cell: (cells) => `cell ${cells}`,
  foundLabel: 'As stated',
  expectedLabel: 'Expected',
  askedLabel: 'Please',
  sheet: 'Answer',
};

function shortened(text: string): string {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length <= LONGEST_VALUE ? signs.join('') : `${signs.slice(0, LONGEST_VALUE - 1).join('')}…`;
}
