import type { Finding } from '../checks/finding';
import { decidedValue, decisionFor, foundIn } from '../consolidation/decisions';
import type { CheckedReport, Decision, FactFigure } from '../consolidation/types';
import { parsePeriod, periodKey, samePeriod, type Period } from '../period';
import type { MissingState, Report } from '../report/types';
import { FIGURE_WORDS, FINDING, HANDLING_WORDS, RESOLVED } from './finding-words';
import { textOf, type StoredRow } from './table';
import { FACT_STATE_WORDS, valueOfWord } from './words';

/** What was done with what a finding is about. Picked files are never changed: this is the record of how they were taken. */
export interface Handling {
  readonly how: keyof typeof HANDLING_WORDS;
  /** What was taken in place of what stood there; null for nothing. */
  readonly value: string | number | null;
  /** The analyst's decision behind it: the figure, and what stood in its cell then. */
  readonly decided?: { readonly figure: FactFigure; readonly found: string | number | null };
  /** The file that was chosen, by hash. */
  readonly chosen?: string;
}

/** A choice among several files of one unit and month. */
export interface FileChoice {
  readonly unit: string;
  readonly period: Period;
  readonly hash: string;
}

/** How each finding was handled, by fingerprint; findings that only a person can settle, and nobody has, are not in it. */
export function handlingsOf(findings: readonly Finding[], reports: readonly CheckedReport[], decisions: readonly Decision[]): ReadonlyMap<string, Handling> {
  const byPlace = new Map(reports.map(({ report }) => [`${report.source.file}|${report.source.sheet}`, report]));
  const handlings = new Map<string, Handling>();
  for (const finding of findings) {
    const handling = decidedHandling(finding, byPlace.get(`${finding.file}|${finding.sheet}`), decisions) ?? ownHandling(finding) ?? choiceHandling(finding, reports);
    if (handling !== null) handlings.set(finding.fingerprint, handling);
  }
  return handlings;
}

/** What reading takes at its meaning, and what is used in place of an overwritten part of the form. */
function ownHandling(finding: Finding): Handling | null {
  switch (finding.code) {
    case 'V03':
    case 'V25':
      return { how: 'understood', value: finding.params.value };
    case 'V05':
      return { how: 'understood', value: wordsOfState(finding.params.state) };
    case 'V16':
      return { how: 'understood', value: finding.params.converted };
    case 'V21':
      return { how: 'keptText', value: null };
    case 'V22':
      return { how: finding.params.what === 'plan' ? 'cataloguePlan' : 'catalogueWords', value: finding.params.locked };
    case 'V17':
    case 'V18':
      return { how: 'recomputed', value: null };
    default:
      return null;
  }
}

const wordsOfState = (state: MissingState): string => FACT_STATE_WORDS[state];

function decidedHandling(finding: Finding, report: Report | undefined, decisions: readonly Decision[]): Handling | null {
  const { unit, period, indicator } = finding;
  if (!finding.held || !report || unit === null || period === null || indicator === null) return null;
  const own = decisions.filter((each) => each.unit === unit && each.indicator === indicator && samePeriod(each.period, period));
  const rows = report.rows.filter((row) => row.match.how !== 'none' && row.match.indicator === indicator);
  const hit = own.length === 0 ? null : decisionFor(finding, rows, own);
  if (!hit) return null;
  const { decision, row } = hit;
  const decided = { figure: decision.figure, found: decision.found };
  if (decision.action === 'leaveOut') return { how: 'leaveOut', value: null, decided };
  const figure = row.figures[decision.figure];
  return { how: decision.action, value: decidedValue(decision, finding, figure) ?? foundIn(figure), decided };
}

