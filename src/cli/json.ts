import { findingJson } from '../core/answers/export';
import type { Finding } from '../core/checks/finding';
import type { ProvinceFigure } from '../core/consolidation/types';
import { periodKey, samePeriod, type Period } from '../core/period';
import type { Assessment } from '../core/targets/types';
import type { InputItem, Preview } from '../commands/types';

/** Renders a finding's sentence and hint. */
export type Say = (finding: Finding) => { readonly message: string; readonly hint: string };

const key = (period: Period | null): string | null => (period === null ? null : periodKey(period));

export function inputJson(input: InputItem, say: Say) {
  return {
    file: input.file,
    status: input.status,
    unit: input.unit,
    period: key(input.period),
    checks: input.result.checks,
    findings: input.result.findings.map((finding) => findingJson(finding, say)),
  };
}

interface Excelled {
  readonly requests: number;
  readonly requestBytes: number;
  readonly actions: number;
}

/** The whole outcome of a consolidation. Absent numbers are null, rates in percent. */
export function consolidationJson(preview: Preview, more: readonly Finding[], excel: Excelled, say: Say) {
  const { consolidation, period } = preview;
  const assessments = new Map(preview.assessments.map((assessment) => [assessment.indicator, assessment]));
  return {
    period: periodKey(period),
    units: {
      expected: consolidation.units.expected.length,
      received: consolidation.units.received.filter((unit) => consolidation.units.expected.includes(unit)).length,
      missing: consolidation.units.missing,
      inWords: {
        expected: consolidation.units.inWords.expected.length,
        received: consolidation.units.inWords.received.length,
      },
    },
    files: preview.inputs.map((input) => ({
      file: input.file,
      sheet: input.sheet,
      status: input.status,
      unit: input.unit,
      period: key(input.period),
      use: input.use,
      checks: input.result.checks,
    })),
    indicators: consolidation.figures.map((figure) => indicatorJson(figure, assessments.get(figure.indicator) ?? null)),
    held: consolidation.held.map((held) => ({ ...held, period: key(held.period) })),
    findings: [...preview.findings, ...more].map((finding) => findingJson(finding, say)),
    changes: consolidation.changes.map((change) => ({ ...change, period: periodKey(change.period) })),
    revisions: preview.revisions.map((revision) => ({ ...revision, period: periodKey(revision.period) })),
    excel,
  };
}

function indicatorJson(figure: ProvinceFigure, assessment: Assessment | null) {
  return {
    code: figure.indicator,
    month: figure.month,
    cumulative: figure.cumulative,
    lastYear: figure.lastYear,
    numerator: figure.numerator,
    denominator: figure.denominator,
    asOf: key(figure.asOf),
    target: assessment?.target ?? null,
    percentOfPlan: assessment?.percentOfPlan ?? null,
    percentOfLastYear: assessment?.percentOfLastYear ?? null,
    expected: assessment?.expected ?? null,
    pathway: assessment?.pathway ?? 'none',
    scenarioMonth: assessment?.scenarioMonth ?? null,
    gap: assessment?.gap ?? null,
    gapToDate: assessment?.gapToDate ?? null,
    pace: assessment?.pace ?? null,
    forecast: assessment?.forecast ?? null,
    forecastMethod: assessment?.forecastMethod ?? 'none',
    forecastRange: assessment?.forecastRange ?? null,
    forecastGap: assessment?.forecastGap ?? null,
    neededPerMonth: assessment?.neededPerMonth ?? null,
    broughtPerMonth: assessment?.broughtPerMonth ?? null,
    effort: assessment?.effort ?? null,
    rateNeeded: assessment?.rateNeeded ?? null,
    state: assessment?.state ?? 'noData',
    coverage: figure.coverage,
    provisional: figure.provisional,
    sources: figure.sources.map((source) => ({ ...source, period: periodKey(source.period) })),
  };
}

/**
 * Whether an open error concerns the month that was asked for. Findings of earlier months in the same call are
 * history: listed, but they do not fail the run.
 */
export function failsRun(findings: readonly Finding[], period: Period): boolean {
  return findings.some((finding) => finding.severity === 'E' && (finding.period === null || samePeriod(finding.period, period) || finding.period.year !== period.year || finding.period.month > period.month));
}
