import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import { StateMark, toneOf } from '../shared/state';
import { useText } from '../text';
import { PaceBar } from './PaceBar';
import { barShape, type Score } from './scores';
import { headline, targetWords, valueWords, withUnit } from './words';

const useStyles = makeStyles({
  // The second column is of one width, so that the bars of all rows can be compared.
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 112px', columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS, paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, alignItems: 'center' },
  top: { gridColumn: '1 / -1', display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  name: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
  child: { paddingInlineStart: tokens.spacingHorizontalM },
  number: { flexShrink: 0, textAlign: 'end', fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold, maxWidth: '50%' },
  small: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
  beside: { justifySelf: 'end' },
  foot: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  // Its words end where the column ends.
  toggle: { minWidth: 0, paddingInline: tokens.spacingHorizontalXS, marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalS})` },
  why: { gridColumn: '1 / -1' },
});

/** One indicator: name, share of the plan, bar, state; "vì sao" opens the rest below it. */
export function ScoreRow(props: { readonly score: Score; readonly open: boolean; readonly onToggle: () => void; readonly children: ReactNode }) {
  const { score, open, onToggle } = props;
  const { indicator, assessment, figure } = score;
  const text = useText();
  const { t } = text;
  const styles = useStyles();
  const id = useId();
  const head = headline(score, text);
  const value = valueWords(score, text);
  const target = targetWords(score, text);
  const label = t('targets.bar', { name: indicator.short, value, target, expected: withUnit(assessment.expected, indicator.decimals, indicator.unit, text), state: t(`state.${assessment.state}`) });
  return (
    <div className={styles.row} role="listitem" data-testid="scoreboard-row" data-indicator={indicator.code} data-state={assessment.state}>
      <span className={styles.top}>
        <span className={styles.name} title={indicator.name}>
          {indicator.short}
        </span>
        <span className={styles.number}>
          {head.value} {head.small && <span className={styles.small}>{head.small}</span>}
        </span>
      </span>
      <PaceBar shape={barShape(indicator.target?.kind === 'date' ? null : figure.cumulative, assessment.target, assessment.expected)} tone={toneOf(assessment.state)} label={label} />
      <span className={styles.beside}>
        <StateMark state={assessment.state} />
      </span>
      <span className={styles.foot}>
        <span>
          {value} / {target}
        </span>
        {figure.provisional && <span>{t('targets.provisional')}</span>}
      </span>
      <Button
        className={mergeClasses(styles.beside, styles.toggle)}
        size="small"
        appearance="subtle"
        iconPosition="after"
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={t('targets.whyOf', { name: indicator.short })}
        onClick={onToggle}
      >
        {t('targets.why')}
      </Button>
      {open && (
        <div id={id} className={styles.why}>
          {props.children}
        </div>
      )}
    </div>
  );
}
