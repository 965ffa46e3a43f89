import type { CellEdit, Finding, FixOption, FixProposal, Memory } from '../../commands/types';
import type { CellState } from '../../core/fixes/types';
import type { Text } from '../text';

/** What can be done about the findings of a list, and what is remembered of them. */
export interface FindingCare {
  readonly fixes: ReadonlyMap<string, FixProposal>;
  readonly memory: Memory | null;
  /** A command runs: nothing else can be asked for. */
  readonly busy: boolean;
  /** Absent where the cells cannot be changed: picked files. */
  readonly onFix?: (edits: readonly CellEdit[]) => void;
  /** Puts an explanation on record; false when it could not be. */
  readonly onExplain?: (finding: Finding, reason: string, by: string) => Promise<boolean>;
}

/** What a cell holds, for people: “2.340”, 2.340, =A1/B1, trống. */
export function shownState(state: CellState | FixOption['value'], text: Text): string {
  if (state === null || state === '') return text.t('change.blank');
  if (typeof state === 'number') return text.number(state, 6);
  if (typeof state === 'boolean') return state ? 'TRUE' : 'FALSE';
  return typeof state === 'string' ? `“${state.length > 40 ? `${state.slice(0, 39)}…` : state}”` : state.formula;
}

/** One line a changed cell: "H14: “2.340” → 2.340". A cell that only stays what it is says so. */
export function shownEdits(option: FixOption, text: Text): readonly string[] {
  return option.edits.map(({ address, before, after }) =>
    before === after ? text.t('fix.keeps', { cell: address, value: shownState(before, text) }) : text.t('fix.change', { cell: address, before: shownState(before, text), after: shownState(after, text) }),
  );
}

/** The edits of every safe fix in a list of findings. */
export function safeEdits(findings: readonly Finding[], fixes: ReadonlyMap<string, FixProposal>): { readonly count: number; readonly edits: readonly CellEdit[] } {
  const taken = new Set<string>();
  const edits: CellEdit[] = [];
  for (const { fingerprint } of findings) {
    const proposal = fixes.get(fingerprint);
    if (proposal?.kind !== 'safe' || taken.has(fingerprint)) continue;
    taken.add(fingerprint);
    edits.push(...(proposal.options[0]?.edits ?? []));
  }
  return { count: taken.size, edits };
}

/** Comply or explain: warnings only; an error is corrected, a note needs nothing. A lapsed explanation is explained at the finding itself. */
export function canExplain(finding: Finding): boolean {
  return finding.severity === 'W' && finding.code !== 'R05';
}
