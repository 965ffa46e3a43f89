import { withSeverities } from '../core/checks/severities';
import type { Finding } from '../core/checks/finding';
import type { Fact } from '../core/consolidation/types';
import { memoryOf } from '../core/memory/memory-of';
import { coveredBySheets, type Covers, type LookedAt } from '../core/memory/looked';
import type { Memory } from '../core/memory/types';
import { samePeriod } from '../core/period';
import { inOrder } from './order';
import type { Kept } from './own';

/** Findings of a run with the explanations that lapsed among them, and the run beside the last one. */
export interface Remembered {
  readonly findings: readonly Finding[];
  readonly memory: Memory;
}

/** A run beside what the workbook has on record. */
export function remembered({ own, index }: Kept, findings: readonly Finding[], covers: Covers, knownBefore = false): Remembered {
  const { memory, lapsed } = memoryOf({ findings, log: own.findings, covers, knownBefore });
  return { findings: inOrder([...findings, ...withSeverities(lapsed, index.catalogue, null)]), memory };
}

/** The same for report sheets of the open workbook. A unit's month that is among the facts was checked before. */
export function rememberedSheets(kept: Kept, findings: readonly Finding[], checked: readonly LookedAt[]): Remembered {
  const isKnown = (fact: Fact): boolean => checked.some(({ unit, period }) => unit === fact.unit && period !== null && samePeriod(period, fact.period));
  return remembered(kept, findings, coveredBySheets(checked), kept.own.facts.some(isKnown));
}
