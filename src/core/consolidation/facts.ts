import type { Assignment, CatalogueIndex, Indicator } from '../catalogue/types';
import type { Finding, FindingCode } from '../checks/finding';
import type { History } from '../checks/history';
import type { Period } from '../period';
import type { ReportRow } from '../report/types';
import { figuresConcerned, foundIn, settle } from './decisions';
import { FACT_FIGURES, isBlankRow, rowValues, type RowPlace, type RowValues } from './row-values';
import type { CheckedReport, Decision, Fact, FactFigure, HeldFigure } from './types';

export interface FactsInput {
  readonly checked: CheckedReport;
  readonly index: CatalogueIndex;
  /** Facts of earlier months, and those stored for this one. */
  readonly history: History;
  readonly decisions: readonly Decision[];
}

export interface FactsOutput {
  readonly facts: readonly Fact[];
  readonly held: readonly HeldFigure[];
}

/** All that one report's rows share. */
interface Sender extends FactsInput {
  readonly unit: string;
  readonly period: Period;
  /** Findings on the file or sheet that hold everything in it. */
  readonly holdsAll: readonly Finding[];
  /** The unit has errors open: its figures are marked, or left out where the catalogue says so. */
  readonly openErrors: 'none' | 'take' | 'leaveOut';
  readonly byIndicator: ReadonlyMap<string, readonly Finding[]>;
}

/**
 * The facts of one report, one for each of the unit's indicators that says something, and the figures that wait for
 * the analyst. A report without a known unit or month gives no facts; its figures are all held.
 */
export function factsOf(input: FactsInput): FactsOutput {
  const { report, result } = input.checked;
  const { unit, period } = report;
  const holdsAll = result.findings.filter((finding) => finding.held && (finding.scope === 'file' || finding.scope === 'sheet'));
  const rows = rowsByIndicator(report.rows);
  if (unit === null || period === null || !input.index.unit(unit)) {
    const held = [...rows].flatMap(([indicator, group]) => heldFigures(input, indicator, group.filter((row) => !isBlankRow(row)), holdsAll));
    return { facts: [], held };
  }
  const hasErrors = result.findings.some((finding) => finding.severity === 'E');
  const sender: Sender = {
    ...input,
    unit,
    period,
    holdsAll,
    openErrors: hasErrors ? (input.index.unit(unit)?.openErrors ?? 'take') : 'none',
    byIndicator: grouped(result.findings),
  };
  const facts: Fact[] = [];
  const held: HeldFigure[] = [];
  for (const [code, group] of rows) {
    const indicator = input.index.indicator(code);
    const assignment = input.index.assignment(unit, code);
    const filled = group.filter((row) => !isBlankRow(row));
    // Rows of others' indicators are no facts, and a blank row says nothing; where it is due, V01 says so.
    if (!indicator || !assignment || assignment.role === 'derived' || filled.length === 0) continue;
    const made = factOf(sender, indicator, assignment, assignment.role, filled);
    facts.push(made.fact);
    held.push(...made.held);
  }
  return { facts, held };
}

function rowsByIndicator(rows: readonly ReportRow[]): ReadonlyMap<string, readonly ReportRow[]> {
  const groups = new Map<string, ReportRow[]>();
  for (const row of rows) {
    if (row.match.how === 'none') continue;
    const group = groups.get(row.match.indicator);
    if (group) group.push(row);
    else groups.set(row.match.indicator, [row]);
  }
  return groups;
}

function grouped(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.indicator === null) continue;
    const group = groups.get(finding.indicator);
    if (group) group.push(finding);
    else groups.set(finding.indicator, [finding]);
  }
  return groups;
}

