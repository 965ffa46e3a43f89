import type { Period } from '../../core/period';
import { Fold } from '../shared/Fold';
import type { Notice } from '../shared/notice';
import { useText } from '../text';
import { ChangesPanel } from './ChangesPanel';
import { TracePanel } from './TracePanel';
import { useLookBack } from './useLookBack';
import { useTrace } from './useTrace';

/** What stands behind the figures: where one comes from, and what changed. Both read the workbook and need no preview. */
export function BehindFigures(props: { readonly period: Period; readonly tell: (notice: Notice | null) => void; readonly onGoTo: (sheet: string, address: string) => void }) {
  const { period, tell, onGoTo } = props;
  const { t } = useText();
  const trace = useTrace(tell);
  const changes = useLookBack(tell);
  return (
    <>
      <Fold title={t('trace.title')}>
        <TracePanel control={trace} onGoTo={({ sheet, address }) => onGoTo(sheet, address)} />
      </Fold>
      <Fold title={t('changes.title')}>
        <ChangesPanel control={changes} period={period} onTrace={(indicator) => void trace.traceFigure({ indicator, key: 'cumulative' })} />
      </Fold>
    </>
  );
}
