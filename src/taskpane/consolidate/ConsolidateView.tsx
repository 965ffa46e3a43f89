import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Finding, InputItem, Preview } from '../../commands/types';
import { AnswerMenu } from '../answers/AnswerMenu';
import type { FindingCare } from '../check/care';
import { NO_FILTER, type FindingFilter } from '../check/filter';
import { FindingList } from '../check/FindingList';
import { useExplain } from '../check/useExplain';
import { Fold } from '../shared/Fold';
import { failureNotice, wordsOf, type Notice } from '../shared/notice';
import { NoticeBar } from '../shared/NoticeBar';
import { useText } from '../text';
import { RevisionList } from '../trace/RevisionList';
import { ChangeList } from './ChangeList';
import { DropZone } from './DropZone';
import { FileChoice } from './FileChoice';
import { HeldList } from './HeldList';
import { InputList } from './InputList';
import { ProgressLine } from './ProgressLine';
import { ReportNotice } from './ReportNotice';
import type { ConsolidationControl } from './useConsolidation';

const useStyles = makeStyles({
  // As high as its content: the panel scrolls, and the foot sticks to it.
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, flex: '1 0 auto' },
  counts: { fontVariantNumeric: 'tabular-nums' },
  title: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  foot: {
    position: 'sticky',
    // Down to the edge of the panel, over its padding.
    bottom: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginBottom: `calc(-1 * ${tokens.spacingHorizontalM})`,
    paddingBottom: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalS,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    marginTop: 'auto',
  },
  // Both buttons in one row of 296 px; where letters are wider, the second one wraps.
  main: { flex: '1 1 auto', paddingInline: tokens.spacingHorizontalS },
  beside: { flex: '0 1 auto', paddingInline: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightRegular },
});

const NO_FIXES: FindingCare['fixes'] = new Map();

interface Props {
  readonly control: ConsolidationControl;
  /** In sight: only then do its keys work. */
  readonly active: boolean;
  readonly reportSheets: number | null;
  readonly onGoTo: (finding: Finding) => void;
  /** Says how an explanation or an answer to a unit went. */
  readonly tell: (notice: Notice | null) => void;
  /** The rest of the month's round. */
  readonly below?: ReactNode;
  /** What stands here before anything was read. */
  readonly children?: ReactNode;
}

/** "Tổng hợp": what comes in, what is left out and why; then one button that writes it. */
export function ConsolidateView(props: Props) {
  const { control, reportSheets, onGoTo, tell } = props;
  const { state, dispatch } = control;
  const { t, number } = useText();
  const styles = useStyles();
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const [onlyFile, setOnlyFile] = useState<InputItem | null>(null);
  const { preview, report } = state;
  // Once written or taken back, the counts and the changes are those of yesterday's workbook.
  const past = report?.kind === 'written' || report?.kind === 'takenBack' || report?.kind === 'nothingToWrite' || (state.receipt !== null && !state.fresh && state.busy === null);
  const view = useRef<HTMLDivElement>(null);
  const putOnRecord = useExplain(tell);
  const explain = async (finding: Finding, reason: string, by: string): Promise<boolean> => {
    const done = await putOnRecord(finding, reason, by);
    // The workbook holds one thing more: what was planned before is out of date.
    if (done) dispatch({ type: 'asked' });
    return done;
  };
  // The buttons are at hand from every place; what came of them stands at the top, and is brought into sight.
  useEffect(() => {
    const panel = view.current?.parentElement;
    if (report && panel) panel.scrollTop = 0;
  }, [report]);

  return (
    <div ref={view} className={styles.view}>
      <ProgressLine state={state} onCancel={control.cancel} />
      {unreadable !== null && <NoticeBar notice={failureNotice(unreadable, t)} onClose={() => setUnreadable(null)} />}
      <ReportNotice state={state} onClose={() => dispatch({ type: 'reportClosed' })} onGoTo={onGoTo} />
      {state.switched && <NoticeBar notice={{ intent: 'info', title: t('consolidate.switched', state.period) }} onClose={() => dispatch({ type: 'reportClosed' })} />}
      <DropZone
        fileCount={state.files.length}
        reportSheets={reportSheets}
        includeSheets={state.includeSheets}
        onFiles={(files) => {
          setUnreadable(null);
          dispatch({ type: 'filesAdded', files });
        }}
        onClear={() => dispatch({ type: 'filesCleared' })}
        onInclude={(include) => dispatch({ type: 'sheetsIncluded', include })}
        onUnreadable={(error) => setUnreadable(wordsOf(error))}
      />
      {state.otherMonth && (
        <NoticeBar
          notice={{ intent: 'info', title: t('consolidate.otherMonth', { count: number(state.otherMonth.reports), ...state.otherMonth.period }) }}
          action={{ label: t('consolidate.switch', { month: state.otherMonth.period.month }), run: () => state.otherMonth && dispatch({ type: 'periodChosen', period: state.otherMonth.period }) }}
        />
      )}
      {state.inputs.length === 0 && !report && !preview && (props.children || <div className={styles.small}>{t('consolidate.empty')}</div>)}
      {preview && !past && <PreviewCounts preview={preview} />}
      {preview && (
        <>
          <FileChoice
            findings={state.inputFindings}
            inputs={state.inputs}
            chosen={state.chosenFiles}
            busy={state.busy !== null}
            onChoose={(hash, instead) => dispatch({ type: 'fileChosen', hash, instead })}
          />
          <HeldList
            held={preview.consolidation.held}
            findings={preview.findings}
            decisions={state.decisions}
            busy={state.busy !== null}
            onDecide={(decision) => dispatch({ type: 'decided', decision })}
            onUndo={(decision) => dispatch({ type: 'undecided', decision })}
          />
          <RevisionList
            revisions={past ? [] : preview.revisions}
            accepted={state.acceptedRevisions}
            busy={state.busy !== null}
            onAccept={(revisions) => dispatch({ type: 'revisionsAccepted', revisions })}
            onLeave={(revisions) => dispatch({ type: 'revisionsLeft', revisions })}
          />
        </>
      )}
      <InputList
        inputs={state.inputs}
        onShowFindings={setOnlyFile}
        remover={(input) => {
          const file = input.kind === 'file' ? state.files.find((one) => one.name === input.file) : undefined;
          return file ? () => dispatch({ type: 'fileRemoved', file }) : null;
        }}
      />
      {preview && !past && preview.consolidation.changes.length > 0 && (
        <Fold title={t('preview.changes', { count: number(preview.consolidation.changes.length) })} open={preview.counts.changed > 0}>
          <ChangeList changes={preview.consolidation.changes} />
        </Fold>
      )}
      <Findings key={onlyFile ? `${onlyFile.kind}|${onlyFile.file}|${onlyFile.sheet}` : ''} findings={state.inputFindings} inputs={state.inputs} only={onlyFile} onAll={() => setOnlyFile(null)} onGoTo={onGoTo} active={props.active} care={{ fixes: NO_FIXES, memory: preview?.memory ?? null, busy: state.busy !== null, onExplain: explain }} period={state.period} tell={tell} />
      {props.below}
      <Foot control={control} />
    </div>
  );
}

