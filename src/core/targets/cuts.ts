import type { Indicator } from '../catalogue/types';

/** From which pace, or gap in points, an indicator is on track or behind; below that it is far behind. */
export interface Cuts {
  readonly pace: Cut;
  /** Of rates, growth and changes, in percentage points below what is expected. */
  readonly points: Cut;
}

export interface Cut {
  readonly onTrack: number;
  readonly behind: number;
}

export const DEFAULT_CUTS: Cuts = { pace: { onTrack: 0.95, behind: 0.8 }, points: { onTrack: 0.5, behind: 2 } };

/** Rates, growth and changes have no pace: the gap in percentage points decides. */
export function isInPoints({ kind }: Pick<Indicator, 'kind'>): boolean {
  return kind === 'rate' || kind === 'growth' || kind === 'change';
}

/** The indicator's own cuts, else those for all: of the pace, or, where `isInPoints`, of the points that are missing. */
export function cutOf(indicator: Pick<Indicator, 'kind' | 'cuts'>, cuts: Cuts = DEFAULT_CUTS): Cut {
  return indicator.cuts ?? (isInPoints(indicator) ? cuts.points : cuts.pace);
}
