import { addressOf } from '../../address';
import { measureOf, type Measure } from '../../report/measure';
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

/** A row without any figure states nothing in its unit of measure, so nothing is wrong with it yet. */
const otherUnitOfMeasure: Rule = {
  code: 'K09',
  needs: [],
  *run(context) {
    const column = context.report.heading.columns.find((each) => each.role === 'unitOfMeasure')?.column;
    const known = new Map<string, Measure>();
    const measure = (text: string): Measure => {
      const found = known.get(text) ?? measureOf(text);
      known.set(text, found);
      return found;
    };
    for (const view of context.rows) {
      if (!statesFigures(view) || !differs(view, measure)) continue;
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
  const stated = measure(row.unitOfMeasure);
  const asked = measure(indicator.unit);
  if (stated.base === asked.base) return stated.scale !== asked.scale;
  // A caption ("Đơn vị tính: tỷ đồng") speaks of the money rows of its table, not of the rates and counts among them.
  return row.unitOfMeasureFrom === 'row';
}

export const rowRules: readonly Rule[] = [approximateMatch, otherUnitOfMeasure];
