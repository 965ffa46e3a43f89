import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Period } from '../../core/period';
import { Fold } from '../shared/Fold';
import { TextProvider, useText } from '../text';
import { ClosedMonths } from './ClosedMonths';
import { MonthChanges } from './MonthChanges';
import { RecordedRuns } from './RecordedRuns';
import type { LookBackControl, LookedBack } from './useLookBack';

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  main: { alignSelf: 'start' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** "Thay đổi": this month beside the last one, what earlier writes changed, and what was revised after a month was closed. */
export function ChangesPanel(props: { readonly control: LookBackControl; readonly period: Period; readonly onTrace?: (indicator: string) => void }) {
  const { control: { busy, found, look }, period, onTrace } = props;
  const { t, locale, period: words } = useText();
  const styles = useStyles();
  return (
    <section className={styles.panel} aria-label={t('changes.title')} aria-busy={busy}>
      <Button className={styles.main} disabledFocusable={busy} onClick={() => void look(period)} data-testid="changes-button">
        {busy ? t('changes.loading') : found ? t('changes.again') : t('changes.show', { period: words(period) })}
      </Button>
      {found && (
        <TextProvider locale={locale} catalogue={found.catalogue}>
          <Found found={found} onTrace={onTrace} />
        </TextProvider>
      )}
    </section>
  );
}

function Found(props: { readonly found: LookedBack; readonly onTrace?: (indicator: string) => void }) {
  const { found: { period, before, months, runs, closed }, onTrace } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  return (
    <div data-testid="changes">
      {before === null ? (
        <div className={styles.small}>{t('changes.noMonths')}</div>
      ) : (
        <Fold title={t('changes.months', { period: text.period(period), before: text.period(before), count: number(months.length) })} open>
          <MonthChanges changes={months} onTrace={onTrace} />
        </Fold>
      )}
      <Fold title={t('changes.runs', { count: number(runs.length) })}>
        <RecordedRuns runs={runs} />
      </Fold>
      <Fold title={t('changes.closed', { count: number(closed.length) })} open={closed.some(({ differences, altered }) => differences.length + altered.length > 0)}>
        <ClosedMonths months={closed} />
      </Fold>
    </div>
  );
}
