/** A reporting month. */
export interface Period {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
}

/** {2024, 6} → "2024-06". */
export function periodKey(period: Period): string {
  return `${String(period.year).padStart(4, '0')}-${String(period.month).padStart(2, '0')}`;
}

/** "2024-06" → {2024, 6}; null for anything else. */
export function parsePeriod(text: string): Period | null {
  const match = /^([0-9]{4})-(0[1-9]|1[0-2])$/.exec(text.trim());
  return match ? { year: Number(match[1]), month: Number(match[2]) } : null;
}

export function samePeriod(a: Period, b: Period): boolean {
  return a.year === b.year && a.month === b.month;
}

/** Negative when a is earlier than b, in months. */
export function comparePeriods(a: Period, b: Period): number {
  return (a.year - b.year) * 12 + (a.month - b.month);
}

export function previousPeriod(period: Period): Period {
  return period.month === 1 ? { year: period.year - 1, month: 12 } : { year: period.year, month: period.month - 1 };
}

/** A calendar date as text, yyyy-mm-dd. Dates of deadlines have no time of day and no zone. */
export type IsoDate = string;
