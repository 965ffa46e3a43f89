import { previousPeriod, type Period } from '../../period';
import type { FigureRole } from '../../report/types';
import { atCells, numberOf, roundingTolerance, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';
import { isAnotherScale } from './scale';

/** One figure of last month as it was stored, beside what this report says of it now. */
interface Restated {
  readonly view: IndicatorRow;
  readonly role: FigureRole;
  readonly stored: number;
  readonly restated: number;
}

/**
 * What can be compared: "Thực hiện tháng trước" with the month of a flow, or the value of anything else; the earlier
 * cumulative with the cumulative of a flow. A figure that was held was never in use, and its correction is no revision.
 * Neither is a row typed in another unit of measure throughout: V15 says that of its own figures.
 */
function restatedFigures(context: CheckContext, period: Period): readonly Restated[] {
  const last = previousPeriod(period);
  return context.rows.flatMap((view): Restated[] => {
    if (view.ordinal > 0 || context.unit === null) return [];
    const fact = context.history.fact(context.unit, view.indicator.code, last);
    if (!fact?.used) return [];
    const isFlow = view.indicator.kind === 'flow';
    const pairs: readonly (readonly [FigureRole, number | null])[] = [
      ['previousMonth', isFlow ? fact.month : fact.cumulative],
      ...(isFlow ? [['previousCumulative', fact.cumulative] as const] : []),
    ];
    return pairs.flatMap(([role, stored]): Restated[] => {
      const restated = context.sound(view, role);
      if (restated === null || stored === null || (isAnotherScale(restated, stored) && isDoubted(context, view))) return [];
      return [{ view, role, stored, restated }];
    });
  });
}

/** Whether a figure of this month in the row is a number that an earlier rule doubts. */
function isDoubted(context: CheckContext, view: IndicatorRow): boolean {
  return (['month', 'cumulative'] as const).some((role) => numberOf(view.row.figures[role]) !== null && context.sound(view, role) === null);
}

const difference = ({ stored, restated }: Restated): number => withoutNoise(restated - stored);
/** A stored zero has no share of its own: all of what stands there now is new. */
const shareOf = (each: Restated): number => (each.stored === 0 ? 1 : withoutNoise(Math.abs(difference(each) / each.stored)));
const isRevised = (each: Restated): boolean => Math.abs(difference(each)) > roundingTolerance(0, each.view.indicator.decimals);

/** Of tiny figures every correction is a large share: one unit of measure more or less is never a finding. */
const ONE_UNIT = 1;

/** One finding for a row, on the figure that is named first: a revised month moves the cumulative with it. */
const largeRevision: Rule = {
  code: 'T04',
  needs: ['unit', 'period', 'storedHistory'],
  *run(context) {
    const { period } = context;
    if (period === null || period.month === 1) return;
    const { revisionShare } = context.index.catalogue.thresholds;
    const said = new Set<string>();
    for (const each of restatedFigures(context, period)) {
      const change = shareOf(each);
      if (!isRevised(each) || Math.abs(difference(each)) <= ONE_UNIT || change <= revisionShare || said.has(each.view.indicator.code)) continue;
      said.add(each.view.indicator.code);
      const { view, role, stored, restated } = each;
      yield { code: 'T04', params: { previousPeriod: previousPeriod(period), stored, restated, change }, ...atCells(view, [role]), found: restated, expected: stored };
    }
  },
};

/** A report has few figures, and of two one is half: so many rows must be compared, and so many revised, to speak of "at once". */
const FEWEST_COMPARED = 3;
const FEWEST_REVISED = 2;

/** Counted by rows, since a revised month moves the cumulative with it. */
const manyRevisions: Rule = {
  code: 'T05',
  needs: ['unit', 'period', 'storedHistory'],
  *run(context) {
    const { period } = context;
    if (period === null || period.month === 1) return;
    const all = restatedFigures(context, period);
    const changed = all.filter(isRevised);
    const compared = rowsOf(all);
    const revised = rowsOf(changed);
    if (compared < FEWEST_COMPARED || revised < FEWEST_REVISED || revised <= context.index.catalogue.thresholds.revisedFigures * compared) return;
    const cells = changed.flatMap(({ view, role }) => atCells(view, [role]).cells);
    yield { code: 'T05', params: { previousPeriod: previousPeriod(period), revised, compared }, cells, found: revised };
  },
};

const rowsOf = (figures: readonly Restated[]): number => new Set(figures.map(({ view }) => view)).size;

export const revisionRules: readonly Rule[] = [largeRevision, manyRevisions];
