import type { CatalogueIndex, Indicator } from '../catalogue/types';
import { isCeiling } from '../targets/met';
import type { Assessment } from '../targets/types';
import { dueCondition, duesOf, everReported, type RowFormulas } from './figure-formulas';
import { forecastFormulas, neededFormulas } from './forecast-formulas';
import { expectedFormulas, hasPath, lastYearExpected, pathHelpers } from './path-formulas';
import type { PlanCell } from './plan';
import { milestoneStateFormula, stateOf } from './state-formulas';
import type { CellOf } from './summary-columns';

/**
 * How far an indicator is from its target, as formulas over the cells beside them. They say cell by cell what
 * core/targets computes, so that a corrected fact or another report month moves the whole row; what Excel answers is
 * compared with what was computed.
 */
const formula = (body: string): PlanCell => ({ formula: `=${body}` });

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
  if (target?.kind === 'date') return { state: formula(milestoneStateFormula(indicator.operator, target.date, cell('cumulative'))) };
  const judged = indicator.better !== null && indicator.operator !== null;
  const goal = target === null ? null : target.kind === 'lastYear' ? cell('lastYear') : cell('plan');
  const source = indicator.derivation?.of ?? indicator.code;
  const context: RowContext = { indicator, cell, goal, owed: `OR(${dueCondition(duesOf(index, indicator.code))},${everReported(`"${source}"`)})` };
  const all: RowFormulas = {
    ...lastYearRatio(context),
    ...(target?.kind === 'number' ? { ...pathHelpers(context), ...expectedFormulas(context, assessment) } : {}),
    state: formula(stateOf(context)),
  };
  if (!judged || goal === null) return all;
  return {
    ...all,
    ...planRatio(context),
    ...(target?.kind === 'lastYear' ? { ...pathHelpers(context), ...lastYearExpected(context, goal) } : {}),
    ...(target?.kind === 'number' ? { gap: formula(bothNumbers(cell('cumulative'), goal, gap(context, goal))) } : {}),
    ...(hasPath(indicator) ? { gapToDate: formula(bothNumbers(cell('cumulative'), cell('expected'), gap(context, cell('expected')))) } : {}),
    ...pace(context),
    ...forecastFormulas(context),
    ...neededFormulas(context),
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
