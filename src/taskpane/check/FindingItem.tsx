import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SeverityIcon } from '../shared/severity';
import { useText } from '../text';
import type { ShownFinding } from './filter';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    textAlign: 'start',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderInlineStartWidth: '3px',
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: 'transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    // Forced colours paint what is transparent: only the selected one may show its edge.
    '@media (forced-colors: active)': { borderInlineStartColor: 'Canvas' },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  goes: { cursor: 'pointer' },
  selected: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    borderInlineStartColor: tokens.colorBrandStroke1,
    '@media (forced-colors: active)': { borderInlineStartColor: 'Highlight' },
  },
  place: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  where: { overflowWrap: 'anywhere' },
  message: { display: 'block', overflowWrap: 'anywhere' },
  hint: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** One finding: severity, code, place, what is wrong, what to do. */
export function FindingItem(props: {
  readonly shown: ShownFinding;
  readonly selected: boolean;
  /** The one item of the list that Tab reaches; arrows do the rest. */
  readonly reachable: boolean;
  /** Whether its cell is in the open workbook. */
  readonly goes: boolean;
  readonly onOpen: () => void;
}) {
  const { shown, selected, reachable, goes, onOpen } = props;
  const { t } = useText();
  const styles = useStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, goes && styles.goes, selected && styles.selected)}
      aria-current={selected}
      tabIndex={reachable ? 0 : -1}
      data-testid="finding-item"
      data-finding={shown.id}
      title={goes ? t('finding.goTo', { place: shown.place }) : undefined}
      onClick={onOpen}
    >
      <SeverityIcon severity={shown.finding.severity} />
      <span>
        <span className={styles.place}>
          <span>{shown.finding.code}</span>
          <span className={styles.where}>{shown.place || t('finding.wholeFile')}</span>
          {shown.finding.held && <span>{t('finding.held')}</span>}
        </span>
        <span className={styles.message}>{shown.message}</span>
        {shown.hint && <span className={styles.hint}>{shown.hint}</span>}
      </span>
    </button>
  );
}
