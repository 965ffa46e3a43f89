import { programme2024 } from '../../../src/core/catalogue/programme2024';
import { indexCatalogue } from '../../../src/core/catalogue/index-catalogue';
import { addressOf } from '../../../src/core/address';
import { checkReport } from '../../../src/core/checks/check-report';
import type { CheckResult, Finding, FindingCode } from '../../../src/core/checks/finding';
import { emptyHistory, type History } from '../../../src/core/checks/history';
import { factIndex } from '../../../src/core/consolidation/fact-index';
import type { Fact, FactValues } from '../../../src/core/consolidation/types';
import type { Grid } from '../../../src/core/grid';
import type { Period } from '../../../src/core/period';
import type { Figure, FigureRole, Reading, Report, ReportRow } from '../../../src/core/report/types';

export const index = indexCatalogue(programme2024());
export const june: Period = { year: 2024, month: 6 };

const COLUMNS: readonly FigureRole[] = [
  'plan', 'previousMonth', 'month', 'cumulative', 'lastYear', 'percentOfPlan', 'percentOfLastYear', 'numerator', 'denominator', 'previousCumulative',
];

/** What a test writes into a cell: a number, a reading, or nothing. */
export type Written = number | Reading;
export type Figures = Partial<Record<FigureRole, Written>>;

export const placeholder: Reading = { kind: 'placeholder', state: 'notOccurred', text: '-' };

export function numberReading(value: number, more: { storedAs?: 'text'; percent?: boolean } = {}): Reading {
  return { kind: 'number', value, storedAs: more.storedAs ?? 'number', qualifier: '', percent: more.percent ?? false };
}

/** A row with every column of the standard form; what is not given is blank. Row 12 of the sheet is the first. */
export function rowOf(code: string, figures: Figures, more: Partial<ReportRow> & { at?: number } = {}): ReportRow {
  const row = more.at ?? 11;
  const cells: Partial<Record<FigureRole, Figure>> = {};
  COLUMNS.forEach((role, position) => {
    const written = figures[role];
    const reading: Reading = written === undefined ? { kind: 'blank' } : typeof written === 'number' ? numberReading(written) : written;
    cells[role] = { role, address: addressOf(row, 4 + position), reading, cell: null };
  });
  const indicator = index.indicator(code);
  return {
    row,
    match: { how: 'code', indicator: code },
    statedCode: code,
    statedName: indicator?.name ?? '',
    unitOfMeasure: indicator?.unit ?? '',
    unitOfMeasureFrom: 'row',
    figures: cells,
    address: addressOf(row, 2),
    words: { cause: '', remedy: '', note: '' },
    wordCells: {},
    hidden: false,
    ...more,
  };
}

const emptyGrid: Grid = { name: 'Biểu 01', origin: { row: 0, column: 0 }, cells: [], merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false };

export function reportOf(unit: string | null, rows: readonly ReportRow[], more: Partial<Report> = {}): Report {
  return {
    source: { file: 'a.xlsx', sheet: 'Biểu 01', hash: 'aa', modified: null, kind: 'file' },
    unit,
    unitEvidence: unit === null ? [] : [{ from: 'definedName', value: unit, text: unit, address: '' }],
    period: june,
    periodEvidence: [{ from: 'definedName', value: june, text: '2024-06', address: '' }],
    level: null,
    formVersion: null,
    heading: { top: 7, bottom: 8, dataTop: 10, columns: [{ role: 'unitOfMeasure', column: 3, heading: 'ĐVT' }], unknown: [], duplicates: [], missing: [] },
    rows,
    declaredNothing: false,
    area: { top: 10, left: 0, bottom: 10 + rows.length, right: 15 },
    formulaLikeTexts: [],
    cellCount: rows.length * 10,
    hiddenRows: [],
    hiddenColumns: [],
    isStandardForm: true,
    grid: emptyGrid,
    book: { date1904: false, links: [], hasMacros: false },
    ...more,
  };
}

/** Earlier facts of one unit: [indicator, month, month's figure, cumulative]. */
export function historyOf(unit: string, facts: readonly (readonly [string, number, number | null, number | null])[], more: Partial<FactValues> & { used?: boolean } = {}): History {
  const stored = facts.map(([indicator, month, monthly, cumulative]): Fact => ({
    unit, indicator, period: { year: 2024, month }, role: 'part', level: null, state: 'figure', used: true, reasons: [], marks: [], method: 'reported',
    file: 'b.xlsx', sheet: 'Biểu 01', cells: {}, hash: 'bb', recordedAt: '', month: monthly, cumulative, lastYear: null, numerator: null, denominator: null, ...more,
  }));
  return factIndex(stored);
}

export function check(report: Report, history: History = emptyHistory, reportPeriod: Period | null = june): CheckResult {
  return checkReport({ report, index, reportPeriod, history });
}

export function findingsOf(code: FindingCode, report: Report, history?: History, reportPeriod?: Period | null): Finding[] {
  return check(report, history, reportPeriod).findings.filter((finding) => finding.code === code);
}

/** Codes that stand for something wrong: what was not run (R01) and rows that a short test report leaves out (S12) aside. */
export function codesOf(report: Report, history?: History): string {
  return check(report, history).findings.map((finding) => finding.code).filter((code) => code !== 'R01' && code !== 'S12').join(' ');
}
