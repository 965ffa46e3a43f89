import { AlignmentType, convertMillimetersToTwip, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from 'docx';
import type { AppendixColumn, AppendixRow } from '../../core/monthly-report/document';
import { half, SIZES } from './looks';

/** Width of the text on A4 across: 297 less 20 and 15 mm. */
const WIDTH = convertMillimetersToTwip(262);
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const CELL = { top: 30, bottom: 30, left: 60, right: 60 } as const;

/** The table of the report; its heading comes again on each page, and no row is torn. */
export function appendixTable(columns: readonly AppendixColumn[], rows: readonly AppendixRow[]): Table {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((width / total) * WIDTH));
  const cell = (text: string, column: number, look: { readonly bold?: boolean; readonly italics?: boolean; readonly align?: AppendixColumn['align']; readonly indent?: number }): TableCell =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: CELL,
      children: [
        new Paragraph({
          alignment: ALIGN[look.align ?? columns[column]?.align ?? 'left'],
          indent: { left: look.indent ?? 0 },
          children: [new TextRun({ text, size: half(SIZES.table), bold: look.bold ?? false, italics: look.italics ?? false })],
        }),
      ],
    });
  const line = ({ kind, isChild, cells }: AppendixRow): TableRow =>
    new TableRow({
      cantSplit: true,
      children: columns.map(({ align }, column) =>
        cell(cells[column] ?? '', column, { bold: kind === 'group', italics: isChild && align === 'left', indent: isChild && align === 'left' && column === NAME ? 140 : 0 }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ header }, column) => cell(header, column, { bold: true, align: 'center' })) }), ...rows.map(line)],
  });
}

/** The column of the names, which tell "Trong đó" by an indent. */
const NAME = 1;
