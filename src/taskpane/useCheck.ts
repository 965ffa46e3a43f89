import { useCallback, useEffect, useReducer, type Dispatch } from 'react';
import { checkReducer, startOfCheck, type CheckAction, type CheckState } from './check/model';
import { useServices } from './services';
import { failureNotice, refusalNotice, wordsOf, type Notice } from './shared/notice';
import { useText } from './text';

export interface CheckControl {
  readonly state: CheckState;
  readonly dispatch: Dispatch<CheckAction>;
  readonly run: () => Promise<void>;
  readonly removeHighlights: (sheet: string | null) => Promise<void>;
  /** Goes to a cell of the open workbook. */
  readonly goTo: (sheet: string, address: string) => Promise<void>;
}

/** Runs the commands of "Kiểm tra"; what they refuse is told through `tell`. Edits in Excel make a result stale. */
export function useCheck(tell: (notice: Notice | null) => void, edited: (sheet: string) => void): CheckControl {
  const { commands } = useServices();
  const { t, number } = useText();
  const [state, dispatch] = useReducer(checkReducer, startOfCheck);

  const run = useCallback(async () => {
    tell(null);
    dispatch({ type: 'started' });
    try {
      const outcome = await commands.checkSheet();
      dispatch({ type: 'ended', outcome });
      if (outcome.kind === 'refused') tell(refusalNotice(outcome.refusal, t));
    } catch (error) {
      dispatch({ type: 'ended', outcome: null });
      tell(failureNotice(wordsOf(error), t));
    }
  }, [commands, t, tell]);

  const removeHighlights = useCallback(
    async (sheet: string | null) => {
      try {
        const outcome = await commands.removeHighlights(sheet);
        if (outcome.kind === 'refused') return tell(refusalNotice(outcome.refusal, t));
        dispatch({ type: 'highlightsRemoved', sheet });
        return tell({ intent: 'success', title: outcome.removed === 0 ? t('highlights.none') : t('highlights.removed', { removed: number(outcome.removed) }) });
      } catch (error) {
        return tell(failureNotice(wordsOf(error), t));
      }
    },
    [commands, number, t, tell],
  );

  const goTo = useCallback(
    async (sheet: string, address: string) => {
      try {
        const refusal = await commands.goToCell(sheet, address);
        if (refusal) tell(refusalNotice(refusal, t));
      } catch (error) {
        tell(failureNotice(wordsOf(error), t));
      }
    },
    [commands, t, tell],
  );

  useEffect(() => {
    let end: (() => void) | null = null;
    let over = false;
    commands
      .onSheetEdited((sheet) => {
        dispatch({ type: 'edited', sheet });
        edited(sheet);
      })
      .then(
        (stop) => {
          if (over) stop();
          else end = stop;
        },
        () => {
          // Without Excel's events a result is just not marked as stale; checking again is always possible.
        },
      );
    return () => {
      over = true;
      end?.();
    };
  }, [commands, edited]);

  return { state, dispatch, run, removeHighlights, goTo };
}
