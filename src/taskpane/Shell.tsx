import { Button, Link, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Finding } from '../commands/types';
import { periodKey } from '../core/period';
import { CheckView } from './check/CheckView';
import { summaryWords } from './check/summary';
import { ConsolidateView } from './consolidate/ConsolidateView';
import { ProgressLine } from './consolidate/ProgressLine';
import { ReportNotice, reportNotice } from './consolidate/ReportNotice';
import type { ConsolidationControl } from './consolidate/useConsolidation';
import { FirstRun } from './FirstRun';
import { Header } from './Header';
import { useServices } from './services';
import { LiveRegion } from './shared/LiveRegion';
import { failureNotice, wordsOf, type Notice } from './shared/notice';
import { NoticeBar } from './shared/NoticeBar';
import { TargetsView } from './targets/TargetsView';
import { useText } from './text';
import { useCheck } from './useCheck';
import type { KnownWorkbook } from './useWorkbook';

/** Rarely opened: not worth its weight when the pane starts. */
const AboutDialog = lazy(() => import('./AboutDialog').then((module) => ({ default: module.AboutDialog })));
/** A view of its own weight that nobody sees first. */
const MonthTasks = lazy(() => import('./month/MonthTasks').then((module) => ({ default: module.MonthTasks })));
const BehindFigures = lazy(() => import('./trace/BehindFigures').then((module) => ({ default: module.BehindFigures })));
const UnitsView = lazy(() => import('./units/UnitsView').then((module) => ({ default: module.UnitsView })));

const TABS = ['check', 'consolidate', 'targets', 'units'] as const;
type View = (typeof TABS)[number];

