import type { Identity } from '../../catalogue/types';
import type { FigureRole } from '../../report/types';
import type { FindingDraft } from '../finding';
import { atCells, madeRate, nearlyEqual, roundingTolerance, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';

type SumIdentity = Extract<Identity, { kind: 'sum' }>;
type AtMostIdentity = Extract<Identity, { kind: 'atMost' }>;

const within = (identity: Identity): boolean => identity.scope !== 'province';
const firstRow = (context: CheckContext, code: string): IndicatorRow | null => context.byIndicator.get(code)?.[0] ?? null;

/** Total = offset + Σ parts. A blank or doubtful part is no zero: without all of them nothing is judged. */
const totals: Rule = {
  code: 'L01',
  needs: [],
  *run(context) {
    for (const identity of context.index.catalogue.identities) {
      if (identity.kind !== 'sum' || !within(identity)) continue;
      // An offset is where the year began, so it belongs to the value to date alone.
      const draft = judgeSum(context, identity, 'cumulative') ?? (identity.offset === 0 ? judgeSum(context, identity, 'month') : null);
      if (draft) yield draft;
    }
  },
};

function judgeSum(context: CheckContext, identity: SumIdentity, role: FigureRole): FindingDraft | null {
  const totalRow = firstRow(context, identity.total);
  const total = totalRow ? context.sound(totalRow, role) : null;
  if (!totalRow || total === null) return null;
  const parts: IndicatorRow[] = [];
  let sum = identity.offset;
  for (const code of identity.parts) {
    const part = firstRow(context, code);
    const value = part ? context.sound(part, role) : null;
    if (!part || value === null) return null;
    parts.push(part);
    sum += value;
  }
  const tolerance = toleranceOf(identity, totalRow, total);
  const imbalance = withoutNoise(total - sum);
  if (Math.abs(imbalance) <= tolerance) return null;
  return {
    code: 'L01',
    params: { total, sum: withoutNoise(sum), imbalance, tolerance, parts: identity.parts },
    indicator: identity.total,
    cells: [totalRow, ...parts].flatMap((row) => atCells(row, [role]).cells),
    found: total,
    expected: withoutNoise(sum),
    key: role,
  };
}

/** As declared (a share of the total, or points for percentages), else what rounding alone can make. */
function toleranceOf(identity: SumIdentity, total: IndicatorRow, value: number): number {
  if (identity.tolerance === null) return roundingTolerance(identity.parts.length, total.indicator.decimals);
  return total.indicator.unit.includes('%') ? identity.tolerance : identity.tolerance * Math.abs(value);
}

/** A part cannot exceed its whole. Rates are compared as numerator ÷ denominator makes them, so that rounding plays no part. */
const partsAndWholes: Rule = {
  code: 'L02',
  needs: [],
  *run(context) {
    for (const identity of context.index.catalogue.identities) {
      if (identity.kind !== 'atMost' || !within(identity)) continue;
      const draft = judgeAtMost(context, identity);
      if (draft) yield draft;
    }
  },
};

function judgeAtMost(context: CheckContext, identity: AtMostIdentity): FindingDraft | null {
  const smaller = firstRow(context, identity.smaller);
  const larger = firstRow(context, identity.larger);
  if (!smaller || !larger) return null;
  const madeSmaller = madeRate(context, smaller);
  const madeLarger = madeRate(context, larger);
  const bothMade = madeSmaller !== null && madeLarger !== null;
  const smallerValue = bothMade ? madeSmaller : context.sound(smaller, 'cumulative');
  const largerValue = bothMade ? madeLarger : context.sound(larger, 'cumulative');
  if (smallerValue === null || largerValue === null || smallerValue < largerValue || nearlyEqual(smallerValue, largerValue)) return null;
  const roles: readonly FigureRole[] = bothMade ? ['cumulative', 'numerator', 'denominator'] : ['cumulative'];
  return {
    code: 'L02',
    params: { smaller: identity.smaller, larger: identity.larger, smallerValue: withoutNoise(smallerValue), largerValue: withoutNoise(largerValue) },
    indicator: identity.smaller,
    cells: [smaller, larger].flatMap((row) => atCells(row, roles).cells),
    found: withoutNoise(smallerValue),
    expected: withoutNoise(largerValue),
    key: identity.larger,
  };
}

export const identityRules: readonly Rule[] = [totals, partsAndWholes];
