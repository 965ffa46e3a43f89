import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { failureNotice, refusalNotice, wordsOf, type Notice } from '../shared/notice';
import { useServices } from '../services';
import { useText } from '../text';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  said: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const linesOf = ({ title, body, detail }: Notice): string => [title, body, detail].filter(Boolean).join(' ');

/** Goes to the sheet of native charts, and draws there what is missing. */
export function ChartSheetButton(props: { readonly onGoTo: (sheet: string, address: string) => void }) {
  const { onGoTo } = props;
  const { commands } = useServices();
  const { t } = useText();
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');

  async function draw(): Promise<void> {
    setBusy(true);
    try {
      const outcome = await commands.drawCharts();
      switch (outcome.kind) {
        case 'drawn':
        case 'there':
          setSaid(outcome.kind === 'drawn' ? t('charts.drawn', { count: outcome.charts, sheet: outcome.sheet }) : t('charts.there', { sheet: outcome.sheet }));
          onGoTo(outcome.sheet, 'A1');
          return;
        case 'noTables':
          return setSaid(t('charts.noTables'));
        case 'stale':
          return setSaid(t('charts.stale', { sheet: outcome.sheet }));
        case 'refused':
          return setSaid(linesOf(refusalNotice(outcome.refusal, t)));
      }
    } catch (error) {
      setSaid(linesOf(failureNotice(wordsOf(error), t)));
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className={styles.row}>
      <Button size="small" disabled={busy} onClick={() => void draw()}>
        {t('charts.sheet')}
      </Button>
      <span className={styles.said} role="status">
        {said}
      </span>
    </div>
  );
}
