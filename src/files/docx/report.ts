import { AlignmentType, Document, Header, NumberFormat, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TextRun, convertMillimetersToTwip, type ISectionOptions } from 'docx';
import { textOfPieces, type ParagraphRole, type ReportDocument } from '../../core/monthly-report/document';
import { appendixTable } from './appendix';
import { headBlock, signatureBlock } from './blocks';
import { centred, FONT, half, SIZES } from './looks';

const mm = convertMillimetersToTwip;
/** A4, and the margins of Decree 30/2020/NĐ-CP: 20 to 25 mm above and below, 30 to 35 left, 15 to 20 right. */
const A4 = { width: mm(210), height: mm(297) };
const UPRIGHT = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) };
const ACROSS = { top: mm(20), bottom: mm(15), left: mm(20), right: mm(15), header: mm(10), footer: mm(10) };

/** @returns the bytes of the file: the letter upright, the appendix across with page numbers of its own */
export async function reportBytes(report: ReportDocument): Promise<Uint8Array> {
  const document = new Document({
    creator: report.agency[1],
    title: `${report.title}: ${report.subject}`,
    description: '',
    styles: { default: { document: { run: { font: FONT, size: half(SIZES.body), language: { value: 'vi-VN' } } } } },
    sections: [letter(report), appendix(report)],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The number stands top centre from the second page on. */
const pageNumber = (): Header => new Header({ children: [centred([new TextRun({ children: [PageNumber.CURRENT], size: half(SIZES.pageNumber), font: FONT })])] });

function letter(report: ReportDocument): ISectionOptions {
  return {
    properties: { titlePage: true, page: { size: A4, margin: UPRIGHT, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } } },
    headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
    children: [...headBlock(report), ...report.paragraphs.map(({ role, pieces }, n) => paragraph(role, textOfPieces(pieces), n >= report.paragraphs.length - KEPT)), new Paragraph({ keepNext: true }), signatureBlock(report)],
  };
}

const BOLD: readonly ParagraphRole[] = ['part', 'section'];

/** So many last paragraphs stay with the signature: it never stands on a page of its own. */
const KEPT = 2;

function paragraph(role: ParagraphRole, text: string, isKept: boolean): Paragraph {
  const isHeading = BOLD.includes(role);
  return new Paragraph({
    alignment: isHeading ? AlignmentType.LEFT : AlignmentType.JUSTIFIED,
    keepNext: isHeading || isKept,
    indent: { firstLine: mm(10) },
    // Points are twenty twips; at least 6 pt between paragraphs, lines of 1.15.
    spacing: { before: role === 'part' ? 160 : 0, after: 120, line: 276 },
    children: [new TextRun({ text, bold: isHeading })],
  });
}

function appendix({ appendix: { label, title, attachedTo, columns, rows } }: ReportDocument): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: { size: { ...A4, orientation: PageOrientation.LANDSCAPE }, margin: ACROSS, pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL } },
    },
    headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
    children: [
      centred([new TextRun({ text: label, bold: true })]),
      centred([new TextRun({ text: title, bold: true })]),
      centred([new TextRun({ text: attachedTo, italics: true })], 120),
      appendixTable(columns, rows),
    ],
  };
}
