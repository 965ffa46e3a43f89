import type { PlanCell } from '../sheets/plan';

/** What stands in a cell: its formula where it has one, else its constant; null when blank. */
export type CellState = { readonly formula: string } | number | string | boolean | null;

/** One cell that a fix changes. It is written only while the cell still holds `before`. */
export interface CellEdit {
  readonly sheet: string;
  /** A1. */
  readonly address: string;
  readonly before: CellState;
  readonly after: PlanCell;
  /** A number format to set along with it ("General" for a text that becomes a number, "@" for a text that must stay one). */
  readonly numberFormat?: string;
  /** A font to set along with it: a text that was typed for an old font is put right only together with its font. */
  readonly fontName?: string;
  /** `after` is `before` with words added behind it; several such edits of one cell add up. */
  readonly appends?: boolean;
}

/** How a fix mends what was found; the pane has a sentence for each. */
export type FixKind =
  /** The number that the text says (V03, V25; the words go to the note). */
  | 'toNumber'
  /** One of two readings (V04), the other scale (V14, V15), the growth (V24). */
  | 'otherValue'
  /** The form's own sign for a missing figure (V05). */
  | 'toSign'
  /** The text without stray spaces, composed, in Unicode (V16). */
  | 'toText'
  /** Stays a text whatever is done to the cell (V21). */
  | 'keepText'
  /** The form's formula (V17, V18) or locked content (V22). */
  | 'restore'
  /** The indicator's code beside or in place of the name (K10), the nearest word of the list (V10). */
  | 'confirm';

export interface FixOption {
  readonly kind: FixKind;
  /** What the cell will hold, for people; the figure's value where it is one. */
  readonly value: number | string;
  readonly edits: readonly CellEdit[];
}

/**
 * What can be done about one finding. `safe`: one option, the meaning cannot change. `ask`: the analyst chooses, the
 * likelier first.
 */
export interface FixProposal {
  readonly fingerprint: string;
  readonly kind: 'safe' | 'ask';
  readonly options: readonly FixOption[];
}