const useStyles = makeStyles({
  shell: { display: 'flex', flexDirection: 'column', flex: '1 1 auto', minHeight: 0 },
  tabs: { paddingInline: tokens.spacingHorizontalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  panel: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', overflowX: 'hidden', padding: tokens.spacingHorizontalM, flexDirection: 'column', gap: tokens.spacingVerticalM },
  empty: { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start' },
});

/** Header, tabs and views; the ribbon's buttons arrive here and run what the pane's buttons run. */
export function Shell(props: { readonly control: ConsolidationControl; readonly workbook: KnownWorkbook | null; readonly look: () => void; readonly year: number; readonly onLanguage: () => void }) {
  const { control, workbook, look, year } = props;
  const { ribbon, loadSamples } = useServices();
  const text = useText();
  const { t } = text;
  const styles = useStyles();
  const [view, setView] = useState<View>('check');
  const [visited, setVisited] = useState<readonly View[]>(['check']);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [about, setAbout] = useState(false);
  // Once opened it stays mounted, so that it closes as a dialog should.
  const [aboutSeen, setAboutSeen] = useState(false);
  const { state, dispatch } = control;
  const edited = useCallback((sheet: string) => dispatch({ type: 'sheetEdited', sheet }), [dispatch]);
  const check = useCheck(setNotice, edited);

  const show = useCallback((next: View) => {
    setView(next);
    setVisited((before) => (before.includes(next) ? before : [...before, next]));
  }, []);

  const consolidate = useCallback(() => {
    show('consolidate');
    dispatch({ type: 'asked' });
  }, [dispatch, show]);

  const samples = async (): Promise<void> => {
    setNotice({ intent: 'info', title: t('samples.loading') });
    try {
      const set = await loadSamples();
      setNotice(set ? null : { intent: 'warning', title: t('samples.missing'), body: t('samples.missingDo') });
      if (!set) return;
      show('consolidate');
      dispatch({ type: 'samplesLoaded', ...set });
    } catch (error) {
      setNotice(failureNotice(wordsOf(error), t));
    }
  };

  useRibbon(ribbon.subscribe, { checkSheet: () => void runCheck(), consolidate });
  function runCheck(): Promise<void> {
    show('check');
    return check.run();
  }

  // The workbook's own month leads as long as nobody chose one.
  const ownPeriod = workbook?.reportPeriod ?? null;
  useEffect(() => {
    if (ownPeriod) dispatch({ type: 'periodFound', period: ownPeriod });
  }, [ownPeriod, dispatch]);

  // What a sheet is compared with was written anew.
  const { receipt } = state;
  const { dispatch: dispatchCheck } = check;
  useEffect(() => {
    if (receipt) dispatchCheck({ type: 'edited', sheet: null });
  }, [receipt, dispatchCheck]);

  const goToFinding = (finding: Finding): void => void check.goTo(finding.sheet, finding.cells[0] ?? 'A1');
  const firstRun = workbook && !workbook.hasOwnSheets && <FirstRun year={year} onCreate={consolidate} onSamples={() => void samples()} />;
  const { preview, busy } = state;
  // Neither figures nor reports nor files: looking at a month would find nothing.
  const hasNothing = workbook !== null && !workbook.hasOwnSheets && workbook.reportSheets === 0 && state.files.length === 0;
  const open = (next: View): void => {
    show(next);
    setNotice(null);
    // Looking at figures changes nothing: what the workbook already knows is read without being asked.
    if ((next === 'targets' || next === 'units') && !preview && !state.order && workbook && (workbook.hasOwnSheets || workbook.reportSheets > 0)) dispatch({ type: 'asked' });
  };
  const unread = (words: string) => (
    <div className={styles.empty}>
      <ProgressLine state={state} onCancel={control.cancel} />
      <ReportNotice state={state} onClose={() => dispatch({ type: 'reportClosed' })} onGoTo={goToFinding} />
      <div>{words}</div>
      {!hasNothing && (
        <Button appearance="primary" disabledFocusable={busy !== null} onClick={() => dispatch({ type: 'asked' })}>
          {t('targets.load', state.period)}
        </Button>
      )}
      {firstRun || (
        <Link as="button" onClick={() => void samples()}>
          {t('first.samples')}
        </Link>
      )}
    </div>
  );

  const monthTasks = (
    <Suspense>
      <MonthTasks key={periodKey(state.period)} period={state.period} busy={busy !== null} tell={setNotice} changed={look} />
    </Suspense>
  );
  const behind = workbook?.hasOwnSheets && (
    <Suspense>
      <BehindFigures period={state.period} tell={setNotice} onGoTo={(sheet, address) => void check.goTo(sheet, address)} />
    </Suspense>
  );
  const views: Readonly<Record<View, () => ReactNode>> = {
    check: () => (
      <CheckView
        state={check.state}
        active={view === 'check'}
        onRun={() => void runCheck()}
        onRunAll={() => void check.runAll()}
        onFilter={(filter) => check.dispatch({ type: 'filtered', filter })}
        onSelect={(id) => check.dispatch({ type: 'selected', id })}
        onGoTo={goToFinding}
        onFix={(edits) => void check.fix(edits)}
        onTakeBackFix={() => void check.takeBackFix()}
        onExplain={check.explain}
        tell={setNotice}
        onRemoveHighlights={(sheet) => void check.removeHighlights(sheet)}
      >
        {firstRun}
      </CheckView>
    ),
    consolidate: () => (
      <ConsolidateView control={control} active={view === 'consolidate'} reportSheets={workbook?.reportSheets ?? null} onGoTo={goToFinding} tell={setNotice} below={monthTasks}>
        {firstRun}
      </ConsolidateView>
    ),
    targets: () =>
      preview ? (
        <>
          <TargetsView
            preview={preview}
            onGoTo={(sheet, address) => void check.goTo(sheet, address)}
            rowOf={(indicator) => (workbook?.hasOwnSheets ? (preview.summaryPlaces?.get(indicator) ?? null) : null)}
          />
          {behind}
        </>
      ) : (
        <>
          {unread(t('targets.empty', state.period))}
          {behind}
        </>
      ),
    units: () =>
      preview ? (
        <Suspense>
          <UnitsView preview={preview} tell={setNotice} onReceipts={() => dispatch({ type: 'asked' })} />
        </Suspense>
      ) : (
        unread(t('units.empty', state.period))
      ),
  };

  const spoken = notice
    ? `${notice.title} ${notice.body ?? ''}`
    : view === 'check'
      ? check.state.checked && !check.state.busy ? summaryWords(check.state.checked, text) : ''
      : state.report ? `${reportNotice(state, state.report, text).title} ${reportNotice(state, state.report, text).body ?? ''}` : '';

  return (
    <div className={styles.shell}>
      <Header
        period={state.period}
        year={year}
        coverage={preview?.consolidation.units ?? null}
        onPeriod={(period) => dispatch({ type: 'periodChosen', period })}
        onRemoveHighlights={() => void check.removeHighlights(null)}
        onTakeBack={receipt && busy === null ? () => {
          show('consolidate');
          void control.takeBack(receipt);
        } : null}
        onSamples={() => void samples()}
        onLanguage={props.onLanguage}
        onAbout={() => {
          setAboutSeen(true);
          setAbout(true);
        }}
      />
      <main className={styles.shell}>
        <TabList className={styles.tabs} size="small" selectedValue={view} aria-label={t('tab.label')} onTabSelect={(_, { value }) => open(TABS.find((tab) => tab === value) ?? 'check')}>
          {TABS.map((tab) => (
            <Tab key={tab} id={`tab-${tab}`} value={tab} aria-controls={`panel-${tab}`}>
              {t(`tab.${tab}`)}
            </Tab>
          ))}
        </TabList>
        {notice && <NoticeBar notice={notice} onClose={() => setNotice(null)} />}
        {TABS.map((tab) => (
          // A view that was seen stays in the page: its place, filters and scroll position are kept.
          <div key={tab} id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`} className={styles.panel} style={{ display: tab === view ? 'flex' : 'none' }}>
            {visited.includes(tab) && views[tab]()}
          </div>
        ))}
        <LiveRegion message={spoken} />
      </main>
      {aboutSeen && (
        <Suspense>
          <AboutDialog open={about} year={year} onClose={() => setAbout(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Runs the handler of a pressed ribbon button, always the latest one. */
function useRibbon(subscribe: (listener: (name: string) => void) => () => void, handlers: Readonly<Record<string, () => void>>): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => subscribe((name) => latest.current[name]?.()), [subscribe]);
}
