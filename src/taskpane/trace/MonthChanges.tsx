import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { MonthChange } from '../../commands/look-back';
import { isInPoints } from '../../core/targets/cuts';
import { StateMark } from '../shared/state';
import { VirtualList } from '../shared/VirtualList';
import { useText, type Text } from '../text';

const useStyles = makeStyles({
  list: { maxHeight: '50vh' },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: tokens.spacingHorizontalS, paddingBlock: tokens.spacingVerticalXS, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { overflowWrap: 'anywhere' },
  state: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalXS, textAlign: 'end' },
  lines: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  small: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, paddingBlock: tokens.spacingVerticalXS },
});

/** Every indicator at this month and the one before it, the biggest movers first. */
export function MonthChanges(props: { readonly changes: readonly MonthChange[]; readonly onTrace?: (indicator: string) => void }) {
  const { changes, onTrace } = props;
  const text = useText();
  const { t } = text;
  const styles = useStyles();
  return (
    <>
      <VirtualList
        className={styles.list}
        rows={changes}
        keyOf={({ indicator }) => indicator}
        estimate={() => 64}
        label={t('changes.title')}
        testId="month-changes"
        render={({ indicator, before, after, stateChanged }) => (
          <div className={styles.row} data-indicator={indicator}>
            <span className={styles.name}>
              {onTrace ? (
                <Link as="button" inline onClick={() => onTrace(indicator)}>
                  {text.indicator(indicator)}
                </Link>
              ) : (
                text.indicator(indicator)
              )}
            </span>
            <span className={styles.state}>
              {stateChanged && (
                <>
                  <StateMark state={before.state} />
                  <span aria-hidden>→</span>
                </>
              )}
              <StateMark state={after.state} />
            </span>
            <span className={styles.lines}>
              {linesOf({ indicator, before, after }, text).map((line) => (
                <span key={line}>{line}</span>
              ))}
            </span>
          </div>
        )}
      />
      <div className={styles.small}>{t('changes.monthsLegend')}</div>
    </>
  );
}

/** The figure, the gap to date, and the pace where the kind has one. */
function linesOf({ indicator: code, before, after }: Pick<MonthChange, 'indicator' | 'before' | 'after'>, text: Text): readonly string[] {
  const { t, number } = text;
  const indicator = text.catalogue.indicators.find((each) => each.code === code);
  const decimals = indicator?.decimals ?? 2;
  const said = (value: number | null, places: number): string => (value === null ? '–' : number(value, places));
  const pair = (was: number | null, is: number | null, places: number) => ({ before: said(was, places), after: said(is, places) });
  const inPoints = indicator !== undefined && isInPoints(indicator);
  return [
    t('changes.figure', pair(before.cumulative, after.cumulative, decimals)),
    ...(before.gapToDate === null && after.gapToDate === null ? [] : [`${t('changes.gap', pair(before.gapToDate, after.gapToDate, Math.max(decimals, inPoints ? 2 : 1)))}${inPoints ? ` ${t('points')}` : ''}`]),
    ...(before.pace === null && after.pace === null ? [] : [t('changes.pace', pair(before.pace, after.pace, 3))]),
  ];
}