function PreviewCounts(props: { readonly preview: Preview }) {
  const { counts, period, consolidation } = props.preview;
  const { t, number } = useText();
  const styles = useStyles();
  return (
    <div data-testid="preview-counts">
      <div className={styles.title}>{t('preview.title', period)}</div>
      <div className={styles.counts}>
        {(['added', 'changed', 'removed', 'leftOut', 'held'] as const)
          .filter((kind) => counts[kind] > 0)
          .map((kind) => t(`preview.count.${kind}`, { count: number(counts[kind]) }))
          .join(' · ')}
      </div>
      {consolidation.changes.length === 0 && <div className={styles.small}>{t('preview.same')}</div>}
    </div>
  );
}

function Findings(props: {
  readonly findings: readonly Finding[];
  readonly inputs: readonly InputItem[];
  readonly only: InputItem | null;
  readonly onAll: () => void;
  readonly active: boolean;
  readonly onGoTo: (finding: Finding) => void;
  /** Picked files are never changed: what can be done here is to explain. */
  readonly care: FindingCare;
  readonly period: Preview['period'];
  readonly tell: (notice: Notice | null) => void;
}) {
  const { findings, inputs, only, onAll, onGoTo, care, period, tell } = props;
  const { t, number } = useText();
  const [filter, setFilter] = useState<FindingFilter>(NO_FILTER);
  const [selected, setSelected] = useState<string | null>(null);
  const shown = only ? findings.filter((finding) => finding.file === only.file && (only.kind === 'file' || finding.sheet === only.sheet)) : findings;
  const goes = (finding: Finding): boolean =>
    finding.sheet !== '' && inputs.some((input) => input.kind === 'sheet' && input.file === finding.file && input.sheet === finding.sheet);
  if (findings.length === 0) return null;
  const count = number(shown.length);
  return (
    <Fold title={only ? t('preview.findingsOf', { file: only.kind === 'sheet' ? only.sheet : only.file, count }) : t('preview.findings', { count })} open={only !== null}>
      {only && (
        <Link as="button" onClick={onAll}>
          {t('preview.allFindings')}
        </Link>
      )}
      <AnswerMenu findings={shown} memory={care.memory} period={period} busy={care.busy} tell={tell} />
      <FindingList findings={shown} filter={filter} onFilter={setFilter} selected={selected} onSelect={setSelected} goes={goes} onGoTo={onGoTo} care={care} ownsKeys={props.active} />
    </Fold>
  );
}

/** One primary button that does the next thing: read and show, then write. */
function Foot(props: { readonly control: ConsolidationControl }) {
  const { state, dispatch, write, takeBack } = props.control;
  const { t } = useText();
  const styles = useStyles();
  const { preview, receipt, busy } = state;
  const ready = preview !== null && (state.fresh || busy === 'writing');
  const nothing = ready && preview.plans.length === 0;
  return (
    <div className={styles.foot}>
      {ready ? (
        <Button className={styles.main} appearance="primary" disabledFocusable={busy !== null || nothing} onClick={() => void write(preview)} data-testid="write-button">
          {nothing ? t('consolidate.writeNothing') : t('consolidate.write')}
        </Button>
      ) : (
        <Button className={styles.main} appearance="primary" disabledFocusable={busy !== null} onClick={() => dispatch({ type: 'asked' })} data-testid="preview-button">
          {t('consolidate.run', { month: state.period.month })}
        </Button>
      )}
      {receipt && (
        <Button className={styles.beside} disabledFocusable={busy !== null} onClick={() => void takeBack(receipt)} data-testid="takeback-button">
          {t('written.takeBack')}
        </Button>
      )}
    </div>
  );
}
