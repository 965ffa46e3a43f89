import type { Decision, Finding } from '../../commands/types';
import { samePeriod } from '../../core/period';
import type { HeldFigure } from '../../core/consolidation/types';

/** One thing the analyst may do about a held figure. `value` null: take what stands there. */
export interface Choice {
  readonly action: Decision['action'];
  readonly value: number | null;
}

/** A held figure with what the findings let the analyst choose; without choices the source must be corrected. */
export interface HeldItem {
  readonly held: HeldFigure;
  readonly findings: readonly Finding[];
  readonly choices: readonly Choice[];
}

const take: Choice = { action: 'take', value: null };
const leaveOut: Choice = { action: 'leaveOut', value: null };
const other = (value: number): Choice => ({ action: 'takeOther', value });

/** What the analyst may do about one finding; only what cannot be told without a person is offered. */
function choicesOf(finding: Finding): readonly Choice[] {
  switch (finding.code) {
    case 'V04':
      return [other(finding.params.readings[0]), other(finding.params.readings[1]), leaveOut];
    case 'V14':
    case 'V15':
      return [take, other(finding.params.other), leaveOut];
    case 'T09':
    case 'V07':
    case 'V08':
    case 'K09':
    case 'K10':
    case 'S14':
      return [take, leaveOut];
    default:
      return finding.held && finding.scope === 'cell' ? [leaveOut] : [];
  }
}

/** Joins each held figure with the findings that hold it. */
export function heldItems(held: readonly HeldFigure[], findings: readonly Finding[]): readonly HeldItem[] {
  return held.map((one) => {
    const reasons = findings.filter(
      (finding) => finding.held && one.codes.includes(finding.code) && finding.unit === one.unit && finding.indicator === one.indicator && finding.file === one.file && finding.sheet === one.sheet && (one.cell === '' || finding.cells.length === 0 || finding.cells.includes(one.cell)),
    );
    const bound = one.unit !== null && one.indicator !== null && one.period !== null;
    const choices = bound ? unique(reasons.flatMap(choicesOf)) : [];
    return { held: one, findings: reasons, choices };
  });
}

/** The same choice once, "leave out" last. */
function unique(choices: readonly Choice[]): readonly Choice[] {
  const distinct = new Map(choices.map((choice) => [`${choice.action}|${choice.value}`, choice]));
  return [...distinct.values()].sort((a, b) => Number(a.action === 'leaveOut') - Number(b.action === 'leaveOut'));
}

/** The decision that a choice makes; null for what is bound to no unit, indicator and month. */
export function decisionOf(item: HeldItem, choice: Choice): Decision | null {
  const { unit, indicator, period, found, figure = 'cumulative' } = item.held;
  return unit === null || indicator === null || period === null ? null : { unit, indicator, period, figure, found, ...choice };
}

/** What was chosen for an item that still waits, because another figure of its row is undecided. */
export function chosenFor(item: HeldItem, decisions: readonly Decision[]): Decision | null {
  const { unit, indicator, period, figure = 'cumulative' } = item.held;
  return decisions.find((one) => one.unit === unit && one.indicator === indicator && one.figure === figure && period !== null && samePeriod(one.period, period)) ?? null;
}
