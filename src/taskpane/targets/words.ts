import type { Indicator } from '../../core/catalogue/types';
import { dateOfSerial } from '../../core/sheets/serial';
import { EARLIEST_DAY } from '../../core/targets/milestone';
import type { Assessment } from '../../core/targets/types';
import type { Text } from '../text';
import { shownDecimals, type Score } from './scores';

/** A value with its unit of measure; "–" without a value. */
export function withUnit(value: number | null, decimals: number, unit: string, text: Text): string {
  if (value === null) return '–';
  return unit === '' ? text.number(value, decimals) : `${text.number(value, decimals)} ${unit}`;
}

/** Rates, growth and change differ by percentage points, not by percent. */
export const gapUnit = (indicator: Indicator, text: Text): string =>
  (indicator.kind === 'rate' || indicator.kind === 'growth' || indicator.kind === 'change') && indicator.unit.includes('%') ? text.t('points') : indicator.unit;

/** The figure that is judged; of a milestone with a date, the day on which it was reached. */
export function valueWords(score: Score, text: Text): string {
  const { indicator, assessment, figure } = score;
  if (indicator.target?.kind === 'date' && figure.cumulative !== null && figure.cumulative >= EARLIEST_DAY) {
    const day = dateOfSerial(figure.cumulative);
    if (day !== null) return text.date(day);
  }
  return withUnit(figure.cumulative, shownDecimals(figure.cumulative, assessment.target, indicator.decimals), indicator.unit, text);
}

/** "≥ 16.687 tỷ đồng", "trước ngày 31/12/2024", "cùng kỳ năm trước". */
export function targetWords(score: Score, text: Text): string {
  const { indicator, assessment } = score;
  const sign = indicator.operator === null ? '' : `${{ '>=': '≥', '>': '>', '<=': '≤', '<': '<', '=': '=', '~': '≈' }[indicator.operator]} `;
  switch (indicator.target?.kind) {
    case undefined:
      return text.t('targets.noTarget');
    case 'date':
      return text.t('targets.byDate', { date: text.date(indicator.target.date) });
    case 'lastYear':
      return `${sign}${assessment.target === null ? text.t('targets.lastYearTarget') : withUnit(assessment.target, indicator.decimals, indicator.unit, text)}`;
    case 'number':
      return `${sign}${withUnit(indicator.target.value, indicator.decimals, indicator.unit, text)}`;
  }
}

/** The path of what is expected; of a scenario that says nothing for the month itself, the month that it was given for. */
export function pathwayWords({ pathway, scenarioMonth, judgedAt }: Assessment, text: Text): string {
  const carried = pathway === 'scenario' && scenarioMonth !== null && judgedAt !== null && scenarioMonth !== judgedAt.month;
  return carried ? text.t('pathway.scenarioOf', { month: scenarioMonth }) : text.t(`pathway.${pathway}`);
}

/** What stands large beside the name: % of plan where the kind has one, else the value itself. */
export function headline(score: Score, text: Text): { readonly value: string; readonly small: string } {
  const { assessment } = score;
  if (assessment.percentOfPlan !== null) return { value: `${text.number(assessment.percentOfPlan, 1)} %`, small: text.t('targets.ofPlan') };
  return { value: valueWords(score, text), small: '' };
}
