import { useCallback, useEffect, useReducer, useRef, type Dispatch } from 'react';
import type { CellEdit, CheckAllOutcome, CheckOutcome, Finding } from '../commands/types';
import { checkedOf, checkReducer, startOfCheck, type CheckAction, type CheckState } from './check/model';
import { useExplain } from './check/useExplain';
import { useServices } from './services';
import { failureNotice, placesOf, refusalNotice, takenBackNotice, wordsOf, type Notice } from './shared/notice';
import { useText } from './text';

export interface CheckControl {
  readonly state: CheckState;
  readonly dispatch: Dispatch<CheckAction>;
  /** The active sheet. */
  readonly run: () => Promise<void>;
  /** Every report sheet of the workbook. */
  readonly runAll: () => Promise<void>;
  /** null: every sheet. */
  readonly removeHighlights: (sheet: string | null) => Promise<void>;
  /** Goes to a cell of the open workbook. */
  readonly goTo: (sheet: string, address: string) => Promise<void>;
  /** Mends cells and checks again. */
  readonly fix: (edits: readonly CellEdit[]) => Promise<void>;
  /** Takes the latest fix back and checks again. */
  readonly takeBackFix: () => Promise<void>;
  /** Puts an explanation on record; false when it could not be. */
  readonly explain: (finding: Finding, reason: string, by: string) => Promise<boolean>;
}

/** Runs the commands of "Kiểm tra"; what they refuse is told through `tell`. Edits in Excel make a result stale. */
export function useCheck(tell: (notice: Notice | null) => void, edited: (sheet: string) => void): CheckControl {
  const { commands, clock } = useServices();
  const { t, number } = useText();
  const [state, dispatch] = useReducer(checkReducer, startOfCheck);
  const putOnRecord = useExplain(tell);
  // One thing at a time: a button pressed twice does its work once.
  const running = useRef(false);
  const failed = useCallback((error: unknown) => tell(failureNotice(wordsOf(error), t)), [t, tell]);

  const alone = useCallback(
    async (work: () => Promise<void>): Promise<void> => {
      if (running.current) return;
      running.current = true;
      try {
        await work();
      } catch (error) {
        dispatch({ type: 'ended', outcome: null });
        failed(error);
      } finally {
        running.current = false;
      }
    },
    [failed],
  );

  /** A run goes on record where the workbook keeps one, after its result is on the screen. */
  const look = useCallback(
    async (command: () => Promise<CheckOutcome | CheckAllOutcome>): Promise<void> => {
      dispatch({ type: 'started' });
      const outcome = await command();
      dispatch({ type: 'ended', outcome });
      if (outcome.kind === 'refused') return tell(refusalNotice(outcome.refusal, t));
      const checked = checkedOf(outcome);
      if (!checked.canRecord || checked.looked.length === 0) return;
      const record = await commands.recordCheck({ checked: checked.looked, findings: checked.findings, now: clock.now() });
      if (record.kind === 'refused') tell({ ...refusalNotice(record.refusal, t), intent: 'info', title: `${t('check.notRecorded')} ${refusalNotice(record.refusal, t).title}` });
    },
    [commands, clock, t, tell],
  );

  const again = useCallback(() => look(state.checked?.scope === 'all' ? commands.checkAll : commands.checkSheet), [commands, look, state.checked]);

  const run = useCallback(() => alone(async () => {
    tell(null);
    await look(commands.checkSheet);
  }), [alone, commands, look, tell]);

  const runAll = useCallback(() => alone(async () => {
    tell(null);
    await look(commands.checkAll);
  }), [alone, commands, look, tell]);

  const fix = useCallback(
    (edits: readonly CellEdit[]) => alone(async () => {
      dispatch({ type: 'started' });
      const outcome = await commands.applyFixes(edits);
      if (outcome.kind === 'refused') {
        dispatch({ type: 'ended', outcome: null });
        return tell(refusalNotice(outcome.refusal, t));
      }
      if (outcome.fixed > 0) dispatch({ type: 'fixed', receipt: outcome.receipt });
      await again();
      return tell({
        intent: outcome.left.length > 0 ? 'warning' : 'success',
        title: t('fix.done', { count: number(outcome.fixed) }),
        ...(outcome.left.length === 0 ? {} : { body: t('fix.left', { count: number(outcome.left.length), places: placesOf(outcome.left) }) }),
      });
    }),
    [again, alone, commands, number, t, tell],
  );

  const takeBackFix = useCallback(
    () => alone(async () => {
      const receipt = state.fixed.at(-1);
      if (!receipt) return;
      dispatch({ type: 'started' });
      const outcome = await commands.takeBackWrite(receipt);
      if (outcome.kind === 'refused') {
        dispatch({ type: 'ended', outcome: null });
        return tell(refusalNotice(outcome.refusal, t));
      }
      dispatch({ type: 'fixTakenBack', receipt });
      await again();
      return tell(takenBackNotice(outcome, t, number));
    }),
    [again, alone, commands, number, state.fixed, t, tell],
  );

  const explain = useCallback(
    async (finding: Finding, reason: string, by: string): Promise<boolean> => {
      let done = false;
      await alone(async () => {
        done = await putOnRecord(finding, reason, by);
        if (done) await again();
      });
      return done;
    },
    [again, alone, putOnRecord],
  );

  const removeHighlights = useCallback(
    async (sheet: string | null) => {
      try {
        const outcome = await commands.removeHighlights(sheet);
        if (outcome.kind === 'refused') return tell(refusalNotice(outcome.refusal, t));
        dispatch({ type: 'highlightsRemoved', sheet });
        return tell({ intent: 'success', title: outcome.removed === 0 ? t('highlights.none') : t('highlights.removed', { removed: number(outcome.removed) }) });
      } catch (error) {
        return failed(error);
      }
    },
    [commands, failed, number, t, tell],
  );

  const goTo = useCallback(
    async (sheet: string, address: string) => {
      try {
        const refusal = await commands.goToCell(sheet, address);
        if (refusal) tell(refusalNotice(refusal, t));
      } catch (error) {
        failed(error);
      }
    },
    [commands, failed, t, tell],
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

  return { state, dispatch, run, runAll, removeHighlights, goTo, fix, takeBackFix, explain };
}
