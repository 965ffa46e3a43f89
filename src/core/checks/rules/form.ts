import { addressOf } from '../../address';
import { sameFormula } from '../../formula-shape';
import { cellAt } from '../../grid';
import { textOf } from '../../report/cell-text';
import { foldText } from '../../report/fold';
import type { Measure } from '../../report/measure';
import { nameJudge } from '../../report/name-fit';
import type { ColumnRole } from '../../report/types';
import { formCells, isOnForm, type FormRow } from '../../sheets/form-row';
import type { FindingDraft, FindingParams } from '../finding';
import { hasFigures, numberOf, roleKey, type CheckContext, type IndicatorRow, type Rule } from '../rule';
import { hasOtherMeasure, measures } from './rows';

interface LockedRow {
  readonly view: IndicatorRow;
  /** Made when it is needed: most rows have nothing to compare. */
  form(): FormRow;
}

/** Rows that the unit's standard form has, with what stands locked in them. Any other sheet and any row added to the form promise nothing. */
function* lockedRows({ report, rows, index, period }: CheckContext, column: (role: ColumnRole) => number | undefined): Generator<LockedRow> {
  if (!report.isStandardForm || !period) return;
  const [plan, cumulative, lastYear] = [column('plan'), column('cumulative'), column('lastYear')];
  if (plan === undefined || cumulative === undefined || lastYear === undefined) return;
  for (const view of rows) {
    const { assignment, indicator, row } = view;
    if (assignment === null || !isOnForm(indicator, assignment, period)) continue;
    yield { view, form: () => formCells(indicator, assignment, row.row, index, { plan, cumulative, lastYear }, numberOf(row.figures.plan) !== null) };
  }
}

function columnsOf({ report }: CheckContext): (role: ColumnRole) => number | undefined {
  const columns = new Map(report.heading.columns.map((each) => [each.role, each.column]));
  return (role) => columns.get(role);
}

const COMPUTED = ['percentOfPlan', 'percentOfLastYear'] as const;

/** A number typed over a formula no longer follows the figures; whether it is right is another question (L07). Blanks and words are left alone. */
const constantForFormula: Rule = {
  code: 'V17',
  needs: ['period'],
  *run(context) {
    for (const { view, form } of lockedRows(context, columnsOf(context))) {
      for (const role of COMPUTED) {
        const figure = view.row.figures[role];
        const content = figure?.cell?.content;
        if (!figure || figure.cell?.formula !== undefined || (content?.kind !== 'number' && content?.kind !== 'text')) continue;
        if (figure.reading.kind !== 'number' && figure.reading.kind !== 'ambiguous') continue;
        const formula = form()[role];
        if (formula === null) continue;
        yield { code: 'V17', params: { role, value: content.value, formula }, indicator: view.indicator.code, cells: [figure.address], found: content.value, expected: formula, key: roleKey(view, role) };
      }
    }
  },
};

/** A formula without result and one that points to another workbook have findings of their own. */
const otherFormula: Rule = {
  code: 'V18',
  needs: ['period'],
  *run(context) {
    const column = columnsOf(context);
    const sheet = context.report.grid.name;
    for (const { view, form } of lockedRows(context, column)) {
      for (const role of COMPUTED) {
        const figure = view.row.figures[role];
        const stated = figure?.cell?.formula;
        if (!figure || stated === undefined) continue;
        const formula = form()[role];
        if (formula === null || stated === formula || pointsElsewhere(stated)) continue;
        if (sameFormula(stated, formula, view.row.row, column(role) ?? 0, sheet)) continue;
        yield { code: 'V18', params: { role, stated, formula }, indicator: view.indicator.code, cells: [figure.address], found: stated, expected: formula, key: roleKey(view, role) };
      }
    }
  },
};

function pointsElsewhere(formula: string): boolean {
  return /\[[^\]]*\][^!]*!|file:\/\//i.test(formula);
}

type Locked = FindingParams['V22'];

/**
 * Code, name, unit of measure and plan as the form has them; other spellings of the same are the same. Silent where
 * K08 or K09 says it already, and about a plan in such a row: one cause, one finding. A plan that is blank or no number
 * is not judged, nor is one of another year.
 */
const changedCell: Rule = {
  code: 'V22',
  needs: ['period'],
  *run(context) {
    const column = columnsOf(context);
    const judge = nameJudge(context.index);
    const measure = measures();
    const [codeAt, nameAt, measureAt] = [column('code'), column('name'), column('unitOfMeasure')];
    for (const { view, form: made } of lockedRows(context, column)) {
      const { row } = view;
      const form = made();
      const changed = (what: Locked['what'], role: ColumnRole, stated: Locked['stated'], locked: Locked['locked']): FindingDraft => {
        const at = column(role);
        return { code: 'V22', params: { what, stated, locked }, indicator: form.code, cells: [at === undefined ? row.address : addressOf(row.row, at)], found: stated, expected: locked, key: roleKey(view, '') + what };
      };
      const byCode = row.match.how === 'code';
      if (codeAt !== undefined && !byCode) yield changed('code', 'code', row.statedCode.trim() || null, form.code);
      if (byCode && nameAt !== undefined) {
        const name = textOf(cellAt(context.report.grid, row.row, nameAt)).trim();
        const fit = name === form.name ? 'exactly' : judge(form.code, name).fits;
        if (fit === 'roughly' || (fit === 'no' && !hasFigures(row))) yield changed('name', 'name', name || null, form.name);
      }
      const otherMeasure = hasOtherMeasure(view, measure);
      if (!otherMeasure && measureAt !== undefined && form.unitOfMeasure !== '') {
        const stated = row.unitOfMeasureFrom === 'row' ? row.unitOfMeasure.trim() : '';
        const same = stated === form.unitOfMeasure || foldText(stated) === foldText(form.unitOfMeasure) || sameMeasure(measure(stated), measure(form.unitOfMeasure));
        if (!same) yield changed('unitOfMeasure', 'unitOfMeasure', stated || null, form.unitOfMeasure);
      }
      const plan = otherMeasure || context.period?.year !== context.index.catalogue.year ? null : numberOf(row.figures.plan);
      if (plan !== null && form.plan !== null && Math.abs(plan - form.plan) > 0.5 * 10 ** -view.indicator.decimals + 1e-9) yield changed('plan', 'plan', plan, form.plan);
    }
  },
};

function sameMeasure(one: Measure, other: Measure): boolean {
  return one.base === other.base && one.scale === other.scale;
}

export const formRules: readonly Rule[] = [constantForFormula, otherFormula, changedCell];
