import type { Cell, Grid } from '../../grid';
import { decodeLegacy, kindOfText, type LegacyEncoding } from './decode';

/** A text that stood in a legacy encoding. */
export interface LegacyText {
  /** Zero-based, on the sheet. */
  readonly row: number;
  readonly column: number;
  readonly encoding: LegacyEncoding;
  /** As it stands, and as it reads. */
  readonly text: string;
  readonly converted: string;
}

/** So many texts that can only be of one encoding speak for the whole sheet, where hardly any is Unicode. */
const ENOUGH = 3;
const UNICODE_SHARE = 0.1;

interface Candidate {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
  readonly text: string;
}

/**
 * The sheet with every text of a legacy encoding put into Unicode, so that all that follows reads it like any other;
 * the very same grid where there is none. One test for each text when nothing is found.
 */
export function readableGrid(grid: Grid): { readonly grid: Grid; readonly legacyTexts: readonly LegacyText[] } {
  const { candidates, unicode } = candidatesOf(grid);
  if (candidates.length === 0) return { grid, legacyTexts: [] };
  const seen = new Map<string, ReturnType<typeof decodeLegacy>>();
  const decoded = ({ cell, text }: Candidate, assumed?: LegacyEncoding): ReturnType<typeof decodeLegacy> => {
    const key = `${assumed ?? ''}|${cell.font ?? ''}|${text}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    const found = decodeLegacy(text, cell.font, assumed);
    seen.set(key, found);
    return found;
  };
  const sure = candidates.map((candidate) => decoded(candidate));
  const assumed = assumedEncoding(sure, unicode);
  const legacyTexts: LegacyText[] = [];
  candidates.forEach((candidate, index) => {
    const found = sure[index] ?? (assumed === undefined ? null : decoded(candidate, assumed));
    if (found) legacyTexts.push({ row: candidate.row, column: candidate.column, encoding: found.encoding, text: candidate.text, converted: found.text });
  });
  return legacyTexts.length === 0 ? { grid, legacyTexts } : { grid: withTexts(grid, legacyTexts), legacyTexts };
}

function candidatesOf(grid: Grid): { readonly candidates: readonly Candidate[]; readonly unicode: number } {
  const candidates: Candidate[] = [];
  let unicode = 0;
  grid.cells.forEach((cells, index) => {
    cells.forEach((cell, offset) => {
      if (cell?.content?.kind !== 'text') return;
      const text = cell.content.value;
      const kind = kindOfText(text);
      if (kind === 'unicode') unicode += 1;
      else if (kind === 'latin1') candidates.push({ row: index + grid.origin.row, column: offset + grid.origin.column, cell, text });
    });
  });
  return { candidates, unicode };
}

function assumedEncoding(sure: readonly ReturnType<typeof decodeLegacy>[], unicode: number): LegacyEncoding | undefined {
  const count = (encoding: LegacyEncoding): number => sure.filter((each) => each?.encoding === encoding).length;
  const [tcvn3, vni] = [count('tcvn3'), count('vni')];
  const most = Math.max(tcvn3, vni);
  if (most < ENOUGH || unicode > most * UNICODE_SHARE || Math.min(tcvn3, vni) > most * UNICODE_SHARE) return undefined;
  return tcvn3 > vni ? 'tcvn3' : 'vni';
}

function withTexts(grid: Grid, texts: readonly LegacyText[]): Grid {
  const cells: (readonly (Cell | null)[])[] = [...grid.cells];
  const byRow = new Map<number, LegacyText[]>();
  for (const each of texts) {
    const row = byRow.get(each.row);
    if (row) row.push(each);
    else byRow.set(each.row, [each]);
  }
  for (const [row, changes] of byRow) {
    const line = [...(cells[row - grid.origin.row] ?? [])];
    for (const { column, converted } of changes) {
      const cell = line[column - grid.origin.column];
      if (cell) line[column - grid.origin.column] = { ...cell, content: { kind: 'text', value: converted }, text: converted };
    }
    cells[row - grid.origin.row] = line;
  }
  return { ...grid, cells };
}
