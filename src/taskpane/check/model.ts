import type { CheckOutcome } from '../../commands/types';
import { NO_FILTER, type FindingFilter } from './filter';

type Checked = Extract<CheckOutcome, { readonly kind: 'checked' }>;

/** The view "Kiểm tra". A refusal leaves the last result in place. */
export interface CheckState {
  readonly busy: boolean;
  readonly checked: Checked | null;
  readonly filter: FindingFilter;
  readonly selected: string | null;
  /** The checked sheet, or what it was compared with, has changed since. */
  readonly stale: boolean;
  readonly highlighted: boolean;
}

export type CheckAction =
  | { readonly type: 'started' }
  | { readonly type: 'ended'; readonly outcome: CheckOutcome | null }
  | { readonly type: 'filtered'; readonly filter: FindingFilter }
  | { readonly type: 'selected'; readonly id: string }
  /** null: the whole workbook. */
  | { readonly type: 'edited'; readonly sheet: string | null }
  | { readonly type: 'highlightsRemoved'; readonly sheet: string | null };

export const startOfCheck: CheckState = { busy: false, checked: null, filter: NO_FILTER, selected: null, stale: false, highlighted: false };

export function checkReducer(state: CheckState, action: CheckAction): CheckState {
  switch (action.type) {
    case 'started':
      return { ...state, busy: true };
    case 'ended': {
      if (action.outcome === null || action.outcome.kind === 'refused') return { ...state, busy: false };
      const sameSheet = state.checked?.sheet === action.outcome.sheet;
      return {
        busy: false,
        checked: action.outcome,
        filter: sameSheet ? state.filter : { ...NO_FILTER, groupBy: state.filter.groupBy },
        selected: sameSheet ? state.selected : null,
        stale: false,
        highlighted: action.outcome.highlights.set > 0,
      };
    }
    case 'filtered':
      return { ...state, filter: action.filter };
    case 'selected':
      return { ...state, selected: action.id };
    case 'edited':
      return state.checked && (action.sheet === null || action.sheet === state.checked.sheet) ? { ...state, stale: true } : state;
    case 'highlightsRemoved':
      return action.sheet === null || action.sheet === state.checked?.sheet ? { ...state, highlighted: false } : state;
  }
}
