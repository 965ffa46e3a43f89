import { addressOf } from '../../address';
import { cellAt } from '../../grid';
import { foldText } from '../../report/fold';
import type { ColumnRole } from '../../report/types';
import { LEVEL_WORDS } from '../../sheets/words';
import type { Rule } from '../rule';

/** What a choice on the form may say; the box is ticked with x. */
const LEVELS = Object.values(LEVEL_WORDS);
const TICKS = ['x'];
/** At most so many letters may be wrong for a word to count as a slip of the pen. */
const SLIPS = 3;

/** The choices that the form offers in a list: the level of the figures, and the box "Không phát sinh trong kỳ". */
const notInList: Rule = {
  code: 'V10',
  needs: [],
  *run({ report }) {
    const { level, levelText, nothingBox, declaredNothing } = report;
    if (level === null && levelText) {
      const { text, address } = levelText;
      const nearest = nearestOf(text, LEVELS);
      yield { code: 'V10', params: { what: 'level', text, allowed: LEVELS, nearest }, cells: [address], found: text, expected: nearest === '' ? null : nearest, key: 'level' };
    }
    if (!declaredNothing && nothingBox && nothingBox.text !== '') {
      const { text, address } = nothingBox;
      yield { code: 'V10', params: { what: 'nothing', text, allowed: TICKS, nearest: '' }, cells: [address], found: text, key: 'nothing' };
    }
  },
};

function nearestOf(text: string, allowed: readonly string[]): string {
  const folded = foldText(text);
  const [best] = allowed.map((word) => ({ word, distance: editDistance(folded, foldText(word)) })).sort((a, b) => a.distance - b.distance);
  return best && best.distance <= SLIPS ? best.word : '';
}

/** Letters to insert, drop or change; texts far apart in length count as far apart. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > SLIPS) return SLIPS + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? SLIPS + 1;
}

/** Where programs cut texts off: old formulas and imports at 255 characters, a cell at 32.767. */
const CUTS: readonly (255 | 32767)[] = [255, 32767];
const LONG_TEXTS: readonly ColumnRole[] = ['name', 'cause', 'remedy', 'note'];

/** A text that is exactly as long as the limit was most likely longer before. */
const cutText: Rule = {
  code: 'V12',
  needs: [],
  *run({ report }) {
    const columns = report.heading.columns.filter((each) => LONG_TEXTS.includes(each.role));
    for (const row of report.rows) {
      for (const { role, column } of columns) {
        const content = cellAt(report.grid, row.row, column)?.content;
        if (content?.kind !== 'text') continue;
        const length = CUTS.find((cut) => cut === content.value.length);
        if (length === undefined) continue;
        const indicator = row.match.how === 'none' ? null : row.match.indicator;
        yield { code: 'V12', params: { length }, indicator, cells: [addressOf(row.row, column)], found: content.value.slice(-40), key: indicator === null ? `${role}|${row.statedName}` : role };
      }
    }
  },
};

export const textRules: readonly Rule[] = [notInList, cutText];