/** A file that was passed over tells which one was taken. */
function choiceHandling(finding: Finding, reports: readonly CheckedReport[]): Handling | null {
  if (finding.code !== 'F11' || finding.params.reason !== 'notChosen' || finding.unit === null || finding.period === null) return null;
  const { unit, period } = finding;
  const taken = reports.find(({ report }) => report.unit === unit && report.period !== null && samePeriod(report.period, period));
  if (!taken) return null;
  const { source } = taken.report;
  return { how: 'takeFile', value: source.kind === 'sheet' ? `${source.file} › ${source.sheet}` : source.file, chosen: source.hash };
}

/** The cells of a handling: words, value taken, figure decided on, and what stood there then. */
export function handlingCells(handling: Handling | null): { readonly handling: string | null; readonly taken: string | number | null; readonly figure: string | null; readonly handledAt: string | number | null } {
  if (handling === null) return { handling: null, taken: null, figure: null, handledAt: null };
  const { how, value, decided, chosen } = handling;
  const shown = value === null ? '' : ` ${typeof value === 'number' ? plainNumber(value) : value}`;
  return {
    handling: `${HANDLING_WORDS[how]}${how === 'cataloguePlan' || how === 'catalogueWords' ? '' : shown}`,
    taken: value,
    figure: decided ? FIGURE_WORDS[decided.figure] : null,
    handledAt: chosen ?? decided?.found ?? null,
  };
}

/** 2340.5 → "2.340,5": these words stand in a cell, in the one notation of the province's sheets. */
function plainNumber(value: number): string {
  const [whole = '', part = ''] = String(Number(Math.abs(value).toPrecision(12))).split('.');
  const grouped = /^\d+$/.test(whole) ? whole.replace(/\B(?=(?:\d{3})+$)/g, '.') : whole;
  return `${value < 0 ? '-' : ''}${grouped}${part === '' ? '' : `,${part}`}`;
}

/** The analyst's decision that a row of KiemTra keeps; null for a row without one, and for a finding that is gone. */
export function storedDecision(row: StoredRow): Decision | null {
  const found = keyOf(row);
  const figure = valueOfWord(FIGURE_WORDS, textOf(row.at(FINDING.figure)));
  const how = (['takeOther', 'take', 'leaveOut'] as const).find((each) => saysWord(row, each));
  const indicator = textOf(row.at(FINDING.indicator));
  if (!found || figure === null || how === undefined || indicator === '') return null;
  const taken = row.at(FINDING.taken)?.content;
  const value = how === 'takeOther' && taken?.kind === 'number' ? taken.value : null;
  if (how === 'takeOther' && value === null) return null;
  return { ...found, indicator, figure, action: how, value, found: contentOf(row) };
}

/** The file that was chosen, as a row on a file that was passed over keeps it. */
export function storedChoice(row: StoredRow): FileChoice | null {
  const found = keyOf(row);
  const hash = textOf(row.at(FINDING.handledAt));
  return found && hash !== '' && saysWord(row, 'takeFile') ? { ...found, hash } : null;
}

function keyOf(row: StoredRow): { readonly unit: string; readonly period: Period } | null {
  const unit = textOf(row.at(FINDING.unit));
  const period = parsePeriod(textOf(row.at(FINDING.period)));
  return unit === '' || period === null || textOf(row.at(FINDING.state)) === RESOLVED ? null : { unit, period };
}

const saysWord = (row: StoredRow, how: keyof typeof HANDLING_WORDS): boolean => textOf(row.at(FINDING.handling)).toLowerCase().startsWith(HANDLING_WORDS[how]);

function contentOf(row: StoredRow): string | number | null {
  const content = row.at(FINDING.handledAt)?.content;
  return content?.kind === 'number' || content?.kind === 'text' ? content.value : null;
}

/** A request's decisions, and those on record that it says nothing about. */
export function withStored(decisions: readonly Decision[], stored: readonly Decision[]): readonly Decision[] {
  const key = (each: Decision): string => `${each.unit}|${each.indicator}|${periodKey(each.period)}|${each.figure}`;
  const named = new Set(decisions.map(key));
  return [...decisions, ...stored.filter((each) => !named.has(key(each)))];
}
