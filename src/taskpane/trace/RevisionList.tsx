import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AcceptedRevision, Revision } from '../../core/consolidation/types';
import { Fold } from '../shared/Fold';
import { useText } from '../text';
import { acceptedGroups, groupedRevisions, type RevisionGroup } from './revisionGroups';

const useStyles = makeStyles({
  item: { display: 'grid', gap: tokens.spacingVerticalXXS, paddingBlock: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  head: { overflowWrap: 'anywhere' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  number: { fontVariantNumeric: 'tabular-nums' },
  choice: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  reason: { flex: '1 1 140px', minWidth: 0 },
  many: { maxHeight: '50vh', overflowY: 'auto' },
});

const FEW = 8;

/** Last month as this month's reports restate it, old → new: taken over one by one, with a reason, and never by itself. */
export function RevisionList(props: {
  readonly revisions: readonly Revision[];
  readonly accepted: readonly AcceptedRevision[];
  readonly busy: boolean;
  readonly onAccept: (revisions: readonly AcceptedRevision[]) => void;
  readonly onLeave: (revisions: readonly AcceptedRevision[]) => void;
}) {
  const { revisions, accepted, busy, onAccept, onLeave } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const groups = groupedRevisions(revisions);
  const taken = acceptedGroups(accepted);
  const title = t('revisions.title', { count: number(groups.length) });
  return (
    <>
      {groups.length > 0 && (
        <Fold title={title} open>
          <div className={styles.small}>{t('revisions.explain')}</div>
          <div className={groups.length > FEW ? styles.many : undefined} tabIndex={groups.length > FEW ? 0 : undefined} role="list" aria-label={title} data-testid="revision-list">
            {groups.map((group) => (
              <Item key={group.key} group={group} busy={busy} onAccept={onAccept} />
            ))}
          </div>
        </Fold>
      )}
      {taken.length > 0 && (
        <Fold title={t('revisions.accepted', { count: number(taken.length) })}>
          {taken.map(({ key, unit, indicator, figures }) => (
            <div key={key} className={styles.item}>
              <span className={styles.head}>
                {text.unit(unit)} · {text.indicator(indicator)}: {figures.map(({ figure, restated }) => `${t(`figure.${figure}`)} ${number(restated, 4)}`).join('; ')}
              </span>
              <span className={styles.choice}>
                <Button size="small" disabled={busy} onClick={() => onLeave(figures)}>
                  {t('revisions.leave')}
                </Button>
              </span>
            </div>
          ))}
        </Fold>
      )}
    </>
  );
}

function Item(props: { readonly group: RevisionGroup; readonly busy: boolean; readonly onAccept: (revisions: readonly AcceptedRevision[]) => void }) {
  const { group, busy, onAccept } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const [reason, setReason] = useState('');
  const name = `${text.unit(group.unit)} · ${text.indicator(group.indicator)}`;
  return (
    <div role="listitem" className={styles.item}>
      <span className={styles.head}>
        {name} · {text.period(group.period)}
      </span>
      {group.figures.map(({ figure, stored, restated, file, sheet, cell }) => (
        <span key={figure}>
          <span className={styles.number}>{t('revisions.fromTo', { figure: t(`figure.${figure}`), stored: number(stored, 4), restated: number(restated, 4) })}</span>{' '}
          <span className={styles.small}>{t('revisions.place', { file, sheet, cell })}</span>
        </span>
      ))}
      <span className={styles.choice}>
        <Input className={styles.reason} size="small" value={reason} placeholder={t('revisions.reasonHint')} aria-label={t('revisions.reason', { what: name })} onChange={(_, { value }) => setReason(value)} />
        <Button size="small" disabled={busy} aria-label={`${t('revisions.accept')}: ${name}`} onClick={() => onAccept(group.figures.map(({ unit, indicator, period, figure, restated }) => ({ unit, indicator, period, figure, restated, reason })))}>
          {t('revisions.accept')}
        </Button>
      </span>
    </div>
  );
}