function factOf(sender: Sender, indicator: Indicator, assignment: Assignment, role: Fact['role'], rows: readonly ReportRow[]): { readonly fact: Fact; readonly held: readonly HeldFigure[] } {
  const { unit, period, history } = sender;
  const findings = sender.byIndicator.get(indicator.code) ?? [];
  const holds = [...sender.holdsAll, ...findings.filter((finding) => finding.held)];
  const place: RowPlace = { unit, period, indicator, assignment, history };
  const settled = holds.length === 0 ? null : settle(holds, rows, sender.decisions, { unit, indicator: indicator.code, period });
  const row = settled?.row ?? rows[0];
  if (!row) throw new Error(`no row for ${indicator.code}`);
  const read = rowValues(row, place, settled?.replaced);

  const waits = holds.length > 0 && !settled;
  const leaveOut = sender.openErrors === 'leaveOut';
  const usable = isUsable(indicator, role, read);
  const reasons = unique([
    ...holds.map((finding) => finding.code),
    ...(leaveOut ? (['C05'] as const) : []),
    // What a figure needs and lacks was already said on its blank cell.
    ...(usable || holds.length > 0 ? [] : findings.filter((finding) => finding.code === 'V01' || finding.code === 'V05').map((finding) => finding.code)),
  ]);
  const marks = unique([
    ...findings.filter((finding) => !finding.held && finding.severity !== 'I').map((finding) => finding.code),
    ...(sender.openErrors === 'take' ? (['C05'] as const) : []),
  ]);
  const { source, level } = sender.checked.report;
  const fact: Fact = {
    ...read.values,
    unit,
    indicator: indicator.code,
    period,
    role,
    level,
    state: read.state,
    used: usable && !waits && !leaveOut && !settled?.leftOut,
    reasons,
    marks,
    method: read.computed ? 'computed' : 'reported',
    file: source.file,
    sheet: source.sheet,
    cells: read.cells,
    hash: source.hash,
    recordedAt: '',
  };
  if (!waits) return { fact, held: [] };
  const decided = decidedBefore(fact, history);
  return decided ? { fact: decided, held: [] } : { fact, held: heldFigures(sender, indicator.code, rows, holds) };
}

/**
 * The same file was consolidated before and the analyst took the figure then: the decision stands while nothing new
 * speaks against it. Otherwise a second run in a later session would take it back.
 */
function decidedBefore(fact: Fact, history: History): Fact | null {
  const stored = history.fact(fact.unit, fact.indicator, fact.period);
  if (!stored?.used || stored.method === 'typed' || stored.hash !== fact.hash) return null;
  if (!fact.reasons.every((code) => stored.reasons.includes(code))) return null;
  const { month, cumulative, lastYear, numerator, denominator } = stored;
  return { ...fact, month, cumulative, lastYear, numerator, denominator, state: stored.state, used: true, reasons: stored.reasons, method: stored.method };
}

/** Parts of a ratio need numerator and denominator (a bare percentage cannot be consolidated), everything else its value. */
function isUsable(indicator: Indicator, role: Fact['role'], { values }: RowValues): boolean {
  if (role === 'part' && indicator.aggregation === 'ratio') return values.numerator !== null && values.denominator !== null;
  return values.cumulative !== null;
}

/** One entry for each cell that a holding finding is about, with all its codes. */
function heldFigures(input: FactsInput, indicator: string, rows: readonly ReportRow[], holds: readonly Finding[]): readonly HeldFigure[] {
  const { source, unit, period } = input.checked.report;
  return rows.flatMap((row) => {
    const codes = new Map<FactFigure, FindingCode[]>();
    for (const finding of holds) {
      const named = FACT_FIGURES.some((role) => finding.cells.includes(row.figures[role]?.address ?? ''));
      // A finding on cells of another row of this indicator says nothing about this one.
      if ((finding.scope === 'cell' || finding.scope === 'series') && !named) continue;
      for (const figure of figuresConcerned(finding, row)) codes.set(figure, [...(codes.get(figure) ?? []), finding.code]);
    }
    return [...codes].map(([figure, all]): HeldFigure => {
      const shown = row.figures[figure] ?? row.figures.month ?? row.figures.numerator;
      return { unit, indicator, period, file: source.file, sheet: source.sheet, cell: shown?.address ?? row.address, found: foundIn(shown), codes: unique(all), figure };
    });
  });
}

function unique(codes: readonly FindingCode[]): readonly FindingCode[] {
  return [...new Set(codes)];
}
