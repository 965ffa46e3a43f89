import { isCeiling } from '../targets/met';
import type { ForecastMethod } from '../targets/types';
import type { RowContext } from './assessment-formulas';
import { FACT } from './fact-table';
import type { RowFormulas } from './figure-formulas';
import { NAMES, TABLES } from './names';
import type { PlanCell } from './plan';
import { FORECAST_WORDS, ROLE_WORDS } from './words';

/** Where the year ends if things go on as they do, from March on, by which method, and what each remaining month must bring. */
const formula = (body: string): PlanCell => ({ formula: `=${body}` });
const word = (method: Exclude<ForecastMethod, 'none'>): string => `"${FORECAST_WORDS[method]}"`;
const FIRST_FORECAST = 3;

export function forecastFormulas(context: RowContext): RowFormulas {
  const { indicator, cell } = context;
  const actual = cell('cumulative');
  const late = `AND(ISNUMBER(${actual}),N(${cell('asOf')})>=${FIRST_FORECAST})`;
  const label = (body: string): PlanCell => formula(`IF(ISNUMBER(${cell('forecast')}),${body},"")`);
  switch (indicator.kind) {
    case 'flow':
      return flowForecast(context, late, label);
    case 'cohort':
      return { forecast: formula(`IF(${late},${actual}/(${cell('asOf')}/12),"")`), forecastMethod: label(word('linear')) };
    case 'stock':
      return stockForecast(context, late, label);
    case 'rate':
      return { forecast: formula(`IF(${late},${actual},"")`), forecastMethod: label(word('held')) };
    case 'growth':
    case 'change':
    case 'milestone':
      return {};
  }
}

/** The cumulative ÷ the share of the year: the scenario's for this very month, else the usual one, else the months'. */
function flowForecast({ indicator, cell, goal }: RowContext, late: string, label: (body: string) => PlanCell): RowFormulas {
  const month = cell('asOf');
  const toNumber = indicator.target?.kind === 'number';
  const known = toNumber ? late : `AND(${late},ISNUMBER(${goal ?? '""'}))`;
  const planned = `AND(${cell('scenarioMonth')}>0,${cell('scenarioMonth')}=${month},${cell('plan')}<>0)`;
  const usual = `ISNUMBER(${cell('pastShare')})`;
  const byTime = `IF(${usual},${cell('pastShare')},${month}/12)`;
  const share = toNumber ? `IF(${planned},${cell('scenarioValue')}/${cell('plan')},${byTime})` : byTime;
  const method = `IF(${usual},${word('seasonal')},${word('linear')})`;
  return {
    forecast: formula(`IF(${known},IF(${share}>0,${cell('cumulative')}/${share},""),"")`),
    forecastMethod: label(toNumber ? `IF(${planned},${word('scenario')},${method})` : method),
  };
}

/**
 * The slope of the last three months, (3·A_t − A_{t−1} − A_{t−2} − A_{t−3}) ÷ 6, where SoLieu holds all of them for just
 * the units that are counted now; else the slope since the end of last year.
 */
function stockForecast({ indicator, cell }: RowContext, late: string, label: (body: string) => PlanCell): RowFormulas {
  const { baseline } = indicator;
  const [actual, month, used] = [cell('cumulative'), cell('asOf'), cell('used')];
  const facts = (header: string): string => `${TABLES.facts}[${header}]`;
  const months =
    `${facts(FACT.indicator)},${cell('code')},${facts(FACT.year)},${NAMES.year},${facts(FACT.month)},">="&(N(${month})-3),${facts(FACT.month)},"<="&(N(${month})-1),` +
    `${facts(FACT.used)},1,${facts(FACT.role)},"<>${ROLE_WORDS.check}"`;
  const complete = `COUNTIFS(${months},${facts(FACT.cumulative)},">-1E+99")=${used}*MIN(3,N(${month})-1)`;
  const sum = `SUMIFS(${facts(FACT.cumulative)},${months})`;
  // In March the third month back is December: the baseline, where there is one.
  const recent = baseline === null ? `AND(${complete},N(${month})>3)` : complete;
  const before = baseline === null ? sum : `(${sum}+IF(N(${month})=3,${baseline},0))`;
  const left = `(12-${month})`;
  const since = baseline === null ? '""' : `${actual}+${left}*(${actual}-${baseline})/${month}`;
  return {
    forecast: formula(`IF(${late},IF(${recent},${actual}+${left}*(3*${actual}-${before})/6,${since}),"")`),
    forecastMethod: label(baseline === null ? word('recentSlope') : `IF(${recent},${word('recentSlope')},${word('slope')})`),
  };
}

/** A ceiling has nothing left to reach. */
export function neededFormulas({ indicator, cell }: RowContext): RowFormulas {
  if (indicator.target?.kind !== 'number' || isCeiling(indicator)) return {};
  const [actual, month] = [cell('cumulative'), cell('asOf')];
  const open = `AND(ISNUMBER(${actual}),N(${month})>0,N(${month})<12)`;
  const missing = `(${cell('plan')}-${actual})/(12-${month})`;
  if (indicator.kind === 'flow' || indicator.kind === 'cohort') return { needed: formula(`IF(${open},MAX(0,${missing}),"")`) };
  return indicator.kind === 'stock' && indicator.baseline !== null ? { needed: formula(`IF(${open},${missing},"")`) } : {};
}
