import type { CatalogueIndex } from '../catalogue/types';
import { lastDayOf } from '../catalogue/validity';
import type { Period } from '../period';
import type { BookReading, Report, SheetReading } from '../report/types';
import { checkReport } from './check-report';
import type { CheckResult, Finding, FindingDraft } from './finding';
import type { History } from './history';
import { makeFinding } from './make';
import { RULES } from './rules';
import { withSeverities } from './severities';
import { givenCells } from './rules/rows';

export interface BookCheckInput {
  readonly reading: BookReading;
  readonly index: CatalogueIndex;
  readonly reportPeriod: Period | null;
  readonly history: History;
}

type Refused = Extract<SheetReading, { status: 'refused' }>;

/**
 * The checks of a whole book: which sheet is the report (S01, S02, S04, S05, S17), what of the book was not used
 * (F11: rows and sheets), and everything that checkReport finds on the report itself.
 * The findings are as grave as the catalogue says, so that "sạch" and every count follow.
 */
export function checkBook(input: BookCheckInput): CheckResult {
  const { index, reportPeriod } = input;
  const result = findingsOfBook(input);
  return { ...result, findings: withSeverities(result.findings, index.catalogue, reportPeriod && lastDayOf(reportPeriod)) };
}

function findingsOfBook(input: BookCheckInput): CheckResult {
  const { reading, index, reportPeriod, history } = input;
  const { report } = reading;
  const place = { file: reading.file, sheet: '', unit: report?.unit ?? null, period: report?.period ?? null };
  const make = (draft: FindingDraft): Finding => makeFinding(draft, place);
  if (report) {
    const result = checkReport({ report, index, reportPeriod, history });
    const unused = [...unusedRows(report, index), ...unusedSheets(reading)];
    return { ...result, findings: [...result.findings, ...unused.map(make)] };
  }
  const why = noReport(reading);
  const named = new Set(why.map((draft) => draft.sheet));
  const others = unusedSheets(reading).filter((draft) => !named.has(draft.sheet));
  const skipped: FindingDraft = { code: 'R01', params: { check: '', reason: 'noReport' }, key: 'noReport' };
  return { findings: [...why, ...others, skipped].map(make), checks: { run: 1, skipped: RULES.length, crashed: 0 }, cells: 0 };
}

/** Parts of the book that were left alone. The add-in's own sheets are nobody's report, so they are not listed. */
function unusedSheets(reading: BookReading): FindingDraft[] {
  return reading.unused.flatMap((part): FindingDraft[] => {
    if (part.reason === 'ownSheet') return [];
    const empty = part.reason === 'empty';
    // An empty second sheet loses nothing: worth a line, no warning.
    return [{ code: 'F11', params: { reason: empty ? 'emptySheet' : 'notReport', part: part.sheet }, severity: empty ? 'I' : 'W', sheet: part.sheet, key: part.sheet }];
  });
}

/**
 * Rows with figures that make nothing, since the indicator is computed from another one. They are not taken, and that
 * is said; another unit's indicator is K07.
 */
function unusedRows(report: Report, index: CatalogueIndex): FindingDraft[] {
  const { unit, rows, source } = report;
  if (unit === null || index.unit(unit) === null) return [];
  return rows.flatMap((row): FindingDraft[] => {
    const indicator = row.match.how === 'none' ? null : index.indicator(row.match.indicator);
    if (indicator?.aggregation !== 'derived' || index.assignment(unit, indicator.code) !== null) return [];
    const cells = givenCells(row);
    if (cells.length === 0) return [];
    return [{ code: 'F11', params: { reason: 'derived', part: row.statedName || indicator.code }, indicator: indicator.code, sheet: source.sheet, cells, key: `derived|${indicator.code}` }];
  });
}

/** Why a book gives no report; one finding for each cause, never none. */
function noReport(reading: BookReading): FindingDraft[] {
  if (reading.candidates.length > 1) return [{ code: 'S02', params: { sheets: reading.candidates }, key: reading.candidates.join('|') }];
  const refused = reading.sheets.filter((sheet): sheet is Refused => sheet.status === 'refused');
  const filled = refused.filter((sheet) => sheet.refusal.code !== 'S17');
  if (filled.length === 0 && refused.length > 0) return refused.map(refusalDraft);
  const meant = filled.filter((sheet) => sheet.looksLikeReport || sheet.refusal.code === 'S05');
  if (meant.length > 0) return meant.map(refusalDraft);
  if (filled.length === 1) return filled.map(refusalDraft);
  return [{ code: 'S01', params: {} }];
}

function refusalDraft(sheet: Refused): FindingDraft {
  const place = { sheet: sheet.source.sheet, key: sheet.source.sheet };
  switch (sheet.refusal.code) {
    case 'S04':
      return { code: 'S04', params: {}, ...place };
    case 'S17':
      return { code: 'S17', params: {}, ...place };
    case 'S05':
      return { code: 'S05', params: { missing: sheet.refusal.heading.missing }, ...place };
  }
}
