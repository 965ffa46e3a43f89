import type { Finding } from '../checks/finding';
import type { CheckedReport } from '../consolidation/types';
import { periodKey, type Period } from '../period';

/** Where a finding on record belongs: what decides whether a run has looked at it. */
export interface LoggedPlace {
  readonly code: string;
  readonly unit: string;
  /** "2024-06", '' for none. */
  readonly period: string;
  readonly file: string;
  readonly sheet: string;
}

/** Whether a run has looked where the finding was: only then can it have gone away. */
export type Covers = (place: LoggedPlace) => boolean;

export interface LookedAt {
  readonly file: string;
  readonly sheet: string;
  readonly unit: string | null;
  readonly period: Period | null;
}

/** Old → new is the record of an event: with the new figure stored it is not found again, and stays on record. */
const RECORD = 'C06';
/** The workbook's own rules are read in every run. */
const RULES: readonly string[] = ['R03', 'R04'];
/** What only shows when inputs are laid side by side, or beside the month chosen; one sheet by itself does not tell. */
const SIDE_BY_SIDE = /^F|^K05$/;

const unitMonth = (unit: string | null, period: string): string => `${unit ?? ''}|${period}`;
const keyOf = (period: Period | null): string => (period === null ? '' : periodKey(period));

/**
 * What a consolidation looked at: the province in its month, the reports that were used, and every picked file that
 * something was found in. The open workbook is no picked file: its sheets count one by one.
 */
export function coveredByMonth(period: Period, reports: readonly CheckedReport[], findings: readonly Finding[]): Covers {
  const months = new Set(reports.filter(({ report }) => report.unit !== null).map(({ report }) => unitMonth(report.unit, keyOf(report.period))));
  const sheets = new Set(reports.map(({ report: { source } }) => `${source.file}|${source.sheet}`));
  const workbook = new Set([
    ...reports.filter(({ report }) => report.source.kind === 'sheet').map(({ report }) => report.source.file),
    ...findings.filter((finding) => RULES.includes(finding.code)).map((finding) => finding.file),
  ]);
  const files = new Set([...reports.map(({ report }) => report.source.file), ...findings.map((finding) => finding.file)].filter((file) => file !== '' && !workbook.has(file)));
  return (place) => {
    if (place.code === RECORD) return false;
    if (RULES.includes(place.code)) return true;
    if (/^[CGD]/.test(place.code) || (place.code === 'R05' && place.file === '')) return place.period === '' || place.period === periodKey(period);
    return months.has(unitMonth(place.unit, place.period)) || sheets.has(`${place.file}|${place.sheet}`) || files.has(place.file);
  };
}

/** What a check of report sheets looked at: the findings on those sheets, and the workbook's rules. */
export function coveredBySheets(checked: readonly LookedAt[]): Covers {
  const sheets = new Set(checked.map(({ file, sheet }) => `${file}|${sheet}`));
  // The workbook may have been saved under another name since.
  const sameSheet = new Set(checked.filter(({ unit, period }) => unit !== null && period !== null).map(({ sheet, unit, period }) => `${sheet}|${unitMonth(unit, keyOf(period))}`));
  return (place) => {
    if (RULES.includes(place.code)) return true;
    if (/^[CGD]/.test(place.code) || SIDE_BY_SIDE.test(place.code) || place.sheet === '') return false;
    return sheets.has(`${place.file}|${place.sheet}`) || sameSheet.has(`${place.sheet}|${unitMonth(place.unit, place.period)}`);
  };
}
