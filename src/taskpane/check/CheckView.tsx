import { Button, Link, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Finding } from '../../commands/types';
import { refusalNotice } from '../shared/notice';
import { NoticeBar } from '../shared/NoticeBar';
import { useLater } from '../shared/useLater';
import { useText } from '../text';
import type { FindingFilter } from './filter';
import { FindingList } from './FindingList';
import type { CheckState } from './model';
import { isDirty, summaryWords } from './summary';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, flex: '1 1 auto', minHeight: 0 },
  // A long list below must not press it flat.
  run: { flexShrink: 0 },
  summary: { fontVariantNumeric: 'tabular-nums' },
  sheet: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  clean: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  lines: { display: 'grid', gap: tokens.spacingVerticalS },
});

interface Props {
  readonly state: CheckState;
  /** In sight: only then do its keys work. */
  readonly active: boolean;
  readonly onRun: () => void;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly onSelect: (id: string) => void;
  readonly onGoTo: (finding: Finding) => void;
  readonly onRemoveHighlights: (sheet: string) => void;
  /** What stands here before anything was checked. */
  readonly children?: ReactNode;
}

/** "Kiểm tra": what is wrong with this sheet. */
export function CheckView(props: Props) {
  const { state, onRun } = props;
  const { t } = useText();
  const styles = useStyles();
  const slow = useLater(state.busy);
  return (
    <div className={styles.view}>
      <Button className={styles.run} appearance="primary" onClick={onRun} disabledFocusable={state.busy} data-testid="check-button">
        {slow ? t('check.running') : t('check.run')}
      </Button>
      {state.checked ? (
        <Result {...props} checked={state.checked} />
      ) : slow ? (
        <Skeleton aria-label={t('check.running')} className={styles.lines}>
          <SkeletonItem size={16} />
          <SkeletonItem size={48} />
          <SkeletonItem size={48} />
        </Skeleton>
      ) : (
        <>
          <div className={styles.small}>{t('check.idle')}</div>
          {props.children}
        </>
      )}
    </div>
  );
}

function Result(props: Props & { readonly checked: NonNullable<CheckState['checked']> }) {
  const { state, checked, onRun } = props;
  const { t, number } = useText();
  const styles = useStyles();
  const { findings, checks } = checked.result;
  const { refused } = checked.highlights;
  return (
    <>
      {state.stale && <NoticeBar notice={{ intent: 'info', title: t('check.stale') }} action={{ label: t('check.again'), run: onRun }} />}
      {refused && <NoticeBar notice={{ ...refusalNotice(refused, t), intent: 'info', title: `${t('check.notHighlighted')} ${refusalNotice(refused, t).title}` }} />}
      <div>
        <div className={styles.sheet}>{t('check.sheet', { sheet: checked.sheet })}</div>
        <Summary checked={checked} />
        <div className={styles.small}>
          {checks.skipped > 0 && `${t('check.skipped', { skipped: number(checks.skipped) })} `}
          {checks.crashed > 0 && `${t('check.crashed', { crashed: number(checks.crashed) })} `}
          {state.highlighted && (
            <>
              {t('check.highlighted', { set: number(checked.highlights.set) })}{' '}
              <Link as="button" inline onClick={() => props.onRemoveHighlights(checked.sheet)}>
                {t('check.removeHighlights')}
              </Link>
            </>
          )}
        </div>
      </div>
      {findings.length > 0 && (
        <FindingList
          findings={findings}
          filter={state.filter}
          onFilter={props.onFilter}
          selected={state.selected}
          onSelect={props.onSelect}
          goes={(finding) => finding.sheet !== ''}
          onGoTo={props.onGoTo}
          fills
          ownsKeys={props.active}
        />
      )}
    </>
  );
}

function Summary(props: { readonly checked: NonNullable<CheckState['checked']> }) {
  const { checked } = props;
  const styles = useStyles();
  const text = useText();
  const dirty = isDirty(checked);
  return (
    <div className={dirty ? styles.summary : styles.clean} data-testid="summary-line">
      {!dirty && <CheckmarkCircle20Filled className={styles.good} aria-hidden />}
      <span>{summaryWords(checked, text)}</span>
    </div>
  );
}
