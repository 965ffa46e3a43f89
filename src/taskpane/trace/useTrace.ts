import { useCallback, useRef, useState } from 'react';
import type { TraceOutcome, TraceRequest } from '../../commands';
import { useServices } from '../services';
import { failureNotice, refusalNotice, wordsOf, type Notice } from '../shared/notice';
import { useText } from '../text';

export type Traced = Extract<TraceOutcome, { kind: 'traced' }>;

export interface TraceControl {
  readonly busy: boolean;
  /** The last figure that could be traced. */
  readonly traced: Traced | null;
  /** The cell that is selected in Excel. */
  readonly traceCell: () => Promise<void>;
  /** An indicator that the pane shows. */
  readonly traceFigure: (request: TraceRequest) => Promise<void>;
}

/** Asks the workbook where a figure comes from; why it cannot be said is told. A newer question overtakes an older one. */
export function useTrace(tell: (notice: Notice | null) => void): TraceControl {
  const { commands } = useServices();
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [traced, setTraced] = useState<Traced | null>(null);
  const latest = useRef(0);

  const ask = useCallback(
    async (command: () => Promise<TraceOutcome>): Promise<void> => {
      const run = (latest.current += 1);
      setBusy(true);
      try {
        const outcome = await command();
        if (run !== latest.current) return;
        if (outcome.kind === 'traced') setTraced(outcome);
        tell(noticeOf(outcome, t));
      } catch (error) {
        if (run === latest.current) tell(failureNotice(wordsOf(error), t));
      } finally {
        if (run === latest.current) setBusy(false);
      }
    },
    [t, tell],
  );

  const traceCell = useCallback(() => ask(commands.traceCell), [ask, commands]);
  const traceFigure = useCallback((request: TraceRequest) => ask(() => commands.traceFigure(request)), [ask, commands]);
  return { busy, traced, traceCell, traceFigure };
}

function noticeOf(outcome: TraceOutcome, t: ReturnType<typeof useText>['t']): Notice | null {
  switch (outcome.kind) {
    case 'traced':
      return null;
    case 'noSummary':
      return { intent: 'info', title: t('trace.noSummary'), body: t('trace.noSummaryDo') };
    case 'noFigure':
      return { intent: 'info', title: t('trace.noFigure', { cell: outcome.address, sheet: outcome.sheet }), body: t('trace.noFigureDo') };
    case 'refused':
      return refusalNotice(outcome.refusal, t);
  }
}
