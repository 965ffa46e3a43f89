/** Digits kept beyond the catalogue's decimals: enough for any honest figure, too few for binary noise. */
const SPARE_DIGITS = 2;

/** A sum rounded to the indicator's decimals plus two, so that 0.1 + 0.2 shows as 0.3. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** (decimals + SPARE_DIGITS);
  return Math.round(value * factor) / factor;
}

/** Σ of the numbers among the values, rounded as above; null when none of them is a number. */
export function sumOf(values: readonly (number | null)[], decimals: number): number | null {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : rounded(numbers.reduce((sum, value) => sum + value, 0), decimals);
}

/**
 * Σ of the values where every one of them is a number, else null: a sum over fewer units than the figure that it
 * stands beside would compare unlike things (spec: "the same way, over the same units").
 */
export function sumOfAll(values: readonly (number | null)[], decimals: number): number | null {
  return values.includes(null) ? null : sumOf(values, decimals);
}

/** Two figures are equal when they agree within 1e-9 relative; null equals only null. */
export function sameFigure(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}
