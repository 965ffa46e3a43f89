import { strToU8, zipSync } from 'fflate';
import { answersOf } from '../core/answers/answers-of';
import { findingsCsv, findingsJson } from '../core/answers/export';
import { answerPlan, answerSheetName } from '../core/answers/sheet';
import { answerText } from '../core/answers/text';
import type { Answer } from '../core/answers/types';
import { indexCatalogue } from '../core/catalogue/index-catalogue';
import type { Catalogue } from '../core/catalogue/types';
import type { Finding } from '../core/checks/finding';
import type { Explanation, Memory } from '../core/memory/types';
import { periodKey, type IsoDate, type Period } from '../core/period';
import { applyPlans } from '../excel/apply';
import { openWorkbook } from '../excel/openWorkbook';
import { sheetNames } from '../excel/sheetNames';
import type { HostRefusal, WriteReceipt } from '../excel/types';
import { writeWorkbook } from '../files/write-workbook';
import { ANSWER_WORDS } from '../locales/answers';
import { sayIn } from '../locales/say';

export interface AnswersRequest {
  readonly findings: readonly Finding[];
  readonly catalogue: Catalogue;
  /** The month that is answered; null: whatever the findings are about. */
  readonly period: Period | null;
  /** Explanations that hold are said beside their points and ask for nothing more. */
  readonly memory?: Memory | null;
  /** Until when corrected reports are asked for. */
  readonly sendBackBy?: IsoDate | null;
  /** What goes out is Vietnamese unless told. */
  readonly locale?: 'vi' | 'en';
}

/** A file for people, ready to be saved. */
export interface MadeFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface AnswerFile extends MadeFile {
  readonly unit: string | null;
  readonly unitName: string;
  readonly points: number;
  /** The same as plain text, for a mail or a message. */
  readonly text: string;
}

export type AnswerSheetOutcome =
  | { readonly kind: 'written'; readonly sheet: string; readonly receipt: WriteReceipt }
  /** The unit has no open point. */
  | { readonly kind: 'nothingToAnswer' }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

const wordsOf = ({ locale = 'vi' }: AnswersRequest) => ANSWER_WORDS[locale];

function explanationsOf(memory: Memory | null | undefined): ReadonlyMap<string, Explanation> {
  return new Map([...(memory?.byFingerprint ?? [])].flatMap(([fingerprint, { explanation }]) => (explanation === null ? [] : [[fingerprint, explanation] as const])));
}

/** The answers to the units, one each, as data. */
export function answers(request: AnswersRequest): readonly Answer[] {
  const { findings, catalogue, period, memory, sendBackBy = null, locale = 'vi' } = request;
  return answersOf({
    findings, period, sendBackBy, index: indexCatalogue(catalogue), render: sayIn(locale, catalogue), explanations: explanationsOf(memory), words: wordsOf(request),
  });
}

/** The answers as plain text, to paste into messages. */
export function answerTexts(request: AnswersRequest): readonly { readonly unit: string | null; readonly unitName: string; readonly text: string }[] {
  return answers(request).map((answer) => ({ unit: answer.unit, unitName: answer.unitName, text: answerText(answer, wordsOf(request)) }));
}

/** One workbook per unit, ready to be sent back; none for a unit without open points. */
export async function answerFiles(request: AnswersRequest): Promise<readonly AnswerFile[]> {
  const words = wordsOf(request);
  return Promise.all(
    answers(request).map(async (answer) => ({
      unit: answer.unit,
      unitName: answer.unitName,
      points: answer.points.length,
      fileName: answer.fileName,
      text: answerText(answer, words),
      bytes: await writeWorkbook([answerPlan(answer, words)]),
    })),
  );
}

/** Several files as one .zip. Workbooks are compressed already and are stored as they are. */
export function zipFiles(files: readonly MadeFile[]): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ fileName, bytes }) => [fileName, bytes])), { level: 0 });
}

/**
 * Writes the answer to one unit as a new sheet of the open workbook; where its name is taken, "Phản hồi SCT (2)". Four
 * round trips at most; the receipt takes the sheet back.
 *
 * @param unit null for a report that does not say whose it is; leave it out for the first answer there is
 */
export async function answerSheet(request: AnswersRequest, unit?: string | null): Promise<AnswerSheetOutcome> {
  const answer = answers(request).find((each) => unit === undefined || each.unit === unit);
  if (answer === undefined) return { kind: 'nothingToAnswer' };
  const names = await sheetNames();
  if (!names.ok) return { kind: 'refused', refusal: names.refusal };
  const words = wordsOf(request);
  const sheet = freeName(answerSheetName(answer, words), names.value);
  const result = await applyPlans([answerPlan(answer, words, sheet)]);
  return result.ok ? { kind: 'written', sheet, receipt: result.value } : { kind: 'refused', refusal: result.refusal };
}

const LONGEST_NAME = 31;

/** Excel tells sheet names apart without regard to case. */
function freeName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let n = 2; known.has(name.toLowerCase()); n += 1) {
    const suffix = ` (${n})`;
    name = `${wanted.slice(0, LONGEST_NAME - suffix.length)}${suffix}`;
  }
  return name;
}

/** All findings as one file, for other programs (json) or for a spreadsheet (csv). */
export function exportFindings(request: AnswersRequest, format: 'csv' | 'json'): MadeFile {
  const { findings, catalogue, period, memory, locale = 'vi' } = request;
  const input = { findings, index: indexCatalogue(catalogue), render: sayIn(locale, catalogue), explanations: explanationsOf(memory) };
  const text = format === 'csv' ? findingsCsv(input) : findingsJson(input);
  return { fileName: `phat-hien${period === null ? '' : `_${periodKey(period)}`}.${format}`, bytes: strToU8(text) };
}

/** Opens a file that was made in a new window of Excel, where the host lets nobody download; null when Excel did so. */
export async function openMadeFile({ bytes }: MadeFile): Promise<HostRefusal | null> {
  const result = await openWorkbook(bytes);
  return result.ok ? null : result.refusal;
}
