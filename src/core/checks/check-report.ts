import { learningContext, type CheckInput } from './context';
import type { CheckResult, Finding, FindingCode, FindingDraft, FindingParams } from './finding';
import { latestBefore } from './history';
import { makeFinding, type FindingPlace } from './make';
import type { CheckContext, Need, Rule } from './rule';
import { RULES } from './rules';

type SkipReason = FindingParams['R01']['reason'];

const NEEDS: { readonly [N in Need]: { readonly reason: SkipReason; readonly met: (context: CheckContext) => boolean } } = {
  unit: { reason: 'noUnit', met: (context) => context.unit !== null },
  period: { reason: 'noPeriod', met: (context) => context.period !== null },
  reportPeriod: { reason: 'noPeriod', met: (context) => context.reportPeriod !== null },
  history: { reason: 'noHistory', met: hasHistory },
};

/** Reports begin with February: before March nothing earlier can exist, so nothing is missing either. */
const FIRST_MONTH_WITH_HISTORY = 3;

/** Whether anything earlier stands behind the report's flows; a report without flows lacks nothing. */
function hasHistory(context: CheckContext): boolean {
  const { unit, period, history } = context;
  if (unit === null || period === null) return false;
  if (period.month < FIRST_MONTH_WITH_HISTORY) return true;
  const flows = context.rows.filter((row) => row.ordinal === 0 && row.indicator.kind === 'flow');
  return flows.length === 0 || flows.some((row) => row.row.figures.previousCumulative?.reading.kind === 'number' || latestBefore(history, unit, row.indicator.code, period, () => true) !== null);
}

/**
 * All checks of one report. A rule that lacks something is skipped and a rule that crashes is reported (R01, R02);
 * neither hides the others. Findings come in the order of the rules.
 */
export function checkReport(input: CheckInput): CheckResult {
  return runRules(RULES, input);
}

/** The engine by itself, over any list of rules. */
export function runRules(rules: readonly Rule[], input: CheckInput): CheckResult {
  const { context, learn, holds } = learningContext(input);
  const { report } = input;
  const place: FindingPlace = { file: report.source.file, sheet: report.source.sheet, unit: report.unit, period: report.period };
  const findings: Finding[] = [];
  const skipped = new Map<SkipReason, FindingCode[]>();
  let run = 0;
  let crashed = 0;

  for (const rule of rules) {
    const missing = rule.needs.find((need) => !NEEDS[need].met(context));
    if (missing !== undefined) {
      const { reason } = NEEDS[missing];
      skipped.set(reason, [...(skipped.get(reason) ?? []), rule.code]);
      continue;
    }
    const outcome = collect(rule, context);
    for (const draft of outcome.drafts) {
      const held = holds(draft);
      findings.push(makeFinding(held === draft.held ? draft : { ...draft, held }, place));
      learn(draft);
    }
    if (outcome.error === null) run += 1;
    else {
      crashed += 1;
      findings.push(makeFinding({ code: 'R02', params: { check: rule.code, message: outcome.error }, key: rule.code }, place));
    }
  }
  for (const [reason, codes] of skipped) {
    findings.push(makeFinding({ code: 'R01', params: { check: codes.join(', '), reason }, key: `${reason}|${codes.join()}` }, place));
  }
  const skippedCount = [...skipped.values()].reduce((sum, codes) => sum + codes.length, 0);
  return { findings, checks: { run, skipped: skippedCount, crashed }, cells: report.cellCount };
}

/** What a rule found up to its end or its crash. */
function collect(rule: Rule, context: CheckContext): { readonly drafts: readonly FindingDraft[]; readonly error: string | null } {
  const drafts: FindingDraft[] = [];
  try {
    for (const draft of rule.run(context)) drafts.push(draft);
    return { drafts, error: null };
  } catch (error) {
    return { drafts, error: error instanceof Error ? error.message : String(error) };
  }
}
