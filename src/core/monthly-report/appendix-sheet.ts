import { quotedSheet } from '../address';
import { changedBlocks, keysOf, type CellWrite } from '../sheets/diff';
import type { BorderStyle, CellStyle, PlanCell, SheetPlan, StyledArea } from '../sheets/plan';
import { emptyPlan } from '../sheets/plan-sheet';
import { numberFormatOf } from '../sheets/summary-style';
import type { AppendixCell, AppendixKey, AppendixLine } from './appendix';
import type { ReportDocument } from './document';
import { leftovers, markOf, type ReportHome } from './kept';
import { absolute } from './trace';

const HEADING = 5;
const FIRST = HEADING + 1;
const FONT = 'Times New Roman';
const GRID_LINE: BorderStyle = { edges: 'all', style: 'thin', color: '#404040' };
const LAST_ROW = 1_048_575;
/** Characters that the shares of the columns make on A4 across. */
const CHARACTERS = 132;
const MARGINS = { top: 57, bottom: 43, left: 57, right: 43 } as const;
const LINE = 15.5;
/** Times New Roman 11 is narrower than the type that widths are counted in. */
const CHARACTERS_PER_WIDTH = 1.25;

export interface AppendixSheetInput {
  readonly appendix: ReportDocument['appendix'];
  readonly lines: readonly AppendixLine[];
  /** Name of Tổng hợp. */
  readonly summary: string;
  readonly home: ReportHome;
}

/** The table of the report on A4 across. Every cell is a link to Tổng hợp, so that its numbers are those, and follow them. */
export function appendixSheetPlan({ appendix, lines, summary, home }: AppendixSheetInput): SheetPlan {
  const { columns } = appendix;
  const last = columns.length - 1;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (width / total) * CHARACTERS);
  const bottom = FIRST + lines.length - 1;
  const writes: CellWrite[] = [
    { row: 0, column: 0, value: appendix.label },
    { row: 1, column: 0, value: appendix.title },
    { row: 2, column: 0, value: appendix.attachedTo },
    ...columns.map(({ header }, column) => ({ row: HEADING, column, value: header })),
    ...lines.flatMap(({ cells }, n) => cells.map((cell, column) => ({ row: FIRST + n, column, value: linkTo(cell, summary) }))),
  ];
  const blocks = changedBlocks([...writes, ...leftovers(writes, columns.length, home)], home.grid);
  const isNew = home.grid === null;
  return {
    ...emptyPlan(home.sheet, isNew),
    blocks,
    expected: home.grid === null ? [] : keysOf(blocks, [0, 1], home.grid, { top: 0, bottom }),
    styles: isNew || blocks.length > 0 ? stylesOf(appendix, lines, bottom, last) : [],
    names: markOf(writes, columns.length, home),
    columnWidths: Object.fromEntries(widths.map((width, column) => [column, width])),
    rowHeights: Object.fromEntries([[HEADING, LINE * 3], ...lines.map((line, n) => [FIRST + n, heightOf(line, widths)] as const)]),
    freeze: { rows: FIRST, columns: 2 },
    print: { orientation: 'landscape', fitToPagesWide: 1, titleRows: [HEADING, HEADING], header: `&"${FONT},Regular"&12&P`, area: { top: 0, left: 0, bottom: LAST_ROW, right: last }, margin: MARGINS },
    tabColor: '#0B4A78',
    showGridlines: false,
  };
}

/** A link to an empty cell would show 0. */
function linkTo({ cell }: AppendixCell, summary: string): PlanCell {
  const source = `${quotedSheet(summary)}!${absolute(cell)}`;
  return { formula: `=IF(${source}="","",${source})` };
}

const PERCENTS: readonly AppendixKey[] = ['percentOfPlan', 'percentOfLastYear'];
const FIGURES: readonly AppendixKey[] = ['plan', 'month', 'cumulative', 'lastYear'];

function stylesOf({ columns }: ReportDocument['appendix'], lines: readonly AppendixLine[], bottom: number, last: number): StyledArea[] {
  const row = (at: number, style: CellStyle): StyledArea => ({ area: { top: at, bottom: at, left: 0, right: last }, style });
  const table = { top: FIRST, bottom: Math.max(FIRST, bottom), left: 0, right: last };
  return [
    { area: { top: 0, bottom: table.bottom, left: 0, right: last }, style: { fontName: FONT, fontSize: 11, bold: false, italic: false, vertical: 'center' } },
    row(0, { horizontal: 'centerAcross', bold: true, fontSize: 14 }),
    row(1, { horizontal: 'centerAcross', bold: true, fontSize: 14 }),
    row(2, { horizontal: 'centerAcross', italic: true, fontSize: 13 }),
    row(HEADING, { bold: true, wrap: true, horizontal: 'center', vertical: 'center', border: GRID_LINE }),
    { area: table, style: { border: GRID_LINE } },
    ...columns.map(({ align }, column): StyledArea => ({ area: { ...table, left: column, right: column }, style: { horizontal: align, wrap: align === 'left' || align === 'center' } })),
    ...lines.flatMap((line, n): StyledArea[] => stylesOfLine(line, FIRST + n, row)),
  ];
}

function stylesOfLine({ kind, isChild, decimals, isDated, cells }: AppendixLine, at: number, row: (at: number, style: CellStyle) => StyledArea): StyledArea[] {
  if (kind === 'group') return [row(at, { bold: true })];
  return cells.flatMap(({ key }, column): StyledArea[] => {
    const area = { top: at, bottom: at, left: column, right: column };
    if (PERCENTS.includes(key)) return [{ area, style: { numberFormat: '#,##0.00' } }];
    if (FIGURES.includes(key)) return [{ area, style: { numberFormat: key === 'plan' && isDated ? 'dd/mm/yyyy' : numberFormatOf(decimals) } }];
    return key === 'name' && isChild ? [{ area, style: { italic: true, indent: 1 } }] : [];
  });
}

/** Points that the longest wrapped text of a row needs: rows of formulas do not always grow by themselves. */
function heightOf({ cells }: AppendixLine, widths: readonly number[]): number {
  const lines = cells.map(({ content }, column) => (content?.kind === 'text' ? Math.ceil(content.text.length / Math.max(1, (widths[column] ?? 10) * CHARACTERS_PER_WIDTH)) : 1));
  return Math.max(1, ...lines) * LINE + 2;
}
