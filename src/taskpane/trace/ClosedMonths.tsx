import { makeStyles, tokens } from '@fluentui/react-components';
import type { ClosedMonth } from '../../commands/look-back';
import { useText, type Text } from '../text';

const useStyles = makeStyles({
  month: { paddingBlock: tokens.spacingVerticalXS },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  warn: { fontSize: tokens.fontSizeBase200, color: tokens.colorStatusWarningForeground1 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
});

/** Every closed month, with what the facts make otherwise today than when it was closed. */
export function ClosedMonths(props: { readonly months: readonly ClosedMonth[] }) {
  const { months } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  if (months.length === 0) return <div className={styles.small}>{t('changes.noClosed')}</div>;
  return (
    <div data-testid="closed-months">
      {months.map(({ period, closedOn, by, figures, differences, altered }) => (
        <div key={`${period.year}-${period.month}`} className={styles.month}>
          <div>{by === '' ? t('changes.closedOn', { period: text.period(period), date: text.date(closedOn) }) : t('changes.closedBy', { period: text.period(period), date: text.date(closedOn), by })}</div>
          {figures === 0 && <div className={styles.small}>{t('changes.notFrozen')}</div>}
          {figures > 0 && differences.length === 0 && <div className={styles.small}>{t('changes.same', { count: number(figures) })}</div>}
          {differences.length > 0 && (
            <>
              <div className={styles.warn}>{t('changes.differs', { count: number(differences.length) })}</div>
              <ul className={styles.list}>
                {differences.map(({ indicator, figure, frozen, now }) => (
                  <li key={`${indicator}|${figure}`}>
                    {text.indicator(indicator)}, {t(`figure.${figure}`)}: {t('changes.frozenTo', { frozen: valueWords(frozen, text), now: valueWords(now, text) })}
                  </li>
                ))}
              </ul>
            </>
          )}
          {altered.length > 0 && <div className={styles.warn}>{t('changes.altered', { indicators: altered.map(text.indicator).join(', ') })}</div>}
        </div>
      ))}
    </div>
  );
}

const valueWords = (value: number | null, text: Text): string => (value === null ? text.t('changes.blank') : text.number(value, 4));
