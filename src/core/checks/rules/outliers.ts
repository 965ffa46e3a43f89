import type { Fact } from '../../consolidation/types';
import type { Thresholds } from '../../catalogue/types';
import type { FigureRole } from '../../report/types';
import { meets } from '../../targets/met';
import type { FindingDraft } from '../finding';
import { valuesBefore } from '../history';
import { atCells, madeRate, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';

/** What of a figure is alike from month to month, this month's value and the earlier ones, the earliest first. */
interface Course {
  readonly role: FigureRole;
  readonly value: number;
  readonly earlier: ReturnType<typeof valuesBefore>;
}

/**
 * A flow's month, the value of a stock, rate, growth or change. A cohort climbs through its year and a milestone jumps:
 * their past says nothing of what is usual.
 */
function courseOf(context: CheckContext, view: IndicatorRow): Course | null {
  const { unit, period } = context;
  const { kind, code } = view.indicator;
  if (unit === null || period === null || view.ordinal > 0 || kind === 'cohort' || kind === 'milestone') return null;
  const role = kind === 'flow' ? 'month' : 'cumulative';
  const value = kind === 'flow' ? monthOf(context, view) : (madeRate(context, view) ?? context.sound(view, 'cumulative'));
  return value === null ? null : { role, value, earlier: valuesBefore(context.history, unit, code, period, (fact: Fact) => fact[role]) };
}

/** "-" says that nothing occurred, which is as good as a nought where months are compared. */
function monthOf(context: CheckContext, view: IndicatorRow): number | null {
  const reading = view.row.figures.month?.reading;
  return reading?.kind === 'placeholder' && reading.state === 'notOccurred' ? 0 : context.sound(view, 'month');
}

/** So many earlier months make a habit; so many of the latest ones are looked at. */
const HABIT = 3;
const LOOKED_AT = 6;
/** Counts below this come and go by chance; of amounts one unit of measure is enough. */
const SMALL_COUNT = 10;

/** A figure that was always there and is nought, or was always nought and is there; null otherwise. What follows events may do so at any time. */
function suddenChange(view: IndicatorRow, course: Course): 'zero' | 'appeared' | null {
  const due = view.assignment?.due ?? null;
  if (due === null || due === 'E' || due === 'A' || course.earlier.length < HABIT) return null;
  const least = view.indicator.decimals === 0 ? SMALL_COUNT : 1;
  if (course.value === 0) {
    const wasThere = course.earlier.slice(-LOOKED_AT).every(({ value }) => value >= least);
    return wasThere && !isGoal(view, course.value) ? 'zero' : null;
  }
  return course.value >= least && course.earlier.every(({ value }) => value === 0) ? 'appeared' : null;
}

/** Nought is what a stock or rate should come to. */
function isGoal({ indicator: { kind, target, operator, better, tolerance } }: IndicatorRow, value: number): boolean {
  return kind !== 'flow' && better === 'down' && target?.kind === 'number' && operator !== null && meets(value, operator, target.value, better, tolerance);
}

const sudden: Rule = {
  code: 'T10',
  needs: ['unit', 'period', 'storedHistory'],
  *run(context) {
    for (const view of context.rows) {
      const course = courseOf(context, view);
      const kind = course === null ? null : suddenChange(view, course);
      const before = course?.earlier.at(-1);
      if (course === null || kind === null || before === undefined) continue;
      const { role, value } = course;
      yield { code: 'T10', params: { kind, role, previous: before.value, previousPeriod: before.period, value }, ...atCells(view, [role]), found: value, expected: before.value };
    }
  },
};

/** Far from the unit's own usual, sudden noughts aside, which T10 names. The month itself is no part of its history. */
const outlier: Rule = {
  code: 'T06',
  needs: ['unit', 'period', 'storedHistory'],
  *run(context) {
    for (const view of context.rows) {
      const course = courseOf(context, view);
      if (course === null || course.earlier.length < context.index.catalogue.thresholds.outlierMonths || suddenChange(view, course) !== null) continue;
      const draft = judge(view, course, context.index.catalogue.thresholds);
      if (draft) yield draft;
    }
  },
};

/** Makes the score comparable with a standard deviation (Iglewicz and Hoaglin). */
const NORMAL_QUARTILE = 0.6745;
/** No spread is so small that one unit of measure more or less were remarkable. */
const ONE_UNIT = 1;
/** What binary arithmetic alone can make of a difference. */
const NOISE = 1e-9;

function judge(view: IndicatorRow, { role, value, earlier }: Course, thresholds: Thresholds): FindingDraft | null {
  const median = medianOf(earlier.map((each) => each.value));
  const distance = Math.abs(value - median);
  if (distance <= ONE_UNIT + NOISE) return null;
  const spread = medianOf(earlier.map((each) => Math.abs(each.value - median)));
  // Where more than half of the months are alike, the spread is nil and any difference would score without end.
  const score = spread <= NOISE ? null : (NORMAL_QUARTILE * distance) / spread;
  const isOut = score === null ? distance > thresholds.outlierShare * Math.abs(median) + NOISE : score > thresholds.outlierScore;
  if (!isOut) return null;
  return { code: 'T06', params: { role, value: withoutNoise(value), median: withoutNoise(median), score, months: earlier.length }, ...atCells(view, [role]), found: withoutNoise(value), expected: withoutNoise(median) };
}

function medianOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0;
  const upper = sorted[sorted.length >> 1] ?? lower;
  return (lower + upper) / 2;
}

export const outlierRules: readonly Rule[] = [sudden, outlier];
