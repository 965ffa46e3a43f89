import type { CatalogueIndex, Indicator } from '../catalogue/types';
import { isCeiling } from '../targets/met';
import type { Assessment } from '../targets/types';
import { dueCondition, duesOf, everReported, type RowFormulas } from './figure-formulas';
import { NAMES } from './names';
import type { PlanCell } from './plan';
import { serialOf } from './serial';
import { stateOf } from './state-formulas';
import type { CellOf } from './summary-columns';
import { STATE_WORDS } from './words';

/**
 * How far an indicator is from its target, as formulas over the cells beside them. They say cell by cell what
 * core/targets computes, so that a corrected fact or another report month moves the whole row; what Excel answers is
 * compared with what was computed.
 */
const formula = (body: string): PlanCell => ({ formula: `=${body}` });
const FIRST_FORECAST = 3;

/** The row that is being written. */
export interface RowContext {
  readonly indicator: Indicator;
  readonly cell: CellOf;
  /** The cell of what is to be reached: the plan, or last year's figure; null where nothing is. */
  readonly goal: string | null;
  /** "Some figure is due or was reported", as a condition. */
  readonly owed: string;
}

export function assessmentFormulas(indicator: Indicator, index: CatalogueIndex, assessment: Assessment | null, cell: CellOf): RowFormulas {
  const { target } = indicator;
  if (target?.kind === 'date') {
    const passed = `DATE(${NAMES.year},${NAMES.month}+1,0)>${serialOf(target.date)}`;
    return { state: formula(`IF(${passed},"${STATE_WORDS.noData}","${STATE_WORDS.notDue}")`) };
  }
  const judged = indicator.better !== null && indicator.operator !== null;
  const goal = target === null ? null : target.kind === 'lastYear' ? cell('lastYear') : cell('plan');
  const source = indicator.derivation?.of ?? indicator.code;
  const context: RowContext = { indicator, cell, goal, owed: `OR(${dueCondition(duesOf(index, indicator.code))},${everReported(`"${source}"`)})` };
  const all: RowFormulas = {
    ...lastYearRatio(context),
    ...(target?.kind === 'number' ? expected(context, assessment) : {}),
    state: formula(stateOf(context)),
  };
  if (!judged || goal === null) return all;
  return {
    ...all,
    ...planRatio(context),
    ...(target?.kind === 'lastYear' ? { expected: formula(bothNumbers(cell('cumulative'), goal, goal)) } : {}),
    ...(target?.kind === 'number' ? { gap: formula(bothNumbers(cell('cumulative'), goal, gap(context, goal))) } : {}),
    ...(hasPath(indicator) ? { gapToDate: formula(bothNumbers(cell('cumulative'), cell('expected'), gap(context, cell('expected')))) } : {}),
    ...pace(context),
    ...forecast(context, assessment),
    ...needed(context),
  };
}

const bothNumbers = (a: string, b: string, body: string): string => `IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),${body},"")`;

/** Minus is a shortfall; values that agree but for binary noise have no gap. */
function gap({ indicator, cell }: RowContext, against: string): string {
  const actual = cell('cumulative');
  const difference = indicator.better === 'down' ? `${against}-${actual}` : `${actual}-${against}`;
  return `IF(ABS(${actual}-${against})<=10^-9*MAX(1,ABS(${against})),0,${difference})`;
}

function lastYearRatio({ indicator, cell }: RowContext): RowFormulas {
  if (indicator.kind !== 'flow' && indicator.kind !== 'stock') return {};
  const [actual, before] = [cell('cumulative'), cell('lastYear')];
  return { percentOfLastYear: formula(`IF(AND(ISNUMBER(${actual}),N(${before})<>0),${actual}/${before}*100,"")`) };
}

/** A flow's share of the plan; of a reduction from a baseline, how much of the way is done. */
function planRatio({ indicator, cell }: RowContext): RowFormulas {
  if (indicator.target?.kind !== 'number') return {};
  const [actual, plan] = [cell('cumulative'), cell('plan')];
  if (indicator.kind === 'flow') return { percentOfPlan: formula(`IF(AND(ISNUMBER(${actual}),N(${plan})<>0),${actual}/${plan}*100,"")`) };
  const { baseline } = indicator;
  if (indicator.better !== 'down' || baseline === null || baseline === indicator.target.value) return {};
  return { percentOfPlan: formula(`IF(ISNUMBER(${actual}),(${baseline}-${actual})/(${baseline}-${plan})*100,"")`) };
}

function hasPath({ kind, baseline, target }: Indicator): boolean {
  if (kind === 'milestone') return false;
  return kind !== 'stock' || (baseline !== null && !(target?.kind === 'number' && target.value === baseline));
}

/**
 * Expected to date, at the month of the figure; at the report month where a figure is owed and missing. A path that is
 * not straight, and a plan of just the units that reported, come in as the factor that they make.
 */
