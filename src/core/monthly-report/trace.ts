import { positionOf, quotedSheet } from '../address';
import type { PlanCell } from '../sheets/plan';
import type { Piece } from './document';
import type { NumberPart, Part } from './types';

const LONGEST_TRACE = 600;
const EQUAL = 1e-9;

const partsOf = (pieces: readonly Piece[]): Part[] => pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.part]));

/** Where everything in a paragraph comes from, for people: "KT04 · Lũy kế: Tổng hợp!G14". */
export function traceOf(pieces: readonly Piece[]): string {
  const places = partsOf(pieces).flatMap(({ reference }): string[] => {
    switch (reference.kind) {
      case 'cell':
        return [`${reference.label}: ${reference.sheet}!${reference.cell}`];
      case 'count':
        return [`${reference.label}: ${reference.sheet}!${reference.cells.join(', ')}`];
      case 'document':
        return [];
    }
  });
  const text = [...new Set(places)].join(' · ');
  return text.length <= LONGEST_TRACE ? text : `${text.slice(0, LONGEST_TRACE - 1)}…`;
}

/** A formula that says whether the numbers of a paragraph still stand in the workbook; null where there are none. */
export function checkOf(pieces: readonly Piece[]): PlanCell {
  const conditions = partsOf(pieces).flatMap((part) => (part.kind === 'number' ? conditionOf(part) : []));
  const unique = [...new Set(conditions)];
  return unique.length === 0 ? null : { formula: `=IF(IFERROR(AND(${unique.join(',')}),FALSE),"khớp","số liệu đã đổi")` };
}

function conditionOf({ value, unsigned, reference }: NumberPart): string[] {
  switch (reference.kind) {
    case 'cell': {
      const cell = `${quotedSheet(reference.sheet)}!${absolute(reference.cell)}`;
      const stands = unsigned === true ? `ABS(${cell})` : cell;
      // The bare product makes an empty text an error, and so a difference.
      return reference.cell === '' ? [] : [`ABS(${stands}-${plain(value)})<=${plain(EQUAL * Math.max(1, Math.abs(value)))}`];
    }
    case 'count':
      return reference.within === undefined || reference.word === undefined ? [] : [`COUNTIF(${quotedSheet(reference.sheet)}!${absolute(reference.within)},"${reference.word}")=${value}`];
    case 'document':
      return [];
  }
}

const plain = (value: number): string => String(value).replace('e', 'E');

/** "G14" → "$G$14", "G14:G20" → "$G$14:$G$20". */
export function absolute(address: string): string {
  return address
    .split(':')
    .map((cell) => (positionOf(cell) === null ? cell : cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')))
    .join(':');
}
