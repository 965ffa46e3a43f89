import { positionOf } from '../../address';
import { requiredRoles } from '../../catalogue/due';
import { cellAt } from '../../grid';
import { qualifyingWords } from '../../report/numbers';
import type { Figure } from '../../report/types';
import { referencesFor } from '../references';
import { atCells, isUncalculated, roleKey, saysPairIsBroken, type CheckContext, type IndicatorRow, type Rule } from '../rule';
import { declaresNothing } from './sheet';

const excelError: Rule = {
  code: 'V06',
  needs: [],
  *run(context) {
    for (const { view, figure } of context.filled) {
      if (figure.reading.kind !== 'error') continue;
      yield { code: 'V06', params: { role: figure.role, error: figure.reading.code }, ...atCells(view, [figure.role]), found: figure.reading.code, key: roleKey(view, figure.role) };
    }
  },
};

const notANumber: Rule = {
  code: 'V02',
  needs: [],
  *run(context) {
    for (const { view, figure } of context.filled) {
      if (figure.reading.kind !== 'text') continue;
      yield { code: 'V02', params: { role: figure.role, text: figure.reading.text }, ...atCells(view, [figure.role]), found: figure.reading.text, key: roleKey(view, figure.role) };
    }
  },
};

/** Both readings are shown; the one of the right order of magnitude comes first. */
const ambiguousSeparator: Rule = {
  code: 'V04',
  needs: [],
  *run(context) {
    for (const { view, figure } of context.filled) {
      if (figure.reading.kind !== 'ambiguous') continue;
      const text = textOf(figure);
      const readings = likelierFirst(context, view, figure, figure.reading.readings);
      yield { code: 'V04', params: { role: figure.role, text, readings }, ...atCells(view, [figure.role]), found: text, expected: readings[0], key: roleKey(view, figure.role) };
    }
  },
};

function likelierFirst(context: CheckContext, view: IndicatorRow, figure: Figure, readings: readonly [number, number]): readonly [number, number] {
  const references = referencesFor(context, view, figure.role);
  if (references.length === 0) return readings;
  const [first, second] = readings;
  const distance = (value: number): number => (value === 0 ? Infinity : references.reduce((sum, { value: reference }) => sum + Math.abs(Math.log(Math.abs(value) / reference)), 0));
  return distance(second) < distance(first) ? [second, first] : readings;
}

const placeholder: Rule = {
  code: 'V05',
  needs: [],
  *run(context) {
    for (const { view, figure } of context.filled) {
      if (figure.reading.kind !== 'placeholder') continue;
      const { text, state } = figure.reading;
      yield { code: 'V05', params: { role: figure.role, text, state }, ...atCells(view, [figure.role]), found: text, key: roleKey(view, figure.role) };
    }
  },
};

/** "gần 4.000", "≈11.500", ">90%": the number is taken, the word belongs into the note. A unit of measure is no such word. */
const qualifiedNumber: Rule = {
  code: 'V25',
  needs: [],
  *run(context) {
    for (const { view, figure } of context.filled) {
      if (figure.reading.kind !== 'number') continue;
      const { value } = figure.reading;
      const qualifier = qualifyingWords(figure.reading.qualifier);
      if (qualifier === '') continue;
      const text = textOf(figure);
      yield { code: 'V25', params: { role: figure.role, text, qualifier, value }, ...atCells(view, [figure.role]), found: text, expected: value, key: roleKey(view, figure.role) };
    }
  },
};

/** A number with a word of qualification is a text by that word alone: V25 says it. */
const numberAsText: Rule = {
  code: 'V03',
  needs: [],
  *run(context) {
    for (const { view, figure } of context.filled) {
      if (figure.reading.kind !== 'number' || figure.reading.storedAs !== 'text' || qualifyingWords(figure.reading.qualifier) !== '') continue;
      const { value } = figure.reading;
      const text = textOf(figure);
      yield { code: 'V03', params: { role: figure.role, text, value }, ...atCells(view, [figure.role]), found: text, expected: value, key: roleKey(view, figure.role) };
    }
  },
};

/**
 * A required cell that holds nothing, or whose column the form lacks. A placeholder is a statement and no blank (V05).
 * A repeated row is not asked twice. A formula without a result is V20's, half of a numerator and denominator L04's.
 */
const blankRequired: Rule = {
  code: 'V01',
  needs: ['unit', 'period'],
  *run(context) {
    const { period } = context;
    if (!period || declaresNothing(context)) return;
    for (const view of context.rows) {
      if (view.ordinal > 0 || !view.assignment) continue;
      for (const role of requiredRoles(view.indicator, view.assignment, period)) {
        const figure = view.row.figures[role];
        if (figure && (figure.reading.kind !== 'blank' || isUncalculated(figure) || saysPairIsBroken(view, role))) continue;
        yield { code: 'V01', params: { role, ...(figure ? {} : { noColumn: true }) }, ...atCells(view, [role]), key: role };
      }
    }
  },
};

/**
 * Names are never written anywhere, and a lone dash among the figures is a placeholder: both are left alone. A cell
 * formatted as text keeps its dash; what looks like a formula is said all the same. Remarks in points ("- Tiến độ …")
 * are how people write: one finding names them all.
 */
const formulaLikeText: Rule = {
  code: 'V21',
  needs: [],
  *run({ report }) {
    if (report.formulaLikeTexts.length === 0) return;
    // What stands among the figures of a row has been judged there, by V02 or V05.
    const named = new Set(report.heading.columns.filter((each) => each.role === 'ordinal' || each.role === 'name' || each.role === 'code').map((each) => each.column));
    const rows = new Map(report.rows.map((row) => [row.row, row]));
    const points: { readonly address: string; readonly text: string }[] = [];
    for (const { address, text } of report.formulaLikeTexts) {
      const at = positionOf(address);
      const row = at === null ? undefined : rows.get(at.row);
      if (at === null || named.has(at.column) || (row && (row.address === address || Object.values(row.figures).some((figure) => figure.address === address)))) continue;
      if (looksLikeFormula(text)) yield { code: 'V21', params: { text }, cells: [address], found: text, key: text };
      else if (cellAt(report.grid, at.row, at.column)?.format !== '@') points.push({ address, text });
    }
    const [first] = points;
    if (first) yield { code: 'V21', params: { text: first.text }, cells: points.map((each) => each.address), found: first.text, key: 'points' };
  },
};

/** "=…", "@…", "+A1*2", "-(1+2)", "+SUM(…": no remark begins so. */
function looksLikeFormula(text: string): boolean {
  return /^\s*(?:[=@]|[+-]\s*(?:\$?[A-Z]{1,3}\$?\d|\(?\s*\d[\d.,\s]*[-+*/^]|\(|[A-Za-z.]+\())/.test(text);
}

function textOf(figure: Figure): string {
  const content = figure.cell?.content;
  return content?.kind === 'text' ? content.value.trim() : (figure.cell?.text ?? '');
}

export const cellRules: readonly Rule[] = [excelError, notANumber, ambiguousSeparator, placeholder, qualifiedNumber, numberAsText, blankRequired, formulaLikeText];
