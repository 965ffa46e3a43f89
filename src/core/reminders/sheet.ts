import type { Area } from '../grid';
import { changedBlocks, type CellWrite } from '../sheets/diff';
import type { BorderStyle, CellStyle, SheetPlan, StyledArea } from '../sheets/plan';
import { emptyPlan } from '../sheets/plan-sheet';
import type { Reminder, ReminderWords } from './types';

/** Ordinal, month, deadline, received, state; in characters. */
const WIDTHS = [8, 22, 18, 18, 34] as const;
const LAST = WIDTHS.length - 1;
const WHOLE = WIDTHS.reduce((sum, width) => sum + width, 0);
/** Where the right half of the heading begins. */
const HALF = 2;
const SUBJECT_ROW = 3;
const TITLE_ROW = 5;
const LINE = 17;
const GRID_LINE: BorderStyle = { edges: 'all', style: 'thin', color: '#404040' };

/**
 * The reminder as a sheet that prints on A4 upright, in the form of an official letter. Every text is written as text.
 * Row heights are reckoned from the lengths of the texts, because rows with merged cells do not grow by themselves.
 *
 * @param sheet the sheet's name; that of the unit unless told
 */
export function reminderPlan(reminder: Reminder, words: ReminderWords, sheet: string = reminderSheetName(reminder, words)): SheetPlan {
  const firstOpening = TITLE_ROW + 3;
  const heading = firstOpening + reminder.opening.length + 1;
  const closing = heading + reminder.rows.length + 2;
  const signature = closing + reminder.closing.length + 1;
  const paragraphs = [
    ...reminder.opening.map((text, n) => ({ row: firstOpening + n, text })),
    ...reminder.closing.map((text, n) => ({ row: closing + n, text })),
  ];
  const writes: CellWrite[] = [
    { row: 0, column: 0, value: words.agency[0] }, { row: 0, column: HALF, value: words.motto[0] },
    { row: 1, column: 0, value: words.agency[1] }, { row: 1, column: HALF, value: words.motto[1] },
    { row: 2, column: 0, value: words.number }, { row: 2, column: HALF, value: words.date(reminder.asOf) },
    { row: SUBJECT_ROW, column: 0, value: reminder.subject },
    { row: TITLE_ROW, column: 0, value: reminder.title },
    { row: TITLE_ROW + 1, column: 0, value: reminder.addressee },
    ...paragraphs.map(({ row, text }) => ({ row, column: 0, value: text })),
    ...words.columns.map((text, column) => ({ row: heading, column, value: text })),
    ...reminder.rows.flatMap((row, n) =>
      [n + 1, words.period(row.period), words.day(row.deadline), row.receivedOn === null ? words.notReceived : words.day(row.receivedOn), words.state(row)].map((value, column) => ({ row: heading + 1 + n, column, value })),
    ),
    { row: signature, column: 0, value: words.signatures[0] },
    { row: signature, column: HALF + 1, value: words.signatures[1] },
  ];
  return {
    ...emptyPlan(sheet, true),
    blocks: changedBlocks(writes, null),
    styles: stylesOf(heading, reminder.rows.length, signature, paragraphs.map(({ row }) => row)),
    merges: [
      ...[0, 1, 2].flatMap((row) => [span(row, 0, HALF - 1), span(row, HALF, LAST)]),
      span(SUBJECT_ROW, 0, HALF - 1),
      span(TITLE_ROW, 0, LAST),
      span(TITLE_ROW + 1, 0, LAST),
      ...paragraphs.map(({ row }) => span(row, 0, LAST)),
      span(signature, 0, HALF - 1),
      span(signature, HALF + 1, LAST),
    ],
    columnWidths: Object.fromEntries(WIDTHS.map((width, column) => [column, width])),
    rowHeights: {
      [SUBJECT_ROW]: heightOf(reminder.subject, WIDTHS[0] + WIDTHS[1], 11),
      [TITLE_ROW]: LINE * 2,
      ...Object.fromEntries(paragraphs.map(({ row, text }) => [row, heightOf(text, WHOLE, 13) + 4])),
      [heading]: LINE * 2,
      ...Object.fromEntries(reminder.rows.map((_, n) => [heading + 1 + n, LINE + 4])),
    },
    print: { orientation: 'portrait', fitToPagesWide: 1, titleRows: null, footer: '&P/&N', area: { top: 0, left: 0, bottom: signature + 5, right: LAST }, margin: 50 },
    showGridlines: false,
  };
}

/** "Đôn đốc SCT", within what Excel allows as a name. */
export function reminderSheetName({ unit }: Reminder, words: ReminderWords): string {
  return `${words.sheet} ${unit}`.replace(/[\\/?*[\]:]/g, ' ').trim().slice(0, 31);
}

function stylesOf(heading: number, months: number, signature: number, paragraphs: readonly number[]): StyledArea[] {
  const line = (row: number, left: number, right: number, style: CellStyle): StyledArea => ({ area: span(row, left, right), style });
  const bold: CellStyle = { bold: true, horizontal: 'center' };
  const last = heading + months;
  return [
    { area: { top: 0, left: 0, bottom: signature + 5, right: LAST }, style: { fontName: 'Times New Roman', fontSize: 13, vertical: 'top' } },
    line(0, 0, LAST, { fontSize: 12 }), line(1, 0, LAST, { fontSize: 12 }), line(2, 0, LAST, { fontSize: 12 }),
    line(0, 0, HALF - 1, { horizontal: 'center' }), line(0, HALF, LAST, bold),
    line(1, 0, LAST, bold),
    line(2, 0, HALF - 1, { horizontal: 'center' }), line(2, HALF, LAST, { italic: true, horizontal: 'center' }),
    line(SUBJECT_ROW, 0, HALF - 1, { horizontal: 'center', wrap: true, fontSize: 11 }),
    line(TITLE_ROW, 0, LAST, { ...bold, fontSize: 14, vertical: 'center', wrap: true }),
    line(TITLE_ROW + 1, 0, LAST, bold),
    ...paragraphs.map((row) => line(row, 0, LAST, { wrap: true, horizontal: 'left' })),
    line(heading, 0, LAST, { ...bold, wrap: true, vertical: 'center', fill: '#E7EEF6', fontSize: 12, border: GRID_LINE }),
    { area: { top: heading + 1, left: 0, bottom: last, right: LAST }, style: { horizontal: 'center', vertical: 'center', fontSize: 12, wrap: true, border: GRID_LINE } },
    line(signature, 0, LAST, bold),
  ];
}

function span(row: number, left: number, right: number): Area {
  return { top: row, bottom: row, left, right };
}

/** Points that a text needs over a width in characters; larger type has fewer characters to a line. */
function heightOf(text: string, width: number, points: number): number {
  const lines = text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil((part.length * points) / (11 * (width - 2)))), 0);
  return Math.min(409, lines * LINE);
}
