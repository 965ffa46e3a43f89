import type { Finding, FindingCode } from '../../src/core/checks/finding';
import type { Case, Expected } from './make';

/** What came out of one case. */
export interface Judged {
  readonly case: Case;
  readonly found: readonly Expected[];
  readonly missed: readonly Expected[];
  /** Findings that nothing in the case makes true. */
  readonly wrong: readonly Finding[];
}

const fits = (finding: Finding, label: Expected): boolean =>
  finding.code === label.code && (label.indicator === undefined || finding.indicator === label.indicator) && (label.cell === undefined || finding.cells.includes(label.cell));

export function judge(one: Case, findings: readonly Finding[]): Judged {
  const found = one.labels.filter((label) => findings.some((finding) => fits(finding, label)));
  const missed = one.labels.filter((label) => !found.includes(label));
  const wrong = findings.filter((finding) => !one.labels.some((label) => fits(finding, label)) && !one.alsoTrue.includes(finding.code));
  return { case: one, found, missed, wrong };
}

export async function judgeAll(cases: readonly Case[]): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const one of cases) judged.push(judge(one, await one.findings()));
  return judged;
}

/** One line of the table. */
export interface Score {
  readonly code: FindingCode;
  readonly seeded: number;
  readonly found: number;
  readonly missed: number;
  readonly wrong: number;
  /** Near misses of this code, and how many of them it fired on. */
  readonly near: number;
  readonly nearFired: number;
}

export function scoresOf(judged: readonly Judged[]): readonly Score[] {
  const scores = new Map<FindingCode, { seeded: number; found: number; wrong: number; near: number; nearFired: number }>();
  const of = (code: FindingCode): { seeded: number; found: number; wrong: number; near: number; nearFired: number } => {
    const present = scores.get(code) ?? { seeded: 0, found: 0, wrong: 0, near: 0, nearFired: 0 };
    scores.set(code, present);
    return present;
  };
  for (const { case: one, found, wrong } of judged) {
    for (const label of one.labels) of(label.code).seeded += 1;
    for (const label of found) of(label.code).found += 1;
    for (const finding of wrong) of(finding.code).wrong += 1;
    if (one.kind !== 'near' || one.code === '') continue;
    of(one.code).near += 1;
    if (wrong.some((finding) => finding.code === one.code)) of(one.code).nearFired += 1;
  }
  const order = 'FSKVLTCGDR';
  return [...scores].map(([code, score]): Score => ({ code, ...score, missed: score.seeded - score.found }))
    .sort((a, b) => order.indexOf(a.code.charAt(0)) - order.indexOf(b.code.charAt(0)) || (a.code < b.code ? -1 : 1));
}

export const precision = ({ found, wrong }: Pick<Score, 'found' | 'wrong'>): number | null => (found + wrong === 0 ? null : found / (found + wrong));
export const recall = ({ found, seeded }: Pick<Score, 'found' | 'seeded'>): number | null => (seeded === 0 ? null : found / seeded);

/** All codes together. */
export function overall(scores: readonly Score[]): Omit<Score, 'code'> {
  return scores.reduce((sum, { seeded, found, missed, wrong, near, nearFired }) => ({
    seeded: sum.seeded + seeded, found: sum.found + found, missed: sum.missed + missed, wrong: sum.wrong + wrong, near: sum.near + near, nearFired: sum.nearFired + nearFired,
  }), { seeded: 0, found: 0, missed: 0, wrong: 0, near: 0, nearFired: 0 });
}
