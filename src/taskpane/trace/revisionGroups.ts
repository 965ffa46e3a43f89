import type { AcceptedRevision, Revision } from '../../core/consolidation/types';
import { periodKey, type Period } from '../../core/period';

/** What one unit restates of one indicator: month and cumulative are taken over together. */
export interface RevisionGroup {
  readonly key: string;
  readonly unit: string;
  readonly indicator: string;
  readonly period: Period;
  readonly figures: readonly Revision[];
}

export interface AcceptedGroup extends Omit<RevisionGroup, 'figures'> {
  readonly figures: readonly AcceptedRevision[];
}

type Keyed = Pick<Revision, 'unit' | 'indicator' | 'period'>;

const keyOf = ({ unit, indicator, period }: Keyed): string => `${unit}|${indicator}|${periodKey(period)}`;

function grouped<One extends Keyed>(items: readonly One[]): readonly (Keyed & { readonly key: string; readonly figures: readonly One[] })[] {
  const groups = new Map<string, One[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups].flatMap(([key, figures]) => {
    const [first] = figures;
    return first ? [{ key, unit: first.unit, indicator: first.indicator, period: first.period, figures }] : [];
  });
}

/** The largest change in proportion first. */
export function groupedRevisions(revisions: readonly Revision[]): readonly RevisionGroup[] {
  const size = ({ stored, restated }: Revision): number => Math.abs(restated - stored) / Math.max(1, Math.abs(stored));
  return [...grouped(revisions)].sort((a, b) => Math.max(...b.figures.map(size)) - Math.max(...a.figures.map(size)));
}

export const acceptedGroups = (accepted: readonly AcceptedRevision[]): readonly AcceptedGroup[] => grouped(accepted);

/** Of one figure the last decision counts. */
export const sameFigureRevised = (a: AcceptedRevision, b: AcceptedRevision): boolean => keyOf(a) === keyOf(b) && a.figure === b.figure;
