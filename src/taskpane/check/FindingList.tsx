import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { Finding } from '../../commands/types';
import { VirtualList } from '../shared/VirtualList';
import { useWho } from '../shared/useWho';
import { useText } from '../text';
import type { FindingCare } from './care';
import { countBySeverity, matching, NO_FILTER, rowsOf, showFindings, stepFrom, type FindingFilter, type ListRow, type ShownFinding } from './filter';
import { FindingActions, type Draft } from './FindingActions';
import { FindingFilters } from './FindingFilters';
import { FindingItem } from './FindingItem';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: 0, gap: tokens.spacingVerticalS },
  fills: { flex: '1 1 auto' },
  list: { flex: '1 1 auto', minHeight: '200px' },
  bounded: { maxHeight: '50vh' },
  group: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  empty: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
});

/** Up to here a list is seen whole, and filters would only take its place. */
const BRIEF = 6;

const keyOf = (row: ListRow): string => (row.kind === 'group' ? `group:${row.key}` : row.shown.id);
const estimate = (row: ListRow): number => (row.kind === 'group' ? 32 : 84);

interface Props {
  readonly findings: readonly Finding[];
  readonly filter: FindingFilter;
  readonly onFilter: (filter: FindingFilter) => void;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** Whether a finding's cell is in the open workbook. */
  readonly goes: (finding: Finding) => boolean;
  readonly onGoTo: (finding: Finding) => void;
  /** Takes the height that is left, else half a pane at most. */
  readonly fills?: boolean;
  /** What can be done about them; without it they are only shown. */
  readonly care?: FindingCare;
  /** Listens to F8 wherever the focus is; one list of a view at most. */
  readonly ownsKeys?: boolean;
}

/** Findings grouped, counted and filtered; a click or a step goes to the cell and the item stays selected. */
export function FindingList(props: Props) {
  const { findings, filter, onFilter, selected, onSelect, goes, onGoTo, care, fills = false, ownsKeys = false } = props;
  const text = useText();
  const { t } = text;
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  // Kept here: a row that is scrolled out of sight leaves the page, what was typed must not.
  const [draft, setDraft] = useState<Draft | null>(null);
  const [who, setWho] = useWho();
  const shown = useMemo(() => showFindings(findings, text.say, text), [findings, text]);
  const byUnit = useMemo(() => new Set(findings.map((finding) => finding.unit)).size > 1, [findings]);
  const rows = useMemo(
    () =>
      rowsOf(matching(shown, filter), byUnit ? filter.groupBy : 'severity', {
        severity: (severity) => t(`severity.${severity}`),
        unit: (code) => (code === null ? t('group.noUnit') : text.unit(code)),
      }),
    [shown, filter, byUnit, t, text],
  );
  const order = useMemo(() => rows.flatMap((row) => (row.kind === 'finding' ? [row.shown.id] : [])), [rows]);
  const at = selected === null ? -1 : order.indexOf(selected);
  const reachable = at < 0 ? order[0] : order[at];

  const open = (one: ShownFinding): void => {
    onSelect(one.id);
    if (goes(one.finding)) onGoTo(one.finding);
  };
  const focusCurrent = (): void => void requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus());
  const step = (by: 1 | -1): void => {
    const next = stepFrom(rows, selected, by);
    if (!next) return;
    const within = document.activeElement instanceof HTMLElement && document.activeElement.dataset.finding !== undefined && root.current?.contains(document.activeElement);
    open(next);
    // A focus that stands in the list walks along; one in the filters or elsewhere stays.
    if (within) focusCurrent();
  };
  useStepKeys(ownsKeys, step);

  // Arrows walk through the list without touching the sheet; Enter goes.
  const walk = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const next = stepFrom(rows, selected ?? reachable ?? null, event.key === 'ArrowDown' ? 1 : -1);
    if (!next) return;
    event.preventDefault();
    onSelect(next.id);
    focusCurrent();
  };

  if (findings.length === 0) return null;
  return (
    <div ref={root} className={mergeClasses(styles.root, fills && styles.fills)}>
      {findings.length > 1 && (
        <FindingFilters
          filter={filter}
          counts={countBySeverity(findings)}
          brief={findings.length <= BRIEF && matching(shown, filter).length === findings.length}
          byUnit={byUnit}
          onFilter={onFilter}
          position={t('finding.position', { position: at < 0 ? '–' : text.number(at + 1), total: text.number(order.length) })}
          onStep={step}
        />
      )}
      {order.length === 0 ? (
        <div className={styles.empty}>
          {t('finding.noneLeft')}
          <Button size="small" appearance="subtle" onClick={() => onFilter({ ...NO_FILTER, groupBy: filter.groupBy })}>
            {t('finding.clearFilter')}
          </Button>
        </div>
      ) : (
        <VirtualList
          className={mergeClasses(styles.list, !fills && styles.bounded)}
          rows={rows}
          keyOf={keyOf}
          estimate={estimate}
          label={t('finding.list')}
          reveal={rows.findIndex((row) => row.kind === 'finding' && row.shown.id === selected)}
          onKeyDown={walk}
          render={(row) =>
            row.kind === 'group' ? (
              <div className={styles.group}>{t('group.count', { label: row.label, count: text.number(row.count) })}</div>
            ) : (
              <FindingItem
                shown={row.shown}
                selected={row.shown.id === selected}
                reachable={row.shown.id === reachable}
                goes={goes(row.shown.finding)}
                remembered={care?.memory?.hasLastRun ? (care.memory.byFingerprint.get(row.shown.finding.fingerprint) ?? null) : null}
                fixable={care?.onFix !== undefined && care.fixes.has(row.shown.finding.fingerprint)}
                onOpen={() => open(row.shown)}
              >
                {care && (
                  <FindingActions
                    id={row.shown.id}
                    finding={row.shown.finding}
                    proposal={care.fixes.get(row.shown.finding.fingerprint) ?? null}
                    explanation={care.memory?.byFingerprint.get(row.shown.finding.fingerprint)?.explanation ?? null}
                    care={care}
                    draft={draft}
                    onDraft={setDraft}
                    who={who}
                    onWho={setWho}
                  />
                )}
              </FindingItem>
            )
          }
        />
      )}
    </div>
  );
}

/** F8 and Alt+↓ step forward, Shift+F8 and Alt+↑ back, from anywhere in the pane. */
function useStepKeys(active: boolean, step: (by: 1 | -1) => void): void {
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    if (!active) return undefined;
    const pressed = (event: globalThis.KeyboardEvent): void => {
      const forward = (event.key === 'F8' && !event.shiftKey) || (event.altKey && event.key === 'ArrowDown');
      const back = (event.key === 'F8' && event.shiftKey) || (event.altKey && event.key === 'ArrowUp');
      // Alt+↓ opens a drop-down list where one has the focus.
      if ((!forward && !back) || (event.altKey && event.target instanceof HTMLSelectElement)) return;
      event.preventDefault();
      latest.current(forward ? 1 : -1);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [active]);
}
