import { AlignmentType, BorderStyle, Paragraph, type ParagraphChild } from 'docx';

export const FONT = 'Times New Roman';

/** Points. */
export const SIZES = { body: 14, motto: 13, national: 12, recipients: 11, recipientsTitle: 12, table: 11, pageNumber: 13 } as const;

/** The file counts in half points. */
export const half = (points: number): number => points * 2;

export function centred(children: readonly ParagraphChild[], after = 0): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after }, children });
}

/** The short line under an agency's name, a motto or a title: the upper edge of an empty paragraph between indents. */
export function rule(indent: number): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    indent: { left: indent, right: indent },
    spacing: { before: 20, after: 0, line: 120, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  });
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const;

/** A table that only sets things side by side. */
export const NO_BORDERS = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE, insideHorizontal: NO_LINE, insideVertical: NO_LINE } as const;
