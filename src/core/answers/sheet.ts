import type { Area } from '../grid';
import type { BorderStyle, CellStyle, PlanCell, SheetPlan, StyledArea } from '../sheets/plan';
import { changedBlocks, type CellWrite } from '../sheets/diff';
import { emptyPlan } from '../sheets/plan-sheet';
import { askedText, placeText } from './text';
import type { Answer, AnswerPoint, AnswerWords } from './types';

/** Ordinal, content, place, what stands there, what is asked, severity; in characters. */
const WIDTHS = [6, 36, 15, 14, 32, 13] as const;
const LAST = WIDTHS.length - 1;
/** Where the right half of the heading begins. */
const HALF = 2;
const FOUND = 3;
const LINE = 15.75;
const FONT = 'Times New Roman';
const GRID_LINE: BorderStyle = { edges: 'all', style: 'thin', color: '#404040' };
const TITLE_ROW = 4;
const CENTRED: CellStyle = { horizontal: 'center', indent: 0 };

/** Rows of the sheet, top down. */
interface Layout {
  readonly opening: number;
  readonly heading: number;
  readonly firstPoint: number;
  readonly closing: number;
  readonly signature: number;
}

function layoutOf({ opening, points, closing }: Answer): Layout {
  const start = TITLE_ROW + 3;
  const heading = start + opening.length + 1;
  const firstPoint = heading + 1;
  const end = firstPoint + points.length + 1;
  return { opening: start, heading, firstPoint, closing: end, signature: end + closing.length + 1 };
}

/**
 * The answer as a sheet that prints on A4 upright. Every text is written as text, whatever it begins with. Row heights are
 * reckoned from the lengths of the texts, because rows with merged cells do not grow by themselves.
 *
 * @param sheet the sheet's name; that of the unit unless told
 */
export function answerPlan(answer: Answer, words: AnswerWords, sheet: string = answerSheetName(answer, words)): SheetPlan {
  const layout = layoutOf(answer);
  const paragraphs = [
    ...answer.opening.map((text, n) => ({ row: layout.opening + n, text })),
    ...answer.closing.map((text, n) => ({ row: layout.closing + n, text })),
  ];
  const rows = answer.points.map((point) => cellsOf(point, words));
  const writes: CellWrite[] = [
    ...headWrites(answer, words),
    ...paragraphs.map(({ row, text }) => ({ row, column: 0, value: text })),
    ...words.columns.map((text, column) => ({ row: layout.heading, column, value: text })),
    ...rows.flatMap((cells, n) => cells.map((value, column) => ({ row: layout.firstPoint + n, column, value }))),
    { row: layout.signature, column: 0, value: words.signatures[0] },
    { row: layout.signature, column: HALF + 1, value: words.signatures[1] },
  ];
  return {
    ...emptyPlan(sheet, true),
    blocks: changedBlocks(writes, null),
    styles: stylesOf(layout, answer.points.length, paragraphs.map(({ row }) => row)),
    merges: [
      ...[0, 1, 2].flatMap((row) => [span(row, 0, HALF - 1), span(row, HALF, LAST)]),
      span(TITLE_ROW, 0, LAST),
      span(TITLE_ROW + 1, 0, LAST),
      ...paragraphs.map(({ row }) => span(row, 0, LAST)),
      span(layout.signature, 0, HALF - 1),
      span(layout.signature, HALF + 1, LAST),
    ],
    columnWidths: Object.fromEntries(WIDTHS.map((width, column) => [column, width])),
    rowHeights: {
      ...Object.fromEntries(paragraphs.map(({ row, text }) => [row, heightOf([{ text, width: WIDTHS.reduce((sum, width) => sum + width, 0) }])])),
      [TITLE_ROW]: LINE * 2,
      [layout.heading]: LINE * 2,
      ...Object.fromEntries(rows.map((cells, n) => [layout.firstPoint + n, heightOf(cells.map((text, column) => ({ text: String(text ?? ''), width: WIDTHS[column] ?? 10 })))])),
    },
    print: { orientation: 'portrait', fitToPagesWide: 1, titleRows: [layout.heading, layout.heading], footer: '&P/&N', area: { top: 0, left: 0, bottom: layout.signature + 5, right: LAST }, margin: 50 },
    showGridlines: false,
  };
}

