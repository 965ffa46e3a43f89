import type { CatalogueIndex, Indicator } from '../catalogue/types';
import type { Finding, FindingDraft } from '../checks/finding';
import { makeFinding } from '../checks/make';
import type { Consolidation, ProvinceFigure } from '../consolidation/types';
import { cutOf, isInPoints } from './cuts';
import { isUnlike } from './like-with-like';
import { isCeiling, meets, noise } from './met';
import { planFindings } from './plan-findings';
import { startOf } from './state';
import type { Assessment } from './types';

export interface TargetFindingsInput {
  readonly assessments: readonly Assessment[];
  readonly consolidation: Consolidation;
  /** With every known plan of a unit: the catalogue's, and those that forms state. */
  readonly index: CatalogueIndex;
}

/** One indicator with a figure. */
interface Judged {
  readonly indicator: Indicator;
  readonly figure: ProvinceFigure;
  readonly value: number;
  readonly assessment: Assessment;
}

const MONTHS = 12;
const MID_YEAR = 6;

/**
 * What the assessment of the province's figures finds: no target (G01), behind (G05), far behind or heading for a miss
 * (G06), moving the wrong way (G07), far beyond the target by mid-year (G08), the units' plans against the target
 * (G10), exactly at a strict bound (G11). Of one indicator's pace there is one finding: G07, else G06, else G05. A
 * figure that is missing is nobody's finding here.
 */
export function targetFindings({ assessments, consolidation, index }: TargetFindingsInput): readonly Finding[] {
  const { period } = consolidation;
  const figures = new Map(consolidation.figures.map((figure) => [figure.indicator, figure]));
  const bases = new Set(index.catalogue.indicators.flatMap((each) => each.derivation?.of ?? []));
  const paced = new Set(assessments.flatMap((each) => (each.pathway === 'none' ? [] : [each.indicator])));
  const drafts = assessments.flatMap((assessment): FindingDraft[] => {
    const indicator = index.indicator(assessment.indicator);
    const figure = figures.get(assessment.indicator);
    if (!indicator || !figure || figure.cumulative === null) return [];
    const judged: Judged = { indicator, figure, value: figure.cumulative, assessment };
    return [noTarget(judged, bases), pace(judged, index, paced), overshoot(judged, index), atBound(judged)].flatMap((draft) => draft ?? []);
  });
  return [...drafts, ...planFindings(index, period)].map((draft) => makeFinding(draft, { file: '', sheet: '', unit: null, period }));
}

/** G01. A "trong đó" follows the row above it, and what another indicator is derived from is judged there: neither needs a target of its own. */
function noTarget({ indicator }: Judged, bases: ReadonlySet<string>): FindingDraft | null {
  if (indicator.target !== null || indicator.parent !== null || indicator.derivation !== null || bases.has(indicator.code)) return null;
  return { code: 'G01', params: {}, indicator: indicator.code };
}

/**
 * G05, G06, G07: one at most. A sum that lacks units is not called behind for that; and a share of a count that has a
 * path of its own is not judged a second time, against the whole year's rate: the count says how far it is.
 */
function pace(judged: Judged, index: CatalogueIndex, paced: ReadonlySet<string>): FindingDraft | null {
  const { indicator, figure, value, assessment } = judged;
  const { state, expected, pace: reached, forecast, target } = assessment;
  const { derivation } = indicator;
  if (isUnlike(indicator, figure, index) || (derivation?.method === 'share' && paced.has(derivation.of))) return null;
  const at = { indicator: indicator.code, found: value };
  if (state === 'worsening') {
    const start = startOf(indicator);
    return start === null ? null : { code: 'G07', params: { value, start }, ...at, expected: start };
  }
  const missing = (reason: 'farBehind' | 'forecastMisses'): FindingDraft => ({ code: 'G06', params: { reason, value, expected, pace: reached, forecast, target }, ...at, expected });
  if (state === 'farBehind') return missing('farBehind');
  if (willMiss(judged)) return missing('forecastMisses');
  return state === 'behind' && expected !== null ? { code: 'G05', params: { value, expected, pace: reached, far: false }, ...at, expected } : null;
}

/**
 * Whether the year will miss its target and can hardly be turned any more. A forecast misses by as much as the pace is
 * short, so every row below 1 has one; it is worth a word of its own where the rest of the year would have to go so much
 * faster than it goes now as a row that is far behind, or where a ceiling is passed already. Rates are held as they
 * are: of them the gap speaks. A sum without all its parts foretells nothing.
 */
function willMiss({ indicator, figure, value, assessment }: Judged): boolean {
  const { state, target, forecast, effort } = assessment;
  const open = state === 'onTrack' || state === 'behind' || state === 'notMet';
  if (!open || target === null || indicator.operator === null || forecast === null || isInPoints(indicator) || figure.provisional) return false;
  if (meets(forecast, indicator.operator, target, indicator.better, indicator.tolerance)) return false;
  if (isCeiling(indicator)) return !meets(value, indicator.operator, target, indicator.better, indicator.tolerance);
  const { behind } = cutOf(indicator);
  return effort !== null && effort * behind >= 1 - noise(1);
}

/** G08: more than the year asks for, by far and early; a wrong unit of measure looks like that, and so does a target that asks for too little. */
function overshoot({ indicator, value, assessment: { target, judgedAt } }: Judged, index: CatalogueIndex): FindingDraft | null {
  if ((indicator.kind !== 'flow' && indicator.kind !== 'stock') || indicator.better !== 'up') return null;
  if (target === null || target <= 0 || judgedAt === null || judgedAt.month > MID_YEAR) return null;
  const share = value / target;
  if (share <= index.catalogue.thresholds.overshootShare + noise(1)) return null;
  return { code: 'G08', params: { value, target, share }, indicator: indicator.code, found: value, expected: target };
}

/** G11: "more than" and "less than" are not met by the bound itself. Last year's figure is a bound once the year is full. */
function atBound({ indicator, value, assessment: { target, expected, judgedAt } }: Judged): FindingDraft | null {
  if (indicator.operator !== '<' && indicator.operator !== '>') return null;
  const bound = target ?? (indicator.target?.kind === 'lastYear' && judgedAt?.month === MONTHS ? expected : null);
  if (bound === null || Math.abs(value - bound) > noise(bound)) return null;
  return { code: 'G11', params: { value, bound }, indicator: indicator.code, found: value, expected: bound };
}
