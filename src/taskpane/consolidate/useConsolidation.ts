import { useCallback, useEffect, useReducer, useRef, type Dispatch } from 'react';
import type { Preview, WriteReceipt } from '../../commands/types';
import type { Period } from '../../core/period';
import { useServices } from '../services';
import { wordsOf } from '../shared/notice';
import { consolidationReducer, startOfConsolidation, type ConsolidationAction, type ConsolidationState } from './model';

export interface ConsolidationControl {
  readonly state: ConsolidationState;
  readonly dispatch: Dispatch<ConsolidationAction>;
  readonly cancel: () => void;
  readonly write: (preview: Preview) => Promise<void>;
  readonly takeBack: (receipt: WriteReceipt) => Promise<void>;
}

/** Runs the commands that the model orders. A newer order cancels the run before it; `changed` is called after each write. */
export function useConsolidation(period: Period, changed: () => void): ConsolidationControl {
  const { commands, clock } = useServices();
  const [state, dispatch] = useReducer(consolidationReducer, period, startOfConsolidation);
  const running = useRef<AbortController | null>(null);
  const { order } = state;

  useEffect(() => {
    if (!order) return undefined;
    const controller = new AbortController();
    running.current = controller;
    const { run, ...inputs } = order;
    commands
      .previewConsolidation({
        ...inputs,
        asOf: clock.today(),
        now: clock.now(),
        signal: controller.signal,
        onProgress: (progress) => dispatch({ type: 'progressed', run, progress }),
      })
      .then((outcome) => {
        if (running.current === controller) dispatch({ type: 'previewed', run, outcome });
      })
      .catch((error: unknown) => {
        if (running.current === controller) dispatch({ type: 'failed', detail: wordsOf(error) });
      });
    return () => controller.abort();
  }, [order, commands, clock]);

  const cancel = useCallback(() => running.current?.abort(), []);
  const write = useCallback(
    async (preview: Preview) => {
      dispatch({ type: 'writing' });
      try {
        dispatch({ type: 'wrote', outcome: await commands.writeConsolidation(preview) });
      } catch (error) {
        dispatch({ type: 'failed', detail: wordsOf(error) });
      }
      changed();
    },
    [commands, changed],
  );
  const takeBack = useCallback(
    async (receipt: WriteReceipt) => {
      dispatch({ type: 'takingBack' });
      try {
        dispatch({ type: 'tookBack', outcome: await commands.takeBackWrite(receipt) });
      } catch (error) {
        dispatch({ type: 'failed', detail: wordsOf(error) });
      }
      changed();
    },
    [commands, changed],
  );
  return { state, dispatch, cancel, write, takeBack };
}
