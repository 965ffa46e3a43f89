import { CODES } from '../checks/codes';
import type { Finding, FindingCode } from '../checks/finding';
import { makeFinding } from '../checks/make';
import { RESOLVED } from '../sheets/finding-words';
import { boundText } from './bound';
import type { Covers } from './looked';
import type { LoggedFinding, Memory, RememberedFinding, ResolvedFinding } from './types';

/** Faults of Danh mục are looked at in every run, so they say nothing of a run on a report. */
const OF_RULES = /^R0[34]$/;

export interface MemoryInput {
  readonly findings: readonly Finding[];
  /** Rows of KiemTra. */
  readonly log: readonly LoggedFinding[];
  /** What this run looked at. */
  readonly covers: Covers;
  /** A run before is known by something else than findings: the unit's month is among the facts. */
  readonly knownBefore?: boolean;
}

/**
 * This run beside what is on record: new or still there by fingerprint, gone where this run looked, explained while the
 * value stands that was explained. An explanation whose value changed lapses: `lapsed` says so (R05), one for each.
 */
export function memoryOf({ findings, log, covers, knownBefore = false }: MemoryInput): { readonly memory: Memory; readonly lapsed: readonly Finding[] } {
  const known = new Map(log.map((row) => [row.fingerprint, row]));
  const byFingerprint = new Map<string, RememberedFinding>();
  const lapsed: Finding[] = [];
  const remember = (finding: Finding): void => {
    const row = known.get(finding.fingerprint);
    const open = row !== undefined && row.state !== RESOLVED;
    byFingerprint.set(finding.fingerprint, { state: open ? 'still' : 'new', firstSeen: open ? row.firstSeen : '', explanation: null });
  };
  for (const finding of findings) {
    if (byFingerprint.has(finding.fingerprint)) continue;
    remember(finding);
    const explanation = known.get(finding.fingerprint)?.explanation ?? null;
    if (explanation === null || !canBeExplained(finding)) continue;
    const now = boundText(finding.found);
    const entry = byFingerprint.get(finding.fingerprint);
    if (entry && boundText(explanation.boundTo) === now) byFingerprint.set(finding.fingerprint, { ...entry, explanation });
    else lapsed.push(lapse(finding, explanation.reason, explanation.by, explanation.boundTo, now));
  }
  for (const finding of lapsed) remember(finding);
  const resolved = log.flatMap((row): ResolvedFinding[] => {
    if (row.state === RESOLVED || byFingerprint.has(row.fingerprint) || !isCode(row.code) || !covers(row)) return [];
    return [{ fingerprint: row.fingerprint, code: row.code, message: row.message, sheet: row.sheet, cells: row.cells }];
  });
  const settled = [...byFingerprint.values()].filter(({ explanation }) => explanation !== null).length;
  return { memory: { hasLastRun: knownBefore || log.some((row) => !OF_RULES.test(row.code) && covers(row)), byFingerprint, resolved, settled }, lapsed };
}

/** Comply or explain: an error is corrected, a note needs nothing, and a lapse is mended at the finding itself. */
export function canBeExplained(finding: Finding): boolean {
  return finding.severity === 'W' && finding.code !== 'R05';
}

function lapse(finding: Finding, reason: string, by: string, was: string, now: string): Finding {
  return makeFinding(
    {
      code: 'R05', params: { code: finding.code, reason, by, was, now }, cells: finding.cells, indicator: finding.indicator, found: now, expected: was, key: finding.fingerprint,
    },
    { file: finding.file, sheet: finding.sheet, unit: finding.unit, period: finding.period },
  );
}

const isCode = (text: string): text is FindingCode => Object.hasOwn(CODES, text);
