import type { Indicator, Operator } from '../catalogue/types';
import type { IsoDate } from '../period';
import { cutOf, isInPoints } from '../targets/cuts';
import { isCeiling } from '../targets/met';
import { EARLIEST_DAY } from '../targets/milestone';
import { startOf } from '../targets/state';
import type { AssessmentState } from '../targets/types';
import type { RowContext } from './assessment-formulas';
import { NAMES } from './names';
import { serialOf } from './serial';
import { STATE_WORDS } from './words';

const word = (state: AssessmentState): string => `"${STATE_WORDS[state]}"`;

/** The state of a row as a formula, in the order of the spec: not due, no data, cannot judge, met, not met, worsening, then by pace. */
export function stateOf(context: RowContext): string {
  const { indicator, cell, goal, owed } = context;
  const actual = cell('cumulative');
  const absent = `IF(${owed},${word('noData')},${word('notDue')})`;
  const met = goal === null || indicator.better === null ? null : metCondition(indicator, actual, goal);
  if (goal === null || met === null) return `IF(ISNUMBER(${actual}),${word('cannotJudge')},${absent})`;
  const open = afterMet(context);
  const yearIsOver = `N(${cell('asOf')})=12`;
  // A ceiling is met or passed only when the year is over; last year's whole is known no earlier either.
  const rest = isCeiling(indicator) ? `IF(${yearIsOver},IF(${met},${word('met')},${word('notMet')}),${open})`
    : indicator.target?.kind === 'lastYear' ? `IF(AND(${yearIsOver},${met}),${word('met')},${open})`
    : `IF(${met},${word('met')},${open})`;
  const judged = indicator.target?.kind === 'lastYear' ? `IF(ISNUMBER(${goal}),${rest},${word('cannotJudge')})` : rest;
  return `IF(NOT(ISNUMBER(${actual})),${absent},${judged})`;
}

/** Of a milestone with a date: the day on which it was reached against that date; without one, whether the date has passed. */
export function milestoneStateFormula(operator: Operator | null, by: IsoDate, reached: string): string {
  const last = serialOf(by);
  const inTime = `INT(${reached})${operator === '<' ? '<' : '<='}${last}`;
  const passed = `DATE(${NAMES.year},${NAMES.month}+1,0)>${last}`;
  return (
    `IF(ISNUMBER(${reached}),IF(${reached}<${EARLIEST_DAY},${word('cannotJudge')},IF(${inTime},${word('met')},${word('notMet')})),` +
    `IF(${passed},${word('noData')},${word('notDue')}))`
  );
}

function metCondition(indicator: Indicator, actual: string, goal: string): string | null {
  const noise = `10^-9*MAX(1,ABS(${goal}))`;
  switch (indicator.operator) {
    case '>=':
      return `${actual}>=${goal}-${noise}`;
    case '>':
      return `${actual}>${goal}+${noise}`;
    case '<=':
      return `${actual}<=${goal}+${noise}`;
    case '<':
      return `${actual}<${goal}-${noise}`;
    case '=':
      return `ABS(${actual}-${goal})<=${noise}`;
    case '~': {
      const slack = `(ABS(${goal})*${indicator.tolerance ?? 0}+${noise})`;
      return indicator.better === 'down' ? `${actual}<=${goal}+${slack}` : `${actual}>=${goal}-${slack}`;
    }
    case null:
      return null;
  }
}

/** States of what has not reached its target: no pace to judge by, moving away, then the cuts. */
function afterMet({ indicator, cell }: RowContext): string {
  const inPoints = isInPoints(indicator);
  const measure = cell(inPoints ? 'gapToDate' : 'pace');
  const cut = cutOf(indicator);
  const { onTrack, behind } = inPoints ? { onTrack: -cut.onTrack, behind: -cut.behind } : cut;
  const above = (cut: number): string => `${measure}>=${cut}-${Math.max(1, Math.abs(cut))}*10^-9`;
  const byCuts = `IF(${above(onTrack)},${word('onTrack')},IF(${above(behind)},${word('behind')},${word('farBehind')}))`;
  const away = awayFrom(indicator, cell('cumulative'));
  return `IF(NOT(ISNUMBER(${measure})),${word('notMet')},${away === null ? byCuts : `IF(${away},${word('worsening')},${byCuts})`})`;
}

/** Away from the target, seen from the end of last year. */
function awayFrom(indicator: Indicator, actual: string): string | null {
  const start = startOf(indicator);
  if (start === null) return null;
  const noise = `${Math.max(1, Math.abs(start))}*10^-9`;
  return indicator.better === 'down' ? `${actual}>${start}+${noise}` : `${actual}<${start}-${noise}`;
}
