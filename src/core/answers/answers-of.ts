import { positionOf } from '../address';
import type { CatalogueIndex } from '../catalogue/types';
import type { Finding } from '../checks/finding';
import type { Explanation } from '../memory/types';
import { comparePeriods, samePeriod, type IsoDate, type Period } from '../period';
import { asksUnit, namesRightValue, type AskedCode } from './asked';
import { answerFileName } from './file-name';
import type { Answer, AnswerOccasion, AnswerPoint, AnswerWords } from './types';

export interface AnswersInput {
  readonly findings: readonly Finding[];
  readonly index: CatalogueIndex;
  /** The month that is answered; null takes every finding and lets the first one with a month name it. */
  readonly period: Period | null;
  readonly render: (finding: Finding) => { readonly message: string; readonly hint: string };
  /** By fingerprint, those that hold. */
  readonly explanations: ReadonlyMap<string, Explanation>;
  readonly words: AnswerWords;
  /** Until when a corrected report is asked for; null when no day is set. */
  readonly sendBackBy?: IsoDate | null;
}

interface Group {
  readonly unit: string | null;
  readonly file: string;
  readonly findings: Finding<AskedCode>[];
}

/**
 * One answer per unit with its points by file, sheet, row and column; a file that does not say whose it is gets one of its
 * own. Units without an open point get none: an explained warning stands in the answer for the record, but asks for nothing.
 */
export function answersOf(input: AnswersInput): Answer[] {
  const groups = new Map<string, Group>();
  for (const finding of input.findings) {
    if (!asksUnit(finding) || !concerns(finding, input.period)) continue;
    const key = finding.unit ?? `\n${finding.file}`;
    const group = groups.get(key) ?? { unit: finding.unit, file: finding.file, findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  const open = [...groups.values()].filter((group) => group.findings.some((finding) => !input.explanations.has(finding.fingerprint)));
  const taken = new Set<string>();
  return open.sort(byUnit).map((group) => answerOf(group, input, taken));
}

/** Findings of earlier months of the same year are history; another year or a later month is a mistake in this month's report. */
function concerns({ period }: Finding, asked: Period | null): boolean {
  return asked === null || period === null || samePeriod(period, asked) || period.year !== asked.year || comparePeriods(period, asked) > 0;
}

function byUnit(a: Group, b: Group): number {
  if ((a.unit === null) !== (b.unit === null)) return a.unit === null ? 1 : -1;
  return compareText(a.unit ?? a.file, b.unit ?? b.file);
}

function answerOf(group: Group, { index, period, render, explanations, words, sendBackBy = null }: AnswersInput, taken: Set<string>): Answer {
  const { unit, file } = group;
  const findings = [...group.findings].sort(byPlace);
  const isOpen = (finding: Finding): boolean => !explanations.has(finding.fingerprint);
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity && isOpen(finding)).length;
  const occasion: AnswerOccasion = {
    unitName: unit === null ? '' : (index.unit(unit)?.name ?? unit),
    file,
    period: period ?? findings.find((finding) => finding.period !== null)?.period ?? null,
    counts: { E: count('E'), W: count('W'), I: count('I') },
    isMissing: findings.some((finding) => finding.code === 'D01'),
    sendBackBy,
  };
  const fileName = answerFileName(unit ?? file.replace(/\.[^.]*$/, ''), occasion.period, taken);
  return {
    unit,
    unitName: occasion.unitName,
    period: occasion.period,
    title: words.title(occasion),
    addressee: words.addressee(occasion),
    opening: words.opening(occasion),
    points: findings.map((finding, n) => pointOf(finding, n + 1, index, words, render, explanations.get(finding.fingerprint) ?? null)),
    closing: words.closing(occasion),
    fileName,
  };
}

function pointOf(finding: Finding<AskedCode>, ordinal: number, index: CatalogueIndex, words: AnswerWords, render: AnswersInput['render'], explanation: Explanation | null): AnswerPoint {
  const { indicator } = finding;
  return {
    ordinal,
    severity: finding.severity,
    code: finding.code,
    file: finding.file,
    sheet: finding.sheet,
    cells: finding.cells.join(', '),
    indicator: indicator === null ? '' : `${indicator} ${index.indicator(indicator)?.short ?? ''}`.trim(),
    content: render(finding).message,
    found: words.value(finding.found),
    expected: namesRightValue(finding) ? words.value(finding.expected) : '',
    action: words.action(finding),
    explanation: explanation === null ? '' : words.explanation(explanation),
  };
}

/** The whole file first, then the whole sheet, then row by row. */
function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) || compareText(a.sheet, b.sheet) || placeOf(a).row - placeOf(b).row || placeOf(a).column - placeOf(b).column
    || compareText(a.code, b.code) || compareText(a.fingerprint, b.fingerprint)
  );
}

function placeOf(finding: Finding): { readonly row: number; readonly column: number } {
  return positionOf(finding.cells[0]?.split(':')[0] ?? '') ?? { row: -1, column: -1 };
}

/** By code points: the same order on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
