import type { FigureRole } from '../../report/types';
import type { FindingDraft } from '../finding';
import { referencesFor } from '../references';
import { atCells, roleKey, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';

/** The same period last year is 100. */
const BASE = 100;
/** A growth within so many points of the target or of an earlier one is as usual. */
const USUAL_POINTS = 15;

/**
 * 108,1 typed for a growth of 8,1 %. Only where the value less 100 is near the target, an earlier figure or last
 * year's, and the value itself is far from all of them: a growth of 98 % after 95 % is one. The column "So với cùng kỳ"
 * may be either and is not judged.
 */
export const growthRule: Rule = {
  code: 'V24',
  needs: [],
  *run(context) {
    for (const view of context.rows) {
      if (view.indicator.kind !== 'growth') continue;
      for (const role of ['cumulative', 'month', 'lastYear'] as const) {
        const draft = judge(context, view, role);
        if (draft) yield draft;
      }
    }
  },
};

function judge(context: CheckContext, view: IndicatorRow, role: FigureRole): FindingDraft | null {
  const value = context.sound(view, role);
  if (value === null || value < BASE / 2) return null;
  const other = withoutNoise(value - BASE);
  // Growths of one indicator are alike in every column, so all are held against what the value itself would be.
  const references = referencesFor(context, view, 'cumulative').filter((each) => each.against !== 'lastYear' || role !== 'lastYear');
  const near = (figure: number): boolean => references.some((each) => Math.abs(figure - each.value) <= USUAL_POINTS);
  if (!near(other) || near(value)) return null;
  return { code: 'V24', params: { role, value, other }, ...atCells(view, [role]), found: value, expected: other, key: roleKey(view, role) };
}
