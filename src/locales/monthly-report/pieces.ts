import type { Piece } from '../../core/monthly-report/document';
import type { Part } from '../../core/monthly-report/types';
import { formatDate, formatNumber } from '../format';

/** What a template may hold: words, a part, or pieces made of other templates. */
export type Fill = string | Part | readonly Piece[];

/** A sentence of fixed words and shown parts: say`đạt ${value} ${unit}`. */
export function say(words: TemplateStringsArray, ...fills: readonly Fill[]): readonly Piece[] {
  return words.flatMap((word, n): Piece[] => [...(word === '' ? [] : [word]), ...(n < fills.length ? piecesOf(fills[n] ?? '') : [])]);
}

function piecesOf(fill: Fill): readonly Piece[] {
  if (typeof fill === 'string') return fill === '' ? [] : [fill];
  return 'kind' in fill ? [shown(fill)] : fill;
}

/** A part with its text in Vietnamese notation. */
export function shown(part: Part): Piece {
  switch (part.kind) {
    case 'number':
      return { part, text: part.isYear === true ? String(part.value) : formatNumber(part.value, 'vi', part.decimals) };
    case 'date':
      return { part, text: formatDate(part.date, 'vi') };
    case 'text':
      return { part, text: part.text };
  }
}

/** Pieces one after the other with words between them. */
export function joined(items: readonly Fill[], separator: string): readonly Piece[] {
  return items.flatMap((item, n): readonly Piece[] => [...(n === 0 ? [] : [separator]), ...piecesOf(item)]);
}

/** A decision that the report cites. */
export function cited(text: string): Part {
  return { kind: 'text', text, reference: { kind: 'document' } };
}
