import { holds } from '../model/rects';
import type { SheetModel } from '../model/types';

/** What a table's style gives a cell that has no fill of its own. */
export interface TableLook {
  readonly fill: string | null;
  readonly color: string | null;
  readonly bold: boolean;
  /** The heading shows the arrow of its filter. */
  readonly arrow: boolean;
}

/** Accents of Excel's standard theme, in the order in which the styles number them; the first style has none. */
const ACCENTS = ['#000000', '#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];
const BANDS = ['#F2F2F2', '#D9E1F2', '#FCE4D6', '#EDEDED', '#FFF2CC', '#DDEBF7', '#E2EFDA'];

/** The look of a cell within a table of the sheet; null outside of one. Headings and bands, as the medium styles have them. */
export function tableLookAt(sheet: SheetModel, row: number, col: number): TableLook | null {
  const table = sheet.tables.find(({ range }) => holds(range, row, col));
  if (table === undefined) return null;
  const number = Number(/(\d+)$/.exec(table.style ?? '')?.[1] ?? 0);
  const hue = number === 0 ? -1 : (number - 1) % ACCENTS.length;
  const heading = table.showHeaders && row === table.range.row;
  if (heading) {
    const medium = table.style?.includes('Light') !== true && hue >= 0;
    return { fill: medium ? (ACCENTS[hue] ?? null) : null, color: medium ? '#FFFFFF' : null, bold: true, arrow: table.showFilterButton };
  }
  if (table.showTotals && row === table.range.lastRow) return { fill: null, color: null, bold: true, arrow: false };
  const banded = table.showBandedRows && hue >= 0 && (row - table.range.row - (table.showHeaders ? 1 : 0)) % 2 === 0;
  return { fill: banded ? (BANDS[hue] ?? null) : null, color: null, bold: false, arrow: false };
}
