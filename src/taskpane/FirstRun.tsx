import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useText } from './text';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRadius: tokens.borderRadiusMedium,
  },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

/** A workbook that holds nothing of ours yet: one sentence, one button, one link. */
export function FirstRun(props: { readonly year: number; readonly onCreate: () => void; readonly onSamples: () => void }) {
  const { t } = useText();
  const styles = useStyles();
  return (
    <section className={styles.card} data-testid="first-run">
      <div>{t('first.sentence')}</div>
      <div className={styles.small}>{t('first.explain')}</div>
      <Button onClick={props.onCreate}>{t('first.create', { year: props.year })}</Button>
      <Link as="button" onClick={props.onSamples}>
        {t('first.samples')}
      </Link>
    </section>
  );
}
