import type { Area } from '../grid';
import { changedBlocks, keysOf, type CellWrite } from '../sheets/diff';
import type { CellStyle, SheetPlan, StyledArea } from '../sheets/plan';
import { emptyPlan } from '../sheets/plan-sheet';
import { textOfPieces, type ParagraphRole, type ReportDocument } from './document';
import { leftovers, markOf, type ReportHome } from './kept';
import { checkOf, traceOf } from './trace';

/**
 * One wide column holds the paragraphs, so that their rows grow with the text, also when the analyst rewrites it: rows
 * of merged cells would not. The two halves of the heading stand in narrow columns left and right and run over it.
 */
const LEFT = 0;
const BODY = 1;
const RIGHT = 2;
const TRACE = 4;
const CHECK = 5;
export const TEXT_COLUMNS = 3;
const COLUMNS = CHECK + 1;
const WIDTHS = { [LEFT]: 0.8, [BODY]: 82, [RIGHT]: 0.8, 3: 2, [TRACE]: 60, [CHECK]: 16 } as const;
const TITLE = 5;
const FIRST = 10;
const LAST_ROW = 1_048_575;
const FONT = 'Times New Roman';
/** Points, by Decree 30/2020/NĐ-CP: 20 mm above and below, 30 mm left, 20 mm right. */
const MARGINS = { top: 57, bottom: 57, left: 85, right: 57 } as const;

const STYLES: { readonly [R in ParagraphRole]: CellStyle } = {
  part: { bold: true },
  section: { bold: true },
  item: { indent: 1 },
  body: {},
};

/** The report as a sheet that prints on A4 upright, one paragraph a row; beside it, outside of the print, where its numbers come from. */
export function textSheetPlan(report: ReportDocument, home: ReportHome): SheetPlan {
  const end = FIRST + report.paragraphs.length;
  const signature = end + 1;
  const last = signature + Math.max(report.recipients.lines.length, 7);
  const printed: CellWrite[] = [
    { row: 0, column: LEFT, value: report.agency[0] }, { row: 0, column: RIGHT, value: report.motto[0] },
    { row: 1, column: LEFT, value: report.agency[1] }, { row: 1, column: RIGHT, value: report.motto[1] },
    { row: 2, column: LEFT, value: RULE.short }, { row: 2, column: RIGHT, value: RULE.long },
    { row: 3, column: LEFT, value: report.number }, { row: 3, column: RIGHT, value: report.placeAndDate },
    { row: TITLE, column: BODY, value: report.title },
    { row: TITLE + 1, column: BODY, value: report.subject },
    { row: TITLE + 2, column: BODY, value: RULE.short },
    { row: TITLE + 3, column: BODY, value: report.addressee },
    ...report.paragraphs.map(({ pieces }, n) => ({ row: FIRST + n, column: BODY, value: textOfPieces(pieces) })),
    { row: signature, column: LEFT, value: report.recipients.title }, { row: signature, column: RIGHT, value: report.signature },
    ...report.recipients.lines.map((value, n) => ({ row: signature + 1 + n, column: LEFT, value })),
  ];
  const beside: CellWrite[] = [
    { row: FIRST - 1, column: TRACE, value: 'Căn cứ (không in)' }, { row: FIRST - 1, column: CHECK, value: 'Đối chiếu' },
    ...report.paragraphs.flatMap(({ pieces }, n) => [
      { row: FIRST + n, column: TRACE, value: traceOf(pieces) },
      { row: FIRST + n, column: CHECK, value: checkOf(pieces) },
    ]),
  ];
  const writes = [...printed, ...beside];
  const blocks = changedBlocks([...writes, ...leftovers(writes, COLUMNS, home)], home.grid);
  const isNew = home.grid === null;
  return {
    ...emptyPlan(home.sheet, isNew),
    blocks,
    expected: home.grid === null ? [] : keysOf(blocks, [LEFT, BODY, RIGHT], home.grid, { top: 0, bottom: last }),
    styles: isNew || blocks.length > 0 ? stylesOf(report, signature, last) : [],
    names: markOf(printed, TEXT_COLUMNS, home),
    columnWidths: WIDTHS,
    growingRows: { top: FIRST, bottom: end },
    print: {
      orientation: 'portrait', fitToPagesWide: 1, titleRows: null, header: `&"${FONT},Regular"&13&P`,
      // All rows of the columns: the report may grow, and Excel prints no further than what is filled.
      area: { top: 0, left: LEFT, bottom: LAST_ROW, right: RIGHT }, margin: MARGINS,
    },
    tabColor: '#0B4A78',
    showGridlines: false,
  };
}

/** A cell knows no underline as short as the decree wants it. */
const RULE = { short: '————————', long: '———————————————' } as const;

function stylesOf(report: ReportDocument, signature: number, last: number): StyledArea[] {
  const row = (at: number, left: number, right: number, style: CellStyle): StyledArea => ({ area: span(at, left, right), style });
  const left = (at: number, style: CellStyle): StyledArea => row(at, LEFT, LEFT, { horizontal: 'left', wrap: false, fontSize: 12, ...style });
  const right = (at: number, style: CellStyle): StyledArea => row(at, RIGHT, RIGHT, { horizontal: 'right', wrap: false, fontSize: 12, ...style });
  const centred = (at: number, style: CellStyle): StyledArea => row(at, BODY, BODY, { horizontal: 'center', ...style });
  return [
    // Everything that an earlier, differently long report had set is set again.
    { area: { top: 0, left: LEFT, bottom: last + ROOM, right: RIGHT }, style: { fontName: FONT, fontSize: 13, bold: false, italic: false, vertical: 'top', indent: 0 } },
    { area: { top: FIRST, left: BODY, bottom: last + ROOM, right: BODY }, style: { wrap: true, horizontal: 'left' } },
    { area: { top: FIRST - 1, left: TRACE, bottom: last + ROOM, right: CHECK }, style: { fontSize: 9, fontColor: '#595959', vertical: 'top', wrap: false } },
    left(0, { indent: 2 }), left(1, { bold: true }), left(2, { indent: 4, fontSize: 9 }), left(3, { indent: 2, fontSize: 13 }),
    right(0, { bold: true }), right(1, { bold: true, indent: 5, fontSize: 13 }), right(2, { indent: 6, fontSize: 9 }), right(3, { italic: true, indent: 2, fontSize: 13 }),
    centred(TITLE, { bold: true, fontSize: 14 }), centred(TITLE + 1, { bold: true, fontSize: 14, wrap: true }), centred(TITLE + 2, { fontSize: 9 }), centred(TITLE + 3, { fontSize: 14 }),
    ...report.paragraphs.flatMap(({ role }, n): StyledArea[] => (Object.keys(STYLES[role]).length === 0 ? [] : [row(FIRST + n, BODY, BODY, STYLES[role])])),
    left(signature, { bold: true, italic: true }), right(signature, { bold: true, fontSize: 13, indent: 8 }),
    ...report.recipients.lines.map((_, n) => left(signature + 1 + n, { fontSize: 11 })),
  ];
}

/** Rows below the report whose looks are put back as well. */
const ROOM = 40;

function span(row: number, left: number, right: number): Area {
  return { top: row, bottom: row, left, right };
}
