import { Button, Link, makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons';
import { useRef, type ReactNode } from 'react';
import type { CellEdit, Finding } from '../../commands/types';
import { staleFinding } from '../../core/memory/stale';
import { AnswerMenu } from '../answers/AnswerMenu';
import { Fold } from '../shared/Fold';
import { refusalNotice, type Notice } from '../shared/notice';
import { NoticeBar } from '../shared/NoticeBar';
import { useKeptFocus } from '../shared/useKeptFocus';
import { useLater } from '../shared/useLater';
import { useText } from '../text';
import { safeEdits, type FindingCare } from './care';
import type { FindingFilter } from './filter';
import { FindingList } from './FindingList';
import type { Checked, CheckState } from './model';
import { isDirty, memoryWords, summaryWords } from './summary';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, flex: '1 1 auto', minHeight: 0 },
  // A long list below must not press it flat; both buttons in one row of 296 px, and where letters are wider the second one wraps.
  runs: { flexShrink: 0, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  run: { flex: '1 1 auto' },
  beside: { flex: '0 1 auto', fontWeight: tokens.fontWeightRegular },
  summary: { fontVariantNumeric: 'tabular-nums' },
  sheet: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  clean: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  good: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0 },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, flexShrink: 0 },
  lines: { display: 'grid', gap: tokens.spacingVerticalS },
  gone: { display: 'grid', gap: tokens.spacingVerticalXS, maxHeight: '30vh', overflowY: 'auto' },
  words: { overflowWrap: 'anywhere' },
});

interface Props {
  readonly state: CheckState;
  /** In sight: only then do its keys work. */
  readonly active: boolean;
  readonly onRun: () => void;
  readonly onRunAll: () => void;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly onSelect: (id: string) => void;
  readonly onGoTo: (finding: Finding) => void;
  readonly onFix: (edits: readonly CellEdit[]) => void;
  readonly onTakeBackFix: () => void;
  readonly onExplain: (finding: Finding, reason: string, by: string) => Promise<boolean>;
  /** Says how an answer to a unit went. */
  readonly tell: (notice: Notice | null) => void;
  /** null: every sheet. */
  readonly onRemoveHighlights: (sheet: string | null) => void;
  /** What stands here before anything was checked. */
  readonly children?: ReactNode;
}

