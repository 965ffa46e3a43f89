import { dueAssignments } from '../catalogue/due';
import type { CatalogueIndex } from '../catalogue/types';
import type { Period } from '../period';
import { learningContext, type CheckInput } from './context';
import type { CheckResult, Finding, FindingCode, FindingDraft, FindingParams } from './finding';
import { latestBefore, monthNumber } from './history';
import { makeFinding, type FindingPlace } from './make';
import { numberOf, type CheckContext, type Need, type Rule } from './rule';
import { RULES } from './rules';

type SkipReason = FindingParams['R01']['reason'];

const NEEDS: { readonly [N in Need]: { readonly reason: SkipReason; readonly met: (context: CheckContext) => boolean } } = {
  unit: { reason: 'noUnit', met: (context) => context.unit !== null },
  period: { reason: 'noPeriod', met: (context) => context.period !== null },
  reportPeriod: { reason: 'noPeriod', met: (context) => context.reportPeriod !== null },
  history: { reason: 'noHistory', met: hasHistory },
  storedHistory: { reason: 'noHistory', met: hasStoredHistory },
};

/** Reports begin with February: before March nothing earlier can exist, so nothing is missing either. */
const FIRST_MONTH_WITH_HISTORY = 3;

/** Whether anything earlier stands behind the report's flows; a report without flows, or with blank ones only, lacks nothing. */
function hasHistory(context: CheckContext): boolean {
  const { unit, period, history } = context;
  if (unit === null || period === null) return false;
  if (period.month < FIRST_MONTH_WITH_HISTORY) return true;
  const flows = context.rows.filter((row) => row.ordinal === 0 && row.indicator.kind === 'flow' && numberOf(row.row.figures.cumulative) !== null);
  return flows.length === 0 || flows.some((row) => row.row.figures.previousCumulative?.reading.kind === 'number' || latestBefore(history, unit, row.indicator.code, period, () => true) !== null);
}

/**
 * Whether anything earlier of what the report speaks of is stored; what the form itself says of earlier months is not
 * enough. A report without figures lacks nothing, and neither does the first of the year that was due.
 */
function hasStoredHistory({ unit, period, history, rows, index }: CheckContext): boolean {
  if (unit === null || period === null) return false;
  if (period.month < FIRST_MONTH_WITH_HISTORY) return true;
  const until = monthNumber(period);
  const isStored = rows.some(({ indicator }) => {
    const first = history.series(unit, indicator.code)[0];
    return first !== undefined && monthNumber(first.period) < until;
  });
  return isStored || rows.length === 0 || !wasDueBefore(index, unit, period);
}

function wasDueBefore(index: CatalogueIndex, unit: string, period: Period): boolean {
  for (let month = FIRST_MONTH_WITH_HISTORY - 1; month < period.month; month += 1) if (dueAssignments(index, unit, { ...period, month }).length > 0) return true;
  return false;
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
  // What there is does not change while the rules run; it is looked for once.
  const known = new Map<Need, boolean>();
  const isMet = (need: Need): boolean => {
    const met = known.get(need) ?? NEEDS[need].met(context);
    known.set(need, met);
    return met;
  };

  for (const rule of rules) {
    const missing = rule.needs.find((need) => !isMet(need));
    if (missing !== undefined) {
      const { reason } = NEEDS[missing];
      skipped.set(reason, [...(skipped.get(reason) ?? []), rule.code]);
      continue;
    }
    const outcome = collect(rule, context);
    for (const draft of outcome.drafts) {
      findings.push(makeFinding(draft, place, holds(draft)));
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
