import { addressOf } from '../../address';
import { previousPeriod } from '../../period';
import { foldName } from '../../report/fold';
import { saysNothing, worthOf } from '../empty-words';
import type { FindingDraft } from '../finding';
import { behindOf } from '../own-pace';
import { atCells, withoutNoise, type CheckContext, type IndicatorRow, type Rule } from '../rule';

const WORDS = ['cause', 'remedy'] as const;

/** The row's cells for words, as far as the form has them, blank or not. */
function wordCells(context: CheckContext, view: IndicatorRow): string[] {
  return context.report.heading.columns.flatMap(({ role, column }) => (role === 'cause' || role === 'remedy' ? [addressOf(view.row.row, column)] : []));
}

/**
 * A figure that is behind and neither why nor what is done about it. A note counts as words, and so do empty ones: these
 * are L11. Where the form has no column for words nothing can be missing in it.
 */
const silent: Rule = {
  code: 'L10',
  needs: ['unit', 'period'],
  *run(context) {
    for (const view of context.rows) {
      const { cause, remedy, note } = view.row.words;
      if (!saysNothing(cause) || !saysNothing(remedy) || !saysNothing(note)) continue;
      const behind = behindOf(context, view);
      if (behind === null) continue;
      const places = wordCells(context, view);
      if (places.length === 0) continue;
      const { indicator, cells } = atCells(view, ['cumulative']);
      const params = { ...behind, value: withoutNoise(behind.value), expected: withoutNoise(behind.expected) };
      yield { code: 'L10', params, indicator, cells: [...cells, ...places], found: params.value, expected: params.expected };
    }
  },
};

/**
 * Words that say nothing, or last month's once more. "Không" is an answer where all goes well, so it is empty only
 * beside a figure that is behind. What last month said is known only as far as it was kept.
 */
const emptyWords: Rule = {
  code: 'L11',
  needs: [],
  *run(context) {
    for (const view of context.rows) {
      if (view.ordinal > 0) continue;
      for (const what of WORDS) {
        const text = view.row.words[what].trim();
        const draft = text === '' ? null : judge(context, view, what, text);
        if (draft) yield draft;
      }
    }
  },
};

function judge(context: CheckContext, view: IndicatorRow, what: (typeof WORDS)[number], text: string): FindingDraft | null {
  switch (worthOf(text)) {
    case 'nothing':
      return null;
    case 'denial':
      return behindOf(context, view) === null ? null : said(view, what, text, 'empty');
    case 'empty':
      return said(view, what, text, 'empty');
    case 'something':
      return isLastMonths(context, view, what, text) ? said(view, what, text, 'sameAsLastMonth') : null;
  }
}

function said(view: IndicatorRow, what: (typeof WORDS)[number], text: string, reason: 'empty' | 'sameAsLastMonth'): FindingDraft {
  return { code: 'L11', params: { what, reason, text }, indicator: view.indicator.code, cells: [view.row.wordCells[what] ?? view.row.address], found: text, key: what };
}

function isLastMonths({ unit, period, history }: CheckContext, view: IndicatorRow, what: (typeof WORDS)[number], text: string): boolean {
  const before = unit === null || period === null ? null : history.words(unit, view.indicator.code, previousPeriod(period));
  return before !== null && before[what] !== '' && foldName(before[what]) === foldName(text);
}

export const wordRules: readonly Rule[] = [silent, emptyWords];
