import { previousPeriod, type Period } from '../../period';
import type { FigureRole } from '../../report/types';
import { atCells, roundingTolerance, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';

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
      return restated === null || stored === null ? [] : [{ view, role, stored, restated }];
    });
  });
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

/** Of two or three figures one is soon a large part; so many must be compared, and so many revised, to speak of "at once". */
const FEWEST_COMPARED = 4;
const FEWEST_REVISED = 2;

const manyRevisions: Rule = {
  code: 'T05',
  needs: ['unit', 'period', 'storedHistory'],
  *run(context) {
    const { period } = context;
    if (period === null || period.month === 1) return;
    const compared = restatedFigures(context, period);
    const revised = compared.filter(isRevised);
    if (compared.length < FEWEST_COMPARED || revised.length < FEWEST_REVISED) return;
    if (revised.length <= context.index.catalogue.thresholds.revisedFigures * compared.length) return;
    const cells = revised.flatMap(({ view, role }) => atCells(view, [role]).cells);
    yield { code: 'T05', params: { previousPeriod: previousPeriod(period), revised: revised.length, compared: compared.length }, cells, found: revised.length };
  },
};

export const revisionRules: readonly Rule[] = [largeRevision, manyRevisions];
