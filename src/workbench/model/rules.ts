/** Conditional formats and data validations. See types.ts for the conventions. */

import type { Borders, FontStyle, Rect } from './cells';

/** What a conditional format lays over a cell; absent members leave the cell's own. */
export interface DifferentialStyle {
  readonly fill?: string;
  readonly font?: Partial<Pick<FontStyle, 'bold' | 'italic' | 'color' | 'underline' | 'strike'>>;
  readonly borders?: Borders;
  readonly numberFormat?: string;
}

export type CellValueOperator =
  | 'Between'
  | 'NotBetween'
  | 'EqualTo'
  | 'NotEqualTo'
  | 'GreaterThan'
  | 'LessThan'
  | 'GreaterThanOrEqual'
  | 'LessThanOrEqual';

export type TextOperator = 'Contains' | 'NotContains' | 'BeginsWith' | 'EndsWith';

/** A threshold of a data bar, colour scale or icon set. */
export interface Threshold {
  readonly type: 'LowestValue' | 'HighestValue' | 'Number' | 'Percent' | 'Percentile' | 'Formula' | 'Automatic';
  /** Number, percentage or formula text (with "=" for a formula); absent for the extremes. */
  readonly value?: number | string;
}

export type ConditionalRule =
  | { readonly kind: 'Custom'; /** With "=", relative to the first cell. */ readonly formula: string; readonly format: DifferentialStyle }
  | {
      readonly kind: 'CellValue';
      readonly operator: CellValueOperator;
      readonly formula1: string;
      readonly formula2?: string;
      readonly format: DifferentialStyle;
    }
  | { readonly kind: 'ContainsText'; readonly operator: TextOperator; readonly text: string; readonly format: DifferentialStyle }
  | {
      readonly kind: 'DataBar';
      readonly lower: Threshold;
      readonly upper: Threshold;
      readonly color: string;
      readonly negativeColor?: string;
      readonly gradient: boolean;
      readonly showValue: boolean;
    }
  | {
      readonly kind: 'IconSet';
      /** As OOXML spells it: "3TrafficLights1", "3Arrows", "5Rating"… */
      readonly iconSet: string;
      readonly thresholds: readonly (Threshold & { readonly greaterOrEqual: boolean })[];
      readonly reversed: boolean;
      readonly showValue: boolean;
    }
  | { readonly kind: 'ColorScale'; readonly points: readonly (Threshold & { readonly color: string })[] }
  /** A rule that the stand-in keeps and saves but does not draw. */
  | { readonly kind: 'Kept'; readonly raw: unknown };

export interface ConditionalFormatModel {
  id: string;
  /** One or more areas; formulas are relative to the top left cell of the first. */
  ranges: Rect[];
  rule: ConditionalRule;
  stopIfTrue: boolean;
  // The order of SheetModel.conditionalFormats is the priority: the first wins.
}

export type ValidationOperator = CellValueOperator;

export interface DataValidationModel {
  ranges: Rect[];
  type: 'List' | 'WholeNumber' | 'Decimal' | 'Date' | 'Time' | 'TextLength' | 'Custom';
  operator?: ValidationOperator;
  /** A number, a formula with "=", or the comma-separated list of a List. */
  formula1: string | number;
  formula2?: string | number;
  /** List only: show the arrow in the cell. */
  inCellDropDown: boolean;
  ignoreBlanks: boolean;
  prompt?: { show: boolean; title: string; message: string };
  errorAlert?: { show: boolean; style: 'Stop' | 'Warning' | 'Information'; title: string; message: string };
}
