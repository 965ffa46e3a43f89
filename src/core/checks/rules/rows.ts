import { addressOf } from '../../address';
import { measureOf, type Measure } from '../../report/measure';
import { nameJudge } from '../../report/name-fit';
import type { ReportRow } from '../../report/types';
import { hasFigures, roleKey, type IndicatorRow, type Rule } from '../rule';

/** A name that is only similar is a proposal: its figures wait until somebody confirms it. */
const approximateMatch: Rule = {
  code: 'K10',
  needs: [],
  *run({ rows }) {
    for (const view of rows) {
      const { match } = view.row;
      if (match.how !== 'approximate' || (!hasFigures(view.row) && view.assignment === null)) continue;
      yield {
        code: 'K10',
        params: { name: view.row.statedName.trim(), similarity: match.similarity },
        indicator: match.indicator,
        cells: [view.row.address],
        found: view.row.statedName.trim(),
        expected: view.indicator.name,
        key: roleKey(view, ''),
      };
    }
  },
};

/** Measures of a report by their texts: the same few stand in every row. */
export function measures(): (text: string) => Measure {
  const known = new Map<string, Measure>();
  return (text) => {
    const found = known.get(text) ?? measureOf(text);
    known.set(text, found);
    return found;
  };
}

/** Whether K09 speaks of this row. A row without any figure states nothing in its unit of measure, so nothing is wrong with it yet. */
export function hasOtherMeasure(view: IndicatorRow, measure: (text: string) => Measure): boolean {
  return statesFigures(view) && differs(view, measure);
}

const otherUnitOfMeasure: Rule = {
  code: 'K09',
  needs: [],
  *run(context) {
    const column = context.report.heading.columns.find((each) => each.role === 'unitOfMeasure')?.column;
    const measure = measures();
    for (const view of context.rows) {
      if (!hasOtherMeasure(view, measure)) continue;
      const { row, indicator } = view;
      yield {
        code: 'K09',
        params: { stated: row.unitOfMeasure.trim() },
        indicator: indicator.code,
        cells: [column !== undefined && row.unitOfMeasureFrom === 'row' ? addressOf(row.row, column) : row.address],
        found: row.unitOfMeasure.trim(),
        expected: indicator.unit,
        key: roleKey(view, ''),
      };
    }
  },
};

function statesFigures(view: IndicatorRow): boolean {
  const { month, cumulative, numerator, denominator, lastYear } = view.row.figures;
  return [month, cumulative, numerator, denominator, lastYear].some((figure) => figure && figure.reading.kind !== 'blank' && figure.reading.kind !== 'placeholder');
}

function differs({ row, indicator }: IndicatorRow, measure: (text: string) => Measure): boolean {
  if (row.unitOfMeasureFrom === 'none' || row.unitOfMeasure.trim() === '' || indicator.unit === '') return false;
  if (row.unitOfMeasure === indicator.unit) return false;
  const stated = measure(row.unitOfMeasure);
  const asked = measure(indicator.unit);
  if (stated.base === asked.base) return stated.scale !== asked.scale;
  // A caption ("Đơn vị tính: tỷ đồng") speaks of the money rows of its table, not of the rates and counts among them.
  return row.unitOfMeasureFrom === 'row';
}

/** Where a row's figures of this year stand. */
const GIVEN = ['month', 'cumulative', 'numerator', 'denominator'] as const;

/** Cells of the row in which something is stated for this year; a sign for "nothing" states no figure. */
export function givenCells(row: ReportRow): readonly string[] {
  return GIVEN.flatMap((role) => row.figures[role] ?? []).filter(({ reading }) => reading.kind !== 'blank' && reading.kind !== 'placeholder').map((figure) => figure.address);
}

/** Nobody takes these figures, and that is said. A name that is only similar is asked about first (K10); a derived indicator is nobody's (F11). */
const otherUnitsIndicator: Rule = {
  code: 'K07',
  needs: ['unit'],
  *run({ rows }) {
    for (const view of rows) {
      if (view.assignment !== null || view.indicator.aggregation === 'derived' || view.row.match.how === 'approximate') continue;
      const cells = givenCells(view.row);
      if (cells.length > 0) yield { code: 'K07', params: {}, indicator: view.indicator.code, cells, found: view.indicator.code, key: roleKey(view, '') };
    }
  },
};

/** The code wins over the name when a row is read, so a name that stands for something else must be told. A row without figures loses nothing by it. */
const codeAgainstName: Rule = {
  code: 'K08',
  needs: [],
  *run({ rows, report, index }) {
    const judge = nameJudge(index);
    const code = report.heading.columns.find((each) => each.role === 'code')?.column;
    for (const view of rows) {
      const { row, indicator } = view;
      const name = row.statedName.trim();
      if (row.match.how !== 'code' || name === '' || name === indicator.name || !hasFigures(row)) continue;
      const fit = judge(indicator.code, name);
      if (fit.fits !== 'no') continue;
      yield {
        code: 'K08',
        params: { stated: row.statedCode.trim(), name, named: fit.named },
        indicator: indicator.code,
        cells: code === undefined ? [row.address] : [addressOf(row.row, code), row.address],
        found: name,
        expected: indicator.name,
        key: roleKey(view, ''),
      };
    }
  },
};

export const rowRules: readonly Rule[] = [approximateMatch, otherUnitOfMeasure, otherUnitsIndicator, codeAgainstName];
