import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RememberedFinding } from '../../commands/types';
import { SeverityIcon } from '../shared/severity';
import { useText } from '../text';
import type { ShownFinding } from './filter';

const useStyles = makeStyles({
  item: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    // Forced colours paint what is transparent: only the selected one may show its edge.
    '@media (forced-colors: active)': { borderInlineStartColor: 'Canvas' },
  },
  selected: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    borderInlineStartColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderInlineStartColor: 'Highlight' },
  },
  button: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    textAlign: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  goes: { cursor: 'pointer' },
  place: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  where: { overflowWrap: 'anywhere' },
  fresh: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorBrandForeground1 },
  message: { display: 'block', overflowWrap: 'anywhere' },
  small: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  explained: { fontStyle: 'italic' },
});

/** One finding: severity, code, place, what is wrong, what to do, what is on record; below it what can be done here. */
export function FindingItem(props: {
  readonly shown: ShownFinding;
  readonly selected: boolean;
  /** The one item of the list that Tab reaches; arrows do the rest. */
  readonly reachable: boolean;
  /** Whether its cell is in the open workbook. */
  readonly goes: boolean;
  /** null where no earlier run is known. */
  readonly remembered: RememberedFinding | null;
  /** A fix is at hand. */
  readonly fixable: boolean;
  readonly onOpen: () => void;
  readonly children?: ReactNode;
}) {
  const { shown, selected, reachable, goes, remembered, fixable, onOpen } = props;
  const text = useText();
  const { t } = text;
  const styles = useStyles();
  const { finding } = shown;
  const explanation = remembered?.explanation ?? null;
  return (
    <div className={mergeClasses(styles.item, selected && styles.selected)}>
      <button
        type="button"
        className={mergeClasses(styles.button, goes && styles.goes)}
        aria-current={selected}
        tabIndex={reachable ? 0 : -1}
        data-testid="finding-item"
        data-finding={shown.id}
        title={goes ? t('finding.goTo', { place: shown.place }) : undefined}
        onClick={onOpen}
      >
        <SeverityIcon severity={finding.severity} />
        <span>
          <span className={styles.place}>
            <span>{finding.code}</span>
            <span className={styles.where}>{shown.place || t('finding.wholeFile')}</span>
            {remembered?.state === 'new' && <span className={styles.fresh}>{t('finding.new')}</span>}
            {finding.held && <span>{t('finding.held')}</span>}
            {fixable && !selected && <span>{t('finding.fixable')}</span>}
          </span>
          <span className={styles.message}>{shown.message}</span>
          {shown.hint && <span className={styles.small}>{shown.hint}</span>}
          {finding.regraded && <span className={styles.small}>{t('finding.regraded', { from: t(`severity.${finding.regraded.from}`), reason: finding.regraded.reason })}</span>}
          {explanation && (
            <span className={mergeClasses(styles.small, styles.explained)} data-testid="explanation">
              {t('explain.onRecord', { reason: explanation.reason, by: explanation.by, on: /^\d{4}-\d{2}-\d{2}$/.test(explanation.on) ? text.date(explanation.on) : explanation.on })}
            </span>
          )}
        </span>
      </button>
      {selected && props.children}
    </div>
  );
}
