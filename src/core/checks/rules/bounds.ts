import type { Bounds } from '../../catalogue/types';
import type { FigureRole } from '../../report/types';
import { atCells, madeRate, roleKey, withoutNoise, type IndicatorRow, type Rule } from '../rule';

/** Parts of a rate are counts or amounts, whatever the rate's own bounds. */
function cannotBeNegative({ indicator }: IndicatorRow, role: FigureRole): boolean {
  if (role === 'numerator' || role === 'denominator') return true;
  return indicator.kind === 'flow' ? (indicator.bounds.min ?? 0) >= 0 : indicator.bounds.min !== null && indicator.bounds.min >= 0;
}

const JUDGED: readonly FigureRole[] = ['month', 'cumulative', 'lastYear', 'numerator', 'denominator'];

const negative: Rule = {
  code: 'V08',
  needs: [],
  *run(context) {
    for (const view of context.rows) {
      for (const role of JUDGED) {
        const value = context.sound(view, role);
        if (value === null || value >= 0 || !cannotBeNegative(view, role)) continue;
        yield { code: 'V08', params: { role, value }, ...atCells(view, [role]), found: value, key: roleKey(view, role) };
      }
    }
  },
};

/** The indicator's value is judged: numerator ÷ denominator where they make it, what is stated otherwise. */
const outOfBounds: Rule = {
  code: 'V07',
  needs: [],
  *run(context) {
    for (const view of context.rows) {
      const { bounds } = view.indicator;
      const numerator = context.sound(view, 'numerator');
      if (context.sound(view, 'denominator') === 0 && numerator !== null && numerator !== 0) {
        yield { code: 'V07', params: { role: 'denominator', value: 0, min: 0, max: null, minExclusive: true }, ...atCells(view, ['denominator']), found: 0, key: roleKey(view, 'denominator') };
      }
      const made = madeRate(context, view);
      const value = made ?? context.sound(view, 'cumulative');
      if (value === null || isInside(value, bounds)) continue;
      const rounded = withoutNoise(value);
      yield {
        code: 'V07',
        params: { role: 'cumulative', value: rounded, ...bounds },
        ...atCells(view, made === null ? ['cumulative'] : ['cumulative', 'numerator', 'denominator']),
        found: rounded,
        key: roleKey(view, 'cumulative'),
      };
    }
  },
};

/** Binary noise at a bound is forgiven; what an exclusive bound excludes is the bound itself. */
export function isInside(value: number, bounds: Bounds): boolean {
  const { min, max } = bounds;
  if (min !== null && (bounds.minExclusive ? value <= min + noise(min) : value < min - noise(min))) return false;
  return max === null || (bounds.maxExclusive ? value < max - noise(max) : value <= max + noise(max));
}

function noise(bound: number): number {
  return 1e-9 * Math.max(1, Math.abs(bound));
}

export const boundsRules: readonly Rule[] = [negative, outOfBounds];
