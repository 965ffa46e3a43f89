import { makeStyles, tokens } from '@fluentui/react-components';
import type { RecordedRun } from '../../commands/look-back';
import { useText, type Text } from '../text';

const useStyles = makeStyles({
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, maxHeight: '40vh', overflowY: 'auto', fontVariantNumeric: 'tabular-nums' },
  item: { overflowWrap: 'anywhere' },
});

/** What each earlier write changed among the stored figures, the latest write first. */
export function RecordedRuns(props: { readonly runs: readonly RecordedRun[] }) {
  const { runs } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  if (runs.length === 0) return <div className={styles.small}>{t('changes.noRuns')}</div>;
  return (
    <div data-testid="recorded-runs">
      {runs.map(({ at, changes }, nth) => (
        <details key={at} open={nth === 0}>
          <summary>{t('changes.run', { at: momentWords(at, text), count: number(changes.length) })}</summary>
          <ul className={styles.list} tabIndex={0} aria-label={t('changes.run', { at: momentWords(at, text), count: number(changes.length) })}>
            {changes.map((change, position) => (
              <li key={`${change.unit}|${change.indicator}|${change.message}|${position}`} className={styles.item}>
                {[text.unit(change.unit), text.indicator(change.indicator), change.period ? text.period(change.period) : ''].filter((part) => part !== '').join(' · ')}:{' '}
                {t('changes.fromTo', { before: valueWords(change.before, text), after: valueWords(change.after, text) })}
                <div className={styles.small}>{change.message}</div>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

const valueWords = (value: number | null, text: Text): string => (value === null ? text.t('changes.blank') : text.number(value, 6));

/** "2024-06-20T08:00:00+07:00" → "20/06/2024 08:00", in the zone in which it was written. */
export function momentWords(at: string, text: Text): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(at);
  return match ? `${text.date(match[1] ?? '')} ${match[2] ?? ''}` : at;
}
