import { useCallback } from 'react';
import type { Finding } from '../../commands/types';
import { useServices } from '../services';
import { failureNotice, refusalNotice, wordsOf, type Notice } from '../shared/notice';
import { useText } from '../text';

/** Puts an explanation on record and says what was refused; true when it stands in the workbook. */
export function useExplain(tell: (notice: Notice | null) => void): (finding: Finding, reason: string, by: string) => Promise<boolean> {
  const { commands, clock } = useServices();
  const { t } = useText();
  return useCallback(
    async (finding, reason, by) => {
      try {
        const outcome = await commands.explain({ finding, reason, by, on: clock.today(), now: clock.now() });
        if (outcome.kind === 'recorded') {
          tell(null);
          return true;
        }
        tell(outcome.kind === 'refused' ? refusalNotice(outcome.refusal, t) : { intent: 'warning', title: t('written.stale', { sheet: outcome.sheet }), body: t('explain.again') });
      } catch (error) {
        tell(failureNotice(wordsOf(error), t));
      }
      return false;
    },
    [clock, commands, t, tell],
  );
}
