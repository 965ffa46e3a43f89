import type { Part } from './types';

/** A rendered piece: fixed words, or something shown with its reference. */
export type Piece = string | { readonly part: Part; readonly text: string };

export type ParagraphRole = 'part' | 'section' | 'item' | 'body';

export interface RenderedParagraph {
  readonly role: ParagraphRole;
  readonly pieces: readonly Piece[];
}

export interface AppendixRow {
  readonly kind: 'group' | 'indicator';
  /** A "Trong đó" of the row above. */
  readonly isChild: boolean;
  /** As many as there are columns. */
  readonly cells: readonly string[];
}

export interface AppendixColumn {
  readonly header: string;
  /** Share of the table's width. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** The whole report in words, ready for a sheet or a text document; laid out by Decree 30/2020/NĐ-CP, annex I. */
export interface ReportDocument {
  readonly agency: readonly [string, string];
  readonly motto: readonly [string, string];
  readonly number: string;
  readonly placeAndDate: string;
  readonly title: string;
  readonly subject: string;
  readonly addressee: string;
  readonly paragraphs: readonly RenderedParagraph[];
  readonly recipients: { readonly title: string; readonly lines: readonly string[] };
  readonly signature: string;
  readonly appendix: { readonly label: string; readonly title: string; readonly attachedTo: string; readonly columns: readonly AppendixColumn[]; readonly rows: readonly AppendixRow[] };
}

export function textOfPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
