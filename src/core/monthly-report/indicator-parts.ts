import { isInPoints } from '../targets/cuts';
import { isCeiling } from '../targets/met';
import type { SummaryReading, SummaryRow } from './read';
import type { IndicatorParts, NumberPart } from './types';

const PERCENT = 2;

/** The parts of one indicator's sentence; null where Tổng hợp shows no figure or no state for it. */
export function indicatorParts(summary: SummaryReading, row: SummaryRow): IndicatorParts | null {
  const { indicator, state } = row;
  const plan = row.number('plan', indicator.decimals);
  const value = row.number('cumulative', decimalsToTell(row, plan?.value ?? null));
  if (value === null || state === null) return null;
  const asOf = row.number('asOf', 0);
  const percentOfPlan = row.number('percentOfPlan', PERCENT);
  const gap = percentOfPlan === null || indicator.kind !== 'flow' ? row.number('gap', value.decimals) : null;
  const toDate = row.number('gapToDate', Math.max(1, indicator.decimals));
  const isBehind = state === 'behind' || state === 'farBehind' || state === 'worsening';
  // Where the whole target is due from the first month on, the gap to date is the gap to the year: once is enough.
  const says = (part: NumberPart | null): boolean => part !== null && gap !== null && Math.abs(part.value - gap.value) <= 1e-9 * Math.max(1, Math.abs(gap.value));
  return {
    name: row.name,
    unit: row.unit,
    kind: indicator.kind,
    better: indicator.better,
    state,
    value,
    inMonth: row.number('month', indicator.decimals),
    olderMonth: asOf !== null && asOf.value < summary.period.month ? asOf : null,
    plan,
    percentOfPlan,
    percentOfLastYear: row.number('percentOfLastYear', PERCENT),
    gap: gap === null || gap.value === 0 ? null : { ...sized(gap), isShort: gap.value < 0 },
    shortToDate: isBehind && toDate !== null && toDate.value < 0 && !says(toDate) ? sized(toDate) : null,
    pace: isBehind && !isInPoints(indicator) ? row.number('pace', 2) : null,
    path: isBehind ? row.text('pathway') : null,
    forecastMethod: isBehind ? row.text('forecastMethod') : null,
    forecast: isBehind && indicator.kind !== 'rate' ? row.number('forecast', Math.max(1, indicator.decimals)) : null,
    neededPerMonth: isBehind && !isCeiling(indicator) ? positive(row.number('needed', Math.max(1, indicator.decimals))) : null,
    isProvisional: row.isProvisional,
  };
}

/** One decimal more where rounding would hide that the figure and its target differ. */
function decimalsToTell({ indicator, number }: SummaryRow, target: number | null): number {
  const { decimals } = indicator;
  const value = number('cumulative', decimals)?.value ?? null;
  if (value === null || target === null || Math.abs(value - target) <= 1e-9 * Math.max(1, Math.abs(target))) return decimals;
  return value.toFixed(decimals) === target.toFixed(decimals) ? decimals + 1 : decimals;
}

const sized = (part: NumberPart): NumberPart => ({ ...part, value: Math.abs(part.value), unsigned: true });
const positive = (part: NumberPart | null): NumberPart | null => (part !== null && part.value > 0 ? part : null);
