import { convertMillimetersToTwip, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { ReportDocument } from '../../core/monthly-report/document';
import { centred, half, NO_BORDERS, rule, SIZES } from './looks';

const mm = convertMillimetersToTwip;
/** Width of the text: A4 less 30 and 20 mm. */
const LEFT = mm(64);
const RIGHT = mm(96);

function sideBySide(left: readonly Paragraph[], right: readonly Paragraph[], widths: readonly [number, number]): Table {
  const cell = (children: readonly Paragraph[], width: number): TableCell =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, margins: { left: 0, right: 0, top: 0, bottom: 0 }, children: [...children] });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: [...widths],
    borders: NO_BORDERS,
    rows: [new TableRow({ cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])] })],
  });
}

/** Agency left, national heading right, then title and addressee. */
export function headBlock({ agency, motto, number, placeAndDate, title, subject, addressee }: ReportDocument): readonly (Table | Paragraph)[] {
  const national = half(SIZES.national);
  const left = [
    centred([new TextRun({ text: agency[0], size: national })]),
    centred([new TextRun({ text: agency[1], size: national, bold: true })]),
    rule(mm(22)),
    centred([new TextRun({ text: number, size: half(SIZES.motto) })]),
  ];
  const right = [
    centred([new TextRun({ text: motto[0], size: national, bold: true })]),
    centred([new TextRun({ text: motto[1], size: half(SIZES.motto), bold: true })]),
    rule(mm(18)),
    centred([new TextRun({ text: placeAndDate, size: half(SIZES.motto), italics: true })]),
  ];
  return [
    sideBySide(left, right, [LEFT, RIGHT]),
    new Paragraph({}),
    centred([new TextRun({ text: title, bold: true })]),
    centred([new TextRun({ text: subject, bold: true })]),
    rule(mm(60)),
    centred([new TextRun(addressee)], 160),
  ];
}

const SIGNATURE_LINES = 4;

/** Recipients left, the signature right with room for it. */
export function signatureBlock({ recipients, signature }: ReportDocument): Table {
  const left = [
    new Paragraph({ children: [new TextRun({ text: recipients.title, bold: true, italics: true, size: half(SIZES.recipientsTitle) })] }),
    ...recipients.lines.map((text) => new Paragraph({ children: [new TextRun({ text, size: half(SIZES.recipients) })] })),
  ];
  const right = [centred([new TextRun({ text: signature, bold: true })]), ...Array.from({ length: SIGNATURE_LINES }, () => centred([]))];
  return sideBySide(left, right, [mm(80), mm(80)]);
}