function expected({ indicator, cell, owed }: RowContext, assessment: Assessment | null): RowFormulas {
  if (!hasPath(indicator)) return {};
  const goal = cell('plan');
  const month = `IF(ISNUMBER(${cell('cumulative')}),${cell('asOf')},${NAMES.month})`;
  const wanted = `OR(ISNUMBER(${cell('cumulative')}),${owed})`;
  const base = indicator.baseline ?? 0;
  switch (indicator.kind) {
    case 'flow':
    case 'cohort':
      return { expected: formula(`IF(${wanted},${goal}*${month}/12${factorOf(indicator, assessment, cell('asOf'))},"")`) };
    case 'stock':
      return { expected: formula(`IF(${wanted},${base}+(${goal}-${base})*${month}/12,"")`) };
    case 'rate':
    case 'growth':
    case 'change': {
      const planned = assessment?.pathway === 'scenario' && assessment.expected !== null ? String(assessment.expected) : goal;
      return { expected: formula(`IF(${wanted},${planned},"")`) };
    }
    case 'milestone':
      return {};
  }
}

/** The factor belongs to the month that it was computed for: another report month has other units missing. */
function factorOf(indicator: Indicator, assessment: Assessment | null, asOf: string): string {
  const month = assessment?.judgedAt?.month;
  if (indicator.target?.kind !== 'number' || !assessment || assessment.expected === null || !month || indicator.target.value === 0) return '';
  const factor = assessment.expected / ((indicator.target.value * month) / 12);
  return Math.abs(factor - 1) < 1e-9 ? '' : `*IF(N(${asOf})=${month},${factor},1)`;
}

function pace({ indicator, cell }: RowContext): RowFormulas {
  const [actual, path] = [cell('cumulative'), cell('expected')];
  switch (indicator.kind) {
    case 'flow':
      return { pace: formula(bothNumbers(actual, path, isCeiling(indicator) ? `IF(${actual}=0,1,${path}/${actual})` : `IF(${path}=0,"",${actual}/${path})`)) };
    case 'cohort':
      return { pace: formula(bothNumbers(actual, path, `IF(${path}=0,"",${actual}/${path})`)) };
    case 'stock': {
      const { baseline } = indicator;
      if (baseline === null || !hasPath(indicator)) return {};
      return { pace: formula(bothNumbers(actual, path, `IF(${path}=${baseline},"",(${actual}-${baseline})/(${path}-${baseline}))`)) };
    }
    case 'rate':
    case 'growth':
    case 'change':
    case 'milestone':
      return {};
  }
}

/** Where the year ends if things go on as they do, from March on. */
function forecast({ indicator, cell, goal }: RowContext, assessment: Assessment | null): RowFormulas {
  const [actual, month] = [cell('cumulative'), cell('asOf')];
  const late = `AND(ISNUMBER(${actual}),N(${month})>=${FIRST_FORECAST})`;
  switch (indicator.kind) {
    case 'flow':
    case 'cohort': {
      const known = indicator.target?.kind === 'lastYear' ? `AND(${late},ISNUMBER(${goal ?? '""'}))` : late;
      return { forecast: formula(`IF(${known},${actual}/${shareOf(indicator, assessment) ?? `(${month}/12)`},"")`) };
    }
    case 'stock':
      return indicator.baseline === null ? {} : { forecast: formula(`IF(${late},${actual}+(12-${month})*(${actual}-${indicator.baseline})/${month},"")`) };
    case 'rate':
      return { forecast: formula(`IF(${late},${actual},"")`) };
    case 'growth':
    case 'change':
    case 'milestone':
      return {};
  }
}

/** The share of the year that a scenario or past years expect by now; null for the straight line. */
function shareOf(indicator: Indicator, assessment: Assessment | null): number | null {
  if (!assessment || (assessment.pathway !== 'scenario' && assessment.pathway !== 'seasonal')) return null;
  if (assessment.forecast !== null && assessment.forecast !== 0 && assessment.percentOfPlan !== null && assessment.target !== null) {
    return ((assessment.percentOfPlan / 100) * assessment.target) / assessment.forecast;
  }
  return indicator.target?.kind === 'number' && assessment.expected !== null && indicator.target.value !== 0 ? assessment.expected / indicator.target.value : null;
}

/** What each remaining month must bring. A ceiling has nothing left to reach. */
function needed({ indicator, cell }: RowContext): RowFormulas {
  if (indicator.target?.kind !== 'number' || isCeiling(indicator)) return {};
  const [actual, month] = [cell('cumulative'), cell('asOf')];
  const open = `AND(ISNUMBER(${actual}),N(${month})>0,N(${month})<12)`;
  const missing = `(${cell('plan')}-${actual})/(12-${month})`;
  if (indicator.kind === 'flow' || indicator.kind === 'cohort') return { needed: formula(`IF(${open},MAX(0,${missing}),"")`) };
  return indicator.kind === 'stock' && indicator.baseline !== null ? { needed: formula(`IF(${open},${missing},"")`) } : {};
}
