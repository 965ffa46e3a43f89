import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { periodKey } from '../../core/period';
import type { FactChange } from '../../core/consolidation/types';
import { VirtualList } from '../shared/VirtualList';
import { useText, type Text } from '../text';

const useStyles = makeStyles({
  list: { maxHeight: '40vh' },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalS, paddingBlock: tokens.spacingVerticalXXS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { overflowWrap: 'anywhere' },
  small: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  value: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere', maxWidth: '160px' },
});

const RANK: Readonly<Record<FactChange['kind'], number>> = { changed: 0, removed: 1, added: 2 };

/** What a write would change, old → new; what was already there comes before what is new. */
export function ChangeList(props: { readonly changes: readonly FactChange[] }) {
  const text = useText();
  const { t } = text;
  const styles = useStyles();
  const changes = useMemo(() => [...props.changes].sort((a, b) => RANK[a.kind] - RANK[b.kind]), [props.changes]);
  return (
    <VirtualList
      className={styles.list}
      rows={changes}
      keyOf={(change) => `${change.kind}|${change.unit}|${change.indicator}|${periodKey(change.period)}|${change.figure}`}
      estimate={() => 46}
      label={t('preview.changes', { count: changes.length })}
      testId="preview-list"
      render={(change) => (
        <div className={styles.row}>
          <span className={styles.name}>
            {text.indicator(change.indicator)}
            <span className={styles.small}>
              {text.unit(change.unit)} · {text.period(change.period)} · {t(`figure.${change.figure}`)}
            </span>
          </span>
          <span className={styles.value}>
            {change.kind === 'added' ? valueOf(change.after, text) : t('change.fromTo', { before: valueOf(change.before, text), after: valueOf(change.after, text) })}
            <span className={styles.small}>{t(`change.${change.kind}`)}</span>
          </span>
        </div>
      )}
    />
  );
}

function valueOf(value: FactChange['before'], text: Text): string {
  if (value === null || value === '') return text.t('change.blank');
  if (typeof value === 'number') return text.number(value, 6);
  return typeof value === 'boolean' ? text.t(value ? 'change.yes' : 'change.no') : value;
}
