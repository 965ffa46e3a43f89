import type { FigureRole } from '../../report/types';
import type { FindingDraft } from '../finding';
import { referencesFor, type Reference } from '../references';
import { atCells, madeRate, roleKey, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';

/** Powers of a thousand that a wrong unit of measure makes: nghìn, triệu, tỷ. */
const FACTORS = [1e3, 1e6, 1e-3, 1e-6] as const;
/** A ratio from 0,3 to 3 times the factor speaks for it. */
const LOW = 0.3;
const HIGH = 3;
/** A reference within this many times the value speaks against any factor. */
const USUAL = 30;
/** Counts below this jump by nature; nothing is concluded from them. */
const SMALL_COUNT = 30;

/**
 * A figure ×1000 or ×10⁶ away from what is known: triệu for tỷ, nghìn người for người. Each reference (earlier figures,
 * plan, last year) has a voice; more must speak for one factor than say that the order of magnitude is as usual. The
 * catalogue's target outvotes the form's own columns: they may all be in the same wrong unit. Of a rate, what numerator
 * and denominator make is judged too.
 */
export const scaleRule: Rule = {
  code: 'V15',
  needs: [],
  *run(context) {
    for (const view of context.rows) {
      const { kind } = view.indicator;
      const rate = judgeRate(context, view);
      if (rate) {
        yield rate;
        continue;
      }
      const roles: readonly FigureRole[] = kind === 'flow' ? ['cumulative', 'month'] : kind === 'stock' ? ['cumulative'] : ['numerator', 'denominator'];
      for (const role of roles) {
        const draft = judge(context, view, role);
        if (draft) yield draft;
      }
    }
  },
};

function judge(context: CheckContext, view: IndicatorRow, role: FigureRole): FindingDraft | null {
  const value = context.sound(view, role);
  if (value === null || value <= 0) return null;
  const isCount = view.indicator.decimals === 0;
  const references = referencesFor(context, view, role).filter((each) => !(isCount && each.value < SMALL_COUNT && value < SMALL_COUNT * 10));
  const verdict = factorOf(value, references);
  if (!verdict || (isCount && verdict.factor < 1 && Number.isInteger(value) && value < 10)) return null;
  const other = withoutNoise(value / verdict.factor);
  return {
    code: 'V15',
    params: { role, value, other, factor: verdict.factor, against: verdict.against },
    ...atCells(view, [role]),
    found: value,
    expected: other,
    key: roleKey(view, role),
  };
}

/** Nghìn người over người: numerator ÷ denominator is a thousand times off what it should be. Which of the two is wrong, a person must say. */
function judgeRate(context: CheckContext, view: IndicatorRow): FindingDraft | null {
  const made = madeRate(context, view);
  const numerator = context.sound(view, 'numerator');
  if (made === null || made <= 0 || numerator === null) return null;
  const verdict = factorOf(made, referencesFor(context, view, 'cumulative'));
  if (!verdict) return null;
  const other = withoutNoise(numerator / verdict.factor);
  return {
    code: 'V15',
    params: { role: 'numerator', value: numerator, other, factor: verdict.factor, against: verdict.against },
    ...atCells(view, ['numerator', 'denominator']),
    found: numerator,
    expected: other,
    key: roleKey(view, 'numerator'),
  };
}

/** Whether one figure is so many times another as only a wrong unit of measure makes it. */
export function isAnotherScale(value: number, other: number): boolean {
  const ratio = value / other;
  return FACTORS.some((factor) => ratio >= factor * LOW && ratio <= factor * HIGH);
}

function factorOf(value: number, references: readonly Reference[]): { readonly factor: number; readonly against: 'target' | 'history' } | null {
  const usual = references.filter((each) => value / each.value < USUAL && each.value / value < USUAL).length;
  for (const factor of FACTORS) {
    const voices = references.filter((each) => value / each.value >= factor * LOW && value / each.value <= factor * HIGH);
    const first = voices[0];
    const outvoted = voices.some((each) => each.against === 'target' && !each.fromForm) && references.every((each) => each.fromForm || voices.includes(each));
    if (first && (voices.length > usual || outvoted)) return { factor, against: first.against === 'target' ? 'target' : 'history' };
  }
  return null;
}
