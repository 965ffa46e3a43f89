import type { Figure, FigureRole } from '../../report/types';
import { atCells, roleKey, saysPairIsBroken, type IndicatorRow, type Rule } from '../rule';

/**
 * Numerator and denominator stand together or not at all. Only a blank beside a number is judged: a placeholder says
 * why it is none, and a form without the column asks for neither.
 */
const halfPair: Rule = {
  code: 'L04',
  needs: [],
  *run({ rows }) {
    for (const view of rows) {
      for (const missing of ['numerator', 'denominator'] as const) {
        if (saysPairIsBroken(view, missing)) yield { code: 'L04', params: { missing }, ...atCells(view, ['numerator', 'denominator']), key: roleKey(view, '') };
      }
    }
  },
};

const FACTS: readonly FigureRole[] = ['month', 'cumulative', 'numerator', 'denominator'];

/**
 * The box "Không phát sinh trong kỳ" against the figures. Ticked: any figure but zero contradicts it, save the cumulative
 * of a flow in whose month nothing occurred. Not ticked: every cell that is filled says that nothing occurred; a
 * single zero or "…" says something else, and then nobody is asked.
 */
const declaredNothing: Rule = {
  code: 'L12',
  needs: [],
  *run({ report, rows }) {
    if (report.declaredNothing) {
      const cells = rows.flatMap((view) => occurred(view).map((figure) => figure.address));
      if (cells.length > 0) yield { code: 'L12', params: { declared: true }, cells, key: 'declared' };
      return;
    }
    const { nothingBox } = report;
    if (!nothingBox || nothingBox.text !== '') return;
    const filled = rows.flatMap(({ row }) => FACTS.flatMap((role) => row.figures[role] ?? [])).filter((figure) => figure.reading.kind !== 'blank');
    const nothing = filled.filter(({ reading }) => reading.kind === 'placeholder' && reading.state === 'notOccurred');
    if (nothing.length > 0 && nothing.length === filled.length) yield { code: 'L12', params: { declared: false }, cells: [nothingBox.address], key: 'notDeclared' };
  },
};

function occurred({ row, indicator }: IndicatorRow): readonly Figure[] {
  const figures = FACTS.flatMap((role) => row.figures[role] ?? []).filter((figure) => figure.reading.kind === 'number' && figure.reading.value !== 0);
  const carriedOn = indicator.kind === 'flow' && figures.every((figure) => figure.role === 'cumulative');
  return carriedOn ? [] : figures;
}

export const pairRules: readonly Rule[] = [halfPair];
export const declarationRules: readonly Rule[] = [declaredNothing];
