import type { Finding, FindingCode } from '../../../src/core/checks/finding';
import { CODES } from '../../../src/core/checks/codes';
import type { CheckedReport, Fact } from '../../../src/core/consolidation/types';
import type { Period } from '../../../src/core/period';
import type { Figure, FigureRole, Reading, Report, ReportRow } from '../../../src/core/report/types';

const COLUMNS: readonly (readonly [FigureRole, string])[] = [
  ['plan', 'E'], ['previousMonth', 'F'], ['month', 'G'], ['cumulative', 'H'], ['lastYear', 'I'], ['numerator', 'L'], ['denominator', 'M'],
];

/** What stands in a cell: a number, "-" for a placeholder, [a, b] for two readings of one text. */
type Said = number | '-' | readonly [number, number];
export type SaidRow = Readonly<Partial<Record<FigureRole, Said>>> & { readonly code: string };

function readingOf(said: Said): Reading {
  if (said === '-') return { kind: 'placeholder', state: 'notOccurred', text: '-' };
  if (typeof said === 'number') return { kind: 'number', value: said, storedAs: 'number', qualifier: '', percent: false };
  return { kind: 'ambiguous', readings: said, qualifier: '' };
}

function figureOf(role: FigureRole, said: Said, address: string): Figure {
  const content = typeof said === 'number' ? ({ kind: 'number', value: said } as const) : ({ kind: 'text', value: said === '-' ? '-' : 'two readings' } as const);
  return { role, address, reading: readingOf(said), cell: { content, text: '' } };
}

function rowOf(said: SaidRow, at: number): ReportRow {
  const figures: Partial<Record<FigureRole, Figure>> = {};
  for (const [role, column] of COLUMNS) {
    const value = said[role];
    if (value !== undefined) figures[role] = figureOf(role, value, `${column}${at + 1}`);
  }
  return {
    row: at, match: { how: 'code', indicator: said.code }, statedCode: said.code, statedName: said.code, unitOfMeasure: '', unitOfMeasureFrom: 'none',
    figures, address: `C${at + 1}`, words: { cause: '', remedy: '', note: '' }, wordCells: {}, hidden: false,
  };
}

interface ReportSketch {
  readonly unit: string | null;
  readonly period: Period | null;
  readonly rows: readonly SaidRow[];
  readonly findings?: readonly Finding[];
  readonly hash?: string;
  readonly file?: string;
  readonly modified?: string | null;
}

/** A report with rows from row 12 on, and the findings that its check is to have made. */
export function checkedReport({ unit, period, rows, findings = [], hash = 'h1', file = `${unit ?? 'x'}.xlsx`, modified = null }: ReportSketch): CheckedReport {
  const report: Report = {
    source: { file, sheet: 'Biểu 01', hash, modified, kind: 'file' },
    unit, unitEvidence: [], period, periodEvidence: [], level: 'estimate', formVersion: null,
    heading: { top: 7, bottom: 8, dataTop: 10, columns: [], unknown: [], duplicates: [], missing: [] },
    rows: rows.map((row, at) => rowOf(row, at + 11)),
    declaredNothing: false, area: { top: 10, left: 0, bottom: 20, right: 15 }, formulaLikeTexts: [], cellCount: 0, hiddenRows: [], hiddenColumns: [], isStandardForm: true,
    grid: { name: 'Biểu 01', origin: { row: 0, column: 0 }, cells: [], merges: [], hiddenRows: [], hiddenColumns: [], visibility: 'visible', isProtected: false },
    book: { date1904: false, links: [], hasMacros: false },
  };
  return { report, result: { findings, checks: { run: 1, skipped: 0, crashed: 0 }, cells: 0 } };
}

const PARAMS = {
  V01: { code: 'V01', params: { role: 'cumulative' } },
  V04: { code: 'V04', params: { role: 'cumulative', text: 'two readings', readings: [1051, 1.051] } },
  V15: { code: 'V15', params: { role: 'cumulative', value: 660000, other: 660, factor: 1000, against: 'target' } },
  T02: { code: 'T02', params: { previous: 1, previousPeriod: { year: 2024, month: 5 }, month: 1, value: 3, difference: 1 } },
  S14: { code: 'S14', params: { identical: false } },
  K03: { code: 'K03', params: { form: 'A', fileName: 'B' } },
} as const;

/** A finding as the checks make it, with the properties of its code. */
export function finding(code: keyof typeof PARAMS & FindingCode, given: { readonly unit?: string; readonly indicator?: string; readonly cells?: readonly string[] } = {}): Finding {
  const { severity, scope, held, fix } = CODES[code];
  return {
    ...PARAMS[code], severity, scope, held, fix, file: '', sheet: 'Biểu 01', cells: given.cells ?? [], unit: given.unit ?? null, indicator: given.indicator ?? null,
    period: null, found: null, expected: null, fingerprint: code,
  };
}

/** A stored fact that is used. */
export function storedFact(given: Partial<Fact> & Pick<Fact, 'unit' | 'indicator' | 'period'>): Fact {
  return {
    month: null, cumulative: null, lastYear: null, numerator: null, denominator: null, role: 'lead', level: 'estimate', state: 'figure', used: true,
    reasons: [], marks: [], method: 'reported', file: 'old.xlsx', sheet: 'Biểu 01', cells: {}, hash: 'h0', recordedAt: 'before', ...given,
  };
}
