import type { Direction, Indicator, Operator } from '../catalogue/types';

/** Binary noise that is forgiven: 1e-9 of the target, and never less than 1e-9. */
export function noise(target: number): number {
  return 1e-9 * Math.max(1, Math.abs(target));
}

/**
 * Whether an unrounded value meets a target. Under a strict operator a value within the noise of the target does not;
 * "≈" is "at least" (or "at most", where lower is better) with the declared share of the target as tolerance.
 */
export function meets(value: number, operator: Operator, target: number, better: Direction | null, tolerance: number | null): boolean {
  const epsilon = noise(target);
  switch (operator) {
    case '>=':
      return value >= target - epsilon;
    case '>':
      return value > target + epsilon;
    case '<=':
      return value <= target + epsilon;
    case '<':
      return value < target - epsilon;
    case '=':
      return Math.abs(value - target) <= epsilon;
    case '~': {
      const slack = Math.abs(target) * (tolerance ?? 0) + epsilon;
      return better === 'down' ? value <= target + slack : value >= target - slack;
    }
  }
}

/** The gap of a value, signed so that minus is a shortfall. Values that agree but for noise have none. */
export function gapOf(value: number, reference: number, better: Direction): number {
  if (Math.abs(value - reference) <= noise(reference)) return 0;
  return better === 'up' ? value - reference : reference - value;
}

/** A flow that must stay below: less is better. It is met only when the year is over. */
export function isCeiling(indicator: Indicator): boolean {
  return indicator.kind === 'flow' && indicator.better === 'down';
}
