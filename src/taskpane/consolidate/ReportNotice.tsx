import { Link } from '@fluentui/react-components';
import type { Finding } from '../../commands/types';
import { failureNotice, refusalNotice, takenBackNotice, type Notice } from '../shared/notice';
import { NoticeBar } from '../shared/NoticeBar';
import { useText, type Text } from '../text';
import type { ConsolidationState, Report } from './model';

const quoted = (sheets: readonly string[]): string => sheets.map((sheet) => `“${sheet}”`).join(', ');

/** The words for what a command did or refused; also what the live region says. */
export function reportNotice(state: ConsolidationState, report: Report, text: Text): Notice {
  const { t, number } = text;
  switch (report.kind) {
    case 'refused':
      return refusalNotice(report.refusal, t);
    case 'failed':
      return failureNotice(report.detail, t);
    case 'cancelled':
      return { intent: 'info', title: t('consolidate.cancelled', { done: number(report.done), total: number(report.total) }) };
    case 'nothing':
      return { intent: 'info', title: t('consolidate.nothing', state.period), body: t('consolidate.nothingDo') };
    case 'edited':
      return { intent: 'info', title: t('written.stale', { sheet: report.sheet }), body: t('written.readAgain') };
    case 'written': {
      const { receipt, differences } = report;
      const created = receipt.createdSheets.length > 0 ? `${t('written.created', { sheets: quoted(receipt.createdSheets) })} ` : '';
      // Where Excel's results could not be read back, nobody may say that they agree.
      const unread = receipt.readBackRefusal !== undefined;
      const compared = unread ? t('written.unread') : differences.length > 0 ? t('written.differs', { count: number(differences.length) }) : t('written.agrees');
      return {
        intent: unread || differences.length > 0 ? 'warning' : 'success',
        title: t('written.done', { cells: number(receipt.cellsWritten), sheets: receipt.sheets.length > 2 ? t('written.sheets', { count: number(receipt.sheets.length) }) : quoted(receipt.sheets) }),
        body: created + compared,
      };
    }
    case 'nothingToWrite':
      return { intent: 'success', title: t('written.nothing') };
    case 'stale':
      return { intent: 'info', title: t('written.stale', { sheet: report.sheet }), body: t('written.staleDo') };
    case 'writeRefused': {
      const notice = refusalNotice(report.refusal, t);
      const after = report.undone ? t('written.undone') : t('written.notUndone');
      return { ...notice, intent: report.undone ? notice.intent : 'error', body: `${notice.body ?? ''} ${after}` };
    }
    case 'takenBack':
    case 'nothingToTakeBack':
      return takenBackNotice(report, t, number);
  }
}

export function ReportNotice(props: { readonly state: ConsolidationState; readonly onClose: () => void; readonly onGoTo: (finding: Finding) => void }) {
  const { state, onClose, onGoTo } = props;
  const text = useText();
  if (!state.report) return null;
  const differences = state.report.kind === 'written' ? state.report.differences : [];
  return (
    <NoticeBar notice={reportNotice(state, state.report, text)} onClose={onClose}>
      {differences.length > 0 && (
        <ul>
          {differences.slice(0, 20).map((finding) => (
            <li key={finding.fingerprint}>
              <Link as="button" inline onClick={() => onGoTo(finding)}>
                {text.say(finding).message}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </NoticeBar>
  );
}
