import { addressOf } from '../../address';
import { dueAssignments } from '../../catalogue/due';
import type { ColumnRole, FigureRole, Reading, ReportRow } from '../../report/types';
import { hasFigures, nearlyEqual, type CheckContext, type IndicatorRow, type Rule } from '../rule';

/** Columns whose doubling leaves the figures in doubt; a second column of notes or percentages does not. */
const DECISIVE: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['code', 'name', 'unitOfMeasure', 'month', 'cumulative', 'lastYear', 'numerator', 'denominator']);

/** Two columns of one meaning: nobody can say which one counts. */
const doubleColumn: Rule = {
  code: 'S07',
  needs: [],
  *run({ report }) {
    const { heading } = report;
    for (const { role, columns, headings } of heading.duplicates) {
      if (!DECISIVE.has(role)) continue;
      yield { code: 'S07', params: { headings }, cells: columns.map((column) => addressOf(heading.bottom, column)), key: role };
    }
  },
};

/** The box "Không phát sinh trong kỳ" is ticked and nothing contradicts it: the blanks are explained. */
export function declaresNothing({ report }: CheckContext): boolean {
  return report.declaredNothing && !report.rows.some((row) => FACT_LIKE.some((role) => row.figures[role]?.reading.kind === 'number'));
}
const FACT_LIKE: readonly FigureRole[] = ['month', 'cumulative', 'numerator', 'denominator'];

/** An approximate match counts as a row here: K10 asks about it. */
const missingRow: Rule = {
  code: 'S12',
  needs: ['unit', 'period'],
  *run(context) {
    const { unit, period, index, byIndicator } = context;
    if (unit === null || !period || declaresNothing(context)) return;
    for (const assignment of dueAssignments(index, unit, period)) {
      if (!byIndicator.has(assignment.indicator)) yield { code: 'S12', params: {}, indicator: assignment.indicator };
    }
  },
};

/** Rows without any figure lose nothing: headings, notes and group rows are left alone. */
const unknownRow: Rule = {
  code: 'S13',
  needs: [],
  *run({ report, index }) {
    for (const row of report.rows) {
      const known = row.match.how !== 'none' && index.indicator(row.match.indicator) !== null;
      if (known || !hasFigures(row)) continue;
      const name = row.statedName.trim() || row.statedCode.trim();
      yield { code: 'S13', params: { name }, cells: [row.address], found: name, key: name };
    }
  },
};

/** Identical repetitions count once; differing ones are held, since nobody can say which is meant. */
const repeatedRow: Rule = {
  code: 'S14',
  needs: [],
  *run({ byIndicator }) {
    for (const [indicator, rows] of byIndicator) {
      const [first, ...others] = rows;
      if (!first || others.length === 0) continue;
      const identical = others.every((other) => sameFigures(first.row, other.row));
      const cells = rows.map((each: IndicatorRow) => each.row.address);
      yield identical
        ? { code: 'S14', params: { identical }, severity: 'W', held: false, indicator, cells }
        : { code: 'S14', params: { identical }, indicator, cells };
    }
  },
};

const COMPARED: readonly FigureRole[] = ['month', 'cumulative', 'previousMonth', 'previousCumulative', 'lastYear', 'numerator', 'denominator'];

function sameFigures(a: ReportRow, b: ReportRow): boolean {
  return COMPARED.every((role) => sameReading(a.figures[role]?.reading, b.figures[role]?.reading));
}

const BLANK: Reading = { kind: 'blank' };

function sameReading(a: Reading = BLANK, b: Reading = BLANK): boolean {
  switch (a.kind) {
    case 'number':
      return b.kind === 'number' && nearlyEqual(a.value, b.value);
    case 'ambiguous':
      return b.kind === 'ambiguous' && a.readings[0] === b.readings[0] && a.readings[1] === b.readings[1];
    case 'placeholder':
      return b.kind === 'placeholder' && a.state === b.state;
    case 'error':
      return b.kind === 'error' && a.code === b.code;
    case 'text':
      return b.kind === 'text' && a.text === b.text;
    case 'blank':
      return b.kind === 'blank';
  }
}

export const sheetRules: readonly Rule[] = [doubleColumn, missingRow, unknownRow, repeatedRow];
