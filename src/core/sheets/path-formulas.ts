import type { Indicator } from '../catalogue/types';
import type { Assessment } from '../targets/types';
import type { RowContext } from './assessment-formulas';
import type { RowFormulas } from './figure-formulas';
import { NAMES, TABLES } from './names';
import { PAST, SCENARIO } from './path-columns';
import type { PlanCell } from './plan';
import { PATHWAY_WORDS } from './words';

/**
 * What is expected to date, as formulas over KichBan and LichSuThang: typed there, a scenario or a past year moves the
 * row at once. Three helper columns hold what the tables say for the month that is judged.
 */
const formula = (body: string): PlanCell => ({ formula: `=${body}` });
const scenario = (header: string): string => `${TABLES.scenarios}[${header}]`;
const past = (header: string): string => `${TABLES.pastCumulatives}[${header}]`;
const ANY_NUMBER = '">-1E+99"';
const word = (pathway: keyof typeof PATHWAY_WORDS): string => `"${PATHWAY_WORDS[pathway]}"`;

/** Whether expectations of this indicator can come from a scenario, or from past years. */
export const followsScenario = ({ kind, target }: Indicator): boolean => target?.kind === 'number' && (kind === 'flow' || kind === 'rate' || kind === 'growth' || kind === 'change');
export const followsPast = ({ kind }: Indicator): boolean => kind === 'flow';

export function hasPath({ kind, baseline, target }: Indicator): boolean {
  if (kind === 'milestone') return false;
  return kind !== 'stock' || (baseline !== null && !(target?.kind === 'number' && target.value === baseline));
}

/** The month of the figure; the report month where a figure is owed and missing. */
const judgedMonth = ({ cell }: RowContext): string => `IF(ISNUMBER(${cell('cumulative')}),${cell('asOf')},${NAMES.month})`;

/** The last month that the scenario gives up to the one judged (0: none), its value, and the usual share of the year. */
export function pathHelpers(context: RowContext): RowFormulas {
  const { indicator, cell } = context;
  const month = judgedMonth(context);
  const code = cell('code');
  return {
    ...(followsScenario(indicator)
      ? {
          scenarioMonth: formula(`MAXIFS(${scenario(SCENARIO.month)},${scenario(SCENARIO.indicator)},${code},${scenario(SCENARIO.month)},"<="&${month},${scenario(SCENARIO.value)},${ANY_NUMBER})`),
          scenarioValue: formula(`IF(${cell('scenarioMonth')}>0,SUMIFS(${scenario(SCENARIO.value)},${scenario(SCENARIO.indicator)},${code},${scenario(SCENARIO.month)},${cell('scenarioMonth')}),"")`),
        }
      : {}),
    ...(followsPast(indicator) ? { pastShare: formula(medianShare(code, month)) } : {}),
  };
}

/** The median over at most three years without an array: of three what is left beside the highest and the lowest, else the mean. */
export function medianShare(code: string, month: string): string {
  const years =
    `${past(PAST.indicator)},${code},${past(PAST.month)},${month},${past(PAST.year)},">="&(${NAMES.year}-3),${past(PAST.year)},"<="&(${NAMES.year}-1)`;
  const count = `COUNTIFS(${years},${past(PAST.share)},${ANY_NUMBER})`;
  const of = (name: string): string => `${name}(${past(PAST.share)},${years})`;
  return `IF(${count}=0,"",IF(${count}=3,${of('SUMIFS')}-${of('MAXIFS')}-${of('MINIFS')},${of('SUMIFS')}/${count}))`;
}

/** Expected to date of a number to reach, and by which path. */
export function expectedFormulas(context: RowContext, assessment: Assessment | null): RowFormulas {
  const { indicator, cell, owed } = context;
  if (!hasPath(indicator)) return {};
  const goal = cell('plan');
  const month = judgedMonth(context);
  const when = (body: string): PlanCell => formula(`IF(OR(ISNUMBER(${cell('cumulative')}),${owed}),${body},"")`);
  const label = (body: string): PlanCell => formula(`IF(ISNUMBER(${cell('expected')}),${body},"")`);
  const planned = `${cell('scenarioMonth')}>0`;
  const plannedWord = `${word('scenario')}&IF(${cell('scenarioMonth')}=${month},""," T"&${cell('scenarioMonth')})`;
  const base = indicator.baseline ?? 0;
  switch (indicator.kind) {
    case 'flow': {
      const share = `IF(ISNUMBER(${cell('pastShare')}),${cell('pastShare')},${month}/12)`;
      return {
        expected: when(`IF(${planned},${cell('scenarioValue')},${goal}*${share})${factorOf(assessment, cell('asOf'))}`),
        pathway: label(`IF(${planned},${plannedWord},IF(ISNUMBER(${cell('pastShare')}),${word('seasonal')},${word('linear')}))`),
      };
    }
    case 'cohort':
      return { expected: when(`${goal}*${month}/12`), pathway: label(word('linear')) };
    case 'stock':
      return { expected: when(`${base}+(${goal}-${base})*${month}/12`), pathway: label(word('linear')) };
    case 'rate':
    case 'growth':
    case 'change':
      return { expected: when(`IF(${planned},${cell('scenarioValue')},${goal})`), pathway: label(`IF(${planned},${plannedWord},${word('target')})`) };
    case 'milestone':
      return {};
  }
}

/** "Less than the same period last year": what is expected is last year's figure. */
export function lastYearExpected({ cell }: RowContext, goal: string): RowFormulas {
  const both = `AND(ISNUMBER(${cell('cumulative')}),ISNUMBER(${goal}))`;
  return { expected: formula(`IF(${both},${goal},"")`), pathway: formula(`IF(${both},${word('lastYear')},"")`) };
}

/** The part of the target that belongs to the units that reported; of the month that it was worked out for, since another month has other units missing. */
function factorOf(assessment: Assessment | null, asOf: string): string {
  const month = assessment?.judgedAt?.month;
  if (!assessment || assessment.part === null || !month || Math.abs(assessment.part - 1) < 1e-9) return '';
  return `*IF(N(${asOf})=${month},${assessment.part},1)`;
}
