import { useCallback, useRef, useState } from 'react';
import type { LookBackOutcome } from '../../commands';
import type { Period } from '../../core/period';
import { useServices } from '../services';
import { failureNotice, refusalNotice, wordsOf, type Notice } from '../shared/notice';
import { useText } from '../text';

export type LookedBack = Extract<LookBackOutcome, { kind: 'lookedBack' }>;

export interface LookBackControl {
  readonly busy: boolean;
  readonly found: LookedBack | null;
  /** null: the month that the summary stands on. */
  readonly look: (period: Period | null) => Promise<void>;
}

/** Asks the workbook what changed; why it cannot be said is told. */
export function useLookBack(tell: (notice: Notice | null) => void): LookBackControl {
  const { commands } = useServices();
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<LookedBack | null>(null);
  const latest = useRef(0);
  const look = useCallback(
    async (period: Period | null): Promise<void> => {
      const run = (latest.current += 1);
      setBusy(true);
      try {
        const outcome = await commands.lookBack(period);
        if (run !== latest.current) return;
        setFound(outcome.kind === 'lookedBack' ? outcome : null);
        tell(outcome.kind === 'refused' ? refusalNotice(outcome.refusal, t) : outcome.kind === 'nothingStored' ? { intent: 'info', title: t('changes.nothingStored') } : null);
      } catch (error) {
        if (run === latest.current) tell(failureNotice(wordsOf(error), t));
      } finally {
        if (run === latest.current) setBusy(false);
      }
    },
    [commands, t, tell],
  );
  return { busy, found, look };
}