/** "Phản hồi SCT", within what Excel allows as a name. */
export function answerSheetName(answer: Answer, words: AnswerWords): string {
  return `${words.sheet} ${answer.unit ?? ''}`.replace(/[\\/?*[\]:]/g, ' ').trim().slice(0, 31);
}

function headWrites(answer: Answer, words: AnswerWords): CellWrite[] {
  return [
    { row: 0, column: 0, value: words.agency[0] }, { row: 0, column: HALF, value: words.motto[0] },
    { row: 1, column: 0, value: words.agency[1] }, { row: 1, column: HALF, value: words.motto[1] },
    { row: 2, column: 0, value: words.number }, { row: 2, column: HALF, value: words.date(answer.period) },
    { row: TITLE_ROW, column: 0, value: answer.title },
    { row: TITLE_ROW + 1, column: 0, value: answer.addressee },
  ];
}

function cellsOf(point: AnswerPoint, words: AnswerWords): PlanCell[] {
  const expected = point.expected === '' ? '' : `\n${words.expectedLabel}: ${point.expected}`;
  const asked = point.explanation === '' ? point.action : askedText(point, words);
  return [point.ordinal, point.content, placeText(point, words), point.found, `${asked}${expected}`, words.severity[point.severity]];
}

function stylesOf({ heading, firstPoint, signature }: Layout, points: number, paragraphs: readonly number[]): StyledArea[] {
  const line = (row: number, left: number, right: number, style: CellStyle): StyledArea => ({ area: span(row, left, right), style });
  const bold: CellStyle = { bold: true, horizontal: 'center' };
  return [
    { area: { top: 0, left: 0, bottom: signature + 5, right: LAST }, style: { fontName: FONT, fontSize: 12, vertical: 'top' } },
    line(0, 0, HALF - 1, { horizontal: 'center' }), line(0, HALF, LAST, bold),
    line(1, 0, LAST, bold),
    line(2, 0, HALF - 1, { horizontal: 'center' }), line(2, HALF, LAST, { italic: true, horizontal: 'center' }),
    line(TITLE_ROW, 0, LAST, { ...bold, fontSize: 14, vertical: 'center', wrap: true }),
    line(TITLE_ROW + 1, 0, LAST, { horizontal: 'center', bold: true }),
    ...paragraphs.map((row) => line(row, 0, LAST, { wrap: true, horizontal: 'left' })),
    line(heading, 0, LAST, { ...bold, wrap: true, vertical: 'center', fill: '#E7EEF6', border: GRID_LINE }),
    ...(points === 0
      ? []
      : [
          { area: { top: firstPoint, left: 0, bottom: firstPoint + points - 1, right: LAST }, style: { wrap: true, vertical: 'center' as const, horizontal: 'left' as const, indent: 1, border: GRID_LINE } },
          { area: { top: firstPoint, left: 0, bottom: firstPoint + points - 1, right: 0 }, style: CENTRED },
          // What stood in the unit's cell may begin like a formula: when somebody edits it here it must stay a text.
          { area: { top: firstPoint, left: FOUND, bottom: firstPoint + points - 1, right: FOUND }, style: { ...CENTRED, numberFormat: '@' } },
        ]),
    line(signature, 0, LAST, bold),
  ];
}

function span(row: number, left: number, right: number): Area {
  return { top: row, bottom: row, left, right };
}

/** Points that the texts of a row need, in 12-point type; a character of the type is a little wider than one of the column's width. */
function heightOf(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = cells.map(({ text, width }) => text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * 1.05) / (width - 2))), 0));
  return Math.min(409, Math.max(1, ...lines) * LINE + 2);
}