/** "Kiểm tra": what is wrong with this sheet, or with all report sheets, and what can be done about it here. */
export function CheckView(props: Props) {
  const { state, onRun, onRunAll } = props;
  const { t } = useText();
  const styles = useStyles();
  const slow = useLater(state.busy);
  const root = useRef<HTMLDivElement>(null);
  // A fix takes its own button away: taking it back is what comes next.
  useKeptFocus(root, !state.busy, ['[data-testid="take-back-fix"]', '[data-finding][aria-current="true"]', '[data-testid="check-button"]']);
  return (
    <div ref={root} className={styles.view}>
      <div className={styles.runs}>
        <Button className={styles.run} appearance="primary" onClick={onRun} disabledFocusable={state.busy} data-testid="check-button">
          {slow ? t('check.running') : t('check.run')}
        </Button>
        <Button className={styles.beside} onClick={onRunAll} disabledFocusable={state.busy} data-testid="check-all-button">
          {t('check.runAll')}
        </Button>
      </div>
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

function Result(props: Props & { readonly checked: Checked }) {
  const { state, checked, onRun, onRunAll } = props;
  const text = useText();
  const { t, number } = text;
  const styles = useStyles();
  const { findings, checks, memory, fixes } = checked;
  const { refused } = checked.highlights;
  const care: FindingCare = { fixes, memory, busy: state.busy, onFix: props.onFix, onExplain: props.onExplain };
  const remembered = memoryWords(checked, text);
  return (
    <>
      {state.stale && <NoticeBar notice={{ intent: 'info', title: state.changedSheet === '' ? t('check.stale') : text.say(staleFinding(state.changedSheet)).message }} action={{ label: t('check.again'), run: checked.scope === 'all' ? onRunAll : onRun }} />}
      {refused && <NoticeBar notice={{ ...refusalNotice(refused, t), intent: 'info', title: `${t('check.notHighlighted')} ${refusalNotice(refused, t).title}` }} />}
      <div>
        <div className={styles.sheet}>{titleOf(checked, text)}</div>
        <Summary checked={checked} />
        {remembered !== '' && (
          <div className={styles.small} data-testid="memory-line">
            {remembered}
          </div>
        )}
        <div className={styles.small}>
          {checks.skipped > 0 && `${t('check.skipped', { skipped: number(checks.skipped) })} `}
          {checks.crashed > 0 && `${t('check.crashed', { crashed: number(checks.crashed) })} `}
          {state.highlighted && (
            <>
              {t('check.highlighted', { set: number(checked.highlights.set) })}{' '}
              <Link as="button" inline onClick={() => props.onRemoveHighlights(checked.scope === 'all' ? null : (checked.sheets[0] ?? null))}>
                {t('check.removeHighlights')}
              </Link>
            </>
          )}
        </div>
      </div>
      <Tools {...props} checked={checked} />
      {memory.resolved.length > 0 && (
        <Fold title={t('memory.resolved', { count: number(memory.resolved.length) })}>
          <div className={styles.gone} role="list" tabIndex={0} aria-label={t('memory.resolved', { count: number(memory.resolved.length) })}>
            {memory.resolved.map((one) => (
              <div key={one.fingerprint} role="listitem" className={styles.words}>
                <span className={styles.small}>
                  {one.code} · {[one.sheet, one.cells].filter((part) => part !== '').join('!')}
                </span>
                <div>{one.message}</div>
              </div>
            ))}
          </div>
        </Fold>
      )}
      {findings.length > 0 && (
        <FindingList
          findings={findings}
          filter={state.filter}
          onFilter={props.onFilter}
          selected={state.selected}
          onSelect={props.onSelect}
          goes={(finding) => finding.sheet !== ''}
          onGoTo={props.onGoTo}
          care={care}
          fills
          ownsKeys={props.active}
        />
      )}
    </>
  );
}

/** What can be done with the whole result: mend what is safe, take the last fix back, answer the unit. */
function Tools(props: Props & { readonly checked: Checked }) {
  const { state, checked } = props;
  const { t, number } = useText();
  const styles = useStyles();
  const safe = safeEdits(checked.findings, checked.fixes);
  if (safe.count === 0 && state.fixed.length === 0 && checked.findings.length === 0) return null;
  return (
    <div className={styles.tools}>
      {safe.count > 0 && (
        <Button size="small" disabledFocusable={state.busy} data-testid="fix-all-safe" title={t('fix.allSafe.explain')} onClick={() => props.onFix(safe.edits)}>
          {t('fix.allSafe', { count: number(safe.count) })}
        </Button>
      )}
      {state.fixed.length > 0 && (
        <Button size="small" disabledFocusable={state.busy} data-testid="take-back-fix" onClick={props.onTakeBackFix}>
          {t('fix.takeBack')}
        </Button>
      )}
      {checked.findings.length > 0 && <AnswerMenu findings={checked.findings} memory={checked.memory} period={null} busy={state.busy} tell={props.tell} />}
    </div>
  );
}

function titleOf(checked: Checked, { t, number }: ReturnType<typeof useText>): string {
  const [only] = checked.sheets;
  return checked.scope === 'all' ? t('check.sheets', { count: number(checked.sheets.length) }) : t('check.sheet', { sheet: only ?? '' });
}

function Summary(props: { readonly checked: Checked }) {
  const { checked } = props;
  const styles = useStyles();
  const text = useText();
  const clean = !isDirty(checked) && checked.sheets.length > 0;
  return (
    <div className={clean ? styles.clean : styles.summary} data-testid="summary-line">
      {clean && <CheckmarkCircle20Filled className={styles.good} aria-hidden />}
      <span>{summaryWords(checked, text)}</span>
    </div>
  );
}
