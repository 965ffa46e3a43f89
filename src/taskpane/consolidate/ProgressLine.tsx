import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components';
import { useLater } from '../shared/useLater';
import { useText } from '../text';
import type { ConsolidationState } from './model';

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'center', columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS },
  bar: { gridColumn: '1 / -1' },
  words: { fontVariantNumeric: 'tabular-nums', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** What is under way, once it takes longer than half a second; reading can be stopped between files. */
export function ProgressLine(props: { readonly state: ConsolidationState; readonly onCancel: () => void }) {
  const { busy, progress } = props.state;
  const { t, number } = useText();
  const styles = useStyles();
  const late = useLater(busy !== null);
  if (!late || busy === null) return null;
  const words =
    busy === 'writing'
      ? t('consolidate.writing')
      : busy === 'takingBack'
        ? t('consolidate.takingBack')
        : progress
          ? t('consolidate.readingOf', { done: number(progress.done), total: number(progress.total) })
          : t('consolidate.reading');
  return (
    <div className={styles.line} data-testid="progress">
      <span className={styles.words} title={progress?.current}>
        {words}
      </span>
      {busy === 'reading' && (
        <Button size="small" onClick={props.onCancel}>
          {t('consolidate.cancel')}
        </Button>
      )}
      <ProgressBar className={styles.bar} aria-label={words} {...(busy === 'reading' && progress ? { value: progress.done, max: Math.max(progress.total, 1) } : {})} />
    </div>
  );
}
